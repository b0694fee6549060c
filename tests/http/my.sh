# my.sh - somebody looks for their own work, from a browser that has none.

. tests/lib.sh

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

done_testing
