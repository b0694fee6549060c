-- catalogue-list - one page of the resources that pass the filters (site)
--	$1	language
--	$2	what is chosen, JSON: {"area":"teams"}
--	$3	'title' for A-Z, 'new' for the newest first, else by area and
--		editorial order
--	$4	how many to leave out at the beginning
--	$5	how many to give
-- Zero rows or more.  total: all there are.

WITH passed AS MATERIALIZED (
	SELECT item.item_id, item.slug, item.position, item.area,
	       kind.position AS kind_position
	  FROM item
	  JOIN kind USING (kind)
	 WHERE kind.grouping = 'resource'
	   AND item.successor IS NULL
	   AND ($2::jsonb = '{}' OR item.item_id IN (
           SELECT facet_items($1, $2::jsonb)))
), hit AS MATERIALIZED (
	SELECT passed.item_id
	  FROM passed
	  JOIN item_text AS text
	    ON text.item_id = passed.item_id AND text.lang = $1
	  LEFT JOIN item AS area
	    ON area.kind = 'area' AND area.slug = passed.area
	 ORDER BY CASE $3 WHEN 'title' THEN text.sort_key END,
	          CASE $3 WHEN 'new' THEN (
	              SELECT max(news.day) FROM item_news AS news
	               WHERE news.item_id = passed.item_id
	                 AND news.lang = $1) END DESC NULLS LAST,
	          area.position NULLS LAST,
	          passed.kind_position, passed.position, passed.slug
	OFFSET $4::int
	 LIMIT $5::int
)
SELECT card.*, (SELECT count(*) FROM passed) AS total
  FROM (SELECT item_id, row_number() OVER () AS number FROM hit) AS hit
  JOIN item_card AS card ON card.item_id = hit.item_id AND card.lang = $1
 ORDER BY hit.number
