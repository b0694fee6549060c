-- import-copy-step - rows of stage_step (owner)
-- No rows.

COPY stage_step (
	number, position, step, alone_minutes, group_minutes
) FROM STDIN
