-- joint-at - a worksheet of the session here: its tool and versions (learn)
--	$1	its id
-- Zero rows or one.

SELECT tool,
       version,
       edition
  FROM learn.worksheet
 WHERE space_id = (SELECT learn.person())
   AND worksheet_id = $1
