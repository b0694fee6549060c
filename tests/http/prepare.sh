# prepare.sh - somebody plans a session: times that add up, what is needed,
# who signs; and nothing is stored.

. tests/lib.sh
need_database

before=$(query 'SELECT count(*) FROM learn.space')
for tag in $(languages); do
	get "/$tag/session/prepare"
	is "$tag: a session can be planned" \
	    "$status $(header Content-Language) $(header Set-Cookie)" "200 $tag "
	hasnt "$tag: nothing is planned yet" 'class="plan"'
	get "/$tag/session/prepare?module=networks"
	is "$tag: a module is enough" "$status" 200
	has "$tag: with a form of lines" 'name="minutes"'
done

# usage: sum	of the minutes in the table
sum() {
	grep -oE '<input name="minutes"[^>]*value="[0-9]+"' "$answer/body" |
	    sed 's/.*value="//; s/"//' | awk '{ all += $1 } END { print all }'
}

get '/en/session/prepare?module=networks&start=13:30&length=200&people=9&other=it'
is 'the sum is the length that was asked for' "$(sum)" 200
has 'it is said' '200 minutes in all'
has 'with the end' 'Ends at 16:50'
has 'it begins when it was said' '<td>13:30</td>'
has 'welcome comes first' 'Welcome and introductions'
has 'there is a break' '>Break<'
hasnt 'an afternoon is signed once' 'Signature, morning'
is 'a line for each person and two more' \
    "$(grep -o '<td>[0-9]*</td><td></td><td></td>' "$answer/body" | wc -l)" 11
has 'small groups are counted' '3 small groups of three to five people'
has 'the kit comes in both languages' '/en/module/networks/kit.zip?with=it'
has 'what the room needs is listed' '<h3>Study the case</h3>'
is 'only that' "$(grep -c 'id="case-run-1"' "$answer/body")" 0
cp "$answer/body" "$answer/prepared"
for part in lead handout screen; do
	ok "a link leads to what there is of the $part" grep -qF \
	    "href=\"/en/module/networks/kit#part-$part\"" "$answer/prepared"
	get /en/module/networks/kit
	has '  which is there' "id=\"part-$part\""
done
get '/fr/session/prepare?module=networks&start=9:00&length=420'
has 'a day has lunch' '>Repas<'
has '  and two signatures' 'Signature, après-midi'
is '  and adds up' "$(sum)" 420
get '/fr/session/prepare?module=networks&length=70'
has 'a short one says so' 'C’est court'
hasnt '  without a break' '>Pause<'
get '/fr/session/prepare?module=networks&length=200&minutes=30&minutes=25&minutes=30'
has 'minutes can be changed' 'value="25"'
total=$(sum)
has '  and the sum follows' "$total minutes en tout"
has '  and the times' '<td>09:30</td>'

# --- nonsense ---------------------------------------------------------------

for query in 'module=nope' 'module=networks&start=99:99' \
    'module=networks&length=-5' 'module=networks&length=999999999999' \
    'module=networks&people=0' 'module=networks&people=100000' \
    'module=networks&minutes=x&minutes=-3&minutes=99999' \
    'module=networks&other=xx' 'module=%3Cb%3E' \
    "module=networks$(printf '&minutes=%s' $(seq 60))"; do
	get "/fr/session/prepare?$query"
	is "$(echo "$query" | cut -c1-40) is answered" "$status" 200
done
get '/fr/session/prepare?module=networks&people=9999'
is 'nobody prints a book' "$(grep -o '<td>[0-9]*</td><td></td>' \
    "$answer/body" | wc -l)" 62
is 'nothing is stored' "$(query 'SELECT count(*) FROM learn.space')" "$before"
done_testing
