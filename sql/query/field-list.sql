-- field-list - what a tool asks, in the reader's language (learn)
--	$1	slug
--	$2	language
-- Zero rows or more: a table's columns follow it.

WITH words AS MATERIALIZED (
	SELECT source.name,
	       coalesce(here.plain, source.plain) AS plain,
	       CASE WHEN here.name IS NULL AND item.source_lang <> $2
	           THEN item.source_lang END AS lang
	  FROM item
	  JOIN segment AS source
	    ON source.item_id = item.item_id
	   AND source.lang = item.source_lang
	  LEFT JOIN segment AS here
	    ON here.item_id = item.item_id
	   AND here.lang = $2
	   AND here.name = source.name
	 WHERE item.kind = 'tool'
	   AND item.slug = $1
)
SELECT field.name,
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
 ORDER BY field.position
