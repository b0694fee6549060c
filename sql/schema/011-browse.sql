-- 011-browse - what narrows a list, what is new, what one is about to type.
--
-- Made from items and their texts by browse_refresh() alone, at the end of
-- an import; it touches only rows that differ.

-- --- facets ------------------------------------------------------------

CREATE TABLE item_facet (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL,		-- '': in every language
	facet		text NOT NULL,		-- as in an address: area, kind …
	value		text NOT NULL,		-- a slug, a code or a tag
	PRIMARY KEY (item_id, facet, value, lang)
);
CREATE INDEX item_facet_value ON item_facet (facet, value);
COMMENT ON TABLE item_facet IS 'by what an item can be found in a list';

CREATE VIEW item_facet_now AS
SELECT item_id, '' AS lang, one.facet, one.value
  FROM item
 CROSS JOIN LATERAL (VALUES ('area', item.area), ('kind', item.kind))
    AS one (facet, value)
 WHERE one.value IS NOT NULL
 UNION ALL
SELECT item_id, '', 'also', area FROM item_area
 UNION ALL
SELECT item_id, '', 'factor', slug FROM item_factor
 UNION
SELECT link.item_id, '', 'recommendation', item.slug
  FROM (SELECT item_id, to_id FROM item_link
         UNION SELECT to_id, item_id FROM item_link) AS link
  JOIN item ON item.item_id = link.to_id
 WHERE item.kind = 'recommendation'
 UNION ALL
SELECT DISTINCT item_id, '', fact, value
  FROM item_fact
 WHERE fact IN ('process', 'country')
 UNION ALL
SELECT item_id, '', 'language', lang FROM item_text WHERE state <> 'missing'
 UNION ALL
SELECT item_id, lang, 'state', state FROM item_text;
COMMENT ON VIEW item_facet_now IS 'what item_facet has to be';

-- The items that have all chosen values ({"area":"teams"}).
CREATE FUNCTION facet_items(reader text, chosen jsonb) RETURNS SETOF int
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	RETURN QUERY
	WITH wanted AS MATERIALIZED (
		SELECT key, value FROM jsonb_each_text(chosen)
	)
	SELECT has.item_id
	  FROM wanted
	  JOIN item_facet AS has
	    ON has.facet = wanted.key AND has.value = wanted.value
	 WHERE has.lang IN ('', reader)
	 GROUP BY has.item_id
	HAVING count(*) = (SELECT count(*) FROM wanted);
END $$;

-- A value of a facet: how many items it would leave of how many.
CREATE TYPE facet_count AS (
	facet	text,
	value	text,
	total	bigint,
	free	bigint
);

-- Values as a reader is shown them, facet by facet.  label is NULL where the
-- interface or CLDR knows the word, and the value itself where nothing
-- anywhere has it.
CREATE FUNCTION facet_named(reader text, counts facet_count[])
RETURNS TABLE (facet text, value text, label text, label_lang text,
    total bigint, free bigint)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 60
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT shown.facet, shown.value,
	       coalesce(text.title, CASE WHEN NOT EXISTS (
	           SELECT FROM item_facet AS any_item
	            WHERE any_item.facet = shown.facet
	              AND any_item.value = shown.value
	            LIMIT 1) THEN shown.value END),
	       nullif(text.title_lang, reader), shown.total, shown.free
	  FROM unnest(counts) AS shown
	  LEFT JOIN item AS model
	    ON model.kind = CASE shown.facet WHEN 'also' THEN 'area'
	       ELSE shown.facet END
	   AND model.slug = shown.value
	  LEFT JOIN item_text AS text
	    ON text.item_id = model.item_id AND text.lang = reader
	  LEFT JOIN kind
	    ON shown.facet = 'kind' AND kind.kind = shown.value
	  LEFT JOIN language
	    ON shown.facet = 'language' AND language.lang = shown.value
	 ORDER BY array_position('{area,also,kind,factor,recommendation,process,
	    country,language,state}', shown.facet),
	    coalesce(model.position, kind.position, language.position, 0),
	    shown.value;
END $$;

