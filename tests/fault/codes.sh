# codes.sh - thousands of codes are tried: none opens anything, nobody else
# waits; and no log has one, also when nobody answers.

. tests/lib.sh
. tests/person.sh
. tests/stack.sh

own_stack "$(pwd)"

# --- in the database, where nothing is slowed down --------------------------

query "SET ROLE profint_learn; BEGIN; SELECT learn.create(
    decode(repeat('a', 32), 'hex'), decode(repeat('a', 64), 'hex'),
    decode(repeat('a', 64), 'hex'), 'k', 'k', 'c'); COMMIT" >/dev/null
query "SET ROLE profint_learn; BEGIN; SELECT learn.create_session(
    decode(repeat('b', 32), 'hex'), decode(repeat('b', 64), 'hex'),
    decode(repeat('b', 64), 'hex'), 'k', 'k', 'c', 'networks', NULL,
    decode(repeat('b', 64), 'hex'), 's', 'k', 'c'); COMMIT" >/dev/null
is 'a right code finds its space' "$(query "SET ROLE profint_learn;
    SELECT count(*) FROM learn.find(repeat('a', 64), 'person')")" 1
is '  a right join code its session' "$(query "SET ROLE profint_learn;
    SELECT count(*) FROM learn.find_session(repeat('b', 64))")" 1
is 'ten thousand wrong ones find none' "$(query "SET ROLE profint_learn;
    SELECT count(one.space_id) + count(two.space_id)
      FROM generate_series(1, 10000) AS n
     CROSS JOIN LATERAL (SELECT encode(sha256(n::text::bytea), 'hex')) AS guess (code)
      LEFT JOIN LATERAL learn.find(guess.code, 'person') AS one ON true
      LEFT JOIN LATERAL learn.find_session(guess.code) AS two ON true")" 0
is '  and write nothing down' "$(query "SELECT count(*) FROM learn.device")|$(
    query 'SELECT count(*) FROM learn.request')" '2|0'

# --- as pages ---------------------------------------------------------------

see '/fr/session/new?module=networks'
form
send /fr/session module=networks
see "$(header Location)"
join=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")

# usage: guesses WORD ALPHABET GROUPS LENGTH	a curl configuration that
# tries ten thousand codes at /en/WORD, from ten addresses
guesses() {
	get "/en/$1"
	form
	awk -v at="$base/en/$1" -v form="key=$key&token=$token" -v alphabet="$2" \
	    -v groups="$3" -v size="$4" 'BEGIN {
		count = split(alphabet, part, " ")
		srand(7)
		for (n = 0; n < 10000; n++) {
			code = ""
			for (i = 0; i < groups * size; i++)
				code = code (i && i % size == 0 ? "-" : "") \
				    part[int(rand() * count) + 1]
			print (n ? "next\n" : "") "url=\"" at "\""
			print "data=\"" form "&action=" \
			    (at ~ /join/ ? "join&name=N" : "open") \
			    "&code=" code "\""
			print "interface=127.0.1." n % 10 + 1
			print "output=\"/dev/null\"\nmax-time=30"
			print "write-out=\"%{http_code} %header{set-cookie}\\n\""
		}
	}'
}
guesses resume 'ba di fu go ha ji ku lo ma ni pu ro sa ti vu zo' 9 2 \
    >"$answer/resume"
guesses join '0 1 2 3 4 5 6 7 8 9 A B C D E F G H J K M N P Q R S T V W X Y Z' \
    2 4 >"$answer/join"

load_start '/sv/step/networks/case?run='
for word in resume join; do
	curl -s -Z --parallel-max 10 -K "$answer/$word" \
	    >"$answer/$word-said" 2>"$answer/trouble" &
	guessers="${guessers-} $!"
done
sleep 0.5
jar=$answer/late
see /sv/join
form
began=$(date +%s%N)
send /sv/join "code=$join" name=Late action=join
took=$((($(date +%s%N) - began) / 1000000))
late=$status
kill -0 $guessers 2>/dev/null && busy=yes
wait $guessers
load_stop
for word in resume join; do
	is "$word: ten thousand are tried" "$(wc -l <"$answer/$word-said")" 10000
	is '  none opens anything' "$(cut -d ' ' -f 2- "$answer/$word-said" |
	    sort -u)" ''
	wrong=400
	[ $word = resume ] || wrong=404
	is '  but is told to be wrong, or to wait' "$(cut -d ' ' -f 1 \
	    "$answer/$word-said" | sort -u | tr '\n' ' ')" "$wrong 429 "
	ok '  most to wait' test "$(grep -c ^429 "$answer/$word-said")" -gt 5000
