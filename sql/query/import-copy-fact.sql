-- import-copy-fact - rows of stage_fact (owner)
-- No rows.

COPY stage_fact (
	number, position, fact, value, href, year, checked_on
) FROM STDIN