-- How many of these items each value of each facet would leave, as
-- facet_named() says.  What is chosen of a facet does not narrow its own
-- counts: `free` are the items that pass all other choices.  What is chosen
-- is there even if nothing has it.
CREATE FUNCTION facet_counts(reader text, items int[], chosen jsonb)
RETURNS TABLE (facet text, value text, label text, label_lang text,
    total bigint, free bigint)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 60
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH wanted AS MATERIALIZED (
		SELECT key, value FROM jsonb_each_text(chosen)
	), one AS MATERIALIZED (
		SELECT unnest(items) AS item_id
	), has AS MATERIALIZED (
		SELECT item_facet.item_id, item_facet.facet, item_facet.value
		  FROM one
		  JOIN item_facet USING (item_id)
		 WHERE item_facet.lang IN ('', reader)
	), failed AS MATERIALIZED (
		SELECT one.item_id, array_agg(wanted.key) AS facets
		  FROM one
		 CROSS JOIN wanted
		  LEFT JOIN (
		    SELECT has.item_id, has.facet
		      FROM has
		      JOIN wanted
		        ON wanted.key = has.facet AND wanted.value = has.value
		    ) AS got
		    ON got.item_id = one.item_id AND got.facet = wanted.key
		 WHERE got.item_id IS NULL
		 GROUP BY one.item_id
	), counted AS MATERIALIZED (
		SELECT has.facet, has.value, count(*) AS total
		  FROM has
		  LEFT JOIN failed USING (item_id)
		 WHERE failed.facets IS NULL OR failed.facets = ARRAY[has.facet]
		 GROUP BY has.facet, has.value
	), shown AS (
		SELECT * FROM counted
		 UNION ALL
		SELECT wanted.key, wanted.value, 0
		  FROM wanted
		 WHERE NOT EXISTS (
		    SELECT FROM counted
		     WHERE (counted.facet, counted.value)
		         = (wanted.key, wanted.value))
	)
	SELECT named.*
	  FROM facet_named(reader, ARRAY(
	    SELECT ROW(shown.facet, shown.value, shown.total,
	               (SELECT count(*) FROM one)
	                   - (SELECT count(*) FROM failed)
	                   + (SELECT count(*) FROM failed
	                       WHERE failed.facets = ARRAY[shown.facet]))
	           ::facet_count
	      FROM shown)) AS named;
END $$;

-- What a list of all resources begins with.
CREATE TABLE facet_total (
	lang		text NOT NULL,
	facet		text NOT NULL,
	value		text NOT NULL,
	total		bigint NOT NULL,	-- resources that have it
	free		bigint NOT NULL,	-- resources there are
	PRIMARY KEY (lang, facet, value)
);
COMMENT ON TABLE facet_total IS 'how many resources each filter would leave';

CREATE VIEW facet_total_now AS
WITH resource AS (
	SELECT item_id
	  FROM item
	  JOIN kind USING (kind)
	 WHERE kind.grouping = 'resource'
	   AND item.successor IS NULL
)
SELECT language.lang, has.facet, has.value, sum(has.total)::bigint AS total,
       (SELECT count(*) FROM resource) AS free
  FROM (SELECT lang, facet, value, count(*) AS total
          FROM resource
          JOIN item_facet USING (item_id)
         GROUP BY lang, facet, value) AS has
  JOIN language ON has.lang IN ('', language.lang)
 GROUP BY language.lang, has.facet, has.value;
COMMENT ON VIEW facet_total_now IS 'what facet_total has to be';

-- --- news --------------------------------------------------------------

CREATE TABLE item_known (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL,
	version		uuid NOT NULL,		-- of its words
	state		text NOT NULL,
	PRIMARY KEY (item_id, lang)
);
COMMENT ON TABLE item_known IS
    'texts as the last import left them, to see what the next one changes';

CREATE TABLE item_news (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL,
	day		date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
	what		text NOT NULL
	    CHECK (what IN ('new', 'translated', 'reviewed', 'changed')),
	PRIMARY KEY (item_id, lang, day)
);
CREATE INDEX item_news_day ON item_news (lang, day);
COMMENT ON TABLE item_news IS
    'what happened to a text, once a day, kept from import to import';

