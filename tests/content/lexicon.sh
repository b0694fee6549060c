# lexicon.sh - a host's translations teach which words translate which, and
# dictionaries help, whatever they hold.
. tests/lib.sh

[ -n "${PGHOST-}" ] || skip_rest 'there is no database to learn in'

work=$(mktemp -d)
name=profint_lexicon_$$
trap 'rm -rf "$answer" "$work"; psql -Xqc "DROP DATABASE IF EXISTS $name" postgres' EXIT

profint=$(realpath "${BUILD:-build}/profint")
PROFINT_ROOT=$(pwd)
export PROFINT_ROOT

# usage: query SQL
query() {
	psql -XAtqc "$1" "$name"
}

# usage: said COMMAND...	its standard output and its exit status
said() {
	"$@" 2>/dev/null
	echo "$?"
}

# usage: lexicon ARGUMENT...	what it prints, as the body of an answer
lexicon() {
	$profint lexicon "$@" >"$answer/body" 2>&1
	status=$?
}

# --- usage --------------------------------------------------------------------

ok 'it documents itself' $profint lexicon --help
for wrong in --wrong show 'show --json' wrong --json; do
	is "wrong usage: $wrong" "$(said $profint lexicon $wrong | tail -n 1)" 2
done
PROFINT_DB="host=$work dbname=none"
export PROFINT_DB
is 'without a database it fails' "$(said $profint lexicon)" 1
is 'and so does showing' "$(said $profint lexicon show mot)" 1

# --- an empty database --------------------------------------------------------

psql -Xqc "CREATE DATABASE $name" postgres
psql -Xq -v ON_ERROR_STOP=1 -f sql/role.sql $name
PROFINT_DB="host=$PGHOST port=$PGPORT dbname=$name user=profint_owner"
is 'a database without tables is none' "$(said $profint lexicon)" 1
$profint migrate >/dev/null
mkdir "$work/none"
lexicon --dictionaries "$work/none"
is 'an empty database teaches nothing' "$status" 0
has 'and says so' '0 entries from the glossary, 0 learned, 0 from dictionaries'
lexicon show logement
is 'nor does it know a word' "$status" 1
is 'as JSON that is an empty list' "$(said $profint lexicon show --json mot)" '[]
1'

# --- our own content ----------------------------------------------------------

$profint import i18n/content >/dev/null
lexicon show logement
is 'an import teaches' "$status" 0
has 'Swedish' 'logement (fr) in sv:'
ok 'the nearest word' grep -qE '^  1\.00  learned +bostad$' "$answer/body"
lexicon show bénévole
ok 'the glossary speaks' grep -qE '^  0\.90  glossary +volunteers?$' "$answer/body"
lexicon show BENEVOLES
ok 'however the word is typed' grep -q 'glossary  *volunteer' "$answer/body"
lexicon show autonomie --json
is 'JSON is JSON' "$(query "SELECT count(*) > 2 AND bool_and(
	    (entry ->> 'weight')::real BETWEEN 0 AND 1)
	  FROM json_array_elements('$(body | tr -d "'")') AS entry")" t
is 'every pair of languages is learned' "$(query "SELECT count(*) FROM (
	SELECT FROM lexicon WHERE source = 'learned'
	 GROUP BY lang, target_lang HAVING count(*) > 500) AS pair")" 12
is 'what one way says, the other knows' "$(query "SELECT count(*)
	  FROM lexicon AS one
	 WHERE source = 'learned' AND NOT EXISTS (
	    SELECT FROM lexicon AS other
	     WHERE other.lang = one.target_lang AND other.head = one.targets
	       AND other.target_lang = one.lang AND other.targets = one.head
	       AND other.source = 'learned')")" 0
lexicon show le la
is 'stop words are nothing' "$status" 1
before=$(query "SELECT md5(string_agg(l::text, '' ORDER BY l::text))
    FROM lexicon AS l")
$profint lexicon --dictionaries "$work/none" >/dev/null
is 'learned again, it is the same' "$(query "SELECT
    md5(string_agg(l::text, '' ORDER BY l::text)) FROM lexicon AS l")" "$before"
for word in "'" '\' '%' '; DROP TABLE lexicon' "$(printf '%05000d' 0)" '🙂'; do
	lexicon show -- "$word"
	is "nobody knows: $(printf %.20s "$word")" "$status" 1
done

# --- dictionaries -------------------------------------------------------------

# usage: text LANGUAGE WORDS	a page of a collection of its own, imported
text() {
	mkdir -p "$work/texts/page/$1"
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<item lang="%s" order="1"/>\n' \
	    "$1" >"$work/texts/page/$1/item.xml"
	cat >"$work/texts/page/$1/$1.xml" <<-END
		<?xml version="1.0" encoding="UTF-8"?>
		<text xml:lang="$1">
		  <title id="title">$2</title>
		  <summary id="summary">…</summary>
		  <section role="text"><h2 id="head">…</h2><p id="body">$2</p></section>
		</text>
	END
	$profint import "$work/texts" >"$answer/body" 2>&1
}

# usage: base64_number NUMBER	as an index writes it
base64_number() {
	awk -v n="$1" 'BEGIN {
		digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
		do {
			out = substr(digits, n % 64 + 1, 1) out
			n = int(n / 64)
		} while (n > 0)
		print out
	}'
}

