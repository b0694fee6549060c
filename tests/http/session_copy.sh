# session_copy.sh - who was in a session goes on individually, with a copy of
# their own cards and of what was shared, and of nothing else.

. tests/lib.sh
. tests/person.sh
need_database

# usage: come WHO NAME	joins as another browser
come() {
	jar=$answer/jar-$1
	see /en/join
	form
	send /en/join "code=$code" "name=$2" action=join
}

# usage: card PLACE TEXT ACTION	written by the person with this jar
card() {
	see "/en$room/step"
	form
	send "/en$room/step" "place=$1" "text=$2" "action=$3"
}

# usage: take PATH NAME=VALUE...	the copy, as asked for
take() {
	see "$1"
	form
	at=$1
	shift
	send "$at" action=take "$@"
}

# usage: persons, notes	how many spaces and notes there are of these people
persons() {
	query "SELECT count(*) - ${persons_before:-0} FROM learn.space
	    WHERE kind = 'person'"
}
notes() {
	query "SELECT count(*) - ${notes_before:-0} FROM learn.note"
}
persons_before=$(persons)
notes_before=$(notes)

# usage: kept PATH	the person's answers there, one after the other
kept() {
	see "$1"
	sed -n '/<textarea/,/<\/textarea>/p' "$answer/body" |
	    sed 's/<[^>]*>//g; /^ *$/d'
}

jar=$answer/jar-lead
see '/fr/session/new?module=networks'
form
send /fr/session module=networks
room=$(header Location)
room=${room#/fr}
see "/fr$room"
code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
form
send "/fr$room" action=step:case
come ana Ana
see "/en$room/copy"
has 'where nothing is, there is nothing to copy' 'There is nothing to copy yet'
come bo Bo
card case/madame-s/q1 'Bo keeps this private' write-own
card case/madame-s/q1 'Bo shares this' write
card module/networks/case 'Bo on the step' write
jar=$answer/jar-ana
card case/madame-s/q1 'Ana keeps <b>this</b>
on two lines' write-own
card case/madame-s/q2 'Ana shares this' write

# --- what there is to take --------------------------------------------------

for tag in $(languages); do
	see "/$tag$room/copy"
	is "$tag: there is a page" "$status $(header Content-Language)" "200 $tag"
	has "$tag: with one’s own cards" 'Ana keeps &lt;b&gt;this&lt;/b&gt;'
	has "$tag: and what was shared" 'Bo shares this'
	hasnt "$tag: not what was not" 'keeps this private'
done
see "/en$room/step"
has 'the session leads there' "href=\"/en$room/copy\""
jar=$answer/jar-nobody
see "/en$room/copy"
is 'nobody else comes there' "$status $(header Location)" '303 /en/join'
jar=$answer/jar-ana

# --- taken ------------------------------------------------------------------

is 'before, no person has a space' "$(persons)" 0
take "/en$room/copy" take.question-1=1 take.question-2=1 take.case=1 shared=1
is 'a copy is taken' "$status $(header Location)" \
    '303 /en/step/networks/case'
is '  into a space of one’s own' "$(persons) $(notes)" '1 3'
first_key=$key first_token=$token
said=$(kept /en/step/networks/case)
ok '  with one’s own cards' expr "$said" : \
    '.*My cards from the session:.– Ana keeps &lt;b&gt;this'
ok '  and those of others that were shared' expr "$said" : \
    '.*Cards shared by the group:.– Bo shares this'
ok '  also about the step' expr "$said" : '.*– Bo on the step'
not_ok '  and no others' expr "$said" : '.*private'
has 'the line says how to come back to it' '/en/my/code'
has 'the module is begun there' 'aria-current="step"'
see "/en$room/step"
is 'and the session is still open' "$status" 200
key=$first_key token=$first_token
send "/en$room/copy" action=take take.question-1=1 take.question-2=1 \
    take.case=1 shared=1
is 'the same form once more changes nothing' "$(kept \
    /en/step/networks/case)" "$said"
take "/en$room/copy" take.question-1=1 take.question-2=1 take.case=1 shared=1
is 'nor does another: each card is there once' "$(kept \
    /en/step/networks/case)" "$said"
card case/madame-s/q1 'Ana comes back later' write-own
take "/fr$room/copy" take.question-1=1
ok 'what is new is added' expr "$(kept /fr/step/networks/case)" : \
    '.*– Bo shares this.Mes cartes de la séance :.– Ana comes back later'
is 'one space it is' "$(persons)" 1
see "/en$room/copy"
form
send "/en$room/copy" action=take
is 'nothing chosen is nothing taken' "$status $(header Location)" \
    "303 /en$room/copy"

# --- who has written already ------------------------------------------------

jar=$answer/jar-bo
see /it/step/networks/case
form
send /it/step/networks/case 'c.q1=Scritto prima' v.c.q1=0. action=save
is 'somebody has a space already' "$(persons)" 2
take "/it$room/copy" take.question-1=1 take.question-2=1
said=$(kept /it/step/networks/case)
ok 'what was there stays, and comes first' expr "$said" : \
    'Scritto prima.I miei biglietti dell’incontro:.– Bo keeps this private'
not_ok 'without a tick nothing of others is taken' expr "$said" : '.*Ana'
is '  in the space there was' "$(persons)" 2

# --- at its end -------------------------------------------------------------

jar=$answer/jar-lead
see "/fr$room"
form
send "/fr$room" action=end
take "/fr$room/copy" take.question-2=1 shared=1
is 'who leads may take one, too' "$status" 303
jar=$answer/jar-bo
see "/sv$room/step"
is 'an ended session leads to the copy' "$(grep -c "href=\"/sv$room/copy\"" \
    "$answer/body")" 2
take "/sv$room/copy" take.question-2=1 shared=1
ok 'then it is taken as before' expr "$(kept /sv/step/networks/case)" : \
    '.*Lappar som gruppen delat:.– Ana shares this'

# --- too much, and by others ------------------------------------------------

query "UPDATE learn.session SET state = 'open'" >/dev/null
for n in $(seq 16); do
	card case/madame-s/q3 "$n $(head -c 3900 /dev/zero | tr '\0' y)" write
done
take "/sv$room/copy" take.question-3=1 take.question-4=1
is 'more than an answer holds is not cut' "$status" 413
has '  but refused, with the reason' 'Allt får inte plats i ett enda svar.'
has '  and the cards still there' 'yyyyyyyy'
see -H 'Sec-Fetch-Site: cross-site' --data "key=$key&token=$token" \
    --data take.question-1=1 "/sv$room/copy"
is 'a form from elsewhere is refused' "$status" 403
key=00000000000000000000000000000000 token=$key
send "/sv$room/copy" take.question-1=1 action=take
is 'so is one with a wrong token' "$status" 403
is 'nothing of it can be read in the database' "$(pg_dump --data-only \
    -n learn | grep -ciE 'shares|private|scritto')" 0
query "DELETE FROM learn.space WHERE kind = 'session' OR created_on = current_date
    AND space_id IN (SELECT space_id FROM learn.note WHERE slug IN ('madame-s',
    'networks'))" >/dev/null
done_testing
