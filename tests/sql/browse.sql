-- browse.sql - a list is narrowed, what is new is told, a title completed.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();

-- A text of an item of its own.
CREATE FUNCTION pg_temp.put(kind text, slug text, lang text, title text,
    body text, state text DEFAULT 'source') RETURNS void LANGUAGE sql AS $$
	INSERT INTO item (kind, slug, collection, source_lang, position, area)
	VALUES (kind, slug, 'test', lang, 0, 'teams')
	    ON CONFLICT (kind, slug) DO NOTHING;
	INSERT INTO item_text (item_id, lang, title, title_lang, summary,
	    summary_lang, state, stale, missing, words, sort_key, initial,
	    search_title, search_summary, search_body)
	SELECT item_id, $3, $4, $3, '', $3, $6, 0, 0, 1, '', '', $4, '', $5
	  FROM item WHERE item.kind = $1 AND item.slug = $2
	    ON CONFLICT (item_id, lang) DO UPDATE
	   SET search_title = excluded.search_title,
	       search_body = excluded.search_body, state = excluded.state;
$$;
CREATE FUNCTION pg_temp.items() RETURNS int[] LANGUAGE sql AS $$
	SELECT array_agg(item_id) FROM item WHERE collection = 'test'
$$;
CREATE FUNCTION pg_temp.news(reader text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(what || coalesce(' ' || slug, ' × ' || texts),
	           ', ' ORDER BY slug NULLS FIRST), '')
	  FROM news_list(reader)
	  LEFT JOIN item USING (item_id)
	 WHERE collection = 'test' OR item_id IS NULL
$$;
CREATE FUNCTION pg_temp.titles(reader text, typed text) RETURNS text
LANGUAGE sql AS $$
	SELECT coalesce(string_agg(slug || '/' || lang, ' ' ORDER BY number), '')
	  FROM suggest_titles(reader, typed)
	  WITH ORDINALITY AS one (item_id, lang, title, number)
	  JOIN item USING (item_id)
$$;
-- As if the last import had been so long ago.
CREATE FUNCTION pg_temp.wait(days int) RETURNS void LANGUAGE sql AS $$
	UPDATE item_news SET day = day - days;
$$;
SELECT setval('item_item_id_seq', 1000000);

-- --- news --------------------------------------------------------------

DELETE FROM item_news;
SELECT pg_temp.put('case', 'first', 'fr', 'Zorgluberie du midi', 'Un.'),
       pg_temp.put('case', 'second', 'fr', 'Une autre affaire', 'Deux.');
SELECT browse_refresh();
SELECT is(pg_temp.news('fr'), 'new first, new second', 'two items came');
SELECT is(pg_temp.news('sv'), '', 'but not in Swedish');
SELECT browse_refresh();
SELECT is(pg_temp.news('fr'), 'new first, new second',
	'an import that changes nothing is no news');
SELECT pg_temp.put('case', 'first', 'fr', 'Zorgluberie du midi', 'Un mot.');
SELECT browse_refresh();
SELECT is(pg_temp.news('fr'), 'new first, new second',
	'what is changed on its first day is still new');
SELECT pg_temp.wait(40), pg_temp.put('case', 'first', 'fr',
	'Zorgluberie du midi', 'Un mot de plus.'),
       pg_temp.put('case', 'second', 'sv', 'En annan sak', 'Två.', 'machine');
SELECT browse_refresh();
SELECT is(pg_temp.news('fr'), 'changed first, new first, new second',
	'later it is changed, in a month of its own');
SELECT is(pg_temp.news('sv'), 'translated second',
	'a translation is news in its language');
SELECT pg_temp.wait(1), pg_temp.put('case', 'second', 'sv', 'En annan sak',
	'Två.', 'reviewed');
SELECT browse_refresh();
SELECT is(pg_temp.news('sv'), 'reviewed second', 'so is its review');
SELECT pg_temp.wait(1), pg_temp.put('case', 'second', 'sv', 'En annan sak',
	'Två.', 'stale');
SELECT browse_refresh();
SELECT is(pg_temp.news('sv'), 'reviewed second',
	'that its original changed is no news of the translation');
UPDATE item SET successor = '' WHERE slug = 'second' AND collection = 'test';
SELECT browse_refresh();
SELECT is(pg_temp.news('sv'), '', 'what was withdrawn is no news');
SELECT is(pg_temp.titles('fr', 'autre affaire'), '', 'nor a suggestion');

SELECT pg_temp.put('page', 'legal-test', 'fr', 'Mentions', 'Trois.');
SELECT count(pg_temp.put('tool', 'many-' || n, 'fr', 'Outil ' || n, 'Quatre.'))
  FROM generate_series(1, 13) AS n;
SELECT browse_refresh();
SELECT is(pg_temp.news('fr'), 'new × 13, changed first, new first',
	'thirteen at once are one line, a page is none');
SELECT is((SELECT count(*) FROM item_news WHERE lang = 'fr'
	AND day = (now() AT TIME ZONE 'UTC')::date), 13::bigint,
	'all are kept');

-- --- facets ------------------------------------------------------------

SELECT is((SELECT string_agg(facet || ' ' || value || ' ' || total || ' '
	|| free, ', ') FROM facet_counts('fr', pg_temp.items(), '{}')
	WHERE facet IN ('area', 'kind')),
	'area teams 16 16, kind case 2 16, kind tool 13 16, kind page 1 16',
	'values are counted, in the order of kinds.def');
