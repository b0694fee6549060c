-- stats-quarter - what was counted in a quarter (owner)
--	$1	its number, like 2026-4; NULL: this one
-- Zero rows or more.  count is NULL where it is smaller than 5, and in the
-- next one where only one is: else it could be told from the others' sum.

WITH asked AS (
	SELECT CASE
		   WHEN $1::text IS NULL
		   THEN date_trunc('quarter', current_date)::date
		   ELSE make_date(left($1, 4)::int,
			right($1, 1)::int * 3 - 2, 1)
	       END AS quarter
),
cell AS (
	SELECT what, 'slug' AS by, slug AS name, sum(count) AS count
	  FROM learn.counter
	  JOIN asked USING (quarter)
	 GROUP BY what, slug
	HAVING sum(count) > 0
	 UNION ALL
	SELECT what, 'lang', lang, sum(count)
	  FROM learn.counter
	  JOIN asked USING (quarter)
	 WHERE lang <> ''
	 GROUP BY what, lang
),
ranked AS (
	SELECT *,
	       count(*) FILTER (WHERE count < 5) OVER part AS few,
	       row_number() OVER (part ORDER BY count, name) AS place
	  FROM cell
	WINDOW part AS (PARTITION BY what, by)
)
SELECT to_char(asked.quarter, 'YYYY-Q') AS quarter,
       what,
       by,
       name,
       CASE WHEN count >= 5 AND (few <> 1 OR place <> 2) THEN count END AS count
  FROM asked
  LEFT JOIN ranked ON true
 ORDER BY what, by DESC, count DESC NULLS LAST, name
