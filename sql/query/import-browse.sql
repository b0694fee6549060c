-- import-browse - facets, news and words of titles, where there are any (owner)
-- No rows.

DO $$
BEGIN
	IF to_regprocedure('browse_refresh()') IS NOT NULL THEN
		PERFORM browse_refresh();
	END IF;
END
$$
