# worksheet.sh - a professional fills in a tool and keeps nothing here: what
# was typed comes back as typed, and goes to paper.

. tests/lib.sh

form=$answer/form
print=/en/worksheet/partnership-a/print

# usage: is_field NAME VALUE	the form shows this line of a value
is_field() {
	ok "$1 came back" grep -qF -e "$2" "$answer/body"
}

# The rows of a table, in their order.
# usage: rows TABLE
rows() {
	sed -n "s/.*<input type=\"hidden\" data-ids=\"\" name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" \
	    "$answer/body"
}

# --- the empty form ---------------------------------------------------------

tools=$(ls i18n/content/tool)
for tool in $tools; do
	get "/sv/worksheet/$tool"
	is "$tool can be filled in" "$status" 200
	is "$tool: every field of its page is in the form" "$(
	    grep -oE '<(label for|legend|p class="label")' "$answer/body" |
	    wc -l | awk '{ print ($1 > 3) }')" 1
	is "$tool: and no cookie is set" "$(header Set-Cookie)" ''
done
for tag in $(languages); do
	get "/$tag/worksheet/wt1"
	is "$tag: the form is in this language" \
	    "$status $(header Content-Language)" "200 $tag"
	is "$tag: and kept by nobody" "$(header Cache-Control)" no-store
	has "$tag: search engines leave it out" 'content="noindex"'
	has "$tag: a field has its help" 'aria-describedby="objective.help"'
	has "$tag: and its example folded" '<details class="example">'
	has "$tag: a field about people is watched" \
	    '<textarea rows="5" data-person="" id="diagnosis"'
	is "$tag: a table has a row" "$(rows actions | wc -w)" 1
	for other in $(languages); do
		has "$tag: it goes on in $other with what was typed" \
		    "formaction=\"/$other/worksheet/wt1\" lang=\"$other\""
	done
done
get /fr/worksheet/nope
is 'no tool, no form' "$status" 404
get /fr/worksheet/madame-s
is 'a case is no tool' "$status" 404
get /fr/worksheet/wt1/
is 'with a slash too many it is found again' \
    "$status $(header Location)" '301 /fr/worksheet/wt1'

get /fr/tool/wt1
has 'the tool leads to its form' 'href="/fr/worksheet/wt1"'
has 'to a blank sheet' 'href="/fr/tool/wt1/blank"'
has 'and to its example' 'href="/fr/tool/wt1/example"'

# --- rows without JavaScript ------------------------------------------------

cat >"$form" <<END
_title=Our+first&situation=a%0D%0Ab&needs=K7+P2+Q9&needs.K7.needs-need=seven&
needs.P2.needs-need=two&needs.Q9.needs-need=nine&needs.P2.needs-cover=needs-cover-2
END
post() {
	action=$1
	shift
	get --data "$(tr -d '\n' <"$form")&action=$action" "$@"
}
post add:needs /en/worksheet/partnership-a
is 'a row is added' "$status $(rows needs | wc -w)" '200 4'
is 'behind the others' "$(rows needs | cut -d ' ' -f 1-3)" 'K7 P2 Q9'
is 'one goes on in it' "$(grep -c ' autofocus' "$answer/body")" 1
is_field 'the name' 'value="Our first"'
is_field 'a first line' '>
a'
has 'a second line came back too' 'b</textarea>'
has 'and what was chosen' '<option value="needs-cover-2" selected>'
post up:needs.Q9 /en/worksheet/partnership-a
is 'a row goes up' "$(rows needs)" 'K7 Q9 P2'
post down:needs.K7 /en/worksheet/partnership-a
is 'or down' "$(rows needs)" 'P2 K7 Q9'
post remove:needs.P2 /en/worksheet/partnership-a
is 'or away' "$(rows needs)" 'K7 Q9'
hasnt 'with its words' '>two</textarea>'
has 'the others have theirs' 'nine</textarea>'
for nothing in up:needs.K7 down:needs.Q9 remove:needs.XX up:situation.K7 \
    add:situation add:none add: : remove:needs. ..:needs.K7 sing:needs.K7 \
    '%3Cb%3E' 'up:needs.K7.x'; do
	post "$nothing" /en/worksheet/partnership-a
	is "$nothing changes nothing" "$status $(rows needs)" '200 K7 P2 Q9'
done

# --- another language, everything typed -------------------------------------

post show /sv/worksheet/partnership-a
is 'in Swedish it goes on' "$status $(header Content-Language)" '200 sv'
has 'with what was typed' 'seven</textarea>'
has 'and what was chosen, in Swedish' \
    '<option value="needs-cover-2" selected>Delvis</option>'

# --- paper ------------------------------------------------------------------

post show $print
is 'the sheet is filled in for paper' "$status" 200
is 'and kept by nobody' "$(header Cache-Control)" no-store
is 'with no cookie' "$(header Set-Cookie)" ''
has 'its name stands on it' '<p class="lead">Our first</p>'
has 'what was typed' '<td class="said">seven</td>'
has 'what was chosen, in words' '<td class="said">Partly</td>'
has 'empty fields are lines' '<p class="write'
has 'one can go on filling in' 'name="needs.K7.needs-need" value="seven"'
has 'in other languages too' 'formaction="/it/worksheet/partnership-a/print"'
get -H 'Cookie: a=b' --data 'situation=x' $print
is 'with a strange cookie as well' "$status" 200
get $print
is 'without a form one begins with it' "$status $(header Location)" \
    '303 /en/worksheet/partnership-a'
