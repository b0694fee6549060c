# session_sheet.sh - a group fills in a worksheet together: nothing is lost,
# nothing doubled, nobody else sees it, and the tool stays as it is.

. tests/lib.sh
need_database

one=$answer/form

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
# answer, unless they are kept ($again)
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

# usage: carry [FORM]	what a form of the last answer holds, as curl sends it
carry() {
	perl -CSD -0ne '
		sub plain { my $t = shift; $t =~ s/&lt;/</g; $t =~ s/&gt;/>/g;
			$t =~ s/&quot;/"/g; $t =~ s/&amp;/&/g; $t }
		sub code { my $t = shift; utf8::encode($t);
			$t =~ s/([^A-Za-z0-9_.-])/sprintf "%%%02X", ord $1/ge; $t }
		($f) = /(<form [^>]*(?:id="work"|class="shapes").*?<\/form>)/s or exit;
		$f =~ s/<template>.*?<\/template>//gs;
		while ($f =~ /<input type="(hidden|text|date)"([^>]*)>/g) {
			($a) = ($2); ($n) = $a =~ / name="([^"]*)"/;
			($v) = $a =~ / value="([^"]*)"/;
			print code(plain($n)), "=", code(plain($v // "")), "\n";
		}
		while ($f =~ /<input type="checkbox"([^>]*) checked/g) {
			($n) = $1 =~ / name="([^"]*)"/; print code($n), "=1\n";
		}
		while ($f =~ /<textarea[^>]* name="([^"]*)"[^>]*>\n?(.*?)<\/textarea>/gs) {
			print code(plain($1)), "=", code(plain($2)), "\n";
		}' "$answer/body" >"${1:-$one}"
}

# usage: put NAME VALUE	in the form; VALUE as curl sends it
put() {
	grep -v "^$1=" "$one" >"$one.new"
	echo "$1=$2" >>"$one.new"
	mv "$one.new" "$one"
}

# usage: post WHO ACTION PATH
post() {
	as "$1" -H 'Sec-Fetch-Site: same-origin' \
	    --data "action=$2&$(paste -sd '&' "$one")" "$3"
}

# usage: come WHO LANG
come() {
	as "$1" "/$2/join"
	send "$1" "/$2/join" "code=$code" "name=$1" action=join
}

