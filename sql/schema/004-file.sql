-- 004-file - the files that items were imported from, in canonical form.

CREATE TABLE item_file (
	item_id		int NOT NULL REFERENCES item ON DELETE CASCADE,
	name		text NOT NULL,		-- item, or the language of a text
	body		text NOT NULL,
	PRIMARY KEY (item_id, name)
);
COMMENT ON TABLE item_file IS
    'what `profint export` writes, and what tells that an item changed';
