# inventory.sh - the first release holds all that was promised, in every
# language, and from each page one can go on.
#
# Whoever adds an item to the release adds one to the number here.

. tests/lib.sh
need_database

languages=$(languages | wc -l)

# usage: none SENTENCE SQL	what breaks the rule; there should be nothing
none() {
	is "$1" "$(query "$2")" ''
}

# usage: each SENTENCE NUMBERS SQL	"kind/slug number" rows, all as wanted
each() {
	ok "$1" tap_each "$2" "$(query "$3")"
}

tap_each() {
	[ -n "$2" ] && printf '%s\n' "$2" | awk -F '|' -v wanted="$1" '
	    BEGIN { two = split(wanted, range, "-") == 2 }
	    two ? ($2 < range[1] || $2 > range[2]) : $2 != wanted {
		print; bad = 1
	    }
	    END { exit bad }'
}

# --- as many as there should be, whole, in each language --------------------

while read -r kind number; do
	is "$kind: $number" "$(query "SELECT count(*) FROM item WHERE
	    kind = '$kind' AND collection = 'shipped'
	    AND successor IS NULL")" "$number"
	is "  in $languages languages, none of it missing or out of date" \
	    "$(query "SELECT count(*) FROM item_text JOIN item USING (item_id)
	    WHERE kind = '$kind' AND collection = 'shipped'
	    AND successor IS NULL
	    AND state IN ('source', 'machine', 'reviewed')")" \
	    "$((number * languages))"
done <<'END'
area 4
factor 13
recommendation 24
module 4
case 10
tool 12
practice 16
testimonial 3
grid 4
term 73
page 8
END
none 'no kind is forgotten here' "SELECT DISTINCT kind FROM item WHERE kind
    NOT IN ('area', 'factor', 'recommendation', 'module', 'case', 'tool',
    'practice', 'testimonial', 'grid', 'term', 'page')"
none 'no segment is missing or out of date' "SELECT kind, slug, lang, name
    FROM segment_state JOIN item USING (item_id)
    WHERE state IN ('missing', 'stale')"
ok 'nothing is wrong with any, nor does the checker warn' \
    "${BUILD:-build}/profint" check --strict i18n/content

# --- what each is made of ----------------------------------------------------

# usage: parts KIND ELEMENT [LIKE]	rows "slug|how many segments"
parts() {
	echo "SELECT slug, count(segment.name) FROM item LEFT JOIN segment
	    ON segment.item_id = item.item_id AND segment.lang = source_lang
	    AND element = '$2' AND segment.name LIKE '${3:-%}'
	    WHERE kind = '$1' GROUP BY slug ORDER BY slug"
}

each 'a case has 4 questions' 4 "$(parts case question)"
each '  each with its hint' 4 "$(parts case hint)"
each '  turning points' 4-6 "$(parts case when)"
each 'a grid has 10 to 14 questions' 10-14 "$(parts grid question)"
none '  each coded to factors' "SELECT slug FROM item
    JOIN item_section USING (item_id) WHERE kind = 'grid'
    AND role = 'theme' AND body::text NOT LIKE '%/factor/%'"
each 'a module has 6 steps' 6 "SELECT slug, count(*) FROM item
    JOIN item_step USING (item_id) GROUP BY slug"
each '  each with all that a reader, a group and a facilitator need' 8 \
    "SELECT slug || '/' || step, count(DISTINCT role) FROM item
    JOIN item_section USING (item_id) WHERE step IS NOT NULL AND lang = 'fr'
    AND role IN ('alone', 'group', 'aim', 'room', 'run', 'pitfalls',
    'variants', 'screen') GROUP BY slug, step"
none '  minutes alone, and in a group but for what is done in the field' \
    "SELECT slug, step FROM item JOIN item_step USING (item_id)
    WHERE alone_minutes = 0 OR (group_minutes = 0) <> (step = 'evaluation')"
each '  3 variants a step' 18 "$(parts module li '%-variants-%')"
each '  something to give out' 1-12 "SELECT slug, count(*) FROM item
    JOIN item_section USING (item_id)
    WHERE role = 'handout' AND lang = 'fr' GROUP BY slug"
each '  3 things one can do afterwards' 3 "$(parts module li 'goals-%')"
each '  4 questions to check, with feedback' 4 "$(parts module feedback)"
each '  6 questions about the session' 6 "$(parts module label)"
is 'the questionnaire has 22 statements in 5 domains' "$(query "SELECT
    count(*) FILTER (WHERE element = 'label'),
    count(*) FILTER (WHERE element = 'h2'),
    count(*) FILTER (WHERE element = 'option') FROM segment
    JOIN item USING (item_id) WHERE kind = 'tool'
    AND slug = 'learning-questionnaire' AND lang = source_lang")" '22|5|66'
