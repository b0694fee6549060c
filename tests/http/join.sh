# join.sh - a room full of people joins within a minute, from one address;
# ten thousand wrong codes open nothing, and hold up nobody.

. tests/lib.sh
need_database

# usage: as WHO [CURL OPTION]... PATH	with a cookie jar of their own
as() {
	who=$1
	shift
	get -b "$answer/jar-$who" -c "$answer/jar-$who" "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<(input|button)[^>]* name=\"$1\"[^>]*>" "$answer/body" |
	    head -n 1 | sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

as lead '/fr/session/new?module=networks'
as lead --data "key=$(value key)&token=$(value token)&module=networks" \
    /fr/session
room=$(header Location)
as lead "$room"
code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")

# usage: person N [CURL OPTION]...	joins from the start, as a phone would
person() {
	number=$1
	shift
	page=$answer/page-$number
	curl -sS --max-time 30 "$@" -o "$page" "$base/sv/join/$(echo "$code" | tr A-Z a-z)"
	field() {
		grep -oE "name=\"$1\" value=\"[^\"]*\"" "$page" | head -n 1 |
		    sed 's/.*value="//; s/"$//'
	}
	curl -sS --max-time 30 "$@" -o /dev/null -w '%{http_code} %{time_total}\n' \
	    --data "key=$(field key)&token=$(field token)&code=$code" \
	    --data "name=Person+$number&action=join" "$base/sv/join"
}

# --- a room full ------------------------------------------------------------

began=$(date +%s)
for n in $(seq 40); do
	person "$n" >"$answer/joined-$n" 2>&1 &
done
wait
took=$(($(date +%s) - began))
is 'forty people join from one address' "$(cat "$answer"/joined-* |
    cut -d' ' -f1 | sort | uniq -c | tr -s ' ')" ' 40 303'
ok 'within a minute' test "$took" -lt 60
is 'all are there' "$(query 'SELECT count(*) FROM learn.member')" 40
echo "# forty joins took $took s"

# --- wrong codes ------------------------------------------------------------

as thief /en/join
form="key=$(value key)&token=$(value token)&name=Thief&action=join"
awk -v base="$base" -v form="$form" 'BEGIN {
	letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	srand(7)
	for (n = 0; n < 10000; n++) {
		code = ""
		for (i = 0; i < 8; i++)
			code = code substr(letters, int(rand() * 32) + 1, 1)
		printf "%surl=\"%s/en/join\"\ndata=\"%s&code=%s\"\n", \
		    (n ? "next\n" : ""), base, form, code
		print "output=\"/dev/null\"\nwrite-out=\"%{http_code}\\n\""
		print "max-time=30\ninterface=127.0.0.9"
	}
}' >"$answer/wrong"
curl -s -Z --parallel-max 20 -K "$answer/wrong" >"$answer/wrong-said" 2>/dev/null &
thief=$!
sleep 0.5
person 41 --interface 127.0.0.2 >"$answer/late" 2>&1
read -r late seconds <"$answer/late"
is 'who has the right code comes in meanwhile' "$late" 303
ok 'without waiting' test "${seconds%.*}" -lt 3
echo "# while codes were tried a join took $seconds s"
wait "$thief"
sort "$answer/wrong-said" | uniq -c | sed 's/^/# /'
is 'ten thousand wrong codes are answered' "$(wc -l <"$answer/wrong-said")" 10000
is '  and open nothing' "$(grep -cvE '^(404|429|000)$' "$answer/wrong-said")" 0
ok '  most of them without a look' test \
    "$(grep -c 429 "$answer/wrong-said")" -gt 5000
is 'nobody came in with one' "$(query 'SELECT count(*) FROM learn.member')" 41
for n in $(seq 50); do
	get --interface 127.0.0.9 /en/join
	[ "$status" = 200 ] || break
done
has 'who tried too many is told to wait' 'Wait a minute'
is '  in a page that nobody keeps' "$status $(header Cache-Control)" \
    '429 no-store'
query "DELETE FROM learn.space WHERE kind = 'session'" >/dev/null
done_testing
