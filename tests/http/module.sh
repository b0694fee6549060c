# module.sh - a facilitator prepares a session, a professional follows alone.

. tests/lib.sh

get /fr/module
is 'there is a list of modules' "$status" 200
has 'that leads to each' 'href="/fr/module/networks"'

get /fr/module/networks
is 'a module is read' "$status" 200
has 'it says what it leads to' 'Après ce module, vous pouvez'
for step in situate case discussion tool project evaluation; do
	has "it leads to the step $step" "href=\"/fr/step/networks/$step\""
done
has 'with its minutes alone' 'Individuellement : 10 minutes'
has 'and in a group' 'En groupe : 20 minutes'
has 'and those of all steps' 'En tout : 100 minutes individuellement, 200 minutes en groupe.'
has 'an answer opens without a script' '<details class="right"><summary id='
has 'one begins alone' 'class="button" href="/fr/step/networks/situate"'
has 'or with a group' 'href="/fr/session/new?module=networks"'
has 'it leads to the kit' 'href="/fr/module/networks/kit"'
has 'and to the evaluation sheet' 'href="/fr/module/networks/sheet"'
ok 'all of it weighs less than 60 KB' test "$(
    cat "$answer/body" templates/static/style.css \
    templates/static/script.js | wc -c)" -lt 60000

get '/sv/step/networks/case?run=1'
is 'a step is read in another language' "$status" 200
has 'with its name in the title' '<title>Studera fallet – '
has 'says which it is' 'Steg 2 av 6'
has 'shows what a group does' '<section class="role-group">'
has 'and what the facilitator needs' '<section class="role-pitfalls">'
has 'what is given out' '<section class="role-handout">'
has 'what is projected' '<section class="role-screen">'
has 'it leads back' 'href="/sv/module/networks"'
has 'and on' 'href="/sv/step/networks/discussion?run=1"'
has 'and says where one is' 'aria-current="step" href="/sv/step/networks/case?run=1"'
hasnt 'it does not repeat other steps' 'id="tool-group-1"'

get '/fr/step/networks/evaluation?run=1'
has 'a step in the field says so' 'Entre les séances, sur le terrain'

get /it/module/networks/kit
is 'the kit is there' "$status" 200
for role in goals aim run group pitfalls variants handout screen check \
    evaluation; do
	has "it holds $role" "class=\"role-$role\""
done
hasnt 'but not what one reads alone' 'class="role-alone"'
get /en/module/networks/sheet
is 'the evaluation sheet is there' "$status" 200
has 'says that it is anonymous' 'do not write your name'
has 'and has boxes to tick' '<td class="box">'

for path in module/networks/nope module/networks/case module/networks/page module/networks/all \
    module/networks/compare module/nope module/nope/kit module/nope/case; do
	get "/fr/$path"
	is "/fr/$path is not there" "$status" 404
done

done_testing
