# lint.sh - the rules of the house, each proved able to bark.
#
# Every rule is a function that prints what breaks it below the folder it
# stands in, a line each; nothing means all is well.  Then each rule is shown
# a violation, planted in a copy: a rule that finds nothing is no rule.

. tests/lib.sh

profint=$PWD/build/lint/profint
[ -x "$profint" ] || profint=$PWD/build/profint

# --- helpers ----------------------------------------------------------------

# usage: code PATTERN FILE...	FILE:LINE of what matches outside comments
code() {
	pattern=$1
	shift
	for file; do
		[ -f "$file" ] || continue
		case $file in
		*.sql)			mark='--' ;;
		*.conf|*.sh|nginx/*)	mark='#' ;;
		*)			mark='//' ;;
		esac
		sed "s|$mark.*||" "$file" | awk '
			{ line = $0; out = "" }
			{ while (line != "") {
				if (inside) {
					end = index(line, "*/")
					if (!end) { line = ""; break }
					line = substr(line, end + 2)
					inside = 0
				} else {
					start = index(line, "/*")
					if (!start) { out = out line; break }
					out = out substr(line, 1, start - 1)
					line = substr(line, start + 2)
					inside = 1
				}
			} print out }' |
		    grep -niE -e "$pattern" | sed "s|^|$file:|"
	done
}

# --- rules ------------------------------------------------------------------

# Includes point down the floors; the tools are a house of their own.
rule_floors() {
	grep -n '^#include "' cgi/*.[ch] cgi/*/*.[ch] cgi/*/*.cc 2>/dev/null |
	    awk -F '[:"]' '
		BEGIN {
			floor["base"] = 0; floor["adapt"] = 1
			floor["web"] = 2; floor["content"] = 3
			floor["page"] = floor["tool"] = 4
		}
		function where(path,	part, n) {
			n = split(path, part, "/")
			if (n == 1 || part[n - 1] == "cgi")
				return "top"
			return part[n - 1]
		}
		{
			from = where($1); to = where($4)
			if (to == "top") {
				if ($4 ~ /\.def$|^query\.h$/ || from == "top")
					next
			} else if (from == "top" ? to != "tool" : \
			    from == to || (to in floor && \
			    floor[to] < floor[from]))
				next
			print
		}'
}

# usage: door HEADER-PATTERN FILE-PATTERN	one library, one door
door() {
	grep -nE "^#include <($1)" cgi/*.[ch] cgi/*/*.[ch] cgi/*/*.cc \
	    2>/dev/null | grep -vE "^cgi/adapt/($2)\.(c|h|cc):"
}

rule_doors() {
	door 'libpq|postgres|pg_config' 'db[a-z_]*'
	door 'libxml' 'xml[a-z_]*'
	door 'unicode/' 'icu[a-z_]*'
	door 'fcgi' 'gate'
	door 'zlib' 'gzip'
	door 'jansson' 'json'
	door 'sodium' '(box|hash)'
	door 'zip\.h' 'zip'
	door 'qrencode' 'qr'
}

# One stem names a thing: a route has its page, a page that renders one
# template by its name has it.
rule_stems() {
	sed -n 's/^ROUTE([^"]*"[^"]*",[	 ]*\([a-z_0-9]*\).*/\1/p' cgi/routes.def 2>/dev/null |
	    sort -u | while read -r page; do
		grep -qE "^page_$page\(" cgi/page/*.c ||
			echo "cgi/routes.def: nobody defines page_$page"
	done
	grep -noE 'req_page\([^,]*, "[a-z_/]+"' cgi/page/*.c |
	    sed 's/^\([^:]*:[0-9]*\):.*"\(.*\)"$/\1 \2/' |
	    while read -r place template; do
		[ -f "templates/$template.xml" ] ||
			echo "$place: no templates/$template.xml"
	done
}

# A kind's name is its folder, its schema and its template.
rule_kinds() {
	sed -n 's/^KIND(\([a-z]*\),.*/\1/p' cgi/content/kinds.def |
	    while read -r kind; do
		[ -f "cgi/content/$kind.rng" ] ||
			echo "kinds.def: no cgi/content/$kind.rng"
	done
}

rule_readme() {
	for folder in cgi sql templates nginx i18n tests; do
		[ -s "$folder/README.md" ] || echo "$folder has no README.md"
	done
}

