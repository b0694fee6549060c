# step.sh - somebody follows a module for fifteen minutes, writes, and finds
# what they wrote; nobody else does.

. tests/lib.sh
. tests/person.sh
need_database

base_address=$base

# --- who reads leaves no trace ----------------------------------------------

before=$(query 'SELECT count(*) FROM learn.space')
for tag in $(languages); do
	see "/$tag/step/networks/case"
	is "$tag: a step is read" "$status $(header Content-Language)" \
	    "200 $tag"
	is "$tag: it is kept by nobody" "$(header Cache-Control)" no-store
	is "$tag: without a cookie" "$(header Set-Cookie)" ''
	is "$tag: a box for each question" \
	    "$(grep -c '<textarea' "$answer/body")" 6
	has "$tag: it has an address of its own" \
	    "rel=\"canonical\" href=\"$base/$tag/step/networks/case\""
done
see /en/step/networks/case
has 'the case stands on the page' 'id="story"'
has '  and a link to it leads there' 'href="#story"'
hasnt '  not away from what one writes' '<a href="/en/case/madame-s"'
has 'it says where one is' 'Step 2 of 6 · 15 min'
has 'and what is left' '4 steps left, about 75 min.'
hasnt 'what leads a group is elsewhere' 'class="role-pitfalls"'
hasnt 'the comparison waits' 'id="compare-1"'
ok 'each box stands under its question' perl -0ne '
	exit !/id="q1".*name="c\.q1".*id="q2".*name="c\.q2"/s' "$answer/body"
see '/en/step/networks/case?run=1'
has 'here is what leads a group' 'class="role-pitfalls"'
hasnt 'and nothing to fill in' '<textarea'
has 'and the kit' 'action="/en/module/networks/kit.zip"'

see /fr/step/networks/situate
form
send /fr/step/networks/situate action=next m.situate-contacts= \
    'm.situate-count=  '
is 'who writes nothing goes on' "$status $(header Location)" \
    '303 /fr/step/networks/case?read=situate'
is 'and gets no cookie' "$(header Set-Cookie)" ''
is 'nor a space' "$(query 'SELECT count(*) FROM learn.space')" "$before"
see '/fr/step/networks/case?read=situate'
has 'what was read is said' '(faite)'
has 'and left out of what is left' '4 étapes'
has 'no search engine keeps that address' 'content="noindex"'
form
send /fr/step/networks/case action=next read=situate
is 'and again' "$(header Location) $(header Set-Cookie)" \
    '/fr/step/networks/discussion?read=situate.case '
see '/fr/step/networks/discussion?read=situate.case'
form
send /sv/step/networks/discussion action=show read=situate.case
has 'another language knows it, too' 'name="read" value="situate.case"'
form
send /sv/step/networks/discussion action=previous read=situate.case
is 'and who goes back' "$(header Location)" \
    '/sv/step/networks/case?read=situate.case'
for read in nope '<b>&' situate.situate .. "$(printf 'x\nSet-Cookie: a=b')"; do
	see /fr/step/networks/case
	form
	send /fr/step/networks/case action=next "read=$read"
	is 'what is no step is no head of ours' "$(header Set-Cookie)" ''
	ok "nobody has read “$read”" expr "$status $(header Location)" : \
	    '303 /fr/step/networks/discussion?read=\(situate[.]case\|case\)$'
done
rm -f "$jar"
see '/fr/step/networks/discussion?read=situate.case'
form
send /fr/step/networks/discussion action=next read=situate.case \
    'm.discussion-idea=drei Schritte'
is 'the first words keep the steps before them' \
    "$status $(header Location)" '303 /fr/step/networks/tool'
see /fr/my
has '  three of six' '3'
is '  each' "$(query "SELECT count(*) FROM learn.progress
    WHERE state = 'done' AND slug = 'networks'
    AND space_id = (SELECT space_id FROM learn.note
	WHERE segment = 'discussion-idea' ORDER BY saved_at DESC
	LIMIT 1)")" 3
rm -f "$jar"
see '/fr/step/networks/evaluation?read=situate.case.discussion.tool.project'
form
send /fr/step/networks/evaluation action=next \
    read=situate.case.discussion.tool.project
is 'who has read to the end is at what they have' \
    "$status $(header Location)" '303 /fr/my'
