-- 002-card - how pages list items.

CREATE VIEW item_card AS
SELECT item.item_id,
       item.kind,
       kind.position AS kind_position,
       kind.grouping,
       item.slug,
       item.area,
       coalesce(item.area, 'all') AS tint,
       area.position AS area_position,
       area_text.title AS area_title,
       nullif(area_text.title_lang, text.lang) AS area_lang,
       item.position,
       item.successor IS NOT NULL AS withdrawn,
       text.lang,
       text.title,
       nullif(text.title_lang, text.lang) AS title_lang,
       text.summary,
       nullif(text.summary_lang, text.lang) AS summary_lang,
       text.title_lang <> text.lang AS elsewhere,
       text.state,
       text.sort_key,
       greatest(1, round(text.words / 200.0))::int AS minutes,
       course.alone AS alone_minutes,
       course.together AS group_minutes,
       (SELECT json_agg(fact.value ORDER BY fact.position)
          FROM item_fact AS fact
         WHERE fact.item_id = item.item_id
           AND fact.fact = 'country') AS countries
  FROM item
  JOIN kind USING (kind)
  JOIN item_text AS text USING (item_id)
  LEFT JOIN item AS area
    ON area.kind = 'area' AND area.slug = item.area
  LEFT JOIN item_text AS area_text
    ON area_text.item_id = area.item_id AND area_text.lang = text.lang
  LEFT JOIN LATERAL (
	SELECT sum(step.alone_minutes) AS alone,
	       sum(step.group_minutes) AS together
	  FROM item_step AS step
	 WHERE step.item_id = item.item_id) AS course
    ON item.kind = 'module';
COMMENT ON VIEW item_card IS 'what a card shows, per language';

-- A resource belongs to a factor by a link of its own or through one of
-- its recommendations.
CREATE VIEW item_factor AS
WITH both_ways AS (
	SELECT item_id, to_id FROM item_link
	 UNION
	SELECT to_id, item_id FROM item_link
)
SELECT link.item_id, factor.slug
  FROM both_ways AS link
  JOIN item AS factor ON factor.item_id = link.to_id
 WHERE factor.kind = 'factor'
 UNION
SELECT link.item_id, factor.slug
  FROM both_ways AS link
  JOIN item AS recommendation
    ON recommendation.item_id = link.to_id
   AND recommendation.kind = 'recommendation'
  JOIN both_ways AS further ON further.item_id = recommendation.item_id
  JOIN item AS factor
    ON factor.item_id = further.to_id AND factor.kind = 'factor';
COMMENT ON VIEW item_factor IS 'factors of an item, direct or by recommendation';
