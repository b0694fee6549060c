-- field-list - what a tool or an interview grid asks, in the reader's language (site,learn)
--	$1	slug
--	$2	language
-- Zero rows or more: a table's columns follow it.
--
-- A grid asks its questions, and has a table to code the answers in.  Words
-- that begin with @ are the interface's: see content/sheet.c.

WITH words AS MATERIALIZED (
	SELECT source.name,
	       source.element,
	       source.position,
	       coalesce(here.plain, source.plain) AS plain,
	       CASE WHEN here.name IS NULL AND item.source_lang <> $2
	           THEN item.source_lang END AS lang,
	       count(*) FILTER (WHERE source.element = 'question')
	           OVER (ORDER BY source.position) AS question,
	       count(*) FILTER (WHERE source.element = 'h2')
	           OVER (ORDER BY source.position) AS theme
	  FROM item
	  JOIN segment AS source
	    ON source.item_id = item.item_id
	   AND source.lang = item.source_lang
	  LEFT JOIN segment AS here
	    ON here.item_id = item.item_id
	   AND here.lang = $2
	   AND here.name = source.name
	 WHERE item.kind IN ('tool', 'grid')
	   AND item.slug = $1
), asked AS (
	SELECT field.position,
	       field.name,
	       field.parent,
	       field.type,
	       field.person,
	       heading.plain AS heading,
	       heading.lang AS heading_lang,
	       label.plain AS label,
	       label.lang AS label_lang,
	       help.plain AS help,
	       help.lang AS help_lang,
	       example.plain AS example,
	       example.lang AS example_lang,
	       (SELECT json_agg(json_build_object('name', words.name,
	                   'words', words.plain, 'lang', words.lang)
	                   ORDER BY array_position(field.options, words.name))
	          FROM words
	         WHERE words.name = ANY (field.options)) AS options
	  FROM item
	  JOIN item_field AS field USING (item_id)
	  JOIN words AS heading ON heading.name = field.heading
	  JOIN words AS label ON label.name = field.label
	  JOIN words AS help ON help.name = field.help
	  LEFT JOIN words AS example ON example.name = field.example
	 WHERE item.kind = 'tool'
	   AND item.slug = $1
	   AND item.successor IS NULL
	 UNION ALL
	SELECT question.position,
	       question.name,
	       NULL,
	       'longtext',
	       true,
	       theme.plain,
	       theme.lang,
	       question.question || '. ' || question.plain,
	       question.lang,
	       hint.plain,
	       hint.lang,
	       NULL,
	       NULL,
	       NULL
	  FROM item
	  JOIN words AS question ON question.element = 'question'
	  JOIN words AS theme
	    ON theme.element = 'h2'
	   AND theme.theme = question.theme
	  LEFT JOIN words AS hint
	    ON hint.element = 'hint'
	   AND hint.question = question.question
	 WHERE item.kind = 'grid'
	   AND item.slug = $1
	   AND item.successor IS NULL
	 UNION ALL
	SELECT 1000000 + code.position,
	       code.name,
	       CASE WHEN code.position > 1 THEN 'codes' END,
	       code.type,
	       code.name = 'codes-words',
	       '@grid.codes',
	       NULL,
	       '@grid.' || code.name,
	       NULL,
	       '@grid.' || code.name || '.help',
	       NULL,
	       NULL,
	       NULL,
	       CASE code.name
	       WHEN 'codes-question' THEN (
	           SELECT json_agg(json_build_object('name', words.name, 'words',
	                      words.question || '. ' || words.plain,
	                      'lang', words.lang) ORDER BY words.position)
	             FROM words
	            WHERE words.element = 'question')
	       WHEN 'codes-factor' THEN (
	           SELECT json_agg(json_build_object('name', factor.slug, 'words',
	                      text.title, 'lang', nullif(text.title_lang, $2))
	                      ORDER BY factor.position)
	             FROM item AS factor
	             JOIN item_text AS text
	               ON text.item_id = factor.item_id
	              AND text.lang = $2
	            WHERE factor.kind = 'factor')
	       WHEN 'codes-says' THEN '[{"name":"confirms",
	           "words":"@grid.confirms"},{"name":"qualifies",
	           "words":"@grid.qualifies"},{"name":"contradicts",
	           "words":"@grid.contradicts"}]'
	       END
	  FROM item,
	       (VALUES (1, 'codes', 'table'), (2, 'codes-question', 'choice'),
	           (3, 'codes-factor', 'choice'), (4, 'codes-says', 'choice'),
	           (5, 'codes-words', 'longtext'))
	           AS code (position, name, type)
	 WHERE item.kind = 'grid'
	   AND item.slug = $1
	   AND item.successor IS NULL
)
SELECT name,
       parent,
       type,
       person,
       heading,
       heading_lang,
       label,
       label_lang,
       help,
       help_lang,
       example,
       example_lang,
       options
  FROM asked
 ORDER BY position
