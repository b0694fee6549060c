#!/bin/sh
# import.sh - a host's own content: refused whole, or in the database whole.
. tests/lib.sh

[ -n "${PGHOST-}" ] || skip_rest 'there is no database to import into'

work=$(mktemp -d)
name=profint_import_$$
trap 'rm -rf "$answer" "$work"; psql -Xqc "DROP DATABASE IF EXISTS $name" postgres' EXIT

profint=$(realpath "${BUILD:-build}/profint")
psql -Xqc "CREATE DATABASE $name" postgres
psql -Xq -v ON_ERROR_STOP=1 -f sql/role.sql $name
PROFINT_DB="host=$PGHOST port=$PGPORT dbname=$name user=profint_owner"
PROFINT_ROOT=$(pwd)
export PROFINT_DB PROFINT_ROOT

# usage: query SQL
query() {
	psql -XAtqc "$1" "$name"
}

# usage: said COMMAND...	its standard output and its exit status
said() {
	"$@" 2>/dev/null
	echo "$?"
}

# usage: fresh	$work/host is the good collection again
fresh() {
	rm -rf "$work/host"
	cp -r tests/content/good "$work/host"
}

# Everything an import may change, as one line.
fingerprint() {
	for table in item item_alias item_area item_link item_fact item_step item_field \
	    segment item_text item_section item_file; do
		query "SELECT $table::text FROM $table ORDER BY 1"
	done | sha256sum
}

# --- migrate ----------------------------------------------------------------

plain=${name}_c
psql -Xqc "CREATE DATABASE $plain TEMPLATE template0 LOCALE 'C'
    OWNER profint_owner" postgres
PROFINT_DB="${PROFINT_DB%% dbname=*} dbname=$plain user=profint_owner" \
    $profint migrate 2>"$answer/body"
is 'a database that knows English letters only is refused' $? 1
has 'with what to do' 'createdb -T template0 -E UTF8 --locale C.UTF-8'
psql -Xqc "DROP DATABASE $plain" postgres

last=$(ls sql/schema/*.sql | tail -n 1)
last=${last##*/}
is 'a plan ends with the newest migration' \
    "$($profint migrate --plan | tail -n 1)" "${last%.sql}"
is 'a plan changes nothing' "$(query "SELECT count(*) FROM pg_tables
    WHERE schemaname = 'public'")" 0
ok 'an empty database is migrated' $profint migrate
is 'and then there is nothing to do' "$(said $profint migrate)" 0
is 'every migration is on record' "$(query \
    'SELECT count(*) FROM schema_version')" \
    "$(ls sql/schema/*.sql | wc -l)"

# --- import -----------------------------------------------------------------

fresh
is 'a collection is imported' "$(said $profint import "$work/host")" \
    'imported 2 items: 2 new, 0 changed, 0 removed
0'
before=$(fingerprint)
is 'again, it changes nothing' "$(said $profint import "$work/host")" \
    'imported 2 items: 0 new, 0 changed, 0 removed
0'
is 'not a byte' "$(fingerprint)" "$before"
is 'it is called as its folder' "$(query \
    'SELECT DISTINCT collection FROM item')" host
is 'an item has a text in every language' "$(query "SELECT string_agg(
    lang || ' ' || state || ' ' || missing, ', ' ORDER BY lang)
    FROM item_text JOIN item USING (item_id) WHERE kind = 'factor'")" \
    'en missing 6, fr source 0, it missing 6, sv partial 2'
is 'a state is computed alike by importer and database' "$(query "
    SELECT count(*) FROM segment_state AS view JOIN item USING (item_id)
    WHERE kind = 'factor' AND lang = 'sv' AND state = 'missing'")" 2
is 'a missing title is the source’s' "$(query "SELECT title_lang
    FROM item_text JOIN item USING (item_id)
    WHERE kind = 'page' AND lang = 'it'")" sv
is 'and search does not find it' "$(query "SELECT search_title || search_body
    FROM item_text JOIN item USING (item_id)
    WHERE kind = 'page' AND lang = 'it'")" ''
is 'a figure cuts its section' "$(query "SELECT string_agg(role ||
    coalesce(' ' || figure, ''), ', ' ORDER BY section.position)
    FROM item_section AS section JOIN item USING (item_id)
    WHERE kind = 'factor' AND lang = 'fr'")" \
    'statement, meaning wheel, meaning, origin'

query "UPDATE item SET changed_on = '2000-01-01'"
ids=$(query 'SELECT string_agg(item_id::text, $$ $$ ORDER BY kind) FROM item')
$profint import "$work/host" >/dev/null
is 'what has not changed keeps its day' "$(query \
    "SELECT count(*) FROM item WHERE changed_on = '2000-01-01'")" 2