# usage: begin LANG WHO	a session; its place in $room, its code in $code
begin() {
	as "$2" "/$1/session/new?module=networks"
	send "$2" "/$1/session" module=networks
	room=$(header Location)
	room=${room#/$1}
	as "$2" "/$1$room"
	code=$(sed -n 's/.*class="join-code"[^>]*>\([^<]*\)<.*/\1/p' \
	    "$answer/body")
	resume=$(sed -n 's/.*class="code-words"[^>]*>\([^<]*\)<.*/\1/p' \
	    "$answer/body")
}

# usage: fields	of all worksheets
fields() {
	query "SELECT count(*) FROM learn.field WHERE worksheet_id = '\\x$id'"
}

# --- it begins --------------------------------------------------------------

begin fr lead
has 'who leads finds the way' "href=\"/fr$room/worksheet\""
come ana en
come bo sv
as ana "/en$room/step"
has 'so do members' "href=\"/en$room/worksheet\""
as ana "/en$room/board"
has 'and the board' "href=\"/en$room/worksheet\""
for tag in $(languages); do
	as ana "/$tag$room/worksheet"
	is "$tag: there is a list" "$status $(header Content-Language)" \
	    "200 $tag"
done
has 'the module’s own tools come first' 'value="start:partnership-a"'
ok '  really first' perl -0ne 'exit !/start:wt1.*<details.*start:needs-map/s' \
    "$answer/body"
as nobody "/fr$room/worksheet"
is 'who is not in it is asked for the code' "$status $(header Location)" \
    '303 /fr/join'
as ana "/en$room/worksheet"
send ana "/en$room/worksheet" action=start:wt1
sheet=$(header Location)
sheet=${sheet#/en}
id=${sheet##*/}
ok 'a member begins a worksheet' expr "$status $sheet" : \
    "303 $room/worksheet/[0-9a-f]\{32\}\$"
again=1
send ana "/en$room/worksheet" action=start:wt1
is 'twice is once' "$status $(header Location)" "303 /en$sheet"
is '  really' "$(query "SELECT count(*) FROM learn.worksheet
    WHERE space_id = '\\x${room##*/}'")" 1
unset again
for wrong in start:no-such-tool start:madame-s 'start:../x' start: start nonsense; do
	as ana "/en$room/worksheet"
	send ana "/en$room/worksheet" "action=$wrong"
	ok "$wrong begins nothing" expr "$status" : '40[04]$'
done

# --- filled in --------------------------------------------------------------

as ana "/en$sheet"
is 'it is there' "$status $(header Cache-Control)" '200 no-store'
has '  in its first version' 'Version 1 of the group’s worksheet'
has '  with the way to the tool' 'href="/en/tool/wt1"'
carry
cp "$one" "$answer/ana"
row=$(sed -n 's/^actions=//p' "$one")
put objective 'Secret+words+%3Cb%3E'
put "actions.$row.actions-description" 'Visit+the+workplace'
put _title 'Our+plan'
post ana save "/en$sheet"
is 'a member saves' "$status $(header Location)" "303 /en$sheet"
is 'nothing of it can be read' "$(query "SELECT count(*) FROM learn.field
    WHERE position('Secret'::bytea IN body) > 0")" 0
as bo "/sv$sheet"
has 'another reads it, in their language' 'Secret words &lt;b&gt;</textarea>'
has '  with the rows' 'Visit the workplace</textarea>'
has '  and the name' 'value="Our plan"'
as lead "/fr$room"
has 'who leads sees its name' '>Our plan</a>'
as bo "/sv$room/worksheet"
has 'the list says how much is filled in' '2 ifyllda fält'
etag=$(header ETag)
as bo -H "If-None-Match: $etag" "/sv$room/worksheet"
is '  and nothing when nothing is new' "$status $(wc -c <"$answer/body")" '304 0'
as bo "/sv$sheet"
etag=$(header ETag)
as bo -H "If-None-Match: $etag" "/sv$sheet"
is 'so does the worksheet' "$status $(wc -c <"$answer/body")" '304 0'
as nobody -H "If-None-Match: $etag" "/sv$sheet"
is '  to nobody else' "$status" 303
as lead "/fr$room/step"
send lead "/fr$room" action=timer minutes=3
as bo -H "If-None-Match: $etag" "/sv$sheet"
is 'what happens elsewhere in the session is nothing new' "$status" 304

# --- two at once ------------------------------------------------------------

as ana "/en$sheet"
carry "$answer/ana"
as bo "/sv$sheet"
carry "$answer/bo"
cp "$answer/ana" "$one"
put objective 'hers'
put phase 'her+phase'
post ana save "/en$sheet"
as bo -H "If-None-Match: $etag" "/sv$sheet"
is 'then there is something new' "$status" 200
cp "$answer/bo" "$one"
put objectives 'only+his'
post bo save "/sv$sheet"
is 'who changed another field is not in the way' "$status" 303
cp "$answer/bo" "$one"
put key "$(value key)"
put objective 'his'
as bo "/sv$sheet"
put key "$(value key)"
put token "$(value token)"
post bo save "/sv$sheet"
is 'who changed the same gets both' "$status" 409
has '  what she saved' '<blockquote class="said">hers</blockquote>'
ok '  and both in the box' perl -0ne 'exit !/>\s*hers\n\nhis<\/textarea>/' \
    "$answer/body"
carry
put objective 'hers+and+his'
post bo save "/sv$sheet"
is '  then it is saved' "$status" 303
as ana "/en$sheet"
has '  for all' 'hers and his</textarea>'
has 'and nothing else was touched' 'value="her phase"'
has '  nothing' 'only his</textarea>'

as ana "/en$sheet"
carry "$answer/ana"
as bo "/sv$sheet"
carry "$answer/bo"
cp "$answer/ana" "$one"
put actions "$row+AAAA"
put actions.AAAA.actions-description 'her+row'
post ana save "/en$sheet"
cp "$answer/bo" "$one"
put actions "$row+BBBB"
put actions.BBBB.actions-description 'his+row'
post bo save "/sv$sheet"
is 'two add a row: nobody is asked' "$status" 303
as bo "/sv$sheet"
has '  and there is hers' 'her row</textarea>'
has '  and his' 'his row</textarea>'
carry
put actions "BBBB+$row+AAAA"
post bo save "/sv$sheet"
as ana "/en$sheet"
is 'rows are moved' "$(value actions)" "BBBB $row AAAA"
carry
put actions "BBBB+$row"
sed -i '/^actions\.AAAA/d' "$one"
post ana save "/en$sheet"
as bo "/sv$sheet"
is 'and taken away' "$(value actions)" "BBBB $row"
hasnt '  with their words' 'her row'
carry
post bo add:actions "/sv$sheet"
is 'without a script a row comes with a button' "$status $(value actions |
    wc -w)" '200 3'
put token 00000000000000000000000000000000
post bo save "/sv$sheet"
is 'a form that is not ours is refused' "$status" 403
as bo -H 'Sec-Fetch-Site: cross-site' --data "action=save&$(paste -sd '&' "$one")" "/sv$sheet"
is 'nor is one from another site taken' "$status" 403
before=$(fields)
as bo "/sv$sheet"
carry
put forged 'x'
put _hidden.objective 1
put _label.objective 'forged'
put _added.ZZZZ '1+text'
put v.forged 1.000000000000
put 'actions.KKKK.actions-description' 'no+such+row'
put "actions.$row.forged" 'x'
post bo save "/sv$sheet"
is 'names that the tool does not have are not kept' "$status $(fields)" \
    "303 $before"
as bo "/sv$sheet"
has '  nor do they change the copy' 'id="objective"'

# --- the group's copy -------------------------------------------------------

as ana "/en$sheet/copy"
is 'the group may change its copy' "$status" 200
carry "$answer/copy"
cp "$answer/copy" "$one"
put _label.objective 'What+we+want+%3Ci%3E'
put _hidden.phase 1
put _hidden.actions-timing 1
put new.label 'Who+pays'
put new.type longtext
post ana save "/en$sheet/copy"
is 'hides, renames and adds' "$status $(header Location)" "303 /en$sheet"
as bo "/sv$sheet"
has '  for all' '>What we want &lt;i&gt;</label>'
hasnt '  a field is gone' 'id="phase"'
hasnt '  and a column' 'actions-timing'
has '  another is there' '>Who pays</label>'
has '  and all see that it is another version' 'Version 2 av gruppens arbetsblad'
is '  the words of a hidden field stay' "$(query "SELECT count(*)
    FROM learn.field WHERE worksheet_id = '\\x$id' AND name = 'phase'")" 1
added=$(query "SELECT substr(name, 8) FROM learn.field
    WHERE worksheet_id = '\\x$id' AND name LIKE '\_added.%'")
carry
put "$added" 'The+region'
post bo save "/sv$sheet"
is 'the added field takes words' "$status" 303
as ana "/en$sheet"
has '  for all' 'The region</textarea>'
is 'the hidden field’s words are still there' "$(query "SELECT count(*)
    FROM learn.field WHERE worksheet_id = '\\x$id' AND name = 'phase'")" 1
is 'its names cannot be read' "$(query "SELECT count(*) FROM learn.field
    WHERE position('pays'::bytea IN body) > 0 OR position('want'::bytea IN body) > 0")" 0
get /en/worksheet/wt1
hasnt 'the tool stays as it is' 'What we want'
has '  with all its fields' 'id="phase"'
as bo "/sv$room/worksheet"
has 'the list counts no names of fields' '5 ifyllda fält'
as bo "/sv$sheet/copy"
carry
cp "$answer/copy" "$one.old"
put _label.objective 'Another+name'
post bo save "/sv$sheet/copy"
is 'one renames it again' "$status" 303
as ana "/en$sheet/copy"
cp "$one.old" "$one"
put key "$(value key)"
put token "$(value token)"
put _label.objective 'Third+name'
post ana save "/en$sheet/copy"
is 'another does at the same time and is told' "$status" 409
has '  what the other said' 'Another name</blockquote>'
has '  and keeps her own' 'value="Third name"'
carry
post ana save "/en$sheet/copy"
is '  and decides' "$status" 303
as bo "/sv$sheet"
has '  for all' '>Third name</label>'
as ana "/en$sheet/copy"
carry
put _label.objective ''
sed -i '/^_hidden/d' "$one"
post ana save "/en$sheet/copy"
as bo "/sv$sheet"
has 'all of it can be taken back' 'id="phase"'
has '  with its words' 'value="her phase"'
hasnt '  and the name' 'Third name'
as ana "/en$sheet/copy"
carry
put _label.objective "$(head -c 500 /dev/zero | tr '\0' x)"
post ana save "/en$sheet/copy"
is 'a name is no book' "$status" 413
has '  and comes back' xxxxxxxxxx
n=1
while [ $n -lt 30 ]; do
	n=$((n + 1))
	as ana "/en$sheet/copy"
	carry
	put new.label "Field+$n"
	post ana save "/en$sheet/copy"
	[ "$status" = 303 ] || echo "# field $n: $status"
done
as ana "/en$sheet/copy"
carry
put new.label 'One+too+many'
put _label.phase 'Moment'
post ana save "/en$sheet/copy"
is 'there are thirty fields of one’s own, no more' "$status" 413
has '  which is said' 'the 30 fields that a group may add'
has '  and nothing is lost' 'value="One too many"'
has '  nothing' 'value="Moment"'
as bo "/sv$sheet"
ok 'added fields stand in the order they came' perl -0ne \
    'exit !/>Who pays<.*>Field 2<.*>Field 9<.*>Field 10<.*>Field 30</s' \
    "$answer/body"

# --- taken away -------------------------------------------------------------

as bo "/sv$sheet/copy"
carry
put _hidden.phase 1
put _label.objective 'Mål+för+alla'
post bo save "/sv$sheet/copy"
as bo "/sv$sheet/print"
is 'it can be printed' "$status" 200
has '  as the group has it' 'Mål för alla'
hasnt '  without what it hides' 'her phase'
has '  with what it added' 'The region'
has '  and its version' 'av gruppens arbetsblad'
as bo "/sv$sheet/file.csv"
is 'there is a table' "$status $(header Content-Type)" \
    '200 text/csv; charset=utf-8; header=present'
has '  as the group has it' 'Mål för alla'
hasnt '  without what it hides' 'her phase'
has '  with what it added' 'The region'
as bo "/sv$sheet/file.odt"
is 'and a document' "$status $(header Content-Type)" \
    '200 application/vnd.oasis.opendocument.text'
cp "$answer/body" "$answer/sheet.odt"
ok '  as the group has it' sh -c "unzip -p '$answer/sheet.odt' content.xml |
    grep -F 'Mål för alla' && ! unzip -p '$answer/sheet.odt' content.xml |
    grep -F 'her phase'"
as nobody "/sv$sheet/file.csv"
is 'for members only' "$status" 303

# --- not theirs -------------------------------------------------------------

mine=$sheet mine_id=$id mine_room=$room mine_code=$code mine_resume=$resume
begin en rival
for page in '' /copy /print /file.odt /file.csv; do
	as rival "/en$room/worksheet/$mine_id$page"
	is "another session’s worksheet is not there$page" "$status" 404
	as rival "/en$mine$page"
	is "  nor is the session open$page" "$status" 303
done
as rival "/en$room/worksheet"
hasnt 'nor is it listed' 'Our plan'
send rival "/en$room/worksheet" action=start:wt1
theirs=$(header Location)
as rival "$theirs"
carry
put objective 'theirs'
post rival save "/en$mine"
is 'a form of one session is none of another' "$status" 403
post rival save "/en$room/worksheet/$mine_id"
is '  nor of a worksheet that is not there' "$status" 409
has '  its words are given back' 'theirs</textarea>'
as ana "/en$mine"
carry
put objective 'hers+alone'
as ana -H 'Sec-Fetch-Site: same-origin' --data \
    "action=save&$(paste -sd '&' "$one")" "$theirs"
is 'a member of one cannot write in another' "$status" 403
is '  nothing came of it' "$(query "SELECT count(*) FROM learn.field
    WHERE worksheet_id = '\\x${theirs##*/}' AND name = 'objective'")" 0
for wrong in 0 "${mine_id}0" "-$mine_id" "$(echo "$mine_id" | tr 'a-f0-9' 'f0-9a-e')"; do
	as ana "/en$mine_room/worksheet/$wrong"
	is "$wrong is none" "$status" 404
done
as ana /en/worksheet/wt1
hasnt 'a person’s own worksheets are apart' "$mine_id"
as ana "/en/worksheet/wt1/$mine_id"
is '  really' "$status" 404
as rival "/en$room"
send rival "/en$room" action=erase sure=1
sheet=$mine id=$mine_id room=$mine_room code=$mine_code resume=$mine_resume

# --- twenty at once ---------------------------------------------------------

as lead "/fr$room/worksheet"
send lead "/fr$room/worksheet" action=start:wt1
crowd=$(header Location)
crowd=${crowd#/fr}
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	come "p$n" en
	as "p$n" "/en$crowd"
	carry "$answer/p$n"
done
# usage: try N FORM	sends it, and what comes back again, until it is kept
try() {
	for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
		code=$(curl -sS --max-time 60 -o "$answer/back-$1" \
		    -w '%{http_code}' -b "$answer/jar-p$1" \
		    --data "action=save&$(paste -sd '&' "$2")" "$base/en$crowd")
		echo "$code" >>"$answer/codes-$1"
		[ "$code" = 409 ] || return
		cp "$answer/back-$1" "$answer/body.$1"
		(answer=$answer/dir-$1; mkdir -p "$answer"
		cp "$answer/../back-$1" "$answer/body"; carry "$2")
	done
}
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	(
		one=$answer/p$n
		put objective "word+$n+of+all"
		put "actions" "$(sed -n 's/^actions=//p' "$one")+R$n"
		put "actions.R$n.actions-description" "row+of+$n"
		try $n "$one"
		try $n "$one"
	) 2>"$answer/trouble-$n" &
done
wait
is 'twenty write in one field: all are served' "$(cat "$answer"/codes-* | sort -u |
    tr '\n' ' ')" '303 409 '
as lead "/fr$crowd"
is 'nothing is lost' "$(grep -o 'word [0-9]* of all' "$answer/body" | sort -u |
    wc -l)" 20
is '  nothing doubled' "$(grep -o 'word [0-9]* of all' "$answer/body" | wc -l)" 20
is 'twenty rows are there' "$(grep -o 'row of [0-9]*</textarea>' "$answer/body" | sort -u |
    wc -l)" 20
is '  once each' "$(grep -o 'row of [0-9]*</textarea>' "$answer/body" | wc -l)" 20

as lead "/fr$room/worksheet"
send lead "/fr$room/worksheet" action=start:needs-map
crowd=$(header Location)
crowd=${crowd#/fr}
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	as "p$n" "/en$crowd/copy"
	carry "$answer/p$n"
done
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	(one=$answer/p$n
	put new.label "Own+$n"
	curl -sS --max-time 60 -o /dev/null -w '%{http_code}\n' \
	    -b "$answer/jar-p$n" \
	    --data "action=save&$(paste -sd '&' "$one")" \
	    "$base/en$crowd/copy" >"$answer/copies-$n") &
done
wait
is 'twenty add a field each: nobody is in the way' "$(cat "$answer"/copies-* |
    sort | uniq -c | tr -s ' ')" ' 20 303'
as lead "/fr$crowd"
is '  and all are there' "$(grep -o '>Own [0-9]*</label>' "$answer/body" | sort -u |
    wc -l)" 20
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	as "p$n" "/en$crowd"
	carry "$answer/p$n"
	query "SELECT substr(name, 8) FROM learn.field WHERE name LIKE '\_added.%'
	    AND worksheet_id = '\\x${crowd##*/}' ORDER BY name LIMIT 1
	    OFFSET $((n - 1))" >"$answer/own-$n"
