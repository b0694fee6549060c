# my.sh - somebody looks for their own work: from a browser that has none,
# then with work; takes it away, loads it elsewhere, erases it.

. tests/lib.sh
. tests/person.sh
need_database


# usage: load FILE	with the form of the page of everything
load() {
	see /fr/my
	form
	see -F "key=$key" -F "token=$token" -F "file=@$1" /fr/my/load
}

# usage: code		of this person
code() {
	see /fr/my/code.txt
	sed -n 's/\r$//; /^[a-z]\{5\}-/p' "$answer/body"
}

for tag in $(languages); do
	get "/$tag/my"
	is "$tag: the page is there, in its language" \
	    "$status $(header Content-Language)" "200 $tag"
	has "$tag: it leads to what can be begun" "href=\"/$tag/module\""
	is "$tag: it is kept by nobody" "$(header Cache-Control)" no-store
	has "$tag: search engines leave it out" 'content="noindex"'
	is "$tag: and it sets no cookie" "$(header Set-Cookie)" ''
done

get /fr/my/
is 'with a slash too many it is found again' \
    "$status $(header Location)" '301 /fr/my'
get /fr/my/nope
is 'below it nothing else is' "$status" 404
is 'which nobody keeps either' "$(header Cache-Control)" no-store
get -X DELETE /fr/my
is 'other methods are refused' "$status" 405
get /learn/readyz
is 'the realm says that it is ready' "$status" 200
has 'with its database' '"database":true'
get /learn/livez
is 'and that it lives' "$status" 200


# --- everything on one page -------------------------------------------------

for page in my/paper my/file.json my/erase; do
	get "/fr/$page"
	is "/fr/$page leads back who has nothing" \
	    "$status $(header Location)" '303 /fr/my'
done

see /fr/step/networks/case
form
send /fr/step/networks/case action=next \
    'c.q1=Trois appels <b>& un « oui »' v.c.q1=0.
see /fr/step/networks/situate
form
send /fr/step/networks/situate action=next \
    "m.situate-contacts=langue : l’école
santé : personne" v.m.situate-contacts=0.
see /fr/step/networks/evaluation
form
send /fr/step/networks/evaluation action=save k.check2=check2-b v.k.check2=0.
see /fr/worksheet/wt1
form
send /fr/worksheet/wt1 action=save '_title=Un livret' \
    'objectives=Six livrets' actions=K7 \
    'actions.K7.actions-description=Visiter'
first=$(header Location)
see "/fr/worksheet/wt2?follows=${first##*/}"
form
send /fr/worksheet/wt2 action=save "follows=${first##*/}" \
    'learned=Que cela marche'
second=$(header Location)
see /fr/worksheet/factor-self-assessment
form
send /fr/worksheet/factor-self-assessment action=save '_title=Novembre' \
    f01=f01-2
is 'all of it is kept' "$status" 303
for tag in $(languages); do
	see "/$tag/my"
	is "$tag: everything is there" "$status" 200
	has "$tag: the module, where one goes on" \
	    "href=\"/$tag/step/networks/discussion\""
	has "$tag: what was written" 'Trois appels &lt;b&gt;&amp; un « oui »'
	has "$tag: with the way to it" "href=\"/$tag/step/networks/case\""
	has "$tag: a worksheet by its name" "/$tag/worksheet/wt1/${first##*/}"
	has "$tag: the others too" "/$tag/worksheet/wt2/${second##*/}"
	has "$tag: and self-assessments" \
	    "href=\"/$tag/worksheet/factor-self-assessment/"
	hasnt "$tag: no choice by its name only" check2-b
	is "$tag: kept by nobody" "$(header Cache-Control)" no-store
	see "/$tag/my/paper"
	has "$tag: on paper as well" 'Trois appels &lt;b&gt;&amp; un « oui »'
	has "$tag: with the worksheets" 'Six livrets'
	has "$tag: and their tables" Visiter
done
see /fr/my
has 'until when it is kept' "Conservé jusqu’au <strong>"
has 'the name of a worksheet' 'Un livret</a>'

# --- taken away, and loaded -------------------------------------------------

see /fr/my/file.json
is 'everything is a file' "$status $(header Content-Type)" \
    '200 application/json; charset=utf-8'
ok 'with a name' expr "$(header Content-Disposition)" : \
    'attachment; filename="profint-20..-..-...json"'
ok 'of ours' perl -MJSON::PP -e '
	local $/; $_ = decode_json(<STDIN>);
	exit !($_->{profint} == 1 && @{$_->{notes}} == 3 &&
	    @{$_->{progress}} == 2 && @{$_->{worksheets}} == 3)' \
    <"$answer/body"
cp "$answer/body" "$answer/file.json"
# usage: rows WORKSHEET	how much lies in the space where it is
rows() {
	query "SELECT string_agg(many::text, ' ')
	    FROM (SELECT space_id FROM learn.worksheet
		WHERE worksheet_id = '\\x${1##*/}') AS here,
	    LATERAL (SELECT count(*) AS many FROM learn.note
		WHERE space_id = here.space_id
		UNION ALL SELECT count(*) FROM learn.worksheet
		WHERE space_id = here.space_id
		UNION ALL SELECT count(*) FROM learn.field
		WHERE space_id = here.space_id) AS counts"
}

