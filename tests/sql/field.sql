-- field.sql - a tool's form asks what the tool's page shows.

BEGIN;
CREATE EXTENSION IF NOT EXISTS pgtap;
SELECT no_plan();

SELECT is_empty($$
	SELECT slug FROM item
	 WHERE kind = 'tool'
	   AND NOT EXISTS (SELECT FROM item_field
	    WHERE item_field.item_id = item.item_id)
	$$, 'every tool asks something');

SELECT is_empty($$
	SELECT item.slug, field.name, word
	  FROM item
	  JOIN item_field AS field USING (item_id)
	 CROSS JOIN unnest(field.options || ARRAY[field.heading, field.label,
	    field.help, field.example]) AS word
	 WHERE word IS NOT NULL
	   AND NOT EXISTS (SELECT FROM segment
	    WHERE segment.item_id = item.item_id
	      AND segment.lang = item.source_lang
	      AND segment.name = word
	      AND segment.plain <> '')
	$$, 'with words');

SELECT is_empty($$
	SELECT item_id, segment.name
	  FROM segment JOIN item USING (item_id)
	 WHERE kind = 'tool' AND lang = source_lang AND element = 'label'
	   AND NOT EXISTS (SELECT FROM item_field AS field
	    WHERE field.item_id = segment.item_id
	      AND field.label = segment.name)
	$$, 'each label is a field''s');

SELECT is_empty($$
	SELECT item_id, segment.name
	  FROM segment JOIN item USING (item_id)
	 WHERE kind = 'tool' AND lang = source_lang AND element = 'option'
	   AND NOT EXISTS (SELECT FROM item_field AS field
	    WHERE field.item_id = segment.item_id
	      AND segment.name = ANY (field.options))
	$$, 'each option too');

SELECT is_empty($$
	SELECT item_id, name FROM item_field
	 WHERE (type IN ('choice', 'scale', 'progress'))
	       <> (cardinality(options) >= 2)
	$$, 'where one chooses there is a choice, and only there');

SELECT is_empty($$
	SELECT one.item_id, one.name
	  FROM item_field AS one
	 WHERE one.parent IS NOT NULL
	   AND NOT EXISTS (SELECT FROM item_field AS parent
	    WHERE parent.item_id = one.item_id AND parent.name = one.parent
	      AND parent.type = 'table' AND parent.parent IS NULL
	      AND parent.position < one.position)
	$$, 'a column follows its table');

SELECT is_empty($$
	SELECT item_id, name FROM item_field AS parent
	 WHERE type = 'table'
	   AND NOT EXISTS (SELECT FROM item_field AS one
	    WHERE one.item_id = parent.item_id AND one.parent = parent.name)
	$$, 'a table has columns');

SELECT is_empty($$
	SELECT item_id FROM item_field
	 GROUP BY item_id
	HAVING (min(position), max(position), count(DISTINCT position))
	    <> (0, count(*) - 1, count(*))
	$$, 'they are numbered from 0');

SELECT is_empty($$
	SELECT item_id, name FROM item_field
	 WHERE name !~ '^[a-z][a-z0-9-]*$'
	$$, 'a name can stand in a form''s name');

SELECT is((SELECT string_agg(field.name, ' ' ORDER BY field.position)
	  FROM item_field AS field JOIN item USING (item_id)
	 WHERE item.kind = 'tool' AND item.slug = 'wt2'
	   AND field.parent = 'actions'),
	'actions-action actions-done actions-difficulties actions-results',
	'the follow-up sheet asks about each action');

SELECT is((SELECT count(*) FROM item_field JOIN item USING (item_id)
	 WHERE slug = 'factor-self-assessment' AND type = 'scale'
	   AND cardinality(options) = 4), 13::bigint,
	'the self-assessment has 13 factors in four levels');

SELECT is((SELECT count(*) FROM item_field JOIN item USING (item_id)
	 WHERE slug = 'learning-questionnaire' AND type = 'progress'
	   AND cardinality(options) = 3), 22::bigint,
	'the questionnaire 22 statements');

SELECT is_empty($$
	SELECT item_id, name, lang FROM segment
	 WHERE plain = '' OR plain ~ '[<>]' AND body::text !~ '&[lg]t;'
	$$, 'plain words have no markup');

SELECT * FROM finish();
ROLLBACK;
