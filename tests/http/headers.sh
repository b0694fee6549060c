# headers.sh - no answer, of whatever kind, lets a browser do more than it
# must, and none tells one reader about another.

. tests/lib.sh

# --- security ---------------------------------------------------------------

policy="default-src 'none'; script-src 'self'; style-src 'self'; \
img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; \
form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

# usage: safe WHAT	the last answer has each header once, as it should be
safe() {
	tr -d '\r' <"$answer/head" | grep -iE '^(content-security-policy|x-content-type-options|referrer-policy|cross-origin-[a-z]*-policy|permissions-policy):' |
	    sort >"$answer/safe"
	is "$1: safe" "$(cat "$answer/safe")" "Content-Security-Policy: $policy
Cross-Origin-Embedder-Policy: require-corp
Cross-Origin-Opener-Policy: same-origin
Cross-Origin-Resource-Policy: same-origin
Permissions-Policy: camera=(), geolocation=(), microphone=()
Referrer-Policy: no-referrer
X-Content-Type-Options: nosniff"
	ok "  with one number" expr "$(header X-Request-Id)" : \
	    '[0-9a-f]\{32\}$'
	is '  without a cookie' "$(header Set-Cookie)" ''
	is '  nor a word about what runs here' \
	    "$(header Server) $(header X-Powered-By)" 'nginx '
	is '  nor one that is for nginx alone' \
	    "$(grep -ic '^X-Accel' "$answer/head")" 0
	is '  nor one for https, on http' \
	    "$(header Strict-Transport-Security)" ''
}

# usage: answered STATUS [CURL OPTION]... PATH
answered() {
	expected=$1
	shift
	get "$@"
	for path; do :; done
	is "$(printf '%.50s' "$path") is $expected" "$status" "$expected"
	safe "$(printf '%.50s' "$path")"
}

style=$(sed -n 's/^style.css	//p' build/static.map)
icons=$(sed -n 's/^icons.svg	//p' build/static.map)
script=$(sed -n 's/^script.js	//p' build/static.map)
answered 302 /
answered 301 /fr
answered 301 /fr/page/home
answered 302 /fr/resource?unknown=1
answered 200 /fr/
answered 200 /fr/	# now from the cache
is 'from the cache' "$(header X-Cache)" HIT
tag=$(header ETag)
answered 304 -H "If-None-Match: $tag" /fr/
answered 200 -I /fr/
answered 200 /en/case/madame-s
answered 200 /it/search?q=casa
answered 200 /sv/search.json?q=arbete
answered 200 /sitemap.xml
answered 200 /robots.txt
answered 200 /favicon.ico
answered 200 "/static/$style"
answered 200 "/static/$icons"
answered 200 "/static/$script"
answered 200 /livez
answered 200 /readyz
answered 400 /fr/%ff
answered 400 /fr/%zz
answered 404 /fr/none
answered 404 /none
answered 404 /static/none
answered 405 -X PUT /fr/
answered 405 -X OPTIONS /
head -c 70000 /dev/zero | tr '\0' x >"$answer/large"
answered 413 --data-binary "@$answer/large" /fr/
answered 414 "/fr/$(head -c 9000 /dev/zero | tr '\0' a)"
answered 400 -H "X-Long: $(head -c 40000 /dev/zero | tr '\0' x)" /fr/

# --- one page for all -------------------------------------------------------

