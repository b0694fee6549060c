# secret.sh - a host makes the secret that keys forms and records, once.

. tests/lib.sh

profint=${BUILD:-build}/profint
file=$answer/secret

ok 'a secret is made' "$profint" secret "$file"
ok 'of 64 hex digits' grep -qxE '[0-9a-f]{64}' "$file"
is 'that only its owner can read' "$(stat -c %a "$file")" 600
before=$(cat "$file")
not_ok 'one that is there' "$profint" secret "$file"
is 'is left alone' "$(cat "$file")" "$before"
"$profint" secret "$answer/other"
not_ok 'another is another' cmp -s "$file" "$answer/other"
"$profint" secret >/dev/null 2>&1
is 'it wants a file' $? 2
not_ok 'in a folder that is there' "$profint" secret "$answer/none/secret"

done_testing
