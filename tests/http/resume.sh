# resume.sh - somebody goes on with their work on another device, by its
# code; and others try codes that are not theirs.

. tests/lib.sh
. tests/person.sh
need_database


# usage: try CODE	types it into the form, as a new visitor
try() {
	rm -f "$jar"
	see /fr/resume
	form
	send /fr/resume action=open "code=$1"
}

spaces() {
	query 'SELECT count(*) FROM learn.space'
}

# usage: code		of the card in the last answer
code() {
	grep -o '<li>[a-z]\{5\}</li>' "$answer/body" | tr -d '\n' |
	    sed 's/<li>//; s/<\/li><li>/-/g; s/<\/li>//'
}

# --- the card ---------------------------------------------------------------

see /fr/my/code
is 'there is no card before anything is kept' "$status $(header Location)" \
    '303 /fr/my'
see /fr/step/networks/case
form
send /fr/step/networks/case action=save 'c.q1=Trois appels' v.c.q1=0.
see /fr/step/networks/case
has 'after the first save a line leads to the card' 'href="/fr/my/code"'
for tag in $(languages); do
	see "/$tag/my/code"
	is "$tag: the card is there" "$status" 200
	has "$tag: with its link" "href=\"$base/$tag/resume/$(code)\""
	has "$tag: drawn for a camera" '<path d="M'
	has "$tag: to be sent to oneself" 'href="mailto:?subject='
	is "$tag: kept by nobody" "$(header Cache-Control)" no-store
done
see /fr/my/code
card=$(code)
ok 'the code has nine groups' expr "$card" : '\([a-z]\{5\}-\)\{8\}[a-z]\{5\}$'
see /sv/my/code
is 'which are the same in every language' "$(code)" "$card"
see /sv/my/code.txt
ok 'it is a file, too' expr "$(header Content-Disposition)" : \
    'attachment; filename="profint.txt"'
has 'with the code' "$card"
has 'and the link' "$base/sv/resume/$card"
mine=$(cat "$jar")

# --- the link ---------------------------------------------------------------

