# catalogue.sh - a reader narrows all resources down to the few that help.

. tests/lib.sh
need_database

# --- helpers ----------------------------------------------------------------

# usage: cards		prints kind/slug of the last answer's cards
cards() {
	grep -oE '<h3[^>]*><a href="[^"]*"' "$answer/body" |
	    sed 's/.*href="//; s/"$//; s|^/[^/]*/||'
}

# usage: following	prints the address of the next page, if there is one
following() {
	sed -n 's/.*<a rel="next nofollow" href="\([^"]*\)".*/\1/p' \
	    "$answer/body" | sed 's/&amp;/\&/g'
}

# usage: every PATH	the cards of all pages of a list, in $all; the last
# answer is its first page
every() {
	get "$1"
	all=$(cards)
	every_next=$(following)
	while [ -n "$every_next" ]; do
		get "$every_next"
		all=$all$nl$(cards)
		every_next=$(following)
	done
	get "$1"
}
nl='
'

# usage: facet KEY	prints "value count" of each link that sets KEY
facet() {
	grep -oE '<a rel="nofollow" href="[^"]*"[^>]*>[^<]*<span class="count">[0-9]+' \
	    "$answer/body" | sed -nE \
	    "s/.*[?;]$1=([^\"&]*).*count\">([0-9]+)\$/\1 \2/p"
}

# usage: chips		prints the addresses of the chosen values
chips() {
	sed -n '/<ul class="chosen"/,/<\/ul>/p' "$answer/body" |
	    grep -oE 'href="[^"]*"' | sed 's/href="//; s/"$//; s/&amp;/\&/g'
}

# What is published, from the tables themselves.
resources="SELECT item_id, kind, kind.position AS kind_position, slug, area,
    item.position, title, title_lang
    FROM item JOIN kind USING (kind)
    JOIN item_text USING (item_id)
    WHERE grouping = 'resource' AND successor IS NULL"

# usage: has_exactly SENTENCE CONDITION	all cards of the last list, by SQL
has_exactly() {
	is "$1" "$(echo "$all" | sort)" "$(query "SELECT kind || '/' || slug
	    FROM ($resources AND lang = 'fr') AS card WHERE $2" | sort)"
}

# usage: counts SENTENCE KEY CONDITION	the last answer's counts, by SQL
counts() {
	case $2 in
	area)	expected="SELECT area FROM card WHERE area IS NOT NULL" ;;
	also)	expected="SELECT item_area.area FROM card
		    JOIN item_area USING (item_id)" ;;
	kind)	expected="SELECT kind FROM card" ;;
	factor)	expected="SELECT factor.slug FROM card
		    JOIN item_factor AS factor USING (item_id)" ;;
	recommendation) expected="SELECT other.slug FROM card
		    JOIN (SELECT item_id, to_id FROM item_link
		    UNION SELECT to_id, item_id FROM item_link) AS link
		    USING (item_id) JOIN item AS other
		    ON other.item_id = link.to_id
		    AND other.kind = 'recommendation'" ;;
	process) expected="SELECT value FROM card
		    JOIN item_fact USING (item_id) WHERE fact = 'process'" ;;
	country) expected="SELECT value FROM card
		    JOIN item_fact USING (item_id) WHERE fact = 'country'" ;;
	esac
	is "$1" "$(facet $2 | sort)" "$(query "WITH card AS (SELECT * FROM
	    ($resources AND lang = 'fr') AS every WHERE $3)
	    SELECT value || ' ' || count(*) FROM ($expected) AS one (value)
	    GROUP BY value" | sort)"
}

# --- everything -------------------------------------------------------------

