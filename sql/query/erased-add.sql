-- erased-add - this space was erased (owner)
--	$1	hash of its id, hex
--	$2	day
-- No rows.

INSERT INTO learn.erased (space_hash, erased_on)
VALUES (decode($1, 'hex'), $2::date)
    ON CONFLICT DO NOTHING
