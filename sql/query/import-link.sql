-- import-link - links between items (owner)
-- No rows.

WITH staged AS (
	SELECT item.item_id,
	       target.item_id AS to_id
	  FROM stage_link AS stage
	  JOIN stage_item AS item USING (number)
	  JOIN item AS target
	    ON target.kind = stage.kind
	   AND target.slug = stage.slug
), gone AS (
	DELETE FROM item_link AS old
	 USING stage_item AS item
	 WHERE old.item_id = item.item_id
	   AND NOT EXISTS (
		SELECT FROM staged
		 WHERE staged.item_id = old.item_id
		   AND staged.to_id = old.to_id)
)
INSERT INTO item_link (item_id, to_id)
SELECT item_id, to_id
  FROM staged
    ON CONFLICT DO NOTHING
