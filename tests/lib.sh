# lib.sh - the vocabulary of the tests in sh: a reader's requests, TAP.
#
# A test begins with `. tests/lib.sh` and ends with `done_testing`.
# $base is the address of the site: what tests/run started, or by itself
#	base=http://localhost:8080 sh tests/http/probe.sh

base=${base:-http://localhost:8080}
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT
tap_count=0
tap_failed=0
status=

# --- assertions -------------------------------------------------------------

# usage: ok SENTENCE COMMAND...
# The sentence holds when the command succeeds.
ok() {
	sentence=$1
	shift
	tap_count=$((tap_count + 1))
	if "$@" >"$answer/said" 2>&1; then
		echo "ok $tap_count - $sentence"
	else
		echo "not ok $tap_count - $sentence"
		echo "# $0: $sentence" >&2
		sed "s/^/# /" "$answer/said" | head -n 20 >&2
		tap_failed=$((tap_failed + 1))
		return 1
	fi
}

# usage: not_ok SENTENCE COMMAND...
# The sentence holds when the command fails.
not_ok() {
	sentence=$1
	shift
	ok "$sentence" tap_fails "$@"
}

tap_fails() {
	! "$@"
}

# usage: is SENTENCE GOT WANTED
is() {
	ok "$1" tap_same "$2" "$3"
}

tap_same() {
	[ "$1" = "$2" ] && return
	echo "got:    $1"
	echo "wanted: $2"
	return 1
}

# usage: has SENTENCE TEXT
# The body of the last answer contains the text, word for word.
has() {
	ok "$1" tap_has "$2"
}

tap_has() {
	grep -qF -e "$1" "$answer/body" && return
	echo "status $status; not found: $1"
	head -c 600 "$answer/body"
	return 1
}

# usage: hasnt SENTENCE TEXT
hasnt() {
	not_ok "$1" grep -F -e "$2" "$answer/body"
}

# usage: skip_rest REASON
# Ends the test: what follows cannot be tried here.
skip_rest() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count # SKIP $1"
	done_testing
}

# usage: done_testing
done_testing() {
	echo "1..$tap_count"
	[ "$tap_failed" = 0 ]
	exit
}

# --- requests ---------------------------------------------------------------

# usage: get [CURL OPTION]... PATH
# Asks for PATH; fills $status, and the files $answer/body and $answer/head.
# Redirects are not followed, compression is undone.
get() {
	for path; do :; done
	tap_options=$(($# - 1))
	while [ "$tap_options" -gt 0 ]; do
		set -- "$@" "$1"
		shift
		tap_options=$((tap_options - 1))
	done
	shift
	: >"$answer/body"
	status=$(curl -sS --max-time 30 --path-as-is -o "$answer/body" \
	    -D "$answer/head" -w '%{http_code}' "$@" "$base$path" \
	    2>"$answer/trouble")
}

# usage: header NAME
# Prints the value of the last answer's header, nothing when it has none.
header() {
	tr -d '\r' <"$answer/head" | sed -n "s/^$1: *//Ip"
}

# usage: body
# Prints the body of the last answer.
body() {
	cat "$answer/body"
}

# usage: links PATTERN
# Prints the local addresses in the last answer that the extended regular
# expression matches, each once, in their order.
links() {
	grep -oE 'href="/[^"]*"' "$answer/body" | sed 's/^href="//; s/"$//
	    s/&amp;/\&/g' | grep -E -e "$1" | awk '!seen[$0]++'
}

# --- what the site knows ----------------------------------------------------

# usage: languages
# Prints the tags of i18n/LOCALES.
languages() {
	sed -n 's/^\([a-z][A-Za-z-]*\)	.*/\1/p' i18n/LOCALES
}

# usage: query SQL
# Prints rows of the site's database, columns separated by |.
query() {
	psql -XAtqc "$1"
}

# usage: need_database
# Ends the test where there is no database to compare with.
need_database() {
	[ -n "${PGHOST-}" ] || skip_rest 'there is no database to ask'
}
