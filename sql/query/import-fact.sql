-- import-fact - facts of items (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_fact AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_fact AS stage
		 WHERE stage.number = item.number
		   AND stage.position = old.position)
)
INSERT INTO item_fact (item_id, position, fact, value, href, year,
    checked_on)
SELECT item.item_id, stage.position, stage.fact, stage.value, stage.href,
       stage.year, stage.checked_on
  FROM stage_fact AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_fact AS old
    ON old.item_id = item.item_id
   AND old.position = stage.position
 WHERE old.item_id IS NULL
    OR (old.fact, old.value, old.href, old.year, old.checked_on)
       IS DISTINCT FROM
       (stage.fact, stage.value, stage.href, stage.year, stage.checked_on)
    ON CONFLICT (item_id, position) DO UPDATE
   SET fact = excluded.fact,
       value = excluded.value,
       href = excluded.href,
       year = excluded.year,
       checked_on = excluded.checked_on