# A page is kept under its address as written.  With some of its letters
# written as %XX it is the same page under an address that nobody has asked
# for yet: a stranger may be the first.
# usage: written NUMBER		prints /fr/model, differently for 0 to 31
written() {
	printf '/fr/'
	bits=$1
	for letter in m:%6d o:%6f d:%64 e:%65 l:%6c; do
		[ $((bits % 2)) = 0 ] && printf '%s' "${letter%:*}" ||
			printf '%s' "${letter#*:}"
		bits=$((bits / 2))
	done
}
get /fr/model
sum=$(sha256sum <"$answer/body")
# usage: same SENTENCE [CURL OPTION]... PATH
same() {
	sentence=$1
	shift
	get "$@"
	is "$sentence" "$status $(sha256sum <"$answer/body")" "200 $sum"
}
number=0
# usage: harmless WHAT HEADER...	asked first with these headers, then plain
harmless() {
	what=$1
	shift
	number=$((number + 1))
	for name; do
		set -- "$@" -H "$name"
		shift
	done
	strange=$(written $number)
	same "$what changes nothing" "$@" "$strange"
	same '  nor for who comes later' "$strange"
	is '  from what was kept' "$(header X-Cache)" HIT
	same '  nor for who comes with it to what was kept' "$@" /fr/model
}
harmless 'a cookie' 'Cookie: lang=sv; session=abc'
harmless 'a preferred language' 'Accept-Language: sv'
harmless 'another host' 'Host: evil.example'
harmless 'a host told by a proxy' 'X-Forwarded-Host: evil.example' \
    'Forwarded: host=evil.example;proto=https' 'X-Host: evil.example' \
    'X-Forwarded-Server: evil.example' 'X-HTTP-Host-Override: evil.example'
harmless 'another scheme and port' 'X-Forwarded-Proto: https' \
    'X-Forwarded-Scheme: nothttps' 'X-Forwarded-Port: 1' \
    'X-Forwarded-SSL: on'
harmless 'another path' 'X-Original-URL: /sv/' 'X-Rewrite-URL: /sv/' \
    'X-Forwarded-Prefix: /evil'
harmless 'another method' 'X-HTTP-Method-Override: POST' \
    'X-HTTP-Method: DELETE' 'X-Method-Override: PUT'
harmless 'what a handler is told by nginx' 'PROFINT-LANG-COOKIE: sv' \
    'Profint-Root: x' 'HTTP-ACCEPT-LANGUAGE: sv' 'Proxy: http://evil.example'
harmless 'who one is' 'Authorization: Basic YTpi' 'X-Forwarded-For: 1.2.3.4' \
    'User-Agent: Mozilla' 'Referer: http://evil.example/' \
    'X-Requested-With: XMLHttpRequest' 'DNT: 1' 'Sec-GPC: 1'
harmless 'to wish for another cache' 'Cache-Control: no-cache' \
    'Pragma: no-cache' 'X-Accel-Expires: 0' 'Accept: application/json'
same 'compressed it is the same' -H 'Accept-Encoding: gzip' --compressed \
    /fr/model
is 'it says what it depends on' "$(header Vary)" Accept-Encoding
get -I "$(written 31)"
get "$(written 31)"
is 'who asks for the head first leaves the body to others' \
    "$(sha256sum <"$answer/body")" "$sum"

# --- what is kept and what is not -------------------------------------------

# usage: kept PATH	from the second time on
kept() {
	get "$1"
	get "$1"
	is "$1 is kept" "$(header X-Cache)" HIT
	is '  browsers may keep it for a minute' "$(header Cache-Control)" \
	    'public, max-age=60'
	ok '  and ask whether it changed' \
	    expr "$(header ETag)" : 'W/"[0-9a-f]\{16\}"$'
	is '  but not without asking the network for another reader' \
	    "$(header Vary)" Accept-Encoding
}
# usage: fresh PATH	never kept
fresh() {
	get "$1"
	get "$1"
	ok "$1 is not kept" test "$(header X-Cache)" != HIT
	is '  by nobody' "$(header Cache-Control)" no-store
}
for path in /fr/ /en/model /it/module '/sv/resource?kind=case' /fr/term \
    /en/factor/f01-full-integration /sitemap.xml; do
	kept "$path"
done
for path in / /livez /readyz '/fr/search?q=emploi' /fr/search.json \
    /fr/none '/fr/resource?kind=a&kind=b' /fr/page/home \
    '/fr/model?a=b'; do
	fresh "$path"
done
get -X POST /fr/model
get /fr/model
is 'a refused method leaves what was kept alone' \
    "$(sha256sum <"$answer/body")" "$sum"

done_testing
