-- search.sql - a reader finds a text by the words one would try.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();

-- An item of its own, with texts that nobody else has.
CREATE FUNCTION pg_temp.item(kind text, slug text, lang text, title text,
    summary text, body text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO item (kind, slug, collection, source_lang, position)
	VALUES (kind, slug, 'test', lang, 0)
	    ON CONFLICT (kind, slug) DO NOTHING;
	INSERT INTO item_text (item_id, lang, title, title_lang, summary,
	    summary_lang, state, stale, missing, words, sort_key, initial,
	    search_title, search_summary, search_body)
	SELECT item_id, $3, $4, $3, $5, $3, 'machine', 0, 0, 1, '', '', $4, $5, $6
	  FROM item WHERE item.kind = $1 AND item.slug = $2;
$$;

-- What a question finds among these, best first.
CREATE FUNCTION pg_temp.finds(reader text, question text) RETURNS text
LANGUAGE sql AS $$
	SELECT coalesce(string_agg(slug, ' ' ORDER BY score DESC, slug), '')
	  FROM search_found(reader, question)
	  JOIN item USING (item_id)
	 WHERE collection = 'test'
$$;

CREATE FUNCTION pg_temp.terms(reader text, question text) RETURNS text
LANGUAGE sql AS $$
	SELECT coalesce(string_agg(lexeme, ' ' ORDER BY term, weight DESC, lexeme), '')
	  FROM search_terms(reader, question)
	 WHERE lang = reader
$$;

SELECT pg_temp.item(i.kind, i.slug, i.lang, i.title, i.summary, i.body)
  FROM (VALUES
    ('page', 'in-title', 'fr', 'La zorglubière', 'Rien', 'Rien de plus ici.'),
    ('page', 'in-summary', 'fr', 'Rien', 'Une zorglubière', 'Rien de plus ici.'),
    ('page', 'in-body', 'fr', 'Rien', 'Rien', 'On y voit la zorglubière.'),
    ('page', 'other-word', 'fr', 'Kropoulet', 'Rien', 'Un kropoulet seul.'),
    ('page', 'feminine', 'fr', 'Une réfugiée plimoudée', '', 'Rien.'),
    ('page', 'name', 'fr', 'O’krampouz', '', 'Chez O’krampouz. Rien d’autre.'),
    ('page', 'with-ring', 'sv', 'Plåkfalk', '', 'Ingenting.'),
    ('page', 'without-ring', 'sv', 'Plakfalk', '', 'Ingenting.'),
    ('page', 'house', 'it', 'Una zampogna', '', 'La zampogna.'),
    ('page', 'elsewhere', 'sv', 'En snurrbult', '', 'Här snurrar snurrbulten.'),
    ('page', 'elsewhere', 'fr', 'Un tournevis', '', 'Ici il tourne.'),
    ('term', 'blorkeur', 'fr', 'blorkeur / blorkeuse', '', 'Qui blorke.'),
    ('term', 'blorkeur', 'sv', 'gnuffare', '', 'Den som gnuffar.')
  ) AS i (kind, slug, lang, title, summary, body);
SELECT ok(search_refresh() > 0, 'new texts are read');
SELECT is(search_refresh(), 0, 'a second time there is nothing to do');

-- --- folding

SELECT is(search_fold('fr', 'Réfugiées de l’Œuvre'), 'refugies de l oeuvre',
	'French loses accents, ligatures, apostrophes and the double e');
SELECT is(to_tsvector('french', search_fold('fr', 'complementarite')),
	to_tsvector('french', search_fold('fr', 'Complémentarités')),
	'-ité is cut, with its accent or without');
SELECT is(to_tsvector('french', search_fold('fr', 'français')),
	to_tsvector('french', search_fold('fr', 'française')),
	'française is français');
SELECT is(search_fold('it', 'l''Attività'), 'l attivita',
	'Italian loses accents and both apostrophes');
SELECT isnt(to_tsvector('italian', search_fold('it', 'case')),
	to_tsvector('italian', search_fold('it', 'caso')),
	'an Italian house is no case');
SELECT is(to_tsvector('italian', search_fold('it', 'casa')),
	to_tsvector('italian', search_fold('it', 'case')), '... and houses are');
SELECT is(search_fold('sv', 'Idén på ön'), 'iden på ön',
	'Swedish keeps å ä ö and loses other accents');
SELECT is(to_tsvector('swedish', search_fold('sv', 'språket kartan')),
	to_tsvector('swedish', search_fold('sv', 'språk karta')),
	'Swedish loses the definite forms that the stemmer leaves');
SELECT is(to_tsvector('swedish', search_fold('sv', 'mottagandet')),
	to_tsvector('swedish', search_fold('sv', 'mottagande')),
	'... that of -ande too');
SELECT is(search_fold('sv', 'aktivitet trygghet plan'),
	'aktivitet trygghet plan', '... and no more');
SELECT is(search_fold('xx', 'Ünter-Über'), 'ünter über',
	'an unknown language keeps its accents');

-- --- words

SELECT is(pg_temp.terms('fr', 'le la les ?'), '', 'stop words are no terms');
SELECT is(pg_temp.terms('fr', 'comment quelqu’un pourquoi'), '',
	'nor are words that ask');
SELECT is(pg_temp.terms('sv', 'män'), 'män',
	'män is a word though man is none');
SELECT is(pg_temp.terms('sv', 'man'), '', 'man is none');
SELECT is((SELECT count(*)::int FROM search_terms('fr', (
	SELECT string_agg('kr' || n || 'zz', ' ') FROM generate_series(1, 40) n))
	WHERE lang = 'fr'), 12, 'no more than twelve terms');

-- --- ranking

SELECT is(pg_temp.finds('fr', 'zorglubière'), 'in-title in-summary in-body',
	'title before summary before text');
SELECT is(pg_temp.finds('fr', 'zorglubieres'), 'in-title in-summary in-body',
	'the same in the plural and without the accent');
SELECT is(pg_temp.finds('fr', 'refugie plimoude'), 'feminine',
	'masculine finds feminine, without accents');
SELECT is(pg_temp.finds('fr', 'okrampouz'), 'name', 'a name in one word');
SELECT is(pg_temp.finds('fr', 'O''krampouz'), 'name', 'and as it is written');
SELECT is(pg_temp.finds('sv', 'plåkfalk'), 'with-ring', 'å typed is å');
SELECT is(pg_temp.finds('sv', 'plakfalk'), 'without-ring with-ring',
	'a typed is a first, then å');

-- --- relaxing

SELECT is(pg_temp.finds('fr', 'kropoulet zorglubière'),
	'other-word in-title in-summary in-body',
	'where no text has all words, any will do');
SELECT pg_temp.item('page', 'both-' || n, 'fr', 'Rien', '',
	'Un kropoulet sur la zorglubière, numéro ' || n || '.')
  FROM generate_series(1, 5) AS n;
SELECT ok(search_refresh() = 5, 'only what is new is read');
SELECT ok(pg_temp.finds('fr', 'kropoulet zorglubière')
	LIKE '%both-1 both-2 both-3 both-4 both-5%in-body%',
	'a text with all words comes before one like it with some');
SELECT is((SELECT count(*)::int FROM search_found('fr',
	'kropoulet zorglubière') WHERE complete), 5, '... and are known to be');

-- --- quotes and minus

SELECT is(pg_temp.finds('fr', '"kropoulet sur la zorglubière"'),
	'both-1 both-2 both-3 both-4 both-5',
	'words in quotes stand together');
SELECT is(pg_temp.finds('fr', '«kropoulet seul» zorglubière'), 'other-word',
	'in the quotes of any language');
SELECT is(pg_temp.finds('fr', '"kropoulet seul'), 'other-word',
	'a quote that is not closed goes on to the end');
SELECT is(pg_temp.finds('fr', '"zorglubière kropoulet"'),
	pg_temp.finds('fr', 'kropoulet zorglubière'),
	'quoted words that stand together nowhere are mere words');
SELECT is(pg_temp.finds('fr', 'kropoulet -zorglubière'), 'other-word',
	'a word that must not be there');
SELECT is(pg_temp.finds('fr', 'kropoulet -"sur la zorglubière"'), 'other-word',
	'nor these words together');
SELECT is(pg_temp.finds('fr', 'tournevis snurrbult'), 'elsewhere',
	'what is found in another language');
SELECT is(pg_temp.finds('fr', 'snurrbult kropoulet -tournevis'),
	pg_temp.finds('fr', 'kropoulet'),
	'... must not have the word in the language of the question either');
SELECT is(pg_temp.finds('fr', '-kropoulet'), '', 'only what must not: nothing');
SELECT is(pg_temp.finds('fr', 'kropoulet - zorglubière'),
	pg_temp.finds('fr', 'kropoulet zorglubière'),
	'a dash alone is no minus');
SELECT is(pg_temp.finds('fr', 'kropoulet-zorglubière'),
	pg_temp.finds('fr', 'kropoulet zorglubière'),
	'nor is a hyphen');

-- --- compounds

SELECT pg_temp.item('page', i.slug, 'sv', i.title, '', i.body)
  FROM (VALUES
    ('gnurk', 'Gnurkar', 'En gnurk är en gnurk.'),
    ('flimp', 'Flimpning', 'Att syssla med flimpning.'),
    ('gnurkflimp', 'Gnurkflimpning', 'Något annat.'),
    ('plommel', 'Gnurkplommel', 'Något tredje.')
  ) AS i (slug, title, body);
SELECT ok(search_refresh() = 4, 'Swedish words of two');
SELECT ok(pg_temp.finds('sv', 'gnurk') LIKE 'gnurk gnurkflimp%',
	'a part finds the whole, itself first');
SELECT ok(pg_temp.finds('sv', 'gnurkflimpning') LIKE 'gnurkflimp %',
	'a whole finds its parts, itself first');
SELECT ok(pg_temp.finds('sv', 'flimpningsgnurkar') LIKE '%gnurk %flimp%'
	OR pg_temp.finds('sv', 'flimpningsgnurkar') LIKE '%flimp %gnurk%',
	'a whole that no text has finds its parts');
SELECT is(pg_temp.terms('sv', 'plakfalksgnurk'), 'gnurk plakfalk',
	'... typed without its accents, too');
SELECT is(pg_temp.terms('sv', 'självflimpning'), 'flimpning',
	'a part that is a stop word is none');
SELECT is(pg_temp.finds('sv', 'plommeliteten'), '',
	'what is no compound is not taken apart');
SELECT is(pg_temp.terms('sv', 'män'), 'män', 'allmän is not made of män');

-- --- kinds

SELECT ok(pg_temp.finds('fr', 'page zorglubière') LIKE 'in-title in-summary %',
	'the name of a kind may be asked for');
SELECT is(pg_temp.finds('fr', 'kropoulets'),
	pg_temp.finds('fr', 'kropoulet'), 'plural');
SELECT is(pg_temp.finds('fr', 'kropouletier'),
	pg_temp.finds('fr', 'kropoulet'),
	'a word that no text has finds those that begin like it');

-- --- languages

SELECT is(pg_temp.finds('fr', 'snurrbult'), 'elsewhere',
	'a Swedish word finds its item on the French site');
SELECT is((SELECT lang FROM search_found('fr', 'snurrbult')
	JOIN item USING (item_id) WHERE collection = 'test'), 'sv',
	'through the Swedish text');
SELECT is((SELECT string_agg(slug, ' ') FROM search_glossary('fr', 'gnuffare')
	JOIN item USING (item_id)), 'blorkeur',
	'a term of another language leads to the reader''s own');
SELECT is_empty($$SELECT * FROM search_glossary('sv', 'gnuffare')$$,
	'one''s own needs no such help');

-- --- showing and helping

SELECT is(search_marks(ARRAY['Une Zorglubière, deux', 'Zorglubière !'],
	search_pattern('fr', ARRAY(SELECT lexeme
	    FROM search_terms('fr', 'zorglubiere') WHERE lang = 'fr'))),
	ARRAY[U&'Une \E000Zorglubière\E001, deux', U&'\E000Zorglubière\E001 !'],
	'a word is marked as it stands in the text');
SELECT is((SELECT search_passage('fr', item_id, '{krampouz}') FROM item
	WHERE collection = 'test' AND slug = 'name'),
	'Chez O’krampouz. Rien d’autre.', 'the passage begins with its sentence');
SELECT is(search_suggest('fr', 'une zorgluberie'), 'une zorglubière',
	'a misspelt word has a neighbour');
SELECT is(search_suggest('fr', 'une zorglubière'), NULL,
	'a known word needs none');

-- --- change

UPDATE item SET successor = '' WHERE collection = 'test' AND slug = 'house';
UPDATE item_text SET search_body = 'Plus de mot.', search_title = 'Vide'
 WHERE search_title = 'Kropoulet';
SELECT is(search_refresh(), 2, 'one is gone, one has changed');
SELECT is(pg_temp.finds('it', 'zampogna'), '', 'a withdrawn item is not found');
SELECT is((SELECT documents FROM search_lexeme
	WHERE lang = 'fr' AND lexeme = 'kropoulet'), 5, 'words are counted anew');

-- What search_best notes of a lexeme, the text itself says, too.
SELECT is((SELECT count(*)::int
	  FROM search_doc AS doc
	  JOIN search_language AS size USING (lang)
	 CROSS JOIN unnest(doc.tsv) AS entry
	 WHERE abs(search_worth(entry.lexeme, entry.weights, doc.length,
	        size.length) - search_worth_in(doc.tsv,
	        left(entry.lexeme, 1) = '=', search_places(entry.lexeme),
	        doc.length, size.length)) > 1e-5),
	0, 'a lexeme is worth the same in a list and in its text');

-- Of a list longer than is read, a text that other words promise is read
-- itself.
CREATE TEMP TABLE whole AS
SELECT item_id, score FROM search_found('fr', 'emploi logement');
CREATE TEMP TABLE best AS
SELECT * FROM search_best WHERE lang = 'fr' AND lexeme IN ('emploi', '=emploi');
UPDATE search_best
   SET documents = 100000, items = '{}', worths = '{}', titled = '{}'
 WHERE lang = 'fr' AND lexeme IN ('emploi', '=emploi');
SELECT is((SELECT count(*)::int
	  FROM whole
	  JOIN search_doc AS doc
	    ON doc.lang = 'fr' AND doc.item_id = whole.item_id
	  LEFT JOIN search_found('fr', 'emploi logement') AS found
	    ON found.item_id = whole.item_id
	 WHERE doc.tsv @@ 'log & emploi'
	   AND abs(found.score - whole.score) < 1e-4),
	(SELECT count(*)::int
	  FROM whole
	  JOIN search_doc AS doc
	    ON doc.lang = 'fr' AND doc.item_id = whole.item_id
	 WHERE doc.tsv @@ 'log & emploi'), 'a list that is cut misses no promising text');
UPDATE search_best AS cut
   SET documents = best.documents, items = best.items,
       worths = best.worths, titled = best.titled
  FROM best
 WHERE cut.lang = best.lang AND cut.lexeme = best.lexeme;

-- Where a lexeme's list is cut, a text with the very word is still judged.
UPDATE search_best
   SET items = '{}', worths = '{}', titled = '{}'
 WHERE lang = 'fr' AND lexeme = 'emploi';
SELECT is((SELECT count(*)::int FROM search_found('fr', 'emploi')
	WHERE score IS NULL), 0, 'no hit is without a score');
SELECT search_refresh_best('fr');

INSERT INTO language (lang, position, search, dir)
VALUES ('qx-test', 1000, 'simple', 'ltr');
SELECT pg_temp.item('page', 'new-language', 'qx-test', 'Wumpus', '', 'Wumpus.');
SELECT ok(search_refresh() = 1, 'a new language is one more partition');
SELECT is(pg_temp.finds('qx-test', 'wumpus'), 'new-language', 'and is found');

-- --- whatever is typed

SELECT lives_ok(format('SELECT * FROM search_found(%L, %L)', lang, typed),
	format('%s: %s', lang, left(typed, 30)))
  FROM unnest(ARRAY['fr', 'sv']) AS lang,
       unnest(ARRAY['', ' ', '"', '''', '\', '\''', '%', '_', '&|!():*<->', 'a & b',
	'''; DROP TABLE item; --', '<script>alert(1)</script>', '&eacute;',
	'http://example.org/a?b=c', 'someone@example.org', '1e5 -3.5 a/b', '../..',
	E'\u0001\u007f\t\n', '-', '--', '-"', '""', '"" "', '-"a', '«', '"le la"',
	'-le', 'area:', 'kind:case:x', 'area:"a b', '-area:teams', repeat('" -', 80), U&'\E000x\E001', U&'\FEFF', U&'\+01F600', 'łø ß İ',
	repeat('é', 10000), repeat('mot ', 3000), repeat('(', 500)]) AS typed;
SELECT lives_ok(format('SELECT search_suggest(''fr'', %L)', typed),
	format('helps with %s', left(typed, 30)))
  FROM unnest(ARRAY['', '\', '%_', repeat('zq', 5000), 'wumpis <b>']) AS typed;
SELECT is((SELECT count(*)::int FROM search_found('fr', 'le la les')), 0,
	'only stop words find nothing');

SET LOCAL ROLE profint_site;
SELECT count(*) AS found FROM search_found('fr', 'zorglubière') \gset
SELECT count(*) AS helped FROM search_glossary('fr', 'gnuffare') \gset
SELECT search_suggest('fr', 'zorgluberie') AS suggested \gset
RESET ROLE;
SELECT ok(:found > 0 AND :helped = 1 AND :'suggested' = 'zorglubière',
	'the site may do all this');

SELECT * FROM finish();
ROLLBACK;
