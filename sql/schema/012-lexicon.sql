-- 012-lexicon - which words translate which.
--
-- Made by `profint lexicon`, and all but the dictionaries at the end of an
-- import.  Words are lexemes, as search_fold() and the language's
-- configuration leave them, so that they can be looked up in search_doc.

CREATE TABLE lexicon (
	lang		text NOT NULL REFERENCES language ON DELETE CASCADE,
	head		text NOT NULL,		-- the first of lexemes
	lexemes		text NOT NULL,		-- one or more, blanks between
	target_lang	text NOT NULL REFERENCES language ON DELETE CASCADE,
	targets		text NOT NULL,		-- the same there
	source		text NOT NULL
	    CHECK (source IN ('glossary', 'learned', 'dictionary')),
	weight		real NOT NULL		-- how sure it is
	    CHECK (weight > 0 AND weight <= 1),
	PRIMARY KEY (lang, head, target_lang, lexemes, targets, source)
);
COMMENT ON TABLE lexicon IS 'what a word or a few are called elsewhere';
-- However little time whoever fills it takes.
ALTER TABLE lexicon
    ALTER COLUMN lang SET STATISTICS 100,
    ALTER COLUMN head SET STATISTICS 100,
    ALTER COLUMN target_lang SET STATISTICS 100,
    ALTER COLUMN source SET STATISTICS 100;

