#!/bin/sh
# verify.sh - an employer checks a record of completion.

. tests/lib.sh

# usage: ask TAG [FIELD=VALUE]...	what the form sends
ask() {
	tag=$1
	shift
	for field; do
		set -- "$@" --data-urlencode "$field"
		shift
	done
	get "$@" "/$tag/verify"
}

for tag in $(languages); do
	get "/$tag/verify"
	is "$tag: the page is there, in its language" \
	    "$status $(header Content-Language)" "200 $tag"
	has "$tag: it offers the modules" '<option value="networks"'
	hasnt "$tag: it says nothing yet" 'class="verified'
	is "$tag: it is kept by nobody" "$(header Cache-Control)" no-store
	ask "$tag" code=7K3M-9QXT-0123-4567 module=networks \
	    first=2026-11-01 last=2026-11-20 minutes=230 'name=Zoé <Å>'
	is "$tag: a code nobody gave is answered" "$status" 200
	has "$tag:   with no" 'class="verified no"'
	has "$tag: what was typed stays, and is no markup" \
	    'value="Zoé &lt;Å&gt;"'
	has "$tag: the module stays chosen" \
	    'value="networks" selected'
	is "$tag: no cookie is set" "$(header Set-Cookie)" ''
done

ask fr code=7K3M-9QXT-0123-4567 module=networks first=2026-11-01 \
    last=2026-11-20
has 'without the minutes something is missing' 'class="verified missing"'
ask fr code=7K3M-9QXT-0123-4567 module=networks first=2026-13-01 \
    last=2026-11-20 minutes=230
has 'a day that is none too' 'class="verified missing"'
ask fr code=
has 'and an empty form' 'class="verified missing"'
ask fr code=x module=networks first=1/11/2026 last=20.11.2026 minutes=230
has 'a code of one sign is no' 'class="verified no"'
ask fr code=7K3M-9QXT-0123-4567 'module=../../x' first=2026-11-01 \
    last=2026-11-20 minutes=230
has 'a module that is none is no' 'class="verified no"'
ask fr "code=$(printf 'a\001')"
is 'a control character is refused' "$status" 400
get -H 'Sec-Fetch-Site: cross-site' --data code=x /fr/verify
is 'a form from another site is refused' "$status" 403
get -X DELETE /fr/verify
is 'other methods too' "$status" 405
get '/fr/verify?code=x'
is 'a code in an address is taken out of it' \
    "$status $(header Location)" '302 /fr/verify'

done_testing
