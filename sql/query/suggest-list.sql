-- suggest-list - titles that go on from what is being typed (site)
--	$1	reader's language
--	$2	what has been typed
-- Up to eight rows, the reader's own language first.  lang is the title's;
-- local the title in the reader's language, where the title is of another.

SELECT item.kind,
       item.slug,
       one.lang,
       one.title,
       CASE WHEN one.lang <> $1 AND text.title_lang = $1
           THEN text.title END AS local
  FROM suggest_titles($1, $2) WITH ORDINALITY
    AS one (item_id, lang, title, number)
  JOIN item USING (item_id)
  JOIN item_text AS text ON text.item_id = one.item_id AND text.lang = $1
 ORDER BY one.number
