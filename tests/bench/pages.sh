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
cp -r cgi/content cgi/routes.def "$copy/cgi/"
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

# --- saving -----------------------------------------------------------------

# usage: person NUMBER	somebody who has saved once, and 250 forms to save
person() {
	jar=$answer/jar$1
	set -- "$1" $(curl -s -b "$jar" -c "$jar" "$base$step" | form)
	curl -s -o "$answer/first" -b "$jar" -c "$jar" --data \
	    "key=$2&token=$3&action=save&c.q1=Un&v.c.q1=0." "$base$step"
	{
		sed -n 's/.*profint	\([0-9a-f]*\)$/profint=\1/p' "$jar"
		curl -s -b "$jar" "$base$step#[1-250]" | form
	} >"$answer/people/$1"
}

# usage: form	the first key and token of each page, a line each
form() {
	awk '
		/<title>/ { key = "" }
		match($0, /name="key" value="[0-9a-f]*/) && key == "" {
			key = substr($0, RSTART + 18, RLENGTH - 18)
		}
		match($0, /name="token" value="[0-9a-f]*/) && key != "" &&
		    key != last {
			last = key
			print key, substr($0, RSTART + 20, RLENGTH - 20)
		}'
}

step=/fr/step/networks/case
query 'ALTER SYSTEM SET fsync = on'
query 'SELECT pg_reload_conf()' >/dev/null
mkdir "$answer/people"
for number in $(seq 16); do
	person "$number"
done
before=$(query 'SELECT count(*) FROM learn.request')
wrk -t16 -c16 -d10 --latency -s tests/bench/save.lua "$base$step" -- \
    "$answer/people" >"$answer/wrk" 2>&1
saves=$(query "SELECT count(*) - $before FROM learn.request")
rate=$(query "SELECT round($saves / extract(epoch FROM max(sent_at) -
    (SELECT sent_at FROM learn.request ORDER BY 1 OFFSET $before LIMIT 1)))
    FROM learn.request")
slowest=$(sed -n 's/^ *99% *//p' "$answer/wrk")
sent=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$answer/wrk")

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
row 'saving an answer, 16 people, fsync on' "$rate"
printf '99 of 100 took less than %s; %s forms sent, %s kept\n' \
    "$slowest" "$sent" "$saves"

# What is mapped from files lies in memory once, for all workers.
for realm in site learn; do
	own_workers $realm | while read -r pid; do
		awk -v realm=$realm '
			/^Rss:/ { all += $2 }
			/^Pss:/ { part += $2 }
			/^Private/ { own += $2 }
			END { printf "a worker of realm %s: %.1f MB resident, " \
			    "%.1f its own, %.1f with its share of the rest\n",
			    realm, all / 1024, own / 1024, part / 1024 }' \
		    "/proc/$pid/smaps_rollup"
	done | sort -rn -k 6 | head -n 1
done
