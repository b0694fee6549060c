# person.sh - the vocabulary of tests in realm learn: a browser with a jar,
# the forms it is given and what it sends with them.
#
# `. tests/person.sh` after lib.sh.  Another $jar is another browser.

jar=$answer/jar

# usage: see [CURL OPTION]... PATH	as the person with this jar
see() {
	get -b "$jar" -c "$jar" "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<(input|button)[^>]* name=\"$1\"[^>]*>" "$answer/body" |
	    head -n 1 | sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: form		keeps what the form of the last answer carries along
form() {
	key=$(value key)
	token=$(value token)
}

# usage: carried FIELD	the hidden half of a box of the last answer
carried() {
	echo "v.$1=$(value "v\\.$1")"
}

# usage: send PATH NAME=VALUE...	with the key and token kept
send() {
	path=$1
	shift
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	see -H 'Sec-Fetch-Site: same-origin' --data-urlencode "key=$key" \
	    --data-urlencode "token=$token" "$@" "$path"
}
