-- import-search - make what search needs, where there is search (owner)
-- No rows.

DO $$
BEGIN
	IF to_regprocedure('search_refresh()') IS NOT NULL THEN
		PERFORM search_refresh();
	END IF;
END
$$
