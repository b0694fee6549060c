-- search-facets - how many hits each further filter would leave (site)
--	$1	reader's language
--	$2	what is chosen, JSON: {"area":"teams"}
-- Zero rows or more, facet by facet, as facet_counts() says.  Comes after
-- search-list in the same transaction, which has noted what is found.

SELECT facet, value, label, label_lang, total, free
  FROM facet_counts($1, coalesce(nullif(
    current_setting('search.found', true), ''), '{}')::int[], $2::jsonb)
