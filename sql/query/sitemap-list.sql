-- sitemap-list - every page of an item (site)
-- Zero rows or more.

SELECT CASE WHEN part.step THEN 'step' ELSE item.kind END || '/' ||
           item.slug || coalesce('/' || part.name, '') AS path,
       to_char(item.changed_on, 'YYYY-MM-DD') AS changed_on
  FROM item
  JOIN kind USING (kind)
 CROSS JOIN LATERAL (
    SELECT 0 AS position, NULL AS name, false AS step
     UNION ALL
    SELECT 1, 'compare', false WHERE item.kind = 'case'
     UNION ALL
    SELECT step.position, step.step, true
      FROM item_step AS step
     WHERE step.item_id = item.item_id) AS part
 WHERE item.successor IS NULL
   AND (item.kind, item.slug) <> ('page', 'home')
 ORDER BY kind.position, item.position, item.slug, part.position
