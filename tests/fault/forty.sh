# forty.sh - a session of forty from one address, while workers of both realms
# are killed and the database crashes: all are in, every card is there, once,
# and nobody loses a word.
#
# MINUTES=10 tests/run tests/fault/forty.sh	a real one; else 24 seconds

. tests/lib.sh
. tests/stack.sh

people=40
seconds=$((${MINUTES:-0} * 60))
crash=50
[ "$seconds" -gt 0 ] || seconds=24 crash=20

own_stack "$(pwd)"
query 'ALTER SYSTEM SET fsync = on'
query 'SELECT pg_reload_conf()' >/dev/null

# usage: resident PID...	prints their megabytes, each
resident() {
	for worker; do
		awk '/^VmRSS/ { printf "%.1f ", $2 / 1024 }' \
		    "/proc/$worker/status" 2>/dev/null
	done
}

# usage: pester		for a third of the time whoever comes is killed, then
# all at once; from then on the oldest of each realm lives, to show whether
# it grows.  The database crashes once in $crash turns of about a second.
pester() {
	spared=
	turn=0
	while [ -e "$answer/meeting" ]; do
		turn=$((turn + 1))
		if [ $((turn * 3)) -ge "$seconds" ] && [ -z "$spared" ]; then
			kill -9 $(own_workers) && echo worker all
			sleep 2
			spared="$(own_workers learn | head -n 1) $(
			    own_workers site | head -n 1)"
			echo "$spared" >"$answer/spared"
			resident $spared >"$answer/before"
		fi
		for worker in $(own_workers learn | sort -R) $(own_workers site |
		    sort -R | head -n 1); do
			case " $spared " in
			*" $worker "*) ;;
			*)	kill -9 "$worker" && echo worker
				break ;;
			esac
		done 2>/dev/null
		if [ $((turn % crash)) = 6 ]; then
			own_database as_postgres pg_ctl restart -w -s -D pg \
			    -m immediate -l log/postgresql.log >/dev/null 2>&1
			echo database
		fi
		sleep 0.7
	done
}

: >"$answer/meeting"
pester >"$answer/pestered" &
pest=$!
perl tests/fault/forty.pl "$base" $people "$seconds" >"$answer/heard" \
    2>"$answer/complaints"
resident $(cat "$answer/spared") >"$answer/after"
rm "$answer/meeting"
wait $pest
sort "$answer/complaints" | uniq -c | sort -rn | head | sed 's/^/# /' >&2

# usage: said WORD	prints what follows it, a line each
said() {
	sed -n "s/^$1 //p" "$answer/heard"
}

# usage: summary	of seconds, one a line: median, 99 of 100, most; in ms
summary() {
	sort -n | awk '{ took[NR] = $1 * 1000 }
		END { printf "%d %d %d ms", took[int((NR + 1) / 2)],
		    took[int(NR * 0.99 + 0.5)], took[NR] }'
}

ok 'workers were killed, often' test "$(grep -c worker "$answer/pestered")" -gt 8
ok 'and the database' grep -q database "$answer/pestered"
is 'forty join from one address' "$(said joined | wc -l)" $people
ok '  within a minute' awk '$1 == "joined" && $2 > 60 { exit 1 }' "$answer/heard"
cards=$(said wrote | wc -l)
ok 'they write' test "$cards" -ge $people
is '  no form is refused' "$(said refused)" ''
is '  none that failed comes back without its words' "$(said empty)" ''
is 'every card that was acknowledged is on the board' "$(said lost)" ''
is '  once' "$(said double)" ''
is '  for who wrote it' "$(said found | awk '{ n += $1 } END { print n }')" \
    "$cards"
is '  and there is no other' "$(query 'SELECT count(*), count(DISTINCT number),
    max(number) FROM learn.card')" "$cards|$cards|$cards"
is 'forty people are forty' "$(query 'SELECT count(*) FROM learn.member')" \
    $people
is 'all are where they were led' "$(said at | sort | uniq -c |
    tr -s ' ')" " $people $(said moved | tail -n 1)"
is 'a question has one of four answers' "$(said ask | cut -d ' ' -f 1 |
    grep -vE '^(200|304|503|599)$')" ''

ok 'what is not new is not sent again' test "$(said ask | grep -c ^304)" -gt 20
is 'no log has a word of it' "$(grep -rlE 'Zettel-|Person [0-9]' "$VAR/log")" ''
read -r learn_before site_before <"$answer/before"
read -r learn_after site_after <"$answer/after"
ok 'a worker that lives on does not grow' awk -v a="$learn_before" \
    -v b="$learn_after" -v c="$site_before" -v d="$site_after" \
    'BEGIN { exit !(b < a + 12 && d < c + 12) }'

said ask | awk -v s="$seconds" '{ n++; same += $1 == 304; lost += $1 > 499 }
    END { printf "# %d polls, %.1f a second, %d of 100 not modified, %d lost\n",
	n, n / s, same * 100 / n, lost }'
echo "# polls: $(said ask | awk '$1 < 500 { print $2 }' | summary)" \
    "(304: $(said ask | awk '$1 == 304 { print $2 }' | summary)," \
    "200: $(said ask | awk '$1 == 200 { print $2 }' | summary));" \
    "writes: $(said wrote | summary)"
echo "# $cards cards, $(said wrote | awk '$2 > 1' | wc -l) sent again," \
    "$(grep -c '^filled' "$answer/heard") forms came back;" \
    "last in after $(said joined | sort -n | tail -n 1) s;" \
    "$(grep -c worker "$answer/pestered") workers," \
    "$(grep -c database "$answer/pestered") databases"
echo "# resident: learn $learn_before to $learn_after MB," \
    "site $site_before to $site_after MB"

done_testing