see /fr/my/record/networks
is '  with a record of it' "$status" 200
rm -f "$jar"
before=$(query 'SELECT count(*) FROM learn.space')
for path in step/networks step/networks/nope step/nope/case step/x/y/z; do
	see "/fr/$path"
	is "/fr/$path is not there" "$status" 404
	is '  and kept by nobody' "$(header Cache-Control)" no-store
done

# --- the first save ---------------------------------------------------------

words='Trois appels <b>& un « oui » d’Élodie'
see /fr/step/networks/case
form
hidden=$(carried c.q1)
first_key=$key first_token=$token
send /fr/step/networks/case action=next "c.q1=$words" "$hidden" c.q2=
is 'what is written is kept' "$status $(header Location)" \
    '303 /fr/step/networks/discussion'
cookie=$(header Set-Cookie)
ok 'with a cookie for this browser alone' expr "$cookie" : \
    'profint=[0-9a-f]\{64\}; Path=/; HttpOnly; SameSite=Lax$'
is 'kept by nobody' "$(header Cache-Control)" no-store
is 'in one space' "$(query 'SELECT count(*) FROM learn.space')" \
    "$((before + 1))"
see /fr/step/networks/discussion
has 'the next page says so' 'Enregistré sur cet appareil.'
has 'and asks whose device it is' 'action="/fr/my/device"'
has 'the comparison is open now' 'id="compare-1"'
has 'with the answer beside it' '&lt;b&gt;&amp; un « oui » d’Élodie'
see /sv/step/networks/case
has 'in another language the same words' '&lt;b&gt;&amp; un « oui » d’Élodie'
has 'what is done is said' '(klart)'
see /it/my
has 'and listed' 'href="/it/step/networks/situate"'
has 'with the way to a code' 'href="/it/my/code"'
see /it/my/code
code=$(sed -n 's|.*href="[^"]*/it/resume/\([a-z-]*\)".*|\1|p' "$answer/body")
get /fr/step/networks/case
hasnt 'nobody else sees them' 'un « oui »'
pg_dump --data-only -n learn >"$answer/dump" 2>&1
ok 'the database has their rows' grep -q 'COPY learn.note' "$answer/dump"
is 'nothing that was written lies in the database' \
    "$(grep -cE 'appels|oui|lodie' "$answer/dump")" 0
token_sent=$(sed -n 's/.*profint	//p' "$jar")
is 'nor the cookie' "$(grep -c "$token_sent" "$answer/dump")" 0
ok 'nor the code' test -n "$code" -a "$(grep -cE \
    "$(echo "$code" | tr -d -)|$code" "$answer/dump")" = 0
is 'and no log has any of it' "$(grep -rlE "oui|lodie|$token_sent" \
    "$VAR/log" 2>/dev/null)" ''

# --- once -------------------------------------------------------------------

key=$first_key token=$first_token
get -c "$answer/jar2" -H 'Sec-Fetch-Site: same-origin' --data-urlencode \
    "key=$key" --data-urlencode "token=$token" --data-urlencode \
    "c.q1=$words" --data action=next /fr/step/networks/case
is 'the first save sent again is the same' "$status" 303
is 'by the same cookie' "$(sed -n 's/.*profint	//p' "$answer/jar2")" \
    "$token_sent"
is 'in the same space' "$(query 'SELECT count(*) FROM learn.space')" \
    "$((before + 1))"
see /fr/step/networks/case
form
hidden=$(carried c.q1)
kept_key=$key kept_token=$token
send /fr/step/networks/case action=save 'c.q1=deux' "$hidden"
is 'a change is kept' "$status $(header Location)" \
    '303 /fr/step/networks/case'
send /fr/step/networks/case action=save 'c.q1=trois' "$hidden"
is 'the same form counts once' "$status" 303
see /fr/step/networks/case
has 'as it was sent first' 'deux</textarea>'

# --- two devices ------------------------------------------------------------

form
send /fr/step/networks/case action=save 'c.q1=quatre' "$hidden" \
    'c.q2=cinq' "v.c.q2=0."
is 'who writes over a newer text is told' "$status" 409
has 'has both texts' '<blockquote>deux</blockquote>'
has 'each' '<blockquote>quatre</blockquote>'
ok 'and both in the box' perl -0ne 'exit !/deux\n\nquatre<\/textarea>/' \
    "$answer/body"
