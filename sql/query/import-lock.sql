-- import-lock - one import at a time; readers are not held up (owner)
-- No rows.

LOCK TABLE item IN SHARE ROW EXCLUSIVE MODE
