# opening.sh - a host asks for a key, and bounds how many sessions and
# campaigns are opened; a script opens thousands of them; somebody asks the
# host to erase one.

. tests/lib.sh
. tests/stack.sh
. tests/person.sh

key_of_host='trois lits, une clé'
own_stack "$(pwd)"
profint=$(realpath "${BUILD:-build}/profint")

# usage: open_session [NAME=VALUE]...	as the person with this jar
open_session() {
	see '/fr/session/new?module=networks'
	form
	send /fr/session module=networks other=sv "$@"
}

# usage: open_campaign [NAME=VALUE]...
open_campaign() {
	see /fr/campaign/new
	form
	send /fr/campaign/new tool=factor-self-assessment 'title=Équipe du nord' \
	    days=7 "$@"
}

# usage: spaces KIND	how many there are
spaces() {
	query "SELECT count(*) FROM learn.space WHERE kind = '$1'"
}

# usage: settings LINE...	the stack anew, with these settings
settings() {
	own_stack_stop
	sed -i '/_day = /d' "$VAR/profint.conf"
	for line; do
		echo "$line"
	done >>"$VAR/profint.conf"
	own_stack_start
}

# --- no key -----------------------------------------------------------------

see '/fr/session/new?module=networks'
hasnt 'a host who says nothing asks for no key' host_key
open_session host_key=whatever
is '  and anybody opens a session' "$status" 303
room=$(header Location)

# --- a key ------------------------------------------------------------------

echo 'too short' >"$VAR/host-key"
own_stack_stop
not_ok 'a key that is soon guessed is refused at start' own_stack_start
ok '  with the file' grep -q "$VAR/host-key: a host's key has 12 to 64 bytes" \
    "$VAR/start.log"
not_ok '  and not the key' grep -q 'too short' "$VAR/start.log"
echo " $key_of_host " >"$VAR/host-key"
own_stack_stop
own_stack_start

for tag in $(languages); do
	see "/$tag/session/new"
	has "$tag: a session asks for the key" 'name="host_key"'
	see "/$tag/campaign/new"
	has "$tag: so does a campaign" 'name="host_key"'
done
jar=$answer/jar-thief
open_session
is 'without it no session is opened' "$status $(spaces session)" '403 1'
open_session host_key='trois lits, une cle'
is '  nor with another' "$status $(spaces session)" '403 1'
is '  nobody gets a cookie' "$(header Set-Cookie)" ''
has '  it is said' 'Ce n’est pas la clé de l’hébergeur.'
has '  the module is still chosen' 'value="networks" checked'
has '  and the second language' 'value="sv" lang="sv" selected'
hasnt '  the key is not given back' 'trois lits'
for wrong in "$key_of_host," "$(printf '%0200d' 0)" '%00' "$(printf '\n\n')"; do
	open_session host_key="$wrong"
	is "  nor with $(echo "$wrong" | cut -c 1-20)" \
	    "$status $(spaces session)" '403 1'
done
open_session host_key="  $key_of_host"
is 'with it one is opened' "$status $(spaces session)" '303 2'
open_campaign host_key=nonsense-nonsense
is 'without it no campaign is opened' "$status $(spaces campaign)" '403 0'
has '  its title is still there' 'value="Équipe du nord"'
has '  and its days' 'value="7" selected'
has '  and what is asked' 'value="factor-self-assessment" checked'
open_campaign host_key="$key_of_host"
is 'with it one is' "$status $(spaces campaign)" '303 1'
jar=$answer/jar-member
see /en/join
hasnt 'who joins needs none' host_key
jar=$answer/jar-thief
see '/fr/session/new?module=networks'
form
for n in $(seq 400); do
	printf 'url="%s/fr/session"\n' "$base"
	printf 'data="key=%s&token=%s&module=networks&host_key=guess-%s-guess"\n' \
	    "$key" "$token" "$n"
	printf 'output="/dev/null"\nwrite-out="%%{http_code}\\n"\n'
	printf 'interface=127.0.0.8\nnext\n'
done >"$answer/guesses"
curl -s -Z --parallel-max 10 -K "$answer/guesses" 2>/dev/null |
    sort | uniq -c >"$answer/guessed"
sed 's/^/# /' "$answer/guessed"
ok 'who tries many is told to wait' grep -q ' 429$' "$answer/guessed"
not_ok '  and opens nothing' grep -q ' 303$' "$answer/guessed"
is 'no log has the key' "$(grep -rlE 'trois lits|trois%20lits|guess-1' \
    "$VAR/log")" ''
own_database database_stop
see -H 'Sec-Fetch-Site: same-origin' --data "key=$key&token=$token" \
    --data-urlencode "host_key=$key_of_host" --data module=networks \
    /fr/session
is 'without a database the form comes back' "$status" 503
has '  with the key where nobody reads it' \
    'type="hidden" name="host_key" value="trois lits'
own_stack_stop
rm "$VAR/host-key"
own_stack_start

# --- on one device ----------------------------------------------------------

jar=$answer/jar-eager
query "DELETE FROM learn.space" >/dev/null
for n in $(seq 10); do
	open_session
	echo "$status"
done >"$answer/opened"
is 'ten sessions are opened on one device' "$(sort "$answer/opened" |
    uniq -c | tr -s ' ')" ' 10 303'
room=$(header Location)
open_session
is 'an eleventh is not' "$status $(spaces session)" '403 10'
has '  why is said' 'Dix séances ou dix campagnes ont déjà été ouvertes'
has '  in the form, as it was' 'value="networks" checked'
is '  the cookie stays' "$(header Set-Cookie)" ''
see "$room"
is '  and opens the others' "$status" 200
open_campaign
is '  nor is a campaign meant' "$status" 303
see "$room"
form
send "$room" action=erase sure=1
open_session
is 'when one is erased there is room for another' "$status" 303

