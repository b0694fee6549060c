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
	tsv		tsvector NOT NULL,	-- A title, B summary, D body;
				-- =word: of title and summary
	PRIMARY KEY (lang, item_id)
) PARTITION BY LIST (lang);
-- Kept beside its row: unpacking costs more than ranking.
ALTER TABLE search_doc ALTER COLUMN tsv SET STORAGE MAIN;
CREATE INDEX search_doc_tsv ON search_doc USING gin (tsv)
    WITH (fastupdate = off);
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
CREATE INDEX search_word_near ON search_word
    USING gin (plain gin_trgm_ops) WITH (fastupdate = off);
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
-- definite -et and -an (språket, kartan), which the stemmer leaves.  A
-- language that is not named here keeps its accents.
CREATE FUNCTION search_fold(lang text, content text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE lang
    WHEN 'fr' THEN regexp_replace(regexp_replace(replace(
        search_plain(search_clean(search_alias(content))),
        'ee', 'e'), 'aises?\M', 'ais', 'g'), 'ite(s?)\M', 'ité\1', 'g')
    WHEN 'it' THEN search_plain(search_clean(search_alias(content)))
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
    title text, summary text, body text,
    OUT tsv tsvector, OUT length int, OUT sentences text[],
    OUT ends smallint[])
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
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

-- Bring search_doc and search_text up to date.  How many rows changed.
CREATE FUNCTION search_refresh_documents() RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
	changed	int;
BEGIN
	WITH wanted AS (
		SELECT text.lang, text.item_id, language.search,
		       text.search_title, text.search_summary, text.search_body,
		       md5(concat_ws(E'\n', language.search, text.search_title,
		           text.search_summary, text.search_body))::uuid AS version
		  FROM item_text AS text
		  JOIN language USING (lang)
		  JOIN item USING (item_id)
		 WHERE item.successor IS NULL
		   AND (item.kind, item.slug) <> ('page', 'home')
		   AND text.search_title || text.search_body <> ''
	), gone AS (
		DELETE FROM search_doc AS doc
		 WHERE NOT EXISTS (SELECT FROM wanted
		    WHERE wanted.lang = doc.lang AND wanted.item_id = doc.item_id)
		RETURNING doc.lang, doc.item_id
	), gone_text AS (
		DELETE FROM search_text AS text
		 USING gone
		 WHERE text.lang = gone.lang AND text.item_id = gone.item_id
	), made AS MATERIALIZED (
		SELECT wanted.lang, wanted.item_id, wanted.version, document.*
		  FROM wanted
		  LEFT JOIN search_doc AS doc USING (lang, item_id)
		 CROSS JOIN LATERAL search_document(wanted.lang, wanted.search,
		    wanted.search_title, wanted.search_summary,
		    wanted.search_body) AS document
		 WHERE doc.version IS DISTINCT FROM wanted.version
	), kept AS (
		INSERT INTO search_doc (lang, item_id, length, version, tsv)
		SELECT lang, item_id, length, version, tsv FROM made
		    ON CONFLICT (lang, item_id) DO UPDATE
		   SET length = excluded.length,
		       version = excluded.version,
		       tsv = excluded.tsv
	), kept_text AS (
		INSERT INTO search_text (lang, item_id, sentences, ends)
		SELECT lang, item_id, sentences, ends FROM made
		    ON CONFLICT (lang, item_id) DO UPDATE
		   SET sentences = excluded.sentences,
		       ends = excluded.ends
	)
	SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM made)
	  INTO changed;
	RETURN changed;
END $$;

