# new.sh - who has been here before sees what has come since.

. tests/lib.sh
need_database

for tag in $(languages); do
	get "/$tag/new"
	is "$tag: the page is there" "$status" 200
	is "$tag: a fresh site is one line, not a flood" \
	    "$(grep -c 'class="hits hit ' "$answer/body")" \
	    "$(query "SELECT count(*) FROM news_list('$tag')")"
	has "$tag: and shows where to begin" "href=\"/$tag/area/teams\""
	has "$tag: and the feed" "href=\"/$tag/feed.atom\""
	get "/$tag/feed.atom"
	is "$tag: the feed is there" "$status $(header Content-Type)" \
	    '200 application/atom+xml; charset=utf-8'
	ok "$tag: it is XML" xmllint --noout "$answer/body"
	ok "$tag: and Atom" xmllint --noout --relaxng tests/http/atom.rng \
	    "$answer/body"
	has "$tag: in its language" "xml:lang=\"$tag\""
	ok "$tag: it names itself" grep -qE \
	    "rel=\"self\"[^>]* href=\"http[^\"]*/$tag/feed.atom\"" "$answer/body"
	is "$tag: no id twice" "$(grep -o '<id>[^<]*' "$answer/body" |
	    sort | uniq -d)" ''
	get "/$tag/model"
	has "$tag: pages lead feed readers there" \
	    "<link rel=\"alternate\" type=\"application/atom+xml\""
	has "$tag: and people, at their foot" "href=\"/$tag/new\""
done

get '/fr/feed.atom?utm_source=x'
is 'unknown keys are left out' "$status $(header Location)" \
    '302 /fr/feed.atom'
get '/fr/search?q=mot'
hasnt 'no feed where search engines stay out' 'application/atom+xml'

done_testing
