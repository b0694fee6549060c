-- import-copy-field - rows of stage_field (owner)
-- No rows.

COPY stage_field (
	number, position, name, parent, type, person, heading, label, help,
	example, options
) FROM STDIN
