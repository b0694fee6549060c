-- purge-expired - spaces whose last day has passed are gone (owner)
-- One row: count; repeat until it is 0.

WITH gone AS (
	DELETE
	  FROM learn.space
	 WHERE space_id = ANY (ARRAY(
		SELECT space_id
		  FROM learn.space
		 WHERE kept_until < current_date
		 LIMIT 200
		   FOR UPDATE SKIP LOCKED))
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
