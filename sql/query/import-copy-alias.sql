-- import-copy-alias - rows of stage_alias (owner)
-- No rows.

COPY stage_alias (
	number, slug
) FROM STDIN
