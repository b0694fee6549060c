-- purge-wanted - from here on the sessions are seen that are to be erased (owner)
--	$1	number of one, hex, or NULL
--	$2	hash of its resume code, hex, or NULL
--	$3	hash of its join code, hex, or NULL
--	$4	a day: sessions nobody has written in since before it, or NULL
-- One row.

SELECT set_config('profint.space', coalesce($1, ''), false),
       set_config('profint.code', coalesce($2, ''), false),
       set_config('profint.join', coalesce($3, ''), false),
       set_config('profint.before', coalesce($4::date::text, ''), false)
