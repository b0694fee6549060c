#!/bin/sh
# language.sh - somebody adds Arabic: a line, a message file, one text.  It
# is served from right to left, and nothing else had to change.

. tests/lib.sh
. tests/stack.sh

case ${BUILD:-build} in
*asan*)	skip_rest 'this is tried with the plain build' ;;
esac
[ -x build/profint ] || skip_rest 'there is nothing built'

copy=$answer/checkout
mkdir -p "$copy/build"
tar -c --exclude=./build --exclude=./var --exclude=./.git . |
    tar -x -C "$copy"
cp -a build/profint build/profint.fcgi build/static build/static.map \
    build/errors "$copy/build/"

# --- what is added ----------------------------------------------------------

printf 'ar\tarabic\trtl\n' >>"$copy/i18n/LOCALES"
cp tests/content/language/mentorat.xml \
    "$copy/i18n/content/term/mentorat/ar.xml"
# Words that nobody has translated yet are those of the original.
awk -F '\t' -v tsv=tests/content/language/ar.tsv '
	BEGIN {
		while ((getline <tsv) > 0)
			word[$1] = $2
		FS = "\n"
	}
	NR == 2 { sub(/srcLang="fr"/, "& trgLang=\"ar\"") }
	/<unit id="/ {
		id = $0
		sub(/.*<unit id="/, "", id)
		sub(/".*/, "", id)
	}
	/<source>/ {
		text = $0
		sub(/.*<source>/, "", text)
		sub(/<\/source>.*/, "", text)
		if (id in word)
			text = word[id]
		gsub(/[\\&]/, "\\\\&", text)
		sub(/<\/source>/, "&<target>" text "</target>")
	}
	{ print }' i18n/messages/fr.xlf >"$copy/i18n/messages/ar.xlf"

profint=$copy/build/profint
export PROFINT_ROOT="$copy"
ok 'the text is stamped' $profint stamp "$copy/i18n/content/term/mentorat"
ok 'all content is right' $profint check "$copy/i18n/content"
ok 'all messages are right' $profint messages
is 'three files are new or longer, no other is touched' \
    "$(diff -rq -x build -x var -x .git . "$copy" | sort)" \
    "Files ./i18n/LOCALES and $copy/i18n/LOCALES differ
Only in $copy/i18n/content/term/mentorat: ar.xml
Only in $copy/i18n/messages: ar.xlf"

# --- it is served -----------------------------------------------------------

own_stack "$copy"

get -H 'Accept-Language: ar-MA, fr;q=0.5' /
is 'who asks for Arabic is greeted in it' "$status $(header Location)" \
    '302 /ar/'
get /ar/
is 'the home page is there' "$status $(header Content-Language)" '200 ar'
has 'from right to left' '<html lang="ar" dir="rtl">'
has 'with Arabic words' '>النموذج</a>'
has 'what is not translated keeps its language and its direction' \
    '<h1 lang="fr" dir="ltr">'
get /fr/
has 'the others lead there' '<a href="/ar/" lang="ar" hreflang="ar"'
has 'by its own name' 'title="العربية"'
has 'search engines learn of it' \
    "<link rel=\"alternate\" hreflang=\"ar\" href=\"$base/ar/\">"
hasnt 'and French is what it was' 'dir="rtl"'

get /ar/term/mentorat
is 'the Arabic text is there' "$status" 200
has 'in the page’s own language' '<h1>الإرشاد</h1>'
has 'its words' '<p id="definition-1">علاقة مستمرة'
has 'its state' 'ترجمة آلية لم تُراجَع بعد.'
hasnt 'nothing is left to translate' 'class="missing"'

get /ar/case/madame-s
is 'a text without Arabic is there' "$status" 200
has 'in French, its title' '<h1 lang="fr" dir="ltr">Le cas de Madame'
has 'its summary' '<p class="lead" lang="fr" dir="ltr">'
ok 'and each paragraph' grep -qE '<p id="[^"]*" lang="fr" dir="ltr">' \
    "$answer/body"
hasnt 'none without its direction' ' lang="fr">'
has 'and says so' 'لم يُترجم هذا النص بعد'
has 'with the way to the original' '<a href="/fr/case/madame-s" hreflang="fr">'

get /ar/resource
is 'the catalogue is there' "$status" 200
has 'a card says in which language its text is, in Arabic' \
    '>باللغة الفرنسية</span>'
is 'each does' "$(grep -o 'باللغة' "$answer/body" | wc -l)" \
    "$(grep -o '<article class="card' "$answer/body" | wc -l)"
get /ar/model
has 'the model has French names' 'lang="fr" dir="ltr"'
get /ar/term
has 'the glossary has the Arabic term' '>الإرشاد</a></h3>'
has 'under an Arabic letter' 'id="letter-ا"'
ok 'its names in other languages keep their direction' \
    grep -qE '<i lang="sv" dir="ltr">' "$answer/body"
get -G --data-urlencode 'q=الإرشاد' /ar/search
has 'the search finds it' '/ar/term/mentorat'
get -G --data-urlencode 'q=mentorat' /ar/search
has 'also by its French name' '/ar/term/mentorat'
get /ar/none
is 'what is not there is not there in Arabic' \
    "$status $(header Content-Language)" '404 ar'
has 'by name' 'الصفحة غير موجودة'
get /sitemap.xml
has 'the list of pages has it' "<loc>$base/ar/term/mentorat</loc>"
get /robots.txt
has 'the rules for robots too' 'Disallow: /ar/search'
for page in module page/about area/teams factor/f01-full-integration \
    tool/wt1 'search?q=emploi'; do
	get "/ar/$page"
	is "/ar/$page is a page" "$status" 200
done
is 'no page had anything to complain about' \
    "$(grep -v '"level":"info"' "$VAR/log/site.log")" ''

done_testing
