-- import-copy-file - rows of stage_file (owner)
-- No rows.

COPY stage_file (
	number, name, body
) FROM STDIN
