-- search-list - one page of what a question finds, best first (site)
--	$1	reader's language
--	$2	question
--	$3	what is chosen, JSON: {"area":"teams"}
--	$4	'title' for A-Z, 'new' for the newest first, else the best
--	$5	how many to leave out at the beginning
--	$6	how many to give
-- Zero rows or more.  title and snippet have U+E000 and U+E001 around what
-- was found.  An item is shown in the reader's language when it has any
-- text in it, else in the one that was found.  total: all there are;
-- complete: it has all the words.  found_by: words of another language that
-- were found, or NULL.  What is found is noted in search.found, for
-- search-facets in the same transaction.

WITH asked AS MATERIALIZED (
	SELECT asked.lang, ARRAY(
	           SELECT one FROM search_meant(asked.lang, $2) AS one) AS terms
	  FROM search_asked($1, $2) AS asked (lang)
), found AS MATERIALIZED (
	SELECT found.*
	  FROM asked
	 CROSS JOIN LATERAL search_hits(asked.lang, $2, asked.terms) AS found
), noted AS MATERIALIZED (
	SELECT set_config('search.found',
	    ARRAY(SELECT item_id FROM found)::text, true) AS items
), hit AS MATERIALIZED (
	SELECT found.item_id, found.lang, found.complete, found.score,
	       count(*) OVER () AS total,
	       row_number() OVER (ORDER BY
	           CASE $4 WHEN 'title' THEN (
	               SELECT text.sort_key FROM item_text AS text
	                WHERE text.item_id = found.item_id
	                  AND text.lang = $1) END,
	           CASE $4 WHEN 'new' THEN (
	               SELECT max(news.day) FROM item_news AS news
	                WHERE news.item_id = found.item_id
	                  AND news.lang = $1) END DESC NULLS LAST,
	           found.score DESC, found.item_id) AS number
	  FROM noted
	 -- Comes second, so that nothing is left out of what is noted.
	 CROSS JOIN LATERAL (
	    SELECT * FROM found WHERE noted.items IS NOT NULL OFFSET 0) AS found
	 WHERE $3::jsonb = '{}'
	    OR found.item_id IN (SELECT facet_items($1, $3::jsonb))
	 ORDER BY number
	OFFSET $5::int
	 LIMIT $6::int
), word AS MATERIALIZED (
	SELECT lang, lexemes, search_pattern(lang, lexemes) AS pattern
	  FROM (SELECT term.lang, array_agg(term.lexeme) AS lexemes
	          FROM asked
	         CROSS JOIN unnest(asked.terms) AS term
	         GROUP BY term.lang) AS term
), shown AS MATERIALIZED (
	SELECT hit.*, card.kind, card.slug, card.area, card.tint,
	       card.area_title, card.area_lang, card.minutes,
	       card.alone_minutes, card.group_minutes,
	       CASE WHEN card.elsewhere THEN hit.lang ELSE $1 END AS shown
	  FROM hit
	  JOIN item_card AS card ON card.item_id = hit.item_id AND card.lang = $1
), words AS (
	SELECT shown.item_id, shown.shown AS lang, text.title,
	       coalesce(
	           search_passage(shown.shown, shown.item_id, word.lexemes),
	           nullif(text.summary, ''),
	           search_cut(body.sentences, 1), '') AS snippet,
	       coalesce(word.pattern, '(?!)') AS pattern
	  FROM shown
	  JOIN item_text AS text
	    ON text.item_id = shown.item_id AND text.lang = shown.shown
	  LEFT JOIN search_text AS body
	    ON body.item_id = shown.item_id AND body.lang = shown.shown
	  LEFT JOIN word ON word.lang = shown.shown
), marked AS (
	SELECT array_agg(item_id) AS items,
	       search_marks(array_agg(title), pattern) AS titles,
	       search_marks(array_agg(snippet), pattern) AS snippets
	  FROM words
	 GROUP BY lang, pattern
)
SELECT shown.kind, shown.slug, shown.area, shown.tint, shown.area_title,
       shown.area_lang,
       shown.minutes, shown.alone_minutes, shown.group_minutes, shown.total, shown.complete, shown.score,
       shown.shown AS lang,
       nullif(shown.shown, $1) AS title_lang,
       shown.shown <> $1 AS elsewhere,
       search_reason($1, asked.terms, shown.lang, shown.item_id) AS found_by,
       one.title,
       one.snippet
  FROM marked
 CROSS JOIN unnest(items, titles, snippets) AS one (item_id, title, snippet)
  JOIN shown USING (item_id)
 CROSS JOIN asked
 ORDER BY shown.number