for tag in $(languages); do
	every "/$tag/resource"
	is "$tag: the catalogue is there" "$status" 200
	get "/$tag/resource"
	ok "$tag: a page of it weighs less than 60 KB" test "$(
	    cat "$answer/body" templates/static/style.css \
	    templates/static/script.js | wc -c)" -lt 60000
	is "$tag: all resources, by area, kind and editorial order" \
	    "$all" "$(query "SELECT card.kind || '/' || card.slug
	    FROM ($resources AND lang = '$tag') AS card
	    LEFT JOIN item AS area
	      ON area.kind = 'area' AND area.slug = card.area
	    ORDER BY area.position NULLS LAST, kind_position,
	      card.position, card.slug")"
	every "/$tag/resource?sort=title"
	is "$tag: or A to Z, as the language sorts" "$all" \
	    "$(query "SELECT kind || '/' || slug
	    FROM ($resources AND lang = '$tag') AS card
	    ORDER BY title COLLATE \"$tag-x-icu\", slug")"
done

get '/sv/resource?sort=title'
is 'å, ä and ö stand at the end in Swedish' "$(query "SELECT string_agg(
    word, ' ' ORDER BY word COLLATE \"sv-x-icu\")
    FROM unnest('{ö,z,å,a,ä}'::text[]) AS word")" 'a z å ä ö'

every /fr/resource
has_exactly 'all is all' true
for key in area also kind factor recommendation process country; do
	counts "each $key says how many it has" $key true
done
is 'nothing is chosen' "$(chips)" ''
has 'the order is by area' 'href="/fr/resource" aria-current="true"'

# --- narrowed ---------------------------------------------------------------

every '/fr/resource?area=teams'
has_exactly 'one area: only its own' "area = 'teams'"
counts 'its own filter does not narrow an area' kind "area = 'teams'"
facet area | grep -v '^teams ' >"$answer/others"
get /fr/resource
is 'nor its neighbours’ counts' "$(cat "$answer/others")" \
    "$(facet area | grep -v '^teams ')"

every '/fr/resource?also=teams'
has_exactly 'what also touches an area' \
    "item_id IN (SELECT item_id FROM item_area WHERE area = 'teams')"
every '/fr/resource?country=SE'
has_exactly 'one country' "item_id IN (SELECT item_id FROM item_fact
    WHERE fact = 'country' AND value = 'SE')"
counts 'and the kinds it has' kind "item_id IN (SELECT item_id FROM item_fact
    WHERE fact = 'country' AND value = 'SE')"
factor=$(query 'SELECT slug FROM item_factor
    GROUP BY slug ORDER BY count(*) DESC, slug LIMIT 1')
every "/fr/resource?factor=$factor"
has_exactly 'one factor' "item_id IN (SELECT item_id FROM item_factor
    WHERE slug = '$factor')"

every '/fr/resource?area=methodology&kind=practice&sort=title'
has_exactly 'two filters: both hold' \
    "area = 'methodology' AND kind = 'practice'"
counts 'and the countries left' country \
    "area = 'methodology' AND kind = 'practice'"
is 'each is a chip that lets go of it alone' "$(chips)" \
    '/fr/resource?kind=practice&sort=title
/fr/resource?area=methodology&sort=title'
has 'with words for those who do not see it' '<span class="hidden">'
is 'search engines stay out' \
    "$(grep -c '<meta name="robots" content="noindex">' "$answer/body")" 1
chips >"$answer/chips"
while read -r chip; do
	get "$chip"
	is "$chip is a page" "$status" 200
	is 'with one chip less' "$(chips | wc -l)" 1
done <"$answer/chips"

get '/fr/resource?kind=practice'
grep -oE '<a rel="nofollow" href="[^"]*"[^>]*>[^<]*<span class="count">[0-9]+' \
    "$answer/body" | sed -E 's/.*href="([^"]*)".*>([0-9]+)$/\1 \2/
    s/&amp;/\&/g' >"$answer/promises"
broken=
while read -r link promised; do
	every "$link"
	[ "$link" = /fr/resource ] || [ "$(echo "$all" | wc -l)" = "$promised" ] ||
		broken="$broken $link"
