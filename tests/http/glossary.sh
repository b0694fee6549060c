# glossary.sh - a reader looks a word up, in four languages.

. tests/lib.sh
need_database

for tag in $(languages); do
	get "/$tag/term"
	is "$tag: the glossary is there" "$status" 200
	is "$tag: all terms, as the language sorts" \
	    "$(links "^/$tag/term/.")" \
	    "$(query "SELECT '/$tag/term/' || slug FROM item
	    JOIN item_text USING (item_id)
	    WHERE kind = 'term' AND successor IS NULL AND lang = '$tag'
	    ORDER BY title COLLATE \"$tag-x-icu\", slug")"
	grep -oE '<h2 class="letter" id="[^"]*"' "$answer/body" |
	    sed 's/.*id="//; s/"$//' >"$answer/letters"
	is "$tag: each letter is a heading once" \
	    "$(sort "$answer/letters" | uniq -d)" ''
	is "$tag: and a link above" \
	    "$(grep -oE 'href="#letter-[^"]*"' "$answer/body" |
	    sed 's/href="#//; s/"$//')" "$(cat "$answer/letters")"
	is "$tag: no anchor twice" "$(grep -oE ' id="[^"]*"' "$answer/body" |
	    sort | uniq -d)" ''
done

get /sv/term
is 'Swedish ends with its own letters' "$(grep -oE 'letter-(Z|Å|Ä|Ö)"' \
    "$answer/body" | awk '!seen[$0]++' | tr -d '"\n' |
    sed 's/letter-//g')" "$(query "SELECT string_agg(DISTINCT initial, ''
    ORDER BY initial) FROM (SELECT initial COLLATE \"sv-x-icu\"
    FROM item_text JOIN item USING (item_id) WHERE kind = 'term'
    AND lang = 'sv' AND initial IN ('Z', 'Å', 'Ä', 'Ö')) AS one")"
term=$(query "SELECT slug FROM item WHERE kind = 'term'
    ORDER BY position, slug LIMIT 1")
for tag in $(languages); do
	[ "$tag" = sv ] || ok "a term has its name in $tag beside it" \
	    grep -qF -e "$(query "SELECT title FROM item_text
	    JOIN item USING (item_id)
	    WHERE kind = 'term' AND slug = '$term' AND lang = '$tag'")" \
	    "$answer/body"
done
get "/sv/term/$term"
is 'each has a page of its own' "$status" 200
has 'that leads back' 'href="/sv/term"'

done_testing
