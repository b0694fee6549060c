#!/bin/sh
# page.sh - somebody adds a page: a line in routes.def, a source, a query, a
# template.  It is built and served, and nothing else had to change.

. tests/lib.sh
. tests/stack.sh

case ${BUILD:-build} in
*asan*)	skip_rest 'this is tried with the plain build' ;;
esac
[ -x build/profint ] || skip_rest 'there is nothing built'

# What is built already is taken along, so that only what follows from the
# new page is built again.
copy=$answer/checkout
mkdir -p "$copy/build"
tar -c --exclude=./build --exclude=./var --exclude=./.git . |
    tar -x -C "$copy"
cp -a build/cgi build/query.* build/profint* build/static build/static.map \
    build/errors build/version "$copy/build/"

# --- what is added ----------------------------------------------------------

cp tests/content/page/newest.c "$copy/cgi/page/"
cp tests/content/page/newest.sql "$copy/sql/query/newest-list.sql"
cp tests/content/page/newest.xml "$copy/templates/"
printf 'ROUTE(SITE, GET, "/{lang}/newest",\t\tnewest,\t\t60,\t"kind")\n' \
    >>"$copy/cgi/routes.def"
is 'four files are new or longer, no other is touched' \
    "$(diff -rq -x build -x var -x .git . "$copy" | sort)" \
    "Files ./cgi/routes.def and $copy/cgi/routes.def differ
Only in $copy/cgi/page: newest.c
Only in $copy/sql/query: newest-list.sql
Only in $copy/templates: newest.xml"
ok 'it is built, without a warning' make -s -C "$copy" "-j$(nproc)" \
    CFLAGS='-O1 -Werror' all
ok 'its words are there' env PROFINT_ROOT="$copy" "$copy/build/profint" \
    messages

# --- it is served -----------------------------------------------------------

own_stack "$copy"

for tag in $(languages); do
	get "/$tag/newest"
	is "$tag: it is there" "$status $(header Content-Language)" "200 $tag"
	is "$tag: with its cards" \
	    "$(grep -c '<article class="card ' "$answer/body")" 10
	has "$tag: it has its own address" \
	    "<link rel=\"canonical\" href=\"$base/$tag/newest\">"
	has "$tag: and its translations" \
	    "hreflang=\"sv\" href=\"$base/sv/newest\""
done
get /fr/newest
is 'it is kept, as its route says' "$(header X-Cache)" HIT
get '/fr/newest?kind=case'
is 'its key is known' "$status" 200
ok 'and counts' grep -q 'href="/fr/case/' "$answer/body"
hasnt 'for all' 'href="/fr/tool/'
get '/fr/newest?sort=x'
is 'others are not' "$status $(header Location)" '302 /fr/newest'
get /newest
is 'without a language it is not there' "$status" 404
get -X POST /fr/newest
is 'it is only read' "$status" 405
get /fr/model
is 'the other pages are what they were' "$status" 200

done_testing
