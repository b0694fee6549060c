# kit.sh - a facilitator takes a module along, to a room without a network.

. tests/lib.sh

modules=$(get /fr/module; links '^/fr/module/[a-z0-9-]+$' | sed 's|.*/||')

# usage: unpacked	the last answer, as a folder in $answer/kit
unpacked() {
	rm -rf "$answer/kit"
	unzip -tqq "$answer/body" && unzip -qq -d "$answer/kit" "$answer/body"
}

# usage: entries	their names, in their order
entries() {
	unzip -Z1 "$answer/body"
}

# usage: reaches FILE LINK	the link of that file ends inside the kit
reaches() {
	there=${2%%#*}
	[ -n "$there" ] || there=$1
	[ -s "$answer/kit/$there" ] || return
	case $2 in
	*'#'*)	grep -q " id=\"${2#*#}\"" "$answer/kit/$there" ;;
	esac
}

# usage: astray	what leads nowhere, asks another's server, or is no page
astray() {
	for file in "$answer"/kit/*.html; do
		name=${file##*/}
		grep -oE ' (href|src)="[^"]*"' "$file" | sed 's/^[^"]*"//; s/"$//' |
		    sort -u | while read -r link; do
			case $link in
			http*)	;;
			/*)	echo "$name: $link" ;;
			*)	reaches "$name" "$link" ||
					echo "$name: $link" ;;
			esac
		done
		grep -oE '(<(script|img|use|iframe)[^>]* (src|href)|<link[^>]* href)="(http|/)[^>]*' \
		    "$file" | sed "s/^/$name: /"
		for word in '<html lang="' '<meta charset="utf-8">' \
		    'rel="license"' "href=\"$site/"; do
			grep -qF -e "$word" "$file" || echo "$name: no $word"
		done
		iconv -f UTF-8 -t UTF-8 "$file" >/dev/null ||
			echo "$name: not UTF-8"
	done
	grep -lE 'url\(|@import' "$answer"/kit/style/*.css
}

get /fr/module/networks
site=$(sed -n 's/.*rel="canonical" href="\([^"]*\)\/fr\/module.*/\1/p' \
    "$answer/body")
has 'a module leads to its kit' 'action="/fr/module/networks/kit.zip"'
has 'with a second language, by its name' '<option value="sv">Suédois</option>'
hasnt 'but not the page’s own' '<option value="fr">'
get /it/module/networks/kit
has 'so does its page for paper' 'action="/it/module/networks/kit.zip"'

get '/fr/module/networks/kit.zip'
is 'the kit is there' "$status" 200
is 'it is a ZIP file' "$(header Content-Type)" application/zip
is 'with a name one understands' "$(header Content-Disposition)" \
    'attachment; filename="profint-reseaux-fr.zip"'
is 'sent as it is' "$(header Content-Encoding)" ''
is 'browsers may keep it' "$(header Cache-Control)" 'public, max-age=60'
length=$(header Content-Length)
is 'whole' "$length" "$(wc -c <"$answer/body")"
cp "$answer/body" "$answer/first"
get --compressed /fr/module/networks/kit.zip
is 'and so does nginx' "$(header X-Cache)" HIT
ok 'who wants it packed gets the same' cmp "$answer/first" "$answer/body"
get --head /fr/module/networks/kit.zip
is 'it can be asked about' "$status $(header Content-Length)" "200 $length"
get -X POST /fr/module/networks/kit.zip
is 'but not written to' "$status" 405

cp "$answer/first" "$answer/body"
ok 'unzip opens it' unpacked
is 'what is in it comes first' "$(entries | head -n 1)" index.html
is 'names need no special letters' "$(entries | grep -v '^[a-z0-9./-]*$')" ''
for part in 01-conduite-de-la-seance-etape-par-etape 02-ecrans-a-projeter \
    03-documents-a-distribuer 04-votre-avis-sur-la-seance \
    05-le-cas-de-madame-s 08-planification-de-l-experimentation; do
	ok "it holds $part" test -s "$answer/kit/$part.html"
	ok 'and leads there' grep -qF "href=\"$part.html\"" \
	    "$answer/kit/index.html"
