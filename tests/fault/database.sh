# database.sh - the database goes away and comes back; readers are told so,
# and the same workers serve them again at once.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
workers=$(own_workers)
ok 'there are workers' test -n "$workers"
get /sv/model

# usage: back SENTENCE	within a second everything is answered again
back() {
	began=$(date +%s%N)
	until get /sv/search?q=åter && [ "$status" = 200 ]; do
		[ $(($(date +%s%N) - began)) -lt 5000000000 ] || break
		sleep 0.05
	done
	took=$((($(date +%s%N) - began) / 1000000))
	ok "$1: 200 again within a second" test "$took" -le 1000
	sleep 1
	: >"$answer/load"
	sleep 1
}

# usage: only_200 SENTENCE
only_200() {
	is "$1" "$(load_said)" '200 0 sv'
}

load_start '/sv/search?q=arbete+'
sleep 1
only_200 'all is well'

# --- ten seconds without ----------------------------------------------------

own_database database_stop
sleep 1
: >"$answer/load"
get '/sv/search?q=arbete'
is 'without a database a reader is told' "$status" 503
is 'in his language' "$(header Content-Language)" sv
has 'by name' "$(sed -n '/<unit id="error.503.title">/,/<\/unit>/p' \
    i18n/messages/sv.xlf | sed -n 's/.*<target>\(.*\)<\/target>.*/\1/p')"
is 'and when to come again' "$(header Retry-After)" 5
is 'nobody keeps that' "$(header Cache-Control)" no-store
has 'there is a way on' 'href="/sv/"'
get /sv/model
is 'what was kept is still there' "$status" 200
get /livez
is 'a worker lives' "$status" 200
get /readyz
is 'but is not ready' "$status" 503
sleep 8
is 'nobody is told anything else' "$(load_said)" '503 0 sv'
ok 'and nobody waits for it' awk '$4 > 1.5 { exit 1 }' "$answer/load"
ok 'many have asked' test "$(wc -l <"$answer/load")" -gt 100
own_database database_start
back 'after ten seconds'
only_200 'and so for all readers'
is 'by the same workers' "$(own_workers)" "$workers"

# --- restarts ---------------------------------------------------------------

for mode in fast immediate; do
	own_database as_postgres pg_ctl restart -w -s -D pg -m $mode \
	    -l log/postgresql.log >/dev/null
	back "after a restart, $mode"
	only_200 'and so for all readers'
	is 'by the same workers' "$(own_workers)" "$workers"
done

# An administrator ends the sessions; workers repeat what they had asked.
: >"$answer/load"
for time in 1 2 3 4 5; do
	query "SELECT count(pg_terminate_backend(pid))
	    FROM pg_stat_activity WHERE usename = 'profint_site'" >/dev/null
	sleep 1
done
load_stop
only_200 'a session that is ended fails nobody'
is 'each worker says once that it lost it, not once a request' \
    "$([ "$(grep -c 'no database' "$VAR/log/site.log")" -le \
    $((20 * $(echo "$workers" | wc -l))) ] && echo yes)" yes
is 'and nothing worse' "$(grep -E '"fatal"|could not run|Sanitizer' \
    "$VAR/log/site.log" | head -n 3)" ''

done_testing
