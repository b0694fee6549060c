-- new-list - what is new in a language, newest first (site)
--	$1	language
--	$2	how many
-- Zero rows or more, as news_list() says.  month stands on the first row of
-- each; without a slug it is `texts` of a sort on one day.

SELECT to_char(news.day, 'YYYY-MM-DD') AS day,
       CASE WHEN date_trunc('month', news.day) IS DISTINCT FROM
                lag(date_trunc('month', news.day)) OVER (ORDER BY news.number)
           THEN to_char(news.day, 'YYYY-MM') || '-01' END AS month,
       news.what,
       news.texts,
       card.kind,
       card.slug,
       coalesce(card.tint, 'all') AS tint,
       card.title,
       card.title_lang,
       card.summary,
       card.summary_lang
  FROM news_list($1) WITH ORDINALITY
    AS news (day, what, texts, item_id, number)
  LEFT JOIN item_card AS card
    ON card.item_id = news.item_id AND card.lang = $1
 WHERE news.number <= $2::int
 ORDER BY news.number
