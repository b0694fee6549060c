-- group-cards - the cards that this device may see (learn)
-- Zero rows or more, as they were written.

SELECT encode(card_id, 'hex') AS id,
       place,
       number,
       state,
       paper,
       member_id IS NOT DISTINCT FROM (SELECT learn.member()) AS mine,
       body
  FROM learn.card
 WHERE space_id = (SELECT learn.person())
 ORDER BY number
