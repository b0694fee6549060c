# session_lock.sh - in a session nobody waits for ever: who leads may prolong
# or erase it while others write.

. tests/lib.sh
need_database

open="SET deadlock_timeout = '100ms'; SET ROLE profint_learn; BEGIN;
    SELECT role FROM learn.open_session(repeat('e1', 32), repeat('e1', 16));"

# usage: begin	a session
begin() {
	query "SET ROLE profint_learn; SELECT learn.create_session(
	    decode(repeat('e1', 16), 'hex'), decode(repeat('e1', 32), 'hex'),
	    decode(repeat('e1', 31), 'hex'), 'key', 'key', 'code', 'networks',
	    NULL, decode(repeat('e1', 30), 'hex'), 'salt', 'join', 'sealed')"
}

# usage: card N	a statement that writes one
card() {
	echo "SELECT learn.write_card('lock$1', decode(repeat('0$1', 16), 'hex'),
	    'case/madame-s/q1', 'body', true);"
}

# usage: sheet N FRESH	a statement that saves a worksheet
sheet() {
	echo "SELECT result FROM learn.save_worksheet('lock$1',
	    decode(repeat('ab', 16), 'hex'), 'wt1', NULL, $2, 'fr', '[]');"
}

# usage: beside KEY ONE OTHER WHAT	ONE, whose form has KEY, is held in the
# middle, since the same form is under way; then another device begins OTHER
beside() {
	query "BEGIN; INSERT INTO learn.request (space_id, key_hash) VALUES
	    (decode(repeat('e1', 16), 'hex'), 'lock$1');
	    SELECT pg_sleep(1); ROLLBACK" >"$answer/held" 2>&1 &
	held=$!
	sleep 0.3
	query "$open $2 COMMIT" >"$answer/one" 2>&1 &
	one=$!
	sleep 0.3
	query "$open $3 COMMIT" >"$answer/other" 2>&1
	wait "$held" "$one"
	is "$4" "$(cat "$answer/one" "$answer/other" | grep -c ERROR)" 0
}

begin >/dev/null
extend="SELECT learn.steer('extend', '');"
erase="SELECT learn.steer('erase', '');"
beside 1 "$(card 1)" "$extend" 'prolonged while a card is written'
is '  which is there' "$(query "SELECT count(*) FROM learn.card
    WHERE space_id = decode(repeat('e1', 16), 'hex')")" 1
beside 2 "$(sheet 2 true)" "$extend" 'prolonged while a worksheet is begun'
beside 3 "$(sheet 3 false)" "$extend" '  and filled in'
beside 4 "$(card 4)" "$erase" 'erased while a card is written'
is '  and gone' "$(query "SELECT count(*) FROM learn.space
    WHERE space_id = decode(repeat('e1', 16), 'hex')")" 0
query "DELETE FROM learn.erased
    WHERE space_hash = sha256(decode(repeat('e1', 16), 'hex'))"
begin >/dev/null
beside 5 "$(sheet 5 true)" "$erase" 'erased while a worksheet is begun'
query "DELETE FROM learn.space
    WHERE space_id = decode(repeat('e1', 16), 'hex');
    DELETE FROM learn.erased
    WHERE space_hash = sha256(decode(repeat('e1', 16), 'hex'))"
done_testing
