#!/bin/sh
# messages.sh - who changes a word of the interface is told what follows.
. tests/lib.sh

profint=${BUILD:-build}/profint
copy=$answer/copy
words=$copy/i18n/messages
mkdir -p "$copy/i18n"
cp i18n/LOCALES "$copy/i18n/"
cp -r templates "$copy/"

# usage: afresh	the copy is what the checkout is
afresh() {
	rm -rf "$words" "$copy/cgi"
	cp -r i18n/messages "$words"
	cp -r cgi "$copy/"
	mkdir -p "$copy/cgi/page"
}

messages() {
	PROFINT_ROOT=$copy "$profint" messages
}

# usage: complains SENTENCE TEXT	exit status 1, and TEXT is said
complains() {
	PROFINT_ROOT=$copy "$profint" messages >"$answer/body" 2>&1
	status=$?
	is "$1" "$status" 1
	has "  and why: $2" "$2"
	afresh
}

afresh
ok 'all is well here' messages

sed -i 's|<source>Le modèle<|<source>Le schéma<|' "$words/fr.xlf"
complains 'a sentence that changed in French is out of date elsewhere' \
    'unit nav.model translates another text than today'
sed -i 's|<source>Le modèle<|<source>Le schéma<|' "$words/fr.xlf" \
    "$words/en.xlf" "$words/it.xlf"
complains 'until it is translated again everywhere' "$words/sv.xlf:"

for file in "$words"/*.xlf; do
	sed -i "s|</file>|<unit id=\"planted.here\"><segment>\
<source>Ici</source><target>Ici</target></segment></unit></file>|" "$file"
done
complains 'a unit nobody reads is named' \
    'unit planted.here is used nowhere'

planted() {
	printf '%s\n' "$1" >"$copy/cgi/page/planted.c"
}
for file in "$words"/*.xlf; do
	sed -i "s|</file>|<unit id=\"planted.here\"><segment>\
<source>Ici</source><target>Ici</target></segment></unit></file>|" "$file"
done
planted 'x = { 1, "planted.here" };'
ok 'a C source that names it uses it' messages
planted 'x = mem_format(mem, "planted.%s", y);'
ok 'a format that may give its name uses it' messages
planted '/* "planted.here" */ // req_word(req, "planted.here")'
complains 'a comment does not' 'unit planted.here is used nowhere'

planted "c = '\"'; x = req_word(req, \"nav.nowhere\");"
complains 'a word that is not there is named where it is asked for' \
    "planted.c:1: there is no message nav.nowhere"
planted 'x = req_word(req, "catalogue.total");'
complains 'so is one that takes arguments and gets none' \
    'planted.c:1: message catalogue.total takes arguments'
planted 'x = messages_text(m, mem, 0, messages_find(m,
	"catalogue.total"), &a, 1);'
ok 'with arguments all is well' messages
planted 'x = strcmp(name, "nav.xml");'
ok 'a text that only looks like a name is none' messages

afresh
"$profint" messages planted 2>/dev/null
is 'it takes no arguments' $? 2

done_testing
