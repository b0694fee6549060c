# migrate.sh - a host upgrades while people read; no reader notices.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
profint=$(realpath "${BUILD:-build}/profint")
workers=$(own_workers)
copy=$answer/checkout
mkdir -p "$copy/cgi"
cp -r i18n sql "$copy/"
cp -r cgi/content "$copy/cgi/"
PROFINT_ROOT=$copy

# Tables and a view that prepared statements use, changed under them: the
# view has a column more, which `SELECT card.*` then gives.
cat >"$copy/sql/schema/901-one.sql" <<-'END'
	-- 901-one - a column more.

	ALTER TABLE item ADD COLUMN tried int NOT NULL DEFAULT 1;
	ALTER TABLE item_text ADD COLUMN tried text;
	ALTER TABLE segment ADD COLUMN tried text;
	DO $$
	BEGIN
		EXECUTE 'CREATE OR REPLACE VIEW item_card AS SELECT old.*, '
		    '1 AS tried FROM (' ||
		    rtrim(pg_get_viewdef('item_card'), ';') || ') AS old';
	END $$;
END
cat >"$copy/sql/schema/902-two.sql" <<-'END'
	-- 902-two - and an index, and another column.

	CREATE INDEX item_tried ON item (tried);
	ALTER TABLE item_section ADD COLUMN tried text;
	ALTER TABLE item_fact ADD COLUMN tried text;
END

load_start '/sv/resource?country=ZZ'
sleep 1
get '/fr/resource?sort=title'
is 'readers read' "$status" 200
ok 'the database is migrated under them' $profint migrate
is 'it is' "$(query 'SELECT max(version) FROM schema_version')" 902
sleep 1
get '/fr/case/madame-s'
is 'a text is there' "$status" 200

# The content of the new release.
find "$copy/i18n/content/case" -name fr.xml -exec sed -i \
    's|\(<title id="title">\)|\1Neuf : |' {} +
before=$(wc -l <"$answer/load")
ok 'the content is imported under them' \
    $profint import "$copy/i18n/content"
sleep 1
ok 'while they read' test "$(wc -l <"$answer/load")" -gt "$before"
get '/fr/case/madame-s?'	# an address of its own, past what was kept
has 'and is there at once' '<h1>Neuf : '
load_stop
is 'nobody was told that anything failed' "$(load_said)" '200 0 sv'
ok 'or waited for it' awk '$4 > 2.5 { exit 1 }' "$answer/load"
is 'the workers are the same' "$(own_workers)" "$workers"
is 'and had nothing to complain about' \
    "$(grep -v '"level":"info"' "$VAR/log/site.log" | head -n 3)" ''

done_testing
