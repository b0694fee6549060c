# edge.sh - what nginx itself answers is as safe and as plain as a page.

. tests/lib.sh

# usage: safe WHAT	the last answer carries the security headers, once each
safe() {
	for name in Content-Security-Policy X-Content-Type-Options \
	    Referrer-Policy Cross-Origin-Opener-Policy \
	    Cross-Origin-Embedder-Policy Cross-Origin-Resource-Policy \
	    X-Request-Id; do
		is "$1: one $name" "$(header "$name" | wc -l)" 1
	done
	ok "$1: nothing is allowed but what is named" \
	    expr "$(header Content-Security-Policy)" : "default-src 'none'; "
	is "$1: no version of the server" "$(header Server)" nginx
}

style=$(sed -n 's/^style.css	//p' build/static.map)
get "/static/$style"
is 'the style sheet is there' "$status" 200
is 'and may be kept for ever' "$(header Cache-Control)" \
    'public, max-age=31536000, immutable'
is 'its type is right' "$(header Content-Type)" 'text/css; charset=utf-8'
safe 'a file'
get -H 'Accept-Encoding: gzip' "/static/$style"
is 'a file comes compressed' "$(header Content-Encoding)" gzip

get /static/missing.css
is 'a missing file is a page that says so' "$status" 404
safe 'a missing file'
not_ok 'which is not kept for ever' \
    expr "$(header Cache-Control)" : '.*immutable'

get /static/
is 'folders are not listed' "$status" 404
get /static/../../Makefile
is 'nor left' "$status" 400
safe 'a path that leaves the site'

get -H "X-Long: $(head -c 40000 /dev/zero | tr '\0' x)" /
is 'an endless header is refused' "$status" 400
has 'with a page' 'Profint</title>'
has 'that looks like the site' "/static/$style"
safe 'an endless header'

head -c 70000 /dev/zero | tr '\0' x >"$answer/large"
get --data-binary "@$answer/large" /
is 'a body of more than 64 KiB is refused' "$status" 413
has 'with a page' 'Profint</title>'
safe 'a large body'

get /errors/503.html
is 'error pages have no address of their own' "$status" 404

for method in TRACE FROBNICATE; do
	get -X $method /
	ok "$method is refused" expr "$status" : '40[05]$'
	safe $method
done

# What smugglers try: two lengths, two hosts, a folded header …
# usage: raw REQUEST	prints the status of the answer
raw() {
	printf "$1" | perl -MIO::Socket::INET -e '
		$peer = IO::Socket::INET->new(PeerAddr => shift, Timeout => 5)
		    or exit 1;
		alarm 5;
		print $peer <STDIN>;
		print((split / /, <$peer>)[1])' "${base#http://}"
}
end='Host: localhost\r\nConnection: close\r\n\r\n'
is 'length and chunks together are refused' "$(raw \
    "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n$end")" 400
is 'two lengths are refused' "$(raw \
    "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n$end")" 400
is 'two hosts are refused' "$(raw "GET / HTTP/1.1\r\nHost: a\r\n$end")" 400
is 'no host is refused' "$(raw \
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')" 400
is 'a folded header is refused' "$(raw \
    "GET / HTTP/1.1\r\nX-A: 1\r\n 2\r\n$end")" 400

done_testing
