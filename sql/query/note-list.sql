-- note-list - what the person here has written about one item (learn)
--	$1	kind
--	$2	slug
-- Zero rows or more; filed: the slug the item had when it was written.

SELECT DISTINCT ON (note.segment)
       note.segment,
       note.slug AS filed,
       note.version,
       note.body
  FROM learn.note
 WHERE note.space_id = (SELECT learn.person())
   AND note.kind = $1
   AND note.slug = ANY (learn.names($1, $2))
 ORDER BY note.segment, note.slug = $2 DESC, note.saved_at DESC
