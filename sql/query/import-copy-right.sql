-- import-copy-right - rows of stage_right (owner)
-- No rows.

COPY stage_right (
	number, name
) FROM STDIN
