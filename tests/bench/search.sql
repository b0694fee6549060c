-- search - how long finding takes, and how near it is to exact ranking.
--
-- psql -v list=FILE -f tests/bench/search.sql <questions
--
-- list: a file that prepares the page's statements as list and facets.  Reads lines of language and question.
-- Prints lines of what was asked, how many, and median and 95th percentile
-- in milliseconds: found in the question's language alone, found in all of
-- them, and the page with its facets.  Time spent waiting for a processor
-- that others have is not counted, where the kernel says how much that was.
-- Last column: the share of the first ten that a ranking finds which reads
-- all texts (exact.sql).

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

\i :list

-- How many the best ten are, and all that are as good as the last of them:
-- many texts of the catalogue are worth the same.
CREATE FUNCTION pg_temp.best(tag text, question text, terms search_term[],
    OUT number int, OUT items int[])
LANGUAGE sql AS $$
	SELECT least(10, max(place)), array_agg(item_id)
	  FROM (SELECT item_id, score, row_number() OVER best AS place,
	               coalesce(nth_value(score, 10) OVER (best
	                   ROWS BETWEEN UNBOUNDED PRECEDING
	                   AND UNBOUNDED FOLLOWING), 0) AS tenth
	          FROM bench.hits(tag, question, terms)
	        WINDOW best AS (ORDER BY score DESC, item_id)) AS hit
	 WHERE score >= 0.99999 * tenth
$$;

CREATE TEMP TABLE took (sort text, alone real, every real, page real,
    same int, most int);
-- A clock that stands still while we wait for a processor.
CREATE FUNCTION pg_temp.waited() RETURNS float
LANGUAGE sql
RETURN coalesce(split_part(pg_read_file('/proc/self/schedstat', 0, 100,
    true), ' ', 2)::float, 0) / 1e6;
CREATE FUNCTION pg_temp.clock() RETURNS float
LANGUAGE plpgsql AS $$
DECLARE
	waited	float;
	now	float;
BEGIN
	LOOP
		waited := pg_temp.waited();
		now := extract(epoch FROM clock_timestamp()) * 1000;
		EXIT WHEN waited = pg_temp.waited();
	END LOOP;
	RETURN now - waited;
END $$;
DO $$
DECLARE
	one	record;
	round	int;
	begun	float;
	tag	text;
	terms	search_term[];
	found	int[];
	alone	real;
	every	real;
	page	real;
BEGIN
	-- Each twice; the faster is what it takes.
	FOR one IN SELECT * FROM asked LOOP
		alone := 'inf'; every := 'inf'; page := 'inf';
		FOR round IN 1..2 LOOP
			begun := pg_temp.clock();
			tag := search_asked(one.lang, one.question);
			terms := ARRAY(SELECT each FROM search_meant(tag,
			    one.question) AS each);
			PERFORM FROM search_hits(tag, one.question, ARRAY(
			    SELECT each FROM unnest(terms) AS each
			     WHERE each.lang = tag));
			alone := least(alone, pg_temp.clock() - begun);
			begun := pg_temp.clock();
			tag := search_asked(one.lang, one.question);
			terms := ARRAY(SELECT each FROM search_meant(tag,
			    one.question) AS each);
			found := ARRAY(SELECT item_id FROM search_hits(tag,
			    one.question, terms) AS hit
			    ORDER BY hit.score DESC, hit.item_id LIMIT 10);
			every := least(every, pg_temp.clock() - begun);
			begun := pg_temp.clock();
			EXECUTE format('EXECUTE list(%L, %L, ''{}'', NULL, 0, 20)',
			    one.lang, one.question);
			EXECUTE format('EXECUTE facets(%L, ''{}'')', one.lang);
			page := least(page, pg_temp.clock() - begun);
		END LOOP;
		INSERT INTO bench.known (lang, question, number, items)
		SELECT one.lang, one.question, best.number, best.items
		  FROM pg_temp.best(tag, one.question, terms) AS best
		 WHERE NOT EXISTS (SELECT FROM bench.known
		    WHERE (known.lang, known.question)
		        = (one.lang, one.question));
		INSERT INTO took
		SELECT one.sort, alone, every, page, (SELECT count(*)
		           FROM unnest(found) AS item
		          WHERE item = ANY (known.items)), known.number
		  FROM bench.known
		 WHERE (known.lang, known.question)
		     = (one.lang, one.question);
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