-- Legal pages and the like are no news.  What came in the morning and was
-- changed in the afternoon is new.
CREATE FUNCTION news_refresh() RETURNS void
LANGUAGE plpgsql
SET work_mem = '128MB' AS $$
BEGIN
	CREATE TEMP TABLE news_now ON COMMIT DROP AS
	SELECT text.item_id, text.lang, text.state,
	       md5(concat_ws(E'\n', text.search_title, text.search_summary,
	           text.search_body))::uuid AS version
	  FROM item_text AS text
	  JOIN item USING (item_id)
	 WHERE item.kind <> 'page'
	   AND item.successor IS NULL
	   AND text.state <> 'missing';
	ANALYZE news_now;
	INSERT INTO item_news (item_id, lang, what)
	SELECT item_id, lang, what
	  FROM (SELECT now.item_id, now.lang, CASE
	               WHEN known.item_id IS NULL AND EXISTS (
	                   SELECT FROM item_known AS other
	                    WHERE other.item_id = now.item_id) THEN 'translated'
	               WHEN known.item_id IS NULL THEN 'new'
	               WHEN now.state = 'reviewed'
	                AND known.state <> 'reviewed' THEN 'reviewed'
	               WHEN known.version <> now.version THEN 'changed'
	               END AS what
	          FROM news_now AS now
	          LEFT JOIN item_known AS known USING (item_id, lang)) AS event
	 WHERE what IS NOT NULL
	    ON CONFLICT (item_id, lang, day) DO UPDATE
	   SET what = excluded.what
	 WHERE item_news.what NOT IN ('new', 'translated')
	   AND item_news.what <> excluded.what;
	DELETE FROM item_known AS known
	 WHERE NOT EXISTS (SELECT FROM news_now AS now
	    WHERE now.item_id = known.item_id AND now.lang = known.lang);
	INSERT INTO item_known AS known (item_id, lang, version, state)
	SELECT item_id, lang, version, state FROM news_now
	    ON CONFLICT (item_id, lang) DO UPDATE
	   SET version = excluded.version,
	       state = excluded.state
	 WHERE (known.version, known.state)
	    <> (excluded.version, excluded.state);
	DROP TABLE news_now;
END $$;

-- The news of a language, newest first.  More than twelve of a sort on one
-- day (a fresh site, a whole language reviewed) are one line: `item_id` is
-- then NULL and `texts` says how many.  An item stands once in a month.
CREATE FUNCTION news_list(reader text)
RETURNS TABLE (day date, what text, texts bigint, item_id int)
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	WITH event AS (
		SELECT news.day, news.what, news.item_id,
		       count(*) OVER (PARTITION BY news.day, news.what) AS texts
		  FROM item_news AS news
		  JOIN item USING (item_id)
		 WHERE news.lang = reader
		   AND item.successor IS NULL
	)
	SELECT day, what, texts, NULL
	  FROM event WHERE texts > 12 GROUP BY day, what, texts
	 UNION ALL
	(SELECT DISTINCT ON (item_id, date_trunc('month', day))
	        day, what, 1, item_id
	   FROM event WHERE texts <= 12
	  ORDER BY item_id, date_trunc('month', day), day DESC)
	 ORDER BY 1 DESC, 4 NULLS LAST, 2;
END;

-- --- suggestions -------------------------------------------------------

-- Byte order, so that what a word begins with is a range of the index.
CREATE TABLE title_word (
	lang		text NOT NULL,
	word		text COLLATE "C" NOT NULL,	-- without any accent
	number		int NOT NULL,		-- in the title, from 1
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	PRIMARY KEY (lang, word, number, item_id)
);
CREATE INDEX title_word_item ON title_word (item_id, lang, word);
COMMENT ON TABLE title_word IS 'the words of titles, to complete what is typed';

-- The words of a title, or of what is being typed.
CREATE FUNCTION title_words(content text)
RETURNS TABLE (number int, word text)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 6
BEGIN ATOMIC
	SELECT token.number::int, token.word
	  FROM regexp_split_to_table(search_plain(search_clean(content)),
	    '[^[:alnum:]]+') WITH ORDINALITY AS token (word, number)
	 WHERE length(token.word) > 1;
END;

CREATE VIEW title_word_now AS
SELECT text.lang, token.word COLLATE "C" AS word, token.number, text.item_id
  FROM item_text AS text
  JOIN item USING (item_id)
 CROSS JOIN LATERAL title_words(text.search_title) AS token
 WHERE item.successor IS NULL
   AND (item.kind, item.slug) <> ('page', 'home');
COMMENT ON VIEW title_word_now IS 'what title_word has to be';

