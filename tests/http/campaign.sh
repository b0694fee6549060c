# campaign.sh - a team asks its beneficiaries, and learns nothing of one.

. tests/lib.sh
need_database

jar=$answer/jar

lead() {
	get -b "$jar" -c "$jar" "$@"
}

# usage: seal	key and token of the first form of the last answer
seal() {
	sed -n 's/.*name="key" value="\([0-9a-f]*\)".*name="token" value="\([0-9a-f]*\)".*/key=\1\&token=\2/p' \
	    "$answer/body" | head -n 1
}

# usage: make TAG TOOL TITLE	a campaign: $campaign and $link
make() {
	lead "/$1/campaign/new"
	lead -H 'Sec-Fetch-Site: same-origin' \
	    --data "$(seal)&tool=$2&title=$3&days=30" "/$1/campaign/new"
	campaign=$(header Location)
	lead "$campaign"
	link=$(links '.' | sed -n 's|^/../answer/||p' | head -n 1)
	[ -n "$link" ] || link=$(grep -o '/answer/[0-9a-z-]*' "$answer/body" |
	    head -n 1 | sed 's|/answer/||')
}

# usage: begin TAG	a form of the campaign: $form
begin() {
	get --data action=begin "/$1/answer/$link"
	form=$(seal)
}

# usage: reply TAG WORDS	somebody answers it, at once
reply() {
	begin "$1"
	get --data "$form&screen=6&action=send&$2" "/$1/answer/$link"
}

# usage: act ACTION	who leads presses a button
act() {
	lead "$campaign"
	lead -H 'Sec-Fetch-Site: same-origin' --data "$(seal)&action=$1" \
	    "$campaign"
}

# usage: kept	how many answers the campaign has
kept() {
	query "SELECT cardinality(answers) FROM learn.campaign
	    WHERE space_id = '\\x${campaign##*/}'"
}

# --- made -------------------------------------------------------------------

for tag in $(languages); do
	get "/$tag/campaign/new"
	is "$tag: a campaign may be begun" "$status $(header Content-Language)" \
	    "200 $tag"
	get "/$tag/tool/learning-questionnaire"
	has "$tag: from the questionnaire's page" \
	    "/$tag/campaign/new?tool=learning-questionnaire"
	get "/$tag/my"
	has "$tag: and from one's own work" "/$tag/campaign\""
done
get /fr/tool/wt1
hasnt 'other tools are not asked of many' '/campaign/new'
get --data 'tool=learning-questionnaire' /fr/campaign/new
is 'not without the form of ours' "$status" 403
lead /fr/campaign/new
lead --data "$(seal)&tool=wt1" /fr/campaign/new
is 'nor about another tool' "$status" 400
lead /fr/campaign/new
lead --data "$(seal)&tool=learning-questionnaire&title=$(printf '%0300d' 0)" \
    /fr/campaign/new
is 'nor with a title without end' "$status" 400

make fr learning-questionnaire 'Secret+title+%3Cb%3E'
ok 'it has an address' expr "$campaign" : '/fr/campaign/[0-9a-f]\{32\}$'
has 'and a title, which is no markup' 'Secret title &lt;b&gt;'
ok 'a link of eight signs' expr "$link" : '[0-9a-z]\{4\}-[0-9a-z]\{4\}$'
for tag in $(languages); do
	lead "$campaign"
	has "$tag: a link in every language" "$base/$tag/answer/$link"
	get "$campaign"
	is "$tag: nobody else leads it" "$status" 404
	lead "$(echo "$campaign" | sed "s|/fr/|/$tag/|")"
	is "$tag: who leads sees it in every language" "$status" 200
	get "/$tag/answer/$link"
	is "$tag: everybody may answer" "$status $(header Content-Language)" \
	    "200 $tag"
	is "$tag: without a cookie" "$(header Set-Cookie)" ''
	is "$tag: kept by nobody on the way" "$(header Cache-Control)" no-store
	hasnt "$tag: no script" '<script'
	ok "$tag: in few bytes" [ "$(wc -c <"$answer/body")" -lt 4000 ]
	get --data action=begin "/$tag/answer/$link"
	ok "$tag: the first screen, too" [ "$(wc -c <"$answer/body")" -lt 9000 ]
	is "$tag: it has four points" "$(grep -c '<fieldset' "$answer/body")" 4
done
query "SELECT * FROM learn.campaign" >"$answer/dump"
not_ok 'the title is not readable' grep -q "$(printf Secret |
    od -An -tx1 | tr -d ' \n')" "$answer/dump"