done <"$answer/promises"
ok 'there are promises to keep' test "$(wc -l <"$answer/promises")" -gt 10
is 'every count is what its link then shows' "$broken" ''

# --- addresses --------------------------------------------------------------

get '/fr/resource?kind=case&utm_source=letter'
is 'unknown keys lead to the clean address' "$status $(header Location)" \
    '302 /fr/resource?kind=case'
is 'which nobody keeps' "$(header Cache-Control)" no-store
get '/fr/resource?kind=&area=teams'
is 'so do empty ones' "$status $(header Location)" \
    '302 /fr/resource?area=teams'
get '/fr/resource?kind=case&kind=tool'
is 'a key said twice is an error' "$status" 400
get '/fr/resource?q=x&kind=case&sort=new'
is 'with words it is a search of the same state' \
    "$status $(header Location)" '302 /fr/search?q=x&kind=case&sort=new'
get '/fr/search?sort=new&area=teams'
is 'and without words a search is the catalogue' \
    "$status $(header Location)" '302 /fr/resource?area=teams&sort=new'
get '/fr/resource?country=SE&kind=practice'
is 'each state has one address' "$status $(header Location)" \
    '302 /fr/resource?kind=practice&country=SE'
get '/fr/resource?page=2'
is 'the second page' "$status" 200
has 'leads back' 'rel="prev nofollow" href="/fr/resource"'
get '/fr/resource?page=999&kind=case'
is 'pages are the last of an address' "$(header Location)" \
    '/fr/resource?kind=case&page=999'
get '/fr/resource?kind=case&page=999'
is 'a page after the last leads to the first' "$(header Location)" \
    '/fr/resource?kind=case'
for odd in -1 0 x 99999999999999999999 1e3; do
	get "/fr/resource?kind=case&page=$odd"
	is "page $odd is the first" "$status $(cards | head -n 1)" \
	    "200 $(query "SELECT 'case/' || slug FROM item_card
	    WHERE kind = 'case' AND lang = 'fr' AND NOT withdrawn
	    ORDER BY area_position NULLS LAST, position LIMIT 1")"
done

get '/fr/resource?kind=grid&country=ZZ'
is 'nothing found is a page' "$status" 200
is 'without cards' "$(cards)" ''
has 'that leads back to everything' '<a href="/fr/resource">'
is 'and to each filter let go' "$(chips)" '/fr/resource?country=ZZ
/fr/resource?kind=grid'
is 'but only letting go of a country helps' \
    "$(grep -o '<p><a rel="nofollow" href="[^"]*">' "$answer/body")" \
    '<p><a rel="nofollow" href="/fr/resource?kind=grid">'
for key in area also kind factor recommendation process country language \
    state sort page; do
	for bad in "'%3B%20DROP%20TABLE%20item%3B--" '%22%7D' '%5C' '%7B%7D' \
	    '%F0%9F%99%82' '%25' "$(printf '%01000d' 0)"; do
		get "/fr/resource?$key=$bad"
		is "$key=$(printf '%.20s' "$bad") is harmless" "$status" 200
	done
	get "/fr/resource?$key=%01"
	is "$key: control characters are refused" "$status" 400
done
get '/fr/resource?area=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'
is 'what was made up is shown as text' "$status $(grep -c '<script>alert' \
    "$answer/body")" '200 0'
has 'escaped' '&lt;script&gt;'

# --- more ways to narrow ----------------------------------------------------

get /fr/resource
for key in language state; do
	is "no choice of $key where all are alike" "$(facet $key)" ''
done
is 'the newest first is an order' "$(
    get '/fr/resource?sort=new'; echo "$status")" 200
get '/fr/resource?kind=case'
has 'the words box keeps what is chosen' \
    '<input type="hidden" name="kind" value="case">'

for tag in $(languages); do
	get "/fr/resource?kind=case&sort=title"
	has "the language switch keeps the state: $tag" \
	    "href=\"/$tag/resource?kind=case&amp;sort=title\""
done

done_testing
