-- import-language - the languages of i18n/LOCALES (owner)
-- No rows.

INSERT INTO language AS old (lang, position, search, dir)
SELECT lang, position, search, dir
  FROM stage_language
    ON CONFLICT (lang) DO UPDATE
   SET position = excluded.position,
       search = excluded.search,
       dir = excluded.dir
 WHERE (old.position, old.search, old.dir)
       IS DISTINCT FROM
       (excluded.position, excluded.search, excluded.dir)
