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

# --- worksheets of the group ------------------------------------------------

# usage: write PATH NAME=VALUE...	into a worksheet of the group
write() {
	see "$1"
	form
	at=$1
	shift
	send "$at" action=save "$@"
}

# usage: sheets	how many worksheets these people have of their own
sheets() {
	query "SELECT count(*) - ${sheets_before:-0} FROM learn.worksheet
	    JOIN learn.space USING (space_id) WHERE kind = 'person'"
}
sheets_before=$(sheets)

query "UPDATE learn.session SET state = 'open'" >/dev/null
see "/en$room/worksheet"
form
send "/en$room/worksheet" action=start:wt1
sheet=$(header Location)
id=${sheet##*/}
write "$sheet" '_title=Marmalade plan' objective=Quince phase=Damson \
    actions=AAAA actions.AAAA.actions-description=Medlar
is 'a group fills in a worksheet' "$status" 303
write "$sheet/copy" '_label.objective=Sloe goal' _hidden.phase=1 \
    _label.phase= '_label.actions-description=Sloe action' \
    'new.label=Who pays' new.type=longtext
is '  and makes its copy of the tool' "$status" 303
added=$(query "SELECT substr(name, 8) FROM learn.field
    WHERE worksheet_id = '\\x$id' AND name LIKE '\_added.%'")
write "$sheet" "$added=Bullace
in two lines"
see "/en$room/copy"
has 'the copy offers it' "name=\"sheet.$id\""
has '  by its name' 'Marmalade plan'
form
first_key=$key first_token=$token
send "/en$room/copy" action=take "sheet.$id=1"
own=$(header Location)
ok 'it is taken' expr "$status $own" : \
    '303 /en/worksheet/wt1/[0-9a-f]\{32\}$'
is '  as one of one’s own' "$(sheets)" 1
see "$own"
has '  which has its title' 'value="Marmalade plan"'
has '  what was written' 'Quince'
has '  under what name' 'Sloe goal'
has '  what was hidden' 'Damson'
has '  its rows' 'Medlar'
has '  and their names' '→ Sloe action'
ok '  and what was added, with its name' perl -0ne \
    'exit !/Who pays\nBullace\r?\nin two lines/' "$answer/body"
key=$first_key token=$first_token
send "/en$room/copy" action=take "sheet.$id=1"
is 'the same form once more makes no other' \
    "$(header Location) $(sheets)" "$own 1"
take "/en$room/copy" "sheet.$id=1"
is 'another form does' "$(sheets)" 2
take "/en$room/copy" sheet.00000000000000000000000000000000=1
is 'what is not there is not taken' "$(header Location)" "/en$room/copy"
see "$sheet"
has 'the group keeps its own' 'Bullace'

see "/en$room/worksheet"
form
send "/en$room/worksheet" action=start:wt1
more=$(header Location)
write "$more" '_title=Marmalade too' objective=Quince phase=Damson \
    objectives=Medlar
query "INSERT INTO learn.note (space_id, kind, slug, segment, body)
    SELECT space_id, 'case', 'full', 'q1', decode(repeat('00', (1048576 -
	(SELECT coalesce(sum(length(body) + 200), 0) FROM learn.note
	    AS one WHERE one.space_id = own.space_id) -
	(SELECT coalesce(sum(length(body) + 200), 0) FROM learn.field
	    AS one WHERE one.space_id = own.space_id) - 2000)::int), 'hex')
    FROM learn.worksheet AS own WHERE worksheet_id = '\\x${own##*/}'" >/dev/null
before=$(notes)
take "/en$room/copy" "sheet.$id=1" "sheet.${more##*/}=1" take.question-2=1 \
    shared=1
is 'when not all of it fits' "$status" 413
is '  nothing is copied' "$(sheets) $(notes)" "2 $before"
take "/en$room/copy" "sheet.${more##*/}=1"
is '  but less of it is' "$status $(sheets)" '303 3'
query "DELETE FROM learn.note WHERE slug = 'full'" >/dev/null

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
    -n learn | grep -ciE \
    'shares|private|scritto|marmalade|quince|sloe|bullace|who pays')" 0
query "DELETE FROM learn.space WHERE kind = 'session' OR created_on = current_date
    AND space_id IN (SELECT space_id FROM learn.note WHERE slug IN ('madame-s',
    'networks'))" >/dev/null
done_testing
