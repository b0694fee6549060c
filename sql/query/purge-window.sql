-- purge-window - from here on spaces made in these hours are seen (owner)
--	$1	beginning
--	$2	end
--	$3	and filled by at most so many forms
--	$4	true: sessions and campaigns, too
-- One row.

SELECT set_config('profint.from', $1::timestamptz::text, false),
       set_config('profint.to', $2::timestamptz::text, false),
       set_config('profint.forms', $3::int::text, false),
       set_config('profint.groups', CASE WHEN $4::boolean THEN 'yes'
	   ELSE '' END, false)
