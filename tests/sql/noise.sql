-- noise.sql - whatever is asked, search answers, and soon.
--
-- 400 questions of random characters: letters of many scripts, quotes,
-- operators of text search, accents alone, marks of our own, emoji.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT plan(5);
SELECT setseed(0.5);
SET LOCAL statement_timeout = '20s';

CREATE TEMP TABLE alphabet ON COMMIT DROP AS
SELECT row_number() OVER ()::int AS n, letter
  FROM (SELECT regexp_split_to_table(
           'aeiostnrlé''"\&|!():*<->_%$.,;/@#=~[]{}+? ' ||
           U&'\0301\0300\00DF\0130\0131\0153\00C6\2019\2013\202E\200D' ||
           U&'\0635\0639\65E5\672C\0416\E000\E001\E002\E100\FFFD' ||
           U&'\+01F600\+01F3F4\+01D56C\FDFA', '') AS letter) AS letters;

CREATE TEMP TABLE question ON COMMIT DROP AS
SELECT number.n, string_agg(letter, '' ORDER BY place) AS words
  FROM generate_series(1, 400) AS number (n)
 CROSS JOIN LATERAL (
    SELECT place, 1 + floor(random() * (SELECT count(*) FROM alphabet))::int
               AS pick
      FROM generate_series(1, 1 + (number.n * 37) % 200) AS place) AS dice
  JOIN alphabet ON alphabet.n = pick
 GROUP BY number.n;

SELECT is(count(*), 400::bigint, 'four hundred questions') FROM question;
SELECT lives_ok($$ SELECT count(found.item_id) FROM question
    LEFT JOIN LATERAL search_found('fr', words) AS found ON true $$,
    'each can be asked');
SELECT lives_ok($$ SELECT count(search_suggest('sv', words)) FROM question $$,
    'each has a suggestion or none');
SELECT lives_ok($$ SELECT count(term.item_id) FROM question
    LEFT JOIN LATERAL search_glossary('it', words) AS term ON true $$,
    'each is looked up in the glossary');
SELECT lives_ok($$ SELECT count(search_marks(ARRAY[words],
    search_pattern('en', ARRAY(SELECT lexeme
        FROM search_terms('en', words) WHERE lang = 'en'))))
    FROM question $$, 'each marks itself');

SELECT * FROM finish();
ROLLBACK;