done
is 'the right code is let in meanwhile' "$late ${busy-no}" '303 yes'
ok '  without waiting' test "$took" -lt 3000
is '  and nobody else' "$(query 'SELECT count(*) FROM learn.member')" 1
is 'others are served' "$(cut -d ' ' -f 1 "$answer/load" | sort -u)" 200
ok '  and do not notice' awk '$4 > 2 { exit 1 }' "$answer/load"
echo "# others: $(wc -l <"$answer/load") pages, slowest" \
    "$(cut -d ' ' -f 4 "$answer/load" | sort -n | tail -n 1) s;" \
    "a join: $took ms"

# --- no log has one ---------------------------------------------------------

# A log is full of random numbers, in hex: this is none.
code=zuzum-dabab-fabab-gabab-habab-jabab-kabab-labab-mabab
places="/fr/resume/$code /sv/join/$code /it/answer/$code /resume/$code
    /fr/RESUME/$code /FR/join/$code /fr/resume/$code/ /fr//resume/$code
    /fr/%72esume/$code /en/./join/$code /static/../fr/join/$code
    /xx/resume/$code /$code /fr/my/$code /fr/step/$code/$code
    /fr/session/$code"
addresses=0

# usage: ask_all	for all these places, with the code here and there, from
# an address that has tried none yet
ask_all() {
	addresses=$((addresses + 1))
	from="--interface 127.0.2.$addresses"
	for place in $places; do
		get $from "$place"
		echo "$status"
		get $from -e "$base$place" "/fr/my?$code"
		get $from --data "code=$code" "$place"
		get $from -H "X-Code: $code" --data "code=$code" /fr/resume
		get $from -X "$code" "$place"
	done
}

# usage: ask_badly	what nginx itself refuses, and what nobody waits for
ask_badly() {
	long=$(printf '%09000d' 0)
	get "/fr/resume/$code?$long"
	get -H "X-Long: $long$long$long$long" "/fr/join/$code"
	get -H 'Content-Length: 9999999' --data "code=$code" "/fr/join/$code"
	for place in /static/ /errors/ /favicon.ico/ /sitemap.xml/; do
		get "$place$code"
	done
	get -H 'Host: other.example' -e "$base/fr/join/$code" "/fr/join/$code"
	perl -MIO::Socket::INET -e '
		my ($port, $code) = @ARGV;
		for my $host ("", "Host: $code", "Host: /$code/", "Host: a\r\nHost: $code") {
			for my $protocol (" HTTP/9.9", " HTTP/1.1", "", " HTTP/1.1 x") {
				my $line = IO::Socket::INET->new("127.0.0.1:$port") or next;
				print $line "GET /fr/resume/$code$protocol\r\n",
				    "$host\r\nConnection: close\r\n\r\n";
				alarm 10;
				1 while <$line>;
			}
		}' "${base##*:}" "$code"
	seq 400 | sed "s|.*|url=\"$base/fr/resume/$code\"|" |
	    curl -s -Z -K - --interface 127.0.2.100 -e "$base/fr/join/$code" \
		-w '%{http_code}\n' -o /dev/null 2>/dev/null |
	    grep -c 429
}
ask_all >"$answer/alive"
ok 'who asks too often is refused' test "$(ask_badly | tail -n 1)" -gt 50
workers=$(own_workers)
kill -STOP $workers
for place in $places; do
	curl -s -o /dev/null --max-time 1 -e "$base$place" "$base$place" &
	readers="${readers-} $!"
done
wait $readers
kill -CONT $workers
own_database database_stop
ask_all >"$answer/without"
supervisors=$(own_workers | xargs ps -o ppid= -p | sort -u)
kill -9 $supervisors $(own_workers)
sleep 0.5
ask_all >"$answer/dead"
ask_badly >/dev/null
is 'when all workers are gone, nginx says so' "$(sort -u "$answer/dead")" 503
is 'no log has a code' "$(grep -rliE 'zuzum|[^a-z](resume|join|answer)/[a-z]' \
    "$VAR/log" | sort | head)" ''
ok '  but that something was asked' grep -q '"status":503' \
    "$VAR/log/access.log"

done_testing
