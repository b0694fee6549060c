-- feed-updated - the day of a language's last news (site)
--	$1	language
-- One row.  Before the first import: the day of the last migration.

SELECT to_char(coalesce(
           (SELECT max(day) FROM item_news WHERE lang = $1),
           (SELECT max(applied_at) AT TIME ZONE 'UTC' FROM schema_version)),
           'YYYY-MM-DD') AS day
