# private.sh - pages of one person are kept by nobody, however they are asked
# for, and no log has an address that is somebody's key.

. tests/lib.sh
[ -n "${VAR-}" ] || skip_rest 'there is no log to look into'

jar=$answer/jar
code=babab-dabab-fabab-gabab-habab-jabab-kabab-labab-mabab

# Somebody has a cookie: what is asked with it is theirs.
get -c "$jar" /fr/step/networks/case
key=$(grep -oE 'name="key" value="[0-9a-f]*' "$answer/body" | head -n 1)
token=$(grep -oE 'name="token" value="[0-9a-f]*' "$answer/body" | head -n 1)
get -b "$jar" -c "$jar" -H 'Sec-Fetch-Site: same-origin' --data \
    "key=${key##*\"}&token=${token##*\"}&c.q1=mine&v.c.q1=0.&action=save" \
    /fr/step/networks/case
is 'somebody keeps something' "$status" 303

# usage: addresses	what begins with a word of realm learn, in all languages
addresses() {
	for tag in $(languages); do
		sed -n 's/^ROUTE(LEARN, GET,[	 ]*"\(\/{lang}[^"]*\)".*/\1/p' \
		    cgi/routes.def | sed "s/{lang}/$tag/; s/{slug}/networks/
			s/{slug}/case/; s/{code}/$code/; s/{[a-z]*}/x/g"
	done
}

# usage: tricks ADDRESS	the same for somebody who wants it kept
tricks() {
	rest=${1#/??}
	word=${rest#/}
	word=${word%%/*}
	tag=${1%"$rest"}
	printf '%s\n' "$1" "$1/" "$1.css" "$1/x.css" "$1;x=.css" "$1?a.css" \
	    "$1%2fx.css" "$1%00.css" "$1%3f.css" "$1//" "$1/." \
	    "$tag/$rest" "/$1" "/static/..$1" "/static/%2e%2e$1" \
	    "$tag/page/..$rest" "$tag%2f${rest#/}" \
	    "$tag/$(echo "$word" | tr a-z A-Z)${rest#/"$word"}" \
	    "$tag/./${rest#/}" "$tag%2f$word${rest#/"$word"}" "$rest" \
	    "/xx$rest" "$1$1" "$1#.css" "$tag$rest%20.css" "/index.html$1"
}

addresses | sort -u >"$answer/addresses"
ok 'there are private addresses in four languages' \
    test "$(wc -l <"$answer/addresses")" -ge 40

# Every trick for four addresses, and every address with one trick each;
# each twice, since the second time shows what the first has kept.
{
	for word in my step/networks/case worksheet/wt1 worksheet/wt1/print \
	    verify "resume/$code" "resume" "join/$code"; do
		tricks "/sv/$word"
	done
	number=0
	while read -r address; do
		number=$((number % 20 + 1))
		tricks "$address" | sed -n "${number}p"
		echo "$address"
	done <"$answer/addresses"
} | sort -u >"$answer/tried"
ok 'with tricks they are more than 200' \
    test "$(wc -l <"$answer/tried")" -ge 200

while read -r path; do
	for time in 1 2; do
		echo "url = \"$base$path\""
		echo 'output = /dev/null'
	done
done <"$answer/tried" >"$answer/config"
cookie=$(sed -n 's/.*profint	\([0-9a-f]*\)$/profint=\1/p' "$jar")
curl -s --path-as-is -H "Cookie: $cookie" -K "$answer/config" -w \
    '%{http_code} "%header{x-cache}" "%header{cache-control}" %{url}\n' \
    >"$answer/answers"
is 'all are answered' "$(wc -l <"$answer/answers")" \
    $((2 * $(wc -l <"$answer/tried")))
is 'none from what is kept, but pages that are public' \
    "$(grep -E '^[0-9]+ "(HIT|STALE|UPDATING|REVALIDATED)"' \
	"$answer/answers" | grep -vE ' "public[^"]*" ' | head -n 5)" ''
is 'what is private is kept by nobody' \
    "$(grep -E '^200 ' "$answer/answers" |
    grep -vF ' "" "no-store" ' | head -n 5)" ''
ok 'some are pages' grep -q '^200 "" "no-store" ' "$answer/answers"
is 'no answer is without a word about keeping' \
    "$(grep -vE '" "[a-z-]+[^"]*" ' "$answer/answers" | head -n 5)" ''
not_ok 'nothing of it lies in the cache' \
    grep -rlE 'mine</textarea>|Sec-Fetch|/(my|step|worksheet|resume)' \
    "$VAR/cache"

# --- logs -------------------------------------------------------------------

is 'no log has a code' "$(grep -rlF "$code" "$VAR/log")" ''
is '  or the path it stands in' \
    "$(grep -rlE '/(resume|join)/[a-z]' "$VAR/log" | head -n 3)" ''
not_ok 'nor what was written' grep -rl 'c.q1=mine' "$VAR/log"

done_testing
