# error.sh - whatever goes wrong, the reader is told so in his language,
# and nothing breaks.

. tests/lib.sh

# usage: complaints	what the logs of the running stack say that is bad
complaints() {
	[ -z "${VAR-}" ] || grep -hE 'ERROR|FATAL|"level":"(warning|fatal)"' \
	    "$VAR/log/postgresql.log" "$VAR/log/site.log"
}
complaints >"$answer/complaints"

# usage: message TAG ID		prints a message of the interface
message() {
	element=target
	[ "$1" = "$(languages | head -n 1)" ] && element=source
	sed -n "/<unit id=\"$2\">/,/<\/unit>/p" "i18n/messages/$1.xlf" |
	    sed -n "s/.*<$element>\(.*\)<\/$element>.*/\1/p"
}

# usage: told STATUS TAG WHAT	the last answer is that error, with a way on
told() {
	is "$2: $3: $1" "$status" "$1"
	is "$2: in the reader’s language" "$(header Content-Language)" "$2"
	has "$2: by name" "<h1>$(message "$2" "error.$1.title")</h1>"
	id=$(header X-Request-Id)
	ok "$2: with a number to ask about" expr "$id" : '[0-9a-f]\{32\}$'
	has "$2: which stands on the page" "$id"
	has "$2: with a way home" "href=\"/$2/\""
	has "$2: to the resources" "href=\"/$2/resource\""
	has "$2: and to the search" "action=\"/$2/search\""
	is "$2: nobody keeps it" "$(header Cache-Control)" no-store
	has "$2: no search engine either" 'content="noindex"'
	hasnt "$2: it has no address" 'rel="canonical"'
}

head -c 70000 /dev/zero | tr '\0' x >"$answer/large"
for tag in $(languages); do
	get "/$tag/none"
	told 404 "$tag" 'a page that is not there'
	get "/$tag/resource?kind=case&kind=tool"
	told 400 "$tag" 'a key said twice'
	get -X POST -d a=b "/$tag/model"
	told 405 "$tag" 'a method that is not for it'
	is "$tag: which are" "$(header Allow)" 'GET, HEAD'
	get --data-binary "@$answer/large" "/$tag/model"
	told 413 "$tag" 'too large a body'
	get -H "Accept-Language: $tag" /none
	told 404 "$tag" 'outside any language'
done
get -H 'Cookie: lang=sv' -H 'Accept-Language: it' /none
is 'outside any language the choice made by hand counts' \
    "$(header Content-Language)" sv

# What nginx itself refuses says so in every language at once: from 1 MiB on.
head -c 1100000 /dev/zero | tr '\0' x >"$answer/huge"
get --data-binary "@$answer/huge" /fr/model
is 'far too large a body' "$status" 413
for tag in $(languages); do
	ok "is refused in $tag" grep -qE "<(html|section) lang=\"$tag\"" \
	    "$answer/body"
done
has 'with a way on' 'href="/"'
ok 'and a number' expr "$(header X-Request-Id)" : '[0-9a-f]\{32\}$'
is 'to come again helps only when it is 503' "$(header Retry-After)" ''

# --- what is no text --------------------------------------------------------

# usage: refused STATUS WHAT PATH	the answer, and no page of a stranger's
refused() {
	get "$3"
	is "$2: $1" "$status" "$1"
	ok '  with a page' grep -q 'Profint</title>' "$answer/body"
}

