-- lexicon-corpus - sentences of our texts, as lexemes (owner)
--	$1	at most this many segments
-- Zero rows or more: unit (a segment in whatever language), lang, lexemes
-- with blanks between, each once; sentence by sentence in their order.  Of
-- more segments than asked, the same random ones each time.

WITH unit AS (
	SELECT item_id, name,
	       row_number() OVER (ORDER BY item_id, name) AS unit
	  FROM (SELECT item_id, name
	          FROM segment
	         GROUP BY item_id, name
	        HAVING count(*) > 1
	         ORDER BY md5(item_id || ' ' || name)
	         LIMIT $1::int) AS chosen
)
SELECT unit.unit, segment.lang,
       array_to_string(tsvector_to_array(to_tsvector(language.search,
           search_fold(segment.lang, sentence.content))), ' ') AS lexemes
  FROM unit
  JOIN segment USING (item_id, name)
  JOIN language USING (lang)
 CROSS JOIN regexp_split_to_table(
    regexp_replace(segment.body::text, '<[^>]*>|&[a-z]+;', ' ', 'g'),
    '(?<=[.!?…]) ') WITH ORDINALITY AS sentence (content, number)
 ORDER BY unit.unit, language.position, sentence.number
