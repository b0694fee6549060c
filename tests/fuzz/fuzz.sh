# fuzz.sh - whatever bytes come, no promise breaks.
#
# usage: SECONDS_EACH=600 sh tests/fuzz/fuzz.sh	(`make fuzz`)
#
# Every target (build/fuzz/fuzz, by clang's libFuzzer) runs for a few
# seconds, all at once; for as long as one wishes with `make fuzz`, which
# begins where it ended the last time (var/fuzz).  An input that breaks a
# promise is written to build/fuzz/broken-*, and
# `build/fuzz/fuzz/TARGET FILE` shows it again.

. tests/lib.sh

seconds=${SECONDS_EACH:-4}
programs=build/fuzz/fuzz
work=$(mktemp -d)
trap 'rm -rf "$answer" "$work"' EXIT
found=$work/found
[ -z "${SECONDS_EACH-}" ] || found=var/fuzz

# usage: seed TARGET NAME	standard input is where TARGET begins
seed() {
	mkdir -p "$work/$1" "$found/$1"
	cat >"$work/$1/$2"
}

printf '/fr/model?a=1&q=%%C3%%A9+x\nGET\nfr-CH,sv;q=0.8,*;q=0.1\nsv' |
    seed request page
printf '/sv/search/?q=a%%20b&area=teams&page=2&utm_source=x\nHEAD\n\n' |
    seed request search
printf '/\nPOST\nde\n../fr' | seed request start
printf 'token=x&name=a%%0D%%0Ab+%%C3%%A9&actions=K7+P2&actions.K7.what=%%26' |
    seed form sheet
printf 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5' | seed accept browser
printf 'so,sv_SE ; q=0.001,zh-Hant-TW;q=0' | seed accept odd
printf 'lusab-babad-gutih-tugad-mudof-sakat-budov-kuras-bikar' |
    seed code resume
printf '7k3m 9qxt' | seed code join
printf '{"profint":1,"language":"fr","made":"2026-11-21","notes":[{"kind":"case",
"slug":"a","segment":"q1","text":"b","saved":null}],"progress":[{"slug":"a",
"step":"b","done":"2026-01-01"}],"worksheets":[{"id":"a","tool":"wt1",
"follows":null,"fields":{"_title":"c"}}]}' | seed bundle file
printf 'a <b> & "c"\n\n=1;2,  x\ty' | seed take cell
printf 'https://a.example/b?c=d#e' | seed escape address
printf 'a \356\200\200word\356\200\201 & <b c="d">' | seed escape snippet
for kind in $(ls i18n/content); do
	for text in i18n/content/"$kind"/*/fr.xml; do
		{ echo "$kind"; cat "$text"; } | seed content "$kind"
		break
	done
done

# Words of the content, of requests and of addresses.
{
	cat cgi/content/*.rng | grep -oE 'name="[a-zA-Z:]+"|<value>[a-z]+<' |
	    sed 's/.*["<>]\([a-zA-Z:]*\)["<]$/\1/'
	sed -n 's/^ROUTE.*"\(.*\)".*"\(.*\)")$/\1 \2/p' cgi/routes.def |
	    tr ' /*' '\n\n\n'
	printf '%s\n' '&lt;' '&#160;' '<![CDATA[' '<!--' '-->' javascript: \
	    mailto: https:// GET HEAD POST %00 %0d%0a %c0%af .. q=0
} | grep . | sort -u | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&"/' >"$work/words"

# usage: fuzz TARGET
fuzz() {
	TMPDIR=$work "$programs/$1" -max_total_time="$seconds" -timeout=10 \
	    -max_len=20000 -dict="$work/words" -print_final_stats=1 \
	    -artifact_prefix="build/fuzz/broken-$1-" \
	    "$found/$1" "$work/$1" >"$work/$1.log" 2>&1
	echo "$?" >"$work/$1.status"
}

for target in tests/fuzz/*.c; do
	target=$(basename "$target" .c)
	fuzz "$target" &
done
wait

for target in tests/fuzz/*.c; do
	target=$(basename "$target" .c)
	ok "$target keeps its promises" sh -c 'tail -n 40 "$1.log"
	    exit "$(cat "$1.status")"' - "$work/$target"
	runs=$(sed -n 's/^stat::number_of_executed_units: //p' \
	    "$work/$target.log")
	ok "  in ${runs:-no} tries" test "${runs:-0}" -gt 20
done
done_testing