sed -i 's/Une autre phrase/Une phrase revue/' "$work/host/factor/one/fr.xml"
is 'a new sentence is a change' "$(said $profint import "$work/host")" \
    'imported 2 items: 0 new, 1 changed, 0 removed
0'
is 'of its item only' "$(query "SELECT kind FROM item
    WHERE changed_on = current_date")" factor
is 'its translation is stale now' "$(query "SELECT state FROM segment_state
    JOIN item USING (item_id) WHERE kind = 'factor' AND lang = 'sv'
    AND name = 'meaning-1'")" stale
is 'and marked for readers' "$(query "SELECT count(*) FROM item_section
    WHERE lang = 'sv' AND body::text LIKE '%class=\"stale\"%'")" 1

mv "$work/host/page/two" "$work/host/page/deux"
sed -i 's|order="2"/>|order="2">\n  <was slug="two"/>\n</item>|' \
    "$work/host/page/deux/item.xml"
sed -i 's|page/two|page/deux|' "$work/host/factor/one/"*.xml
is 'a slug changes' "$(said $profint import "$work/host" | tail -n 1)" 0
is 'the items keep their numbers' "$(query \
    'SELECT string_agg(item_id::text, $$ $$ ORDER BY kind) FROM item')" "$ids"
is 'the old address leads to the new one' "$(query \
    "SELECT alias.slug || ' ' || item.slug FROM item_alias AS alias
    JOIN item USING (item_id)")" 'two deux'

# --- collections ------------------------------------------------------------

fresh
mkdir "$work/other"
cp -r "$work/host/page" "$work/other/page"
mv "$work/other/page/two" "$work/other/page/three"
$profint import "$work/host" >/dev/null
ok 'another folder is another collection' $profint import "$work/other"
is 'it touches no other' "$(query "SELECT string_agg(
    collection || '/' || slug, ' ' ORDER BY slug) FROM item")" \
    'host/one other/three host/two'
mv "$work/other/page/three" "$work/other/page/two"
not_ok 'an item has one collection' $profint import "$work/other"
mv "$work/other/page/two" "$work/other/page/four"
is 'a collection is replaced' "$(said $profint import "$work/other")" \
    'imported 1 items: 1 new, 0 changed, 1 removed
0'
sed -i 's|page/two|page/four|' "$work/host/factor/one/"*.xml
ok 'items may refer to other collections' $profint import "$work/host"
mkdir "$work/empty"
not_ok 'an empty folder replaces nothing' \
    $profint import --collection host "$work/empty"
is 'everything is still there' "$(query 'SELECT count(*) FROM item')" 3

# --- export, format, stamp, check ---------------------------------------------

fresh
$profint import "$work/host" >/dev/null
ok 'a collection is exported' \
    $profint export --collection host "$work/out"
ok 'byte for byte' diff -r "$work/host" "$work/out"
not_ok 'a collection that is not there is not' \
    $profint export --collection none "$work/none"

ok 'the samples are canonical' $profint check "$work/host"
sed -i 's/^ *//; s/ order="1"/  order='"'1'"'/' "$work/host/factor/one/"*.xml
not_ok 'what is not canonical is named' $profint check "$work/host"
is 'as JSON too' "$(query "SELECT string_agg(fault ->> 'line', ' ')
    FROM json_array_elements('$($profint check --json "$work/host")')
    AS fault")" '2 3 3'
ok 'it is mended' $profint format "$work/host"
ok 'to what it was' diff -r "$work/host" tests/content/good
sed -i 's/ of="[0-9a-f]*"//; s/ state="machine"//' "$work/host/factor/one/sv.xml"
not_ok 'a translation must say what it translates' \
    $profint import "$work/host"
ok 'it is stamped' $profint stamp "$work/host/factor/one"
ok 'with what it was' diff -r "$work/host" tests/content/good

ok 'our own content is right and canonical' $profint check i18n/content
ok 'it is imported' $profint import i18n/content
ok 'it is exported' $profint export "$work/shipped"
ok 'byte for byte, all of it' diff -r -x README.md i18n/content "$work/shipped"

# --- usage --------------------------------------------------------------------

for command in migrate import export check format stamp; do
	ok "$command documents itself" $profint $command --help
	is "$command knows wrong usage" "$(said $profint $command --wrong)" 2
done
is 'a command that is not there is wrong usage' "$(said $profint wrong)" 2

# --- hostile ------------------------------------------------------------------

fresh
$profint import "$work/host" >/dev/null
before=$(fingerprint)

# Address space of a sanitized program cannot be limited.
case $BUILD in
*asan*)	memory=unlimited budget=10000 ;;
*)	memory=32768 budget=100 ;;
esac

