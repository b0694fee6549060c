# item.sh - a reader opens one item, whichever, in whatever language.

. tests/lib.sh
need_database

profint=${BUILD:-build}/profint
forget="DELETE FROM item WHERE collection = 'test-item'"
trap 'rm -rf "$answer"; query "$forget"; psql -Xq -f sql/query/import-search.sql' EXIT
first=$(languages | head -n 1)

# --- every item in every language -------------------------------------------

# What each page should say: address, language, canonical, alternates, and
# the state that its quiet line tells.
query "SELECT '/' || text.lang || '/' || kind || '/' || slug, text.lang,
    text.state
    FROM item JOIN item_text AS text USING (item_id)
    WHERE successor IS NULL AND (kind, slug) <> ('page', 'home')
    ORDER BY 1" >"$answer/wanted"

# One connection for all of them.
awk -F '|' -v base="$base" -v folder="$answer" '{
	printf "url = \"%s%s\"\noutput = \"%s/%d.html\"\n", base, $1, folder, NR
}' "$answer/wanted" >"$answer/requests"
curl -sS --max-time 300 -w '%{http_code} %{url_effective}\n' \
    -K "$answer/requests" >"$answer/statuses" 2>&1
is 'every item is there in every language' \
    "$(grep -v '^200 ' "$answer/statuses" | head -n 5)" ''
is 'and all were asked for' "$(wc -l <"$answer/statuses")" \
    "$(wc -l <"$answer/wanted")"

# usage: shown	prints what the pages say, in the form of $answer/wanted
shown() {
	awk -F '|' -v base="$base" -v folder="$answer" \
	    -v tags="$(languages | tr '\n' ' ')" -v first="$first" '
	function value(line, before,	at) {
		at = index(line, before)
		if (!at)
			return ""
		line = substr(line, at + length(before))
		return substr(line, 1, index(line, "\"") - 1)
	}
	{
		file = folder "/" NR ".html"
		path = substr($1, length($2) + 2)
		lang = canonical = others = ""
		inside = state = original = 0
		while ((getline line <file) > 0) {
			if (line ~ /^<html /)
				lang = value(line, "<html lang=\"")
			if (line ~ /rel="canonical"/)
				canonical = value(line,
				    "rel=\"canonical\" href=\"")
			while ((at = index(line, "rel=\"alternate\" hreflang"))) {
				line = substr(line, at + 1)
				others = others value(line, "hreflang=\"") \
				    "=" value(line, "href=\"") " "
			}
			if (line ~ /<p class="state"/)
				state = 1
			if (state == 1 && line ~ /hreflang=/) {
				original = 1
				state = 2
			}
		}
		close(file)
		wanted = ""
		split(tags, tag, " ")
		for (i = 1; i in tag; i++)
			wanted = wanted tag[i] "=" base "/" tag[i] path " "
		wanted = wanted "x-default=" base "/" first path " "
		if (lang != $2)
			print $1 ": its language is " lang
		if (canonical != base $1)
			print $1 ": its address is " canonical
		if (others != wanted)
			print $1 ": its others are " others
		if (state != ($3 == "source" ? 0 : 2))
			print $1 ": is " $3 ", and says " state
	}' "$answer/wanted" | head -n 5
}
is 'each has its language, its address, its translations, its state' \
    "$(shown)" ''
