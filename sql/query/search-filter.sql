-- search-filter - the first area:… or kind:… of a question as a filter (site)
--	$1	question
-- Zero rows or one: facet, value, rest: the question without any filter of
-- this facet.  Both sides may be said in any language, with or without
-- accents; what names nothing is left to be searched as words.

WITH word AS MATERIALIZED (
	SELECT number, part[1] AS written, search_plain(part[2]) AS key,
	       search_plain(coalesce(part[3], part[4])) AS said
	  FROM regexp_matches($1, '(?<![^[:space:]])(([[:alpha:]]+):(?:"([^"]+)"?|([^[:space:]"]+)))', 'g')
	    WITH ORDINALITY AS found (part, number)
), key (facet, keys) AS (
	VALUES ('area', '{area,axe,asse,omrade}'::text[]),
	       ('kind', '{kind,type,tipo,typ}'),
	       ('factor', '{factor,facteur,fattore,faktor}'),
	       ('country', '{country,pays,paese,land}')
), named AS (
	SELECT 'area' AS facet, item.slug AS value,
	       search_plain(text.title) AS name
	  FROM item
	  JOIN item_text AS text USING (item_id)
	 WHERE item.kind = 'area' AND item.successor IS NULL
	 UNION ALL
	SELECT 'kind', kind, search_plain(name.value)
	  FROM kind
	 CROSS JOIN jsonb_each_text(kind.names) AS name
	 UNION ALL
	SELECT DISTINCT has.facet, has.value, lower(has.value)
	  FROM item_facet AS has
	 WHERE has.facet IN ('area', 'kind', 'factor', 'country')
), meant AS (
	SELECT word.number, key.facet, key.keys, named.value
	  FROM word
	  JOIN key ON word.key = ANY (key.keys)
	  JOIN named USING (facet)
	 WHERE length(word.said) >= 2
	   AND strpos(named.name, word.said) > 0
	 ORDER BY word.number, named.name <> word.said,
	          strpos(named.name, word.said) > 1, length(named.name), named.value
	 LIMIT 1
)
SELECT meant.facet, meant.value,
       btrim(regexp_replace(regexp_replace($1,
           '(?<![^[:space:]])(?:' || (SELECT string_agg(one, '|') FROM (
               SELECT DISTINCT split_part(word.written, ':', 1)
                 FROM word
                WHERE word.key = ANY (meant.keys)) AS same (one))
           || '):(?:"[^"]+"?|[^[:space:]"]+)', '', 'g'), '[[:space:]]+', ' ', 'g')) AS rest
  FROM meant
