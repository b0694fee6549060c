# frozen.sh - the database is there and says nothing; readers are told so,
# and the workers live.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
workers=$(own_workers)
server=$(head -n 1 "$VAR/pg/postmaster.pid")

# Every worker has a connection that will freeze.
for try in 1 2 3 4 5 6 7 8; do
	get /fr/search?q=emploi &
done
wait
get /fr/search?q=emploi
is 'all is well' "$status" 200

servants=$(ps -o pid= --ppid "$server")
kill -STOP "$server" $servants
for try in 1 2 3 4 5 6; do
	curl -s --max-time 30 -o /dev/null -w '%{http_code} %{time_total}\n' \
	    "$base/fr/search?q=emploi$try" >>"$answer/told" &
done
wait
is 'each reader is told so' "$(cut -d ' ' -f 1 "$answer/told" | sort -u)" 503
ok '  by a worker, before nginx would' \
    awk '$2 > 9 { exit 1 }' "$answer/told"
get /livez
is 'the workers live' "$status" 200
is '  and are the same' "$(own_workers)" "$workers"

kill -CONT "$server" $servants
for try in $(seq 100); do
	get /fr/search?q=emploi
	[ "$status" != 200 ] || break
	sleep 0.1
done
is 'they serve again when it speaks again' "$status" 200
is '  still the same' "$(own_workers)" "$workers"

done_testing
