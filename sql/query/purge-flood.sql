-- purge-flood - spaces of these hours that nobody came back to are gone (owner)
--	$1	beginning
--	$2	end
--	$3	as many forms, at most, have filled such a space
--	$4	true: sessions and campaigns instead of persons' spaces
-- One row: count; repeat until it is 0.

WITH gone AS (
	DELETE
	  FROM learn.space
	 WHERE space_id = ANY (ARRAY(
		SELECT space_id
		  FROM learn.space
		 WHERE NOT used
		   AND (kind <> 'person') = $4::boolean
		   AND NOT EXISTS (SELECT FROM learn.campaign
			WHERE campaign.space_id = space.space_id
			  AND cardinality(answers) > 0)
		   AND made_at >= $1::timestamptz
		   AND made_at < $2::timestamptz
		   AND forms <= $3::int
		 LIMIT 200
		   FOR UPDATE SKIP LOCKED))
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
