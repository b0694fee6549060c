# host.sh - a host writes down who he is, once, and readers are told
# everywhere, in their language.

. tests/lib.sh
[ -n "${PROFINT_DB-}" ] || skip_rest 'there is no database for a worker'

work=$(mktemp -d)
pid=
trap 'kill $pid 2>/dev/null; rm -rf "$answer" "$work"' EXIT
socket=$work/socket

# usage: worker		one of our own, with the settings in $work/conf
worker() {
	[ -z "$pid" ] || { kill "$pid"; wait "$pid"; }
	rm -f "$socket"
	PROFINT_CONF=$work/conf PROFINT_REALM=site PROFINT_ROOT=$(pwd) \
	    PROFINT_DB=$(echo "$PROFINT_DB" |
	    sed 's/user=profint_owner/user=profint_site/') \
	    spawn-fcgi -n -s "$socket" -- "$(realpath \
	    "${BUILD:-build}/profint.fcgi")" 2>"$work/log" &
	pid=$!
	for try in $(seq 100); do
		[ ! -S "$socket" ] || break
		sleep 0.1
	done
}

# usage: page PATH	asks the worker, as nginx would; fills $answer
page() {
	perl -MIO::Socket::UNIX -MIO::Uncompress::Gunzip=gunzip -e '
		my ($socket, $path, $folder) = @ARGV;
		alarm 20;
		my $worker = IO::Socket::UNIX->new(Peer => $socket) or exit 1;
		sub record { pack("CCnnCC", 1, $_[0], 1, length $_[1], 0, 0) . $_[1] }
		my %say = (REQUEST_METHOD => "GET", REQUEST_URI => $path);
		print $worker record(1, pack("nCx5", 1, 0)),
		    record(4, join "", map { pack("CC", length, length $say{$_})
		    . $_ . $say{$_} } keys %say), record(4, ""), record(5, "");
		my $all = "";
		while (read($worker, my $head, 8) == 8) {
			my ($type, $length, $pad) = (unpack "CCnnC", $head)[1, 3, 4];
			read($worker, my $text, $length + $pad);
			$all .= substr($text, 0, $length) if $type == 6;
			last if $type == 3;
		}
		my ($head, $body) = split /\r\n\r\n/, $all, 2;
		open my $out, ">", "$folder/head"; print $out "$head\r\n";
		my $plain = $body;
		gunzip(\$body => \$plain) if $head =~ /^Content-Encoding: gzip/m;
		open $out, ">", "$folder/body"; print $out $plain;
	' "$socket" "$1" "$answer"
	status=$(header Status)
	status=${status%% *}
}

cat >"$work/conf" <<-'END'
	# What only the host knows.
	base = https://profint.example
	operator = Association <Exemple> & Cie
	operator.sv = Föreningen Exempel
	address = 1 rue de l’Exemple, 75000 Paris
	contact = contact@profint.example
	privacy_contact = privacy@profint.example
	legal.fr = Hébergement : Exemple SAS.
	legal.en = Hosted by Exemple Ltd.
	legal.it = Ospitato da Exemple srl.
	legal.sv = Drivs av Exempel AB.
END
worker

for tag in $(languages); do
	case $tag in
	sv)	operator='Föreningen Exempel' ;;
	*)	operator='Association &lt;Exemple&gt; &amp; Cie' ;;
	esac
	legal=$(sed -n "s/^legal\.$tag = //p" "$work/conf")
	for name in legal privacy accessibility; do
		page "/$tag/page/$name"
		is "$tag: the page $name" "$status" 200
		has "$tag: $name says who keeps the site" "<p>$operator</p>"
		has "$tag: where" '<p>1 rue de l’Exemple, 75000 Paris</p>'
		has "$tag: how to write to him" \
		    '<a href="mailto:contact@profint.example">'
		has "$tag: and about one’s own data" \
		    '<a href="mailto:privacy@profint.example">'
		has "$tag: and his own words" "<p>$legal</p>"
	done
	page "/$tag/model"
	has "$tag: the foot of every page says it too" "$operator"
	has "$tag: and how to report an error, on which page" \
	    "href=\"mailto:contact@profint.example?subject=Profint%20/$tag/model\""
	has "$tag: its address is the host’s" \
	    "<link rel=\"canonical\" href=\"https://profint.example/$tag/model\">"
	hasnt "$tag: and no other" localhost
done
page /sitemap.xml
has 'the list of pages has the host’s address' \
    '<loc>https://profint.example/fr/</loc>'
page /robots.txt
has 'the rules for robots too' 'Sitemap: https://profint.example/sitemap.xml'

# --- a host who has said nothing yet ----------------------------------------

echo 'base = https://profint.example' >"$work/conf"
worker
page /fr/page/legal
is 'without a word the pages are there' "$status" 200
has 'and say that it is missing' "n’a pas encore renseigné ses coordonnées"
hasnt 'no letter leads to nobody' 'mailto:'
page /fr/model
hasnt 'there is no way to report an error' 'data-report'

# --- mistakes ---------------------------------------------------------------

# usage: refused SENTENCE LINE	a worker does not start with it, and says where
refused() {
	printf '# settings\n%s\n' "$2" >"$work/conf"
	worker
	wait "$pid"
	pid=
	ok "$1 is refused, with its line" grep -qF -e "$work/conf:2: " \
	    "$work/log"
}
refused 'an unknown key' 'operater = X'
refused 'an unknown language' 'legal.xx = X'
refused 'an address without a scheme' 'base = profint.example'
refused 'a slash at its end' 'base = https://profint.example/'
refused 'a contact that is no address' 'contact = javascript:alert(1)'
refused 'a line that is none' 'operator'
refused 'a number in words' 'keep_months = two'
refused 'work that is kept for ever' 'keep_months = 25'
refused 'a number for one language' 'spaces_hour.sv = 10'
refused 'no session at all' 'sessions_day = 0'

# --- the example ------------------------------------------------------------

sed 's/^#\([a-z]\)/\1/' nginx/host.conf.example >"$work/conf"
worker
page /fr/page/legal
is 'the example is right, with every line in it' "$status" 200

done_testing
