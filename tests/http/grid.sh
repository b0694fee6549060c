# grid.sh - an interviewer takes a grid to the field.

. tests/lib.sh

get /fr/grid/a-partners
is 'a grid is read' "$status" 200
has 'it says how long the interview takes' 'Entretien de 60 minutes'
has 'it asks' '<li id="q1">'
has 'each question names its factors' '<p class="coded"><span>Facteurs :</span> <a href="/fr/factor/'
ok 'ten questions or more' test "$(grep -o '<p class="coded">' \
    "$answer/body" | wc -l)" -ge 10
has 'counted through' '<ol class="questions" start='
hasnt 'nothing is folded' '<details>'

get /sv/grid/a-partners
has 'factors are called by their names' '<a href="/sv/factor/f01-full-integration">Sikta på full integration</a>'

done_testing
