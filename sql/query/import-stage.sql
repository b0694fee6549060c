-- import-stage - tables for one import, gone with its transaction (owner)
-- No rows.  An item is known by its number in this import until it has an
-- item_id.

DO $$
BEGIN
	CREATE TEMP TABLE stage_collection (
		collection	text PRIMARY KEY
	) ON COMMIT DROP;
	CREATE TEMP TABLE stage_language (LIKE language) ON COMMIT DROP;
	CREATE TEMP TABLE stage_kind (LIKE kind) ON COMMIT DROP;
	CREATE TEMP TABLE stage_item (
		number		int PRIMARY KEY,
		item_id		int,
		kind		text NOT NULL,
		slug		text NOT NULL,
		collection	text NOT NULL,
		source_lang	text NOT NULL,
		position	int NOT NULL,
		area		text,
		code		text,
		minutes		int,
		successor	text
	) ON COMMIT DROP;
	CREATE TEMP TABLE stage_alias (
		number		int NOT NULL,
		slug		text NOT NULL
	) ON COMMIT DROP;
	CREATE TEMP TABLE stage_area (
		number		int NOT NULL,
		area		text NOT NULL
	) ON COMMIT DROP;
	CREATE TEMP TABLE stage_link (
		number		int NOT NULL,
		kind		text NOT NULL,
		slug		text NOT NULL
	) ON COMMIT DROP;
	CREATE TEMP TABLE stage_fact
	    (LIKE item_fact INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_fact RENAME item_id TO number;
	CREATE TEMP TABLE stage_segment
	    (LIKE segment INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_segment RENAME item_id TO number;
	CREATE TEMP TABLE stage_text
	    (LIKE item_text INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_text RENAME item_id TO number;
	CREATE TEMP TABLE stage_section
	    (LIKE item_section INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_section RENAME item_id TO number;
	CREATE TEMP TABLE stage_step
	    (LIKE item_step INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_step RENAME item_id TO number;
	CREATE TEMP TABLE stage_field
	    (LIKE item_field INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_field RENAME item_id TO number;
	CREATE TEMP TABLE stage_right
	    (LIKE item_right INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_right RENAME item_id TO number;
	CREATE TEMP TABLE stage_file
	    (LIKE item_file INCLUDING INDEXES) ON COMMIT DROP;
	ALTER TABLE stage_file RENAME item_id TO number;
END
$$
