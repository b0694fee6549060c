# tool.sh - a professional takes a worksheet along, on paper.

. tests/lib.sh

get /fr/tool/wt1
is 'a tool is read' "$status" 200
has 'its short name stands beside its kind' '<span class="code">WT1</span>'
has 'each field has an example' 'class="example"'
has 'a blank sheet is one click away' 'href="/fr/tool/wt1/blank"'

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
