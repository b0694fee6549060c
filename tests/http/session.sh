# session.sh - somebody opens a session, a group joins with its code, writes
# cards and shares them; nobody else sees them, and nothing is lost.

. tests/lib.sh
need_database

# usage: as WHO [CURL OPTION]... PATH	with a cookie jar of their own
as() {
	who=$1
	shift
	get -b "$answer/jar-$who" -c "$answer/jar-$who" "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<(input|button)[^>]* name=\"$1\"[^>]*>" "$answer/body" |
	    head -n 1 | sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: send WHO PATH NAME=VALUE...	with the key and token of the last
# answer, which are kept for once more
send() {
	[ "${again-}" ] || { key=$(value key); token=$(value token); }
	sender=$1 path=$2
	shift 2
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	as "$sender" -H 'Sec-Fetch-Site: same-origin' --data-urlencode \
	    "key=$key" --data-urlencode "token=$token" "$@" "$path"
}

# usage: come WHO NAME [NAME=VALUE]...
come() {
	comer=$1 nick=$2
	shift 2
	as "$comer" /en/join
	send "$comer" /en/join "code=$code" "name=$nick" action=join "$@"
}

# usage: id_of TEXT	of the card with these words in the last answer
id_of() {
	tr '\n' ' ' <"$answer/body" | sed 's/<li /\n<li /g' | grep -F -e "$1" |
	    grep -oE '(un)?share:[0-9a-f]{32}|(erase|remove):[0-9a-f]{32}' |
	    head -n 1 | sed 's/.*://'
}

# --- it is opened -----------------------------------------------------------

for tag in $(languages); do
	as nobody "/$tag/session/new?module=networks"
	is "$tag: a session may be opened" "$status $(header Content-Language)" \
	    "200 $tag"
	as nobody "/$tag/join"
	is "$tag: one may be joined" "$status $(header Set-Cookie)" '200 '
	as nobody "/$tag/session"
	is "$tag: there is a list" "$status" 200
done
as lead '/fr/session/new?module=networks'
has 'the module one came from is chosen' 'value="networks" checked'
send lead /fr/session module=networks other=sv
is 'it is opened' "$status" 303
room=$(header Location)
room=${room#/fr}
again=1
send lead /fr/session module=networks other=sv
unset again
is 'twice is once' "$(header Location)" "/fr$room"
as lead "/fr$room"
is 'who opened it leads it' "$status" 200
is 'kept by nobody' "$(header Cache-Control)" no-store
code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
resume=$(sed -n 's/.*class="code-words"[^>]*>\([^<]*\)<.*/\1/p' "$answer/body")
ok 'it has a code, shown in fours' expr "$code" : \
    '[0-9A-HJKMNP-TV-Z]\{4\}-[0-9A-HJKMNP-TV-Z]\{4\}$'
ok 'and one to lead it elsewhere' test ${#resume} = 53
has 'a link' "$base/fr/join/$(echo "$code" | tr A-Z a-z)"
has 'and the date when it goes' 'seront effacés après le'
as lead '/fr/my'
is 'what it opened is no work of a person' "$(grep -c code-words \
    "$answer/body")" 0
as lead "/fr$room"
is '  and the cookie stays' "$status" 200
as nobody "/fr$room"
is 'who is not in it is asked for the code' "$status $(header Location)" \
    '303 /fr/join'
as nobody "/fr$room/screen"
is '  on every page' "$status" 303
as nobody /fr/session/0000
is 'what is no session is not there' "$status" 404

# --- joining ----------------------------------------------------------------

for typed in "/EN/join/$code" "/en/JOIN/$code" "/En/Join/$code" \
    "/EN/JOIN/$(echo "$code" | tr -d -)"; do
	as nobody "$typed"
	is "a link in capitals is read, too: $(echo "$typed" | cut -c 1-9)" \
	    "$status $(header Cache-Control)" '302 no-store'
	as nobody "$(header Location)"
	has '  it brings the code' "value=\"$code\""
done
as nobody /EN/JOIN
is 'so is the page without it' "$status $(header Location)" '302 /en/join'
as ana "/en/join/$(echo "$code" | tr A-Z a-z)"
has 'a link brings the code' "value=\"$code\""
send ana /en/join "code= $(echo "$code" | tr 'A-Z-' 'a-z.') " 'name=  Zsófia <b> ' \
    action=join
is 'it is read forgivingly' "$status $(header Location)" "303 /en$room/step"
ok '  the cookie goes with the browser' expr "$(header Set-Cookie)" : \
    'profint=[0-9a-f]\{64\}; Path=/; HttpOnly; SameSite=Lax$'
as ana "/en$room/step"
is 'then one is at the group’s step' "$status" 200
has '  in one’s own language' 'Step 1 of 6'
as ana "/en$room"
is 'and does not lead' "$status $(header Location)" "303 /en$room/step"
as ana /en/join
has 'the same device comes back in one tap' "href=\"/en$room\""
come ana 'somebody else'
is '  or with the code' "$status $(header Location)" "303 /en$room/step"
is '  and is the same' "$(query 'SELECT count(*) FROM learn.member')" 1
come bo 'zsófia <B>'
is 'a nickname is there once' "$status" 409
has '  it may be the same person' 'value="me"'
is '  who is not in yet' "$(query "SELECT count(*) FROM learn.device
    WHERE role = 'member'")" 1
is '  without a cookie' "$(header Set-Cookie)" ''
send bo /en/join "code=$code" 'name=Bo' action=join table=1 people=7 own=1
is 'or choose another' "$status" 303
ok '  on one’s own device for long' expr "$(header Set-Cookie)" : \
    'profint=.*Max-Age=[0-9]'
come ana2 'Zsófia <b>'
send ana2 /en/join "code=$code" 'name=Zsófia <b>' action=me
is '“it is me” on another device' "$status" 303
is '  makes nobody new' "$(query 'SELECT count(*) FROM learn.member')" 2
as lead "/fr$room"
has 'a table counts all who sit there' '8 personnes ont rejoint la séance.'
come carl ''
is 'somebody without a name is asked for one' "$status" 400
code_right=$code code=0000-0000
come carl Carl
is 'a wrong code opens nothing' "$status $(header Set-Cookie)" '404 '
has '  the name is still there' 'value="Carl"'
code=nonsense
come carl Carl
is 'nor does nonsense' "$status" 404
code=$code_right
as carl -H 'Sec-Fetch-Site: cross-site' --data "code=$code&name=Carl" /en/join
is 'nor a form from elsewhere' "$status" 403

# --- cards ------------------------------------------------------------------

as lead "/fr$room"
send lead "/fr$room" action=step:case
is 'the group goes on' "$status $(header Location)" "303 /fr$room"
as ana "/en$room/step"
has 'all see the new step' 'Step 2 of 6'
place=$(value place)
is 'with the questions of its case' "$place" case/madame-s/q1
words='Call <i>three</i> “neighbours” & ask'
send ana "/en$room/step" "place=$place" "text=$words" action=write-own at=question-1
is 'a card is written' "$status $(header Location)" \
    "303 /en$room/step#question-1"
first_key=$key first_token=$token
as ana "/en$room/step"
has 'its writer sees it' 'Call &lt;i&gt;three&lt;/i&gt; “neighbours” &amp; ask'
card=$(id_of neighbours)
as bo "/it$room/step"
hasnt 'nobody else does' neighbours
as lead "/fr$room"
hasnt 'not even who leads' neighbours
key=$first_key token=$first_token again=1
send ana "/en$room/step" "place=$place" "text=$words" action=write-own
is 'sent twice' "$status" 303
send ana "/en$room/step" "place=$place" "text=another one" action=write
unset again
as ana "/en$room/step"
is '  it is one card' "$(query "SELECT count(*) FROM learn.card")" 2
has '  and other words are another' 'another one'
send ana "/en$room/step" "action=share:$card"
as bo "/it$room/step"
has 'shared, all see it' neighbours
hasnt '  without a name' Zs
has '  and what was shared at once' 'another one'
send bo "/it$room/step" "action=erase:$card"
send bo "/it$room/step" "action=unshare:$card"
send bo "/it$room/step" "action=remove:$card"
as lead "/fr$room/screen"
has 'nobody takes away what another wrote' neighbours
hasnt 'the screen has no nickname' Zs
hasnt '  nor the code of leading' "$resume"
has '  but the code to join' "$code"
has '  and the question' '<h1'
as ana "/en$room/step"
send ana "/en$room/step" "action=unshare:$card"
as bo "/it$room/step"
hasnt 'its writer takes it back' neighbours
as ana "/en$room/step"
send ana "/en$room/step" "action=share:$card"
as lead "/fr$room"
send lead "/fr$room" "action=remove:$card"
as bo "/it$room/step"
hasnt 'who leads takes it off the board' neighbours
as ana "/en$room/step"
has '  its writer is told' 'the facilitator took it off the board'
send ana "/en$room/step" "action=share:$card"
as bo "/it$room/step"
hasnt '  and cannot put it there again' neighbours
as lead "/fr$room"
send lead "/fr$room" "place=$place" 'text=Lu sur une carte en papier' action=write
as bo "/it$room/step"
has 'who leads adds a card for others' 'Lu sur une carte en papier'
as bo "/it$room/step"
send bo "/it$room/step" action=step:tool
send bo "/it$room/step" action=erase sure=1
send bo "/it$room" action=end
as bo "/it$room/step"
has 'who does not lead cannot' 'Tappa 2 di 6'
send bo "/it$room/step" 'place=../x' text=x action=write
is 'a place is none of ours' "$status" 400
as bo "/it$room/step"
send bo "/it$room/step" "place=$place" "text=$(head -c 5000 /dev/zero |
    tr '\0' x)" action=write
is 'a card is no book' "$status" 413
has '  and comes back' xxxxxxxxxx
as bo "/it$room/step"
again=1 key=00000000000000000000000000000000 token=$key
send bo "/it$room/step" "place=$place" text=nope action=write
unset again
is 'a wrong token is refused' "$status" 403
is '  nothing is kept' "$(query 'SELECT count(*) FROM learn.card')" 3

# --- asked again every few seconds ------------------------------------------

as bo "/it$room/step"
etag=$(header ETag)
ok 'a page has an ETag' expr "$etag" : '.*"[0-9a-f]\{24\}"'
as bo -H "If-None-Match: $etag" "/it$room/step"
is 'nothing new is told with nothing' "$status $(wc -c <"$answer/body")" '304 0'
as bo -H "If-None-Match: $etag" "/sv$room/step"
is 'another language is another page' "$status" 200
as bo -H "If-None-Match: $etag" "/it$room/screen"
is 'so is another page' "$status" 200
as nobody -H "If-None-Match: $etag" "/it$room/step"
is 'and nobody else is told' "$status" 303
as lead "/fr$room"
lead_etag=$(header ETag)
send lead "/fr$room" action=timer minutes=20
as bo -H "If-None-Match: $etag" "/it$room/step"
is 'what is new is told' "$status" 200
has '  how long there is' 'Restano 20 minuti'
come dora Dora
as lead -H "If-None-Match: $lead_etag" "/fr$room"
is 'who leads learns of another member' "$status" 200
has '  at the group’s step' '9 personnes'

# --- suspended, handed over -------------------------------------------------

as bo "/it$room/step"
held_key=$(value key) held_token=$(value token)
has 'who may write has a box' 'class="write-card"'
as lead "/fr$room"
send lead "/fr$room" action=pause
as lead "/fr$room"
has 'who leads has one, also when a session is suspended' 'class="write-card"'
as bo "/it$room/step"
has 'a session is suspended' 'sospeso'
hasnt '  then there is no box for a card' '<textarea'
ok '  but the sentence that says why' perl -0ne \
    'exit !/id="box-[^"]*">\s*<p class="notice">[^<]*sospeso/' "$answer/body"
key=$held_key token=$held_token again=1
send bo "/it$room/step" "place=$place" 'text=troppo tardi' action=write
is 'who had typed one already cannot send it' "$status" 403
has '  but given back' 'troppo tardi</textarea>'
unset again
come emil Emil
is '  nobody joins' "$status" 403
as other /sv/session
send other /sv/session/lead "code=$(echo "$resume" | tr a-z A-Z | tr - ' ')"
is 'another person leads it with the code' "$status $(header Location)" \
    "303 /sv$room"
as other "/sv$room"
is '  from another device' "$status" 200
send other "/sv$room" action=open
as bo "/it$room/step"
hasnt '  and resumes it' 'sospeso'
as other /sv/session
send other /sv/session/lead code=lusab-babad
is 'a wrong one opens nothing' "$status" 404

# --- taken away -------------------------------------------------------------

as bo "/it$room/board"
has 'the board is a page to print' 'another one'
hasnt '  of shared cards alone' neighbours
as bo "/it$room/board.csv"
is 'and a table' "$status $(header Content-Type)" \
    '200 text/csv; charset=utf-8; header=present'
has '  with the cards' 'another one'
hasnt '  nothing else' neighbours
as bo "/it$room/board.odt"
is 'and a document' "$status $(header Content-Type)" \
    '200 application/vnd.oasis.opendocument.text'
cp "$answer/body" "$answer/board.odt"
ok '  with the cards' sh -c \
    "unzip -p '$answer/board.odt' content.xml | grep -F 'another one'"
as nobody "/it$room/board.csv"
is 'for members only' "$status" 303

# --- twenty at once ---------------------------------------------------------

before=$(query 'SELECT count(*) FROM learn.card')
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	come "p$n" "Person $n"
	[ "$status" = 303 ] || echo "# person $n: $status"
	as "p$n" "/en$room/step"
	echo "$(value key) $(value token)" >"$answer/form-$n"
done
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	read -r key token <"$answer/form-$n"
	(
		for card in 1 2 3; do
			for time in 1 2; do
				curl -sS --max-time 30 -o /dev/null \
				    -w '%{http_code}\n' \
				    -b "$answer/jar-p$n" \
				    --data-urlencode "key=$key" \
				    --data-urlencode "token=$token" \
				    --data-urlencode "place=$place" \
				    --data-urlencode "text=card $card of $n" \
				    --data action=write "$base/en$room/step"
			done
		done
	) >"$answer/codes-$n" 2>&1 &
done
wait
is 'twenty people write at once, each card twice: all are served' \
    "$(cat "$answer"/codes-* | sort | uniq -c | tr -s ' ')" ' 120 303'
is 'nothing is lost and nothing doubled' \
    "$(query 'SELECT count(*) FROM learn.card')" "$((before + 60))"
as lead "/fr$room"
is '  all are on the board' "$(grep -o 'card [1-3] of [0-9]*<' "$answer/body" |
    sort -u | wc -l)" 60

# --- what lies in the database ----------------------------------------------

pg_dump --data-only -n learn >"$answer/dump" 2>&1
ok 'a dump has the cards' grep -q 'COPY learn.card' "$answer/dump"
is '  but no nickname, card or code' "$(grep -ciE "zs.fia|neighbours|another one|papier|person [0-9]|card [0-9] of|$code|$(echo "$code" |
    tr -d -)|$resume" "$answer/dump")" 0
is 'no log says how to join' "$(grep -rliE "$(echo "$code" |
    tr -d -)|$code|neighbours" "$VAR/log" 2>/dev/null)" ''

# --- it goes ----------------------------------------------------------------

as lead "/fr$room"
send lead "/fr$room" action=end
as bo "/it$room/step"
has 'an ended session says so' 'terminato'
hasnt '  in place of boxes' '<textarea'
as lead "/fr$room"
send lead "/fr$room" action=extend
is 'it may be kept for longer' "$(query "SELECT kept_until - current_date
    FROM learn.space WHERE kind = 'session'")" 90
send lead "/fr$room" action=erase
as lead "/fr$room"
is 'it is erased by who says so twice' "$status" 200
send lead "/fr$room" action=erase sure=1
is '  then it is gone' "$status $(header Location)" '303 /fr/session'
is '  with all that was in it' "$(query "SELECT (SELECT count(*)
    FROM learn.card) + (SELECT count(*) FROM learn.member) + (SELECT count(*)
    FROM learn.space WHERE kind = 'session')")" 0
is '  and is noted, to be erased again after a restore' \
    "$(query "SELECT count(*) FROM learn.erased WHERE erased_on = current_date
    AND space_hash = sha256(decode('${room#/session/}', 'hex'))")" 1
query 'DELETE FROM learn.erased' >/dev/null
done_testing
