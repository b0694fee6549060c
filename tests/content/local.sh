#!/bin/sh
# local.sh - a host adds items of its own, and an upgrade leaves them alone.
. tests/lib.sh

[ -n "${PGHOST-}" ] || skip_rest 'there is no database to import into'

work=$(mktemp -d)
name=profint_local_$$
trap 'rm -rf "$answer" "$work"; psql -Xqc "DROP DATABASE IF EXISTS $name" postgres' EXIT

profint=$(realpath "${BUILD:-build}/profint")
psql -Xqc "CREATE DATABASE $name" postgres
psql -Xq -v ON_ERROR_STOP=1 -f sql/role.sql $name
PROFINT_DB="host=$PGHOST port=$PGPORT dbname=$name user=profint_owner"

# What is shipped, as a checkout of its own that can be upgraded.
PROFINT_ROOT=$work/checkout
export PROFINT_DB PROFINT_ROOT
mkdir -p "$PROFINT_ROOT/cgi"
cp -r i18n sql "$PROFINT_ROOT/"
cp -r cgi/content "$PROFINT_ROOT/cgi/"
shipped=$PROFINT_ROOT/i18n/content
cp -r tests/content/local "$work/association"
host=$work/association

# usage: query SQL
query() {
	psql -XAtqc "$1" "$name"
}

# usage: said COMMAND...	its standard output and its exit status
said() {
	"$@" 2>"$work/trouble"
	echo "$?"
}

# usage: rows CONDITION		everything about these items, as one line
rows() {
	query "SELECT item FROM item WHERE $1 ORDER BY item_id"
	for table in item_alias item_area item_link item_fact segment \
	    item_text item_section item_file; do
		query "SELECT one FROM $table AS one JOIN item USING (item_id)
		    WHERE $1 ORDER BY one::text"
	done | sha256sum
}
ours="collection = 'association'"
theirs="collection = 'shipped'"

$profint migrate >/dev/null
ok 'what is shipped is imported' $profint import "$shipped"
before=$(rows "$theirs")

# --- the host's own ---------------------------------------------------------

is 'a folder of the host’s is imported' "$(said $profint import "$host")" \
    'imported 4 items: 4 new, 0 changed, 0 removed
0'
is 'it is called as the folder' "$(query "SELECT count(*) FROM item
    WHERE $ours")" 4
is 'what is shipped is as it was' "$(rows "$theirs")" "$before"
is 'its items may refer to what is shipped' "$(query "SELECT count(*)
    FROM item_link JOIN item USING (item_id)
    JOIN item AS target ON target.item_id = to_id
    WHERE item.$ours AND target.$theirs")" 1
mine=$(rows "$ours")
is 'again, it changes nothing' "$(said $profint import "$host")" \
    'imported 4 items: 0 new, 0 changed, 0 removed
0'
is 'not a byte' "$(rows "$ours")" "$mine"
is 'from another place it is the same collection' \
    "$(mkdir "$work/else" && cp -r "$host" "$work/else/" &&
    said $profint import "$work/else/association")" \
    'imported 4 items: 0 new, 0 changed, 0 removed
0'

# --- an upgrade -------------------------------------------------------------

# A text changed, an item renamed, one new, one withdrawn.
sed -i 's|<p id="where-1">|&|; s|\(<title id="title">\)[^<]*|\1Le projet|' \
    "$shipped/page/about/fr.xml"
cp -r "$host/page/local-office" "$shipped/page/upgrade-news"
sed -i '/<was/d; s/order="902">/order="99"\/>/; /<\/item>/d' \
    "$shipped/page/upgrade-news/item.xml"
mv "$shipped/page/team" "$shipped/page/together"
sed -i 's|/>$|>\n  <was slug="team"/>\n</item>|' \
    "$shipped/page/together/item.xml"
grep -rl 'page/team' "$shipped" | xargs -r sed -i 's|page/team|page/together|g'
query "UPDATE item SET changed_on = '2000-01-01'"
mine=$(rows "$ours")
ok 'an upgrade is imported' $profint import "$shipped"
is 'what it changes is changed' "$(query "SELECT title FROM item_text
    JOIN item USING (item_id) WHERE slug = 'about' AND lang = 'fr'")" \
    'Le projet'
is 'what it adds is there' "$(query "SELECT collection FROM item
    WHERE slug = 'upgrade-news'")" shipped
is 'the host’s own is as it was, to the day' "$(rows "$ours")" "$mine"
ok 'the host’s folder still is right' $profint import "$host"
is 'and has not changed' "$(rows "$ours")" "$mine"

# What a host refers to may get another name: his links follow, his files
# are told of it.
sed -i 's|page/about|page/together|' "$host/page/local-welcome/"*.xml
$profint stamp "$host/page/local-welcome" >/dev/null
ok 'the host refers to another page' $profint import "$host"
mv "$shipped/page/together" "$shipped/page/group"
sed -i 's|  <was slug="team"/>|  <was slug="team"/>\n  <was slug="together"/>|' \
    "$shipped/page/group/item.xml"
grep -rl 'page/together' "$shipped" |
    xargs -r sed -i 's|page/together|page/group|g'
