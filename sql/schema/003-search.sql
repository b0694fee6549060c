-- 003-search - words of the texts, ready to be looked up.
--
-- Made from item_text by search_refresh() alone, at the end of an import.
-- A question is the text a reader typed.  A term is one word of it; in
-- each language it stands for one or more lexemes (what stemming leaves of
-- a word), each with a weight.  Pages call search_found(); what it finds
-- is shown with search_passage() and search_marks().

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- --- tables ------------------------------------------------------------

CREATE TABLE search_doc (
	lang		text NOT NULL,
	item_id		int NOT NULL,
	length		int NOT NULL,		-- in words that are no stop words
	version		uuid NOT NULL,		-- of the text it was made from
	tsv		tsvector NOT NULL,	-- A title, B summary, D body,
				-- C its kind; =word: of title and summary
	PRIMARY KEY (lang, item_id)
) PARTITION BY LIST (lang);
-- Kept beside its row: unpacking costs more than ranking.
ALTER TABLE search_doc ALTER COLUMN tsv SET STORAGE MAIN;
COMMENT ON TABLE search_doc IS 'an item in one language, as lexemes';

CREATE TABLE search_text (
	lang		text NOT NULL,
	item_id		int NOT NULL,
	sentences	text[] NOT NULL,	-- the body
	ends		smallint[] NOT NULL,	-- the position in tsv after each
	PRIMARY KEY (lang, item_id)
);
COMMENT ON TABLE search_text IS 'the same item, to show where it was found';

CREATE TABLE search_language (
	lang		text PRIMARY KEY,
	documents	int NOT NULL,
	length		real NOT NULL		-- of a document, on average
);
COMMENT ON TABLE search_language IS 'how much there is in a language';

CREATE TABLE search_lexeme (
	lang		text NOT NULL,
	lexeme		text NOT NULL,
	plain		text NOT NULL,		-- without any accent
	documents	int NOT NULL,		-- that have it
	PRIMARY KEY (lang, lexeme)
);
CREATE INDEX search_lexeme_plain ON search_lexeme (lang, plain);
COMMENT ON TABLE search_lexeme IS 'how rare a lexeme is';

CREATE TABLE search_best (
	lang		text NOT NULL,
	lexeme		text NOT NULL,
	documents	int NOT NULL,		-- that have it
	items		int[] NOT NULL,		-- the 2,000 best of them
	worths		real[] NOT NULL,	-- what it is worth to each
	titled		boolean[] NOT NULL,	-- does its title have it
	PRIMARY KEY (lang, lexeme)
);
COMMENT ON TABLE search_best IS 'where a lexeme is found, the best first';

CREATE TABLE search_part (
	lang		text NOT NULL,
	part		text NOT NULL,		-- lexeme: bostad
	whole		text NOT NULL,		-- lexeme: bostadsmarknad
	PRIMARY KEY (lang, part, whole)
);
CREATE INDEX search_part_whole ON search_part (lang, whole);
COMMENT ON TABLE search_part IS 'which lexemes are compounds of which';

CREATE TABLE search_word (
	lang		text NOT NULL,
	word		text NOT NULL,		-- as written, in small letters
	plain		text NOT NULL,		-- without any accent
	lexeme		text NOT NULL,		-- what it becomes
	documents	int NOT NULL,
	PRIMARY KEY (lang, word)
);
CREATE INDEX search_word_lexeme ON search_word (lang, lexeme);
CREATE INDEX search_word_plain ON search_word (lang, plain);
-- Filled in one go, by search_refresh_words().
CREATE INDEX search_word_near ON search_word USING gin (plain gin_trgm_ops)
    WITH (fastupdate = on, gin_pending_list_limit = 262144);
COMMENT ON TABLE search_word IS
    'how a lexeme is written, and what a misspelt word may have meant';

-- --- folding -----------------------------------------------------------
-- Not STRICT where the body is not: PostgreSQL writes such functions into
-- the query, which saves a call for each word.

