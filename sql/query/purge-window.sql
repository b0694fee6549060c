-- purge-window - from here on spaces made in these hours are seen (owner)
--	$1	beginning
--	$2	end
-- One row.

SELECT set_config('profint.from', $1::timestamptz::text, false),
       set_config('profint.to', $2::timestamptz::text, false)
