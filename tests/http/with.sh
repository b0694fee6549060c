# with.sh - a reviewer reads a translation beside its original, without git.

. tests/lib.sh

# usage: rows	how many paragraphs the last answer pairs
rows() {
	grep -oE '<tr( class="t")? id="' "$answer/body" | wc -l
}

get /sv/case/madame-s
has 'a translation leads to the comparison' 'href="/sv/case/madame-s?with=fr"'
get /fr/case/madame-s
hasnt 'an original does not' '?with='

get '/sv/case/madame-s?with=fr'
is 'both languages are shown' "$status" 200
has 'one' '<th scope="col" lang="fr">français</th>'
has 'beside the other' '<th scope="col">svenska</th>'
has 'each paragraph has its anchor' 'id="situation-1"'
has 'its words' 'Madame S., réfugiée'
has 'in the language they are in' '<td lang="fr" dir="ltr">'
is 'and its state' "$(grep -o '<small class="mark">maskinöversatt' \
    "$answer/body" | wc -l)" "$(rows)"
has 'search engines leave it alone' 'content="noindex"'
swedish=$(rows)
ok 'all paragraphs are there' test "$swedish" -ge 25
get '/fr/case/madame-s?with=sv'
is 'the other way round there are as many' "$(rows)" "$swedish"
get '/it/case/madame-s?with=sv'
is 'and between two translations' "$(rows)" "$swedish"
get '/en/module/networks?with=fr'
is 'a module can be compared' "$status" 200
has 'to its last question' 'id="check4-feedback"'
get '/sv/page/home?with=fr'
is 'so can the first page' "$status" 200

get '/fr/case/madame-s?with=fr'
is 'a language is not compared with itself' "$status" 302
is 'the page alone is shown' "$(header Location)" /fr/case/madame-s
get '/fr/case/madame-s?with=xx'
is 'nor with one that is not there' "$status" 302
get '/fr/case/nope?with=sv'
is 'an item that is not there is not compared' "$status" 404

done_testing
