-- item-page - one item in the reader's language (site,learn)
--	$1	kind
--	$2	slug
--	$3	language
-- Zero rows or one.

SELECT item.kind,
       item.slug,
       item.area,
       coalesce(item.area, 'all') AS tint,
       area_text.title AS area_title,
       nullif(area_text.title_lang, $3) AS area_lang,
       item.successor,
       nullif(item.successor, '') IS NOT NULL AS succeeded,
       successor_text.title AS successor_title,
       nullif(successor_text.title_lang, $3) AS successor_lang,
       item.code,
       item.minutes AS team_minutes,
       greatest(1, round(text.words / 200.0))::int AS minutes,
       item.source_lang,
       text.title,
       nullif(text.title_lang, text.lang) AS title_lang,
       text.summary,
       nullif(text.summary_lang, text.lang) AS summary_lang,
       text.summary <> '' AS summed_up,
       text.state,
       text.stale,
       text.missing,
       text.reviewed_by,
       text.reviewed_on,
       '/' || item.source_lang || '/' || item.kind || '/' || item.slug AS source_href
  FROM item
  JOIN item_text AS text USING (item_id)
  LEFT JOIN item AS area
    ON area.kind = 'area' AND area.slug = item.area
  LEFT JOIN item_text AS area_text
    ON area_text.item_id = area.item_id AND area_text.lang = $3
  LEFT JOIN item AS successor
    ON successor.kind || '/' || successor.slug = item.successor
  LEFT JOIN item_text AS successor_text
    ON successor_text.item_id = successor.item_id AND successor_text.lang = $3
 WHERE item.kind = $1
   AND item.slug = $2
   AND text.lang = $3