before=$(rows "$first")
load "$answer/file.json"
is 'loaded where it comes from' "$status $(header Location)" '303 /fr/my'
is 'it changes nothing' "$(rows "$first")" "$before"

owner=$jar jar=$answer/jar2
load "$answer/file.json"
is 'loaded elsewhere it opens new work' "$status $(header Location)" \
    '303 /fr/my'
see /fr/my
has '  with what was written' 'Trois appels &lt;b&gt;&amp; un « oui »'
has '  with its lines' 'langue : l’école
santé : personne'
has '  how far one has come' 'href="/fr/step/networks/discussion"'
has '  and the worksheets' 'Un livret</a>'
followed=$(links '^/fr/worksheet/wt2/')
see "$followed"
has '  one after the other' Visiter
is '  under other names' "$(expr "$followed" = "$second")" 0
load "$answer/file.json"
is 'twice it is loaded once' "$(rows "$followed")" "$before"
see /fr/step/networks/case
form
send /fr/step/networks/case action=save 'c.q1=Autre chose' \
    "v.c.q1=$(value 'v\.c\.q1')"
load "$answer/file.json"
see /fr/step/networks/case
ok 'of two texts both stay' perl -0ne \
    'exit !/Autre chose\n\nTrois appels/' "$answer/body"

printf '\357\273\277' | cat - "$answer/file.json" >"$answer/marked.json"
load "$answer/marked.json"
is 'an editor’s mark is no harm' "$status" 303
echo '{"profint": 2}' >"$answer/new.json"
load "$answer/new.json"
is 'a file of tomorrow is refused' "$status" 400
has '  with a sentence' 'version plus récente'
for text in '' '{' '[]' '{"profint":1,"language":"fr","notes":[{"kind":"x y"}]}' \
    '<script>'; do
	printf %s "$text" >"$answer/bad.json"
	load "$answer/bad.json"
	is "no file of ours: <$text>" "$status" 400
	has '  which is said' 'Rien n’a changé.'
done
printf 'a\0b' >"$answer/bad.json"
load "$answer/bad.json"
is 'nor one with zeros' "$status" 400
head -c 5500000 /dev/zero | tr '\0' x >"$answer/large.json"
load "$answer/large.json"
is 'nor a library' "$status" 413
perl -e 'print qq({"profint":1,"language":"fr","notes":[);
    print join(",", map { qq({"kind":"case","slug":"x$_","segment":"q1",)
	. q("text":") . "y" x 60000 . q("}) } 1 .. 12), "]}"' \
    >"$answer/much.json"
load "$answer/much.json"
is 'a large one is loaded' "$status" 303
load "$answer/much.json"
is 'and known again' "$status" 303
sed 's/"x\([0-9]*\)"/"z\1"/g' "$answer/much.json" >"$answer/more.json"
load "$answer/more.json"
is 'but there is an end' "$status" 413
see /fr/my
form
see -H 'Sec-Fetch-Site: cross-site' -F "key=$key" -F "token=$token" \
    -F "file=@$answer/file.json" /fr/my/load
is 'no other site can load one' "$status" 403
see -H 'Content-Type: multipart/form-data; boundary=x' --data 'nothing' \
    /fr/my/load
is 'what is no form is refused' "$status" 400

# --- erased -----------------------------------------------------------------

jar=$owner
mine=$(code)
space=$(query "SELECT encode(space_id, 'hex') FROM learn.worksheet
    WHERE worksheet_id = '\\x${first##*/}'")
see /fr/my/erase
is 'before everything is erased one is asked' "$status" 200
has '  and can take it away' 'href="/fr/my/file.json"'
form
see -H 'Sec-Fetch-Site: cross-site' --data "key=$key&token=$token" \
    /fr/my/erase
is '  and no other site can answer' "$status" 403
send /fr/my/erase
is 'then it is gone' "$status $(header Location)" '303 /fr/my?erased=1'
ok '  the cookie too' expr "$(header Set-Cookie)" : 'profint=; .*Max-Age=0'
is '  and what the browser kept' "$(header Clear-Site-Data)" '"cache"'
see '/fr/my?erased=1'
has '  which is said' 'Tout est effacé.'
is 'nothing is left' "$(query "SELECT (SELECT count(*) FROM learn.space
    WHERE space_id = '\\x$space') || ' ' || (SELECT count(*)
    FROM learn.note WHERE space_id = '\\x$space') || ' ' ||
    (SELECT count(*) FROM learn.field WHERE space_id = '\\x$space')")" '0 0 0'
is 'but a mark against backups' "$(query "SELECT count(*) FROM learn.erased
    WHERE space_hash = sha256('\\x$space')")" 1
see /fr/resume
form
send /fr/resume action=open "code=$mine"
is 'the code opens nothing' "$status" 404

done_testing