SELECT is((SELECT string_agg(value || ' ' || total || ' ' || free, ', ')
	FROM facet_counts('fr', pg_temp.items(), '{"kind":"case"}')
	WHERE facet = 'kind'), 'case 2 16, tool 13 16, page 1 16',
	'a choice does not narrow its own facet');
SELECT is((SELECT string_agg(value || ' ' || total || ' ' || free, ', ')
	FROM facet_counts('fr', pg_temp.items(), '{"kind":"case"}')
	WHERE facet = 'area'), 'teams 2 2', 'but the others');
SELECT is((SELECT string_agg(facet || ' ' || value || ' ' || total || ' '
	|| free, ', ') FROM facet_counts('fr', pg_temp.items(),
	'{"kind":"case", "country":"ZZ"}') WHERE facet IN ('country', 'area')),
	'country ZZ 0 2', 'what nothing has is there, with what it keeps away');
SELECT is((SELECT string_agg(value || ' ' || total, ', ')
	FROM facet_counts('sv', pg_temp.items(), '{}') WHERE facet = 'state'),
	'stale 1', 'the state is that of the reader’s language');
SELECT is((SELECT string_agg(slug, ' ' ORDER BY slug)
	FROM facet_items('fr', '{"area":"teams","kind":"case","language":"fr"}')
	  AS one (item_id) JOIN item USING (item_id)
	WHERE collection = 'test'), 'first second', 'all values: passes');
SELECT is((SELECT string_agg(slug, ' ')
	FROM facet_items('fr', '{"area":"teams","kind":"case","country":"FR"}')
	  AS one (item_id) JOIN item USING (item_id)
	WHERE collection = 'test'), NULL, 'one is missing: does not');

-- --- suggestions -------------------------------------------------------

SELECT is(pg_temp.titles('fr', 'zorglu'), 'first/fr', 'the first word');
SELECT is(pg_temp.titles('fr', 'ZÔRGL'), 'first/fr', 'however it is typed');
SELECT is(pg_temp.titles('fr', 'midi zor'), 'first/fr',
	'two words, in any order');
SELECT is(pg_temp.titles('fr', 'zorgluberie nord'), '', 'all have to be there');
SELECT is(pg_temp.titles('sv', 'zorglu'), 'first/fr',
	'a title of another language');
SELECT is(pg_temp.titles('fr', 'orglu'), '', 'words are completed at their end');
SELECT is(pg_temp.titles('fr', 'z'), '', 'one letter is not enough');
SELECT is(pg_temp.titles('fr', 'outi 13'), 'many-13/fr', 'a number is a word');
SELECT is((SELECT count(*) FROM suggest_titles('fr', 'outil')), 8::bigint,
	'eight at most');

-- --- did you mean ------------------------------------------------------

SELECT pg_temp.put('term', 'blorkeur', 'fr', 'blorkeur', 'Celui qui blorke.'),
       pg_temp.put('term', 'blorkeur', 'sv', 'gnuffåre', 'Den som gör så.',
           'machine');
SELECT search_refresh(), browse_refresh();
SELECT is(search_suggest('fr', 'zorglubrie'), 'zorgluberie', 'a letter less');
SELECT is(search_suggest('fr', 'le zorgulberie'), 'le zorgluberie',
	'two changed places');
SELECT is(search_suggest('fr', 'zorgluberie'), NULL, 'a word that exists');
SELECT is(search_suggest('fr', 'gnuffåer'), 'gnuffåre',
	'a word of another language');
SELECT is(search_suggest('sv', 'gnufare'), 'gnuffåre', 'without its accent');
SELECT is(search_suggest('fr', 'xqxqxqxq'), NULL, 'what is like nothing');
SELECT is((SELECT string_agg(slug, ' ') FROM suggest_terms('fr', 'blorkur')
	JOIN item USING (item_id) WHERE collection = 'test'), 'blorkeur',
	'a term that sounds alike');

-- --- whatever is typed -------------------------------------------------

SELECT lives_ok(format('SELECT * FROM %s(%L, %L)', name, lang, typed),
	format('%s, %s: %s', name, lang, left(typed, 30)))
  FROM unnest(ARRAY['suggest_titles', 'suggest_terms', 'search_suggest']) AS name,
       unnest(ARRAY['fr', 'sv', '']) AS lang,
       unnest(ARRAY['', ' ', '"', '''', '\', '%', '_', '&|!():*<->',
	'''; DROP TABLE item; --', '<script>alert(1)</script>', '../..',
	E'\u0001\u007f\t\n', U&'\FEFF', U&'\+01F600', U&'\+10FFFF', 'łø ß İ',
	repeat('é', 10000), repeat('mot ', 3000), repeat('ab', 200)]) AS typed;
SELECT lives_ok(format('SELECT * FROM facet_counts(''fr'', ''{1,-1}'', %L)',
	chosen::text), format('chosen: %s', left(chosen::text, 30)))
  FROM unnest(ARRAY['{}', '{"":""}', '{"a''b":"\"}"}',
	'{"kind":"\u0001"}']::jsonb[]) AS chosen;

SET LOCAL ROLE profint_site;
SELECT count(*) AS typed FROM suggest_titles('fr', 'zorglu') \gset
SELECT count(*) AS counted FROM facet_counts('fr', '{1}', '{}') \gset
SELECT count(*) AS told FROM news_list('fr') \gset
RESET ROLE;
SELECT ok(:typed = 1 AND :counted > 0 AND :told > 0,
	'the site may do all this');

SELECT * FROM finish();
ROLLBACK;
