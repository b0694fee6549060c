-- purge-erasures - erasures older than any backup are gone (owner)
-- One row: count.

WITH gone AS (
	DELETE
	  FROM learn.erased
	 WHERE erased_on < current_date - 60
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