# --- on the whole host ------------------------------------------------------

settings 'sessions_day = 14' 'campaigns_day = 4'
for n in 1 2 3; do
	jar=$answer/jar-day-$n
	open_session
	echo "$status"
done >"$answer/opened"
is 'in a day as many are opened as the host says' \
    "$(tr '\n' ' ' <"$answer/opened")" '303 503 503 '
has '  why is said' 'Le nombre de séances ou de campagnes'
has '  in the form, as it was' 'value="networks" checked'
is '  without a cookie' "$(header Set-Cookie)" ''
for n in 1 2 3; do
	jar=$answer/jar-day-$n
	open_campaign
	echo "$status"
done >"$answer/opened"
is 'campaigns likewise' "$(tr '\n' ' ' <"$answer/opened")" '303 303 503 '
has '  in the form, as it was' 'value="Équipe du nord"'
settings
query 'DELETE FROM learn.space; TRUNCATE learn.day, learn.hour' >/dev/null

cat >"$answer/script.sql" <<'END'
SET ROLE profint_learn;
SELECT learn.create_session(substr(sha256(n::text::bytea), 1, 16),
    sha256(('d' || n)::bytea), sha256(('c' || n)::bytea), 'key', 'key', 'code',
    'networks', NULL, sha256(('j' || n)::bytea), 'salt', 'join', 'sealed'),
    learn.create_campaign(substr(sha256(('k' || n)::bytea), 1, 16),
    sha256(('e' || n)::bytea), sha256(('f' || n)::bytea), 'key', 'key', 'code',
    'networks', sha256(('l' || n)::bytea), 'link', 'title',
    sha256(n::text::bytea), 'secret', current_date, 'fr')
  FROM generate_series(1, 10000) AS n;
END
jar=$answer/jar-lead
open_session
room=$(header Location)
see "$room"
code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
jar=$answer/jar-member
see /en/join
form
send /en/join "code=$code" name=Ana action=join
is 'a group meets' "$status" 303
psql -Xq -f "$answer/script.sql" >/dev/null
is 'a script that wants ten thousand of each' "$(spaces session)" 200
is '  has no more than the host allows' "$(spaces campaign)" 200
jar=$answer/jar-late
open_session
is 'then nobody opens another that day' "$status" 503
before=$(date -u -d '1 hour ago' +%Y-%m-%dT%H)
next=$(date -u -d '1 hour' +%Y-%m-%dT%H)
is 'that is no flood of persons' "$("$profint" purge --plan --json --flood \
    "$before" "$next" | grep -o '"flood":[0-9]*')" '"flood":0'
is 'the plan says what a flood of groups has left' "$("$profint" purge --plan \
    --json --flood "$before" "$next" --groups | grep -o '"flood":[0-9]*')" \
    '"flood":399'
ok 'one command clears it' "$profint" purge --flood "$before" "$next" --groups
is '  all but the group' "$(spaces session) $(spaces campaign)" '1 0'
jar=$answer/jar-member
see "/en${room#/fr}/step"
is '  which goes on' "$status" 200
jar=$answer/jar-late
open_session
is '  and others open sessions again' "$status" 303

# --- one is to be erased ----------------------------------------------------

# usage: purge ARGUMENT...	prints how many, and the status
purge() {
	said=$(PROFINT_SECRET=$VAR/secret "$profint" purge --json "$@" 2>&1)
	echo "$? $said"
}

other=$(header Location)
see "$other"
resume=$(sed -n 's/.*class="code-words"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
is 'what is no day, number or code is refused' "$(purge --session '../x' |
    head -c 1)" 2
is 'one session is not purged with a flood' "$(purge --session 2026-01-01 \
    --flood "$before" "$next" | head -c 1)" 2
is 'a session that is not there' "$(purge --session \
    "$(printf '%032d' 0)")" '1 {"sessions":0}'
is 'a plan only says' "$(purge --plan --session "https://x.example$other/step")" \
    '0 {"sessions":1}'
is '  what there would be' "$(spaces session)" 2
is 'one is erased by its resume code' "$(purge --session "$resume")" \
    '0 {"sessions":1}'
is '  and no other' "$(spaces session)" 1
is '  and noted' "$(query "SELECT count(*) FROM learn.erased
    WHERE space_hash = sha256(decode('${other##*/}', 'hex'))")" 1
is 'those nobody has written in since a day' "$(purge --session \
    "$(date -u +%F)")" '0 {"sessions":0}'
query "UPDATE learn.space SET saved_on = current_date - 40"
open_campaign
is '  are erased by it' "$(purge --plan --session \
    "$(date -u -d '30 days ago' +%F)")" '0 {"sessions":1}'
is 'one is erased by its join code' "$(purge --session "$code")" \
    '0 {"sessions":1}'
is '  all of it' "$(spaces session) $(query 'SELECT count(*)
    FROM learn.member')" '0 0'
campaign=$(query "SELECT encode(space_id, 'hex') FROM learn.space
    WHERE kind = 'campaign' LIMIT 1")
is 'a campaign by its number' "$(purge --session "$campaign") $(spaces \
    campaign)" '0 {"sessions":1} 0'
jar=$answer/jar-person
see /fr/step/networks/case
form
send /fr/step/networks/case c.q1=words v.c.q1=0. action=save
person=$(query "SELECT encode(space_id, 'hex') FROM learn.space
    WHERE kind = 'person' LIMIT 1")
is 'nobody’s own work is erased so' "$(purge --session "$person") $(spaces \
    person)" '1 {"sessions":0} 1'

done_testing