CREATE TABLE lexicon_state (
	source		text PRIMARY KEY
	    CHECK (source IN ('glossary', 'learned', 'dictionary')),
	version		text NOT NULL,		-- of what it was made from
	entries		int NOT NULL,
	made_at		timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE lexicon_state IS 'what the lexicon was made from, and when';

-- A few words as lexemes in their order, blanks between; '' when there are
-- but stop words.  Most are one, which needs no sorting.
CREATE FUNCTION lexicon_sorted(tsv tsvector) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT string_agg(entry.lexeme, ' '
	           ORDER BY entry.positions[1], entry.lexeme)
	  FROM unnest(tsv) AS entry
	 WHERE strpos(entry.lexeme, ' ') = 0;
END;

CREATE FUNCTION lexicon_lexemes(tsv tsvector) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(tsv) > 1 THEN coalesce(lexicon_sorted(tsv), '')
    ELSE array_to_string(tsvector_to_array(tsv), '') END;

-- Does anybody say what this lexeme is elsewhere?
CREATE FUNCTION lexicon_has(tag text, lexeme text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (SELECT FROM lexicon
    WHERE lexicon.lang = tag AND lexicon.head = lexeme);

-- Lexemes as our texts write them most; one that they lack stays as it is.
CREATE FUNCTION lexicon_surface(tag text, lexemes text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT string_agg(coalesce((SELECT known.word
	           FROM search_word AS known
	          WHERE known.lang = tag AND known.lexeme = one.lexeme
	          ORDER BY known.documents DESC, length(known.word), known.word
	          LIMIT 1), one.lexeme), ' ' ORDER BY one.number)
	  FROM string_to_table(lexemes, ' ') WITH ORDINALITY
	    AS one (lexeme, number);
END;

-- What terms of a question in one language are in the others.  asked[i] is
-- a lexeme of term terms[i].  A name of several words is found where all of
-- them are asked; each of its words there answers the terms that stand at
-- its place, and counts for less where one word becomes several.  The more
-- our own texts know of a word, the less dictionaries count; where several
-- sources say the same, it is surer.  The eight best of a term and language,
-- the best first, without those that are far behind it.
CREATE FUNCTION search_expand(asked_lang text, terms int[], asked text[])
RETURNS TABLE (term int, target_lang text, target_lexeme text, weight real)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 40
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH entry AS MATERIALIZED (
		SELECT found.*
		  FROM (SELECT DISTINCT lexeme FROM unnest(asked) AS one (lexeme))
		    AS head
		 -- A limit, so that each is looked up by index.
		 CROSS JOIN LATERAL (
		    SELECT lexicon.target_lang, lexicon.source, lexicon.weight,
		           string_to_array(lexicon.lexemes, ' ') AS lexemes,
		           string_to_array(lexicon.targets, ' ') AS targets
		      FROM lexicon
		     WHERE lexicon.lang = asked_lang
		       AND lexicon.head = head.lexeme
		     LIMIT 2000) AS found
		 WHERE found.lexemes <@ asked
	), pair AS (
		SELECT terms[array_position(asked, entry.lexemes[i])] AS term,
		       entry.target_lang, entry.targets[j] AS lexeme,
		       entry.source,
		       max(entry.weight / sqrt(greatest(1, 1
		           + cardinality(entry.targets)
		           - cardinality(entry.lexemes)))) AS weight
		  FROM entry
		 CROSS JOIN generate_series(1, cardinality(entry.lexemes)) AS i
		 CROSS JOIN generate_series(1, cardinality(entry.targets)) AS j
		 WHERE (i - 1) * cardinality(entry.targets)
		           / cardinality(entry.lexemes) = j - 1
		    OR (j - 1) * cardinality(entry.lexemes)
		           / cardinality(entry.targets) = i - 1
		 GROUP BY 1, 2, 3, 4
	), known AS (
		SELECT pair.*, coalesce(max(weight) FILTER (
		           WHERE source <> 'dictionary') OVER one, 0) AS known
		  FROM pair
		WINDOW one AS (PARTITION BY term, target_lang)
	), sure AS (
		SELECT known.term, known.target_lang, known.lexeme,
		       1 - exp(sum(ln(greatest(0.001, 1 - CASE known.source
		           WHEN 'dictionary'
		           THEN known.weight * (1 - 0.8 * known.known)
		           ELSE known.weight END)))) AS weight
		  FROM known
		 GROUP BY known.term, known.target_lang, known.lexeme
	), ranked AS (
		SELECT sure.*, row_number() OVER one AS rank,
		       max(sure.weight) OVER one AS best
		  FROM sure
		WINDOW one AS (PARTITION BY sure.term, sure.target_lang
		    ORDER BY sure.weight DESC, sure.lexeme)
	)
	SELECT ranked.term, ranked.target_lang, ranked.lexeme,
	       ranked.weight::real
	  FROM ranked
	 WHERE ranked.rank <= 8
	   AND ranked.weight >= 0.3 * ranked.best
	 ORDER BY ranked.term, ranked.target_lang, ranked.rank;
END $$;

-- The language a question is asked in: the one that knows most of its
-- words, the reader's own before others.
CREATE FUNCTION search_asked(reader text, question text) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN (
	SELECT language.lang
	  FROM search_tokens(question) AS token
	 CROSS JOIN language
	 CROSS JOIN LATERAL (
	    SELECT to_tsvector(language.search, token.word) = '' OR EXISTS (
	        SELECT FROM search_word AS known
	         WHERE known.lang = language.lang
	           AND known.plain = search_plain(token.word)
	         LIMIT 1) AS so) AS known
	 GROUP BY language.lang
	 ORDER BY count(*) FILTER (WHERE known.so) DESC,
	          language.lang <> reader, min(language.position)
	 LIMIT 1);
END $$;

-- What a question's words are in the languages it is not asked in: word as
-- typed, term its number in search_tokens().  A word that no text has may
-- lack its accents.  A compound that the lexicon lacks is told by its parts,
-- each a term of its own: its number times 1000, and 1 or 2.  Only lexemes
-- that texts have.
CREATE FUNCTION search_told(asked_lang text, question text)
RETURNS TABLE (lang text, term int, word text, lexeme text, weight real,
    documents int)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 20
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH said AS MATERIALIZED (
		SELECT min(token.number) AS term, min(token.word) AS word,
		       coalesce(near.lexeme, one.lexeme) AS lexeme,
		       search_compounds(asked_lang) AND NOT lexicon_has(asked_lang,
		           coalesce(near.lexeme, one.lexeme)) AS lost
		  FROM search_tokens(question) AS token
		  JOIN language ON language.lang = asked_lang
		 CROSS JOIN LATERAL (
		    SELECT (tsvector_to_array(to_tsvector(language.search,
		        search_fold(asked_lang, token.word))))[1]) AS one (lexeme)
		  LEFT JOIN LATERAL (
		    SELECT other.lexeme
		      FROM search_lexeme AS other
		     WHERE other.lang = asked_lang
		       AND other.plain = search_plain(one.lexeme)
		     ORDER BY other.lexeme <> one.lexeme, other.documents DESC
		     LIMIT 1) AS near ON true
		 WHERE to_tsvector(language.search, token.word) <> ''
		   AND one.lexeme IS NOT NULL
		   AND NOT search_is_filler(asked_lang, token.word)
		 GROUP BY 3, 4
		 ORDER BY 1
		 LIMIT 12
	), known AS MATERIALIZED (
		SELECT term, word, lexeme, 1 AS trust FROM said WHERE NOT lost
		 UNION ALL
		SELECT said.term * 1000 + row_number() OVER (
		           PARTITION BY said.term ORDER BY split.part)::int,
		       said.word, split.part, 0.8
		  FROM (SELECT array_agg(word) AS words FROM said WHERE lost) AS long
		 CROSS JOIN LATERAL search_split(asked_lang, long.words, true)
		    AS split
		  JOIN said USING (word)
	), asked AS MATERIALIZED (
		SELECT array_agg(term ORDER BY term) AS terms,
		       array_agg(lexeme ORDER BY term) AS lexemes
		  FROM known
	)
	SELECT far.target_lang, known.term, known.word, there.lexeme,
	       (far.weight * known.trust)::real, there.documents
	  FROM asked
	 CROSS JOIN LATERAL search_expand(asked_lang, asked.terms,
	    asked.lexemes) AS far
	  JOIN known ON known.term = far.term
	 CROSS JOIN LATERAL (
	    SELECT one.lexeme, one.documents
	      FROM search_lexeme AS one
	     WHERE one.lang = far.target_lang
	       AND one.lexeme = far.target_lexeme
	     LIMIT 1) AS there;
END $$;

-- Why an item is among the hits, where its text in the reader's language
-- does not show it: the words found in its text in HIT_LANG, as typed or
-- as written there; behind an arrow what was typed, where that was another
-- word.  NULL when the reader sees it.  terms: what search_meant() says of
-- the question.
CREATE FUNCTION search_reason(reader text, terms search_term[],
    hit_lang text, hit int) RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF hit_lang = reader AND NOT EXISTS (
	    SELECT FROM unnest(terms) AS term
	     WHERE term.lang = hit_lang AND term.told) THEN
		RETURN NULL;
	END IF;
	RETURN (
	WITH found AS (
		SELECT DISTINCT ON (term.term) term.*
		  FROM unnest(terms) AS term
		  JOIN search_doc AS doc
		    ON doc.lang = term.lang
		   AND doc.tsv @@ search_query(term.lexeme)
		 WHERE doc.lang = hit_lang
		   AND doc.item_id = hit
		   AND term.documents > 0
		   AND term.word IS NOT NULL
		 ORDER BY term.term, term.told, term.weight DESC
	), word AS (
		SELECT found.term, found.told, found.word,
		       CASE WHEN NOT found.told
		             AND found.exact = '=' || search_fold(hit_lang, found.word)
		            THEN found.word
		            ELSE lexicon_surface(hit_lang, found.lexeme)
		       END AS surface
		  FROM found
		 WHERE hit_lang <> reader
		    OR EXISTS (SELECT FROM found WHERE told)
	)
	SELECT string_agg(CASE WHEN word.told
	           THEN word.surface || ' ← ' || word.word
	           ELSE word.surface END, ', ' ORDER BY word.term)
	  FROM word);
END $$;

-- The same of a question.
CREATE FUNCTION search_why(reader text, question text, hit_lang text, hit int)
RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN search_reason(reader, ARRAY(
    SELECT one FROM search_terms(reader, question) AS one), hit_lang, hit);
