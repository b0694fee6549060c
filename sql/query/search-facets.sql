-- search-facets - how many hits each further filter would leave (site)
--	$1	reader's language
--	$2	question
--	$3	what is chosen, JSON: {"area":"teams"}
-- Zero rows or more, facet by facet, as facet_counts() says.

SELECT facet, value, label, label_lang, total, free
  FROM facet_counts($1, ARRAY(
    SELECT item_id FROM search_found($1, $2)), $3::jsonb)
