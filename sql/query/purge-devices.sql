-- purge-devices - devices that open nothing any more are gone (owner)
-- One row: count.

WITH gone AS (
	DELETE
	  FROM learn.device
	 WHERE expires_at <= now()
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
