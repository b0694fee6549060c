-- group-questions - what the case of a module asks (learn)
--	$1	slug of the module
--	$2	language
-- Zero rows or more; place: where cards about it lie.

SELECT 'case/' || one.slug || '/' || source.name AS place,
       row_number() OVER (ORDER BY source.position) AS number,
       coalesce(here.plain, source.plain) AS text,
       CASE WHEN here.name IS NULL AND one.source_lang <> $2
           THEN one.source_lang END AS lang
  FROM (
	SELECT linked.item_id,
	       linked.slug,
	       linked.source_lang
	  FROM item
	  JOIN item_link AS link USING (item_id)
	  JOIN item AS linked
	    ON linked.item_id = link.to_id
	   AND linked.kind = 'case'
	   AND linked.successor IS NULL
	 WHERE item.kind = 'module'
	   AND item.slug = $1
	 ORDER BY linked.position
	 LIMIT 1
       ) AS one
  JOIN segment AS source
    ON source.item_id = one.item_id
   AND source.lang = one.source_lang
   AND source.element = 'question'
  LEFT JOIN segment AS here
    ON here.item_id = one.item_id
   AND here.lang = $2
   AND here.name = source.name
 ORDER BY source.position
