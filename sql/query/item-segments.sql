-- item-segments - an item in two languages, paragraph by paragraph (site)
--	$1	kind
--	$2	slug
--	$3	language
--	$4	the other language
-- Zero rows or more.

WITH state AS (
	SELECT state.item_id, state.name, state.position, state.state,
	       item.source_lang, source.element
	  FROM item
	  JOIN segment_state AS state USING (item_id)
	  JOIN segment AS source
	    ON source.item_id = item.item_id
	   AND source.lang = item.source_lang
	   AND source.name = state.name
	 WHERE item.kind = $1
	   AND item.slug = $2
	   -- Of two languages, the one that was translated.
	   AND state.lang = CASE WHEN item.source_lang = $3 THEN $4 ELSE $3 END
)
SELECT state.name,
       state.element IN ('title', 'h2', 'h3', 'label', 'question') AS strong,
       state.state,
       state.state <> 'source' AS told,
       other.body AS other,
       other.name IS NULL AS lacks_other,
       here.body AS here,
       here.name IS NULL AS lacks_here
  FROM state
  LEFT JOIN segment AS other
    ON other.item_id = state.item_id
   AND other.lang = $4
   AND other.name = state.name
  LEFT JOIN segment AS here
    ON here.item_id = state.item_id
   AND here.lang = $3
   AND here.name = state.name
 ORDER BY state.position
