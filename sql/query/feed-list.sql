-- feed-list - the newest texts of a language, each once (site)
--	$1	language
--	$2	how many
-- Zero rows or more, newest first.  Without a slug it is `texts` of a sort
-- on one day.

SELECT to_char(news.day, 'YYYY-MM-DD') AS day,
       news.what,
       news.texts,
       card.kind,
       card.slug,
       card.title,
       card.title_lang,
       card.summary,
       card.summary_lang
  FROM (SELECT one.*,
               row_number() OVER (PARTITION BY coalesce(one.item_id::text,
                   one.day || one.what) ORDER BY one.number) AS again
          FROM news_list($1) WITH ORDINALITY
            AS one (day, what, texts, item_id, number)) AS news
  LEFT JOIN item_card AS card
    ON card.item_id = news.item_id AND card.lang = $1
 WHERE news.again = 1
 ORDER BY news.number
 LIMIT $2::int
