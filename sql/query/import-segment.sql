-- import-segment - segments, in their own languages (owner)
-- No rows.

WITH gone AS (
	DELETE FROM segment AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_segment AS stage
		 WHERE stage.number = item.number
		   AND stage.lang = old.lang
		   AND stage.name = old.name)
)
INSERT INTO segment (item_id, lang, name, position, element, body, hash, of,
    reviewed, reviewed_by, reviewed_on, plain)
SELECT item.item_id, stage.lang, stage.name, stage.position, stage.element,
       stage.body, stage.hash, stage.of, stage.reviewed,
       stage.reviewed_by, stage.reviewed_on, stage.plain
  FROM stage_segment AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN segment AS old
    ON old.item_id = item.item_id
   AND old.lang = stage.lang
   AND old.name = stage.name
 WHERE old.item_id IS NULL
    OR (old.position, old.element, old.body::text, old.hash, old.of,
        old.reviewed, old.reviewed_by, old.reviewed_on, old.plain)
       IS DISTINCT FROM
       (stage.position, stage.element, stage.body::text, stage.hash,
        stage.of, stage.reviewed, stage.reviewed_by,
        stage.reviewed_on, stage.plain)
    ON CONFLICT (item_id, lang, name) DO UPDATE
   SET position = excluded.position,
       element = excluded.element,
       body = excluded.body,
       hash = excluded.hash,
       of = excluded.of,
       reviewed = excluded.reviewed,
       reviewed_by = excluded.reviewed_by,
       reviewed_on = excluded.reviewed_on,
       plain = excluded.plain
