-- import-language-remove - languages that i18n/LOCALES no longer has (owner)
-- No rows.  Fails when an item has such a language as its source.

WITH gone AS (
	SELECT lang
	  FROM language
	 WHERE lang NOT IN (SELECT lang FROM stage_language)
), segments AS (
	DELETE FROM segment USING gone WHERE segment.lang = gone.lang
), texts AS (
	DELETE FROM item_text USING gone WHERE item_text.lang = gone.lang
), sections AS (
	DELETE FROM item_section USING gone WHERE item_section.lang = gone.lang
)
DELETE FROM language
 USING gone
 WHERE language.lang = gone.lang
