-- import-language-free - make room where the order of languages changed (owner)
-- No rows.  Positions are unique; those about to change step aside.

UPDATE language
   SET position = -1 - position
 WHERE NOT EXISTS (
	SELECT FROM stage_language AS stage
	 WHERE stage.lang = language.lang
	   AND stage.position = language.position)
