-- kit-size - how many kilobytes a module's kit has, about (site,learn)
--	$1	slug
--	$2	language
-- One row.  Text packs to a sixth; each document brings a frame, all share
-- style and scripts.  tests/http/kit.sh holds it to a tenth of the truth.

SELECT round(23.4 + 0.82 * count(DISTINCT section.item_id)
           + 0.000165 * coalesce(sum(length(section.body::text)), 0))::int AS kit_size
  FROM (SELECT item_id
          FROM item
         WHERE kind = 'module'
           AND slug = $1
         UNION ALL
        SELECT link.to_id
          FROM item
          JOIN item_link AS link USING (item_id)
          JOIN item AS other
            ON other.item_id = link.to_id
         WHERE item.kind = 'module'
           AND item.slug = $1
           AND other.kind IN ('case', 'tool')) AS one
  JOIN item_section AS section USING (item_id)
 WHERE section.lang = $2
   AND section.role <> 'alone'
