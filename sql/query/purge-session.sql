-- purge-session - the sessions of purge-wanted are erased (owner)
-- One row: count; repeat until it is 0.

WITH gone AS (
	DELETE
	  FROM learn.space
	 WHERE space_id = ANY (ARRAY(
		SELECT space_id
		  FROM learn.space
		 WHERE learn.is_wanted(space)
		 LIMIT 200
		   FOR UPDATE SKIP LOCKED))
	RETURNING space_id
),
noted AS (
	INSERT INTO learn.erased (space_hash)
	SELECT sha256(space_id)
	  FROM gone
	    ON CONFLICT DO NOTHING
)
SELECT count(*) AS count
  FROM gone
