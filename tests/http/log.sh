# log.sh - the host can see how the site does, and nobody who read what.

. tests/lib.sh
[ -n "${VAR-}" ] || skip_rest 'there is no log to look into'

# --- one line per request ---------------------------------------------------

# usage: line		prints the worker's line about the last answer
line() {
	grep -F -e "\"request\":\"$(header X-Request-Id)\"" "$VAR/log/site.log"
}
# usage: says FIELD VALUE	the line of the last answer does
says() {
	ok "  $1 is $2" expr "$(line)" : ".*[{,]\"$1\":$2[,}]"
}

get '/fr/search?q=emploi'
length=$(header Content-Length)
is 'a page leaves one line' "$(line | wc -l)" 1
says time '"20[0-9][0-9]-[0-9-]*T[0-9:]*\.[0-9]*Z"'
says level '"info"'
says program '"profint.fcgi"'
says pid '[0-9][0-9]*'
says route '"/{lang}/search"'
says method '"GET"'
says status 200
says us '[1-9][0-9]*'
says database_us '[1-9][0-9]*'
says rows '[1-9][0-9]*'
says bytes "$length"
is 'and no other field' "$(line | grep -oE '"[a-z_]+":' | tr -d '":\n')" \
    timelevelprogrampidrequestroutemethodstatususdatabase_usrowsbytes
get /fr/none/none
is 'a page that is not there too' "$(line | wc -l)" 1
says route '"-"'
says status 404
get /fr/%ff
is 'and what is no text' "$(line | wc -l)" 1
says status 400
get -X POST /fr/model
is 'and a method that is not for it' "$(line | wc -l)" 1
says method '"POST"'
says status 405
get /fr/model
get /fr/model
is 'what was kept costs no worker' "$(line)" ''

id=$(header X-Request-Id)
nginx=$(grep -F -e "\"id\":\"$id\"" "$VAR/log/access.log")
is 'nginx has a line of its own, with the same number' \
    "$(echo "$nginx" | wc -l)" 1
is 'with these fields' \
    "$(echo "$nginx" | grep -oE '"[a-z]+":' | tr -d '":\n')" \
    timeidmethodpathstatusbytessecondscacheupstream

# A path may have bytes that are no text; nginx writes them as they are.
# usage: no_json FILE	prints lines that are not JSON
no_json() {
	perl -MJSON::PP -ne \
	    'print unless eval { JSON::PP->new->decode($_) }' "$1"
}
is 'every line of a worker is JSON' "$(no_json "$VAR/log/site.log")" ''
is 'in UTF-8' "$(iconv -f UTF-8 -t UTF-8 "$VAR/log/site.log" 2>&1 >/dev/null)" ''
is 'and every line of nginx' "$(no_json "$VAR/log/access.log")" ''

# --- and no word about a reader ---------------------------------------------

# Everything a browser says, in every way it may fail.
word=zyxwvut$$
everything() {
	get -H "X-Forwarded-For: 203.0.113.77" -H "Cookie: lang=$word" \
	    -H "Referer: http://$word.example/" -A "$word/1.0" \
	    -H "Accept-Language: $word" -H "Authorization: Basic $word" "$@"
}
everything "/fr/search?q=$word"
everything "/fr/search?q=$word&q=$word"
everything "/fr/search.json?q=$word&page=$word"
everything "/fr/resource?country=$word&area=$word"
everything "/fr/model?utm_source=$word"
everything "/fr/none?$word=$word"
everything "/fr/search?q=$word%ff"
everything "/fr/search?q=$word%00"
everything "/?$word"
everything "/static/none?$word"
everything "/fr?$word"
everything -d "$word=$word" "/fr/search?q=$word"
everything -X "FR$word" "/fr/search?q=$word"
everything "/fr/search?q=$word$(head -c 9000 /dev/zero | tr '\0' a)"
everything -H "X-Long: $word$(head -c 40000 /dev/zero | tr '\0' x)" /
{
	echo "$word"
	head -c 70000 /dev/zero | tr '\0' x
} >"$answer/large"
everything --data-binary "@$answer/large" "/fr/search?q=$word"
everything --http1.0 -H 'Host:' "/fr/search?q=$word"

# usage: found PATTERN	prints where a log has it
found() {
	grep -rnoE -e "$1" "$VAR/log" | head -n 5
}
is 'no log has a word that was typed' "$(found "$word")" ''
is 'nor an address' \
    "$(found '(127\.0\.0\.1|203\.0\.113\.77|(^|[^0-9a-f:])::1([^0-9a-f:]|$))')" ''
is 'nor a word about the browser' "$(found '(curl/|Mozilla|User-Agent)')" ''
is 'nor a query' "$(found '[?&](q|page|area|country|utm_source)=')" ''
is 'nor a line in which nginx says who asked' "$(found 'client: [0-9a-f:]')" ''

done_testing
