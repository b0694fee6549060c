-- step-case - the case that a module works on (learn)
--	$1	slug of the module
--	$2	language
-- Zero rows or one; seen: the person here may look at the comparison.

SELECT one.slug AS case_slug,
       text.title AS case_title,
       nullif(text.title_lang, $2) AS case_lang,
       learn.compares(one.slug) AS seen
  FROM item
  JOIN item_link AS link USING (item_id)
  JOIN item AS one
    ON one.item_id = link.to_id
   AND one.kind = 'case'
   AND one.successor IS NULL
  JOIN item_text AS text
    ON text.item_id = one.item_id
   AND text.lang = $2
 WHERE item.kind = 'module'
   AND item.slug = $1
 ORDER BY one.position
 LIMIT 1
