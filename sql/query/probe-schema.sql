-- probe-schema - the number of the newest migration (site,learn,owner)
-- One row; version is 0 before the first migration.

SELECT coalesce(max(version), 0) AS version
  FROM schema_version
