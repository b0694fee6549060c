-- catalogue - items :first to :last in every language, made of our own texts.
--
-- psql -v first=1 -v last=1000 -f tests/bench/catalogue.sql
--
-- A text is six of our own paragraphs, the same ones in every language, so
-- that words are as frequent as they are and translations translate.  As a
-- vocabulary grows with what is written, each text also has four coined
-- words: the front of one of our words and the end of another, the n-th one
-- n times rarer than the first of 200,000.  Chance is a hash of the item's
-- number, the same every time.  Only the tables are filled that search and lists read.

\set ON_ERROR_STOP on
BEGIN;

-- Between 0 and 1, from the item's number and the name of the choice.
CREATE FUNCTION pg_temp.chance(item int, choice text) RETURNS float
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (hashtextextended(choice, item) & 1048575) / 1048576.0;

CREATE TEMP TABLE own AS
SELECT lang, element = 'title' AS titled,
       dense_rank() OVER (PARTITION BY lang, element = 'title'
           ORDER BY md5(item_id || name), item_id, name) - 1 AS number,
       replace(replace(replace(regexp_replace(body::text, '<[^>]*>', '', 'g'),
           '&lt;', '<'), '&gt;', '>'), '&amp;', '&') AS content
  FROM segment
 WHERE element IN ('title', 'p', 'li', 'help', 'example', 'what', 'hint')
   AND (item_id, name) IN (
       SELECT item_id, name FROM segment GROUP BY 1, 2
       HAVING count(*) = (SELECT count(*) FROM language));
CREATE INDEX ON own (titled, number);

-- Fronts and ends of words.
CREATE TEMP TABLE piece AS
SELECT lang, front, row_number() OVER (PARTITION BY lang, front
           ORDER BY md5(letters)) - 1 AS number, letters
  FROM (SELECT own.lang, one.front, one.letters
          FROM own
         CROSS JOIN regexp_split_to_table(lower(own.content),
            '[^[:alpha:]]+') AS word
         CROSS JOIN LATERAL (VALUES (true, left(word, 5)),
            (false, right(word, 4))) AS one (front, letters)
         WHERE length(word) >= 8
         GROUP BY 1, 2, 3) AS each;
CREATE INDEX ON piece (front, lang, number);

CREATE TEMP TABLE coined AS
SELECT lang, word.number, front.letters || tail.letters AS word
  FROM (SELECT DISTINCT floor(200000 ^ pg_temp.chance(item, 'word' || n))::int
          FROM generate_series(:first, :last) AS item
         CROSS JOIN generate_series(1, 4) AS n) AS word (number)
 CROSS JOIN (SELECT lang, count(*) FILTER (WHERE front) AS fronts,
                    count(*) FILTER (WHERE NOT front) AS tails
               FROM piece GROUP BY lang) AS size
  JOIN piece AS front USING (lang)
  JOIN piece AS tail USING (lang)
 WHERE front.front AND NOT tail.front
   AND front.number = word.number % size.fronts
   AND tail.number = word.number / size.fronts % size.tails;

CREATE TEMP TABLE made AS
SELECT n, nextval(pg_get_serial_sequence('item', 'item_id'))::int AS item_id
  FROM generate_series(:first, :last) AS n;

INSERT INTO item (item_id, kind, slug, collection, source_lang, position, area)
OVERRIDING SYSTEM VALUE
SELECT item_id, ('{case,case,tool,practice,practice,testimonial,grid}'::text[])
           [1 + floor(7 * pg_temp.chance(n, 'kind'))::int],
       'bench-' || n, 'bench', 'fr', 1000 + n,
       ('{comprehensive,comprehensive,methodology,partnerships,teams}'::text[])
           [1 + floor(6 * pg_temp.chance(n, 'area'))::int]
  FROM made;
INSERT INTO item_area (item_id, area)
SELECT made.item_id, area.slug
  FROM made
  JOIN item AS area ON area.kind = 'area'
 WHERE pg_temp.chance(n, area.slug) < 0.2
   AND NOT EXISTS (SELECT FROM item WHERE item.item_id = made.item_id
       AND item.area = area.slug);
INSERT INTO item_fact (item_id, position, fact, value)
SELECT item_id, 0, 'country', ('{FR,IT,SE,AT,BE,DE,ES,PL}'::text[])
           [1 + floor(8 * pg_temp.chance(n, 'country') ^ 2)::int]
  FROM made
 UNION ALL
SELECT item_id, row_number() OVER (PARTITION BY item_id ORDER BY value),
       'process', value
  FROM made
 CROSS JOIN LATERAL (SELECT DISTINCT value FROM item_fact
    WHERE fact = 'process') AS process
 WHERE pg_temp.chance(n, value) < 0.25;
INSERT INTO item_link (item_id, to_id)
SELECT made.item_id, one.item_id
  FROM made
  JOIN (SELECT item_id, row_number() OVER (ORDER BY slug) - 1 AS number,
               count(*) OVER () AS all_of_them
          FROM item WHERE kind = 'recommendation') AS one
    ON one.number = floor(one.all_of_them * pg_temp.chance(n, 'link'));

CREATE TEMP TABLE part AS
SELECT n, part, floor(size.paragraphs
           * pg_temp.chance(n, 'part' || part) ^ 1.5) AS number
  FROM made
 CROSS JOIN generate_series(1, 6) AS part
 CROSS JOIN (SELECT count(DISTINCT number) AS paragraphs FROM own
              WHERE NOT titled) AS size;
CREATE TEMP TABLE body AS
SELECT part.n, own.lang,
       string_agg(own.content, E'\n' ORDER BY part.part) AS content
  FROM part
  JOIN own ON own.number = part.number AND NOT own.titled
 GROUP BY part.n, own.lang;
CREATE TEMP TABLE words AS
SELECT n, lang, array_agg(word ORDER BY each) AS words
  FROM made
 CROSS JOIN generate_series(1, 4) AS each
  JOIN coined ON number = floor(200000 ^ pg_temp.chance(n, 'word' || each))
 GROUP BY n, lang;
ANALYZE made, body, words, own;

INSERT INTO item_text (item_id, lang, title, title_lang, summary,
    summary_lang, state, stale, missing, words, sort_key, initial,
    search_title, search_summary, search_body)
SELECT made.item_id, lang, title.title, lang, left(body.content, 100), lang,
       CASE WHEN lang = 'fr' THEN 'source'
            WHEN pg_temp.chance(n, lang) < 0.2 THEN 'reviewed'
            ELSE 'machine' END,
       0, 0, length(body.content) / 6, lower(title.title),
       upper(left(title.title, 1)), title.title, left(body.content, 100),
       body.content || E'\n' || array_to_string(words[2:], ' ') || '.'
  FROM made
  JOIN body USING (n)
  JOIN words USING (n, lang)
 CROSS JOIN LATERAL (
    SELECT own.content || ', ' || words[1] AS title
      FROM own
     WHERE own.titled AND own.lang = body.lang
       AND own.number = floor((SELECT count(DISTINCT number) FROM own
           WHERE titled) * pg_temp.chance(n, 'title'))) AS title;
COMMIT;
ANALYZE item, item_text, item_area, item_fact, item_link;
