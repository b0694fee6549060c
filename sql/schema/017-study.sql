-- 017-study - cases alone, and work that was filed under a name of before.
--
-- A person's work is filed under the name an item had when it was written.
-- Whoever reads it asks for all names the item has had.

-- The slug and those the item once had.
CREATE FUNCTION learn.names(at_kind text, at_slug text) RETURNS text[]
LANGUAGE sql STABLE AS $$
SELECT at_slug || ARRAY(
	SELECT alias.slug
	  FROM public.item
	  JOIN public.item_alias AS alias USING (item_id)
	 WHERE item.kind = at_kind
	   AND item.slug = at_slug
	   AND alias.kind = at_kind)
$$;

-- How far a person has come, under the names of today.
CREATE VIEW learn.reached WITH (security_invoker = true) AS
SELECT DISTINCT ON (progress.space_id, progress.kind,
       coalesce(item.slug, progress.slug), progress.step)
       progress.space_id,
       progress.kind,
       coalesce(item.slug, progress.slug) AS slug,
       progress.step,
       progress.state,
       progress.reached_on
  FROM learn.progress
  LEFT JOIN public.item_alias AS alias
    ON alias.kind = progress.kind
   AND alias.slug = progress.slug
  LEFT JOIN public.item
    ON item.item_id = alias.item_id
 ORDER BY progress.space_id, progress.kind,
       coalesce(item.slug, progress.slug), progress.step,
       progress.state = 'done' DESC, progress.reached_on;
COMMENT ON VIEW learn.reached IS 'progress, renamed items under one name';

-- The person here may look at what others did about a case: they have
-- answered, or said that they would not.
CREATE FUNCTION learn.compares(case_slug text) RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT EXISTS (
	SELECT
	  FROM learn.reached
	 WHERE reached.space_id = (SELECT learn.person())
	   AND reached.kind = 'case'
	   AND reached.slug = case_slug
	   AND reached.step = 'compare')
    OR EXISTS (
	SELECT
	  FROM learn.note
	 WHERE note.space_id = (SELECT learn.person())
	   AND note.kind = 'case'
	   AND note.slug = ANY (learn.names('case', case_slug)))
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA learn FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA learn TO profint_learn;
GRANT SELECT ON learn.reached TO profint_learn;
