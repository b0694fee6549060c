-- purge-forms - keys of forms that nobody sends again are gone (owner)
-- One row: count.

WITH gone AS (
	DELETE
	  FROM learn.request
	 WHERE sent_at < now() - interval '30 days'
	RETURNING 1
)
SELECT count(*) AS count
  FROM gone
