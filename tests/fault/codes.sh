# codes.sh - thousands of codes are tried: none opens anything, nobody else
# waits; and no log has one, also when nobody answers.

. tests/lib.sh
. tests/stack.sh

own_stack "$(pwd)"

# --- in the database, where nothing is slowed down --------------------------

query "SET ROLE profint_learn; BEGIN; SELECT learn.create(
    decode(repeat('a', 32), 'hex'), decode(repeat('a', 64), 'hex'),
    decode(repeat('a', 64), 'hex'), 'k', 'k', 'c'); COMMIT" >/dev/null
is 'a right code finds its space' "$(query "SET ROLE profint_learn;
    SELECT count(*) FROM learn.find(repeat('a', 64), 'person')")" 1
is 'ten thousand wrong ones find none' "$(query "SET ROLE profint_learn;
    SELECT count(*)
      FROM generate_series(1, 10000) AS n,
	   LATERAL learn.find(encode(sha256(n::text::bytea), 'hex'), 'person')")" 0
is '  and write nothing down' "$(query "SELECT count(*) FROM learn.device")|$(
    query 'SELECT count(*) FROM learn.request')" '1|0'

# --- as pages ---------------------------------------------------------------

cat >"$answer/guess.pl" <<'END_OF_PERL'
use strict;
use HTTP::Tiny;
my ($base, $times, $seed) = @ARGV;
srand $seed;
my @c = qw(b d f g h j k l m n p r s t v z);
my @v = qw(a i o u);
my $http = HTTP::Tiny->new(max_redirect => 0, timeout => 20);
my $page = $http->get("$base/fr/resume")->{content};
my ($key) = $page =~ /name="key" value="([0-9a-f]*)"/;
my ($token) = $page =~ /name="token" value="([0-9a-f]*)"/;
my %seen;
for (1 .. $times) {
	my $code = join "-", map { $c[rand 16] . $v[rand 4] . $c[rand 16]
	    . $v[rand 4] . $c[rand 16] } 1 .. 9;
	my $got = $http->post_form("$base/fr/resume", [ key => $key // "",
	    token => $token // "", action => "open", code => $code ],
	    { headers => { "sec-fetch-site" => "same-origin" } });
	$seen{$got->{status}}++;
	print "open\n" if $got->{status} == 303 || $got->{headers}{"set-cookie"};
}
print "$_ $seen{$_}\n" for sort keys %seen;
END_OF_PERL

load_start '/sv/step/networks/case?run='
for guesser in 1 2 3 4; do
	perl "$answer/guess.pl" "$base" 2500 $guesser &
	guessers="${guessers-} $!"
done >"$answer/guessed"
wait $guessers
load_stop
is 'ten thousand are tried' "$(awk '$2 { sum += $2 } END { print sum }' \
    "$answer/guessed")" 10000
not_ok 'none opens anything' grep open "$answer/guessed"
is '  but is told to be wrong, or to wait' "$(awk '$2 { print $1 }' \
    "$answer/guessed" | sort -u | tr '\n' ' ')" '400 429 '
ok '  most to wait' awk '$1 == 429 { wait += $2 }
    END { exit !(wait > 5000) }' "$answer/guessed"
is 'others are served' "$(cut -d ' ' -f 1 "$answer/load" | sort -u)" 200
ok '  and do not notice' awk '$4 > 2 { exit 1 }' "$answer/load"
echo "# others: $(wc -l <"$answer/load") pages, slowest" \
    "$(cut -d ' ' -f 4 "$answer/load" | sort -n | tail -n 1) s"

# --- when nobody answers ----------------------------------------------------

code=babab-dabab-fabab-gabab-habab-jabab-kabab-labab-mabab
places="/fr/resume/$code /sv/join/$code /resume/$code /fr/RESUME/$code
    /fr/resume/$code/ /xx/resume/$code /fr/my/$code /fr/step/$code/$code"

# usage: ask_all	for all these places, with the code here and there, from
# an address that has tried none yet
ask_all() {
	for place in $places; do
		get --interface 127.0.0.6 "$place"
		echo "$status"
		get --interface 127.0.0.6 -e "$base$place" "/fr/my?$code"
		get --interface 127.0.0.6 --data "code=$code" "$place"
		get --interface 127.0.0.6 -H "X-Code: $code" \
		    --data "code=$code" /fr/resume
	done
}
ask_all >"$answer/alive"
own_database database_stop
ask_all >"$answer/without"
supervisors=$(own_workers | xargs ps -o ppid= -p | sort -u)
kill -9 $supervisors $(own_workers)
sleep 0.5
ask_all >"$answer/dead"
is 'when all workers are gone, nginx says so' "$(sort -u "$answer/dead")" 503
is 'no log has a code' "$(grep -rliE 'babab|/(resume|join)/[a-z]' \
    "$VAR/log")" ''
ok '  but that something was asked' grep -q '"status":503' \
    "$VAR/log/access.log"

done_testing
