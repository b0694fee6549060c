-- 006-answer - where an item asks a reader to write, and what is right.

ALTER TABLE item_section
	ADD answer text;		-- place to write after the body, NULL: none
CREATE UNIQUE INDEX item_section_answer ON item_section (item_id, lang, answer);

CREATE TABLE item_right (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	name		text NOT NULL,	-- segment of the option
	PRIMARY KEY (item_id, name)
);
COMMENT ON TABLE item_right IS 'the right options of self-checks';
