-- 000-version - which of these files have been applied.

CREATE TABLE schema_version (
	version		int PRIMARY KEY,	-- NNN of the file
	name		text NOT NULL,		-- of the file, without .sql
	applied_at	timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE schema_version IS 'written by `profint migrate` alone';