is '  each about progress, then importance from 1 to 3' "$(grep -c \
    '<field name="q[0-9]*" type="progress">' \
    i18n/content/tool/learning-questionnaire/fr.xml)" 22
is 'the self-assessment has 13 factors at 4 levels' "$(query "SELECT
    count(*) FILTER (WHERE element = 'label'),
    count(*) FILTER (WHERE element = 'option') FROM segment
    JOIN item USING (item_id) WHERE kind = 'tool'
    AND slug = 'factor-self-assessment' AND lang = source_lang")" '13|52'
is 'WT2 takes over the actions of WT1' "$(grep -l \
    '<field name="actions" type="table">' i18n/content/tool/wt?/fr.xml |
    wc -l) $(query "SELECT count(*) FROM item_link AS link
    JOIN item AS one USING (item_id) JOIN item AS two
    ON two.item_id = link.to_id WHERE one.kind = 'tool' AND
    two.kind = 'tool' AND one.slug || two.slug IN ('wt1wt2', 'wt2wt1')")" \
    '2 1'
none 'a case, a tool and a grid say how long a team needs' "SELECT kind, slug
    FROM item WHERE kind IN ('case', 'tool', 'grid') AND minutes IS NULL"
none 'each source says when it was looked at' "SELECT slug FROM item
    JOIN item_fact USING (item_id)
    WHERE fact = 'source' AND checked_on IS NULL"
none 'each good practice has one with its year' "SELECT slug FROM item
    WHERE kind = 'practice' AND NOT EXISTS (SELECT FROM item_fact AS source
    WHERE source.item_id = item.item_id AND fact = 'source'
    AND year IS NOT NULL)"

# --- from any page, one can go on --------------------------------------------

linked="WITH linked AS (SELECT item_id, to_id FROM item_link
    UNION SELECT to_id, item_id FROM item_link),
    further AS (SELECT item.item_id, other.kind FROM item
    JOIN linked USING (item_id) JOIN item AS other ON other.item_id = to_id)"
none 'a recommendation has resources of two kinds, and its factor' "$linked
    SELECT slug FROM item LEFT JOIN further USING (item_id)
    WHERE item.kind = 'recommendation' GROUP BY slug
    HAVING count(DISTINCT further.kind) FILTER (WHERE further.kind IN
    ('case', 'tool', 'practice', 'testimonial', 'grid')) < 2
    OR count(*) FILTER (WHERE further.kind = 'factor') = 0"
none 'a resource and a module name factors and recommendations' "$linked
    SELECT item.kind, slug FROM item LEFT JOIN further USING (item_id)
    JOIN kind ON kind.kind = item.kind
    WHERE grouping IN ('resource', 'training') GROUP BY item.kind, slug
    HAVING count(*) FILTER (WHERE further.kind = 'factor') = 0
    OR count(*) FILTER (WHERE further.kind = 'recommendation') = 0"
none '  further areas, unless they are of all' "SELECT kind, slug FROM item
    JOIN kind USING (kind) WHERE grouping IN ('resource', 'training')
    AND area IS NOT NULL AND item_id NOT IN (SELECT item_id FROM item_area)"
none '  and what is learned there' "SELECT kind, slug FROM item
    JOIN kind USING (kind) WHERE grouping IN ('resource', 'training')
    AND item_id NOT IN (SELECT item_id FROM item_fact
    WHERE fact = 'process')"
none 'a case ends with one thing to try, with one tool' "SELECT slug, lang
    FROM item JOIN item_section USING (item_id) WHERE role = 'try'
    AND (length(body::text) - length(replace(body::text, '/tool/', '')))
    / 6 <> 1"
is '  there is one in each' "$(query "SELECT count(*) FROM item_section
    WHERE role = 'try' AND lang = 'fr'")" \
    "$(query "SELECT count(*) FROM item WHERE kind = 'case'")"
for other in a b; do
	is "version $other of the partnership tool says both in two lines" \
	    "$(query "SELECT count(*) FROM segment JOIN item USING (item_id)
	    WHERE kind = 'tool' AND slug = 'partnership-$other'
	    AND name IN ('compare-a', 'compare-b')")" $((2 * languages))
done

# --- a case can be read in five minutes --------------------------------------

words="SELECT slug, lang, sum(cardinality(regexp_split_to_array(trim(
    regexp_replace(body::text, '<[^>]*>', '', 'g')), '[[:space:]]+')))
    AS words FROM item JOIN segment USING (item_id) WHERE kind = 'case'
    AND name NOT IN ('title', 'summary') GROUP BY slug, lang"
query "SELECT lang, min(words), max(words) FROM ($words) AS one
    GROUP BY lang ORDER BY lang" |
    sed 's/^\([^|]*\)|\([^|]*\)|/# cases in \1: \2 to /; s/$/ words/'
each 'a case has 350 to 500 words' 350-500 \
    "SELECT slug || '/' || lang, words FROM ($words) AS one"

done_testing
