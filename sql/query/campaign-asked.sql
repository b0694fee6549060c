-- campaign-asked - what a respondent may know of a campaign (learn)
--	$1	hash of the link, hex
--	$2	name of the answer being given, or nothing
-- Zero rows or one.

SELECT tool,
       public_key,
       is_open,
       is_sent
  FROM learn.asked($1, $2)
