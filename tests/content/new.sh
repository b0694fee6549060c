#!/bin/sh
# new.sh - weeks go by, a host adds and mends texts, and readers are told.

. tests/lib.sh
. tests/stack.sh

case ${BUILD:-build} in
*asan*)	skip_rest 'this is tried with the plain build' ;;
esac
[ -x build/profint ] || skip_rest 'there is nothing built'

own_stack "$(pwd)"
host=$answer/association
mkdir -p "$host/term"
cp -r i18n/content/term/mentorat "$host/term/local-mentorat"
rm "$host/term/local-mentorat/en.xml" "$host/term/local-mentorat/it.xml"

# usage: import		as the host does it, into the running site
import() {
	build/profint import "$host" >"$answer/import" 2>&1
}

# usage: pass DAYS	as if that had been so many days ago
pass() {
	query "UPDATE item_news SET day = day - $1"
}

# usage: mend LANG OLD NEW	a sentence of the host's text
mend() {
	sed "s/$2/$3/" "$host/term/local-mentorat/$1.xml" >"$answer/mended"
	cat "$answer/mended" >"$host/term/local-mentorat/$1.xml"
}

# usage: told LANG	what the page of news says, a line each; asked at an
# address that no cache has, since nothing waits here for five minutes
told() {
	rm -rf "$VAR"/cache/*
	get "/$1/new"
	sed -n 's/.*<p class="facts"><span>[^<]*<\/span>\(.*\)<\/p>.*/\1/p' \
	    "$answer/body" | sed 's/<[^>]*>/ /g; s/  */ /g; s/^ //; s/ $//'
}

is 'a fresh site has one line' "$(told sv)" 'Visa alla resurser'
pass 70
ok 'the host adds a term' import
is 'which is new in Swedish' "$(told sv)" 'Nytt Ord i ordlistan
Visa alla resurser'
hasnt 'and where to begin is no longer said' 'class="areas"'
is 'and no news in Italian, which it has not' "$(told it)" \
    'Vedi tutte le risorse'
is 'two months are two headings' "$(told sv >/dev/null
    grep -c '<h2>[A-Z][a-z]* 20[0-9][0-9]<' "$answer/body")" 2
ok 'the same is imported again' import
is 'and is no news' "$(query "SELECT count(*) FROM item_news
    WHERE what <> 'new'")" 0

pass 40
mend sv 'en erfaren person' 'en mycket erfaren person'
ok 'its Swedish is mended' import
is 'which is told' "$(told sv | head -n 2)" 'Ändrad text Ord i ordlistan
Nytt Ord i ordlistan'
is 'in Swedish alone' "$(told fr | head -n 1)" 'Nouveau Terme du glossaire'
rm -rf "$VAR"/cache/*
get /sv/feed.atom
is 'the feed has it once' \
    "$(grep -c '<id>tag:localhost,2026:/sv/term/local-mentorat</id>' \
    "$answer/body")" 1
has 'with what happened last' '<category term="changed" label="Ändrad text"/>'
ok 'it is Atom' xmllint --noout --relaxng tests/http/atom.rng "$answer/body"
ok 'newest first' sh -c 'grep -o "<updated>[^<]*" "$1" | sed 1d >"$1.days" &&
    sort -r "$1.days" | cmp -s - "$1.days"' - "$answer/body"

pass 40
sed 's/state="machine"/state="reviewed" by="Maja" on="2026-11-01"/' \
    "$host/term/local-mentorat/sv.xml" >"$answer/mended"
cat "$answer/mended" >"$host/term/local-mentorat/sv.xml"
cp i18n/content/term/mentorat/it.xml "$host/term/local-mentorat/"
ok 'it is reviewed and translated' import
is 'reviewed in Swedish' "$(told sv | head -n 1)" \
    'Granskad översättning Ord i ordlistan'
is 'translated into Italian' "$(told it | head -n 1)" \
    'Nuova traduzione Termine del glossario'
get '/sv/search?q=mentorskap&state=reviewed'
has 'a list can be narrowed to what was reviewed' \
    'href="/sv/term/local-mentorat"'
is 'and to nothing else' "$(links '^/sv/(term|case)/.' | wc -l)" 1
get '/en/search.json?q=mentorskap&language=it'
has 'or to a language' '"slug":"local-mentorat"'
get '/en/search.json?q=mentorskap&language=en'
hasnt 'which another has not' '"slug":"local-mentorat"'

done_testing
