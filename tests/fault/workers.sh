# workers.sh - workers die and are told to stop; no reader notices.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"
wanted=$(own_workers site | wc -l)

# usage: signal SIGNAL TIMES	to one worker after the other
signal() {
	for time in $(seq "$2"); do
		own_workers site | sort -R | head -n 1 |
		    xargs -r kill "-$1" 2>/dev/null
		sleep 0.25
	done
}

# usage: all_there		as many workers as in the beginning
all_there() {
	for try in $(seq 50); do
		[ "$(own_workers site | wc -l)" != "$wanted" ] || return 0
		sleep 0.1
	done
	own_workers
	return 1
}

for name in KILL TERM SEGV; do
	load_start '/sv/search?q=arbete+'
	sleep 0.5
	signal $name 12
	load_stop
	is "twelve workers get SIG$name: no reader notices" \
	    "$(load_said)" '200 0 sv'
	ok '  of many' test "$(wc -l <"$answer/load")" -gt 100
	ok '  and there are others in their place' all_there
done

# All at once, as an upgrade of the program does.
load_start '/sv/search?q=arbete+'
for time in 1 2 3; do
	own_workers site | xargs kill -TERM
	sleep 1
done
load_stop
is 'all are told to stop at once: no reader notices' "$(load_said)" \
    '200 0 sv'
ok '  and there are others in their place' all_there

# A socket whose supervisor and workers are gone is nobody's loss: there is
# another.
load_start '/sv/search?q=arbete+'
supervisor=$(ps -o ppid= -p "$(own_workers site | head -n 1)" | tr -d ' ')
kill -9 "$supervisor" $(ps -o pid= --ppid "$supervisor")
sleep 2
load_stop
is 'one socket is gone: no reader notices' "$(load_said)" '200 0 sv'

is 'nobody’s address or words are written down for all that' \
    "$(grep -rlE 'arbete|127\.0\.0\.1' "$VAR/log")" ''
is 'and no worker had anything to complain about' \
    "$(grep -E '"(warning|fatal)"|Sanitizer' "$VAR/log/site.log" |
    head -n 3)" ''

done_testing
