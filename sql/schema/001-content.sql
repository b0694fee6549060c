-- 001-content - languages, kinds, items and their texts.
--
-- Everything here is written by `profint import` alone and read by all.

CREATE TABLE language (
	lang		text PRIMARY KEY,	-- BCP 47 tag
	position	int NOT NULL UNIQUE,	-- order of i18n/LOCALES, from 0
	search		regconfig NOT NULL,	-- text search configuration
	dir		text NOT NULL CHECK (dir IN ('ltr', 'rtl'))
);
COMMENT ON TABLE language IS 'what i18n/LOCALES lists, copied at import';

CREATE TABLE kind (
	kind		text PRIMARY KEY,
	position	int NOT NULL UNIQUE,	-- order of kinds.def, from 0
	grouping	text NOT NULL,		-- model, training, resource, site
	names		jsonb NOT NULL DEFAULT '{}'	-- one of it: {"en": "Case"}
);
COMMENT ON TABLE kind IS 'what cgi/content/kinds.def lists, copied at import';

CREATE TABLE item (
	item_id		int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind		text NOT NULL REFERENCES kind,
	slug		text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	collection	text NOT NULL,		-- 'shipped', or the host's folder
	source_lang	text NOT NULL REFERENCES language,
	position	int NOT NULL,		-- editorial order inside the kind
	area		text,			-- slug of the main area, NULL: transversal
	code		text,			-- short name of a tool, WT1
	minutes		int CHECK (minutes > 0),
	successor	text,			-- withdrawn: 'kind/slug', or '' without one
	changed_on	date NOT NULL DEFAULT current_date,	-- last import that changed it
	UNIQUE (kind, slug)
);
COMMENT ON TABLE item IS 'one thing to read, in whatever languages it has';

CREATE TABLE item_alias (
	kind		text NOT NULL,
	slug		text NOT NULL,		-- the name it once had
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	PRIMARY KEY (kind, slug)
);
COMMENT ON TABLE item_alias IS 'renamed slugs, answered with 301';

CREATE TABLE item_area (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	area		text NOT NULL,		-- an area it also touches
	PRIMARY KEY (item_id, area)
);
COMMENT ON TABLE item_area IS 'further areas, the main one not repeated';

CREATE TABLE item_link (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	to_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	PRIMARY KEY (item_id, to_id),
	CHECK (item_id <> to_id)
);
CREATE INDEX item_link_back ON item_link (to_id);
COMMENT ON TABLE item_link IS 'links as written; pages show both directions';

CREATE TABLE item_fact (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	position	int NOT NULL,
	fact		text NOT NULL
	    CHECK (fact IN ('process', 'country', 'organisation', 'source')),
	value		text NOT NULL,		-- code, name, or name of the source
	href		text,			-- of a source
	year		int,			-- of a source
	checked_on	date,			-- of a source
	PRIMARY KEY (item_id, position)
);
COMMENT ON TABLE item_fact IS 'facts without language';

CREATE TABLE segment (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL REFERENCES language,
	name		text NOT NULL,		-- the id in the file and the page's anchor
	position	int NOT NULL,		-- order in the source text
	element		text NOT NULL,		-- p, li, label …
	body		xml NOT NULL,		-- inline markup, as HTML
	hash		text NOT NULL,		-- of its own canonical content
	of		text,			-- hash of the source it translates; NULL in the source
	reviewed	boolean NOT NULL DEFAULT false,
	reviewed_by	text,
	reviewed_on	date,
	PRIMARY KEY (item_id, lang, name)
);
COMMENT ON TABLE segment IS 'one sentence or paragraph in one language';

-- A segment's state is computed, never stored.
CREATE VIEW segment_state AS
SELECT source.item_id,
       language.lang,
       source.name,
       source.position,
       CASE
           WHEN language.lang = source.lang THEN 'source'
           WHEN target.name IS NULL         THEN 'missing'
           WHEN target.of <> source.hash    THEN 'stale'
           WHEN target.reviewed             THEN 'reviewed'
           ELSE 'machine'
       END AS state
  FROM item
  JOIN segment AS source
    ON source.item_id = item.item_id AND source.lang = item.source_lang
 CROSS JOIN language
  LEFT JOIN segment AS target
    ON target.item_id = source.item_id
   AND target.lang = language.lang
   AND target.name = source.name;
COMMENT ON VIEW segment_state IS 'source, missing, stale, machine or reviewed';

CREATE TABLE item_text (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL REFERENCES language,
	title		text NOT NULL,
	title_lang	text NOT NULL,		-- lang, or the source's when missing
	summary		text NOT NULL,
	summary_lang	text NOT NULL,
	state		text NOT NULL		-- worst of its segments, at import
	    CHECK (state IN ('source', 'reviewed', 'machine', 'stale', 'partial', 'missing')),
	stale		int NOT NULL,		-- segments older than the source
	missing		int NOT NULL,		-- segments shown in the source language
	reviewed_by	text,			-- when wholly reviewed
	reviewed_on	date,
	words		int NOT NULL,		-- for the reading time
	sort_key	text NOT NULL,		-- title in the order of the language
	initial		text NOT NULL,		-- heading in an A-Z list
	search_title	text NOT NULL,		-- plain, '' when not in this language
	search_summary	text NOT NULL,
	search_body	text NOT NULL,
	PRIMARY KEY (item_id, lang)
);
COMMENT ON TABLE item_text IS
    'an item in each language; partial: some missing, missing: all missing';

CREATE TABLE item_section (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	lang		text NOT NULL REFERENCES language,
	position	int NOT NULL,
	step		text,			-- of a module, NULL: of none
	role		text NOT NULL,		-- why, how, story, text …
	anchor		text,			-- id of its own heading
	heading		text,			-- of a text section
	heading_lang	text,
	body		xml NOT NULL,		-- blocks, as HTML
	figure		text,			-- drawn picture after the body
	PRIMARY KEY (item_id, lang, position)
);
COMMENT ON TABLE item_section IS 'an item''s text as pages show it';

CREATE TABLE item_step (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	position	int NOT NULL,		-- from 1
	step		text NOT NULL,		-- situate, case, discussion …
	alone_minutes	int NOT NULL CHECK (alone_minutes >= 0),
	group_minutes	int NOT NULL CHECK (group_minutes >= 0),	-- 0: not in a session
	PRIMARY KEY (item_id, position),
	UNIQUE (item_id, step)
);
COMMENT ON TABLE item_step IS 'the steps of a module and how long they take';
