-- migrate-begun - has any migration been applied? (owner)
-- One row.

SELECT to_regclass('schema_version') IS NOT NULL AS begun
