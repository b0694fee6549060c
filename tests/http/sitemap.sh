# sitemap.sh - a search engine learns which pages there are.

. tests/lib.sh
need_database

get /sitemap.xml
is 'there is a list of pages' "$status" 200
is 'it is XML' "$(header Content-Type)" 'application/xml; charset=utf-8'
ok 'and well-formed' xmllint --noout --nonet "$answer/body"
cp "$answer/body" "$answer/sitemap"

# What should be in it: the lists, every item and the pages that go on from
# one, in every language.
paths="SELECT kind || '/' || slug AS path FROM item
    WHERE successor IS NULL AND (kind, slug) <> ('page', 'home')
    UNION ALL SELECT 'case/' || slug || '/compare' FROM item
    WHERE successor IS NULL AND kind = 'case'
    UNION ALL SELECT 'step/' || slug || '/' || step FROM item
    JOIN item_step USING (item_id) WHERE successor IS NULL"
{
	for tag in $(languages); do
		for page in '' model module resource term new; do
			echo "$base/$tag/$page"
		done
	done
	query "SELECT '$base/' || lang || '/' || path
	    FROM ($paths) AS one CROSS JOIN language"
} | sort >"$answer/wanted"
grep -oE '<loc>[^<]*' "$answer/sitemap" | sed 's/<loc>//' |
    sort >"$answer/listed"
is 'it has every page once, and no other' \
    "$(diff "$answer/wanted" "$answer/listed" | head -n 5)" ''
is 'each names itself and all its translations' \
    "$(grep -c '<url>' "$answer/sitemap") $(grep -o 'rel="alternate"' \
    "$answer/sitemap" | wc -l)" "$(wc -l <"$answer/wanted") $(($(wc -l \
    <"$answer/wanted") * $(languages | wc -l)))"
is 'items say when they last changed' \
    "$(grep -oE '<lastmod>[0-9]{4}-[0-9]{2}-[0-9]{2}</lastmod>' \
    "$answer/sitemap" | wc -l)" "$(query "SELECT count(*)
    FROM ($paths) AS one CROSS JOIN language")"
is 'it may be kept' "$(header Cache-Control)" 'public, max-age=60'
get -H 'Host: evil.example' /sitemap.xml
hasnt 'it names no other host, whoever asks' evil

get /robots.txt
is 'there are rules for robots' "$status" 200
is 'in plain text' "$(header Content-Type)" 'text/plain; charset=utf-8'
has 'they name the list' "Sitemap: $base/sitemap.xml"
for tag in $(languages); do
	has "nobody walks the search in $tag" "Disallow: /$tag/search"
done
is 'all else is open' "$(grep -c '^Disallow:' "$answer/body")" \
    "$(languages | wc -l)"

get /favicon.ico
is 'there is a picture for the tab, where browsers look' "$status" 200
is 'it is one' "$(header Content-Type) $(head -c 4 "$answer/body" |
    od -An -tx1 | tr -d ' ')" 'image/x-icon 00000100'
get /fr/
icon=$(links '/static/icon\.' | head -n 1)
get "$icon"
is 'and one that scales' "$status $(header Content-Type)" \
    '200 image/svg+xml'
is 'kept for ever' "$(header Cache-Control)" \
    'public, max-age=31536000, immutable'

done_testing
