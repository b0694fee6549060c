-- import-text - items in each language (owner)
-- No rows.

WITH gone AS (
	DELETE FROM item_text AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM stage_text AS stage
		 WHERE stage.number = item.number
		   AND stage.lang = old.lang)
)
INSERT INTO item_text (item_id, lang, title, title_lang, summary,
    summary_lang, state, stale, missing, reviewed_by, reviewed_on, words,
    sort_key, initial, search_title, search_summary, search_body)
SELECT item.item_id, stage.lang, stage.title, stage.title_lang,
       stage.summary, stage.summary_lang, stage.state, stage.stale,
       stage.missing, stage.reviewed_by, stage.reviewed_on,
       stage.words, stage.sort_key, stage.initial, stage.search_title,
       stage.search_summary, stage.search_body
  FROM stage_text AS stage
  JOIN stage_item AS item USING (number)
  LEFT JOIN item_text AS old
    ON old.item_id = item.item_id
   AND old.lang = stage.lang
 WHERE old.item_id IS NULL
    OR (old.title, old.title_lang, old.summary, old.summary_lang, old.state,
        old.stale, old.missing, old.reviewed_by, old.reviewed_on,
        old.words, old.sort_key, old.initial, old.search_title,
        old.search_summary, old.search_body)
       IS DISTINCT FROM
       (stage.title, stage.title_lang, stage.summary, stage.summary_lang,
        stage.state, stage.stale, stage.missing, stage.reviewed_by,
        stage.reviewed_on, stage.words, stage.sort_key,
        stage.initial, stage.search_title, stage.search_summary,
        stage.search_body)
    ON CONFLICT (item_id, lang) DO UPDATE
   SET title = excluded.title,
       title_lang = excluded.title_lang,
       summary = excluded.summary,
       summary_lang = excluded.summary_lang,
       state = excluded.state,
       stale = excluded.stale,
       missing = excluded.missing,
       reviewed_by = excluded.reviewed_by,
       reviewed_on = excluded.reviewed_on,
       words = excluded.words,
       sort_key = excluded.sort_key,
       initial = excluded.initial,
       search_title = excluded.search_title,
       search_summary = excluded.search_summary,
       search_body = excluded.search_body
