-- import-copy-segment - rows of stage_segment (owner)
-- No rows.

COPY stage_segment (
	number, lang, name, position, element, body, hash, of, reviewed,
	reviewed_by, reviewed_on, plain
) FROM STDIN
