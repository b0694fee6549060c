-- import-item - the items (owner)
-- No rows.

INSERT INTO item (kind, slug, collection, source_lang, position, area,
    code, minutes, successor)
SELECT stage.kind, stage.slug, stage.collection, stage.source_lang,
       stage.position, stage.area, stage.code, stage.minutes,
       stage.successor
  FROM stage_item AS stage
  LEFT JOIN item AS old USING (kind, slug)
 WHERE old.item_id IS NULL
    OR (old.collection, old.source_lang, old.position, old.area, old.code,
        old.minutes, old.successor)
       IS DISTINCT FROM
       (stage.collection, stage.source_lang, stage.position, stage.area,
        stage.code, stage.minutes, stage.successor)
 ORDER BY stage.number
    ON CONFLICT (kind, slug) DO UPDATE
   SET collection = excluded.collection,
       source_lang = excluded.source_lang,
       position = excluded.position,
       area = excluded.area,
       code = excluded.code,
       minutes = excluded.minutes,
       successor = excluded.successor
