-- search-tongues - how much a reader of another language would find (site)
--	$1	reader's language
--	$2	question
-- A row for each other language in which these words find something.

SELECT language.lang,
       found.hits
  FROM language
 CROSS JOIN LATERAL (
    SELECT count(*) AS hits FROM search_found(language.lang, $2)) AS found
 WHERE language.lang <> $1
   AND found.hits > 0
 ORDER BY language.position
