# start.sh - a reader types the bare address and is greeted in his language.

. tests/lib.sh

get /
is 'the bare address leads on' "$status" 302
is 'to the first language, when nothing is said' "$(header Location)" /fr/
is 'it depends on what the browser says' "$(header Vary)" \
    'Accept-Language, Cookie'
is 'it is not kept by anyone' "$(header Cache-Control)" no-store
is 'nor by us' "$(header X-Cache)" ''
is 'it has no body' "$(header Content-Length)" 0

# usage: greeted ACCEPT-LANGUAGE TAG
greeted() {
	get -H "Accept-Language: $1" /
	is "\"$(printf '%.40s' "$1")\" is greeted in $2" \
	    "$status $(header Location)" "302 /$2/"
}

greeted 'fr'					fr
greeted 'en-GB,en;q=0.9'			en
greeted 'sv-SE,sv;q=0.9,en;q=0.8,fr;q=0.7'	sv
greeted 'it-CH'					it
greeted 'SV'					sv
greeted 'en;q=0.2, it;q=0.9'			it
greeted 'de, en;q=0.5'				en
greeted 'br'					fr
greeted 'ca'					fr
greeted 'so'					en
greeted 'so, sv;q=0.8'				sv
greeted 'da'					sv
greeted 'nb-NO'					sv
greeted 'sc'					it
greeted '*'					fr
greeted 'fr;q=0, *;q=0.1'			en
greeted 'fr;q=0, en;q=0'			it
greeted 'zh-Hant-TW, ja'			fr
greeted 'en;q=abc, sv;q=0.1'			sv
greeted ', ,;;q=, it'				it
greeted 'not/a/tag, "quoted", en'		en
greeted "sv, $(head -c 7000 /dev/zero | tr '\0' x)"	sv

get -H 'Accept-Language: it' -H 'Accept-Language: sv' /
is 'of two headers the first counts, or both' "$status" 302

for tag in $(languages); do
	get -H "Cookie: lang=$tag" -H 'Accept-Language: de' /
	is "who has chosen $tag by hand gets it" "$(header Location)" "/$tag/"
done
get -H 'Cookie: lang=xx' -H 'Accept-Language: sv' /
is 'a choice that is none is no choice' "$(header Location)" /sv/
get -H 'Cookie: lang=//evil.example' /
is 'and leads nowhere else' "$(header Location)" /fr/
get -H "Cookie: lang=$(head -c 3000 /dev/zero | tr '\0' s)" \
    -H 'Accept-Language: it' /
is 'however long it is' "$(header Location)" /it/
get -H 'Cookie: other=sv; language=en' /
is 'other cookies choose nothing' "$(header Location)" /fr/

get -H 'Host: evil.example' -H 'X-Forwarded-Host: evil.example' \
    -H 'Forwarded: host=evil.example' /
is 'who claims to be another host changes nothing' "$(header Location)" /fr/
get '/?utm_source=letter&fbclid=1'
is 'a link from elsewhere leads to the clean address' \
    "$status $(header Location)" '302 /'
get -I -H 'Accept-Language: sv' /
is 'HEAD is answered alike' "$status $(header Location)" '302 /sv/'

for tag in $(languages); do
	get "/$tag"
	is "/$tag lacks only its slash" "$status $(header Location)" \
	    "301 /$tag/"
done

done_testing