-- Titles of one language in which each part begins a word, the best first.
-- The first part is looked up, at most 200 titles; the others are compared.
CREATE FUNCTION suggest_in(tag text, parts text[], typed text)
RETURNS TABLE (item_id int, title text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 8
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	SELECT one.item_id, min(text.search_title)
	  FROM (SELECT known.item_id, known.number
	          FROM title_word AS known
	         WHERE known.lang = tag
	           AND known.word >= parts[1]
	           AND known.word < parts[1] || U&'\+10FFFF'
	         LIMIT 200) AS one
	  JOIN item ON item.item_id = one.item_id
	  JOIN item_text AS text
	    ON text.item_id = one.item_id AND text.lang = tag
	 WHERE NOT EXISTS (
	    SELECT FROM unnest(parts[2:]) AS other (word)
	     WHERE NOT EXISTS (
	        SELECT FROM title_word AS known
	         WHERE known.item_id = one.item_id
	           AND known.lang = tag
	           AND known.word >= other.word
	           AND known.word < other.word || U&'\+10FFFF'))
	 GROUP BY one.item_id
	 ORDER BY bool_or(item.kind = 'page'),
	          strpos(lower(min(text.search_title)), lower(typed)) = 0,
	          min(one.number), min(length(text.search_title)),
	          min(text.search_title)
	 LIMIT 8;
END $$;

-- Eight titles that go on from what is typed: the reader's own language
-- first, and the others only where it has not enough.
CREATE FUNCTION suggest_titles(reader text, typed text)
RETURNS TABLE (item_id int, lang text, title text)
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 8
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
	parts	text[];
	found	int[] := '{}';
	tag	text;
	one	record;
BEGIN
	SELECT array_agg(token.word ORDER BY length(token.word) DESC)
	  INTO parts
	  FROM (SELECT DISTINCT word FROM title_words(left(typed, 100))
	         LIMIT 8) AS token;
	IF parts IS NULL THEN
		RETURN;
	END IF;
	FOR tag IN SELECT language.lang FROM language
	            ORDER BY language.lang <> reader, language.position LOOP
		FOR one IN SELECT * FROM suggest_in(tag, parts, typed) LOOP
			EXIT WHEN cardinality(found) = 8;
			CONTINUE WHEN one.item_id = ANY (found);
			found := found || one.item_id;
			RETURN QUERY SELECT one.item_id, tag, one.title;
		END LOOP;
		EXIT WHEN cardinality(found) = 8;
	END LOOP;
END $$;

-- Terms of the glossary that sound like a word of the question, in
-- whatever language: for a reader who has found nothing.
CREATE FUNCTION suggest_terms(reader text, question text)
RETURNS TABLE (item_id int)
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 5
BEGIN ATOMIC
	SELECT known.item_id
	  FROM (SELECT word FROM title_words(left(question, 100))
	         WHERE length(word) > 3 LIMIT 8) AS typed
	  JOIN title_word AS known ON known.word % typed.word
	  JOIN item ON item.item_id = known.item_id AND item.kind = 'term'
	 GROUP BY known.item_id
	 ORDER BY max(similarity(known.word, typed.word)) DESC, known.item_id
	 LIMIT 5;
END;

-- --- all of it ---------------------------------------------------------

-- In the caller's transaction: readers see the old until it commits.
CREATE FUNCTION browse_refresh() RETURNS void
LANGUAGE plpgsql
SET work_mem = '128MB' AS $$
BEGIN
	CREATE TEMP TABLE facet_now ON COMMIT DROP AS
	SELECT * FROM item_facet_now;
	ANALYZE facet_now;
	DELETE FROM item_facet AS old
	 WHERE NOT EXISTS (SELECT FROM facet_now AS now
	    WHERE (now.item_id, now.lang, now.facet, now.value)
	        = (old.item_id, old.lang, old.facet, old.value));
	INSERT INTO item_facet (item_id, lang, facet, value)
	SELECT item_id, lang, facet, value FROM facet_now
	    ON CONFLICT DO NOTHING;
	DROP TABLE facet_now;
	DELETE FROM facet_total;
	INSERT INTO facet_total (lang, facet, value, total, free)
	SELECT lang, facet, value, total, free FROM facet_total_now;

	CREATE TEMP TABLE title_now ON COMMIT DROP AS
	SELECT * FROM title_word_now;
	ANALYZE title_now;
	DELETE FROM title_word AS old
	 WHERE NOT EXISTS (SELECT FROM title_now AS now
	    WHERE (now.item_id, now.lang, now.word, now.number)
	        = (old.item_id, old.lang, old.word, old.number));
	INSERT INTO title_word (lang, word, number, item_id)
	SELECT lang, word, number, item_id FROM title_now
	    ON CONFLICT DO NOTHING;
	DROP TABLE title_now;

	PERFORM news_refresh();
	ANALYZE item_facet, facet_total, item_news, title_word;
END $$;
