-- step-questions - what a case or a self-check asks, in the reader's language (learn)
--	$1	kind
--	$2	slug
--	$3	language
-- Zero rows or more; options: [{name, text, right}] of a self-check.

WITH words AS MATERIALIZED (
	SELECT source.name,
	       source.position,
	       source.element,
	       coalesce(here.plain, source.plain) AS text,
	       CASE WHEN here.name IS NULL AND item.source_lang <> $3
	           THEN item.source_lang END AS lang,
	       item_right.name IS NOT NULL AS right,
	       count(*) FILTER (WHERE source.element = 'question')
	           OVER (ORDER BY source.position) AS number
	  FROM item
	  JOIN segment AS source
	    ON source.item_id = item.item_id
	   AND source.lang = item.source_lang
	  LEFT JOIN segment AS here
	    ON here.item_id = item.item_id
	   AND here.lang = $3
	   AND here.name = source.name
	  LEFT JOIN item_right
	    ON item_right.item_id = item.item_id
	   AND item_right.name = source.name
	 WHERE item.kind = $1
	   AND item.slug = $2
)
SELECT question.name,
       question.number,
       question.text,
       question.lang,
       hint.text AS hint,
       hint.lang AS hint_lang,
       feedback.text AS feedback,
       feedback.lang AS feedback_lang,
       (SELECT coalesce(json_agg(json_build_object('name', one.name,
		'text', one.text, 'lang', one.lang, 'right', one.right)
		ORDER BY one.position), '[]')
	  FROM words AS one
	 WHERE one.number = question.number
	   AND one.element = 'option'
	   AND one.position < feedback.position) AS options
  FROM words AS question
  LEFT JOIN words AS hint
    ON hint.number = question.number
   AND hint.element = 'hint'
  LEFT JOIN words AS feedback
    ON feedback.number = question.number
   AND feedback.element = 'feedback'
 WHERE question.element = 'question'
 ORDER BY question.position
