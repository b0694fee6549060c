# kinds.sh - what only some kinds have: steps, coded questions, short names.
. tests/lib.sh

[ -n "${PGHOST-}" ] || skip_rest 'there is no database to import into'

work=$(mktemp -d)
name=profint_kinds_$$
trap 'rm -rf "$answer" "$work"; psql -Xqc "DROP DATABASE IF EXISTS $name" postgres' EXIT

profint=$(realpath "${BUILD:-build}/profint")
psql -Xqc "CREATE DATABASE $name" postgres
psql -Xq -v ON_ERROR_STOP=1 -f sql/role.sql $name
PROFINT_DB="host=$PGHOST port=$PGPORT dbname=$name user=profint_owner"
PROFINT_ROOT=$(pwd)
export PROFINT_DB PROFINT_ROOT
$profint migrate >/dev/null

# usage: query SQL
query() {
	psql -XAtqc "$1" "$name"
}

# usage: fresh	$work/host is the sample collection again
fresh() {
	rm -rf "$work/host"
	cp -r tests/content/kinds "$work/host"
}

fresh
ok 'the samples are canonical' $profint check "$work/host"
ok 'they are imported' $profint import "$work/host"
ok 'and exported' $profint export --collection host "$work/out"
ok 'byte for byte' diff -r tests/content/kinds "$work/out"

is 'a module has its steps, in order' "$(query "SELECT string_agg(step || ' '
    || alone_minutes || ' ' || group_minutes, ', ' ORDER BY position)
    FROM item_step")" \
    'situate 5 20, case 10 20, discussion 15 20, tool 20 20, project 25 20, evaluation 30 0'
is 'a section knows its step' "$(query "SELECT string_agg(role, ' '
    ORDER BY position) FROM item_section WHERE lang = 'fr' AND step = 'case'")" \
    'alone group aim room run pitfalls variants handout screen'
is 'or that it has none' "$(query "SELECT string_agg(role, ' '
    ORDER BY section.position) FROM item_section AS section
    JOIN item USING (item_id)
    WHERE kind = 'module' AND lang = 'fr' AND step IS NULL")" \
    'goals skills check evaluation'
is 'a tool has its short name' "$(query \
    "SELECT code FROM item WHERE kind = 'tool'")" WT9
is 'a question names its factors by their titles' "$(query "SELECT count(*)
    FROM item_section WHERE lang = 'sv'
    AND body::text LIKE '%<a href=\"/sv/factor/one\">En faktor</a>%'")" 1
is 'in the source language where there is no other' "$(query "SELECT count(*)
    FROM item_section WHERE lang = 'it'
    AND body::text LIKE '%<a href=\"/it/factor/one\" lang=\"fr\">Un facteur<%'")" 1
is 'feedback is translated like all else' "$(query "SELECT state
    FROM segment_state JOIN item USING (item_id) WHERE kind = 'module'
    AND lang = 'sv' AND name = 'check1-feedback'")" machine

sed -i 's/alone="10" group="20"/alone="12" group="20"/' "$work/host/module/one/fr.xml"
$profint import "$work/host" >/dev/null
is 'minutes change' "$(query \
    "SELECT alone_minutes FROM item_step WHERE step = 'case'")" 12
rm -r "$work/host/module"
$profint import "$work/host" >/dev/null
is 'steps go with their module' "$(query 'SELECT count(*) FROM item_step')" 0

# usage: refused SENTENCE FILE SED WORDS
refused() {
	fresh
	sed -i "$3" "$work/host/$2"
	ok "$1" try_refused "$2" "$4"
}

try_refused() {
	$profint check "$work/host" >"$work/said" 2>&1
	code=$?
	cat "$work/said"
	[ $code = 1 ] && grep -F -e "$1:" "$work/said" | grep -qF -e "$2"
}

refused 'a factor that is not there is refused' grid/one/fr.xml \
    's/factor="one"/factor="one two"/' 'no item factor/two'
refused 'a question without factor is refused' grid/one/fr.xml \
    's/ factor="one"//' grid/one
refused 'an empty factor is refused' grid/one/fr.xml \
    's/factor="one"/factor=""/' 'not of the form'
refused 'two right answers are refused' module/one/fr.xml \
    's/check1-a"/& right="yes"/' module/one
refused 'no right answer is refused' module/one/fr.xml \
    's/ right="yes"//' module/one
refused 'a step too many is refused' module/one/fr.xml \
    's/kind="tool"/kind="case"/' module/one
refused 'endless minutes are refused' module/one/fr.xml \
    's/alone="5"/alone="5000"/' module/one
refused 'a short name is short' tool/one/item.xml \
    's/WT9/Worksheet/' 'not a short name'

done_testing
