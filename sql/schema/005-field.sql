-- 005-field - the fields of tools, as data.
--
-- A field has no words: it names the segments that have them, in every
-- language.

ALTER TABLE segment ADD COLUMN plain text NOT NULL DEFAULT '';
COMMENT ON COLUMN segment.plain IS 'its words without markup';

CREATE TABLE item_field (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	position	int NOT NULL,		-- from 0; columns follow their table
	name		text NOT NULL,		-- as in the file
	parent		text,			-- the table it is a column of
	type		text NOT NULL CHECK (type IN ('text', 'longtext', 'date',
	    'choice', 'scale', 'progress', 'table')),
	person		boolean NOT NULL,	-- about the people supported
	heading		text NOT NULL,		-- segment of its group's name
	label		text NOT NULL,		-- segments of its words
	help		text NOT NULL,
	example		text,
	options		text[] NOT NULL,	-- segments, in their order
	PRIMARY KEY (item_id, name)
);
COMMENT ON TABLE item_field IS
    'what a tool asks; an answer chosen is kept as the name of its segment';
