# case.sh - a team works on a case: alone first, then compares.

. tests/lib.sh

get /fr/case/madame-s
is 'a case is read' "$status" 200
has 'it asks its questions' 'id="q4"'
hasnt 'and does not answer them' 'id="compare-1"'
has 'its questions can be answered' 'class="button" href="/fr/study/madame-s"'
has 'the comparison is one click away' 'class="button second" href="/fr/case/madame-s/compare"'
has 'and the sheets for a meeting' 'href="/fr/case/madame-s/kit"'

get /sv/case/madame-s/compare
is 'the comparison is a page' "$status" 200
has 'it compares' 'id="compare-1"'
has 'says what to try' 'id="try-1"'
has 'how far it can be trusted' 'class="state"'
has 'and leads back' 'href="/sv/case/madame-s"'
hasnt 'it does not ask again' 'id="q1"'

get /en/case/madame-s/kit
is 'the meeting has its sheets' "$status" 200
is 'three of them' "$(grep -c '<p class="sheet">' "$answer/body")" 3
has 'one to read' 'id="t1-what"'
has 'one to write on' 'id="q1"'
has 'one for the facilitator' 'id="compare-1"'

get /fr/case/nope/compare
is 'a case that is not there has no comparison' "$status" 404
get /fr/tool/wt1/compare
is 'nor has a tool' "$status" 404

done_testing
