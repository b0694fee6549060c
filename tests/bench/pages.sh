# pages.sh - how fast pages are, beside what nginx and PostgreSQL can do.
#
# Everything runs on this machine, one after the other; only the ratios mean
# something elsewhere.  SECONDS_EACH (5) is how long each is measured.
. tests/lib.sh
. tests/stack.sh

each=${SECONDS_EACH:-5}
path=/sv/case/madame-s

# A copy whose nginx keeps no page, so that each request is worked for.
copy=$(mktemp -d)/copy
mkdir "$copy"
cp -r build i18n nginx sql templates "$copy/"
mkdir -p "$copy/cgi"
cp -r cgi/content "$copy/cgi/"
sed -i 's/^fastcgi_cache	.*/fastcgi_cache	off;/' "$copy/nginx/cached.conf"
own_stack "$copy"
trap 'own_stack_end; rm -rf "$(dirname "$copy")"' EXIT

# usage: rate URL	requests a second, every one of them answered with 200
rate() {
	wrk -t1 -c16 -d"$each" -H 'Accept-Encoding: gzip' "$1" |
	    awk '/Requests.sec/ { rate = $2 } /Non-2xx/ { bad = $0 }
		END { if (bad != "") print bad; else printf "%.0f\n", rate }'
}

# usage: row WHAT RATE [OF]	a line of the table, with the ratio to OF
row() {
	awk -v what="$1" -v rate="$2" -v of="${3-}" 'BEGIN {
		printf "%-52s %8s /s", what, rate
		if (of > 0)
			printf "   %.2f", rate / of
		printf "\n"
	}'
}

# usage: statements	what one item page asks, as pgbench wants it
statements() {
	printf '%s\n' '\startpipeline'
	for name in item-page item-sections item-links item-facts; do
		sed -e '/^--/d' -e 's/\$1/:kind/g' -e 's/\$2/:slug/g' \
		    -e 's/\$3/:lang/g' -e 's/\$4/:part/g' "sql/query/$name.sql"
		echo ';'
	done
	printf '%s\n' '\endpipeline'
}

statements >"$answer/page.sql"
asked=$(PGUSER=profint_site pgbench -n -M prepared -c 4 -j 2 -T "$each" \
    -D kind=case -D slug=madame-s -D lang=sv -D part=page \
    -f "$answer/page.sql" \
    2>"$answer/trouble" | sed -n 's/^tps = \([0-9]*\).*/\1/p')
get "$path"
cp "$answer/body" "$copy/build/static/page.00000000.html"
gzip -9kn "$copy/build/static/page.00000000.html"
uncached=$(rate "$base$path")
hello=$(rate "$base/livez")
static=$(rate "$base/static/page.00000000.html")
search=$(rate "$base/sv/search?q=bostad")
own_stack_stop
cp nginx/cached.conf "$copy/nginx/"
own_stack_start
get "$path"
cached=$(rate "$base$path")

printf 'one page of %s bytes, %s compressed; wrk -t1 -c16, %s s each\n' \
    "$(wc -c <"$answer/body")" \
    "$(wc -c <"$copy/build/static/page.00000000.html.gz")" "$each"
row 'the same bytes as a file' "$static"
row 'the page from the cache (budget: 0.8 of the file)' "$cached" "$static"
row 'FastCGI hello (/livez)' "$hello"
row 'its four statements under pgbench, 4 clients' "$asked"
row 'the page, worked for each time' "$uncached"
awk -v page="$uncached" -v asked="$asked" -v hello="$hello" 'BEGIN {
	printf "time a page: %.0f us; budget, statements + 2 hellos: %.0f us\n",
	    1e6 / page, 1e6 / asked + 2e6 / hello }'
row 'search, one word' "$search"
printf 'a worker: %s MB resident\n' "$(own_workers | while read -r pid; do
	awk '/VmRSS/ { print $2 / 1024 }' "/proc/$pid/status"; done |
	sort -n | tail -n 1)"
