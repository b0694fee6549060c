# worksheet_save.sh - a professional keeps a worksheet, finds it again, loses
# no word to another device, and takes it up in the follow-up worksheet.

. tests/lib.sh
need_database

jar=$answer/jar
one=$answer/form

see() {
	get -b "$jar" -c "$jar" "$@"
}

# What the form of the last answer holds, as curl would send it: hidden
# fields, boxes and choices.  The browser test fills in; here a line a value.
# usage: carry
carry() {
	perl -CSD -0ne '
		sub plain { my $t = shift; $t =~ s/&lt;/</g; $t =~ s/&gt;/>/g;
			$t =~ s/&quot;/"/g; $t =~ s/&amp;/&/g; $t }
		sub code { my $t = shift; utf8::encode($t);
			$t =~ s/([^A-Za-z0-9_.-])/sprintf "%%%02X", ord $1/ge; $t }
		($f) = /(<form id="work".*?<\/form>)/s or exit;
		$f =~ s/<template>.*?<\/template>//gs;
		while ($f =~ /<input type="(hidden|text|date)"([^>]*)>/g) {
			($a) = ($2); ($n) = $a =~ / name="([^"]*)"/;
			($v) = $a =~ / value="([^"]*)"/;
			print code(plain($n)), "=", code(plain($v // "")), "\n";
		}
		while ($f =~ /<textarea[^>]* name="([^"]*)"[^>]*>\n?(.*?)<\/textarea>/gs) {
			print code(plain($1)), "=", code(plain($2)), "\n";
		}' "$answer/body" >"$one"
}

# usage: put NAME VALUE	in the form; VALUE as curl sends it
put() {
	grep -v "^$1=" "$one" >"$one.new"
	echo "$1=$2" >>"$one.new"
	mv "$one.new" "$one"
}

# usage: send ACTION PATH
send() {
	see -H 'Sec-Fetch-Site: same-origin' --data "action=$1&$(paste -sd '&' "$one")" "$2"
}

# usage: kept	how many fields there are
kept() {
	query "SELECT count(*) FROM learn.field"
}

# --- the first save ---------------------------------------------------------

before=$(kept)
see /fr/worksheet/wt1
carry
row=$(sed -n 's/^actions=//p' "$one")
put _title 'Carnet+%C3%A9t%C3%A9'
put objective 'Secret+words+%3Cb%3E'
put objectives 'Six+booklets'
put "actions.$row.actions-description" 'Visit+the+workplace'
put "actions.$row.actions-timing" 'Week+1'
send save /fr/worksheet/wt1
saved=$(header Location)
ok 'a worksheet is kept, at an address of its own' expr "$status $saved" : \
    '303 /fr/worksheet/wt1/[0-9a-f]\{32\}$'
