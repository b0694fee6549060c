-- purge-erased - spaces that were erased, and came back with a backup, are gone (owner)
-- One row: count; repeat until it is 0.

WITH gone AS (
	DELETE
	  FROM learn.space
	 WHERE space_id = ANY (ARRAY(
		SELECT space_id
		  FROM learn.space
		 WHERE EXISTS (SELECT FROM learn.erased
			WHERE space_hash = sha256(space.space_id))
		 LIMIT 200
		   FOR UPDATE SKIP LOCKED))
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
