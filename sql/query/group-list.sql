-- group-list - the sessions that a device is in (learn)
--	$1	language
-- Zero rows or more, the latest first.

SELECT encode(session.space_id, 'hex') AS id,
       device.role = 'facilitator' AS leads,
       session.state,
       session.step,
       space.created_on,
       coalesce(text.title, session.module) AS title,
       nullif(text.title_lang, $1) AS title_lang
  FROM learn.device
  JOIN learn.space USING (space_id)
  JOIN learn.session USING (space_id)
  LEFT JOIN item
    ON item.kind = 'module'
   AND item.slug = session.module
  LEFT JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
 ORDER BY space.created_on DESC, session.space_id
