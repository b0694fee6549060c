-- import-copy-language - rows of stage_language (owner)
-- No rows.

COPY stage_language (
	lang, position, search, dir
) FROM STDIN
