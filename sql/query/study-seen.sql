-- study-seen - may the person here look at the comparison of a case (learn)
--	$1	slug
-- One row.

SELECT learn.compares($1) AS seen