said $profint import "$shipped" >"$work/result"
is 'which the next upgrade renames' "$(tail -n 1 "$work/result")" 0
is 'the host’s link follows' "$(query "SELECT target.slug FROM item_link
    JOIN item USING (item_id) JOIN item AS target ON target.item_id = to_id
    WHERE item.$ours AND item.slug = 'local-welcome'")" group
is 'so does every old name' "$(query "SELECT string_agg(item_alias.slug, ' '
    ORDER BY item_alias.slug) FROM item_alias JOIN item USING (item_id)
    WHERE item.slug = 'group'")" 'team together'

# --- all or nothing ---------------------------------------------------------

sed -i 's|page/together|page/group|' "$host/page/local-welcome/"*.xml
$profint stamp "$host/page/local-welcome" >/dev/null
$profint import "$host" >/dev/null
mine=$(rows "$ours")
sed -i 's/De neuf heures/De dix heures/' "$host/page/local-office/fr.xml"
sed -i 's|page/group|page/nowhere|' "$host/page/local-welcome/item.xml"
is 'one mistake, and nothing is imported' \
    "$(said $profint import "$host")" 1
ok 'it is named with file and line' grep -qF -e \
    'page/local-welcome/item.xml:3: there is no item page/nowhere' \
    "$work/trouble"
is 'everything is as it was' "$(rows "$ours")" "$mine"
sed -i 's|page/nowhere|page/group|' "$host/page/local-welcome/item.xml"

cp -r "$host/page/local-office" "$host/page/about"
sed -i '/<was/d' "$host/page/about/item.xml"
sed -i 's/order="902">/order="905"\/>/; /<\/item>/d' \
    "$host/page/about/item.xml"
is 'the name of a shipped item is taken' \
    "$(said $profint import "$host")" 1
ok 'and it is said by whom' grep -qF -e shipped "$work/trouble"
is 'the shipped one is as it was' "$(query "SELECT title FROM item_text
    JOIN item USING (item_id) WHERE slug = 'about' AND lang = 'fr'")" \
    'Le projet'
rm -r "$host/page/about"

$profint import "$host" >/dev/null
cp -r "$host/page/local-office" "$shipped/page/"
sed -i '/<was/d; s/order="902">/order="98"\/>/; /<\/item>/d' \
    "$shipped/page/local-office/item.xml"
both=$(rows true)
is 'an upgrade cannot take the name of a host’s item' \
    "$(said $profint import "$shipped")" 1
ok 'it says whose it is' grep -qF -e association "$work/trouble"
is 'and changes nothing' "$(rows true)" "$both"
rm -r "$shipped/page/local-office"

# --- names ------------------------------------------------------------------

id=$(query "SELECT item_id FROM item WHERE slug = 'local-office'")
mv "$host/page/local-office" "$host/page/local-counter"
sed -i 's|  <was slug="local-desk"/>|&\n  <was slug="local-office"/>|' \
    "$host/page/local-counter/item.xml"
ok 'a host renames an item' $profint import "$host"
is 'it stays the same item' "$(query "SELECT item_id FROM item
    WHERE slug = 'local-counter'")" "$id"
is 'both old names lead to it' "$(query "SELECT string_agg(slug, ' '
    ORDER BY slug) FROM item_alias WHERE item_id = $id")" \
    'local-desk local-office'
sed -i '/local-desk/d' "$host/page/local-counter/item.xml"
ok 'an old name is given up' $profint import "$host"
is 'and leads nowhere' "$(query "SELECT string_agg(slug, ' ')
    FROM item_alias WHERE item_id = $id")" local-office
mkdir "$host/page/local-desk"
cp "$host/page/local-gone/fr.xml" "$host/page/local-desk/"
printf '<?xml version="1.0" encoding="UTF-8"?>\n<item lang="fr" order="7"/>\n' \
    >"$host/page/local-desk/item.xml"
ok 'it may name another item then' $profint import "$host"

# --- withdrawn --------------------------------------------------------------

is 'a withdrawn item keeps its name' "$(query "SELECT slug || ' ' || successor
    FROM item WHERE successor <> ''")" 'local-gone page/local-welcome'
is 'also without a successor' "$(query "SELECT slug FROM item
    WHERE successor = ''")" local-closed
is 'search does not find them' "$(query "SELECT count(*) FROM search_doc
    JOIN item USING (item_id) WHERE successor IS NOT NULL")" 0
sed -i '/<withdrawn/d; /<\/item>/d; s/"904">/"904"\/>/' \
    "$host/page/local-closed/item.xml"
ok 'it comes back' $profint import "$host"
is 'with its words' "$(query "SELECT count(*) FROM search_doc
    JOIN item USING (item_id) WHERE slug = 'local-closed'")" 1
rm -r "$host/page/local-closed"
is 'an item that is left out is gone' "$(said $profint import "$host")" \
    'imported 4 items: 0 new, 0 changed, 1 removed
0'
is 'with all that was its' "$(query "SELECT count(*) FROM segment
    WHERE item_id NOT IN (SELECT item_id FROM item)")" 0

done_testing
