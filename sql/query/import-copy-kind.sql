-- import-copy-kind - rows of stage_kind (owner)
-- No rows.

COPY stage_kind (
	kind, position, grouping, names
) FROM STDIN