rm -f "$answer"/*.html

# --- one item, closely ------------------------------------------------------

get -H 'Host: evil.example' -H 'X-Forwarded-Host: evil.example' \
    /sv/case/madame-s
is 'a page in Swedish' "$status $(header Content-Language)" '200 sv'
has 'whose address is the site’s, whoever asks for what host' \
    "<link rel=\"canonical\" href=\"$base/sv/case/madame-s\">"
hasnt 'the other is nowhere' evil
has 'the way up is shown' '<a href="/sv/resource">'
has 'it has links to other kinds' '<aside class="links"'
has 'its picture elsewhere' "property=\"og:image\" content=\"$base/static/"
get -H 'Accept-Encoding: gzip' --compressed /sv/case/madame-s
is 'it comes compressed' "$(header Content-Encoding)" gzip

# Time and request id differ by nature.
# usage: lasting	the headers of the last answer that should not change
lasting() {
	tr -d '\r' <"$answer/head" |
	    grep -viE '^(date|x-request-id|x-cache|age):' | sort
}

# Pages that are kept have one length, compressed; others are compressed on
# their way, where nobody knows it.
for path in 'gzip /sv/case/madame-s' 'gzip /fr/model' 'gzip /sitemap.xml' \
    'none /fr/none' 'none /fr/resource?a=b' 'none /fr/search?q=emploi'; do
	encoding=${path% *}
	path=${path#* }
	get -H "Accept-Encoding: $encoding" "$path"
	lasting >"$answer/of-get"
	ok "$path says how long it is" test -n "$(header Content-Length)"
	get -I -H "Accept-Encoding: $encoding" "$path"
	is "HEAD of $path says the same as GET" "$(lasting)" \
	    "$(cat "$answer/of-get")"
	get -I "$path"
	is 'and sends no body' "$(wc -c <"$answer/body")" \
	    "$(wc -c <"$answer/head")"
done

get /fr/case/none
is 'an item that is not there' "$status" 404
get /fr/none/madame-s
is 'a kind that is not there' "$status" 404
get /fr/case/Madame-S
is 'capitals are no slug' "$status" 404
get /fr/case/madame-s/
is 'a slash too many is taken away' "$status $(header Location)" \
    '301 /fr/case/madame-s'
get '/fr/case/madame-s?with=xx'
is 'an unknown key too' "$status $(header Location)" \
    '302 /fr/case/madame-s'

# --- states that the shipped texts are not in -------------------------------

ok 'a host’s items are imported' \
    $profint import --collection test-item tests/content/local

get /fr/page/local-welcome
is 'the original' "$status" 200
hasnt 'has no line about its translation' 'class="state"'
get /en/page/local-welcome
has 'a reviewed translation says by whom and when' \
    'Association Exemple on 2 May 2026'
has 'and leads to the original' 'href="/fr/page/local-welcome" hreflang="fr"'
hasnt 'no paragraph is marked' '<small class="mark"'
get /it/page/local-welcome
has 'of a partial one, what is missing is the original’s' \
    '<p id="where-2" class="missing" lang="fr"'
has 'and marked in the reader’s language' '<small class="mark" lang="it"'
is 'alone' "$(grep -o 'class="missing"' "$answer/body" | wc -l)" 1
get /sv/page/local-welcome
has 'a paragraph older than the original is marked' \
    '<p id="where-2" class="stale"'
is 'alone' "$(grep -o 'class="stale"' "$answer/body" | wc -l)" 1
get /sv/page/local-office
is 'without a translation the original is shown' \
    "$status $(header Content-Language)" '200 sv'
has 'its title in its own language' '<h1 lang="fr">Notre permanence'
has 'its paragraphs too' '<p id="when-1" lang="fr"'
hasnt 'and no paragraph is marked: the line says it of all' '<small class="mark"'

for tag in $(languages); do
	get "/$tag/page/local-desk"
	is "$tag: an old name leads to the new" \
	    "$status $(header Location)" "301 /$tag/page/local-office"
	get "/$tag/page/local-gone"
	is "$tag: what was withdrawn says so" "$status" 410
	has "$tag: and names its successor" \
	    "href=\"/$tag/page/local-welcome\""
	get "/$tag/page/local-closed"
	is "$tag: also without one" "$status" 410
	has "$tag: it leads on" "<main id=\"main\""
	hasnt "$tag: its words are gone" 'Des mots d’hier'
	has "$tag: search engines forget it" 'content="noindex"'
done
get '/fr/page/about?'	# an address of its own, past what was kept
has 'links count in both directions' 'href="/fr/page/local-welcome"'
get '/fr/search?q=permanence+mardi'
has 'local items are found' '/fr/page/local-office'
get '/fr/search?q=ancien+bureau'
hasnt 'withdrawn ones are not' '/fr/page/local-gone'

done_testing
