# stack-database.sh - the private PostgreSQL of a working copy.
#
# Part of nginx/stack.  A cluster in $VAR/pg that only listens on a unix
# socket, in a short folder that only its owner may enter: a socket's path
# may not exceed 107 bytes, a checkout's may.  Who is in that folder is
# trusted to be whom he says.

sockets_make() {
	base=${XDG_RUNTIME_DIR:-/tmp}
	case $base in
	*[!A-Za-z0-9/._-]*|????????????????????????????????????????*)
		base=/tmp ;;
	esac
	[ -w "$base" ] || base=/tmp
	SOCKETS=$(mktemp -d "$base/profint.XXXXXX") ||
		die "cannot make a folder for sockets in $base"
	echo "$SOCKETS" >"$RUN/sockets"
	database="host=$SOCKETS port=5432 dbname=profint"
}

sockets_remove() {
	case $(cat "$RUN/sockets" 2>/dev/null) in
	*/profint.??????)
		rm -rf "$(cat "$RUN/sockets")" ;;
	esac
	rm -f "$RUN/sockets"
}

# PostgreSQL refuses to be root.  As root it runs as postgres, who may then
# pass root's closed folders to reach its own.
# usage: as_postgres PROGRAM ARGUMENT...	in $VAR
as_postgres() (
	program=$(pg_program "$1") || exit 1
	shift
	cd "$VAR" || exit 1
	exec 9>&-
	[ "$(id -u)" = 0 ] || exec "$program" "$@"
	exec setpriv --reuid postgres --regid postgres --init-groups \
	    --inh-caps +dac_override --ambient-caps +dac_override \
	    -- "$program" "$@"
)

# usage: pg_program NAME	where it is: of the version that made the
#				cluster, else of the newest
pg_program() {
	version=$(cat "$VAR/pg/PG_VERSION" 2>/dev/null) || version='*'
	found=$(ls -d /usr/lib/postgresql/$version/bin/"$1" 2>/dev/null |
	    sort -V | tail -n 1)
	[ -n "$found" ] || die "no PostgreSQL $version on this machine for $1"
	echo "$found"
}

database_make() {
	say "Creating the database ..."
	rm -rf "$VAR/pg.new"
	as_postgres initdb -D pg.new -U postgres \
	    --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
	    >"$VAR/log/initdb.log" 2>&1 ||
		die "could not create the database: see $VAR/log/initdb.log"
	cat >>"$VAR/pg.new/postgresql.conf" <<-END
		listen_addresses = ''
		unix_socket_permissions = 0700
		max_connections = 100
		shared_buffers = 64MB
		max_wal_size = 256MB
		jit = off
		log_line_prefix = '%m [%p] %q%u@%d '
		log_timezone = 'UTC'
		timezone = 'UTC'
	END
	[ "${DURABLE:-yes}" = yes ] ||
		echo 'fsync = off' >>"$VAR/pg.new/postgresql.conf"
	mv "$VAR/pg.new" "$VAR/pg"
}

# A postmaster.pid that names no server of this cluster is a killed one's.
# The number may belong to another program by now, or to a dead process that
# nobody has buried; PostgreSQL cannot tell and would refuse to start.
postmaster_forget() {
	read -r pid 2>/dev/null <"$VAR/pg/postmaster.pid" || return 0
	read -r name 2>/dev/null <"/proc/$pid/comm" || name=
	place=$(readlink "/proc/$pid/cwd") || place=$VAR/pg
	if [ "$name" != postgres ] || [ "$place" != "$VAR/pg" ] ||
	    grep -q '^State:	Z' "/proc/$pid/status" 2>/dev/null; then
		rm -f "$VAR/pg/postmaster.pid"
	fi
}

database_start() {
	[ -e "$VAR/pg/PG_VERSION" ] || database_make
	postmaster_forget
	[ "$(id -u)" != 0 ] || [ "$(stat -c %U "$VAR/pg")" = postgres ] ||
		die "$VAR/pg belongs to $(stat -c %U "$VAR/pg"):" \
		    "run this as that user"
	: >"$VAR/log/postgresql.log"
	[ "$(id -u)" != 0 ] ||
		chown postgres "$VAR/log/postgresql.log" "$SOCKETS"
	# Servants of a killed postmaster need a moment to notice.
	for try in 1 2 3 4; do
		as_postgres pg_ctl start -w -t 60 -s -D pg \
		    -l log/postgresql.log -o "-k $SOCKETS" \
		    >/dev/null 2>&1 && return
		sleep 1
	done
	die "the database does not start: $(tail -n 1 \
	    "$VAR/log/postgresql.log") ($VAR/log/postgresql.log)"
}

database_stop() {
	[ -e "$VAR/pg/postmaster.pid" ] || return 0
	postmaster_forget
	[ -e "$VAR/pg/postmaster.pid" ] || return 0
	for mode in fast immediate; do
		as_postgres pg_ctl stop -w -t 30 -s -D pg -m $mode \
		    >/dev/null 2>&1 && return
	done
	die "the database does not stop: see $VAR/log/postgresql.log"
}

# usage: sql ARGUMENT...	psql as superuser
sql() {
	"$(pg_program psql)" -X -q -v ON_ERROR_STOP=1 -h "$SOCKETS" -p 5432 -U postgres "$@"
}

# What decides the content of the database: when this is as it was, there is
# nothing to import.
fingerprint() {
	find i18n sql/schema cgi/content "$BUILD/profint" -type f \
	    -printf '%p %s %T@\n' | sort | sha256sum
}

# usage: profint ARGUMENT...	the command line, as owner
profint() {
	PROFINT_ROOT=$root PROFINT_CONF=$VAR/profint.conf \
	    PROFINT_DB="$database user=profint_owner" "$BUILD/profint" "$@" 9>&-
}

database_fill() {
	now=$(fingerprint)
	[ "$now" != "$(cat "$VAR/pg/imported" 2>/dev/null)" ] || return 0
	rm -f "$VAR/pg/imported"
	[ "$(sql -Atc "SELECT count(*) FROM pg_database
	    WHERE datname = 'profint'" postgres)" = 1 ] ||
		sql -c 'CREATE DATABASE profint' postgres ||
		die 'could not create the database profint'
	sql -f sql/role.sql profint || die 'sql/role.sql failed'
	say 'Importing the content ...'
	profint migrate >"$VAR/log/migrate.log" || die 'migrate failed'
	profint import i18n/content || die 'the content was not imported'
	echo "$now" >"$VAR/pg/imported"
}
