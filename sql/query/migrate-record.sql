-- migrate-record - a migration has just been applied (owner)
--	$1	version
--	$2	name
-- No rows.

INSERT INTO schema_version (version, name)
VALUES ($1::int, $2)
