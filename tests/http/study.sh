# study.sh - somebody works on a case alone: reads, answers, then compares.

. tests/lib.sh
. tests/person.sh
need_database


# usage: spaces
spaces() {
	query 'SELECT count(*) FROM learn.space'
}

# --- who reads leaves no trace ----------------------------------------------

before=$(spaces)
for tag in $(languages); do
	get "/$tag/case/madame-s"
	has "$tag: the case leads there" "href=\"/$tag/study/madame-s\""
	get "/$tag/case/madame-s/compare"
	has "$tag: and so does what to try this week" \
	    "href=\"/$tag/study/madame-s\""
	see "/$tag/study/madame-s"
	is "$tag: the case is read" "$status $(header Content-Language)" \
	    "200 $tag"
	is "$tag: it is kept by nobody" "$(header Cache-Control)" no-store
	is "$tag: without a cookie" "$(header Set-Cookie)" ''
	is "$tag: a box for each question" \
	    "$(grep -c '<textarea' "$answer/body")" 4
	has "$tag: it tells the whole story" 'id="t1-what"'
	hasnt "$tag: the comparison waits" 'id="compare-1"'
done
ok 'each box stands under its question, once' perl -0ne '
	exit !(/id="q1".*name="c\.q1".*id="q2".*name="c\.q2"/s &&
	    (() = /id="q1"/g) == 1)' "$answer/body"
see /fr/study/madame-s
form
send /fr/study/madame-s action=next c.q1= 'c.q2=  '
is 'who writes nothing is where they were' "$status $(header Location)" \
    '303 /fr/study/madame-s'
is '  without a cookie' "$(header Set-Cookie)" ''
is '  nor a space' "$(spaces)" "$before"
for path in study study/nope study/madame-s/x; do
	see "/fr/$path"
	is "/fr/$path is not there" "$status" 404
done
send /fr/study/nope c.q1=x
is 'nor is there anything to send to' "$status" 404

# --- answered ---------------------------------------------------------------

see /fr/study/madame-s
form
send /fr/study/madame-s action=next "c.q1=L’école <b> & la mairie" \
    "$(carried c.q1)"
is 'an answer is kept, and leads to the comparison' \
    "$status $(header Location)" '303 /fr/study/madame-s#compare'
see /sv/study/madame-s
has 'the comparison is open now, in another language, too' 'id="compare-1"'
has '  with what to try' 'id="try-1"'
has '  beside the same words' 'L’école &lt;b&gt; &amp; la mairie</textarea>'
has '  and how to leave' 'action="/sv/leave"'
get /sv/study/madame-s
hasnt 'nobody else sees the words' 'mairie'
hasnt '  nor the comparison' 'id="compare-1"'
see /fr/step/networks/case
has 'a module that works on the case knows the answer' 'la mairie</textarea>'
see /it/study/madame-s
form
old=$(carried c.q1)
send /it/study/madame-s action=save 'c.q1=due' "$old"
is 'a change is kept, here' "$status $(header Location)" \
    '303 /it/study/madame-s'
see /it/study/madame-s
form
send /it/study/madame-s action=save 'c.q1=tre' "$old"
is 'who writes over a newer text is told' "$status" 409
ok '  and has both' perl -0ne 'exit !/due\n\ntre<\/textarea>/' "$answer/body"
see /fr/study/madame-s
form
send /sv/study/madame-s action=show 'c.q2=halvt' "$(carried c.q2)"
is 'another language in the middle of a word' \
    "$status $(header Content-Language)" '200 sv'
has '  keeps it on the page' 'halvt</textarea>'
see /fr/study/madame-s
hasnt '  and nowhere else' 'halvt'

# --- not answered, and said so ----------------------------------------------

rm -f "$jar"
see /en/study/sceptical-employer
form
send /en/study/sceptical-employer action=skip
is 'one may say that one will not answer' "$status $(header Location)" \
    '303 /en/study/sceptical-employer#compare'
see /en/study/sceptical-employer
has '  then the comparison opens' 'id="compare-1"'
see /en/study/madame-s
hasnt '  of this case alone' 'id="compare-1"'
see /en/study/madame-s
form
send /en/study/madame-s action=save 'c.q1=alone' "$(carried c.q1)"
see /en/my
has 'notes on a case alone lead back to the case' 'href="/en/study/madame-s"'
hasnt '  and to no module that was not begun' 'href="/en/step/'

# --- a case that was called otherwise when it was answered ------------------

