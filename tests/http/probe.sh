# probe.sh - a host's monitoring asks whether the site lives and is ready.

. tests/lib.sh

for probe in /livez /readyz; do
	get $probe
	is "$probe answers" "$status" 200
	is "$probe says how long it is" "$(header Content-Length)" \
	    "$(wc -c <"$answer/body")"
	is "$probe is never kept" "$(header Cache-Control)" no-store
	get $probe
	is "$probe comes from a worker each time" "$(header X-Cache)" ''
	ok "$probe carries a request id" \
	    expr "$(header X-Request-Id)" : '[0-9a-f]\{32\}$'
done

is 'HEAD is answered as GET, without a body' \
    "$(curl -sI -o "$answer/body" -w '%{http_code} %{size_download}' \
    "$base/livez")" '200 0'

get '/readyz?utm_source=letter'
is 'an unknown key leads to the clean address' "$status" 302
is 'which is this' "$(header Location)" /readyz

done_testing
