-- import-copy-collection - rows of stage_collection (owner)
-- No rows.

COPY stage_collection (
	collection
) FROM STDIN
