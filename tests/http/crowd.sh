# crowd.sh - on a host, a room full of people may save at once from one
# address; a script may not for long, and who only reads is not counted.

. tests/lib.sh

work=$(mktemp -d)
trap 'kill $(cat "$work/pid" 2>/dev/null) 2>/dev/null; rm -rf "$answer" "$work"' EXIT
mkdir "$work/html"
echo page >"$work/html/page"
ln -s "$(pwd)/nginx" "$work/profint"
port=$(awk -v seed="$$" 'BEGIN { srand(seed); print 30000 + int(rand() * 9000) }')
cat >"$work/nginx.conf" <<END
	pid pid;
	error_log error.log emerg;
	$([ "$(id -u)" != 0 ] || echo 'user root;')
	events {}
	http {
	    include profint/http.conf;
	    access_log off;
	    $(grep '^limit_req_zone' nginx/profint.conf)
	    server {
	        listen 127.0.0.1:$port;
	        $(grep '^	limit_req	' nginx/profint.conf)
	        root html;
	    }
	}
END
nginx -p "$work/" -c nginx.conf -e error.log 2>"$answer/trouble" ||
    skip_rest "nginx does not start here: $(cat "$answer/trouble")"

# usage: ask TIMES CURL-OPTION...	which status came how often
ask() {
	times=$1
	shift
	curl -s -o /dev/null "$@" -w '%{http_code}\n' \
	    "http://127.0.0.1:$port/page?[1-$times]" | sort | uniq -c |
	    tr -s ' \n' ' '
}

is 'who reads is not counted' "$(ask 2000)" ' 2000 200 '
is 'forty people save ten times each, at once' \
    "$(ask 400 -d key=1)" ' 400 405 '
said=$(ask 2000 -d key=1)
ok 'a script that goes on is told to wait' \
    expr "$said" : ' [0-9]* 405 1[0-9]* 429 $'
is 'others still read' "$(ask 10)" ' 10 200 '
sleep 2
ok 'and a moment later somebody saves again' expr "$(ask 5 -d key=1)" : \
    ' 5 405 $'

done_testing
