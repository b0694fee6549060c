# search.sh - how search grows: items by the thousand, in every language.
#
# usage: ITEMS='1000 10000' sh tests/bench/search.sh	(make bench)
#
# ITEMS (1000) are the sizes of the catalogue, one after the other.  Everything
# lives in a stack of its own and is gone afterwards, unless KEEP names a
# folder for it: a second run with the same KEEP only measures.  The machine
# should have nothing else to do; its load is printed beside each size.

. tests/lib.sh
. tests/stack.sh
exec 3>&1

each=${SECONDS_EACH:-5}

# usage: worked	processor seconds of the database's ended processes
worked() {
	awk '{ print ($16 + $17) / 100 }' \
	    "/proc/$(head -n 1 "$VAR/pg/postmaster.pid")/stat"
}

# usage: clock COMMAND...	seconds it took, and of how much processor time
clock() {
	begun=$(date +%s)
	busy=$(worked)
	"$@" >"$answer/said" 2>&1 || {
		cat "$answer/said" >&2
		exit 1
	}
	took=$(($(date +%s) - begun))
	sleep 1
	awk -v took="$took" -v busy="$busy" \
	    -v now="$(worked)" 'BEGIN {
		printf "%d s (%.0f s of processor time)", took, now - busy }'
}

# With what autovacuum does a little later.
refresh() {
	psql -Xq -v ON_ERROR_STOP=1 -c 'SELECT search_refresh()' \
	    -c 'SELECT browse_refresh()' -c 'VACUUM (ANALYZE)'
}

catalogue() {
	psql -Xq -v first="$1" -v last="$2" -f tests/bench/catalogue.sql
}

# Our own questions, every fourth.
questions() {
	awk -F '\t' -v OFS='\t' '!/^#/ && number++ % 4 == 0 {
		gsub(/\\/, "\\\\")
		print $1, $2
	}' tests/search/queries.tsv
}

# The page's statements, prepared.
statements() {
	for name in list facets; do
		echo "PREPARE $name AS"
		cat "sql/query/search-$name.sql"
		echo ';'
	done
}

# usage: ask CLIENTS	requests, median and 95th percentile over HTTP
ask() {
	wrk -t1 -c"$1" -d"$each" -s tests/bench/search.lua "$base" -- \
	    "$answer/questions" | sed -n "s/^asked /$1 client(s)	/p"
}

# usage: measure ITEMS
measure() {
	printf '\n%s items in each of %s languages, load %s\n' "$1" \
	    "$(languages | wc -l)" "$(cut -d ' ' -f 1 /proc/loadavg)"
	printf '%s\n' 'asked	number	one language: median, p95	all: median, p95	page: median, p95	overlap@10'
	PGOPTIONS='-c jit=off' psql -X -v list="$answer/list.sql" \
	    -f tests/bench/search.sql <"$answer/questions" || exit 1
	printf '%s\n' 'over HTTP	a second	median ms	p95 ms'
	ask 1
	ask 8
}

# A database as a host would give it, with memory.
memory() {
	query 'ALTER SYSTEM SET shared_buffers = "1GB"'
	query 'ALTER SYSTEM SET max_wal_size = "8GB"'
	own_stack_stop
	own_stack_start
}

# usage: load FIRST LAST
load() {
	printf '\n%s items: %s to make, ' "$2" "$(clock catalogue "$1" "$2")"
	printf '%s to load (lexemes, lists, words, facets, titles)\n' \
	    "$(clock refresh)"
	printf 'exact lists: %s\n' \
	    "$(clock psql -X -f tests/bench/exact.sql)"
}

own_stack "$(pwd)" "${KEEP-}"
memory
questions >"$answer/questions"
statements >"$answer/list.sql"
last=$(query "SELECT count(*) FROM item WHERE collection = 'bench'")
for items in ${ITEMS:-1000}; do
	[ "$items" -ge "$last" ] || continue
	[ "$items" = "$last" ] || load $((last + 1)) "$items"
	last=$items
	measure "$items"
done
