# keep.sh - what people write cannot be read in a dump, is gone when it is
# erased, also after a backup is restored, and a script cannot fill the disk.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
profint=$(realpath "${BUILD:-build}/profint")
jar=$answer/jar
canary='Zibeline Quetzal'
host=$PGHOST

# usage: see [CURL OPTION]... PATH	as the person with this jar
see() {
	get -b "$jar" -c "$jar" -H 'Sec-Fetch-Site: same-origin' "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<(input|button)[^>]* name=\"$1\"[^>]*>" "$answer/body" |
	    head -n 1 | sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: write WORDS	as the answer to a question, and in a worksheet
write() {
	see /fr/step/networks/case
	see --data-urlencode "key=$(value key)" \
	    --data-urlencode "token=$(value token)" \
	    --data-urlencode "c.q1=$1" --data "v.c.q1=$(value 'v\.c\.q1')" \
	    --data action=next /fr/step/networks/case
	see /fr/worksheet/wt1
	see --data-urlencode "key=$(value key)" \
	    --data-urlencode "token=$(value token)" \
	    --data-urlencode "_title=$1" --data-urlencode "objective=$1" \
	    --data action=save /fr/worksheet/wt1
}

# usage: readable FILE WORD...	prints how a word stands in the file: as it
# is, as hex, in base64 from any of the three places of a group, or any of
# these in UTF-16.
readable() {
	perl -MMIME::Base64 -e '
		local $/;
		open my $file, "<", shift or die;
		my $all = <$file>;
		my $low = lc $all;
		for my $word (@ARGV) {
			for my $text ($word, join("", map { "$_\0" } split //,
			    $word), join "", map { "\0$_" } split //, $word) {
				print "text $word\n" if index($all, $text) >= 0;
				print "hex $word\n"
				    if index($low, unpack "H*", $text) >= 0;
				for my $at (0 .. 2) {
					my $code = encode_base64("." x $at . $text, "");
					my $whole = 4 * int(($at + length $text) / 3);
					my $skip = $at ? $at + 1 : 0;
					$code = substr $code, $skip, $whole - $skip;
					print "base64 $word\n" if index($all, $code) >= 0;
				}
			}
		}' "$@"
}

# usage: rows DATABASE	of every table that belongs to a space, in all
rows() {
	psql -XAtq -d "$1" -c "SELECT string_agg(
	    'SELECT count(*) FROM learn.' || relname, ' UNION ALL ')
	    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
	    WHERE relnamespace = 'learn'::regnamespace AND relkind = 'r'
	    AND attname = 'space_id'" | psql -XAtq -d "$1" |
	    awk '{ all += $1 } END { print all }'
}

# --- nothing to read --------------------------------------------------------

write "$canary"
is 'somebody keeps a note and a worksheet' "$status" 303
pg_dump -h "$host" -p 5432 -U postgres -f "$answer/dump" profint
ok 'they are in the dump' grep -q '^COPY learn.field' "$answer/dump"
printf 'a Quetzal' >"$answer/plain"
printf 'a Quetzal' | base64 >"$answer/base64"
printf 'Quetzal' | iconv -t UTF-16BE | od -An -v -tx1 | tr -d ' \n' >"$answer/hex"
is 'words would be found as they are' "$(readable "$answer/plain" Quetzal)" \
    'text Quetzal'
is '  in base64' "$(readable "$answer/base64" Quetzal)" 'base64 Quetzal'
is '  and as hex of UTF-16' "$(readable "$answer/hex" Quetzal | sort -u)" \
    'hex Quetzal'
is 'nothing that was written is, in any writing' \
    "$(readable "$answer/dump" $canary)" ''

# --- of a group neither -----------------------------------------------------

# usage: take [CURL OPTION]... PATH	send the form of the last answer
take() {
	see --data "key=$(value key)&token=$(value token)" "$@"
}

alone=$jar jar=$answer/leader
see '/fr/session/new?module=networks'
take --data module=networks /fr/session
room=$(header Location)
see "$room"
join=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
lead=$(grep -oE '([a-z]{5}-){8}[a-z]{5}' "$answer/body" | head -n 1)
jar=$answer/member
see /sv/join
take --data-urlencode "name=$canary" --data "code=$join&action=join" /sv/join
member=$(header Location)
for action in write write-own; do
	see "$member"
	take --data-urlencode "text=$canary $action" --data \
	    "place=$(value place)&action=$action" "$member"
done
is 'somebody takes part by a nickname, and writes cards' "$status $(query \
    'SELECT count(*) FROM learn.member')$(query 'SELECT count(*)
    FROM learn.card')" '303 12'
jar=$answer/member
see "${member%/step}/worksheet"
take --data action=start:wt1 "${member%/step}/worksheet"
sheet=$(header Location)
see "$sheet"
take --data-urlencode "_title=$canary" --data-urlencode \
    "objective=$canary plan" --data action=save "$sheet"
