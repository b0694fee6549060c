-- score - how well a file's questions find what they should.
--
-- psql -v queries=FILE -v list=FILE -v kind=KIND -v across=BOOLEAN ...
--
-- list: a file that defines pg_temp.list(reader, question, kind, most), what
-- a page shows, in order.  kind: only of this kind, '' for any.  across: each
-- question is asked on the pages of all languages, not only of its own.
-- A line for each pair of languages: reader's, question's, how many, nDCG@10
-- (2 for what answers, 1 for what helps), share of questions with one of
-- both in first place, among the first three, with no hit at all,
-- milliseconds each.  Then, when asked in one's own language, the questions
-- that had none among the first three.

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

CREATE TEMP TABLE gain AS
SELECT number, item, 3 - part AS gain,
       row_number() OVER (PARTITION BY number ORDER BY part) AS rank
  FROM query
 CROSS JOIN string_to_table(expected, ';') WITH ORDINALITY AS p (items, part)
 CROSS JOIN string_to_table(items, '|') AS item;
CREATE TEMP TABLE ideal AS
SELECT number, sum(gain / log(2, rank + 1)) AS gain
  FROM gain WHERE rank <= 10 GROUP BY number;

CREATE TEMP TABLE asked (reader text, number int, items text[], ms real);
DO $$
DECLARE
	one	record;
	begun	timestamptz;
	found	text[];
BEGIN
	FOR one IN SELECT number, question, reader.lang AS reader
	             FROM query
	             JOIN language AS reader ON reader.lang = query.lang
	               OR current_setting('score.across')::boolean LOOP
		begun := clock_timestamp();
		found := ARRAY(SELECT pg_temp.list(one.reader, one.question,
		    json_strip_nulls(json_build_object('kind',
		        nullif(current_setting('score.kind'), '')))::jsonb,
		    NULL, 0, 10));
		INSERT INTO asked VALUES (one.reader, one.number, found, extract(
		    epoch FROM clock_timestamp() - begun) * 1000);
	END LOOP;
END $$;

CREATE TEMP TABLE result AS
SELECT asked.reader, query.lang, query.question, query.intent, asked.items,
       asked.ms,
       coalesce(sum(gain.gain / log(2, place + 1)), 0) / ideal.gain AS ndcg,
       coalesce(min(place) FILTER (WHERE gain.gain IS NOT NULL), 99) AS first
  FROM asked
  JOIN query USING (number)
  JOIN ideal USING (number)
  LEFT JOIN LATERAL unnest(items) WITH ORDINALITY AS hit (item, place) ON true
  LEFT JOIN gain ON gain.number = asked.number AND gain.item = hit.item
 GROUP BY asked.number, asked.reader, query.lang, query.question,
          query.intent, asked.items, asked.ms, ideal.gain;

SELECT reader, lang, count(*), to_char(avg(ndcg), '0.000'),
       to_char(avg((first = 1)::int), '0.000'),
       to_char(avg((first <= 3)::int), '0.000'),
       to_char(avg((items = '{}')::int), '0.000'),
       to_char(avg(ms), '990.0')
  FROM result GROUP BY 1, 2 ORDER BY 1, 2;
SELECT '#', reader, question, array_to_string(items[:3], ' '), intent
  FROM result WHERE reader = lang AND first > 3 AND intent IS NOT NULL
 ORDER BY 2, 3;
