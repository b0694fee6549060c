-- purge-days - days long past are gone, and those of a flood begin anew (owner)
--	$1	beginning of a flood, or NULL
--	$2	its end
--	$3	true: of sessions and campaigns
-- One row: count.

WITH gone AS (
	DELETE
	  FROM learn.day
	 WHERE day < current_date - 30
	    OR $3::boolean AND day BETWEEN $1::timestamptz::date
		AND $2::timestamptz::date
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