# Every value is a parameter.  Only migrations, which have none, run text
# from a file: db_script().
rule_sql_values() {
	code 'PQescape|PQexec *\([^,]*, *[^" ]|PQsendQuery *\(' \
	    cgi/*.c cgi/*/*.c |
	    grep -vE '^cgi/adapt/db_[a-z]*\.c:[0-9]*:.*PQexec\(db->connection, sql\);'
	code 'db_script *\(' cgi/*.c cgi/web/*.c cgi/content/*.c \
	    cgi/page/*.c
}

# Only columns that the importer has filled are markup.  A view's columns
# count as a table's, so no view may make any either.
rule_sql_markup() {
	code '::[[:space:]]*xml|\<xml[a-z]+[[:space:]]*\(|_to_xml|\<as xml\>' \
	    sql/query/*.sql sql/schema/*.sql
}

# Who asks is found once a statement, in a subselect, not once for each row.
rule_sql_once() {
	code '(=|<>|DISTINCT FROM) *learn\.(person|member|leads)\(' \
	    sql/query/*.sql
}

# A query is named like its file and says whom it is for.
rule_sql_names() {
	for file in sql/query/*.sql; do
		[ -f "$file" ] || continue
		name=${file##*/}
		head -n 1 "$file" | grep -q "^-- ${name%.sql} - " ||
			echo "$file:1: should begin: -- ${name%.sql} - "
	done
}

rule_nginx() {
	code '^[[:space:]]*(rewrite|if|alias|set|perl|ssi|autoindex)[[:space:]]|location[[:space:]]*(=[[:space:]]*)?(~|\^~)|fastcgi_split|fastcgi_pass_request_headers[[:space:]]+on|fastcgi_cache_valid|^[[:space:]]*"?~' \
	    nginx/*.conf
	# Twice is once only where each request carries a key that says so.
	code 'non_idempotent' nginx/*.conf | grep -v '^nginx/learn\.conf:'
}

# What is unfinished does not lie about.
rule_unfinished() {
	grep -rnwE 'TODO|FIXME|XXX|HACK' --include='*.[ch]' --include='*.cc' \
	    --include='*.sql' --include='*.xml' --include='*.xlf' \
	    --include='*.sh' --include='*.mjs' --include='*.conf' \
	    --include='*.def' --include='*.awk' cgi sql templates nginx \
	    i18n tests 2>/dev/null | grep -v '^tests/lint.sh:'
	grep -nE '^[[:space:]]*#[[:space:]]*if[[:space:]]+0' \
	    cgi/*.[ch] cgi/*/*.[ch] 2>/dev/null
}

# The first lines of a source say its name and what it is.
rule_names() {
	for file in cgi/*.[ch] cgi/*/*.[ch] cgi/*/*.cc cgi/*.def \
	    cgi/*/*.def tests/unit/*.[ch] tests/http/*.sh \
	    tests/content/*.sh tests/fuzz/*.* tests/fault/*.sh tests/*.sh tests/sql/*.sql tests/browser/*.mjs \
	    nginx/*.conf nginx/*.sh nginx/systemd/*; do
		[ -f "$file" ] || continue
		name=${file##*/}
		head -n 3 "$file" | grep -qF -e " $name - " ||
			echo "$file:1: should say: $name - ..."
	done
}