is 'which nobody keeps' "$(header Cache-Control)" no-store
has 'what was in nobody’s way is kept' 'cinq</textarea>'
form
hidden=$(carried c.q1)
send /fr/step/networks/case action=save 'c.q1=deux et quatre' "$hidden"
is 'once merged it is kept' "$status" 303
see /fr/step/networks/case
has 'as merged' 'deux et quatre</textarea>'
has 'beside the other' 'cinq</textarea>'
form
old=$(carried c.q1)
send /fr/step/networks/case action=save 'c.q1=neuf' "$old"
see /fr/step/networks/case
form
send /fr/step/networks/case action=save 'c.q1=deux et quatre' "$old" c.q2=six \
    "$(carried c.q2)"
is 'who has changed nothing there is in nobody’s way' "$status" 303
see /fr/step/networks/case
has 'and overwrites nothing' 'neuf</textarea>'
has 'but where they wrote' 'six</textarea>'

# --- from one language to another, nothing saved ----------------------------

has 'the languages are buttons of the form' \
    'formaction="/sv/step/networks/case"'
form
see --data-urlencode "key=$key" --data-urlencode "token=$token" \
    --data-urlencode 'c.q3=halb fertig' --data-urlencode "$(carried c.q1)" \
    --data action=show /sv/step/networks/case
is 'the half-filled form comes in the other language' \
    "$status $(header Content-Language)" '200 sv'
has 'with its words' 'halb fertig</textarea>'
has 'and what was kept' 'neuf</textarea>'
see /sv/step/networks/case
hasnt 'which are kept by nobody yet' 'halb fertig'

# --- a self-check -----------------------------------------------------------

see /fr/step/networks/evaluation
hasnt 'a self-check keeps its reasons' 'sans faits précis'
form
send /fr/step/networks/evaluation action=save k.check2=check2-b \
    "$(carried k.check2)"
is 'an answer is kept' "$status" 303
see /fr/step/networks/evaluation
has 'then it tells' 'sans faits précis'
has 'what was chosen' 'value="check2-b" checked'

# --- refused ----------------------------------------------------------------

see /fr/step/networks/tool
form
see -H 'Sec-Fetch-Site: cross-site' --data-urlencode "key=$key" \
    --data-urlencode "token=$token" --data-urlencode 'm.tool-line=fremd' \
    --data action=save /fr/step/networks/tool
is 'a form from another site is refused' "$status" 403
hasnt 'and not repeated' fremd
see -H 'Origin: https://evil.example' --data-urlencode "key=$key" \
    --data-urlencode "token=$token" --data action=save \
    /fr/step/networks/tool
is 'also by browsers that only name their origin' "$status" 403
is '  and kept by nobody' "$(header Cache-Control)" no-store
see -H "Origin: $base_address" --data-urlencode "key=$key" \
    --data-urlencode "token=$token" --data action=save \
    /fr/step/networks/tool
is 'our own is not' "$status" 303
token=00000000000000000000000000000000
send /fr/step/networks/tool action=save 'm.tool-line=nicht verloren'
is 'a form with a wrong token is not acted upon' "$status" 403
has 'and comes back filled' 'nicht verloren</textarea>'
is '  and kept by nobody' "$(header Cache-Control)" no-store
form
send /fr/step/networks/tool action=save 'm.tool-line=nicht verloren'
is 'to be sent again' "$status" 303
see /fr/step/networks/tool
has 'and kept' 'nicht verloren</textarea>'
form
send /fr/step/networks/tool action=save m.nope=x c.q1=x k.check1=x
is 'fields that the page does not have are not taken' "$status" 303
is '  not one' "$(query "SELECT count(*) FROM learn.note
    WHERE segment IN ('nope', 'check1')")" 0
see --data 'key=%ff&token=x' /fr/step/networks/tool
is 'what is no UTF-8 is refused' "$status" 400
is '  and kept by nobody' "$(header Cache-Control)" no-store
see --data 'm.tool-line=%00' /fr/step/networks/tool
is 'nor are control characters taken' "$status" 400
{ printf 'm.tool-line='; head -c 600000 /dev/zero | tr '\0' x; } \
    >"$answer/large"
see --data-binary "@$answer/large" /fr/step/networks/tool
is 'nor a book' "$status" 413
is '  and kept by nobody' "$(header Cache-Control)" no-store
see -H 'Content-Type: text/plain' --data 'm.tool-line=x' \
    /fr/step/networks/tool
