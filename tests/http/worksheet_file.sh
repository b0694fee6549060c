#!/bin/sh
# worksheet_file.sh - somebody takes a worksheet to their office program.

. tests/lib.sh

# usage: take PATH NAME=VALUE...
take() {
	path=$1
	shift
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	get "$@" "$path/file"
}

for tag in $(languages); do
	get "/$tag/worksheet/wt1"
	has "$tag: the form offers files" "formaction=\"/$tag/worksheet/wt1/file\""
	take "/$tag/worksheet/wt1" as=odt '_title=Été à Lyon' \
	    'objective=Trente  mots & dix « consignes »' actions=K7 \
	    'actions.K7.actions-description==1+1'
	is "$tag: a document" "$status $(header Content-Type)" \
	    '200 application/vnd.oasis.opendocument.text'
	is "$tag: by the name its owner gave it" \
	    "$(header Content-Disposition)" \
	    'attachment; filename="ete-a-lyon.odt"'
	is "$tag: kept by nobody" "$(header Cache-Control)" no-store
	is "$tag: without a cookie" "$(header Set-Cookie)" ''
	unzip -p "$answer/body" content.xml >"$answer/xml"
	ok "$tag: well-formed" xmllint --noout "$answer/xml"
	ok "$tag: with what was written" grep -qF \
	    'Trente <text:s text:c="1"/>mots &amp; dix « consignes »' \
	    "$answer/xml"
	take "/$tag/worksheet/wt1" as=csv objective=Mots actions=K7 \
	    'actions.K7.actions-description==1+1'
	is "$tag: a table" "$status $(header Content-Type)" \
	    '200 text/csv; charset=utf-8; header=present'
	has "$tag: no cell is a formula" "'=1+1"
	case $tag in
	en)	has "$tag: separated by commas" ",'=1+1," ;;
	*)	has "$tag: separated by semicolons" ";'=1+1;" ;;
	esac
	take "/$tag/worksheet/wt1" as=json objective=Mots
	has "$tag: and as JSON, by field" '"objective": "Mots"'
done

get --data as=odt /fr/worksheet/wt1/file
cp "$answer/body" "$answer/empty.odt"
soffice -env:UserInstallation="file://$answer/home" --headless \
    --convert-to txt:Text --outdir "$answer" "$answer/empty.odt" \
    >/dev/null 2>&1
ok 'LibreOffice opens an empty one' test -s "$answer/empty.txt"

take /fr/worksheet/wt1 as=exe
is 'no other kind of file' "$status" 400
take /fr/worksheet/wt1 as=
is 'nor none' "$status" 400
take /fr/worksheet/no-such-tool as=odt
is 'nor of a tool that is not' "$status" 404
take /fr/worksheet/wt1/0123456789abcdef0123456789abcdef as=csv objective=Mots
has 'at another’s address there is what the form sent' ';Mots'
get -H 'Sec-Fetch-Site: cross-site' --data objective=x \
    /fr/worksheet/wt1/print
is 'nor prints what another site sends' "$status" 403
get -H 'Origin: https://evil.example' --data objective=x \
    /fr/worksheet/wt1/print
is '  also by browsers that only name their origin' "$status" 403
get -H 'Sec-Fetch-Site: same-origin' --data objective=Ziel \
    /fr/worksheet/wt1/print
is '  but what our page sends, without a cookie' \
    "$status $(header Set-Cookie)" '200 '
get -H 'Sec-Fetch-Site: cross-site' --data as=odt /fr/worksheet/wt1/file
is 'nor for another site' "$status" 403
for tool in $(query "SELECT slug FROM item WHERE kind = 'tool'
    AND successor IS NULL" 2>/dev/null); do
	take "/sv/worksheet/$tool" as=odt
	is "an empty $tool" "$status" 200
	unzip -p "$answer/body" content.xml | xmllint --noout - ||
	    ok '  well-formed' false
done

done_testing
