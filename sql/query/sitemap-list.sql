-- sitemap-list - every page of an item (site)
-- Zero rows or more.

SELECT item.kind,
       item.slug,
       to_char(item.changed_on, 'YYYY-MM-DD') AS changed_on
  FROM item
  JOIN kind USING (kind)
 WHERE item.successor IS NULL
   AND (item.kind, item.slug) <> ('page', 'home')
 ORDER BY kind.position, item.position, item.slug