done
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	(one=$answer/p$n
	put "$(cat "$answer/own-$n")" "mine+$n."
	for twice in 1 2; do
		curl -sS --max-time 60 -o /dev/null -w '%{http_code}\n' \
		    -b "$answer/jar-p$n" \
		    --data "action=save&$(paste -sd '&' "$one")" \
		    "$base/en$crowd"
	done >"$answer/copies-$n") &
done
wait
is 'twenty write in fields of their own, twice: nobody is in the way' \
    "$(cat "$answer"/copies-* | sort | uniq -c | tr -s ' ')" ' 40 303'
as lead "/fr$crowd"
is '  and all is there, once' "$(grep -o 'mine [0-9]*\.' "$answer/body" | sort |
    uniq -c | awk '$1 == 1' | wc -l)" 20

# --- how many ---------------------------------------------------------------

n=$(query "SELECT count(*) FROM learn.worksheet WHERE space_id = '\\x${room##*/}'")
while [ "$n" -lt 40 ]; do
	n=$((n + 1))
	as ana "/en$room/worksheet"
	send ana "/en$room/worksheet" action=start:wt2
	[ "$status" = 303 ] || echo "# worksheet $n: $status"
done
again=1
send ana "/en$room/worksheet" action=start:wt2
unset again
is 'the last, sent again, is the last' "$status" 303
as ana "/en$room/worksheet"
send ana "/en$room/worksheet" action=start:wt2
is 'there are forty worksheets, no more' "$status" 413
has '  which is said' 'already has 40 worksheets'
has '  with the way to them' 'Our plan'
last=$(query "SELECT encode(worksheet_id, 'hex') FROM learn.worksheet
    WHERE space_id = '\\x${room##*/}' AND tool = 'wt2' LIMIT 1")
as ana "/en$room/worksheet/$last"
hasnt 'a member does not erase one' 'value="erase"'
send ana "/en$room/worksheet/$last" action=erase
as ana "/en$room/worksheet/$last"
is '  not by force either' "$status" 200
carry "$answer/ana"
as lead "/fr$room/worksheet/$last"
send lead "/fr$room/worksheet/$last" action=erase
is 'who leads does' "$status $(header Location)" "303 /fr$room/worksheet"
cp "$answer/ana" "$one"
put learned 'late+words'
post ana save "/en$room/worksheet/$last"
is 'who writes in it then is told' "$status" 409
has '  and gets the words back' 'late words</textarea>'

# --- suspended, handed over -------------------------------------------------

as ana "/en$sheet"
carry "$answer/ana"
as lead "/fr$room"
send lead "/fr$room" action=pause
cp "$answer/ana" "$one"
put objective 'too+late'
post ana save "/en$sheet"
is 'in a suspended session a member saves nothing' "$status" 403
has '  the words are still there' 'too late</textarea>'
has '  and it is said why' 'suspended or has ended: nothing was saved'
as ana "/en$sheet"
is '  it is read' "$status" 200
hasnt '  not written' 'id="work"'
has '  with all that is in it' 'hers and his'
as ana "/en$sheet/copy"
hasnt '  nor changed' '<form class="shapes"'
cp "$answer/copy" "$one"
put new.label 'Sneaked+in'
as ana "/en$sheet/copy"
put key 0123456789abcdef0123456789abcdef
post ana save "/en$sheet/copy"
is '  not by force either' "$status" 403
as ana "/en$room/worksheet"
hasnt '  nor is one begun' 'start:'
as ana "/en$sheet/file.csv"
is '  but taken away' "$status" 200
as other /sv/session
send other /sv/session/lead "code=$resume"
is 'somebody else leads on' "$status" 303
as other "/sv$sheet"
has '  with all worksheets' 'hers and his</textarea>'
carry
put objectives 'another+hand'
post other save "/sv$sheet"
is '  and may write while it is suspended' "$status" 303
as other "/sv$room"
send other "/sv$room" action=open
as ana "/en$sheet"
has 'resumed, members write again' 'id="work"'
as other "/sv$room"
send other "/sv$room" action=end
as ana "/en$sheet/print"
is 'an ended one is read and printed' "$status" 200
as ana "/en$sheet"
hasnt '  not written' 'id="work"'

# --- what lies in the database ----------------------------------------------

pg_dump --data-only -n learn >"$answer/dump" 2>&1
is 'a dump has no word of it' "$(grep -ciE "hers and his|our plan|who pays|own 1[0-9]|word [0-9]* of all|mål för|6865727320616e6420686973" "$answer/dump")" 0
as other "/sv$room"
send other "/sv$room" action=erase sure=1
is 'they go with the session' "$(query "SELECT count(*) FROM learn.worksheet
    WHERE space_id = '\\x${room##*/}'")" 0
query 'DELETE FROM learn.erased' >/dev/null
done_testing
