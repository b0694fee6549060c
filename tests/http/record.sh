#!/bin/sh
# record.sh - somebody has followed a whole module, and prints that.

. tests/lib.sh
need_database

jar=$answer/jar

# usage: see [CURL OPTION]... PATH	as the person with this jar
see() {
	get -b "$jar" -c "$jar" "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<input[^>]* name=\"$1\"[^>]*>" "$answer/body" |
	    head -n 1 | sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: go_on STEP [NAME=VALUE]...	to the next step, as the button does
go_on() {
	step=/fr/step/networks/$1
	shift
	see "$step"
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	see --data-urlencode "key=$(value key)" --data-urlencode \
	    "token=$(value token)" -d action=next "$@" "$step"
}

# usage: check NAME=VALUE...	what an employer types; prints the answer
check() {
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	get "$@" /sv/verify
	sed -n 's/.*class="verified \([a-z]*\)".*/\1/p' "$answer/body"
}

see /fr/my/record/networks
is 'who has done nothing has no record' "$status" 200
has 'and is told so' 'Étapes terminées : 0 sur 6.'
see /fr/my/record/no-such-module
is 'no module, no record' "$status" 404

see /fr/step/networks/situate
box=$(grep -oE '<textarea[^>]*' "$answer/body" |
    sed -n 's/.* name="\([^"]*\)".*/\1/p' | head -n 1)
go_on situate "$box=La mairie"
is 'the first step is saved' "$status" 303
for step in case discussion tool project; do
	go_on "$step"
done
see /it/my/record/networks
has 'with one step left there is none yet' 'Tappe concluse: 5 su 6.'
hasnt 'and no code' check-code
go_on evaluation

today=$(query 'SELECT current_date')
minutes=$(query "SELECT sum(alone_minutes) FROM item_step
    JOIN item USING (item_id) WHERE slug = 'networks' AND kind = 'module'")
for tag in $(languages); do
	see "/$tag/my/record/networks"
	is "$tag: the record is there" "$status" 200
	is "$tag: kept by nobody" "$(header Cache-Control)" no-store
	has "$tag: with a way to leave" "action=\"/$tag/leave\""
	grep -oE 'check-code[^<]*<' "$answer/body" >>"$answer/codes"
done
is 'the same code in every language' "$(sort -u "$answer/codes" | wc -l)" 1
code=$(sed -n 's/.*>\(.*\)</\1/p' "$answer/codes" | head -n 1)
ok 'in four groups' test "$(echo "$code" | tr -cd '0-9A-Z-' | wc -c)" = 19
get /fr/my/record/networks
hasnt 'nobody else has it' "$code"

facts="module=networks first=$today last=$today minutes=$minutes"
is 'it is true' "$(check "code=$code" $facts)" yes
is 'typed in small letters, with blanks' \
    "$(check "code=$(echo "$code" | tr 'A-Z-' 'a-z ')" $facts)" yes
is 'not with another length' "$(check "code=$code" module=networks \
    "first=$today" "last=$today" "minutes=1$minutes")" no
is 'nor another module' "$(check "code=$code" module=teams \
    "first=$today" "last=$today" "minutes=$minutes")" no
is 'nor with a name it does not bear' \
    "$(check "code=$code" $facts 'name=Zoé')" no

name='Zoé  d’Åkesson <b>'
see --data-urlencode "name=$name" /fr/my/record/networks
is 'a name is printed' "$status" 200
has 'as it is written' 'Zoé  d’Åkesson &lt;b&gt;'
named=$(sed -n 's/.*check-code[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
ok 'and makes another code' test "$named" != "$code"
is 'true with the name, however it is spaced' \
    "$(check "code=$named" $facts "name= zoe$(printf '\314\201') D'ÅKESSON <b> ")" \
    yes
is 'false without' "$(check "code=$named" $facts)" no
is 'false with another' "$(check "code=$named" $facts 'name=Zoe')" no
ok 'no log holds it' sh -c '! grep -rqa kesson "$1"' - "$VAR/log"
see --data-urlencode "name=$(printf '%0201d' 0)" /fr/my/record/networks
is 'a name longer than names are is refused' "$status" 400
see -H 'Sec-Fetch-Site: cross-site' -d name=x /fr/my/record/networks
is 'so is one that another site sends' "$status" 403

done_testing
