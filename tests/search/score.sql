-- score - how well a file's questions find what they should.
--
-- psql -v list=FILE ... <QUESTIONS
--
-- list: a file that defines pg_temp.list(reader, question, ...), what a page
-- shows, in order.  Each question is asked on the pages of its language.
-- Settings:
--	score.kind	only items of this kind, '' for any
--	score.texts	a language: as if there were texts in no other; ''
--	score.fold	a number: as if there were no items but those of this
--			third, with the questions that they answer; ''
-- A line for each language: score.texts or the question's, the question's,
-- how many, nDCG@10 (2 for what answers, 1 for what helps), share of
-- questions with one of both in first place, among the first three, with no
-- hit at all, milliseconds each.  Then, when texts of all languages are
-- there, the questions that had none among the first three.

\set QUIET on
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
SET client_min_messages = warning;
CREATE TEMP TABLE query (
	number		int GENERATED ALWAYS AS IDENTITY,
	lang		text,
	question	text,
	expected	text,		-- kind/slug|kind/slug;kind/slug
	intent		text
);
\i :list
\copy query (lang, question, expected, intent) FROM pstdin

-- Terms are the glossary, which is always there.
CREATE FUNCTION pg_temp.in_fold(item text) RETURNS boolean LANGUAGE sql AS $$
	SELECT current_setting('score.fold') = ''
	    OR item NOT LIKE 'term/%'
	   AND get_byte(decode(md5(item), 'hex'), 0) % 3
	       = nullif(current_setting('score.fold'), '')::int
$$;
CREATE TEMP TABLE gain AS
SELECT number, item, 3 - part AS gain,
       row_number() OVER (PARTITION BY number ORDER BY part) AS rank
  FROM query
 CROSS JOIN string_to_table(expected, ';') WITH ORDINALITY AS p (items, part)
 CROSS JOIN string_to_table(items, '|') AS item
 WHERE pg_temp.in_fold(item);
DELETE FROM query
 WHERE NOT EXISTS (SELECT FROM gain
        WHERE gain.number = query.number AND gain.gain = 2);
CREATE TEMP TABLE ideal AS
SELECT number, sum(gain / log(2, rank + 1)) AS gain
  FROM gain WHERE rank <= 10 GROUP BY number;

-- What lies in the way of the real tables, with less in it.
SELECT format('CREATE TEMP TABLE search_doc AS
    SELECT doc.* FROM public.search_doc AS doc JOIN item USING (item_id)
     WHERE doc.lang = coalesce(%1$L, doc.lang)
       AND pg_temp.in_fold(item.kind || ''/'' || item.slug);
    CREATE UNIQUE INDEX ON search_doc (lang, item_id);
    CREATE TEMP TABLE search_best AS
    SELECT best.lang, best.lexeme, best.documents, place.*
      FROM public.search_best AS best
     CROSS JOIN LATERAL (
        SELECT array_agg(item_id ORDER BY n) AS items,
               array_agg(worth ORDER BY n) AS worths,
               array_agg(titled ORDER BY n) AS titled
          FROM unnest(items, worths, titled) WITH ORDINALITY
            AS one (item_id, worth, titled, n)
          JOIN search_doc AS doc USING (item_id)
         WHERE doc.lang = best.lang) AS place
     WHERE place.items IS NOT NULL;
    CREATE UNIQUE INDEX ON search_best (lang, lexeme);
    ANALYZE search_doc, search_best',
    nullif(current_setting('score.texts'), ''))
 WHERE current_setting('score.texts') || current_setting('score.fold') <> ''
\gexec

CREATE TEMP TABLE asked (number int, items text[], ms real);
DO $$
DECLARE
	one	record;
	begun	timestamptz;
	found	text[];
BEGIN
	FOR one IN SELECT * FROM query LOOP
		begun := clock_timestamp();
		found := ARRAY(SELECT pg_temp.list(one.lang, one.question,
		    json_strip_nulls(json_build_object('kind',
		        nullif(current_setting('score.kind'), '')))::jsonb,
		    NULL, 0, 10));
		INSERT INTO asked VALUES (one.number, found, extract(
		    epoch FROM clock_timestamp() - begun) * 1000);
	END LOOP;
END $$;

CREATE TEMP TABLE result AS
SELECT query.lang, query.question, query.intent, asked.items,
       asked.ms,
       coalesce(sum(gain.gain / log(2, place + 1)), 0) / ideal.gain AS ndcg,
       coalesce(min(place) FILTER (WHERE gain.gain IS NOT NULL), 99) AS first
  FROM asked
  JOIN query USING (number)
  JOIN ideal USING (number)
  LEFT JOIN LATERAL unnest(items) WITH ORDINALITY AS hit (item, place) ON true
  LEFT JOIN gain ON gain.number = asked.number AND gain.item = hit.item
 GROUP BY asked.number, query.lang, query.question,
          query.intent, asked.items, asked.ms, ideal.gain;

SELECT coalesce(nullif(current_setting('score.texts'), ''), lang), lang,
       count(*), to_char(avg(ndcg), '0.000'),
       to_char(avg((first = 1)::int), '0.000'),
       to_char(avg((first <= 3)::int), '0.000'),
       to_char(avg((items = '{}')::int), '0.000'),
       to_char(avg(ms), '990.0')
  FROM result GROUP BY lang ORDER BY lang;
SELECT '#', lang, question, array_to_string(items[:3], ' '), intent
  FROM result
 WHERE current_setting('score.texts') || current_setting('score.fold') = ''
   AND first > 3 AND intent IS NOT NULL
 ORDER BY lang, question;