refused 400 'a percent sign alone' '/fr/%'
refused 400 'half a byte' '/fr/case/%4'
refused 400 'a byte that is none' '/fr/%zz'
refused 400 'the byte that ends texts in C' '/fr/case/a%00b'
refused 400 'a control character' '/fr/case/a%0d%0aSet-Cookie:%20a=b'
is '  which adds no header' "$(header Set-Cookie)" ''
refused 400 'a tabulator' '/fr/case/a%09b'
refused 400 'a deleted character' '/fr/case/a%7fb'
refused 400 'an overlong slash' '/fr/%c0%af'
refused 400 'a longer one' '/fr/%e0%80%af'
refused 400 'half a surrogate pair' '/fr/%ed%a0%80'
refused 400 'a character beyond the last' '/fr/%f4%90%80%80'
refused 400 'a byte of no character' '/fr/%ff'
refused 400 'the same in a query' '/fr/search?q=%ff'
refused 400 'also in its key' '/fr/search?%ff=a'
refused 400 'a percent sign there' '/fr/search?q=100%'
refused 400 'the byte that ends texts there' '/fr/search?q=a%00b'
refused 400 'a new line there' '/fr/search?q=a%0ab'
long=$(head -c 10000 /dev/zero | tr '\0' a)
get "/fr/case/$long"
is 'a path of 10,000 bytes: 414' "$status" 414
get "/fr/search?q=$long"
is 'a query of 10,000 bytes: 414' "$status" 414
short=$(head -c 5000 /dev/zero | tr '\0' a)
get "/fr/case/$short"
is 'a path of 5,000 bytes: 400' "$status" 400
get "/fr/resource?country=$short"
is 'a country of 5,000 letters is one that nothing has' "$status" 200
get "/fr/$(head -c 3000 /dev/zero | tr '\0' /)"
ok 'a thousand slashes are no page' expr "$status" : '4..$'
get "/fr/case/$(seq -s / 500)"
ok 'five hundred folders neither' expr "$status" : '4..$'
get "/fr/resource?$(seq -f 'a%g=1' -s '&' 900)"
is 'nine hundred keys that are none lead to the clean address' \
    "$status $(header Location)" '302 /fr/resource'
get "/fr/resource?&&&=&=x&kind"
is 'so do keys without a name' "$status $(header Location)" \
    '302 /fr/resource'

# --- what is meant badly ----------------------------------------------------

cat >"$answer/bad" <<-'END'
	'
	"
	\
	' OR 1=1 --
	'; DROP TABLE item; --
	" UNION SELECT body FROM segment --
	1) OR pg_sleep(3)--
	$1
	$$
	%
	_
	\x00
	{fr,en}
	a:*
	!
	& |
	a <-> b
	(((((((((((
	'''
	:::A
	<script>alert(1)</script>
	"><img src=x onerror=alert(1)>
	javascript:alert(1)
	${7*7} {{7*7}} #{7*7}
	../../../../etc/passwd
	%n%n%s%s
	‮right-to-left
	𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧‍👦
	-1
	999999999999999999999
	NULL
END
failed=
raw=
while IFS= read -r bad; do
	for key in 'search?q' 'resource?area' 'resource?also' \
	    'resource?kind' 'resource?factor' 'resource?country' \
	    'resource?sort' 'search.json?q' 'search?q=emploi&page'; do
		get -G --data-urlencode "${key#*[?]}=$bad" "/fr/${key%%[?]*}"
		[ "${status%??}" -lt 5 ] || failed="$failed $key=$bad"
		grep -qF -e '<script>alert' -e '<img src=x' \
		    "$answer/body" && [ "${key%q}" != 'search.json?' ] &&
			raw="$raw $key=$bad"
	done
done <"$answer/bad"
is 'no answer says that something failed' "$failed" ''
is 'and none hands markup back' "$raw" ''

while IFS= read -r bad; do
	encoded=$(printf '%s' "$bad" | od -An -v -tx1 | tr -d '\n' |
	    sed 's/ /%/g')
	for path in "$encoded" "case/$encoded" "$encoded/x"; do
		get "/fr/$path"
		case $status in
		4??)	;;
		*)	failed="$failed $status:$path" ;;
		esac
	done
done <"$answer/bad"
is 'as a path it is just not there' "$failed" ''

get /fr/case/madame-s
is 'all is still well' "$status" 200
is 'neither the database nor a worker had anything to complain about' \
    "$(complaints | diff "$answer/complaints" - | head -n 5)" ''

done_testing