done
cp "$answer/kit/01-conduite-de-la-seance-etape-par-etape.html" "$answer/body"
has 'the run sheet has its minutes' 'En tout : 100 minutes individuellement, 200 minutes en groupe.'
has 'and what usually goes wrong' '<section class="role-pitfalls">'
has 'its tools are in the kit' 'href="08-planification-de-l-experimentation.html"'
hasnt 'what one reads alone is not' 'class="role-alone"'
cp "$answer/kit/02-ecrans-a-projeter.html" "$answer/body"
is 'there is a screen for each step, and one to begin with' \
    "$(grep -o 'class="screen ' "$answer/body" | wc -l)" 7
has 'without a script one turns them by links' 'href="#kit-2"'
has 'with it by keys' 'src="style/screens.js"'
cp "$answer/kit/05-le-cas-de-madame-s.html" "$answer/body"
is 'a case has three sheets' "$(grep -c 'class="sheet"' "$answer/body")" 3
cp "$answer/kit/index.html" "$answer/body"
has 'it says how it is used' 'ouvrez index.html'
has 'and what needs a network' 'Seuls les liens suivis de ↗'
hasnt 'an original is no translation' 'class="state"'

for lang in $(languages); do
	other=$(languages | grep -vx "$lang" | head -n 1)
	for module in $modules; do
		get "/$lang/module/$module"
		said=$(sed -n 's/.*(ZIP, [^0-9]*\([0-9]*\).*/\1/p' "$answer/body")
		get "/$lang/module/$module/kit.zip"
		is "$lang/$module is whole" "$status $(unpacked && astray)" '200 '
		size=$(($(wc -c <"$answer/body") / 1000))
		ok "it is about as large as was said ($said, $size)" \
		    test $((said * 10)) -ge $((size * 9)) -a \
		    $((said * 9)) -le $((size * 10))
		is 'each page is in its language' "$(grep -L \
		    "<html lang=\"$lang\" dir=" "$answer"/kit/*.html)" ''
		[ "$lang" = fr ] ||
			is 'and says how far it can be trusted' "$(grep -L \
			    'class="state"' "$answer"/kit/*.html)" ''

		get "/$lang/module/$module/kit.zip?with=$other"
		is "with $other too" "$status $(unpacked && astray)" '200 '
		is 'sheets come in both' "$(grep -l "<html lang=\"$other\"" \
		    "$answer"/kit/*.html | wc -l)" "$(($(ls \
		    "$answer"/kit/*.html | wc -l) / 2 - 1))"
		is 'run sheet and screens are side by side' "$(grep -lE \
		    "<div lang=\"$other\" dir=" "$answer"/kit/*.html | wc -l)" 2
	done
done

get '/fr/module/networks/kit.zip?with=sv'
is 'two languages are in its name' "$(header Content-Disposition)" \
    'attachment; filename="profint-reseaux-fr-sv.zip"'
ok 'unzip opens both' unpacked
cp "$answer/kit/01-conduite-de-la-seance-etape-par-etape.html" "$answer/body"
has 'the second has its own headings' '<span lang="sv" dir="ltr">Så går det till</span>'
is 'each paragraph of one stands by one of the other' \
    "$(grep -o '<div class="both"><div>' "$answer/body" | wc -l)" \
    "$(grep -o '</div><div lang="sv" dir="ltr">' "$answer/body" | wc -l)"
cp "$answer/kit/index.html" "$answer/body"
has 'a translation says so' '<b>Suédois</b>'

for query in with=xx with=fr with=; do
	get "/fr/module/networks/kit.zip?$query"
	is "?$query is one language" "$status $(header Location)" \
	    '302 /fr/module/networks/kit.zip'
done
get '/fr/module/networks/kit.zip?with=sv&with=it'
is 'three languages are too many' "$status" 400
get '/fr/module/nope/kit.zip'
is 'no module, no kit' "$status" 404
is 'but a page that says so' "$(header Content-Type)" \
    'text/html; charset=utf-8'
get /fr/case/madame-s/kit.zip
is 'a case has no kit to download' "$status" 404

done_testing