-- What joins two words parts them, character for character.
CREATE FUNCTION search_clean(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(replace($1,
    '’', ' '), '''', ' '), '‘', ' '), '-', ' '), '–', ' '), '/', ' ');

-- A name like O'Brien is also written and typed in one.
CREATE FUNCTION search_alias(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN $1 ~ '\m[Oo][''’][[:alpha:]]'
    THEN regexp_replace($1, '\m([Oo])[''’]([[:alpha:]]+)', '\1\2 \2', 'g')
    ELSE $1 END;

CREATE FUNCTION search_plain(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(regexp_replace(
    normalize(lower($1), NFD), '[\u0300-\u036f]+', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), 'ø', 'o'), 'ß', 'ss'), 'ı', 'i');

-- Text as it is handed to to_tsvector(), the same for index and question.
-- French loses more than its accents: réfugiée becomes refugie like
-- réfugié, française becomes francais; -ité returns, which the stemmer
-- cuts.  Swedish keeps å ä ö, which are letters of their own; it loses the
-- definite -et and -an (språket, kartan), which the stemmer leaves.  In
-- Italian a house (casa, case) would be a case (caso, casi).  A language that
-- is not named here keeps its accents.
CREATE FUNCTION search_fold(lang text, content text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE lang
    WHEN 'fr' THEN regexp_replace(regexp_replace(replace(
        search_plain(search_clean(search_alias(content))),
        'ee', 'e'), 'aises?\M', 'ais', 'g'), 'ite(s?)\M', 'ité\1', 'g')
    WHEN 'it' THEN regexp_replace(
        search_plain(search_clean(search_alias(content))),
        '\mcas[ae]\M', 'casaa', 'g')
    WHEN 'en' THEN search_plain(search_clean(search_alias(content)))
    WHEN 'sv' THEN regexp_replace(regexp_replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(
        lower(search_clean(search_alias(content))),
        'é', 'e'), 'è', 'e'), 'à', 'a'), 'ü', 'u'), 'æ', 'ä'), 'ø', 'ö'),
        '(\wnde)ts?\M', '\1', 'g'),
        '(\w{2}(?<!h|it|budg|konkr|myck))ets?\M', '\1', 'g'),
        '(\w{4}(?<!m|pl|mell)a)ns?\M', '\1', 'g')
    ELSE lower(search_clean(search_alias(content)))
END;

-- Words that ask rather than name, and that PostgreSQL's list of stop
-- words lacks.
CREATE FUNCTION search_is_filler(lang text, word text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE lang
    WHEN 'fr' THEN word = ANY ('{a,avoir,car,ceci,cela,celle,celles,celui,cet,
        cette,ceux,comme,comment,donc,dont,elles,être,ils,les,leurs,lorsqu,
        ni,or,où,plus,pourquoi,quand,quel,quelle,quelles,quelqu,quels,quoi,
        sans,si,très,vers,ça}')
    WHEN 'en' THEN word = ANY ('{could,please,would}')
    WHEN 'it' THEN word = ANY ('{cos,cosa,fra,quali,quando,quindi}')
    WHEN 'sv' THEN word = 'ska'
    ELSE false
END;

-- --- making ------------------------------------------------------------

-- Stands between two sentences while a text is cut into lexemes.
CREATE FUNCTION search_stop() RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'xxsentencexx';

-- The words themselves, beside their lexemes: =casa is found by casa, but
-- not by caso, which has the same stem.
CREATE FUNCTION search_exact(lang text, content text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(to_tsvector('simple'::regconfig,
    search_fold(lang, content))::text, '(^| )''', '\1''=', 'g')::tsvector;

-- One item in one language.  Beyond 100,000 characters nothing is read.
CREATE FUNCTION search_document(lang text, search regconfig,
    title text, summary text, body text, kind text,
    OUT tsv tsvector, OUT length int, OUT sentences text[],
    OUT ends smallint[])
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE COST 10000 AS $$
DECLARE
	stop	CONSTANT text := search_stop();
BEGIN
	sentences := regexp_split_to_array(left(body, 100000),
	    '(?<=[.!?…])\s+|\n+');
	tsv := setweight(to_tsvector(search, search_fold(lang, title)), 'A')
	    || setweight(to_tsvector(search, search_fold(lang, summary)), 'B')
	    || to_tsvector('simple', stop)
	    || to_tsvector(search, search_fold(lang,
	        array_to_string(sentences, ' ' || stop || ' ')));
	ends := coalesce((SELECT positions FROM unnest(tsv)
	    WHERE lexeme = stop), '{}');
	tsv := ts_delete(tsv, stop);
	length := coalesce((SELECT sum(cardinality(positions))
	    FROM unnest(tsv)), 0);
	tsv := tsv
	    || setweight(to_tsvector(search, search_fold(lang, kind)), 'C')
	    || setweight(search_exact(lang, title), 'A')
	    || setweight(search_exact(lang, summary), 'B');
END $$;

-- A partition for each new language.  It is made apart and then attached,
-- which holds up no reader.
CREATE FUNCTION search_prepare() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	tag	text;
	place	text;
BEGIN
	FOR tag IN SELECT lang FROM language ORDER BY position LOOP
		place := 'search_doc_' || replace(lower(tag), '-', '_');
		CONTINUE WHEN to_regclass(quote_ident(place)) IS NOT NULL;
		EXECUTE format('CREATE TABLE %I (LIKE search_doc
		    INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)
		    WITH (toast_tuple_target = 8160)', place);
		EXECUTE format('ALTER TABLE search_doc ATTACH PARTITION %I
		    FOR VALUES IN (%L)', place, tag);
		EXECUTE format('COMMENT ON TABLE %I IS %L', place,
		    'search_doc in ' || tag);
	END LOOP;
END $$;

-- What search_doc has to be made from.  version: of the words and of how
-- they are cut into lexemes.
CREATE VIEW search_wanted AS
SELECT text.lang, text.item_id, language.search,
       text.search_title, text.search_summary, text.search_body,
       coalesce(kind.names ->> text.lang, '') AS kind,
       md5(concat_ws(E'\n', language.search, text.search_title,
           text.search_summary, text.search_body,
           kind.names ->> text.lang))::uuid AS version
  FROM item_text AS text
  JOIN language USING (lang)
  JOIN item USING (item_id)
  JOIN kind USING (kind)
 WHERE item.successor IS NULL
   AND (item.kind, item.slug) <> ('page', 'home')
   AND text.search_title || text.search_body <> '';
COMMENT ON VIEW search_wanted IS 'texts that can be found';

-- Bring search_doc and search_text up to date.  How many rows changed.
-- What takes long, here and below, fills a table of its own from a mere
-- SELECT, which PostgreSQL shares among processors.
CREATE FUNCTION search_refresh_documents() RETURNS int
LANGUAGE plpgsql
SET work_mem = '128MB'
SET parallel_setup_cost = 0
SET parallel_tuple_cost = 0 AS $$
DECLARE
	gone	int;
	changed	int;
BEGIN
	WITH gone AS (
		DELETE FROM search_doc AS doc
		 WHERE NOT EXISTS (SELECT FROM search_wanted AS wanted
		    WHERE wanted.lang = doc.lang AND wanted.item_id = doc.item_id)
		RETURNING doc.lang, doc.item_id
	), gone_text AS (
		DELETE FROM search_text AS text
		 USING gone
		 WHERE text.lang = gone.lang AND text.item_id = gone.item_id
	)
	SELECT count(*) INTO gone FROM gone;

	CREATE TEMP TABLE search_made ON COMMIT DROP AS
	SELECT wanted.lang, wanted.item_id, wanted.version, document.*
	  FROM search_wanted AS wanted
	  LEFT JOIN search_doc AS doc USING (lang, item_id)
	 CROSS JOIN LATERAL search_document(wanted.lang, wanted.search,
	    wanted.search_title, wanted.search_summary,
	    wanted.search_body, wanted.kind) AS document
	 WHERE doc.version IS DISTINCT FROM wanted.version;
	INSERT INTO search_doc (lang, item_id, length, version, tsv)
	SELECT lang, item_id, length, version, tsv FROM search_made
	    ON CONFLICT (lang, item_id) DO UPDATE
	   SET length = excluded.length,
	       version = excluded.version,
	       tsv = excluded.tsv;
	GET DIAGNOSTICS changed = ROW_COUNT;
	INSERT INTO search_text (lang, item_id, sentences, ends)
	SELECT lang, item_id, sentences, ends FROM search_made
	    ON CONFLICT (lang, item_id) DO UPDATE
	   SET sentences = excluded.sentences,
	       ends = excluded.ends;
	DROP TABLE search_made;
	RETURN gone + changed;
END $$;

-- What a lexeme is worth to a document that has it: the more often the
-- better, but less and less so; the more in a text of few words.  Title and
-- summary count on top, and once more when they have the very word (=); so
-- does the name of its kind.  The figures are measured: make eval.
CREATE FUNCTION search_worth(lexeme text, weights text[], length int,
    average real) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN left(lexeme, 1) = '=' THEN
        CASE weights[1] WHEN 'A' THEN 0.35 ELSE 0.17 END
    WHEN weights = '{C}' THEN 0.8
    ELSE (1.0 - 0.65 / (cardinality(weights) + 0.5))
        / (0.6 + 0.4 * sqrt(length / average))
        + CASE WHEN weights[1] = 'A' THEN 0.25 ELSE 0 END
        + CASE WHEN 'B' = ANY (weights) THEN 0.15 ELSE 0 END
        + CASE WHEN 'C' = ANY (weights) THEN 0.3 ELSE 0 END
    END;

-- List where each lexeme of a language is found, touching only rows that
-- differ.
CREATE FUNCTION search_refresh_best(tag text) RETURNS void
LANGUAGE plpgsql
SET work_mem = '256MB'
SET parallel_setup_cost = 0
SET parallel_tuple_cost = 0
-- Groups keep the order they are read in.
SET enable_hashagg = off AS $$
DECLARE
	average	CONSTANT real := (SELECT length FROM search_language
		    WHERE lang = tag);
BEGIN
	CREATE TEMP TABLE best_now ON COMMIT DROP AS
	SELECT lexeme, count(*)::int AS documents,
	       (array_agg(item_id))[:2000] AS items,
	       (array_agg(worth))[:2000] AS worths,
	       (array_agg(titled))[:2000] AS titled
	  FROM (SELECT entry.lexeme, doc.item_id,
	               entry.weights[1] = 'A' AS titled,
	               search_worth(entry.lexeme, entry.weights, doc.length,
	                   average) AS worth
	          FROM search_doc AS doc
	         CROSS JOIN unnest(doc.tsv) AS entry
	         WHERE doc.lang = tag
	         -- Of many that are worth the same, those of few words.
	         ORDER BY entry.lexeme, worth DESC, doc.length,
	            doc.item_id) AS place
	 GROUP BY lexeme;
	CREATE UNIQUE INDEX ON best_now (lexeme);
	ANALYZE best_now (lexeme);
	DELETE FROM search_best AS old
	 WHERE old.lang = tag
	   AND NOT EXISTS (SELECT FROM best_now AS now
	        WHERE now.lexeme = old.lexeme);
	INSERT INTO search_best AS old
	       (lang, lexeme, documents, items, worths, titled)
	SELECT tag, lexeme, documents, items, worths, titled FROM best_now
	    ON CONFLICT (lang, lexeme) DO UPDATE
	   SET documents = excluded.documents,
	       items = excluded.items,
	       worths = excluded.worths,
	       titled = excluded.titled
	 WHERE (old.documents, old.items, old.worths, old.titled) IS DISTINCT FROM
	       (excluded.documents, excluded.items, excluded.worths,
	        excluded.titled);
	DROP TABLE best_now;
END $$;

-- Languages that write several words as one.
CREATE FUNCTION search_compounds(lang text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lang IN ('sv', 'da', 'nb', 'nn', 'de', 'nl');

-- What these pieces of words become, where texts have it; loosely also
-- without its accents, what the lexicon (012) alone knows, and '' for a stop
-- word that is no mere syllable.  Folding is for the endings and letters that it changes; most
-- pieces have neither.
CREATE FUNCTION search_stems(tag text, pieces text[], loosely boolean)
RETURNS TABLE (piece text, lexeme text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 100 AS $$
#variable_conflict use_column
DECLARE
	config	CONSTANT regconfig := (SELECT search FROM language
		    WHERE lang = tag);
BEGIN
	RETURN QUERY
	SELECT stem.piece, known.lexeme
	  FROM (SELECT each.piece, coalesce((tsvector_to_array(to_tsvector(config,
	               CASE WHEN tag <> 'sv' OR each.piece ~ '[nt]s?$|[^a-zåäö]'
	               THEN search_fold(tag, each.piece)
	               ELSE each.piece END)))[1], '') AS lexeme
	          FROM unnest(pieces) AS each (piece)) AS stem
	 -- A limit, so that each is looked up by index.
	 CROSS JOIN LATERAL (
	    SELECT one.lexeme
	      FROM search_lexeme AS one
	     WHERE one.lang = tag AND one.lexeme = stem.lexeme
	     UNION ALL
	    SELECT one.lexeme
	      FROM search_lexeme AS one
	     WHERE loosely AND one.lang = tag AND one.plain = stem.lexeme
	     UNION ALL
	    SELECT stem.lexeme
	     WHERE loosely AND (CASE WHEN stem.lexeme = ''
	         THEN length(stem.piece) >= 5
	         ELSE lexicon_has(tag, stem.lexeme) END)
	     LIMIT 1) AS known
	 WHERE length(stem.lexeme) >= 3 OR loosely AND stem.lexeme = '';
END $$;

-- The two lexemes that each of these words is made of, where texts have
-- both; loosely, where they are known to anybody, or the second alone where
-- the first is a stop word (själv-).  The stemmer takes away what binds them
-- (bostads-).
CREATE FUNCTION search_split(tag text, words text[], loosely boolean)
RETURNS TABLE (word text, part text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 2 AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH cut AS MATERIALIZED (
		SELECT whole.word, at, left(whole.word, at) AS front,
		       substr(whole.word, at + 1) AS back
		  FROM unnest(words) AS whole (word)
		 CROSS JOIN generate_series(3, least(length(word), 40) - 4) AS at
	), front AS MATERIALIZED (
		SELECT * FROM search_stems(tag, ARRAY(
		    SELECT DISTINCT front FROM cut), loosely)
	), half AS MATERIALIZED (
		SELECT cut.word, cut.at, cut.front, cut.back, front.lexeme
		  FROM cut
		  JOIN front ON front.piece = cut.front
	), back AS MATERIALIZED (
		SELECT * FROM search_stems(tag, ARRAY(
		    SELECT DISTINCT back FROM half), loosely)
		 WHERE lexeme <> ''
	), best AS (
		SELECT DISTINCT ON (half.word) half.word,
		       ARRAY[half.lexeme, back.lexeme] AS parts
		  FROM half
		  JOIN back ON back.piece = half.back
		 CROSS JOIN LATERAL (
		    SELECT CASE half.lexeme WHEN '' THEN length(half.front)
		           ELSE length(half.lexeme) END AS letters) AS front
		 WHERE front.letters + length(back.lexeme) >= 7
		 ORDER BY half.word,
		    least(front.letters, length(back.lexeme)) DESC, half.at
	)
	SELECT best.word, one.part
	  FROM best
	 CROSS JOIN unnest(best.parts) AS one (part)
	 WHERE one.part <> '';
END $$;

-- Find a language's compounds and their parts.
CREATE FUNCTION search_refresh_parts(tag text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM search_part WHERE lang = tag;
	IF search_compounds(tag) THEN
		INSERT INTO search_part (lang, part, whole)
		SELECT DISTINCT tag, split.part, known.lexeme
		  FROM search_split(tag, ARRAY(
		    SELECT word FROM search_word
		     WHERE lang = tag AND length(word) >= 7), false) AS split
		  JOIN search_word AS known
		    ON known.lang = tag AND known.word = split.word
		 WHERE split.part <> known.lexeme;
	END IF;
END $$;

-- Count one language's lexemes anew, touching only rows that differ.
CREATE FUNCTION search_refresh_counts(tag text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	WITH now AS MATERIALIZED (
		SELECT lexeme, documents
		  FROM search_best
		 WHERE lang = tag AND lexeme NOT LIKE '=%'
	), gone AS (
		DELETE FROM search_lexeme AS old
		 WHERE old.lang = tag
		   AND NOT EXISTS (SELECT FROM now WHERE now.lexeme = old.lexeme)
	)
	INSERT INTO search_lexeme AS old (lang, lexeme, plain, documents)
	SELECT tag, lexeme, search_plain(lexeme), documents FROM now
	    ON CONFLICT (lang, lexeme) DO UPDATE
	   SET documents = excluded.documents
	 WHERE old.documents <> excluded.documents;
END $$;

-- Count how often words are written, touching only rows that differ.
CREATE FUNCTION search_refresh_words(tag text) RETURNS void
LANGUAGE plpgsql
SET work_mem = '128MB'
SET maintenance_work_mem = '128MB'
SET parallel_setup_cost = 0
SET parallel_tuple_cost = 0 AS $$
BEGIN
	CREATE TEMP TABLE word_now ON COMMIT DROP AS
	SELECT one.word, count(*)::int AS documents
	  FROM item_text AS text
	  JOIN search_doc AS doc USING (lang, item_id)
	 CROSS JOIN unnest(tsvector_to_array(to_tsvector('simple',
	    search_clean(concat_ws(' ', text.search_title,
	    text.search_summary, text.search_body))))) AS one (word)
	 WHERE text.lang = tag
	 GROUP BY one.word
	HAVING one.word ~ '^[[:alnum:]]{1,40}$';
	CREATE UNIQUE INDEX ON word_now (word);
	ANALYZE word_now;
	DELETE FROM search_word AS old
	 WHERE old.lang = tag
	   AND NOT EXISTS (SELECT FROM word_now AS now
	        WHERE now.word = old.word);
	UPDATE search_word AS old
	   SET documents = now.documents
	  FROM word_now AS now
	 WHERE old.lang = tag
	   AND old.word = now.word
	   AND old.documents <> now.documents;
	INSERT INTO search_word (lang, word, plain, lexeme, documents)
	SELECT tag, now.word, search_plain(now.word), one.lexeme, now.documents
	  FROM word_now AS now
	  JOIN language ON language.lang = tag
	 CROSS JOIN LATERAL unnest(to_tsvector(language.search,
	    search_fold(tag, now.word))) AS one
	 WHERE NOT EXISTS (SELECT FROM search_word AS old
	        WHERE old.lang = tag AND old.word = now.word)
	    ON CONFLICT (lang, word) DO NOTHING;
	PERFORM gin_clean_pending_list('search_word_near');
	DROP TABLE word_now;
END $$;

-- Make all of this follow item_text, in the caller's transaction: readers
-- see the old until it commits.  How many texts had changed.
CREATE FUNCTION search_refresh() RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
	changed	int;
	tag	text;
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('search_refresh'));
	PERFORM search_prepare();
	changed := search_refresh_documents();
	IF changed = 0 THEN
		RETURN 0;
	END IF;
	DELETE FROM search_language;
	INSERT INTO search_language (lang, documents, length)
	SELECT lang, count(*), greatest(avg(length), 1)
	  FROM search_doc GROUP BY lang;
	FOR tag IN SELECT lang FROM search_lexeme
	            UNION SELECT lang FROM search_language LOOP
		PERFORM search_refresh_best(tag);
		PERFORM search_refresh_counts(tag);
		PERFORM search_refresh_words(tag);
		PERFORM search_refresh_parts(tag);
	END LOOP;
	ANALYZE language, search_language, search_doc, search_text,
	    search_lexeme, search_best, search_part, search_word;
	RETURN changed;
END $$;

-- --- showing -----------------------------------------------------------

-- How these lexemes are written in a language, as a regular expression;
-- one that matches nothing when they are not.
CREATE FUNCTION search_pattern(tag text, lexemes text[]) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN (
	SELECT coalesce('\m(?:' || string_agg(word, '|') || ')\M', '(?!)')
	  FROM (SELECT word FROM search_word
	         WHERE lang = tag AND lexeme = ANY (lexemes)
	         ORDER BY documents DESC
	         LIMIT 200) AS form);
END $$;

-- Texts with U+E000 before and U+E001 after each word of the pattern.
-- All in one go, since making an expression ready costs more than using it.
CREATE FUNCTION search_marks(contents text[], pattern text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN string_to_array(regexp_replace(
    array_to_string(contents, U&'\E002'), pattern,
    U&'\E000' || '\&' || U&'\E001', 'gi'), U&'\E002');

-- About 200 characters from the n-th sentence on.
CREATE FUNCTION search_cut(sentences text[], n int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT CASE WHEN length(words) <= 220 THEN words
	       ELSE regexp_replace(left(words, 200), '\s+\S*$', '') || ' …' END
	  FROM array_to_string(sentences[n : n + 3], ' ') AS words;
END;

-- About 200 characters of an item's body from the sentence that has most
-- of these lexemes; NULL when the body has none.
CREATE FUNCTION search_passage(doc_lang text, doc_item int, lexemes text[])
RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN (
	SELECT search_cut(text.sentences, best.number)
	  FROM search_doc AS doc
	  JOIN search_text AS text USING (lang, item_id)
	 CROSS JOIN LATERAL (
	    SELECT width_bucket(place.position, text.ends) AS number
	      FROM unnest(doc.tsv) AS entry
	     CROSS JOIN unnest(entry.positions, entry.weights)
	        AS place (position, weight)
	     WHERE entry.lexeme = ANY (lexemes)
	       AND place.weight = 'D'
	     GROUP BY 1
	     ORDER BY count(DISTINCT entry.lexeme) DESC, 1
	     LIMIT 1) AS best
	 WHERE doc.lang = doc_lang
	   AND doc.item_id = doc_item);
END $$;

-- --- helping -----------------------------------------------------------

-- The words that no text in any language has, and no list of stop words.
CREATE FUNCTION search_unknown(question text)
RETURNS TABLE (word text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 2
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT token.word
	  FROM search_tokens(question) AS token
	 CROSS JOIN language
	 CROSS JOIN LATERAL (
	    SELECT (tsvector_to_array(to_tsvector(language.search,
	        search_fold(language.lang, token.word))))[1]) AS one (lexeme)
	 GROUP BY token.word
	HAVING bool_and(one.lexeme IS NOT NULL AND NOT EXISTS (
	    SELECT FROM search_lexeme AS known
	     WHERE known.lang = language.lang
	       AND known.plain = search_plain(one.lexeme)
	     LIMIT 1));
END $$;

-- The question with each unknown word replaced by the nearest one that a
-- text has: one letter in four may be wrong, three at most; the reader's
-- language counts for a letter.  NULL when that changes nothing.
CREATE FUNCTION search_suggest(reader text, question text) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan
-- Two letters changed places: emlpoi, emploi.
SET pg_trgm.similarity_threshold = 0.25 AS $$
BEGIN
	RETURN (
	WITH unknown AS MATERIALIZED (
		SELECT word, search_plain(word) AS plain
		  FROM search_unknown(question)
		 WHERE length(word) BETWEEN 4 AND 40
		 LIMIT 6
	), near AS (
		SELECT DISTINCT ON (unknown.word) unknown.word, known.word AS meant
		  FROM unknown
		  JOIN search_word AS known
		    ON known.plain % unknown.plain
		 CROSS JOIN LATERAL levenshtein_less_equal(known.plain,
		    unknown.plain, 3) AS letters
		 WHERE length(known.plain) BETWEEN 4 AND 43
		   AND letters <= least(3, 1 + length(unknown.plain) / 4)
		 ORDER BY unknown.word,
		          letters + (known.lang <> reader)::int,
		          similarity(known.plain, unknown.plain) DESC,
		          known.documents DESC, known.word
	)
	SELECT string_agg(coalesce(near.meant, token.word), ' '
	           ORDER BY token.number)
	  FROM search_tokens(question) AS token
	  LEFT JOIN near USING (word)
	HAVING count(near.meant) > 0);
END $$;

-- Terms of the glossary that a word of another language names: the whole
-- of one of its names there first, then a part of it.  A word that the
-- reader's own texts have needs no such help.
CREATE FUNCTION search_glossary(reader text, question text)
RETURNS TABLE (item_id int, whole boolean)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 3
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
	strange	CONSTANT text[] := ARRAY(
		SELECT token.word
		  FROM search_tokens(question) AS token
		 WHERE NOT EXISTS (
		    SELECT FROM search_word AS known
		     WHERE known.lang = reader
		       AND known.plain = search_plain(token.word)
		     LIMIT 1));
BEGIN
	IF strange = '{}' THEN
		RETURN;
	END IF;
	RETURN QUERY
	WITH asked AS MATERIALIZED (
		SELECT term.lang, array_agg(term.lexeme) AS lexemes
		  FROM search_terms(reader, question) AS term
		 WHERE term.lang <> reader
		   AND term.documents > 0
		   AND term.weight > 0.5
		 GROUP BY term.lang
	)
	SELECT doc.item_id,
	       bool_or(name.lexemes <@ asked.lexemes)
	  FROM asked
	  JOIN language USING (lang)
	  JOIN search_best AS best
	    ON best.lang = asked.lang AND best.lexeme = ANY (asked.lexemes)
	 CROSS JOIN unnest(best.items, best.titled) AS doc (item_id, titled)
	  JOIN item ON item.item_id = doc.item_id AND item.kind = 'term'
	  JOIN item_text AS text
	    ON text.item_id = doc.item_id AND text.lang = asked.lang
	 CROSS JOIN regexp_split_to_table(text.search_title, '[/,()]') AS part
	 CROSS JOIN LATERAL (
	    SELECT tsvector_to_array(to_tsvector(language.search,
	        search_fold(asked.lang, part)))) AS name (lexemes)
	 WHERE doc.titled
	   AND cardinality(name.lexemes) > 0
	   AND (name.lexemes <@ asked.lexemes OR asked.lexemes <@ name.lexemes)
	   AND EXISTS (
	       SELECT FROM unnest(strange) AS one (word)
	        WHERE tsvector_to_array(to_tsvector(language.search,
	            search_fold(asked.lang, one.word))) && name.lexemes)
	 GROUP BY doc.item_id
	 ORDER BY 2 DESC, min(length(text.search_title)), 1
	 LIMIT 3;
END $$;