not_ok 'nor the link' grep -qi "$(printf '%s' "$link" |
    od -An -tx1 | tr -d ' \n')" "$answer/dump"

# --- answered ---------------------------------------------------------------

begin fr
get --data "$form&screen=1&action=next&q01=yes&q01.matters=q01-3" \
    "/fr/answer/$link"
has 'what was said travels on' 'name="q01.matters" value="q01-3"'
hasnt 'to the next screen' '<legend>Comprendre'
get --data "$form&screen=2&action=show&q01=yes&q01.matters=q01-3" \
    "/sv/answer/$link"
is 'in another language, too' "$(header Content-Language)" sv
has 'with what was said' 'name="q01.matters" value="q01-3"'
get --data "$form&screen=2&action=back&q01=yes&q01.matters=q01-3" \
    "/fr/answer/$link"
ok 'and back' grep -q 'name="q01" [^>]*checked' "$answer/body"
is 'nothing is kept before the end' "$(kept)" 0
get --data "$form&screen=6&action=send" "/fr/answer/$link"
is 'an empty answer is none' "$status $(kept)" '200 0'
has 'and says so' 'role="alert"'
get --data "$form&screen=6&action=send&q01=maybe&q01.matters=q22-3&x=y" \
    "/fr/answer/$link"
is 'what is not offered is no answer' "$(kept)" 0
get --data "screen=6&action=send&q01=yes" "/fr/answer/$link"
is 'without the form of ours nothing is sent' "$status $(kept)" '200 0'
get -H 'Sec-Fetch-Site: cross-site' --data "$form&action=send&q01=yes" \
    "/fr/answer/$link"
is 'nor from another site' "$status $(kept)" '403 0'
get --data "$form&screen=-99999999999&action=next" "/fr/answer/$link"
is 'a screen that is none is the first' "$status" 200
get --data "$form&screen=2&action=nonsense" "/fr/answer/$link"
is 'a button that is none does nothing' "$status" 200
get --data "$(printf 'q01=%%01')" "/fr/answer/$link"
is 'control characters are refused' "$status" 400

send="$form&screen=6&action=send&q01=yes&q01.matters=q01-1&q05=no"
get --data "$send" "/fr/answer/$link"
is 'an answer is sent' "$status $(header Location) $(kept)" \
    "303 /fr/answer/$link/thanks 1"
is 'the device remembers that, and nothing else' \
    "$(header Set-Cookie | sed 's/;.*//')" 'answered=yes'
get --data "$send" "/fr/answer/$link"
is 'sent twice, it counts once' "$status $(kept)" '303 1'
get --data "$form&screen=3&action=back&q01=yes" "/fr/answer/$link"
is 'who goes back finds nothing of it' "$status $(header Location)" \
    "303 /fr/answer/$link/thanks"
get -H 'Cookie: answered=yes' "/fr/answer/$link"
has 'a second answer from one device asks first' 'value="over"'
hasnt 'and does not begin' 'value="begin"'
get -H 'Cookie: answered=yes' --data action=over "/fr/answer/$link"
ok 'the next person begins anew' expr "$(header Set-Cookie)" : \
    'answered=;.*Max-Age=0'
get "/fr/answer/$link/thanks"
is 'thanks are said' "$status" 200
query "SELECT * FROM learn.campaign" >"$answer/dump"
not_ok 'no answer is readable' grep -q "$(printf 'q01=y' |
    od -An -tx1 | tr -d ' \n')" "$answer/dump"
is 'all answers look alike' "$(query "SELECT DISTINCT length(one)
    FROM learn.campaign, unnest(answers) AS one")" 576

not_ok 'no log tells when somebody answered' grep -q /answer/ \
    "$VAR/log/access.log"

# --- guessed ---------------------------------------------------------------

for guess in x 0000-0000 "$link-0000" "${link%?}" '%27%3B--' "$link/x" \
    "${campaign##*/}"; do
	get "/fr/answer/$guess"
	is "nor does $guess" "$status" 404
done
for id in x 00000000000000000000000000000000 "$link"; do
	lead "/fr/campaign/$id"
	is "there is no campaign $id" "$status" 404
done

# --- results ----------------------------------------------------------------

for n in 2 3 4; do
	reply fr "q01=yes&q01.matters=q01-$((n - 1))"
done
lead "$campaign"
hasnt 'nothing is shown of four' 'class="chart'
lead "$campaign/results.csv"
is 'no table' "$status" 404
lead "$campaign/paper"
is 'answers from paper are typed by who leads' "$status" 200
paper=$(seal)
lead -H 'Sec-Fetch-Site: same-origin' \
    --data "$paper&q01=no&q01.matters=q01-2&q02.matters=q02-3" \
    "$campaign/paper"
