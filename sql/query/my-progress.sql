-- my-progress - the steps of modules that the person here has done (learn)
-- Zero rows or more.

SELECT slug,
       step,
       to_char(reached_on, 'YYYY-MM-DD') AS reached_on
  FROM learn.reached
 WHERE space_id = (SELECT learn.person())
   AND kind = 'module'
   AND state = 'done'
 ORDER BY slug, reached_on, step
