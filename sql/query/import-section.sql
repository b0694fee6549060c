-- import-section - sections as pages show them (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_section AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_section AS stage
		 WHERE stage.number = item.number
		   AND stage.lang = old.lang
		   AND stage.position = old.position)
)
INSERT INTO item_section (item_id, lang, position, step, role, anchor,
    heading, heading_lang, body, figure, answer)
SELECT item.item_id, stage.lang, stage.position, stage.step, stage.role,
       stage.anchor, stage.heading, stage.heading_lang, stage.body, stage.figure,
       stage.answer
  FROM stage_section AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_section AS old
    ON old.item_id = item.item_id
   AND old.lang = stage.lang
   AND old.position = stage.position
 WHERE old.item_id IS NULL
    OR (old.step, old.role, old.anchor, old.heading, old.heading_lang,
        old.body::text, old.figure, old.answer)
       IS DISTINCT FROM
       (stage.step, stage.role, stage.anchor, stage.heading,
        stage.heading_lang, stage.body::text, stage.figure, stage.answer)
    ON CONFLICT (item_id, lang, position) DO UPDATE
   SET step = excluded.step,
       role = excluded.role,
       anchor = excluded.anchor,
       heading = excluded.heading,
       heading_lang = excluded.heading_lang,
       body = excluded.body,
       figure = excluded.figure,
       answer = excluded.answer
