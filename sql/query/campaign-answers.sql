-- campaign-answers - the answers of a campaign that is closed (learn)
--	$1	space_id
-- Zero rows or more, in no order.

SELECT substr(answer, 17) AS sealed
  FROM learn.campaign, unnest(answers) AS answer
 WHERE space_id = $1
   AND closed