is 'one is kept' "$status $(header Location) $(kept)" \
    "303 $campaign/paper?done=1 5"
lead -H 'Sec-Fetch-Site: same-origin' \
    --data "$paper&q01=no&q01.matters=q01-2" "$campaign/paper"
is 'once' "$(kept)" 5
lead "$campaign/paper"
lead --data "$(seal)" "$campaign/paper"
is 'an empty sheet is none' "$status $(kept)" '400 5'
get --data "$paper&q01=no" "$campaign/paper"
is 'nobody else types any' "$status $(kept)" '404 5'
lead "$campaign"
hasnt 'nothing is shown of five while others may come' 'class="chart'
lead "$campaign/results.odt"
is 'nor taken away' "$status" 404
act nonsense
is 'a button that is none does nothing' "$status" 400
get --data 'action=close' "$campaign"
is 'nobody else closes it' "$status" 404
act close
is 'who leads closes it' "$status" 303
reply fr q01=yes
is 'then nobody answers' "$(kept)" 5
get "/fr/answer/$link"
has 'and the page says so' 'role="alert"'
lead "$campaign"
# By hand: levels 1 1 2 3 of the phones, of the paper (2 + 3) / 2 = 2.5;
# (1 + 1 + 2 + 3 + 2.5) / 5 = 9.5 / 5 = 1.9.
has 'the mean is the one made by hand' '>1,90<'
is 'one domain has a mean' "$(grep -o '<td class="figure">1,90' \
    "$answer/body" | wc -l)" 1
has 'so many made progress' '4 sur 5'
lead "$campaign/results.csv"
is 'the table is there' "$status $(header Content-Type)" \
    '200 text/csv; charset=utf-8; header=present'
is 'a row for each, and the heads' "$(grep -c ';' "$answer/body")" 6
not_ok 'without languages or times' grep -qE 'Langue;|20[0-9][0-9]-' \
    "$answer/body"
lead "$campaign/results.odt"
is 'and a document' "$status $(header Content-Type)" \
    '200 application/vnd.oasis.opendocument.text'
get "$campaign/results.csv"
is 'for nobody else' "$status" 404
act own
ok 'who leads may say whose device it is' expr "$status $(header \
    Set-Cookie)" : '303 profint=.*Max-Age=34560000'
lead /fr/my
lead "$campaign"
is 'and has it open there for long' "$status" 200
act extend
get "/fr/answer/$link"
hasnt 'what is closed stays closed' 'value="begin"'

# --- by its code ------------------------------------------------------------

lead "$campaign"
code=$(grep -oE '([a-z]{5}-){8}[a-z]{5}' "$answer/body" | head -n 1)
jar=$answer/other
lead /fr/campaign
lead --data "$(seal)&code=$code" /fr/campaign
is 'its code opens it on another device' "$status $(header Location)" \
    "303 $campaign"
lead "$campaign"
is 'which leads it then' "$status" 200
lead /fr/campaign
has 'and lists it' "$campaign"
lead --data "$(seal)&code=lusab-babad" /fr/campaign
is 'a code that is none is told' "$status" 400
act erase
is 'what is erased' "$status $(header Location)" '303 /fr/campaign'
lead "$campaign"
is 'is gone' "$status $(kept)" '404 '
get "/fr/answer/$link"
is 'with its link' "$status" 404
lead /fr/campaign
lead --data "$(seal)&code=$code" /fr/campaign
is 'and its code' "$status" 404

# --- two languages ----------------------------------------------------------

make it learning-questionnaire Gruppo
for n in 1 2 3 4 5; do
	reply it "q01.matters=q01-3&q19.matters=q19-1"
	reply sv "q01.matters=q01-1"
done
act close
lead "$campaign"
is 'five in each of two languages stand apart' \
    "$(grep -c '<caption>' "$answer/body")" 3
lead "$campaign/results.csv"
has 'in the table, too' 'Lingua'
act erase
make it learning-questionnaire Gruppo
for n in 1 2 3 4 5; do
	reply it q01.matters=q01-3
done
reply sv q01.matters=q01-1
act close
lead "$campaign"
is 'one of another language does not' \
    "$(grep -c '<caption>' "$answer/body")" 1
lead "$campaign/results.csv"
hasnt 'nor in the table' 'Lingua'
act erase

# --- all five domains -------------------------------------------------------

