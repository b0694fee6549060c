-- 010-search-find - what a question finds.
--
-- A question is words; "words in quotes" stand together in the text, a
-- -word does not stand there.  Whatever is typed, nothing fails.

-- --- reading the question ----------------------------------------------

-- What is typed, piece by piece: 200 characters.  A quote that is not
-- closed goes on to the end.
CREATE FUNCTION search_pieces(question text)
RETURNS TABLE (number bigint, piece text, quoted boolean, unwanted boolean)
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 4
BEGIN ATOMIC
	SELECT found.number, coalesce(part[2], part[3]), part[2] IS NOT NULL,
	       part[1] IS NOT NULL
	  FROM regexp_matches(translate(normalize(left(question, 200), NFC),
	      '“”„«»', '"""""'), '(?:(?<=^|\s)(-)(?=["[:alnum:]]))?(?:"([^"]*)"?|([^\s"]+))',
	      'g') WITH ORDINALITY AS found (part, number);
END;

-- The words that are wanted, in order; no stop words yet.
CREATE FUNCTION search_tokens(question text)
RETURNS TABLE (number int, word text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 6
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN QUERY
	SELECT min(token.number)::int, lower(token.token)
	  FROM ts_parse('default', search_clean(search_alias((
	    SELECT string_agg(typed.piece, ' ' ORDER BY typed.number)
	      FROM search_pieces(question) AS typed
	     WHERE NOT typed.unwanted))))
	  WITH ORDINALITY AS token (type, token, number)
	 -- Blanks, tags, protocols and entities are nobody's words.
	 WHERE token.type NOT IN (12, 13, 14, 23)
	 GROUP BY lower(token.token);
END $$;

-- What must stand in a text, and what must not, in every language.  Rows
-- only for a question that says so.
CREATE FUNCTION search_rules(question text)
RETURNS TABLE (lang text, wanted tsquery, unwanted tsquery)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 1
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN QUERY
	SELECT language.lang,
	       string_agg(query.query::text, ' & ') FILTER (
	           WHERE NOT query.unwanted)::tsquery,
	       string_agg(query.query::text, ' | ') FILTER (
	           WHERE query.unwanted)::tsquery
	  FROM search_pieces(question) AS typed
	 CROSS JOIN language
	 CROSS JOIN LATERAL (
	    SELECT typed.unwanted, phraseto_tsquery(language.search,
	        search_fold(language.lang, typed.piece)) AS query) AS query
	 WHERE (typed.quoted OR typed.unwanted)
	   AND numnode(query.query) > 0
	 GROUP BY language.lang;
END $$;

-- --- what its words stand for ------------------------------------------

-- The question's words in every language: at most twelve lexemes, in order.
-- A word is dropped when it is a stop word as typed, of that language or of
-- the one asked in; folding first would drop män (man) and hår (har).  trust
-- is half where another language than that has not this very word, only its
-- lexeme (the Italian casa is no French cas).  term is the word's number.
CREATE FUNCTION search_typed(asked_lang text, question text)
RETURNS TABLE (lang text, term int, word text, lexeme text, exact text,
    plain text, unaccented boolean, trust real, documents int)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 20
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH said AS (
		SELECT language.lang, token.word, token.number AS term,
		       row_number() OVER (PARTITION BY language.lang
		           ORDER BY token.number) AS place,
		       (tsvector_to_array(to_tsvector(language.search,
		           search_fold(language.lang, token.word))))[1] AS lexeme
		  FROM search_tokens(question) AS token
		  JOIN language AS home ON home.lang = asked_lang
		 CROSS JOIN language
		 WHERE to_tsvector(home.search, token.word) <> ''
		   AND to_tsvector(language.search, token.word) <> ''
		   AND NOT search_is_filler(asked_lang, token.word)
		   AND NOT search_is_filler(language.lang, token.word)
	), typed AS (
		SELECT lang, lexeme, min(term) AS term, min(word) AS word,
		       min('=' || search_fold(lang, word)) AS exact,
		       min(search_plain(word)) AS plain,
		       bool_or(word = search_plain(word)) AS unaccented,
		       CASE WHEN lang = asked_lang OR bool_or(EXISTS (
		           SELECT FROM search_word AS known
		            WHERE known.lang = said.lang
		              AND known.plain = search_plain(said.word)))
		           THEN 1 ELSE 0.5 END AS trust
		  FROM said
		 WHERE lexeme IS NOT NULL AND place <= 12
		 GROUP BY lang, lexeme
	)
	SELECT typed.lang, typed.term, typed.word, typed.lexeme, typed.exact,
	       typed.plain, typed.unaccented, typed.trust::real,
	       coalesce((SELECT known.documents FROM search_lexeme AS known
	           WHERE known.lang = typed.lang
	             AND known.lexeme = typed.lexeme), 0)
	  FROM typed;
END $$;

-- A lexeme of a term, as search_meant() says.
CREATE TYPE search_term AS (
	lang		text,
	term		int,			-- its number
	lexeme		text,
	exact		text,			-- =word
	weight		real,
	documents	int,			-- that have the lexeme
	told		boolean,
	word		text			-- as typed; NULL for a part of it
);

-- What the question means in every language: lexemes of each term, with
-- their weight.  1: exactly this; 0.7: this without accents; 0.5: a word it
-- is a part of, or a part of it; a word that no text has is searched by its
-- parts, each a term of its own, else by words that begin like it.
-- documents is 0 for a lexeme that no text has.  told: nobody typed it, it
-- is what a word is in another language than the question's (012-lexicon).
CREATE FUNCTION search_meant(asked_lang text, question text)
RETURNS SETOF search_term
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 20
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN QUERY
	WITH typed AS MATERIALIZED (
		SELECT * FROM search_typed(asked_lang, question)
	), accented AS MATERIALIZED (
		SELECT typed.lang, typed.term, typed.word, near.lexeme,
		       coalesce('=' || (SELECT min(known.word)
		           FROM search_word AS known
		          WHERE known.lang = typed.lang
		            AND known.plain = typed.plain
		            AND known.lexeme = near.lexeme), typed.exact) AS exact,
		       (0.7 * typed.trust)::real AS weight
		  FROM typed
		 -- A limit, so that each is looked up by index.
		 CROSS JOIN LATERAL (
		    SELECT other.lexeme
		      FROM search_lexeme AS other
		     WHERE other.lang = typed.lang
		       AND other.plain = search_plain(typed.lexeme)
		       AND other.lexeme <> typed.lexeme
		     LIMIT 20) AS near
		 WHERE typed.unaccented
	), unknown AS MATERIALIZED (
		SELECT typed.*
		  FROM typed
		 WHERE typed.documents = 0
		   AND NOT EXISTS (SELECT FROM accented
		        WHERE accented.lang = typed.lang
		          AND accented.term = typed.term)
	), parts AS MATERIALIZED (
		SELECT unknown.lang, unknown.term, split.part AS lexeme,
		       (0.8 * unknown.trust)::real AS weight
		  FROM (SELECT lang, array_agg(word) AS words
		          FROM unknown
		         WHERE search_compounds(lang)
		         GROUP BY lang) AS long
		 CROSS JOIN LATERAL search_split(long.lang, long.words,
		    long.lang = asked_lang) AS split
		  JOIN unknown USING (lang, word)
		 WHERE EXISTS (SELECT FROM search_lexeme AS known
		    WHERE known.lang = long.lang AND known.lexeme = split.part)
	), alike AS (
		SELECT unknown.lang, unknown.term, unknown.word, family.lexeme,
		       (0.5 * unknown.trust)::real AS weight
		  FROM unknown
		 CROSS JOIN LATERAL (
		    SELECT other.lexeme
		      FROM search_lexeme AS other
		     WHERE other.lang = unknown.lang
		       AND length(unknown.lexeme) >= 6
		       AND other.plain >= left(search_plain(unknown.lexeme),
		           greatest(6, length(unknown.lexeme) - 3))
		       AND other.plain < left(search_plain(unknown.lexeme),
		           greatest(6, length(unknown.lexeme) - 3)) || U&'\FFFF'
		     ORDER BY other.documents DESC
		     LIMIT 5) AS family
		 WHERE NOT EXISTS (SELECT FROM parts
		        WHERE parts.lang = unknown.lang
		          AND parts.term = unknown.term)
	), whole AS (
		SELECT typed.lang, typed.term, typed.word, near.lexeme,
		       (0.5 * typed.trust)::real AS weight
		  FROM typed
		 CROSS JOIN LATERAL (
		    SELECT part.whole AS lexeme FROM search_part AS part
		     WHERE part.lang = typed.lang AND part.part = typed.lexeme
		     UNION
		    SELECT part.part FROM search_part AS part
		     WHERE part.lang = typed.lang AND part.whole = typed.lexeme
		     LIMIT 40) AS near
	), told AS MATERIALIZED (
		SELECT * FROM search_told(asked_lang, question)
	), meant AS (
		SELECT lang, term, lexeme, exact, trust AS weight,
		       false AS told, word FROM typed
		 UNION ALL
		SELECT lang, term, lexeme, exact, weight, false, word FROM accented
		 UNION ALL
		SELECT lang, term * 1000 + row_number() OVER (
		           PARTITION BY lang, term ORDER BY lexeme)::int,
		       lexeme, '=' || lexeme, weight, false, NULL FROM parts
		 UNION ALL
		SELECT lang, term, lexeme, '=' || lexeme, weight, false, word
		  FROM alike
		 UNION ALL
		SELECT lang, term, lexeme, '=' || lexeme, weight, false, word
		  FROM whole
		 UNION ALL
		SELECT lang, term, lexeme, '=' || lexeme, weight, true, word
		  FROM told
	), best AS (
		SELECT DISTINCT ON (lang, term, lexeme) *
		  FROM meant
		 -- Where its parts are known, the whole is not missed.
		 WHERE NOT EXISTS (SELECT FROM parts
		        WHERE parts.lang = meant.lang AND parts.term = meant.term)
		   AND NOT EXISTS (SELECT FROM told
		        WHERE told.lang = meant.lang
		          AND told.term / 1000 = meant.term)
		 ORDER BY lang, term, lexeme, told, weight DESC
	)
	SELECT best.lang, best.term, best.lexeme, best.exact, best.weight,
	       coalesce((SELECT known.documents FROM search_lexeme AS known
	           WHERE known.lang = best.lang
	             AND known.lexeme = best.lexeme), 0), best.told, best.word
	  FROM best;
END $$;

-- The same for a reader, in whatever language the question is asked.
CREATE FUNCTION search_terms(reader text, question text)
RETURNS SETOF search_term
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 20 AS $$
BEGIN
	RETURN QUERY
	SELECT * FROM search_meant(search_asked(reader, question), question);
END $$;

-- A lexeme as a question that to_tsquery() need not read again.
CREATE FUNCTION search_query(lexeme text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery;

-- --- finding -----------------------------------------------------------

-- A lexeme as questions to one text: is it there, in the title, in the
-- summary, as the name of the kind, elsewhere than there?
CREATE FUNCTION search_places(lexeme text) RETURNS tsquery[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT array_agg((search_query(lexeme)::text || place)::tsquery
	           ORDER BY number)
	  FROM unnest('{"",:A,:B,:C,:ABD}'::text[]) WITH ORDINALITY
	    AS one (place, number);
END;

-- What search_worth() says of a lexeme that the text has, read from the
-- text.  How often it is there, ts_rank() tells: for n times the sum of
-- 6/pi²/i² up to n, which is 1 - 0.6079 / (n + 0.5) to the nearest n.
CREATE FUNCTION search_worth_in(tsv tsvector, exact boolean,
    places tsquery[], length int, average real) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN exact THEN
        CASE WHEN tsv @@ places[2] THEN 0.35 ELSE 0.17 END
    WHEN NOT tsv @@ places[5] THEN 0.8
    ELSE (1.0 - 0.65 / (round(0.6079271 / (1 - ts_rank('{1,1,1,1}', tsv,
            places[1])) - 0.5) + 0.5))
        / (0.6 + 0.4 * sqrt(length / average))
        + CASE WHEN tsv @@ places[2] THEN 0.25 ELSE 0 END
        + CASE WHEN tsv @@ places[3] THEN 0.15 ELSE 0 END
        + CASE WHEN tsv @@ places[4] THEN 0.3 ELSE 0 END
    END;

-- The items that answer a question, each in the language that answers it
-- best; that of the question counts most, and a translation least where an
-- item is there in that language, too.  A term counts for as much as it is
-- rare and its best lexeme is worth to the text; the more of the
-- question a title has, the more all of it counts, and among the first
-- hundred the more words stand beside each other as they were typed.  What
-- falls far behind the best is left out, and all behind the 2,000 best.
-- `complete` ones have all terms (of a long question all but a common one in
-- four).  terms: what search_meant() says of it.
--
-- However many texts there are, the work is bounded.  In each language the
-- lists of search_best are read to a certain depth, those of the lexemes
-- that are worth most deepest; what promises most after that is looked at
-- itself for the lexemes whose lists were not read to their end.
CREATE FUNCTION search_hits(asked_lang text, question text,
    terms search_term[])
RETURNS TABLE (item_id int, lang text, complete boolean, score real)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 200
SET plan_cache_mode = force_generic_plan
-- One sort serves both groupings of what is found.
SET enable_hashagg = off AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH rule AS MATERIALIZED (
		SELECT * FROM search_rules(question)
	), lexeme AS (
		SELECT term.lang, language.position AS tongue,
		       size.length AS average, term.term,
		       term.lexeme, term.exact,
		       term.documents, term.weight, term.told,
		       least(62, dense_rank() OVER (PARTITION BY term.lang
		           ORDER BY term.term))::int AS number,
		       term.weight * ln(1 + (size.documents - term.documents + 0.5)
		           / (term.documents + 0.5)) AS worth
		  FROM unnest(terms) AS term
		  JOIN language USING (lang)
		  JOIN search_language AS size USING (lang)
	), term AS MATERIALIZED (
		SELECT lexeme.*,
		       coalesce(max(worth) FILTER (WHERE documents > 0)
		           OVER one, max(worth) OVER one) AS share
		  FROM lexeme
		WINDOW one AS (PARTITION BY lang, term)
	), asked AS MATERIALIZED (
		SELECT lang, tongue, lang = asked_lang AS home,
		       count(*) AS terms, sum(share) AS share
		  FROM (SELECT DISTINCT lang, tongue, term, share FROM term) AS each
		 GROUP BY lang, tongue
	), list AS MATERIALIZED (
		SELECT term.lang, term.tongue, term.average, term.number,
		       term.share, term.told, term.worth,
		       best.lexeme = term.exact AS exact,
		       best.lexeme, best.documents, best.items, best.worths,
		       best.titled,
		       -- 2,000 places for what is worth most, then the rest of
		       -- them; the less it weighs, the fewer can matter.
		       least(2000, greatest((CASE WHEN term.lang = asked_lang
		           THEN 200 ELSE 150 END * term.weight)::int,
		           CASE WHEN term.lang = asked_lang THEN 2000 ELSE 150 END
		           - coalesce(sum(best.documents) OVER (
		               PARTITION BY term.lang
		               ORDER BY term.worth DESC, best.lexeme
		               ROWS BETWEEN UNBOUNDED PRECEDING
		               AND 1 PRECEDING), 0)))::int AS depth
		  FROM term
		 -- A limit, so that each is looked up by index.
		 CROSS JOIN LATERAL (
		    SELECT best.*
		      FROM search_best AS best
		     WHERE best.lang = term.lang
		       AND best.lexeme IN (term.lexeme, term.exact)
		     LIMIT 2) AS best
	), cut AS MATERIALIZED (
		SELECT lang, average, number, share, told, worth, exact,
		       search_places(lexeme) AS places
		  FROM list
		 WHERE documents > depth
	), place AS (
		-- One number says which text: that is sorted fastest.
		SELECT (place.item_id::bigint << 16) + list.tongue AS text,
		       list.number, list.share, list.told, list.worth, list.exact,
		       place.titled, list.worth * place.worth AS score
		  FROM list
		 CROSS JOIN LATERAL (
		    SELECT unnest(list.items[:list.depth]) AS item_id,
		           unnest(list.worths[:list.depth]) AS worth,
		           unnest(list.titled[:list.depth]) AS titled) AS place
	), matched AS (
		SELECT text, number, max(share) AS share,
		       bool_or(titled) AS titled, bool_and(told) AS told,
		       -- A text may have the very word and yet not be among the
		       -- best for its lexeme: then it is about half as good.
		       coalesce(max(score) FILTER (WHERE NOT exact),
		           0.5 * max(worth))
		           + coalesce(max(score) FILTER (WHERE exact), 0) AS score,
		       bool_or(NOT exact) AS known, bool_or(exact) AS exact
		  FROM place
		 GROUP BY text, number
	), summed AS (
		SELECT text, count(*) AS terms, sum(share) AS share,
		       coalesce(sum(share) FILTER (WHERE titled), 0) AS titled,
		       bool_or(told) AS told, sum(score) AS score,
		       -- A bit for each term: its lexeme is known, its very word.
		       coalesce(bit_or(1::bigint << number) FILTER (
		           WHERE known), 0) AS known,
		       coalesce(bit_or(1::bigint << number) FILTER (
		           WHERE exact), 0) AS exact
		  FROM matched
		 GROUP BY text
	), front AS MATERIALIZED (
		SELECT asked.lang, (summed.text >> 16)::int AS item_id,
		       summed.terms, summed.share, summed.titled, summed.told,
		       summed.score, summed.known, summed.exact,
		       -- As float: numbers of any length are slow.
		       CASE WHEN asked.home THEN 1::float
		            WHEN summed.told THEN 0.4::float
		            ELSE 0.9::float END * summed.score AS promise
		  FROM summed
		  JOIN asked ON asked.tongue = summed.text & 65535
		 ORDER BY promise DESC
		 LIMIT CASE WHEN EXISTS (SELECT FROM rule) THEN NULL
		       ELSE 2000 END
	), head AS MATERIALIZED (
		SELECT * FROM front WHERE EXISTS (SELECT FROM cut) LIMIT 300
	), deep AS (
		SELECT head.lang, head.item_id, head.terms + more.terms AS terms,
		       head.share + more.share AS share,
		       head.titled + more.titled AS titled,
		       head.told OR more.told AS told,
		       head.score + more.score AS score
		  FROM head
		  JOIN search_doc AS doc USING (lang, item_id)
		 CROSS JOIN LATERAL (
		    SELECT count(share) AS terms,
		           coalesce(sum(share), 0) AS share,
		           coalesce(sum(share) FILTER (WHERE titled), 0) AS titled,
		           coalesce(bool_or(told), false) AS told,
		           coalesce(sum(score), 0) AS score
		      FROM (
		        -- Only what is not known yet.
		        SELECT CASE WHEN NOT (known OR half) THEN max(share)
		                   END AS share,
		               bool_or(titled) AS titled, bool_and(told) AS told,
		               CASE WHEN known THEN 0
		                   WHEN half THEN coalesce(max(score) FILTER (
		                       WHERE NOT exact) - 0.5 * max(worth), 0)
		                   ELSE coalesce(max(score) FILTER (
		                       WHERE NOT exact), 0.5 * max(worth))
		                   END + coalesce(max(score) FILTER (
		                       WHERE exact), 0) AS score
		          FROM (
		            SELECT cut.number, cut.share, cut.told, cut.worth,
		                   cut.exact, doc.tsv @@ cut.places[2] AS titled,
		                   head.known >> cut.number & 1 = 1 AS known,
		                   head.exact >> cut.number & 1 = 1 AS half,
		                   cut.worth * search_worth_in(doc.tsv, cut.exact,
		                       cut.places, doc.length, cut.average) AS score
		              FROM cut
		             WHERE cut.lang = head.lang
		               AND CASE WHEN cut.exact THEN head.exact
		                   ELSE head.known END >> cut.number & 1 = 0
		               AND doc.tsv @@ cut.places[1]) AS found
		         GROUP BY number, known, half) AS term) AS more
	), scored AS (
		SELECT each.item_id, each.lang, each.told, asked.terms,
		       asked.terms - each.terms <= asked.terms / 4
		           AND each.share >= 0.7 * asked.share AS complete,
		       each.score
		           * (1 + 0.6 * (each.titled / asked.share) ^ 2)
		           * CASE WHEN asked.home THEN 1::float
		                  WHEN each.told THEN 0.7::float
		                  ELSE 0.9::float END AS score
		  FROM (SELECT * FROM deep
		         UNION ALL
		        (SELECT lang, item_id, terms, share, titled, told, score
		           FROM front
		         OFFSET (SELECT count(*) FROM head))) AS each
		  JOIN asked USING (lang)
	), own AS MATERIALIZED (
		SELECT item_id
		  FROM search_doc
		 WHERE lang = asked_lang
		   AND item_id = ANY (ARRAY(SELECT item_id FROM front WHERE told))
	), judged AS MATERIALIZED (
		SELECT scored.item_id, scored.lang, scored.complete, scored.terms,
		       scored.score * CASE WHEN scored.told
		           AND scored.item_id IN (SELECT item_id FROM own)
		           THEN 0.5::float ELSE 1::float END AS score,
		       CASE WHEN EXISTS (SELECT FROM rule) THEN (
		           SELECT CASE WHEN bool_or(doc.tsv @@ rule.unwanted)
		                       THEN 'refused'
		                       WHEN NOT bool_or(doc.tsv @@ rule.wanted)
		                           FILTER (WHERE doc.lang = scored.lang)
		                       THEN 'unmet' END
		             FROM rule
		             JOIN search_doc AS doc USING (lang)
		            WHERE doc.lang IN (scored.lang, asked_lang)
		              AND doc.item_id = scored.item_id) END AS broken
		  FROM scored
	), best AS MATERIALIZED (
		SELECT *, row_number() OVER (ORDER BY score DESC) AS place
		  FROM (SELECT DISTINCT ON (item_id) *
		          FROM judged
		         -- Words in quotes that stand together nowhere are mere
		         -- words.
		         WHERE broken IS NULL
		            OR broken = 'unmet' AND NOT EXISTS (
		                SELECT FROM judged WHERE broken IS NULL)
		         ORDER BY item_id, score DESC, lang) AS one
	), pair AS MATERIALIZED (
		SELECT one.lang,
		       tsquery_phrase(search_query(one.lexeme),
		           search_query(two.lexeme)) AS beside,
		       tsquery_phrase(search_query(one.lexeme),
		           search_query(two.lexeme), 2) AS near
		  FROM term AS one
		  JOIN term AS two
		    ON two.lang = one.lang AND two.number = one.number + 1
		 WHERE one.documents > 0 AND two.documents > 0
		   AND one.weight >= 0.5 AND two.weight >= 0.5
	), final AS MATERIALIZED (
		SELECT best.item_id, best.lang, best.complete,
		       (best.score * CASE WHEN best.place <= 100
		           AND best.terms > 1
		           AND EXISTS (SELECT FROM pair) THEN (
		           SELECT 1 + 0.4 / (best.terms - 1) * coalesce(sum(CASE
		                      WHEN doc.tsv @@ pair.beside THEN 1::float
		                      WHEN doc.tsv @@ pair.near THEN 0.5::float
		                      END), 0)
		             FROM search_doc AS doc
		             JOIN pair USING (lang)
		            WHERE doc.lang = best.lang
		              AND doc.item_id = best.item_id)
		           ELSE 1::float END)::real AS score
		  FROM best
	), bound AS MATERIALIZED (
		SELECT max(score) AS best FROM final
	)
	SELECT final.*
	  FROM bound
	 CROSS JOIN final
	 WHERE final.complete
	    OR final.score >= 0.2 * bound.best;
END $$;

-- The same for a reader, in whatever language the question is asked.
CREATE FUNCTION search_found(reader text, question text)
RETURNS TABLE (item_id int, lang text, complete boolean, score real)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 200 AS $$
DECLARE
	asked_lang	CONSTANT text := search_asked(reader, question);
BEGIN
	RETURN QUERY
	SELECT found.*
	  FROM search_hits(asked_lang, question, ARRAY(
	    SELECT one FROM search_meant(asked_lang, question) AS one)) AS found;
END $$;