is 'nor what is no form' "$status" 400

# --- half an hour later -----------------------------------------------------

rm -f "$answer/jar3"
mine=$jar jar=$answer/jar3
see /fr/step/networks/tool
form
send /fr/step/networks/tool action=save 'm.tool-line=vorher'
see /fr/step/networks/tool
form
base_of=$(carried m.tool-line)
query "UPDATE learn.device SET expires_at = now() - interval '1 second'
    WHERE space_id = (SELECT space_id FROM learn.note
	WHERE segment = 'tool-line' ORDER BY saved_at DESC LIMIT 1)" >/dev/null
send /fr/step/networks/tool action=save 'm.tool-line=nachher' "$base_of"
is 'a shared computer has been closed' "$status" 403
has '  the words come back' 'nachher</textarea>'
hasnt '  and nothing else' 'vorher'
ok '  with the cookie taken back' expr "$(header Set-Cookie)" : \
    'profint=; .*Max-Age=0'
form
send /fr/step/networks/tool action=save 'm.tool-line=nachher'
is '  saved again, they begin anew' "$status" 303
see /fr/step/networks/tool
has '  alone' 'nachher</textarea>'
jar=$mine

# --- whose device, and leaving ----------------------------------------------

see /fr/step/networks/case
form
send /fr/my/device own=yes place=/fr/step/networks/case
is 'who says that it is their own device comes back' \
    "$status $(header Location)" '303 /fr/step/networks/case'
ok '  and stays known for longer than the browser is open' expr \
    "$(header Set-Cookie)" : 'profint=[0-9a-f]\{64\}; .*Max-Age=[0-9]\{8\}'
see /fr/step/networks/case
hasnt '  and is not asked again' 'action="/fr/my/device"'
form
send /fr/my/device own=yes place=//evil.example/
is 'nobody is sent elsewhere' "$status $(header Location)" '303 /fr/my'
see /fr/step/networks/case
form
old_jar=$(cat "$jar")
send /fr/leave
is 'who leaves is at the beginning' "$status $(header Location)" '303 /fr/'
ok '  without the cookie' expr "$(header Set-Cookie)" : 'profint=; .*Max-Age=0'
is '  nor what the browser kept' "$(header Clear-Site-Data)" '"cache"'
see /fr/step/networks/case
hasnt '  and sees nothing' neuf
echo "$old_jar" >"$jar"
see /fr/step/networks/case
hasnt 'the old cookie opens nothing any more' neuf
ok '  and is taken back' expr "$(header Set-Cookie)" : 'profint=; .*Max-Age=0'
key=$first_key token=$first_token
rm -f "$jar"
send /fr/step/networks/case action=next "c.q1=$words"
is 'nor does the form of the first save, found behind Back' "$status" 403
has '  but loses no word' 'un « oui »'
see /fr/my
hasnt '  and opens nothing' 'href="/fr/my/code"'

# --- two devices of one person, at the same instant --------------------------

space=$(printf %032x $$)
one=$(printf %064x "1$$")
two=$(printf %064x "2$$")

# usage: as DEVICE STATEMENTS	in one transaction
as() {
	query "SET ROLE profint_learn; BEGIN; SELECT learn.open('$1'); $2;
	    COMMIT" >/dev/null
}
query "SET ROLE profint_learn; BEGIN;
    SELECT learn.create('\\x$space', '\\x$one', '\\x$one', 'k', 'k', 'c');
    SELECT set_config('profint.device', '$two', true);
    INSERT INTO learn.device VALUES ('\\x$two', '\\x$space', 'k', true,
	now() + interval '1 hour');
    COMMIT" >/dev/null
as "$one" "SELECT learn.reach('module', 'teams', 'situate', 'begun', 'xx'),
    pg_sleep(1)" &
sleep 0.4
as "$two" "SELECT learn.reach('module', 'teams', 'case', 'begun', 'xx')"
wait
is 'a module begun on two devices at once is begun once' \
    "$(query "SELECT count FROM learn.counter WHERE lang = 'xx'")" 1
is '  at both steps' "$(query "SELECT string_agg(step, ' ' ORDER BY step)
    FROM learn.progress WHERE space_id = '\\x$space'")" 'case situate'
query "DELETE FROM learn.counter WHERE lang = 'xx';
    DELETE FROM learn.space WHERE space_id = '\\x$space'"

done_testing
