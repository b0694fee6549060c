# search.sh - a newcomer searches in four languages, and types anything.

. tests/lib.sh

# usage: escaped TEXT	as a part of a URL
escaped() {
	printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'
}

# usage: found	the first three hits of the last answer, as kind/slug
found() {
	grep -o '"kind":"[a-z]*","slug":"[a-z0-9-]*"' "$answer/body" |
	    head -n 3 | sed 's/"kind":"//; s/","slug":"/\//; s/"$//'
}

# usage: place WANTED	of the first hit that answers or helps; 9: none
place() {
	found | grep -nxF -e "$(echo "$1" | tr '|;' '\n\n')" |
	    head -n 1 | cut -d : -f 1 | grep . || echo 9
}

# usage: share MOST	how many percent of this language are at MOST or before
share() {
	awk -F '\t' -v most="$1" '{ all++; good += $1 <= most }
	    END { print int(100 * good / all) }' "$answer/places"
}

# --- what is found: tests/search/queries.tsv

tab=$(printf '\t')
for lang in $(grep -v '^#' tests/search/queries.tsv | cut -f 1 | sort -u); do
	grep "^$lang$tab" tests/search/queries.tsv >"$answer/questions"
	while IFS=$tab read -r lang question wanted intent; do
		get "/$lang/search.json?q=$(escaped "$question")"
		printf '%s\t%s\n' "$(place "$wanted")" "$question"
	done <"$answer/questions" >"$answer/places"
	awk -F '\t' '$1 > 3 { print "# " $2 }' "$answer/places"
	ok "$lang: at least 60 questions" \
	    test "$(wc -l <"$answer/places")" -ge 60
	ok "$lang: the first hit is right for 85 of 100" \
	    test "$(share 1)" -ge 85
	ok "$lang: one of the first three for 95 of 100" \
	    test "$(share 3)" -ge 95
done

# --- the page

get '/fr/search'
is 'the page without a question' "$status" 200
has 'offers the four areas' 'href="/fr/area/teams"'
get '/fr/search?q=handledare'
get '/fr/search?q=handledare'
is 'an answer is never kept' "$(header X-Cache)" MISS
is 'a word of another language' "$status" 200
has 'leads to the term of the glossary' 'href="/fr/term/tuteur"'
has 'and is not for search engines' 'content="noindex"'
get '/fr/search?q=employeurs+sceptiques'
has 'what was found is marked' '<mark>employeur</mark>'
get '/fr/search?q=logment'
has 'a misspelt word has a neighbour' 'href="/fr/search?q=logement"'
get '/sv/search?q=zzqqxx'
is 'nothing found' "$status" 200
has 'offers the four areas too' 'href="/sv/area/teams"'
get '/fr/search?q=emploi&kind=case'
has 'a filter can be let go' 'class="chosen"'
hasnt 'and holds' 'href="/fr/factor/'
get '/fr/search?q=emploi&page=2'
is 'a second page' "$status" 200
has 'leads back to the first' 'rel="prev nofollow" href="/fr/search?q=emploi"'
get '/fr/search?q=zzqqxx&page=7'
is 'a page after the last leads to the first' "$(header Location)" \
    '/fr/search?q=zzqqxx'

# --- in another language

get '/fr/search?q=handledare'
has 'a Swedish word says that it was found' '<bdi>handledare</bdi>'
get '/fr/search.json?q=handledare'
has 'and finds the French text' '"slug":"tuteur","title":"tuteur'
has 'for programs too' '"found_by":"handledare"'
get '/sv/search.json?q=comment+trouver+un+logement+%3F'
has 'a French question on the Swedish site' '"slug":"job-without-home"'
get '/fr/search.json?q=logement'
has 'what a reader sees has no reason' '"found_by":null'
hasnt 'nor has any other' '"found_by":"'
for typed in "bostad' OR 1=1 --" '<b>bostad</b>' 'bostad ← logement'; do
	get "/fr/search?q=$(escaped "$typed")"
	is "hostile and foreign: $typed" "$status" 200
	hasnt 'no markup comes back' '<b>bostad'
done

# --- however it is typed

# usage: same PAGE QUESTION OTHER	both find the same, in this order
same() {
	get "/$1/search.json?q=$(escaped "$2")"
	found >"$answer/one"
	get "/$1/search.json?q=$(escaped "$3")"
	found >"$answer/other"
	ok "$1: $3 is $2" test -s "$answer/one"
	ok '... with the same hits' cmp -s "$answer/one" "$answer/other"
}

same fr 'évaluer les compétences' 'evaluer les competences'
same fr 'évaluer les compétences' 'ÉVALUER LES COMPÉTENCES'
same fr 'l’équipe d’accueil' "l'équipe d'accueil"
same fr 'l’équipe d’accueil' "l'equipe d'accueil"
same fr 'un réseau d’employeurs' 'un re'"$(printf '\314\201')"'seau d’employeurs'
same fr 'cœur de métier' 'coeur de metier'
same fr 'accueil-logement' 'accueil logement'
same en 'the volunteer’s role' "the volunteer's role"
same it 'un’attività dell’équipe' "un'attivita dell'equipe"
same sv 'hjälp att söka bostad' 'HJÄLP ATT SÖKA BOSTAD'
same fr 'logement' '  logement  '
same fr 'logement' 'logement le la'
same fr 'logement emploi' 'logement, emploi !'

