-- note-list - what the person here has written about one item (learn)
--	$1	kind
--	$2	slug
-- Zero rows or more.

SELECT note.segment,
       note.version,
       note.body
  FROM learn.note
 WHERE note.space_id = learn.person()
   AND note.kind = $1
   AND note.slug = $2
