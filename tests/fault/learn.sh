# learn.sh - the database goes away while somebody saves: no word is lost,
# and the same form, sent again, counts once.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
jar=$answer/jar

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<input[^>]* name=\"$1\"[^>]*>" "$answer/body" | head -n 1 |
	    sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: send TEXT	as the answer to the first question
send() {
	get -b "$jar" -c "$jar" --data-urlencode "key=$key" \
	    --data-urlencode "token=$token" --data-urlencode "c.q1=$1" \
	    --data "v.c.q1=$base_of&action=save" /fr/step/networks/case
}

# usage: again		until it is saved, for ten seconds
again() {
	for try in $(seq 100); do
		send "$1"
		[ "$status" = 503 ] || return
		sleep 0.1
	done
}

for time in first second; do
	get -b "$jar" -c "$jar" /fr/step/networks/case
	key=$(value key) token=$(value token) base_of=$(value 'v\.c\.q1')
	own_database database_stop
	send "Rien ne se perd, $time"
	is "$time: without a database it is not saved" "$status" 503
	has '  and comes back filled' "Rien ne se perd, $time</textarea>"
	is '  with the key it had' "$(value key)" "$key"
	is '  and says when to try again' "$(header Retry-After)" 5
	is '  and is kept by nobody' "$(header Cache-Control)" no-store
	own_database database_start
	again "Rien ne se perd, $time"
	is '  later it is saved' "$status" 303
	send "Rien ne se perd, $time"
	is '  once' "$status" 303
	get -b "$jar" -c "$jar" /fr/step/networks/case
	has '  as it was written' "Rien ne se perd, $time</textarea>"
done
# --- it is there, and takes nothing -----------------------------------------

# usage: denied TABLE	no row of it can be written
denied() {
	query "REVOKE INSERT ON learn.$1 FROM profint_learn"
}

# usage: allowed TABLE
allowed() {
	query "GRANT INSERT ON learn.$1 TO profint_learn"
}

jar=$answer/other
get -b "$jar" -c "$jar" /fr/step/networks/case
key=$(value key) token=$(value token) base_of=$(value 'v\.c\.q1')
denied note
send 'Rien ne se perd non plus'
is 'a database that refuses: it is not saved' "$status" 500
has '  and comes back filled' 'Rien ne se perd non plus</textarea>'
is '  with the key it had' "$(value key)" "$key"
is '  and is kept by nobody' "$(header Cache-Control)" no-store
allowed note
token=$(value token)
send 'Rien ne se perd non plus'
is '  later it is saved' "$status" 303
get -b "$jar" -c "$jar" /fr/step/networks/case
has '  as it was written' 'Rien ne se perd non plus</textarea>'
jar=$answer/jar

# --- a worksheet ------------------------------------------------------------

get -b "$jar" -c "$jar" /fr/worksheet/wt1
key=$(value key) token=$(value token) label=$(value 'l\.objective' |
    sed "s/&#39;/'/g")
fill() {
	get -b "$jar" -c "$jar" --data-urlencode "key=$key" \
	    --data-urlencode "token=$token" --data action=save \
	    --data-urlencode 'objective=Nichts geht verloren' \
	    --data-urlencode "l.objective=$label" \
	    --data 'actions=K7+P2&follows=' \
	    --data 'actions.K7.actions-description=erstens' \
	    --data 'actions.P2.actions-description=zweitens' \
	    --data 'l.actions-description=Was+%3Cb%3E' /fr/worksheet/wt1
}
own_database database_stop
fill
is 'without a database a worksheet is not saved' "$status" 503
has '  and comes back filled' 'Nichts geht verloren</textarea>'
has '  under its label' ">$label</label>"
ok '  rows have their numbers' perl -0ne '
	exit !/Was &lt;b&gt;, ligne 2<.*?zweitens<\/textarea>/s' "$answer/body"
has '  what are no words stays out of sight' \
    'type="hidden" name="actions" value="K7 P2"'
is '  three boxes' "$(grep -c '<textarea' "$answer/body")" 3
own_database database_start
denied field
for try in $(seq 100); do
	fill
	[ "$status" = 503 ] || break
	sleep 0.1
done
is 'one that refuses a worksheet: it is not saved' "$status" 500
has '  and comes back filled' 'Nichts geht verloren</textarea>'
is '  with the key it had' "$(value key)" "$key"
allowed field
fill
is '  later it is saved' "$status" 303
saved=$(header Location)
fill
is '  once' "$status $(header Location)" "303 $saved"
get -b "$jar" -c "$jar" "$saved"
has '  as it was written' 'Nichts geht verloren</textarea>'

is 'two people are two' "$(query 'SELECT count(*) FROM learn.space')" 2
is 'in one note each, the first written twice' "$(query "SELECT count(*),
    max(version) FROM learn.note")" '2|2'
is 'no log has a word of it' "$(grep -rl 'ne se perd' "$VAR/log")" ''

done_testing
