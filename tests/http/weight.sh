# weight.sh - a reader with a slow line: no page is heavier than 60 KB with
# its style and its scripts, unpacked, and each comes from this site alone.

. tests/lib.sh

limit=$((60 * 1024))

# usage: weight PATH	bytes of the page and of what it loads; pictures apart
weight() {
	get "$1"
	weight_sum=$(wc -c <"$answer/body")
	grep -oE '(<link rel="stylesheet"|<script)[^>]*' "$answer/body" |
	    sed -nE 's/.*(href|src)="([^"]*)".*/\2/p' | sort -u >"$answer/loads"
	while read -r file; do
		get "$file"
		[ "$status" = 200 ] || echo "$file: $status" >&2
		weight_sum=$((weight_sum + $(wc -c <"$answer/body")))
	done <"$answer/loads"
	echo $weight_sum
}

for tag in $(languages); do
	for page in '' model module resource 'resource?kind=practice' term \
	    search 'search?q=logement' new area/partnerships \
	    factor/f04-qualified-network recommendation/r21-map-from-needs \
	    case/madame-s case/madame-s/compare 'case/madame-s?with=fr' \
	    tool/partnership-a tool/learning-questionnaire module/networks \
	    module/networks/case grid/a-partners practice/sfx \
	    testimonial/cresm term/mentorat page/method; do
		bytes=$(weight "/$tag/$page")
		ok "/$tag/$page: $bytes bytes" test "$bytes" -le $limit
	done
done

done_testing
