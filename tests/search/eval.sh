# eval.sh - how well search finds: our own questions and public collections.
#
# usage: sh tests/search/eval.sh [FILE...]	(make eval COLLECTIONS=...)
#
# FILE is a collection that tests/search/convert.mjs reads.  Dictionaries of
# Debian's dict-freedict-* are read where they are installed.  Everything lives
# in a stack of its own and is gone afterwards.  Questions go through the
# statement of the page, sql/query/search-list.sql.

set -u
. tests/lib.sh
. tests/stack.sh
exec 3>&1

# The statement of the page as a function.
statement() {
	echo 'CREATE FUNCTION pg_temp.list(text, text, jsonb, text, int, int)
	    RETURNS SETOF text LANGUAGE sql STABLE AS $list$
	    SELECT kind || $sep$/$sep$ || slug FROM ('
	cat sql/query/search-list.sql
	echo ') AS one $list$;'
}

# usage: score DATABASE QUESTIONS KIND ACROSS
score() {
	awk -F '\t' -v OFS='\t' '!/^#/ {
		gsub(/\\/, "\\\\")
		print $1, $2, $3, (NF > 3 ? $4 : "\\N")
	}' "$2" | PGOPTIONS="-c score.kind=$3 -c score.across=$4
	    -c plan_cache_mode=force_generic_plan" psql -X \
	    -v ON_ERROR_STOP=1 -v list="$answer/list.sql" -d "$1" \
	    -f tests/search/score.sql
}

# usage: learn DATABASE	dictionaries, where the host has them
learn() {
	[ -e /usr/share/dictd/freedict-fra-eng.index ] || return 0
	PROFINT_DB="host=$PGHOST port=5432 dbname=$1 user=profint_owner" \
	    build/profint lexicon >"$answer/said" 2>&1 || {
		cat "$answer/said" >&2
		exit 1
	}
}

heading() {
	printf '\n%s\n%s\n' "$1" \
	    'page	asked in	number	nDCG@10	P@1	first 3	empty	ms'
}

# usage: fill DATABASE FOLDER	items into a database of their own
fill() {
	psql -X -q -d postgres -c "DROP DATABASE IF EXISTS $1" \
	    -c "CREATE DATABASE $1 OWNER profint_owner" &&
	    psql -X -q -v ON_ERROR_STOP=1 -f sql/role.sql "$1" &&
	    (
		PROFINT_DB="host=$PGHOST port=5432 dbname=$1 user=profint_owner"
		build/profint migrate >/dev/null &&
		    build/profint import --collection eval "$2"
	    )
}

# usage: foreign FILE [LANGUAGE]
foreign() {
	rm -rf "$answer/collection"
	mkdir "$answer/collection"
	node tests/search/convert.mjs "$1" "$answer/collection" ${2-} &&
	    fill foreign "$answer/collection/items" ||
		exit 1
	learn foreign
	heading "${1##*/} ${2-}"
	score foreign "$answer/collection/queries.tsv" page off
}

own_stack "$(pwd)"
statement >"$answer/list.sql"
learn profint
heading 'Our own content'
score profint tests/search/queries.tsv '' on
for file in "$@"; do
	case $file in
	*.tsv)
		for language in $(head -n 1 "$file" | cut -f 2-); do
			foreign "$file" "$language"
		done
		;;
	*)	foreign "$file" ;;
	esac
done
