-- import-known - every item there is, for references to it (owner)
-- Zero rows or more, in byte order.

SELECT kind,
       slug,
       collection
  FROM item
 ORDER BY kind COLLATE "C", slug COLLATE "C"
