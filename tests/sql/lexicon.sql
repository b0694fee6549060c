-- lexicon.sql - a question in one language finds texts in another.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();

CREATE FUNCTION pg_temp.item(kind text, slug text, lang text, title text,
    body text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO item (kind, slug, collection, source_lang, position)
	VALUES (kind, slug, 'test', lang, 0)
	    ON CONFLICT (kind, slug) DO NOTHING;
	INSERT INTO item_text (item_id, lang, title, title_lang, summary,
	    summary_lang, state, stale, missing, words, sort_key, initial,
	    search_title, search_summary, search_body)
	SELECT item_id, $3, $4, $3, '', $3, 'machine', 0, 0, 1, '', '', $4, '', $5
	  FROM item WHERE item.kind = $1 AND item.slug = $2;
$$;

CREATE FUNCTION pg_temp.entry(lang text, lexemes text, target_lang text,
    targets text, source text, weight real) RETURNS void LANGUAGE sql AS $$
	INSERT INTO lexicon (lang, head, lexemes, target_lang, targets, source,
	    weight)
	VALUES ($1, split_part($2, ' ', 1), $2, $3, $4, $5, $6);
$$;

-- What terms 1, 2, … of French are in Swedish, the best first.
CREATE FUNCTION pg_temp.expanded(VARIADIC lexemes text[]) RETURNS text
LANGUAGE sql AS $$
	SELECT string_agg(term || ':' || target_lexeme || ':'
	           || round(weight::numeric, 2), ' '
	           ORDER BY term, weight DESC, target_lexeme)
	  FROM search_expand('fr', ARRAY(SELECT generate_series(1,
	           cardinality(lexemes))), lexemes)
	 WHERE target_lang = 'sv'
$$;

CREATE FUNCTION pg_temp.finds(reader text, question text) RETURNS text
LANGUAGE sql AS $$
	SELECT coalesce(string_agg(slug, ' ' ORDER BY complete DESC,
	           score DESC, slug), '')
	  FROM search_found(reader, question)
	  JOIN item USING (item_id)
	 WHERE collection = 'test'
$$;

CREATE FUNCTION pg_temp.why(reader text, question text, slug text)
RETURNS text LANGUAGE sql AS $$
	SELECT search_why($1, $2, found.lang, found.item_id)
	  FROM search_found($1, $2) AS found
	  JOIN item USING (item_id)
	 WHERE item.slug = $3
$$;

SELECT pg_temp.entry('fr', 'zorglub', 'sv', 'snurrbult', 'learned', 1.0);
SELECT pg_temp.entry('fr', 'zorglub', 'sv', 'gnagel', 'learned', 0.3);
SELECT pg_temp.entry('fr', 'zorglub', 'sv', 'skruv', 'dictionary', 0.6);
SELECT pg_temp.entry('fr', 'zorglub', 'sv', 'snurrbult', 'dictionary', 0.6);
SELECT pg_temp.entry('sv', 'zworgel', 'fr', 'zorglub', 'dictionary', 0.6);
SELECT pg_temp.entry('sv', 'zgnafel', 'fr', 'kropoulet', 'dictionary', 0.6);
SELECT pg_temp.entry('fr', 'bromp', 'sv', 'snurrbult', 'learned', 0.5);
SELECT pg_temp.entry('fr', 'bromp', 'sv', 'skruv', 'dictionary', 0.6);
SELECT pg_temp.entry('fr', 'plonk', 'sv', 'skruv', 'dictionary', 0.6);
SELECT pg_temp.entry('fr', 'plonk', 'sv', 'skruv mej', 'dictionary', 0.4);
SELECT pg_temp.entry('fr', 'plonk zorglub', 'sv', 'plonkbult', 'glossary', 0.9);
SELECT pg_temp.item('page', 'swedish-only', 'sv', 'En snurrbult', 'Den snurrar.');
SELECT pg_temp.item('page', 'in-body', 'sv', 'Annat', 'Här är en snurrbult.');
SELECT pg_temp.item('page', 'both', 'fr', 'Un zorglub', 'Il tourne.');
SELECT pg_temp.item('page', 'both', 'sv', 'En snurrbult', 'Den snurrar.');
SELECT pg_temp.item('page', 'french', 'fr', 'Autre', 'Il y a un zorglub ici.');
SELECT pg_temp.item('page', 'unrelated', 'sv', 'Kropp', 'Ingenting.');
SELECT search_refresh() AS changed \gset

-- --- one word after the other

SELECT is(pg_temp.expanded('bromp'), '1:snurrbult:0.50 1:skruv:0.36',
	'what our texts know counts more than dictionaries');
SELECT is(pg_temp.expanded('zorglub'), '1:snurrbult:1.00 1:gnagel:0.30',
	'the surer they are; what falls far behind is left out');
SELECT is(pg_temp.expanded('plonk'), '1:skruv:0.60 1:mej:0.28',
	'where they know nothing, dictionaries speak; several words count less');
SELECT is(pg_temp.expanded('plonk', 'zorglub'),
	'1:plonkbult:0.90 2:snurrbult:1.00 2:plonkbult:0.90 2:gnagel:0.30',
	'a name of two words is both of them');
SELECT is(pg_temp.expanded('kropoulet'), NULL, 'nobody knows this');
SELECT is((SELECT count(*)::int FROM search_expand('fr', '{}', '{}')), 0,
	'no word is nothing');
SELECT is((SELECT count(*)::int FROM search_expand('xx', '{1}', '{a}')), 0,
	'nor is a language that is not there');

-- --- questions

SELECT is(search_asked('fr', 'comment trouver un logement'), 'fr',
	'a French question');
SELECT is(search_asked('fr', 'hur hittar man en bostad'), 'sv',
	'a Swedish question on a French page');
SELECT is(search_asked('it', 'zzqq'), 'it', 'nobody knows: the reader’s own');
SELECT is(search_asked('it', ''), NULL, 'no word, no language');
SELECT is(pg_temp.finds('fr', 'zorglub'), 'both swedish-only french in-body',
	'as typed in a title, what it is called elsewhere in one, then texts');
SELECT is(pg_temp.finds('sv', 'zorglub'), 'both swedish-only french in-body',
	'on a Swedish page too');
SELECT is(pg_temp.why('fr', 'zorglub', 'both'), NULL,
	'what a reader sees needs no reason');
SELECT is(pg_temp.why('fr', 'zorglub', 'swedish-only'),
	'snurrbult ← zorglub', 'a reason is given');
SELECT is(pg_temp.why('it', 'snurrbult', 'swedish-only'), 'snurrbult',
	'the word itself, in another language');
SELECT is(pg_temp.why('it', 'snurrbultar', 'swedish-only'), 'snurrbultar',
	'... as it was typed');
SELECT pg_temp.item('page', 'more-' || n, 'fr', 'Un zorglub ' || n, 'Rien.')
  FROM generate_series(1, 5) AS n;
SELECT pg_temp.item('page', 'unrelated', 'fr', 'Rien', 'Rien du tout.');
SELECT search_refresh() AS changed \gset
SELECT ok(pg_temp.finds('fr', 'zorglub') ~ '^both .* in-body$',
	'what only says it in another language’s text comes last');

-- --- compounds

SELECT is((SELECT string_agg(term || ':' || lexeme || ':' || word, ' '
	    ORDER BY term) FROM search_told('sv', 'en zgnafelzworgel')),
	'3002:zorglub:zgnafelzworgel',
	'a compound that nobody knows is told by its parts');
SELECT is((SELECT string_agg(lexeme, ' ') FROM search_meant('sv',
	    'zgnafelzworgel') WHERE lang = 'fr'), 'zorglub',
	'... and not missed where they are found');
SELECT is((SELECT count(*)::int FROM search_told('fr', 'plonkzorglub')), 0,
	'only in a language that makes compounds');

-- --- whatever is typed

SELECT lives_ok(format('SELECT search_asked(%L, %L), (SELECT count(*)
	  FROM search_told(%L, %L))', 'fr', typed, 'sv', typed),
	format('told: %s', left(typed, 30)))
  FROM unnest(ARRAY['', '"', '''', '\', '%', '&|!():*<->', U&'\E000x', 'İß',
	repeat('mot ', 3000), repeat('é', 10000)]) AS typed;

SET LOCAL ROLE profint_site;
SELECT search_why('fr', 'zorglub', 'sv', item_id) AS why
  FROM item WHERE slug = 'swedish-only' \gset
RESET ROLE;
SELECT is(:'why'::text, 'snurrbult ← zorglub', 'the site may do all this');

SELECT * FROM finish();
ROLLBACK;