# usage: dictionary NAME	standard input: entries, a line with . behind each
dictionary() {
	folder=$work/dictd
	mkdir -p "$folder"
	: >"$work/text"
	: >"$folder/$1.index"
	entry=
	while IFS= read -r line; do
		if [ "$line" != . ]; then
			entry="$entry$line
"
			continue
		fi
		printf '%s\t%s\t%s\n' word "$(base64_number \
		    "$(wc -c <"$work/text")")" "$(base64_number \
		    "$(printf %s "$entry" | wc -c)")" >>"$folder/$1.index"
		printf %s "$entry" >>"$work/text"
		entry=
	done
	gzip -c "$work/text" >"$folder/$1.dict.dz"
}

dictionary freedict-fra-swe <<-'END'
	zorglub /zɔʁ/ <n, masc>
	1. snurrbult (teknik), gnagel
	en sak som snurrar
	2. kringla 2.
	en rund sak
	.
	garde d'zorglub /x/
	zorgvakt
	.
	toulouse /x/ <pn>
	Toulouse
	.
END
dictionary freedict-eng-swe <<-'END'
	whirligig /x/
	gnagel
	.
END
dictionary freedict-fra-deu <<-'END'
	zorglub /x/
	Dingsda
	.
END
ok 'what they lead to stands in texts' \
    text sv 'Snurrbult, kringla, zorgvakt, toulouse'
ok 'in two languages' text en 'A whirligig'
printf 'broken\tzzzzzzzzzzzzzzzz\tB\nno tab\n\t\t\nend\tB\tzzzz\n' \
    >>"$work/dictd/freedict-fra-swe.index"
lexicon --dictionaries "$work/dictd"
is 'dictionaries are read' "$status" 0
has 'and named' 'dictionaries: eng-swe fra-swe'
$profint lexicon show zorglub >"$answer/body"
ok 'the first is surest' grep -qE '^  0\.60  dictionary +snurrbult$' "$answer/body"
ok 'the third less' grep -qE '^  0\.35  dictionary +kringl' "$answer/body"
hasnt 'what explains is no translation' sak
hasnt 'nor what stands in brackets' teknik
ok 'English is reached by way of Swedish' grep -q whirligig "$answer/body"
is 'a language that is not ours is left alone' \
    "$(query "SELECT count(*) FROM lexicon WHERE targets ~ 'dingsda'")" 0
is 'a name that is the same needs no entry' \
    "$(query "SELECT count(*) FROM lexicon WHERE head ~ 'toulous'
	AND source = 'dictionary'")" 0
$profint lexicon show "garde d'zorglub" >"$answer/body"
has 'a few words are looked up together' zorgvak
$profint lexicon show zorglub >"$answer/body"
hasnt 'what no text says finds nothing and is left out' gnagel
ok 'a text says it' text sv 'Gnagel, snurrbult, kringla 2, zorgvakt, toulouse'
$profint lexicon show zorglub >"$answer/body"
ok 'an import reads dictionaries again' \
    grep -qE '^  0\.42  dictionary +gnagel$' "$answer/body"
ok 'a figure behind a word is none of it' grep -qE 'dictionary +kringl[ae]?$' \
    "$answer/body"
dictionary='SELECT count(*) FROM lexicon WHERE source = '"'dictionary'"
count=$(query "$dictionary")
mv "$work/dictd" "$work/away"
$profint import tests/content/good >/dev/null
is 'where they are gone, what they said is kept' "$(query "$dictionary")" \
    "$count"
mkdir "$work/dictd"
cp "$work/away/freedict-fra-swe.index" "$work/dictd"
ok 'where one is broken, an import does its work' text en 'Two whirligigs'
is 'and keeps what it said' "$(query "$dictionary")" "$count"
rm -r "$work/dictd"
mv "$work/away" "$work/dictd"
count=$(query 'SELECT count(*) FROM lexicon')
echo 'no gzip' >"$work/dictd/freedict-fra-swe.dict.dz"
lexicon --dictionaries "$work/dictd"
is 'a broken dictionary is refused' "$status" 1
has 'by its name' freedict-fra-swe.dict.dz
is 'and nothing is lost' "$(query 'SELECT count(*) FROM lexicon')" "$count"
rm "$work/dictd/freedict-fra-swe.dict.dz"
lexicon --dictionaries "$work/dictd"
is 'half a dictionary is refused' "$status" 1
lexicon --dictionaries "$work/nowhere"
is 'a folder that is not there holds none' "$status" 0

# --- rights -------------------------------------------------------------------

is 'a site reads the lexicon' "$(query 'SET ROLE profint_site;
    SELECT count(*) > 0 FROM lexicon')" t
not_ok 'and writes nothing' psql -Xq "$name" -v ON_ERROR_STOP=1 \
    -c 'SET ROLE profint_site' -c 'DELETE FROM lexicon'

done_testing
