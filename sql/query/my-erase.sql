-- my-erase - everything of the person here is gone (learn)
-- One row.

SELECT learn.erase_space(learn.person())
