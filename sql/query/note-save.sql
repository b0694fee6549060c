-- note-save - answers, all of one form (learn)
--	$1	hash of the form's key
--	$2	[{kind, slug, segment, version, body}] as JSON
-- One row or more: see learn.save_notes().

SELECT result,
       kind,
       slug,
       segment,
       version,
       body
  FROM learn.save_notes($1, $2)
