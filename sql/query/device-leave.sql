-- device-leave - this device opens nothing any more (learn)
-- One row.

SELECT learn.leave()
