-- purge-plan - how much may be cleared now (owner)
--	$1	beginning of a flood, or NULL
--	$2	its end
--	$3	as many forms, at most, have filled a space of it
--	$4	true: sessions and campaigns instead of persons' spaces
-- Eight rows: what, count.

SELECT 'expired' AS what, count(*) AS count
  FROM learn.space
 WHERE kept_until < current_date
 UNION ALL
SELECT 'erased', count(*)
  FROM learn.space
 WHERE EXISTS (SELECT FROM learn.erased
	WHERE space_hash = sha256(space_id))
 UNION ALL
SELECT 'flood', count(*)
  FROM learn.space
 WHERE NOT used
   AND (kind <> 'person') = $4::boolean
   AND NOT EXISTS (SELECT FROM learn.campaign
	WHERE campaign.space_id = space.space_id
	  AND cardinality(answers) > 0)
   AND made_at >= $1::timestamptz
   AND made_at < $2::timestamptz
   AND forms <= $3::int
 UNION ALL
SELECT 'devices', count(*)
  FROM learn.device
 WHERE expires_at <= now()
 UNION ALL
SELECT 'forms', count(*)
  FROM learn.request
 WHERE sent_at < now() - interval '30 days'
 UNION ALL
SELECT 'erasures', count(*)
  FROM learn.erased
 WHERE erased_on < current_date - 60
 UNION ALL
SELECT 'hours', count(*)
  FROM learn.hour
 WHERE hour < now() - interval '30 days'
 UNION ALL
SELECT 'days', count(*)
  FROM learn.day
 WHERE day < current_date - 30
    OR $4::boolean AND day BETWEEN $1::timestamptz::date
	AND $2::timestamptz::date
