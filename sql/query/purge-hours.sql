-- purge-hours - hours long past are gone (owner)
-- One row: count.

WITH gone AS (
	DELETE
	  FROM learn.hour
	 WHERE hour < now() - interval '30 days'
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
