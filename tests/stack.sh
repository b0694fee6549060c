# stack.sh - a stack of a test's own, which it may break, and its readers.
#
# `. tests/stack.sh` after lib.sh; tests/run uses it too.

# usage: free_port SEED	nobody listens there, and few would think of it
free_port() {
	cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v seed="$1$$" '
		{ split($2, part, ":"); taken[part[2]] }
		END {
			srand(seed)
			do
				port = 20000 + int(rand() * 10000)
			while (sprintf("%04X", port) in taken)
			print port
		}'
}

# usage: own_stack CHECKOUT [FOLDER]
# Starts what CHECKOUT's build has made, in a folder of its own that is gone
# when the test ends; in FOLDER it stays.  Fills base, VAR, PROFINT_DB and psql's variables, as
# tests/run does; own_stack_start does it again after own_stack_stop.
own_stack() {
	stack_root=$1
	stack_kept=${2-}
	mkdir -p "$1/var" ${2:+"$2"}
	VAR=${2:+$(cd "$2" && pwd)}
	VAR=${VAR:-$(mktemp -d "$1/var/check.own.XXXXXX")} || exit 1
	chmod 755 "$VAR"
	stack_port=$(free_port 7)
	base=http://localhost:$stack_port
	trap 'exit 143' HUP INT TERM
	trap own_stack_end EXIT
	own_stack_start || {
		sed 's/^/# /' "$VAR/start.log"
		exit 1
	}
	PROFINT_ROOT=$1
	PROFINT_CONF=$VAR/profint.conf
	export base VAR PROFINT_ROOT PROFINT_CONF
}

own_stack_start() {
	PORT=$stack_port VAR=$VAR BUILD=$stack_root/${BUILD:-build} \
	    DURABLE=no "$stack_root/nginx/stack" start >"$VAR/start.log" 2>&1 || return
	PGHOST=$(cat "$VAR/run/sockets") PGPORT=5432 PGUSER=postgres
	PGDATABASE=profint
	PROFINT_DB="host=$PGHOST port=5432 dbname=profint user=profint_owner"
	export PGHOST PGPORT PGUSER PGDATABASE PROFINT_DB
}

own_stack_stop() {
	VAR=$VAR "$stack_root/nginx/stack" stop
}

# usage: own_workers [REALM]	prints the numbers of its worker processes
own_workers() {
	(
		RUN=$VAR/run
		export RUN
		. "$stack_root/nginx/stack-serve.sh"
		own profint.fcgi | sort | while read -r worker; do
			[ $# = 0 ] || grep -qzx "PROFINT_REALM=$1" \
			    "/proc/$worker/environ" 2>/dev/null || continue
			echo "$worker"
		done
	)
}

# usage: own_database COMMAND...	a function of stack-database.sh, there
own_database() {
	(
		RUN=$VAR/run
		SOCKETS=$(cat "$RUN/sockets")
		die() {
			echo "$*" >&2
			exit 1
		}
		. "$stack_root/nginx/stack-database.sh"
		"$@"
	)
}

# --- load -------------------------------------------------------------------

# usage: load_start PATH
# Four readers who never stop asking for PATH with a number behind it that
# nobody has asked for yet, so that every answer is a worker's.
load_start() {
	: >"$answer/load"
	: >"$answer/asking"
	readers=
	for reader in 1 2 3 4; do
		(
			number=0
			while [ -e "$answer/asking" ]; do
				number=$((number + 1))
				curl -s -o /dev/null --max-time 10 -w \
				    '%{http_code} %{exitcode} %header{content-language} %{time_total}\n' \
				    "$base$1$reader-$number" >>"$answer/load"
			done
		) &
		readers="$readers $!"
	done
}

# usage: load_stop
# Afterwards $answer/load has a line per answer: status, curl's exit status,
# language, seconds.
load_stop() {
	rm -f "$answer/asking"
	wait $readers
}

# usage: load_said	prints how often which status came: "200 0 sv"
load_said() {
	cut -d ' ' -f 1-3 "$answer/load" | sort | uniq -c |
	    sed 's/^ *[0-9]* //'
}

own_stack_end() {
	rm -f "$answer/asking"
	[ "$tap_failed" = 0 ] || tail -n 5 "$VAR"/log/*.log | sed 's/^/# /' >&2
	own_stack_stop
	[ -n "$stack_kept" ] || rm -rf "$VAR"
	rm -rf "$answer"
}
