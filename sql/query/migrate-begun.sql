-- migrate-begun - has any migration been applied, and could it be? (owner)
-- One row.  literate: the database knows letters beyond English; in the
-- locale C it would import everything and find half of it.

SELECT to_regclass('schema_version') IS NOT NULL AS begun,
       current_setting('server_encoding') = 'UTF8'
           AND lower('É') = 'é' AS literate
