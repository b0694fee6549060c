# savers.pl - people who save all the time, and what became of it.
#
# usage: perl savers.pl BASE CLIENTS SAVES
#
# Each client changes one answer SAVES times.  Whatever comes back that is no
# 303 must hold the words that were sent, and is sent again as it came.  Says
# a line per client: saves acknowledged, forms that came back filled, forms
# that did not, answers of any other kind, seconds; and the text at the end.
use strict;
use warnings;
use HTTP::Tiny;
use Time::HiRes qw(sleep time);

my ($base, $clients, $saves) = @ARGV;
my $address = "$base/fr/step/networks/case";

sub code {
	my $text = shift;
	$text =~ s/([^A-Za-z0-9])/sprintf "%%%02X", ord $1/ge;
	return $text;
}

# The value of the first field NAME of a page.
sub field {
	my ($page, $name) = @_;
	my ($tag) = $page =~ /(<(?:input|button)[^>]* name="\Q$name\E"[^>]*>)/
	    or return;
	return $tag =~ / value="([^"]*)"/ ? $1 : "";
}

# A page with a form, whatever it takes; and the cookie as it then is.
sub look {
	my ($http, $cookie) = @_;
	for (1 .. 300) {
		my $got = $http->get($address, { headers =>
		    $$cookie ? { cookie => $$cookie } : {} });
		return $got->{content} if $got->{status} == 200;
		sleep 0.1;
	}
	die "no page for half a minute\n";
}

sub client {
	my $number = shift;
	my $http = HTTP::Tiny->new(max_redirect => 0, timeout => 20,
	    keep_alive => 0);
	my ($cookie, $acked, $filled, $empty, $other) = ("", 0, 0, 0, 0);
	my $began = time;
	my $words = "";
	while ($acked < $saves) {
		my $page = look($http, \$cookie);
		my %form = (map { $_ => field($page, $_) }
		    qw(key token v.c.q1));
		$words = "client $number, save " . ($acked + 1);
		for my $try (1 .. 200) {
			my $body = join "&", "c.q1=" . code($words),
			    "action=save", map { "$_=" . code($form{$_} // "") }
			    keys %form;
			my $got = $http->post($address, {
			    content => $body, headers => {
			    "content-type" =>
				"application/x-www-form-urlencoded",
			    "sec-fetch-site" => "same-origin",
			    $cookie ? (cookie => $cookie) : () } });
			my $set = $got->{headers}{"set-cookie"};
			$cookie = $1
			    if defined $set && $set =~ /^(profint=[0-9a-f]+);/;
			$acked++, last if $got->{status} == 303;
			if (index($got->{content}, $words) < 0) {
				$empty++;
				warn "$number: $got->{status} ", substr(
				    $got->{content}, 0, 200), "\n";
			} elsif ($got->{status} == 503) {
				$filled++;
				$form{$_} = field($got->{content}, $_)
				    // $form{$_} for qw(key token);
			} else {
				$other++;
				warn "$number: $got->{status}\n";
				last;
			}
			sleep 0.1 + rand 0.2;
		}
	}
	my ($kept) = look($http, \$cookie) =~
	    /<textarea[^>]* name="c\.q1"[^>]*>\n?([^<]*)/;
	printf "%d %d %d %d %.1f %s\n", $acked, $filled, $empty, $other,
	    time - $began, $kept eq $words ? "kept" : "lost: $kept";
}

$| = 1;
for my $number (1 .. $clients) {
	next if fork;
	srand $number;
	client($number);
	exit;
}
1 while wait > 0;