# usage: spent		milliseconds of the processor that the children took
#			between two runs of `times`
spent() {
	cat "$work/before" "$work/after" | awk '
		NR % 2 == 0 {
			split($1 "m" $2, part, /[ms]+/)
			took = part[1] * 60 + part[2] + part[3] * 60 + part[4]
			print (NR == 2 ? "-" : "") took * 1000
		}' | awk '{ sum += $1 } END { printf "%d\n", sum }'
}

# usage: try_import	the import of $work/host, three times, the fastest
try_import() {
	best=10000
	for try in 1 2 3; do
		times >"$work/before"
		(
			ulimit -d $memory
			exec $profint import "$work/host"
		) >"$work/said" 2>&1
		code=$?
		times >"$work/after"
		took=$(spent)
		[ "$took" -ge "$best" ] || best=$took
	done
}

# usage: refused SENTENCE WHERE WORDS	WHERE: file, or file:line
refused() {
	ok "$1" try_refused "$2" "$3"
}

try_refused() {
	try_import
	cat "$work/said"
	echo "exit status $code after $best ms"
	[ $code = 1 ] && [ $best -lt $budget ] &&
		grep -F -e "$1: " "$work/said" | grep -qF -e "$2"
}

for file in tests/content/hostile/*.xml; do
	fresh
	sample=${file##*/}
	target=${sample#*.}
	cp "$file" "$work/host/factor/one/$target"
	first=$(head -n 1 "$file")
	first=${first#<!-- }
	first=${first% -->}
	refused "${sample%.xml} is refused" "one/$target:${first%%: *}" \
	    "${first#*: }"
done

# usage: repeat TEXT TIMES
repeat() {
	awk -v text="$1" -v times="$2" \
	    'BEGIN { while (times-- > 0) printf "%s", text }'
}

# usage: line	puts standard input in place of line 9 of factor/one/fr.xml
line() {
	fresh
	{
		sed '9,$d' tests/content/good/factor/one/fr.xml
		cat
		sed '1,9d' tests/content/good/factor/one/fr.xml
	} >"$work/host/factor/one/fr.xml"
}

# usage: paragraph	puts standard input into the paragraph there
paragraph() {
	{
		printf '    <p id="meaning-1">'
		cat
		echo '</p>'
	} | line
}

repeat 'a phrase ' 1200000 | paragraph
refused '10 MB are refused' one/fr.xml 'larger than'
{ repeat '<em>' 10000; repeat '</em>' 10000; } | paragraph
refused '10,000 levels are refused' one/fr.xml:9 'levels'
repeat '<em/>' 200000 | paragraph
refused '200,000 elements are refused' one/fr.xml:9 elements
repeat '<ref to="page/two">a</ref>' 20000 | paragraph
refused '20,000 links are refused' one/fr.xml:9 elements
repeat '<ref to="page/two">a</ref>' 900 | paragraph
refused '900 links are refused' one/fr.xml:9 'more than 100 links'
repeat '<ref to="page/none">a</ref>' 900 | paragraph
refused '900 dangling links are refused' one/fr.xml:9 'more than 100 links'
repeat 'a<!---->' 200000 | paragraph
refused '200,000 comments are refused' one/fr.xml:9 'comments'
repeat 'a<!---->' 9000 | paragraph
ok 'text in 9,000 pieces is one text' $profint format "$work/host"
{
	printf '    <p id="meaning-1"'
	seq 200000 | awk '{ printf " a%d=\"\"", $1 }'
	echo '>x</p>'
} | line
refused '200,000 attributes are refused' one/fr.xml:9 'attributes'

fresh
rm "$work/host/factor/one/fr.xml"
refused 'a missing source text is refused' one/fr.xml 'not a regular file'
ln -s /etc/passwd "$work/host/factor/one/fr.xml"
refused 'a symbolic link is refused' one/fr.xml 'not a regular file'
rm "$work/host/factor/one/fr.xml"
mkfifo "$work/host/factor/one/fr.xml"
refused 'a named pipe is refused' one/fr.xml 'not a regular file'
fresh
mv "$work/host/page/two" "$work/two"
ln -s "$work/two" "$work/host/page/two"
refused 'a folder outside is refused' page/two 'not a folder'
fresh
mv "$work/host/page/two" "$work/host/page/Two_"
refused 'a folder that is no slug is refused' page/Two_ 'not a slug'
fresh
mkdir "$work/host/cases"
refused 'a kind that is not there is refused' host/cases 'no kind'
fresh
touch "$work/host/page/two/de.xml"
refused 'a language that is not there is refused' two/de.xml 'LOCALES'
fresh
: >"$work/host/page/two/item.xml"
refused 'an empty file is refused' two/item.xml 'empty'

fresh
$profint import "$work/host" >/dev/null
is 'nothing of all this changed the database' "$(fingerprint)" "$before"
done_testing