# usage: call KIND NEW OLD	as a later edition does
call() {
	query "UPDATE item SET slug = '$2' WHERE kind = '$1' AND slug = '$3';
	    DELETE FROM item_alias WHERE kind = '$1' AND slug = '$2';
	    INSERT INTO item_alias SELECT kind, '$3', item_id FROM item
	    WHERE kind = '$1' AND slug = '$2'" >/dev/null
}

# usage: call_back KIND NEW OLD
call_back() {
	query "DELETE FROM item_alias WHERE kind = '$1' AND slug = '$3';
	    UPDATE item SET slug = '$3' WHERE kind = '$1' AND slug = '$2'" \
	    >/dev/null
}

rm -f "$jar"
see /fr/study/madame-s
form
send /fr/study/madame-s action=save c.q1=alt "$(carried c.q1)"
see /fr/step/networks/case
form
send /fr/step/networks/case action=next c.q2=auch "$(carried c.q2)"
see /fr/study/madame-s
form
half=$(carried c.q1)
see /fr/my/file.json
cp "$answer/body" "$answer/file.json"
call case madame-x madame-s
call module nets networks
see /fr/study/madame-s
is 'a case has another name' "$status $(header Location)" \
    '301 /fr/study/madame-x'
see /fr/study/madame-x
has '  what was answered is there' 'alt</textarea>'
has '  and the comparison open' 'id="compare-1"'
send /fr/study/madame-s action=save c.q1=neu "$half"
is '  a form of before is kept' "$status $(header Location)" \
    '303 /fr/study/madame-x'
see /fr/study/madame-x
has '  over what it changed' 'neu</textarea>'
form
send /fr/study/madame-x action=save c.q1=neuer "$(carried c.q1)" \
    c.q3=drei "$(carried c.q3)"
see /fr/study/madame-x
has '  and so is one of today' 'neuer</textarea>'
has '  beside what is new' 'drei</textarea>'
see /fr/step/networks/case
is 'a module has another name' "$status $(header Location)" \
    '301 /fr/step/nets/case'
see /fr/step/nets/case
has '  what was written is there' 'auch</textarea>'
has '  and what was done' '(faite)'
form
send /fr/step/networks/case action=next c.q2=wieder "$(carried c.q2)"
is '  its old address takes a form' "$status $(header Location)" \
    '303 /fr/step/nets/discussion'
send /fr/step/nets/discussion action=next
is '  what one goes on to is counted with it' "$(query "SELECT
    string_agg(DISTINCT slug, ' ') FROM learn.progress
    WHERE space_id IN (SELECT space_id FROM learn.progress
	WHERE slug = 'nets')")" nets
see /fr/my
has '  and listed' 'href="/fr/step/nets/'
has '  with what was written there' 'href="/fr/step/nets/case"'
ok '  all of it under its title and its questions' perl -0ne '
	my ($notes) = /<h2>Réponses et notes(.*)/s;
	exit !($notes =~ /<h3>[^<]*<span[^>]*>(?!madame)[^<]+<\/span>.*?
	    <strong>[^<]+<\/strong>.*?wieder/sx)' "$answer/body"
is '  once' "$(grep -c '<section class="writing">' "$answer/body")" 1

# usage: load FILE
load() {
	see /fr/my
	form
	see -F "key=$key" -F "token=$token" -F "file=@$1" /fr/my/load
}
load "$answer/file.json"
see /fr/study/madame-x
ok 'a file that is older than the name joins what is there' perl -0ne '
	exit !/neuer\n\nalt<\/textarea>/' "$answer/body"
rm -f "$jar"
load "$answer/file.json"
see /fr/study/madame-x
has '  elsewhere it opens under the new name' 'alt</textarea>'
call_back module nets networks
call_back case madame-x madame-s

# --- refused ----------------------------------------------------------------

rm -f "$jar"
see /en/study/madame-s
form
see -H 'Sec-Fetch-Site: cross-site' --data-urlencode "key=$key" \
    --data-urlencode "token=$token" --data 'c.q1=x&action=save' \
    /en/study/madame-s
is 'a form from another site is refused' "$status" 403
token=00000000000000000000000000000000
send /en/study/madame-s action=save 'c.q1=not lost'
is 'a wrong token is not acted upon' "$status" 403
has '  and loses no word' 'not lost</textarea>'
form
send /en/study/madame-s action=save 'c.q1=not lost'
is '  sent again it is kept' "$status $(header Location)" \
    '303 /en/study/madame-s'

done_testing
