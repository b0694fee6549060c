# home.sh - a newcomer sees what this is and where to begin.

. tests/lib.sh

# usage: count PATTERN	how many times the last answer has it
count() {
	grep -oE -e "$1" "$answer/body" | wc -l
}

for tag in $(languages); do
	get "/$tag/"
	is "$tag: the home page is there" "$status" 200
	is "$tag: it says its language" "$(header Content-Language)" "$tag"
	is "$tag: one title" "$(count '<h1[ >]')" 1
	has "$tag: a search box" "action=\"/$tag/search\""
	is "$tag: two doors" "$(count '<section class="door">')" 2
	has "$tag: one for a team" "href=\"/$tag/page/team\""
	has "$tag: one for a person alone" 'href="#situations"'
	has "$tag: and where it leads" 'id="situations"'
	is "$tag: six situations" "$(count '<span class="what"')" 6
	is "$tag: each a case" "$(links "^/$tag/case/" | wc -l)" 6
	is "$tag: four areas" "$(links "^/$tag/area/" | wc -l)" 4
	ok "$tag: a wheel that says what it shows" grep -qE \
	    '<svg class="wheel"[^>]* role="img"[^>]* aria-label="[^"]{20,}"' \
	    "$answer/body"
	has "$tag: who made it" 'class="credit"'
	has "$tag: any language is a link away" 'hreflang="sv"'
	has "$tag: search engines send everybody to the bare address" \
	    "hreflang=\"x-default\" href=\"$base/\""
	links '^/' >"$answer/links"
	dead=
	while read -r link; do
		get "$link"
		case $status in
		200)	;;
		*)	dead="$dead $link" ;;
		esac
	done <"$answer/links"
	is "$tag: no link is dead" "$dead" ''
done

get /fr/page/home
is 'the home page has one address' "$status $(header Location)" '301 /fr/'

done_testing