get --data 'q01=yes&q01.matters=q01-3&q02=perhaps&q03.matters=q01-3' \
    /en/worksheet/learning-questionnaire/print
has 'progress and how much it matters' \
    'class="said">I made progress – Very important<'
is 'an answer nobody can choose is none' \
    "$(grep -c 'class="said"' "$answer/body")" 1
get --data 'f01=f01-2&f02=f01-2' /fr/worksheet/factor-self-assessment/print
is 'nor one of another field' "$(grep -c 'class="said"' "$answer/body")" 1
post show /it/tool/partnership-a
is 'a public page takes no form' "$status" 405

# --- hostile forms ----------------------------------------------------------

get --data-urlencode 'situation=</textarea><script>alert(1)</script>"&amp;' \
    --data-urlencode '_title="><img src=x onerror=alert(1)>' \
    --data-urlencode '"><b>=x' --data-urlencode 'needs="><i> K7 k7 ../ é' \
    --data-urlencode 'needs.K7.needs-need=<!--' /fr/worksheet/partnership-a
is 'markup is only text' "$status" 200
hasnt 'no tag of theirs' '<script>alert'
hasnt 'none in an attribute' '<img src=x'
has 'it comes back as typed' '&lt;/textarea&gt;&lt;script&gt;'
is 'only names of rows are rows' "$(rows needs)" K7
hasnt 'unknown fields are left out' '<b>'
cp "$answer/body" "$answer/first"
get --data 'needs=K7+K7+P2+K7' /fr/worksheet/partnership-a
is 'a row is there once' "$(rows needs)" 'K7 P2'
get --data 'needs.K7.needs-need=lost' /fr/worksheet/partnership-a
hasnt 'a cell without its row is nothing' lost

for bad in 'a=%FF' 'a=%C0%AF' 'a=%00' 'a=%1b' 'a%0a=b' 'a=%4' 'a=%ED%A0%80'; do
	get --data "$bad" /fr/worksheet/wt1
	is "$bad is refused" "$status" 400
done
get -H 'Content-Type: text/plain' --data 'a=b' /fr/worksheet/wt1
is 'only forms are forms' "$status" 400
get -F 'a=b' /fr/worksheet/wt1
is 'a form of several parts is one' "$status" 200
get -X POST /fr/worksheet/wt1
is 'an empty form is one' "$status" 200
get -H 'Content-Type: APPLICATION/x-www-form-urlencoded; charset=utf-8' \
    --data 'objective=here' /fr/worksheet/wt1
has 'a charset is no obstacle' 'here</textarea>'

long=$answer/long
{ printf 'objective='; head -c 65536 /dev/zero | tr '\0' x; } >"$long"
get --data "@$long" /fr/worksheet/wt1
is 'a very long answer is one' "$status" 200
ok 'and comes back whole' test "$(tr -cd x <"$answer/body" | wc -c)" -ge 65536
printf x >>"$long"
get --data "@$long" /fr/worksheet/wt1
is 'a letter more is refused' "$status" 413
{ for i in 1 2 3 4 5 6 7 8; do
	printf 'n%s=' "$i"
	head -c 65600 /dev/zero | tr '\0' x
	printf '&'
done; } >"$long"
get --data "@$long" /fr/worksheet/wt1
is 'a form over half a megabyte is refused' "$status" 413

# usage: many ROWS	a form with so many rows
many() {
	awk -v n="$1" 'BEGIN {
		printf "actions="
		for (i = 0; i < n; i++) printf "A%d+", i
		for (i = 0; i < n; i++) {
			printf "&actions.A%d.actions-description=what%d", i, i
			printf "&actions.A%d.actions-timing=when%d", i, i
		}
	}' >"$long"
}
many 1000
get --data "@$long" /fr/worksheet/wt1
is 'a thousand rows come back' "$status $(rows actions | wc -w)" '200 1000'
has 'with all they have' 'what999</textarea>'
has 'and then the table is full' '<p>Ce tableau ne peut pas'
get --data "@$long" --data 'action=add:actions' /fr/worksheet/wt1
is 'another is not added' "$status $(rows actions | wc -w)" '200 1000'
get --data "@$long" /fr/worksheet/wt1/print
is 'they go to paper' "$status" 200
many 1001
get --data "@$long" /fr/worksheet/wt1
is 'more are refused' "$status" 413
has '  with the reason' 'plus de 1 000 lignes'
is '  and every row' "$(rows actions | wc -w)" 1001
has '  with what it says' 'what1000</textarea>'
get --data "@$long" --data 'action=remove:actions.A500' /fr/worksheet/wt1
is '  one less is enough' "$status $(rows actions | wc -w)" '200 1000'
awk 'BEGIN { for (i = 0; i < 20001; i++) printf "a=&" }' >"$long"
get --data "@$long" /fr/worksheet/wt1
is 'so are more values than any form has' "$status" 413

done_testing
