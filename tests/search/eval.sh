# eval.sh - how well search finds: our own questions and public collections.
#
# usage: sh tests/search/eval.sh [FILE...]	(make eval COLLECTIONS=...)
#
# FILE is a collection that tests/search/convert.mjs reads.  Dictionaries of
# Debian's dict-freedict-* are read where they are installed.  Everything lives
# in a stack of its own and is gone afterwards.  Questions go through the
# statement of the page, sql/query/search-list.sql.
#
# "texts" is the language of the texts that can be found: in each direction
# from another language, all that leads to them is what the lexicon knows.

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

# usage: score DATABASE QUESTIONS KIND TEXTS FOLD	as score.sql says
score() {
	awk -F '\t' -v OFS='\t' '!/^#/ {
		gsub(/\\/, "\\\\")
		print $1, $2, $3, (NF > 3 ? $4 : "\\N")
	}' "$2" | PGOPTIONS="-c score.kind=$3 -c score.texts=$4
	    -c score.fold=$5 -c plan_cache_mode=force_generic_plan" psql -X \
	    -v ON_ERROR_STOP=1 -v list="$answer/list.sql" -d "$1" \
	    -f tests/search/score.sql
}

# usage: learn DATABASE	also from dictionaries, where the host has them
learn() {
	PROFINT_DB="host=$PGHOST port=5432 dbname=$1 user=profint_owner" \
	    build/profint lexicon >"$answer/said" 2>&1 || {
		cat "$answer/said" >&2
		exit 1
	}
}

heading() {
	printf '\n%s\n%s\n' "$1" \
	    'texts	asked in	number	nDCG@10	P@1	first 3	empty	ms'
}

# usage: sum NAME	of lines of score: in the same language, and across
sum() {
	awk -F '\t' -v name="$1" '
	/^#/ { next }
	{
		way = $1 == $2 ? "same" : "other"
		n[way] += $3; ndcg[way] += $3 * $4; first[way] += $3 * $5
		three[way] += $3 * $6; empty[way] += $3 * $7
	}
	END {
		for (i = 1; i <= 2; i++) {
			way = i == 1 ? "same" : "other"
			if (n[way])
				printf "%s, %s language: nDCG@10 %.3f, P@1 %.3f, first 3 %.3f, empty %.3f\n",
				    name, way, ndcg[way] / n[way], first[way] / n[way],
				    three[way] / n[way], empty[way] / n[way]
		}
		if (n["same"] && n["other"])
			printf "%s, other as a share of same: %.3f\n", name,
			    ndcg["other"] / n["other"] / (ndcg["same"] / n["same"])
	}'
}

# --- our own content --------------------------------------------------------

# usage: directions FOLD	every language's questions to each one's texts
directions() {
	for language in $(languages); do
		score profint tests/search/queries.tsv '' "$language" "$1"
	done
}

own() {
	heading 'Our own content'
	score profint tests/search/queries.tsv '' '' '' | tee "$answer/rows"
	sum 'Our own content' <"$answer/rows"
	heading 'Our own content, texts in one language only'
	directions '' | tee "$answer/rows"
	sum 'Texts in one language only' <"$answer/rows"
}

# usage: teach FOLD MOST	learn from at most MOST segments of other items
teach() {
	psql -Xq -v ON_ERROR_STOP=1 -v fold="$1" -v most="$2" <<-'END'
		BEGIN;
		CREATE TABLE IF NOT EXISTS segment_all AS TABLE segment;
		DELETE FROM segment;
		INSERT INTO segment
		SELECT segment.*
		  FROM segment_all AS segment
		  JOIN (SELECT item_id, name
		          FROM segment_all
		          JOIN item USING (item_id)
		         WHERE kind = 'term'
		            OR get_byte(decode(md5(kind || '/' || slug), 'hex'), 0)
		               % 3 <> :fold
		         GROUP BY item_id, name
		        HAVING count(*) > 1
		         ORDER BY md5(item_id || ' ' || name)
		         LIMIT :most) AS taught USING (item_id, name);
		COMMIT;
	END
	learn profint
	segments=$(psql -XAtqc 'SELECT count(DISTINCT (item_id, name)) FROM segment')
}

# A third of the items is left out of what is learned, and all there is to be
# found; three times, so that each item is left out once.
held_out() {
	printf '\n%s\n' 'Items held out of the learning, by segments learned from'
	for most in 0 200 800 100000; do
		: >"$answer/rows"
		for fold in 0 1 2; do
			teach $fold $most
			directions $fold >>"$answer/rows"
		done
		sum "$segments segments" <"$answer/rows"
	done
}

# --- public collections -----------------------------------------------------

# usage: fill DATABASE FOLDER	items into a database of their own
fill() {
	psql -X -q -d postgres -c "DROP DATABASE IF EXISTS $1" \
	    -c "CREATE DATABASE $1 OWNER profint_owner" &&
	    psql -X -q -v ON_ERROR_STOP=1 -f sql/role.sql "$1" &&
	    (
		PROFINT_DB="host=$PGHOST port=5432 dbname=$1 user=profint_owner"
		build/profint migrate >/dev/null &&
		    build/profint import --collection eval "$2"
	    ) >"$answer/said"
}

# usage: foreign FILE [LANGUAGE]
foreign() {
	rm -rf "$answer/collection"
	mkdir "$answer/collection"
	node tests/search/convert.mjs "$1" "$answer/collection" ${2-} &&
	    fill other "$answer/collection/items" ||
		exit 1
	learn other
	score other "$answer/collection/queries.tsv" page "${2-}" ''
}

collections() {
	for file in "$@"; do
		heading "${file##*/}"
		case $file in
		*.tsv)
			for language in $(head -n 1 "$file" | cut -f 2-); do
				foreign "$file" "$language"
			done ;;
		*)	foreign "$file" ;;
		esac >"$answer/rows"
		cat "$answer/rows"
		sum "${file##*/}" <"$answer/rows"
	done
}

own_stack "$(pwd)"
PGOPTIONS='-c client_min_messages=warning'
export PGOPTIONS
statement >"$answer/list.sql"
learn profint
cat "$answer/said"
grep -q '^dictionaries: ' "$answer/said" || echo 'dictionaries: none'
own
collections "$@"
held_out
