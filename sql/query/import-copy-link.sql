-- import-copy-link - rows of stage_link (owner)
-- No rows.

COPY stage_link (
	number, kind, slug
) FROM STDIN
