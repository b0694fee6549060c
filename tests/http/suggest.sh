# suggest.sh - a reader begins to type and is shown titles that go on.

. tests/lib.sh
need_database

# usage: escaped TEXT	as a part of a URL
escaped() {
	printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'
}

# usage: urls		the addresses that were proposed, in their order
urls() {
	grep -o '"url":"[^"]*"' "$answer/body" | sed 's/"url":"//; s/"$//'
}

for tag in $(languages); do
	query "SELECT slug, title FROM item_text JOIN item USING (item_id)
	    WHERE kind = 'term' AND lang = '$tag' AND title_lang = '$tag'
	    AND successor IS NULL ORDER BY slug LIMIT 5" >"$answer/terms"
	while IFS='|' read -r slug title; do
		get "/$tag/suggest.json?q=$(escaped "$title")"
		urls >"$answer/urls"
		ok "$tag: $title is completed" \
		    grep -qx "/$tag/term/$slug" "$answer/urls"
	done <"$answer/terms"
	get "/$tag/suggest.json?q=pro"
	ok "$tag: at most eight" test "$(urls | wc -l)" -le 8
	has "$tag: each says what it is" '"kind":"'
done

get '/fr/suggest.json?q=handled'
is 'a word of another language' "$status" 200
is 'is JSON' "$(header Content-Type)" \
    'application/json; charset=utf-8'
has 'says which one' '"title":"handledare","lang":"sv"'
has 'and what it is called here' '"local":"tuteur'
is 'and leads to the page here' "$(urls | head -n 1)" /fr/term/tuteur
is 'what is typed is kept by nobody' "$(header Cache-Control)" no-store
get '/fr/suggest.json?q=refug'
ok 'accents may be left out' grep -qF '"title":"réfugié' "$answer/body"
get '/fr/suggest.json?q=R%C3%89FUG'
ok 'and capitals typed' grep -qF '"title":"réfugié' "$answer/body"
for typed in '' l ' l ' "l'" '🙂' '%' '_' '\' '"' '*' '..'; do
	get "/fr/suggest.json?q=$(escaped "$typed")"
	if [ "$status" = 302 ]; then
		get "$(header Location)"
	fi
	is "nothing for '$typed'" "$status $(urls)" '200 '
done
has 'which is said in words' '"said":"Aucune proposition."'
for typed in "'; DROP TABLE item; --" '<script>alert(1)</script>' \
    'http://example.org/?a=b' "$(printf '\356\200\200mot\356\200\201')"; do
	get "/fr/suggest.json?q=$(escaped "$typed")"
	is "harmless: $typed" "$status" 200
	hasnt 'nothing breaks out of its string' '"query":""'
done
get "/fr/suggest.json?q=$(printf '%07000d' 0 | tr 0 x)"
is 'seven thousand letters find nothing' "$status $(urls)" '200 '
get '/fr/suggest.json?q=a%01b'
is 'control characters are refused' "$status" 400
get '/fr/suggest.json?q=%FF'
is 'so is what is no text' "$status" 400
get '/fr/suggest.json?q=ab&q=cd'
is 'and a key said twice' "$status" 400

for page in '' resource search; do
	get "/sv/$page"
	has "/sv/$page: the words box knows where to ask" \
	    'data-suggest="/sv/suggest.json"'
done

done_testing