ok 'with a cookie' expr "$(header Set-Cookie)" : 'profint=[0-9a-f]\{64\};'
id=${saved##*/}
is 'only what was answered' "$(($(kept) - before))" 6
is 'and nothing of it can be read' "$(query "SELECT count(*) FROM learn.field
    WHERE position('Secret'::bytea IN body) > 0")" 0
get -H 'Sec-Fetch-Site: same-origin' --data "action=save&$(paste -sd '&' "$one")" \
    /fr/worksheet/wt1
is 'the same form sent twice is one worksheet' "$status $(header Location) $(
    query "SELECT count(*) FROM learn.worksheet
    WHERE worksheet_id = '\\x$id'")" "303 $saved 1"

see "$saved"
is 'it is found again' "$status" 200
is 'kept by nobody on the way' "$(header Cache-Control)" no-store
has 'with its words' 'Secret words &lt;b&gt;</textarea>'
has 'its rows' 'Visit the workplace</textarea>'
has 'and its name' 'value="Carnet été"'
see /sv/worksheet/wt1
has 'the tool lists it' ">Carnet été</a>"
has 'in the reader’s language' "href=\"/sv/worksheet/wt1/$id\""
hasnt 'other tools do not' "/sv/worksheet/wt2/$id"
see /en/worksheet/wt2
hasnt 'really not' 'Carnet été'
get "$saved"
is 'without the cookie it is not there' "$status" 404
get /fr/worksheet/wt1
hasnt 'and not listed' 'Carnet été'
see "/fr/worksheet/wt2/$id"
is 'nor is it a worksheet of another tool' "$status" 404
for wrong in 0 "${id}0" "$(echo "$id" | tr 'a-f0-9' 'f0-9a-e')" "-$id"; do
	see "/fr/worksheet/wt1/$wrong"
	is "$wrong is none" "$status" 404
done

# --- two devices ------------------------------------------------------------

see "$saved"
carry
put objective 'mine'
cp "$one" "$answer/mine"
see "$saved"
carry
put objective 'theirs'
put phase 'theirs+alone'
send save "$saved"
is 'one device saves' "$status" 303
cp "$answer/mine" "$one"
send save "$saved"
is 'the other gets both texts' "$status" 409
has 'what the first saved' '<blockquote class="said">theirs</blockquote>'
ok 'and both in the box' perl -0ne 'exit !/>\s*theirs\n\nmine<\/textarea>/' \
    "$answer/body"
has 'with a sentence' 'role="alert"'
carry
put objective 'theirs+and+mine'
send save "$saved"
is 'saved again nothing is in the way' "$status" 303
see "$saved"
has 'and it is what was put together' 'theirs and mine</textarea>'
has 'what only one had changed is there' 'value="theirs alone"'
carry
send save "$saved"
is 'saving without a change' "$status" 303
see "$saved"
carry
put "actions" "$row+N3W"
put 'actions.N3W.actions-description' 'new+row'
cp "$one" "$answer/mine"
see "$saved"
carry
put "actions" "$row+AAAA"
put 'actions.AAAA.actions-description' 'other+row'
send save "$saved"
cp "$answer/mine" "$one"
send save "$saved"
is 'rows added on both' "$status" 409
has 'one' 'new row</textarea>'
has 'and the other' 'id="actions.AAAA.actions-description"'
carry
send save "$saved"
see "$saved"
has 'are both kept' 'new row</textarea>'
has 'really both' 'other row</textarea>'
carry
put actions "$row"
send save "$saved"
see "$saved"
hasnt 'a row that was removed is gone' 'new row'

# --- refused, and given back ------------------------------------------------

see "$saved"
carry
put objective 'still+here'
put token 00000000000000000000000000000000
send save "$saved"
is 'a form that is not ours is refused' "$status" 403
has 'and comes back filled' 'still here</textarea>'
see "$saved"
carry
see -H 'Sec-Fetch-Site: cross-site' --data "action=save&$(paste -sd '&' "$one")" "$saved"
is 'nor is one from another site taken' "$status" 403
for action in add:actions show; do
	put objective 'not+yet'
	send "$action" "$saved"
	is "$action: only the page changes" "$status" 200
	has "$action: with what was typed" 'not yet</textarea>'
done
see "$saved"
has 'nothing of it is kept' 'theirs and mine</textarea>'
carry
put objective 'on+paper'
put action show
send show "$saved/print"
has 'paper takes what is typed' 'on paper'
see "$saved/print"
has 'or what is kept' 'theirs and mine'

# --- follow up --------------------------------------------------------------

see "$saved"
has 'the follow-up is offered' "/fr/worksheet/wt2?follows=$id"
see "/fr/worksheet/wt2?follows=$id"
is 'it begins' "$status" 200
has 'with what was planned beside' 'Six booklets'
hasnt 'what nobody wrote is not' '<h3>Points de progrès visés</h3>'
has 'and the same rows' "value=\"$row\""
has 'each with its action' "id=\"actions.$row.actions-action\""
has 'in words' 'Visit the workplace</textarea>'
carry
put "actions.$row.actions-done" 'Five+visits'
put learned 'A+lot'
send save /fr/worksheet/wt2
second=$(header Location)
ok 'it is kept' expr "$status $second" : '303 /fr/worksheet/wt2/'
see "$second"
has 'with its own words' 'Five visits</textarea>'
has 'and those before it' 'Six booklets'
has 'which can be opened' "href=\"/fr/worksheet/wt1/$id\""
get "/fr/worksheet/wt2?follows=$id"
is 'somebody else begins with nothing' "$status" 200
hasnt 'of another person' 'Six booklets'
see "/fr/worksheet/wt2?follows=$(echo "$id" | tr 'a-f0-9' 'f0-9a-e')"
is 'nor does one that is not there matter' "$status" 200
see /fr/worksheet/wt2?follows=../x
is 'nor nonsense' "$status" 200

# --- the story, for others --------------------------------------------------

see "$second/story"
is 'both make a story' "$status" 200
has 'from the first' 'Six booklets'
has 'and the second' 'A lot'
has 'with a sheet to sign' 'class="consent'
get "$second/story"
is 'which only its owner sees' "$status" 404

# --- erase ------------------------------------------------------------------

see "$saved"
carry
cp "$one" "$answer/mine"
send erase "$saved"
is 'a worksheet is erased' "$status $(header Location)" '303 /fr/worksheet/wt1'
see "$saved"
is 'and is not there' "$status" 404
is 'nor any of its fields' "$(query "SELECT count(*) FROM learn.field
    WHERE worksheet_id = '\\x$id'")" 0
see "$second"
is 'what followed it stays' "$status" 200
cp "$answer/mine" "$one"
put objective 'late'
put key 0123456789abcdef0123456789abcdef
see "$second"
key=$(grep -o 'name="key" value="[^"]*"' "$answer/body" | head -n 1 | cut -d '"' -f 4)
token=$(grep -o 'name="token" value="[^"]*"' "$answer/body" | head -n 1 | cut -d '"' -f 4)
put key "$key"
put token "$token"
send save "$saved"
is 'who saves it late is told' "$status" 409
has 'and loses no word' 'late</textarea>'
carry
send save /fr/worksheet/wt1
ok 'saved again it is a new one' expr "$status $(header Location)" : \
    '303 /fr/worksheet/wt1/'

# --- too much ---------------------------------------------------------------

see /fr/worksheet/wt1
carry
put objective "$(head -c 65000 /dev/zero | tr '\0' x)"
long=$answer/long
{ printf 'action=save&'; paste -sd '&' "$one"; } | tr -d '\n' >"$long"
see -H 'Sec-Fetch-Site: same-origin' --data "@$long" /fr/worksheet/wt1
is 'a long text is kept' "$status" 303
see "$(header Location)"
is 'whole' "$(tr -cd x <"$answer/body" | wc -c | awk '{ print ($1 >= 65000) }')" 1

done_testing