# ICU takes an ASCII apostrophe for a quote and swallows what follows.
rule_apostrophes() {
	grep -nE "<(source|target)[^>]*>[^<]*'" i18n/messages/*.xlf
}

# A word that nobody reads, one that is not there, a translation of what the
# source no longer says.
rule_messages() {
	"$profint" messages 2>&1 | sed 's|^\./||'
}

# No line of the repository knows the machine it was written on.
rule_places() {
	grep -rnE '(^|[^A-Za-z0-9_.-])/(work|root|home|Users)/' cgi sql \
	    templates nginx i18n tests Makefile README.md \
	    --include='*' 2>/dev/null | grep -v '^tests/lint.sh:'
}

# --- all is well here -------------------------------------------------------

is 'includes point down the floors' "$(rule_floors)" ''
is 'each library has one door' "$(rule_doors)" ''
is 'each route has its page, each page its template' "$(rule_stems)" ''
is 'each kind has its schema' "$(rule_kinds)" ''
is 'each folder explains itself' "$(rule_readme)" ''
is 'no SQL is glued together' "$(rule_sql_values)" ''
is 'no query makes markup' "$(rule_sql_markup)" ''
is 'no query looks for who asks once a row' "$(rule_sql_once)" ''
is 'each query says its name' "$(rule_sql_names)" ''
is 'nginx has exact and prefix locations only' "$(rule_nginx)" ''
is 'nothing is unfinished' "$(rule_unfinished)" ''
is 'each source says its name' "$(rule_names)" ''
is 'messages have typographic apostrophes' "$(rule_apostrophes)" ''
is 'each message is used, each translation is of today' "$(rule_messages)" ''
is 'no line knows the machine it was written on' "$(rule_places)" ''

# --- and the rules bark -----------------------------------------------------

copy=$answer/copy
mkdir -p "$copy"
tar -c --exclude=i18n/content cgi sql templates nginx i18n tests |
    tar -x -C "$copy"

# usage: barks RULE FILE LINE	the rule finds the line added to the file
barks() {
	old=$(cd "$copy" && [ ! -f "$2" ] || cat "$copy/$2"; echo .)
	mkdir -p "$copy/${2%/*}"
	printf '%s\n' "$3" >>"$copy/$2"
	found=$(cd "$copy" && rule_$1)
	fresh=$(rule_$1)
	ok "rule $1 finds: $3" test "$found" != "$fresh"
	printf '%s' "${old%.}" >"$copy/$2"
	[ -s "$copy/$2" ] || rm -f "$copy/$2"
}

barks floors cgi/base/planted.c '#include "web/req.h"'
barks floors cgi/web/planted.c '#include "page/frame.h"'
barks floors cgi/tool/planted.c '#include "page/frame.h"'
barks floors cgi/page/planted.c '#include "tool/tool.h"'
barks floors cgi/page/planted.c '#include "route.h"'
barks doors cgi/page/planted.c '#include <libpq-fe.h>'
barks doors cgi/web/planted.c '#include <unicode/ucol.h>'
barks doors cgi/adapt/planted.c '#include <zlib.h>'
barks doors cgi/adapt/planted.c '#include <qrencode.h>'
barks stems cgi/routes.def 'ROUTE(SITE, GET, "/{lang}/planted", planted, 60, "")'
barks stems cgi/page/planted.c '	return req_page(req, "planted");'
barks kinds cgi/content/kinds.def 'KIND(planted,	site)'
barks sql_values cgi/adapt/db.c '	PQexec(conn, text);'
barks sql_values cgi/page/planted.c '	PQescapeLiteral(conn, a, b);'
barks sql_values cgi/page/planted.c '	db_script(db, "a", text);'
barks sql_once sql/query/planted.sql 'SELECT 1 FROM learn.note WHERE space_id = learn.person()'
barks sql_markup sql/query/planted.sql 'SELECT body::xml FROM segment'
barks sql_markup sql/query/planted.sql 'SELECT XMLELEMENT(NAME p, a)'
barks sql_markup sql/query/planted.sql 'SELECT xmlagg(body) FROM segment'
barks sql_markup sql/query/planted.sql 'SELECT CAST(title AS xml) FROM item'
barks sql_markup sql/schema/999-planted.sql 'SELECT xmlparse(CONTENT title)'
barks sql_names sql/query/planted.sql 'SELECT 1'
barks nginx nginx/site.conf 'location ~ \.php$ { return 404; }'
barks nginx nginx/site.conf '	rewrite ^/a /b;'
barks nginx nginx/site.conf '	if ($host) { return 404; }'
barks nginx nginx/dev.conf '	alias /etc;'
barks nginx nginx/http.conf '	~^a	b;'
barks nginx nginx/fastcgi.conf 'fastcgi_next_upstream error non_idempotent;'
barks unfinished cgi/page/planted.c '/* TODO: later */'
barks unfinished cgi/page/planted.c '#if 0'
barks names cgi/page/planted.c 'int x;'
barks apostrophes i18n/messages/planted.xlf "<target>l'axe</target>"
barks messages cgi/page/planted.c '	req_word(req, "nav.nowhere");'
barks messages cgi/page/planted.c '	req_word(req, "catalogue.total");'
barks places nginx/site.conf 'root /home/someone/profint;'

rm "$copy/nginx/README.md" 2>/dev/null
ok 'rule readme finds a folder without one' \
    test -n "$(cd "$copy" && rule_readme)"

done_testing
