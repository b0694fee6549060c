-- import-copy-item - rows of stage_item (owner)
-- No rows.

COPY stage_item (
	number, kind, slug, collection, source_lang, position, area, code,
	minutes, successor
) FROM STDIN