see "$sheet/copy"
take --data-urlencode "new.label=$canary field" --data-urlencode \
    "_label.phase=$canary phase" --data 'new.type=longtext&action=save' \
    "$sheet/copy"
see "$sheet"
has 'the group fills in a worksheet, with a field of its own' "$canary field"
has '  and another name for one' "$canary phase"
has '  and the words are there' "$canary plan</textarea>"
added=$(query "SELECT substr(name, 8) FROM learn.field
    WHERE name LIKE '\_added.%'")
take --data-urlencode "$added=$canary added" --data action=save "$sheet"
see "$sheet"
has '  also in its own' "$canary added</textarea>"
jar=$answer/leader
see /fr/campaign/new
take --data-urlencode "title=$canary" --data 'tool=learning-questionnaire' \
    /fr/campaign/new
campaign=$(header Location)
see "$campaign"
link=$(grep -o '/answer/[0-9a-z-]*' "$answer/body" | head -n 1)
get --data action=begin "/it$link"
get --data "key=$(value key)&token=$(value token)&screen=6&action=send" \
    --data 'q01=yes&q01.matters=q01-3' "/it$link"
is 'somebody answers a campaign' "$status" 303
pg_dump -h "$host" -p 5432 -U postgres -f "$answer/dump-group" profint
ok 'all that is in the dump' sh -c 'for table in card member session campaign field
    do grep -A 1 "^COPY learn.$table " "$1" | grep -qF "\\\\x" || exit 1; done' \
    - "$answer/dump-group"
is 'and nothing of it can be read' "$(readable "$answer/dump-group" $canary)" ''
is '  not what was answered' "$(readable "$answer/dump-group" 'q01=y3')" ''
is '  nor how one joins, leads or answers' "$(readable "$answer/dump-group" \
    "$join" "$(echo "$join" | tr -d -)" "$(echo "$join" | tr A-Z a-z)" \
    "$(echo "$join" | tr -d - | tr A-Z a-z)" "$lead" "${link#/answer/}" \
    "$(echo "${link#/answer/}" | tr -d - | tr a-z A-Z)")" ''
query "DELETE FROM learn.space WHERE kind <> 'person'"
jar=$alone

# --- erased, and a backup is restored ---------------------------------------

space=$(query "SELECT encode(space_id, 'hex') FROM learn.space")
mv "$jar" "$answer/other"
write 'Somebody else'
others=$(query "SELECT count(*) FROM learn.field")
query "SET ROLE profint_learn; BEGIN;
    SELECT learn.open('$(query "SELECT encode(token_hash, 'hex')
	FROM learn.device WHERE space_id = '\\x$space'")');
    INSERT INTO learn.erased (space_hash)
	SELECT sha256(space_id) FROM learn.space;
    DELETE FROM learn.space; COMMIT" >/dev/null
is 'one of two erases everything' \
    "$(query 'SELECT count(*) FROM learn.space')" 1
ok 'the list of erasures is kept outside' \
    "$profint" erased export "$answer/list"
is '  a hash and a day' "$(grep -cE '^[0-9a-f]{64} [0-9]{4}(-[0-9]{2}){2}$' \
    "$answer/list") $(wc -l <"$answer/list")" '1 1'
old="$(printf '%064d' 1) 2020-01-01" new="$(printf '%064d' 2) $(date -u +%F)"
printf '%s\n' "$old" "$new" >>"$answer/list"
"$profint" erased export "$answer/list"
ok 'what the database has forgotten stays on it' \
    grep -qx "$new" "$answer/list"
not_ok '  but not for ever' grep -x "$old" "$answer/list"
is '  and nothing is on it twice' "$(wc -l <"$answer/list")" 2

psql -Xq -d postgres -c 'CREATE DATABASE restored'
psql -Xq -d restored -f "$answer/dump" >"$answer/restore" 2>&1
is 'a backup of before is restored elsewhere' "$(psql -XAtq -d restored -c \
    "SELECT count(*) FROM learn.space WHERE space_id = '\\x$space'")" 1
restored="host=$host port=5432 dbname=restored user=profint_owner"
is 'the list is replayed' "$(PROFINT_DB=$restored "$profint" erased replay \
    "$answer/list")" '1 spaces were erased again'
is '  as often as one likes' "$(PROFINT_DB=$restored "$profint" erased \
    replay "$answer/list")" '0 spaces were erased again'
is 'nothing of the person is left' "$(rows restored)" 0
pg_dump -h "$host" -p 5432 -U postgres -n learn -f "$answer/dump" restored
is '  not even the number of the space' \
    "$(readable "$answer/dump" "$space" $canary)" ''
echo 'x 2026-01-01' >"$answer/wrong"
not_ok 'a list that is none is refused' "$profint" erased replay \
    "$answer/wrong"
not_ok 'as is one that is not there' "$profint" erased replay "$answer/none"

# --- the last day -----------------------------------------------------------

is 'who has time left is not cleared' "$("$profint" purge --json)" \
    '{"expired":0,"erased":0,"flood":0,"devices":0,"forms":0,"erasures":0,"hours":0,"days":0}'
query "UPDATE learn.device SET expires_at = now() - interval '1 second'"
query "UPDATE learn.space SET kept_until = current_date - 1"
query "UPDATE learn.erased SET erased_on = current_date - 61"
said=$("$profint" purge --plan)
ok 'the plan says what there is' expr "$said" : \
    ' *1  spaces whose last day has passed'
is '  and does nothing' "$(query 'SELECT count(*) FROM learn.space')" 1
is 'then it is cleared' "$("$profint" purge --json)" \
    '{"expired":1,"erased":0,"flood":0,"devices":0,"forms":0,"erasures":1,"hours":0,"days":0}'
is '  all of it' "$(rows profint)" 0
"$profint" purge now >/dev/null 2>&1
is 'purge wants nothing else' $? 2
"$profint" purge --flood yesterday today >/dev/null 2>&1
is '  and hours that are hours' $? 2

# --- what was counted -------------------------------------------------------

query "TRUNCATE learn.counter; INSERT INTO learn.counter VALUES
    ('2026-10-01', 'module-begun', 'networks', 'fr', 3),
    ('2026-10-01', 'module-begun', 'networks', 'sv', 9),
    ('2026-10-01', 'module-begun', 'partnership', 'fr', 20),
    ('2026-10-01', 'worksheet', 'wt1', 'it', 4),
    ('2026-10-01', 'session', 'networks', '', 7),
    ('2026-10-01', 'session-people', '6-12', '', 5),
    ('2026-10-01', 'session-people', '1-5', '', 0),
    ('2026-10-01', 'table', 'networks', '', 2),
    ('2026-07-01', 'worksheet', 'wt1', 'it', 40)"
is 'a quarter is told' "$("$profint" stats --quarter 2026-4 | tr '\t\n' ' ,')" \
    '2026-4,module-begun slug partnership 20,module-begun slug networks 12,module-begun lang fr 23,module-begun lang sv 9,session slug networks 7,session-people slug 6-12 5,table slug networks few,worksheet slug wt1 few,worksheet lang it few,'
query "UPDATE learn.counter SET count = 2 WHERE lang = 'sv'"
is 'nothing few can be told by subtraction' "$("$profint" stats --quarter \
    --json 2026-4 | grep -o '"name":"[fs][rv]","count":[0-9a-z]*')" \
'"name":"fr","count":null
"name":"sv","count":null'
is 'another is another' "$("$profint" stats --quarter 2026-3 |
    grep -c '40$')" 2
is 'one of long ago has nothing' "$("$profint" stats --quarter 1999-1)" 1999-1
"$profint" stats --quarter 2026-5 >/dev/null 2>&1
is 'there are four' $? 2

# --- a script ---------------------------------------------------------------

# usage: script FROM TO	people who come from nowhere, one after the other
script() {
	for number in $(seq "$1" "$2"); do
		rm -f "$jar"
		write "script $number"
		echo "$status"
	done
}

own_stack_stop
echo 'spaces_hour = 12' >>"$VAR/profint.conf"
own_stack_start
query 'TRUNCATE learn.hour'
script 1 14 >"$answer/statuses"
is 'in an hour there is room for as many as the host says' \
    "$(sort "$answer/statuses" | uniq -c | tr -s ' \n' ' ')" ' 12 303 2 503 '
has 'who comes later gets their words back' 'script 14</textarea>'
has '  and is told why' 'Beaucoup de personnes commencent'
is '  without a cookie' "$(header Set-Cookie | cut -d ';' -f 1)" 'profint='
is '  and with what the browser keeps' "$(header Clear-Site-Data)" ''
rm -f "$jar"
query 'UPDATE learn.hour SET spaces = 0'
write 'A person who comes back'
write 'A person who came back'
hour=$(date -u +%Y-%m-%dT%H)
next=$(date -u -d '1 hour' +%Y-%m-%dT%H)
before=$(date -u -d '1 hour ago' +%Y-%m-%dT%H)
is 'the plan names the hour in which most began' "$("$profint" purge --plan |
    tail -n 1)" "Most spaces in an hour: $hour UTC, 1"
is 'who sent more forms than the script is not part of the flood' \
    "$("$profint" purge --plan --flood "$before" "$next" --forms 2 --json |
    grep -o '"flood":[0-9]*')" '"flood":12'
ok 'one command clears it' "$profint" purge --flood "$before" "$next" \
    --forms 2
is '  and nobody else' "$(query 'SELECT count(*) FROM learn.space')" 1
see /fr/step/networks/case
has '  who finds what they wrote' 'A person who came back</textarea>'

done_testing
