# worksheet_grid.sh - a team types what was said in interviews, and sees what
# it says of the model's factors.

. tests/lib.sh
need_database

jar=$answer/jar

see() {
	get -b "$jar" -c "$jar" "$@"
}

# usage: seal	key and token of the form
seal() {
	sed -n 's/.*name="key" value="\([0-9a-f]*\)".*name="token" value="\([0-9a-f]*\)".*/key=\1\&token=\2/p' \
	    "$answer/body" | tail -n 1
}

for tag in $(languages); do
	for grid in a-partners b-companies c-other-schemes d-beneficiaries; do
		get "/$tag/grid/$grid"
		has "$tag: $grid can be filled in" \
		    "href=\"/$tag/worksheet/$grid\""
		get "/$tag/worksheet/$grid"
		is "$tag: $grid is a worksheet" \
		    "$status $(header Content-Language)" "200 $tag"
		hasnt "$tag:   with all its words" '@grid'
		is "$tag:   with thirteen factors to choose from" "$(grep -o \
		    '<option value="f[01][0-9]-[a-z-]*"' "$answer/body" |
		    sort -u | wc -l)" 13
	done
done
get /fr/worksheet/no-such-grid
is 'another name is no grid' "$status" 404

see /fr/worksheet/a-partners
key=$(seal)
row=$(sed -n 's/.*name="codes" value="\([A-Z0-9]*\)".*/\1/p' "$answer/body")
code() {
	printf '&codes.%s.codes-question=%s&codes.%s.codes-factor=%s&codes.%s.codes-says=%s&codes.%s.codes-words=%s' \
	    "$1" "$2" "$1" "$3" "$1" "$4" "$1" "$5"
}
form="$key&_title=Entretien&q1=Secret+%3Cb%3E&codes=$row+P2+Q9+R4"
form=$form$(code "$row" q1 f01-full-integration confirms '%3DSUM')
form=$form$(code P2 q2 f01-full-integration contradicts x)
form=$form$(code Q9 q2 f13-communication qualifies y)
form=$form$(code R4 q99 f99-none maybe z)
see -H 'Sec-Fetch-Site: same-origin' --data "$form&action=save" \
    /fr/worksheet/a-partners
saved=$(header Location)
ok 'an interview is kept' expr "$status $saved" : \
    '303 /fr/worksheet/a-partners/[0-9a-f]\{32\}$'
is 'and nothing of it can be read' "$(query "SELECT count(*) FROM learn.field
    WHERE position('Secret'::bytea IN body) > 0")" 0
see "$saved"
has 'it is found again' 'Secret &lt;b&gt;'
is 'two factors are counted' "$(grep -c '<th scope="row"' "$answer/body")" 2
# Integration: one confirms, none qualifies, one contradicts: two.
is 'each by what the answers say' "$(grep -o '<td>[0-9]*</td>' \
    "$answer/body" | tr -dc '0-9\n' | paste -sd ' ')" '1 0 1 2 0 1 0 1'
see "$(echo "$saved" | sed 's|/fr/|/sv/|')"
has 'in every language' 'motsäger'
see "$saved/print"
has 'on paper, too' '<td>2</td>'
for as in odt csv json; do
	see --data "$form&as=$as" /fr/worksheet/a-partners/file
	is "as $as" "$status" 200
done
see --data "$form&as=csv" /fr/worksheet/a-partners/file
has 'the table says what was chosen' 'confirme'
has 'and no cell is a formula' "'=SUM"
get "$saved"
is 'nobody else sees it' "$status" 404
see "$saved"
see -H 'Sec-Fetch-Site: same-origin' --data "$(seal)&action=erase" "$saved"
is 'it is erased' "$status $(query "SELECT count(*) FROM learn.worksheet
    WHERE worksheet_id = '\\x${saved##*/}'")" '303 0'

done_testing
