# tool.sh - a professional takes a worksheet along, on paper.

. tests/lib.sh

get /fr/tool/wt1
is 'a tool is read' "$status" 200
has 'its short name stands beside its kind' '<span class="code">WT1</span>'
has 'each field has an example' 'class="example"'
has 'a blank sheet is one click away' 'href="/fr/tool/wt1/blank"'

for folder in i18n/content/tool/*; do
	slug=${folder##*/}
	get "/fr/tool/$slug"
	is "$slug has three buttons" "$(grep -oE 'class="button[^>]*href="[^"]*"' \
	    "$answer/body" | grep -oE '/fr/[^"]*' | grep -v /campaign/ |
	    tr '\n' ' ')" \
	    "/fr/worksheet/$slug /fr/tool/$slug/blank /fr/tool/$slug/example "
	get "/sv/tool/$slug/example"
	is '  the example is a whole sheet' "$status" 200
	is '  where each field has an answer' \
	    "$(perl -0ne 'print scalar(() = /<h3/g) -
		scalar(() = /<(?:p|div) class="(?:said|table)"/g) -
		scalar(() = /<td><span class="said"><\/span>/g)' \
	    "$answer/body")" 0
	hasnt '  and nothing to fill in' '<textarea'
done
get /fr/tool/partnership-a/example
has 'an example has its map' '<figure class="map"'
get /it/tool/factor-self-assessment/example
is 'or its levels' "$(grep -o '<circle class="after"' "$answer/body" |
    wc -l)" 13
get /fr/tool/nope/example
is 'a tool that is not there has no example' "$status" 404
get /fr/case/madame-s/example
is 'nor has a case' "$status" 404

# --- its picture -------------------------------------------------------------

drawing='<svg class="drawing" aria-hidden="true"><use href="/static/tool-'
for file in templates/static/tool-*.svg; do
	slug=${file##*/tool-}
	slug=${slug%.svg}
	ok "$slug: its picture is one of a tool there is" \
	    test -d "i18n/content/tool/$slug"
	ok "  on the grid of all, without words" sh -c "grep -q \
	    'viewBox=\"0 0 64 64\"' '$file' &&
	    grep -q ' stroke-width=\"2\"' '$file' &&
	    ! grep -qE '<(text|style|title|script)' '$file'"
	ok '  and opens on its own' xmllint --noout "$file"
done
for folder in i18n/content/tool/*; do
	slug=${folder##*/}
	get "/fr/tool/$slug"
	has "$slug shows its picture" "$drawing$slug."
	get "$(grep -oE "/static/tool-$slug[.][0-9a-f]*[.]svg" "$answer/body")"
	has '  which is there' 'id="drawing"'
	get "/sv/tool/$slug/blank"
	has '  also on paper' "$drawing$slug."
done
get '/it/resource?kind=tool'
is 'each card of a tool has its picture' \
    "$(grep -o "$drawing" "$answer/body" | wc -l)" \
    "$(ls -d i18n/content/tool/* | wc -l)"
get /en/module/networks/kit
is 'a kit shows the tools to print with it' \
    "$(links '^/en/tool/.*/blank')" "$(printf '/en/tool/%s/blank\n' \
    partnership-a partnership-b wt1 wt2)"
has 'with their pictures' "${drawing}partnership-a."
get /fr/case/madame-s
hasnt 'what has no picture leaves no hole' 'class="drawing"'

# --- on paper ----------------------------------------------------------------

get /it/tool/wt1/blank
is 'the blank sheet is there' "$status" 200
has 'it says that it is blank' 'class="item paper blank"'
has 'its fields are there' '<div class="field longtext">'
hasnt 'but not how to use it' 'id="use-1"'

get /en/tool/partnership-a/blank
has 'tables have empty rows' '<tr class="empty"><td></td>'

get /sv/tool/learning-questionnaire
is 'the questionnaire says its scale once a domain' \
    "$(grep -o '<table class="scale">' "$answer/body" | wc -l)" 5
is 'all statements have their row' \
    "$(grep -o '<th scope="row">' "$answer/body" | wc -l)" 22
has 'progress is yes' '<th scope="col">Jag har gjort framsteg</th>'
has 'or no' '<th scope="col">Jag har inte gjort framsteg</th>'

get /fr/tool/nope/blank
is 'a tool that is not there has no blank sheet' "$status" 404

done_testing
