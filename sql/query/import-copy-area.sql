-- import-copy-area - rows of stage_area (owner)
-- No rows.

COPY stage_area (
	number, area
) FROM STDIN
