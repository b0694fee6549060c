# stack-serve.sh - the workers and nginx of a working copy.
#
# Part of nginx/stack.  Two sockets a realm, each with a supervisor of its own, so
# that a worker's death, or a supervisor's, fails no request.

# usage: own NAME...	prints the processes with these names that are ours
own() {
	find /proc -maxdepth 2 -path '/proc/[0-9]*' -name cwd \
	    -printf '%h\t%l\n' 2>/dev/null |
	    awk -F '\t' '$2 == ENVIRON["RUN"] ||
		$2 == ENVIRON["RUN"] " (deleted)" { print $1 }' |
	    while read -r process; do
		read -r name <"$process/comm" || continue
		case " $* " in
		*" $name "*)
			echo "${process#/proc/}" ;;
		esac
	    done 2>/dev/null
}

# usage: background LOG COMMAND...	away from this terminal
background() {
	log=$VAR/log/$1
	shift
	(
		cd "$RUN" || exit 1
		exec setsid "$@" </dev/null >>"$log" 2>&1 9>&-
	) &
}

# usage: settings	the host's own facts, made once; the address follows PORT
settings() {
	[ -e "$VAR/profint.conf" ] ||
		cp nginx/host.conf.example "$VAR/profint.conf"
	sed "s|^\(base *= *\)http://localhost:[0-9]*\$|\1$address|" \
	    "$VAR/profint.conf" >"$VAR/profint.conf.new"
	if cmp -s "$VAR/profint.conf" "$VAR/profint.conf.new"; then
		rm "$VAR/profint.conf.new"
	else
		mv "$VAR/profint.conf.new" "$VAR/profint.conf"
	fi
}

# usage: secret	the host's secret, made once
secret() {
	[ -e "$VAR/secret" ] || "$BUILD/profint" secret "$VAR/secret" ||
		die "$VAR/secret cannot be made"
}

# nginx reads a "$" in a folder's name as a variable.  It stands in the
# short folder and reaches ours by links, so it never meets our name.
edge() {
	ln -s "$VAR" "$SOCKETS/var"
	ln -s "$root/build" "$SOCKETS/build"
	ln -s "$root/nginx" "$SOCKETS/profint"
	user=
	[ "$(id -u)" != 0 ] || user='user root;'
	six=
	! grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null ||
		six="listen [::1]:$PORT;"
	sed "s|@USER@|$user|; s|@PORT@|$PORT|; s|@LISTEN_6@|$six|
	    s|@SOCKETS@|$SOCKETS|" nginx/dev.conf >"$SOCKETS/nginx.conf"
	awk -f nginx/languages.awk cgi/routes.def i18n/LOCALES \
	    >"$SOCKETS/languages.conf"
	rm -rf "$VAR/cache"
}

alive() {
	for path in readyz learn/readyz; do
		[ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 \
		    "http://127.0.0.1:$PORT/$path")" = 200 ] || return
	done
}

serve_alive() {
	kill -0 $served 2>/dev/null
}

# usage: workers REALM NUMBER COUNT	a socket and its supervised workers
workers() {
	background "$1.log" env PROFINT_REALM="$1" \
	    PROFINT_DB="$database user=profint_$1" \
	    spawn-fcgi -n -s "$SOCKETS/$1-$2" -M 0600 -- \
	    "$(command -v multiwatch)" -f "$3" -r 1000000 -- \
	    "$BUILD/profint.fcgi"
	served="$served $!"
}

# usage: serve_reason	prints why nothing answers, as well as the logs know
serve_reason() {
	{
		tail -n 1 "$VAR/log/nginx.log"
		sed -n 's/.*"level":"fatal".*"text":"\(.*\)"}$/\1/p' \
		    "$VAR/log/site.log" "$VAR/log/learn.log"
	} | tail -n 1
}

serve_start() {
	settings
	secret
	edge
	export PROFINT_ROOT="$root" PROFINT_CONF="$VAR/profint.conf"
	export PROFINT_SECRET="$VAR/secret"
	[ ! -e "$VAR/host-key" ] || export PROFINT_HOST_KEY="$VAR/host-key"
	for log in site learn nginx; do
		: >"$VAR/log/$log.log"
	done
	served=
	for number in 1 2; do
		workers site $number "$(nproc)"
		workers learn $number "$((($(nproc) + 1) / 2))"
	done
	background nginx.log nginx -p "$SOCKETS/" -c nginx.conf \
	    -e var/log/nginx.log
	served="$served $!"
	for try in $(seq 150); do
		alive && return
		serve_alive || break
		# What ends a worker at start ends every other one too.
		grep -q '"level":"fatal"' "$VAR/log/site.log" \
		    "$VAR/log/learn.log" && break
		sleep 0.1
	done
	die "the pages are not served: $(serve_reason) ($VAR/log)"
}

# Supervisors first, or they would fork anew.
serve_stop() {
	for signal in TERM TERM KILL; do
		for name in nginx multiwatch spawn-fcgi profint.fcgi; do
			pids=$(own $name)
			[ -z "$pids" ] || kill -$signal $pids 2>/dev/null
		done
		for try in $(seq 50); do
			[ -n "$(own nginx multiwatch spawn-fcgi \
			    profint.fcgi)" ] || return 0
			sleep 0.1
		done
	done
}