# usage: finds PAGE QUESTION WANTED	among the first three
finds() {
	get "/$1/search.json?q=$(escaped "$2")"
	ok "$1: $2 finds $3" test "$(place "$3")" -le 3
}

finds sv 'hjalp att soka bostad' case/job-without-home
get '/sv/search.json?q=%C3%B6verenskommelse'
finds sv 'overenskommelse' "$(found | head -n 1)"
get '/fr/search.json?q=logement+-emploi'
hasnt 'a word that must not be there' '"slug":"job-without-home"'
get '/fr/search.json?q=%22difficult%C3%A9s+de+logement'
is 'a quote that is not closed' "$status" 200

# --- the language of questions

# usage: leads PAGE QUESTION ADDRESS
leads() {
	get "/$1?q=$(escaped "$2")"
	is "$1: $2" "$(header Location)" "$3"
}

leads fr/search 'logement kind:case' '/fr/search?q=logement&kind=case'
leads fr/search 'type:cas logement' '/fr/search?q=logement&kind=case'
leads fr/search 'type:"cas pédagogique' '/fr/resource?kind=case'
leads en/search 'area:partnerships' '/en/resource?area=partnerships'
leads fr/search 'axe:equipes bénévole' \
    '/fr/search?q=b%C3%A9n%C3%A9vole&area=teams'
leads sv/search 'område:partnerskap nätverk' \
    '/sv/search?q=n%C3%A4tverk&area=partnerships'
leads it/search 'paese:se lingua' '/it/search?q=lingua&country=SE'
leads it/search 'asse:équipe' '/it/resource?area=teams'
leads it/search 'asse:partenariati rete' '/it/search?q=rete&area=partnerships'
leads sv/search 'omrade:team' '/sv/resource?area=teams'
leads en/search 'AREA:Teams' '/en/resource?area=teams'
leads en/search 'kind:tool' '/en/resource?kind=tool'
leads en/search 'kind:"good practice" trust' '/en/search?q=trust&kind=practice'
leads fr/search 'type:temoignage' '/fr/resource?kind=testimonial'
leads it/search 'tipo:caso lavoro' '/it/search?q=lavoro&kind=case'
leads sv/search 'typ:fall bostad' '/sv/search?q=bostad&kind=case'
leads sv/search 'typ:verktyg' '/sv/resource?kind=tool'
leads fr/search 'type:verktyg' '/fr/resource?kind=tool'
leads fr/search.json 'logement kind:case' \
    '/fr/search.json?q=logement&kind=case'
leads fr/search 'kind:case type:cas mot' '/fr/search?q=mot&kind=case'
for typed in 'kind:nothing' 'foo:bar logement' ':' 'a:' ':b' 'kind:' \
    'kind:""' 'kind:case' 'area:partnerships kind:tool' 'http://x.org/' \
    'kind:%' "kind:'" 'kind:\\' '"kind:case"' '-kind:case' 'le la' '-' '--' \
    '""' '"' '-"' 'emploi -logement' '"pas de logement"' '« pas de logement'; do
	for page in search search.json; do
		get "/fr/$page?q=$(escaped "$typed")"
		ok "/fr/$page: $typed" expr "$status" : '[23]'
	done
done

long=$(printf '%04000d' 0 | tr 0 x)
for typed in '"' "'" '"deux' '\' '%' '_' '&|!():*<->' ' ' 'le la les' \
    "'; DROP TABLE item; --" '<script>alert(1)</script>' '../../etc' \
    'http://example.org/?a=b' 'someone@example.org' '1e5 -3.5' '🙂' \
    "$(printf '\356\200\200mot\356\200\201')"; do
	short=$(printf '%.30s' "$typed")
	for page in search search.json; do
		get "/fr/$page?q=$(escaped "$typed")"
		ok "/fr/$page: $short" expr "$status" : '[23]'
	done
done
get '/fr/search?q=%3Cscript%3Ealert(1)%3C/script%3E'
hasnt 'a script is text' '<script>alert'
get "/fr/search.json?q=$long"
is 'a long question is answered' "$status" 200
get "/fr/search?q=$long"
is 'a long question is cut' "$(header Location | wc -c)" 214
for page in search search.json suggest.json; do
	get "/fr/$page?q=$long$long$(printf '%02000d' 0)"
	is "/fr/$page: 10,000 characters are too many, and that is said" \
	    "$status" 414
done
get '/fr/search?q=a%01b'
is 'control characters are refused' "$status" 400
get '/fr/search.json?q=a%00b'
is 'so is the end of a string' "$status" 400
get '/fr/search.json?q=a%FFb'
is 'what is no text is refused' "$status" 400
get '/fr/search?q=mot&area=%27&kind=%22%3E&country=..&sort=%27&page=-1'
is 'filters that are none find nothing' "$status" 200

if [ -n "${VAR-}" ]; then
	not_ok 'the database has seen no error' \
	    grep -E 'profint_site@profint (ERROR|FATAL)' "$VAR/log/postgresql.log"
fi

done_testing