-- Count one language's lexemes and words anew, touching only rows that
-- differ.
CREATE FUNCTION search_refresh_counts(tag text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
	WITH now AS MATERIALIZED (
		SELECT word AS lexeme, ndoc AS documents
		  FROM ts_stat(format(
		    'SELECT tsv FROM search_doc WHERE lang = %L', tag))
		 WHERE word NOT LIKE '=%'
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

	WITH now AS MATERIALIZED (
		SELECT word, ndoc AS documents
		  FROM ts_stat(format($stat$
		    SELECT to_tsvector('simple', search_clean(concat_ws(' ',
		           search_title, search_summary, search_body)))
		      FROM item_text
		      JOIN search_doc USING (lang, item_id)
		     WHERE lang = %L$stat$, tag))
		 WHERE word ~ '^[[:alnum:]]{1,40}$'
	), gone AS (
		DELETE FROM search_word AS old
		 WHERE old.lang = tag
		   AND NOT EXISTS (SELECT FROM now WHERE now.word = old.word)
	)
	INSERT INTO search_word AS old (lang, word, plain, lexeme, documents)
	SELECT tag, now.word, search_plain(now.word), one.lexeme, now.documents
	  FROM now
	  JOIN language ON language.lang = tag
	 CROSS JOIN LATERAL unnest(to_tsvector(language.search,
	    search_fold(tag, now.word))) AS one
	    ON CONFLICT (lang, word) DO UPDATE
	   SET documents = excluded.documents
	 WHERE old.documents <> excluded.documents;
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
		PERFORM search_refresh_counts(tag);
	END LOOP;
	ANALYZE language, search_language, search_doc, search_text, search_lexeme, search_word;
	RETURN changed;
END $$;

-- --- finding -----------------------------------------------------------

-- The question's words, in order: 200 characters, no stop words yet.
CREATE FUNCTION search_tokens(question text)
RETURNS TABLE (number int, word text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 6 AS $$
BEGIN
	RETURN QUERY
	SELECT min(token.number)::int, lower(token.token)
	  FROM ts_parse('default', search_clean(search_alias(
	    normalize(left(question, 200), NFC))))
	  WITH ORDINALITY AS token (type, token, number)
	 -- Blanks, tags, protocols and entities are nobody's words.
	 WHERE token.type NOT IN (12, 13, 14, 23)
	 GROUP BY lower(token.token);
END $$;

-- What the question means in every language: lexemes of at most twelve
-- terms, with their weight.  1: exactly this; 0.7: this without accents;
-- half of that where another language than the reader's has not this very
-- word, only its lexeme (the Italian casa is no French cas).  documents is
-- 0 for a lexeme that no text has.  A word is dropped when it is a stop
-- word as typed, of that language or of the question's; folding first would
-- drop män (man) and hår (har).  told: nobody typed it, it is what a word is
-- in another language than the question's (006-lexicon).
CREATE FUNCTION search_terms(reader text, question text)
RETURNS TABLE (lang text, term int, lexeme text, exact text, weight real,
    documents int, told boolean)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 20
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH asked AS MATERIALIZED (
		SELECT search_asked(reader, question) AS lang
	), exact AS (
		SELECT language.lang,
		       token.word,
		       token.number AS term,
		       row_number() OVER (PARTITION BY language.lang
		           ORDER BY token.number) AS place,
		       (tsvector_to_array(to_tsvector(language.search,
		           search_fold(language.lang, token.word))))[1] AS lexeme
		  FROM search_tokens(question) AS token
		  JOIN asked ON true
		  JOIN language AS home ON home.lang = asked.lang
		 CROSS JOIN language
		 WHERE to_tsvector(home.search, token.word) <> ''
		   AND to_tsvector(language.search, token.word) <> ''
		   AND NOT search_is_filler(home.lang, token.word)
		   AND NOT search_is_filler(language.lang, token.word)
	), typed AS MATERIALIZED (
		SELECT lang, lexeme, min(term) AS term,
		       min('=' || search_fold(lang, word)) AS exact,
		       min(search_plain(word)) AS plain,
		       bool_or(word = search_plain(word)) AS unaccented,
		       CASE WHEN lang = (SELECT lang FROM asked) OR bool_or(EXISTS (
		           SELECT FROM search_word AS known
		            WHERE known.lang = exact.lang
		              AND known.plain = search_plain(exact.word)))
		           THEN 1 ELSE 0.5 END AS trust
		  FROM exact
		 WHERE lexeme IS NOT NULL AND place <= 12
		 GROUP BY lang, lexeme
	), meant AS (
		SELECT typed.lang, typed.term, typed.lexeme, typed.exact,
		       typed.trust::real AS weight,
		       coalesce((SELECT known.documents FROM search_lexeme AS known
		           WHERE known.lang = typed.lang
		             AND known.lexeme = typed.lexeme), 0) AS documents,
		       false AS told
		  FROM typed
		 UNION ALL
		SELECT typed.lang, typed.term, near.lexeme,
		       coalesce('=' || (SELECT min(known.word) FROM search_word AS known
		           WHERE known.lang = typed.lang AND known.plain = typed.plain
		             AND known.lexeme = near.lexeme), typed.exact),
		       (0.7 * typed.trust)::real, near.documents, false
		  FROM typed
		 -- A limit, so that each is looked up by index.
		 CROSS JOIN LATERAL (
		    SELECT other.lexeme, other.documents
		      FROM search_lexeme AS other
		     WHERE other.lang = typed.lang
		       AND other.plain = search_plain(typed.lexeme)
		       AND other.lexeme <> typed.lexeme
		     LIMIT 20) AS near
		 WHERE typed.unaccented
		 UNION ALL
		SELECT far.lang, far.term, far.lexeme, '=' || far.lexeme,
		       far.weight, far.documents, true
		  FROM asked
		 CROSS JOIN LATERAL search_told(asked.lang, question) AS far
	)
	SELECT DISTINCT ON (lang, term, lexeme) *
	  FROM meant
	 ORDER BY lang, term, lexeme, told, weight DESC;
END $$;

-- A lexeme as a question that to_tsquery() need not read again.
CREATE FUNCTION search_query(lexeme text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery;

-- The items that answer a question, each in the language that answers it
-- best; the reader's own counts a little more.  `complete` ones have all
-- terms (of a long question all but a common one in four) and come first;
-- where there are five or more, the others stay away.  The more of the
-- question a title has, the higher it ranks, however long its text.  What
-- has the words as typed comes before what has them in other languages; of
-- the latter, where five or more have them as typed, only such items come
-- as are not there in the question's language.
-- At most 2,000 documents of a language are looked at, by rarest lexeme.
CREATE FUNCTION search_found(reader text, question text)
RETURNS TABLE (item_id int, lang text, complete boolean, score real)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 200
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
	asked_lang	CONSTANT text := search_asked(reader, question);
BEGIN
	RETURN QUERY
	WITH lexeme AS (
		SELECT term.lang, term.term, term.documents, term.told,
		       search_query(term.lexeme) AS query,
		       search_query(term.exact) AS exact,
		       term.weight * ln(1 + (size.documents - term.documents + 0.5)
		           / (term.documents + 0.5)) AS worth,
		       size.length AS average
		  FROM search_terms(reader, question) AS term
		  JOIN search_language AS size USING (lang)
	), term AS MATERIALIZED (
		SELECT lexeme.*,
		       coalesce(max(worth) FILTER (WHERE documents > 0)
		           OVER one, max(worth) OVER one) AS share
		  FROM lexeme
		WINDOW one AS (PARTITION BY lang, term)
	), asked AS (
		SELECT lang, count(*) AS terms, sum(share) AS share
		  FROM (SELECT DISTINCT lang, term, share FROM term) AS each
		 GROUP BY lang
	), rare AS (
		SELECT lang, query,
		       sum(documents) OVER (PARTITION BY lang
		           ORDER BY documents, query::text) - documents AS before
		  FROM term
		 WHERE documents > 0
	), wanted AS MATERIALIZED (
		SELECT lang, string_agg(query::text, ' | ')::tsquery AS query
		  FROM rare WHERE before < 2000 GROUP BY lang
	), candidate AS (
		SELECT doc.*
		  FROM wanted
		 CROSS JOIN LATERAL (
		    SELECT doc.lang, doc.item_id, doc.length, doc.tsv
		      FROM search_doc AS doc
		     WHERE doc.lang = wanted.lang AND doc.tsv @@ wanted.query
		     LIMIT 2000) AS doc
	), matched AS (
		SELECT candidate.lang, candidate.item_id, term.term,
		       max(term.share) AS share, bool_and(term.told) AS told,
		       bool_or(ts_rank('{0,0,0,1}', candidate.tsv, term.query)
		           > 0) AS titled,
		       max(term.worth * (
		           ts_rank('{1,1,1,1}', candidate.tsv, term.query)
		           / (0.6 + 0.4 * sqrt(candidate.length / term.average))
		         + 0.25 * ts_rank('{0,0,0.4,1}', candidate.tsv, term.query)
		         + 0.35 * ts_rank('{0,0,0.4,1}', candidate.tsv, term.exact)
		       )) AS score
		  FROM candidate
		  JOIN term ON term.lang = candidate.lang
		   AND term.documents > 0
		   AND candidate.tsv @@ term.query
		 GROUP BY candidate.lang, candidate.item_id, term.term
	), scored AS (
		SELECT matched.lang, matched.item_id,
		       min(asked.terms) - count(*) <= min(asked.terms) / 4
		           AND sum(matched.share) >= 0.7 * min(asked.share)
		           AS complete,
		       min(asked.terms) - count(*) FILTER (WHERE NOT matched.told)
		           <= min(asked.terms) / 4
		           AND sum(matched.share) FILTER (WHERE NOT matched.told)
		               >= 0.7 * min(asked.share) AS direct,
		       sum(matched.score)
		           * (1 + 0.6 * (coalesce(sum(matched.share)
		               FILTER (WHERE matched.titled), 0)
		               / min(asked.share)) ^ 2)
		           * CASE WHEN matched.lang = reader THEN 1 ELSE 0.9 END AS score
		  FROM matched
		  JOIN asked USING (lang)
		 GROUP BY matched.lang, matched.item_id
	), best AS MATERIALIZED (
		SELECT DISTINCT ON (item_id) item_id, lang, complete, direct, score
		  FROM scored
		 ORDER BY item_id, complete DESC, direct DESC, score DESC, lang
	), size AS (
		SELECT min(score) FILTER (WHERE direct) AS least,
		       count(*) FILTER (WHERE direct) AS directs,
		       count(*) FILTER (WHERE complete) AS completes
		  FROM best
	)
	SELECT best.item_id, best.lang, best.complete,
	       (CASE WHEN best.complete AND NOT best.direct
	           THEN coalesce(size.least * best.score / (best.score + 1),
	               best.score)
	           ELSE best.score END)::real
	  FROM best
	 CROSS JOIN size
	 WHERE (best.complete OR size.completes < 5)
	   AND (best.direct OR size.directs < 5 OR NOT EXISTS (
	       SELECT FROM search_doc AS own
	        WHERE own.lang = asked_lang AND own.item_id = best.item_id));
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
BEGIN
	RETURN QUERY
	WITH foreign_word AS MATERIALIZED (
		SELECT token.word
		  FROM search_tokens(question) AS token
		 WHERE NOT EXISTS (
		    SELECT FROM search_word AS known
		     WHERE known.lang = reader
		       AND known.plain = search_plain(token.word)
		     LIMIT 1)
	), asked AS MATERIALIZED (
		SELECT term.lang, array_agg(term.lexeme) AS lexemes,
		       string_agg(search_query(term.lexeme)::text || ':A', ' | ')
		           ::tsquery AS query
		  FROM search_terms(reader, question) AS term
		 WHERE term.lang <> reader
		   AND term.documents > 0
		   AND term.weight > 0.5
		   AND EXISTS (SELECT FROM foreign_word)
		 GROUP BY term.lang
	)
	SELECT doc.item_id,
	       bool_or(name.lexemes <@ asked.lexemes)
	  FROM asked
	  JOIN language USING (lang)
	  JOIN search_doc AS doc USING (lang)
	  JOIN item ON item.item_id = doc.item_id AND item.kind = 'term'
	  JOIN item_text AS text
	    ON text.item_id = doc.item_id AND text.lang = doc.lang
	 CROSS JOIN regexp_split_to_table(text.search_title, '[/,()]') AS part
	 CROSS JOIN LATERAL (
	    SELECT tsvector_to_array(to_tsvector(language.search,
	        search_fold(asked.lang, part)))) AS name (lexemes)
	 WHERE doc.tsv @@ asked.query
	   AND cardinality(name.lexemes) > 0
	   AND (name.lexemes <@ asked.lexemes OR asked.lexemes <@ name.lexemes)
	   AND EXISTS (
	       SELECT FROM foreign_word
	        WHERE tsvector_to_array(to_tsvector(language.search,
	            search_fold(asked.lang, foreign_word.word))) && name.lexemes)
	 GROUP BY doc.item_id
	 ORDER BY 2 DESC, min(length(text.search_title)), 1
	 LIMIT 3;
END $$;
