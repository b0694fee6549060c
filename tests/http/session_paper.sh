# session_paper.sh - after the session somebody types what lay on the tables;
# it stands on the board, marked as from paper, once.

. tests/lib.sh
. tests/person.sh
need_database

lead=$answer/jar-lead member=$answer/jar-member
jar=$lead
see '/fr/session/new?module=networks'
form
send /fr/session module=networks
room=$(header Location)
room=${room#/fr}
see "/fr$room"
code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
has 'the facilitator’s page leads there' "href=\"/fr$room/paper\""
jar=$member
see /en/join
form
send /en/join "code=$code" name=Ana action=join

# --- who may ----------------------------------------------------------------

see "/en$room/paper"
is 'who takes part does not type for others' "$status $(header Location)" \
    "303 /en$room/step"
see "/en$room/step"
form
send "/en$room/paper" text.question-1=mine action=paper
is '  nor send it' "$status $(query 'SELECT count(*) FROM learn.card')" '303 0'
jar=$answer/jar-nobody
see "/en$room/paper"
is 'nor does anybody else' "$status $(header Location)" '303 /en/join'

# --- it is typed ------------------------------------------------------------

jar=$lead
see "/fr$room"
form
send "/fr$room" action=end
for tag in $(languages); do
	see "/$tag$room/paper"
	is "$tag: after the session there is a form" \
	    "$status $(header Content-Language)" "200 $tag"
	has "$tag: for each question" 'name="text.question-1"'
	has "$tag: and each step" 'name="text.discussion"'
done
see "/fr$room/paper"
form
send "/fr$room/paper" action=paper text.question-1= people.question-1=1
is 'nothing typed is nothing kept' "$status $(query 'SELECT count(*)
    FROM learn.card')" '303 0'
see "/fr$room/paper"
form
words='Appeler <b>la voisine</b> & "demander"'
# A card a line, with a blank line, blanks, and one line twice.
cards="$(printf '%s\r\n\r\n  Zibeline un  \r\nZibeline deux\r\nZibeline deux\r\n' \
    "$words")"
send "/fr$room/paper" "text.question-1=$cards" people.question-1=4 \
    'text.discussion=À la fin' people.discussion=900 \
    text.nowhere=nonsense action=paper
is 'it is kept' "$status $(header Location)" "303 /fr$room/paper?done=1"
is '  a card a line' "$(query 'SELECT count(*) FROM learn.card')" 5
is '  with how many stand behind it, as many as fit around a table' "$(query \
    'SELECT paper, count(*) FROM learn.card GROUP BY 1 ORDER BY 1' |
    tr '\n' ' ')" '4|4 50|1 '
send "/fr$room/paper" "text.question-1=$cards" people.question-1=4 \
    'text.discussion=À la fin' people.discussion=900 action=paper
is 'twice is once' "$status $(query 'SELECT count(*) FROM learn.card')" '303 5'
see "/fr$room/paper?done=1"
has 'the page says so' 'Les cartes sont sur le tableau partagé.'

# --- it is seen -------------------------------------------------------------

see "/fr$room/board"
has 'it is on the board' 'Appeler &lt;b&gt;la voisine&lt;/b&gt; &amp; '
has '  marked' 'Écrit sur papier, 4 personnes'
jar=$member
see "/en$room/step"
see "/en$room/board"
has 'all see it' 'Zibeline un'
has '  in their language' 'Written on paper, 4 people'
see "/en$room/board.csv"
has 'the table has how many people' 'Zibeline un,4'
see "/en$room/board.odt"
cp "$answer/body" "$answer/board.odt"
ok 'the document says it, too' sh -c "unzip -p '$answer/board.odt' \
    content.xml | grep -F 'Zibeline un (Written on paper, 4 people)'"
jar=$lead
see "/sv$room"
form
card=$(query "SELECT encode(card_id, 'hex') FROM learn.card
    WHERE place = 'module/networks/discussion'")
send "/sv$room" "action=erase:$card"
is 'who typed it wrong takes it away' "$(query 'SELECT count(*)
    FROM learn.card')" 4
jar=$member
see "/en$room/step"
form
send "/en$room/step" place=case/madame-s/q1 'text=too late' action=write
is 'the session has ended for the others all the same' "$status" 403

# --- too much, too soon -----------------------------------------------------

jar=$lead
see "/fr$room/paper"
form
send "/fr$room/paper" "text.case=$(head -c 5000 /dev/zero | tr '\0' x)" \
    people.case=7 action=paper
is 'a card is no book' "$status $(query 'SELECT count(*)
    FROM learn.card')" '413 4'
has '  and comes back' xxxxxxxxxx
has '  with how many' 'name="people.case" value="7"'
query 'UPDATE learn.session SET cards = 2998' >/dev/null
see "/fr$room/paper"
form
send "/fr$room/paper" "text.case=$(printf 'a\nb\nc')" action=paper
is 'there is an end' "$status $(query 'SELECT count(*)
    FROM learn.card')" '413 4'
has '  and it is said' '3 000 cartes'
see -H 'Sec-Fetch-Site: cross-site' --data "key=$key&token=$token" \
    --data 'text.case=x&action=paper' "/fr$room/paper"
is 'a form from elsewhere is refused' "$status" 403
key=00000000000000000000000000000000 token=$key
send "/fr$room/paper" text.case=x action=paper
is 'so is one with a wrong token' "$status" 403
is 'nothing of it can be read in the database' "$(pg_dump --data-only \
    -n learn | grep -ciE 'zibeline|voisine')" 0
query "DELETE FROM learn.space WHERE kind = 'session'" >/dev/null
done_testing
