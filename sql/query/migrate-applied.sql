-- migrate-applied - the migrations that have been applied (owner)
-- Zero rows or more.

SELECT version,
       name
  FROM schema_version
 ORDER BY version
