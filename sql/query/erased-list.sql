-- erased-list - what is to be erased again after a restore (owner)
-- Zero rows or more.

SELECT encode(space_hash, 'hex') AS hash,
       to_char(erased_on, 'YYYY-MM-DD') AS day
  FROM learn.erased
 ORDER BY day, hash
