# learn-kill.sh - workers are killed and the database crashes while twenty
# people save a thousand times: what was acknowledged is there, once, and
# what was not came back filled.

. tests/lib.sh
. tests/stack.sh

clients=20
saves=50

own_stack "$(pwd)"
query 'ALTER SYSTEM SET fsync = on'
query 'SELECT pg_reload_conf()' >/dev/null

# usage: pester		kills a worker of realm learn twice a second, and the
#			database three times, as long as they save
pester() {
	turn=0
	while [ -e "$answer/saving" ]; do
		turn=$((turn + 1))
		own_workers learn | sort -R | head -n 1 |
		    xargs -r kill -9 2>/dev/null && echo worker
		case $turn in
		4|9|14)
			own_database as_postgres pg_ctl restart -w -s -D pg \
			    -m immediate -l log/postgresql.log >/dev/null 2>&1
			echo database ;;
		esac
		sleep 0.6
	done
}

: >"$answer/saving"
pester >"$answer/pestered" &
pest=$!
perl tests/fault/savers.pl "$base" $clients $saves >"$answer/said" \
    2>"$answer/complaints"
rm "$answer/saving"
wait $pest
cp "$answer/said" "$answer/saved"
sed 's/^/# /' "$answer/complaints" | sort | uniq -c | sort -rn | head >&2

# usage: all COLUMN	the sum of it over all clients
all() {
	awk -v n="$1" '{ sum += $n } END { print sum + 0 }' "$answer/saved"
}

is 'it is durable' "$(query 'SHOW fsync')" on
ok 'workers were killed, often' test "$(grep -c worker "$answer/pestered")" -gt 5
ok 'and the database' grep -q database "$answer/pestered"
is 'all saves were acknowledged in the end' "$(all 1)" $((clients * saves))
ok '  many after they had come back' test "$(all 2)" -gt 0
is '  each with its words' "$(all 3)" 0
is '  and as what it was' "$(all 4)" 0
is 'each client finds what it wrote last' \
    "$(grep -c ' kept$' "$answer/saved")" $clients
is 'twenty people are twenty' "$(query 'SELECT count(*) FROM learn.space')" \
    $clients
is 'with every save once: no version is missing, none is double' \
    "$(query 'SELECT count(*), min(version), max(version) FROM learn.note')" \
    "$clients|$saves|$saves"
is 'and every form' "$(query 'SELECT count(*) FROM learn.request')" \
    $((clients * saves))
is 'no log has a word of it' "$(grep -rl 'client 1,' "$VAR/log")" ''
echo "# $(all 2) came back and were sent again;" \
    "$(grep -c worker "$answer/pestered") workers," \
    "$(grep -c database "$answer/pestered") databases;" \
    "$(cut -d ' ' -f 5 "$answer/saved" | sort -n | tail -n 1) s"

done_testing