# By hand.  Six people, what each found important from 1 to 3, "-" where
# nothing was said; then the mean of what each said in the domain:
#	                               1     2     3    4    5
#	fr 1232 1112 3--2--- 321 1---  2     1.25  2.5  2    1
#	fr 3--- 23-- 11223-- 33- 2221  3     2.5   1.8  3    1.75
#	fr 12-- 3--- 3333333 1-- 32--  1.5   3     3    1    2.5
#	sv 223- 1--- 2------ 21- 12--  7/3   1     2    1.5  1.5
#	sv 1--- 2223 12----- 3-- 3332  1     2.25  1.5  3    2.75
#	sv ---- 13-- 321---- 2-- ----  -     2     2    2    -
# and the means of these: 59/6 / 5 = 1.97, 12 / 6 = 2, 12.8 / 6 = 2.13,
# 12.5 / 6 = 2.08, 9.5 / 5 = 1.9.  (Of all levels of the first domain it
# would be 22 / 11 = 2.)
sed -n 's/^#	\([a-z][a-z]\( [-0-9]*\)\{5\}\)  .*/\1/p' tests/http/campaign.sh |
    tr -d ' ' >"$answer/fixture"
make fr learning-questionnaire Groupe
while read -r person; do
	reply "$(echo "$person" | cut -c -2)" "$(echo "$person" | cut -c 3- |
	    fold -w 1 | awk '/[0-9]/ { printf "&q%02d.matters=q%02d-%d", NR, NR, $1 }')"
done <"$answer/fixture"
act close
lead "$campaign"
is 'five means are those made by hand' "$(grep -oE \
    '<td class="figure">[0-9],[0-9]+' "$answer/body" | sed 's/.*>//' |
    tr '\n' ' ')" '1,97 2,00 2,13 2,08 1,90 '
is 'three of a language are no language' "$(grep -c '<caption>' \
    "$answer/body")" 1
cut -c 3- "$answer/fixture" | sed 's/./;&/g; s/^;//; s/-//g' | sort \
    >"$answer/wanted"
# usage: table	the rows of the table to take away, with the levels alone
table() {
	lead "$campaign/results.csv"
	tail -n +2 "$answer/body" | tr -d '\r' | awk -F ';' '{
		for (i = 2; i <= NF; i += 2)
			printf "%s%s", $i, i < NF ? ";" : "\n"
	}'
}
ok 'the table has what they said' sh -c 'sort "$1" | cmp - "$2"' - \
    "$(table >"$answer/got"; echo "$answer/got")" "$answer/wanted"
is '  in another order each time' "$(for time in 1 2 3 4 5 6; do
	table | cksum
done | sort -u | wc -l | sed 's/^[2-6]$/several/')" several
hasnt '  and in no language' Langue
act erase

# --- a team ------------------------------------------------------------------

make en factor-self-assessment Team
for n in 1 2 3 4 5; do
	reply fr "f01=f01-$((n % 2 * 3 + 1))&f02=f02-$((n % 2 + 1))"
done
reply en f02=f02-4
act close
lead "$campaign"
has 'a team sees where it disagrees' 'chart spread'
is 'of the two factors that five answered' "$(grep -c 'class="bar"' \
    "$answer/body")" 2
# By hand: 4 1 4 1 4; 2 1 2 1 2, and 4.
is '  so many at each level' "$(grep -oE '[0-9] (people|person) at level [0-9]' \
    "$answer/body" | tr -dc '0-9\n' | tr '\n' ' ')" '21 34 21 32 14 '
is '  and no level of the eleven others' "$(grep -c 'Fewer than five answers' \
    "$answer/body")" 11
lead "$campaign/results.odt"
is 'as a document, too' "$status" 200
act erase

# --- as many as it takes ----------------------------------------------------

make fr learning-questionnaire Groupe
query "UPDATE learn.campaign SET answers = (SELECT array_agg(
	sha256(n::text::bytea)) FROM generate_series(1, 500) AS n)
    WHERE space_id = '\\x${campaign##*/}'" >/dev/null
reply sv q01=yes
is 'a campaign takes five hundred answers' "$status $(kept)" '200 500'
has '  and says so to who comes after' 'så många svar som den kan ta emot'
hasnt '  without a thank you' 'answer/thanks'
lead "$campaign"
act erase

# --- guessed, ten thousand times --------------------------------------------

make fr learning-questionnaire Groupe
curl -sS --max-time 300 --interface 127.0.0.7 -o /dev/null -w '%{http_code}\n' \
    "$base/en/answer/0[000-999]-000[0-9]" 2>/dev/null >"$answer/guesses"
is 'ten thousand guesses are answered' "$(wc -l <"$answer/guesses")" 10000
is 'and open nothing' "$(grep -cvE '^(404|429)$' "$answer/guesses")" 0
lead "$campaign"
act erase

done_testing
