-- search - how long finding takes, and how near it is to exact ranking.
--
-- psql -v list=FILE -f tests/bench/search.sql <questions
--
-- list: a file that prepares the page's statements as list and facets.  Reads lines of language and question.
-- Prints lines of what was asked, how many, and median and 95th percentile
-- in milliseconds: found in the question's language alone, found in all of
-- them, and the page with its facets.  Last column: the share of the first
-- ten that a ranking finds which reads all texts.

\set QUIET on
\set ON_ERROR_STOP on
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
SET client_min_messages = warning;
SET plan_cache_mode = force_generic_plan;
CREATE TEMP TABLE asked (sort text, lang text, question text);
INSERT INTO asked
SELECT sort, lang, word
  FROM (SELECT lang, word, CASE
               WHEN known.documents <= 5 THEN '1 rare word'
               WHEN known.documents BETWEEN size.documents / 200
                    AND size.documents / 50 THEN '2 middling word'
               ELSE '3 very common word' END AS sort,
               row_number() OVER (PARTITION BY lang,
                   known.documents <= 5,
                   known.documents <= size.documents / 50
                   ORDER BY CASE WHEN known.documents > size.documents / 50
                   THEN -known.documents END, md5(word)) AS number
          FROM search_word AS known
          JOIN search_language AS size USING (lang)
         WHERE length(word) > 3
           AND (known.documents <= 5 OR known.documents
               BETWEEN size.documents / 200 AND size.documents)) AS each
 WHERE number <= 8;
\copy asked (lang, question) FROM pstdin
UPDATE asked SET sort = '4 our own questions' WHERE sort IS NULL;

-- The same ranking over lists that are not cut, without a bound.
CREATE TEMP TABLE exact_best (LIKE search_best INCLUDING INDEXES);
SELECT replace(replace(replace(pg_get_functiondef(
           'search_refresh_best'::regproc), '[:2000]', ''),
           ' search_best', ' pg_temp.exact_best'),
           'public.search_refresh_best', 'pg_temp.exact_refresh') AS refresh,
       replace(replace(replace(replace(pg_get_functiondef(
           'search_hits'::regproc), 'public.search_hits', 'pg_temp.exact'),
           ' search_best', ' pg_temp.exact_best'), 'ELSE 2000 END',
           'ELSE 1000000000 END'),
           'greatest(200, 1000 * term.weight)::int', '100000000') AS exact \gset
:refresh;
:exact;
SELECT pg_temp.exact_refresh(lang) FROM language \g /dev/null
ANALYZE exact_best;

\i :list

CREATE TEMP TABLE took (sort text, alone real, every real, page real,
    same int, most int);
CREATE FUNCTION pg_temp.since(begun timestamptz) RETURNS real
LANGUAGE sql
RETURN extract(epoch FROM clock_timestamp() - begun) * 1000;
DO $$
DECLARE
	one	record;
	round	int;
	begun	timestamptz;
	tag	text;
	terms	search_term[];
	found	int[];
	best	int[];
	alone	real;
	every	real;
	page	real;
BEGIN
	-- Each twice; the faster is what it takes.
	FOR one IN SELECT * FROM asked LOOP
		alone := 'inf'; every := 'inf'; page := 'inf';
		FOR round IN 1..2 LOOP
			begun := clock_timestamp();
			tag := search_asked(one.lang, one.question);
			terms := ARRAY(SELECT each FROM search_meant(tag,
			    one.question) AS each);
			PERFORM FROM search_hits(tag, one.question, ARRAY(
			    SELECT each FROM unnest(terms) AS each
			     WHERE each.lang = tag));
			alone := least(alone, pg_temp.since(begun));
			begun := clock_timestamp();
			tag := search_asked(one.lang, one.question);
			terms := ARRAY(SELECT each FROM search_meant(tag,
			    one.question) AS each);
			found := ARRAY(SELECT item_id FROM search_hits(tag,
			    one.question, terms) AS hit
			    ORDER BY hit.score DESC, hit.item_id LIMIT 10);
			every := least(every, pg_temp.since(begun));
			begun := clock_timestamp();
			EXECUTE format('EXECUTE list(%L, %L, ''{}'', NULL, 0, 20)',
			    one.lang, one.question);
			EXECUTE format('EXECUTE facets(%L, ''{}'')', one.lang);
			page := least(page, pg_temp.since(begun));
		END LOOP;
		best := ARRAY(SELECT item_id FROM pg_temp.exact(tag, one.question,
		    terms) AS hit ORDER BY hit.score DESC, hit.item_id LIMIT 10);
		INSERT INTO took VALUES (one.sort, alone, every, page,
		    (SELECT count(*) FROM unnest(found) AS item
		      WHERE item = ANY (best)), cardinality(best));
	END LOOP;
END $$;

SELECT sort, count(*),
       to_char(percentile_cont(0.5) WITHIN GROUP (ORDER BY alone), '9990.0'),
       to_char(percentile_cont(0.95) WITHIN GROUP (ORDER BY alone), '9990.0'),
       to_char(percentile_cont(0.5) WITHIN GROUP (ORDER BY every), '9990.0'),
       to_char(percentile_cont(0.95) WITHIN GROUP (ORDER BY every), '9990.0'),
       to_char(percentile_cont(0.5) WITHIN GROUP (ORDER BY page), '9990.0'),
       to_char(percentile_cont(0.95) WITHIN GROUP (ORDER BY page), '9990.0'),
       to_char(sum(same)::real / nullif(sum(most), 0), '0.000')
  FROM took
 GROUP BY GROUPING SETS ((sort), ())
 ORDER BY sort;
