# wordpress.sh - our search beside that of WordPress, over the same texts.
#
# usage: sh tests/bench/wordpress.sh	(make bench)
#
# ITEMS (0) more are made as search.sh makes them; SECONDS_EACH (10) is how
# long each is measured.  Debian's WordPress with its theme, PHP with opcache,
# MariaDB and an nginx of their own run from folders of this test and end
# with it; nothing of the machine's is started or changed.  Neither side keeps
# pages: ours says of a search that nobody may.

. tests/lib.sh
. tests/stack.sh
exec 3>&1

each=${SECONDS_EACH:-10}
PATH=$PATH:/usr/sbin

die() {
	echo "wordpress: $*" >&2
	[ ! -e "$place/log" ] || tail -n 5 "$place"/log/* >&2
	exit 1
}

# usage: patiently COMMAND...	until it succeeds, for a minute
patiently() {
	for try in $(seq 300); do
		"$@" >/dev/null 2>&1 && return
		sleep 0.2
	done
	die "this does not come about: $*"
}

# --- WordPress --------------------------------------------------------------

# usage: wordpress_database
wordpress_database() {
	mariadb-install-db --no-defaults --user="$(id -un)" \
	    --datadir="$place/mysql" --auth-root-authentication-method=normal \
	    --skip-test-db >"$place/log/install" 2>&1 || die 'no database'
	mariadbd --no-defaults --user="$(id -un)" --datadir="$place/mysql" \
	    --socket="$answer/mysql" --pid-file="$answer/mysql.pid" \
	    --skip-networking --innodb-buffer-pool-size=1G \
	    --innodb-flush-log-at-trx-commit=2 >"$place/log/mysql" 2>&1 &
	patiently mariadb --no-defaults -S "$answer/mysql" -u root -e 'SELECT 1'
	mariadb --no-defaults -S "$answer/mysql" -u root -e \
	    'CREATE DATABASE wordpress CHARACTER SET utf8mb4' ||
		die 'no database'
}

# A copy, since the package reads its settings in /etc.
wordpress_files() {
	cp -rL /usr/share/wordpress "$place/site"
	mkdir -p "$place/site/wp-content/uploads"
	cat >"$place/site/wp-config.php" <<-END
		<?php
		define('DB_NAME', 'wordpress');
		define('DB_USER', 'root');
		define('DB_PASSWORD', '');
		define('DB_HOST', 'localhost:$answer/mysql');
		define('DB_CHARSET', 'utf8mb4');
		define('DB_COLLATE', '');
		define('WP_HOME', 'http://localhost:$port');
		define('WP_SITEURL', 'http://localhost:$port');
		define('DISABLE_WP_CRON', true);
		define('AUTOMATIC_UPDATER_DISABLED', true);
		define('WP_HTTP_BLOCK_EXTERNAL', true);
		define('AUTH_KEY', '$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')');
		\$table_prefix = 'wp_';
		if (!defined('ABSPATH'))
			define('ABSPATH', '$place/site/');
		require_once ABSPATH . 'wp-settings.php';
	END
}

# As many workers as ours.
wordpress_php() {
	as_user=
	[ "$(id -u)" != 0 ] || as_user='user = root'
	cat >"$place/php.conf" <<-END
		[global]
		error_log = $place/log/php
		daemonize = no
		[site]
		$as_user
		listen = $answer/php
		pm = static
		pm.max_children = $(own_workers site | wc -l)
		php_admin_value[sendmail_path] = /bin/true
	END
	[ "$(id -u)" != 0 ] || set -- -R
	"$(ls /usr/sbin/php-fpm[0-9]* | tail -n 1)" "$@" -y "$place/php.conf" \
	    >"$place/log/php.start" 2>&1 &
	php=$!
	patiently test -S "$answer/php"
}

wordpress_nginx() {
	as_user=
	[ "$(id -u)" != 0 ] || as_user='user root;'
	cat >"$place/nginx.conf" <<-END
		$as_user
		daemon off;
		worker_processes auto;
		pid $place/nginx.pid;
		error_log $place/log/nginx;
		events { worker_connections 1024; }
		http {
			include /etc/nginx/mime.types;
			access_log off;
			client_body_temp_path $place/temp;
			fastcgi_temp_path $place/temp;
			proxy_temp_path $place/temp;
			scgi_temp_path $place/temp;
			uwsgi_temp_path $place/temp;
			server {
				listen 127.0.0.1:$port;
				root $place/site;
				index index.php;
				location / { try_files \$uri \$uri/ /index.php?\$args; }
				location ~ \.php\$ {
					include /etc/nginx/fastcgi_params;
					fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
					fastcgi_buffers 32 32k;
					fastcgi_pass unix:$answer/php;
				}
			}
		}
	END
	nginx -p "$place/" -c "$place/nginx.conf" -e "$place/log/nginx" &
	nginx=$!
	patiently curl -sf -o /dev/null \
	    "http://localhost:$port/wp-includes/js/wp-emoji-loader.js"
}

# Its own installer, as a person would.
wordpress_install() {
	password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')
	curl -sS -o "$answer/body" --max-time 300 \
	    --data-urlencode weblog_title=Profint \
	    --data-urlencode user_name=admin \
	    --data "admin_password=$password" \
	    --data "admin_password2=$password" --data pw_weak=on \
	    --data-urlencode admin_email=admin@example.org \
	    --data blog_public=0 --data language= \
	    "http://localhost:$port/wp-admin/install.php?step=2"
	mariadb --no-defaults -S "$answer/mysql" -u root -Ne \
	    "SELECT 1 FROM wp_users" wordpress | grep -qx 1 ||
		die "not installed: $(sed 's/<[^>]*>//g' "$answer/body" |
		    grep . | head -n 20)"
}

# usage: texts	each text that can be found here, a line of JSON
texts() {
	query "SELECT json_build_object('title', search_title,
	    'summary', search_summary, 'body', search_body)
	    FROM search_wanted ORDER BY item_id, lang"
}

wordpress_end() {
	[ -z "${nginx-}${php-}" ] || kill $nginx $php
	[ ! -e "$answer/mysql.pid" ] || {
		mysql=$(cat "$answer/mysql.pid")
		kill "$mysql"
		patiently test ! -e "$answer/mysql.pid"
	}
	wait
}

# --- measuring --------------------------------------------------------------

# Of each of our questions its longest word, which is what it is about.
words() {
	awk -F '\t' -v OFS='\t' '!/^#/ && NF {
		count = split($2, part, /[^[:alpha:]\200-\377]+/)
		longest = ""
		for (i = 1; i <= count; i++)
			if (length(part[i]) > length(longest))
				longest = part[i]
		print $1, longest
	}' tests/search/queries.tsv | sort -u
}

questions() {
	awk -F '\t' -v OFS='\t' '!/^#/ && NF { print $1, $2 }' \
	    tests/search/queries.tsv
}

# usage: answered SITE FILE	how many of the questions found something; warms up
answered() {
	found=0
	while IFS='	' read -r lang question; do
		case $1 in
		ours)	address=$base/$lang/search mark='class="hits"' name=q ;;
		*)	address=http://localhost:$port/ name=s
			mark='wp-block-post-title' ;;
		esac
		status=$(curl -sS -G -o "$answer/body" -w '%{http_code}' \
		    --data-urlencode "$name=$question" "$address")
		[ "$status" = 200 ] || die "$address: $status to $question"
		! grep -q "$mark" "$answer/body" || found=$((found + 1))
	done <"$2"
	echo "$found"
}

# usage: rate SITE FILE CLIENTS	requests a second, median, 95th percentile
rate() {
	address=$base
	[ "$1" = ours ] || address=http://localhost:$port
	wrk -t1 -c"$3" -d"$each" --timeout 30 -s tests/bench/search.lua \
	    "$address" -- "$2" "$1" | sed -n 's/^asked //p'
}

# usage: compare WHAT FILE	a line of the table for one and eight clients
compare() {
	ours=$(answered ours "$2")
	theirs=$(answered wordpress "$2")
	for clients in 1 8; do
		one=$(rate ours "$2" "$clients")
		other=$(rate wordpress "$2" "$clients")
		printf '%s\n%s\n' "$one" "$other" | awk -F '\t' -v what="$1" \
		    -v clients="$clients" -v ours="$ours" -v theirs="$theirs" \
		    -v asked="$(wc -l <"$2")" '
			{ rate[NR] = $1; median[NR] = $2; slow[NR] = $3
			  failed += $4 }
			END {
				printf "%-16s %d client(s)  %7.1f /s %6.1f ms" \
				    "  %7.1f /s %6.1f ms  %6.1f x   found for" \
				    " %d and %d of %d%s\n", what, clients,
				    rate[1], median[1], rate[2], median[2],
				    rate[1] / rate[2], ours, theirs, asked,
				    failed ? ", " failed " not answered" : ""
			}'
	done
}

own_stack "$(pwd)"
place=$VAR/wordpress
port=$(free_port 8)
mkdir -p "$place/log" "$place/temp" "$place/mysql"
trap 'wordpress_end; own_stack_end' EXIT
if [ "${ITEMS:-0}" -gt 0 ]; then
	psql -Xq -v first=1 -v last="$ITEMS" -f tests/bench/catalogue.sql
	psql -Xq -v ON_ERROR_STOP=1 -c 'SELECT search_refresh()' \
	    -c 'SELECT browse_refresh()' >/dev/null
fi
wordpress_database
wordpress_files
wordpress_php
wordpress_nginx
wordpress_install
posts=$(texts | php tests/bench/wordpress.php "$place/site") ||
	die 'the texts are not there'
words >"$answer/words"
questions >"$answer/questions"
printf '\nsearch beside WordPress %s, %s texts, load %s; wrk %s s each\n' \
    "$(sed -n "s/^\$wp_version = '\(.*\)';/\1/p" \
        "$place/site/wp-includes/version.php")" "$posts" \
    "$(cut -d ' ' -f 1 /proc/loadavg)" "$each"
printf '%-29s %9s %9s  %10s %9s  %8s\n' asked ours median WordPress median ratio
compare 'one word' "$answer/words"
compare 'whole questions' "$answer/questions"
