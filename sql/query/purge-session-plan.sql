-- purge-session-plan - how many sessions purge-wanted means (owner)
-- One row: count.

SELECT count(*) AS count
  FROM learn.space
 WHERE learn.is_wanted(space)
