-- group-members - who has joined the session here, and where they are (learn)
-- Zero rows or more.

SELECT encode(member_id, 'hex') AS id,
       step,
       body
  FROM learn.member
 WHERE space_id = (SELECT learn.person())
