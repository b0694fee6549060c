-- my-notes - everything that the person here has written under questions (learn)
--	$1	language
-- Zero rows or more, in the order of the modules.  slug: as it was when it
-- was written; name: of today; module, step: where it is written, if that
-- module was begun; options: of a self-check, {name: words}.

SELECT note.kind,
       note.slug,
       coalesce(item.slug, note.slug) AS name,
       note.segment,
       note.version,
       to_char(note.saved_at, 'YYYY-MM-DD') AS saved_on,
       note.body,
       coalesce(text.title, note.slug) AS title,
       nullif(text.title_lang, $1) AS title_lang,
       coalesce(here.plain, source.plain) AS question,
       CASE WHEN here.name IS NULL AND item.source_lang <> $1
           THEN item.source_lang END AS question_lang,
       CASE WHEN note.kind = 'module' OR EXISTS (
		SELECT
		  FROM learn.reached
		 WHERE reached.space_id = note.space_id
		   AND reached.kind = 'module'
		   AND reached.slug = place.module)
           THEN place.module END AS module,
       place.step,
       CASE WHEN note.kind = 'module' AND source.element = 'question' THEN
           (SELECT json_object_agg(option.name, option.plain)
              FROM segment AS option
             WHERE option.item_id = item.item_id
               AND option.lang = coalesce(here.lang, source.lang)
               AND option.element = 'option')
       END AS options
  FROM learn.note
  LEFT JOIN item
    ON item.item_id = learn.item(note.kind, note.slug)
  LEFT JOIN item_text AS text
    ON text.item_id = item.item_id
   AND text.lang = $1
  LEFT JOIN segment AS source
    ON source.item_id = item.item_id
   AND source.lang = item.source_lang
   AND source.name = note.segment
  LEFT JOIN segment AS here
    ON here.item_id = item.item_id
   AND here.lang = $1
   AND here.name = note.segment
  LEFT JOIN LATERAL (
	SELECT module.slug AS module,
	       CASE WHEN module.item_id <> item.item_id THEN 'case'
	           ELSE coalesce((SELECT section.step
	                            FROM item_section AS section
	                           WHERE section.item_id = item.item_id
	                             AND section.lang = $1
	                             AND section.answer = note.segment),
	               'evaluation')
	       END AS step,
	       module.position
	  FROM item AS module
	 WHERE module.kind = 'module'
	   AND (module.item_id = item.item_id
	        OR EXISTS (
			SELECT
			  FROM item_link AS link
			 WHERE link.item_id = module.item_id
			   AND link.to_id = item.item_id))
	 ORDER BY module.position
	 LIMIT 1) AS place ON true
  LEFT JOIN item_step AS step
    ON step.step = place.step
   AND step.item_id = (SELECT one.item_id
                         FROM item AS one
                        WHERE one.kind = 'module'
                          AND one.slug = place.module)
 WHERE note.space_id = (SELECT learn.person())
 ORDER BY place.position, step.position, note.kind DESC,
       coalesce(item.slug, note.slug), source.position, note.segment