before=$(query "SELECT count(*) || ' ' || (SELECT count(*) FROM learn.device)
    FROM learn.space")
for tag in $(languages); do
	get "/$tag/resume/$card"
	is "$tag: the link shows a page" "$status" 200
	is "$tag: and sets no cookie" "$(header Set-Cookie)" ''
	is "$tag: which is kept by nobody" "$(header Cache-Control)" no-store
	is "$tag: nor told to others" "$(header Referrer-Policy)" no-referrer
	has "$tag: nor found" 'content="noindex"'
	hasnt "$tag: nothing of the work is there" 'Trois appels'
	is "$tag: the code stands in the form alone" \
	    "$(grep -c "$card" "$answer/body")" 1
done
is 'it opens nothing' "$(query "SELECT count(*) || ' ' ||
    (SELECT count(*) FROM learn.device) FROM learn.space")" "$before"
rm -f "$jar"
see "/en/resume/$card"
form
see --data-urlencode "key=$key" --data-urlencode "token=$token" \
    --data-urlencode "code=$card" --data action=show /it/resume
is 'the language is changed' "$status $(header Content-Language)" '200 it'
is 'and the code comes along' "$(value code)" "$card"
form
send /it/resume action=open "code=$card"
is 'the button opens' "$status $(header Location)" '303 /it/my'
ok 'with a cookie that ends with the browser' expr "$(header Set-Cookie)" : \
    'profint=[0-9a-f]\{64\}; Path=/; HttpOnly; SameSite=Lax$'
see /it/step/networks/case
has 'what was written is there' 'Trois appels</textarea>'
devices=$(query 'SELECT count(*) FROM learn.device')
see /fr/resume
form
send /fr/resume action=open "code=$card"
is 'it is opened again where it is open' "$status" 303
see /fr/step/networks/case
has '  all the same' 'Trois appels</textarea>'
is '  by one device, as before' "$(query 'SELECT count(*) FROM learn.device')" \
    "$devices"
form
send /fr/leave
is 'left, it is none' "$(query 'SELECT count(*) FROM learn.device')" \
    "$((devices - 1))"
see /fr/resume
form
send /fr/resume action=open "code=$card"
is '  and may be opened again' "$status" 303
second=$(cat "$jar")
is 'no log has the code' "$(grep -rl "$card" "$VAR/log" 2>/dev/null)" ''
is 'nor anybody’s way here' \
    "$(grep -rl '/resume/[a-z]' "$VAR/log" 2>/dev/null)" ''

# --- typed ------------------------------------------------------------------

loud=$(echo "$card" | tr 'a-z-' 'A-Z ')
for typed in "$card" "$loud" "$(echo "$card" | tr -d -)" "  $card  "; do
	try "$typed"
	is "typed as <$typed> it opens" "$status $(header Location)" \
	    '303 /fr/my'
done
try ''
is 'nothing typed is said' "$status" 400
has '  in a sentence' 'Écrivez votre code de reprise.'
third=$(echo "$card" | cut -d- -f3)
wrong=$(echo "$card" | cut -d- -f1-2)-x${third#?}-$(echo "$card" |
    cut -d- -f4-)
try "$wrong"
is 'a wrong letter is told' "$status" 400
has '  by its group' 'Le groupe 3 contient une erreur.'
has '  and can be mended' "$wrong</textarea>"
try "$(echo "$card" | cut -d- -f1-8)"
has 'a missing group is told' 'Il y a 8 groupes ; il en faut neuf.'
try "$(echo "$card" | awk -F- '{ print $2"-"$1"-"$3"-"$4"-"$5"-"$6"-"$7"-"$8"-"$9 }')"
is 'groups that changed places open nothing' "$status" 400
try '<b>"lusab'
hasnt 'what is no code is escaped' '<b>"lusab'
get "/fr/resume/$wrong"
is 'a link with a mistake says so, too' "$status" 400
see -H 'Sec-Fetch-Site: cross-site' --data-urlencode "code=$card" \
    --data action=open /fr/resume
is 'a form from another site is refused' "$status" 403
hasnt '  and not repeated' "$card"
rm -f "$jar"
token=00000000000000000000000000000000
send /fr/resume action=open "code=$card"
is 'so is one with a wrong token' "$status" 403
is '  which opens nothing' "$(header Set-Cookie)" ''

# --- other work is open here ------------------------------------------------

rm -f "$jar"
see /fr/step/networks/case
form
send /fr/step/networks/case action=save 'c.q1=autre' v.c.q1=0.
see /fr/my/code
other=$(code)
other_jar=$(cat "$jar")
see "/fr/resume/$card"
has 'who has other work open is told' 'href="/fr/my/code"'
form
send /fr/resume action=open "code=$card"
see /fr/step/networks/case
has 'the one of the code is open then' 'Trois appels</textarea>'
hasnt 'the other is not' 'autre</textarea>'
echo "$other_jar" >"$jar"
see /fr/step/networks/case
hasnt '  not by its old cookie either' 'autre</textarea>'
try "$other"
see /fr/step/networks/case
has '  but by its code' 'autre</textarea>'

# --- another code -----------------------------------------------------------

echo "$mine" >"$jar"
see /fr/worksheet/wt1
form
send /fr/worksheet/wt1 action=save '_title=Essai' 'objectives=Six livrets'
sheet=$(header Location)
see /fr/my/code
form
old_space=$(query "SELECT encode(space_id, 'hex') FROM learn.worksheet
    ORDER BY saved_at DESC LIMIT 1")
count=$(spaces)
send /fr/my/move
is 'another code is made' "$status $(header Location)" '303 /fr/my/code'
send /fr/my/move
is '  once' "$status" 303
see /fr/my/code
new=$(code)
ok 'it is another one' test -n "$new" -a "$new" != "$card"
is 'there are as many spaces as before' "$(spaces)" "$count"
is 'the old one is gone' "$(query "SELECT count(*) FROM learn.space
    WHERE space_id = '\\x$old_space'")" 0
is 'for ever' "$(query "SELECT count(*) FROM learn.erased
    WHERE space_hash = sha256('\\x$old_space')")" 1
see /fr/step/networks/case
has 'what was written is there' 'Trois appels</textarea>'
form
see "$sheet"
has 'worksheets too' 'Six livrets</textarea>'
see /fr/my
has 'and how far one has come' 'href="/fr/step/networks/'
echo "$second" >"$jar"
see /fr/step/networks/case
hasnt 'other devices are closed' 'Trois appels'
try "$card"
is 'the old code opens nothing' "$status" 404
is '  and sets no cookie' "$(header Set-Cookie)" ''
has '  which is said' 'Aucun travail ne s’ouvre avec ce code.'
try "$new"
is 'the new one does' "$status" 303
see /fr/step/networks/case
has '  everything' 'Trois appels</textarea>'
see /fr/my/code
form
send /fr/my/move
get -H 'Sec-Fetch-Site: cross-site' -b "$jar" --data "key=$key&token=$token" \
    /fr/my/move
is 'no other site can ask for one' "$status" 403

# --- one code after the other -----------------------------------------------

is 'who tries many is slowed down' "$(seq 700 | xargs -P 8 -I{} curl -s \
    --interface 127.0.0.8 -o /dev/null -w '%{http_code}\n' "$base/fr/resume/lusab-{}" |
    sort -u | tr '\n' ' ')" '400 429 '
get /fr/my
is 'and nobody else' "$status" 200
done_testing
