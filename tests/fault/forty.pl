# forty.pl - a session: somebody leads, many take part, and what became of it.
#
# usage: perl forty.pl BASE PEOPLE SECONDS
#
# All join from one address, in four languages.  Then they ask every three
# seconds what is new, as group.js does, or reload, as who has no script;
# write cards in bursts and send again what did not arrive; whoever leads
# moves the group on.  Says lines of words:
#	joined SECONDS				within SECONDS of the start
#	ask STATUS SECONDS			one poll
#	wrote SECONDS TRIES			a card that was acknowledged
#	filled, empty STATUS, refused STATUS	a failed form came back with
#						its words, without, for good
#	found N, lost TEXT, double TEXT		own cards on the board
#	at STEP, moved STEP			where one is; was led to
use strict;
use warnings;
use HTTP::Tiny;
use Time::HiRes qw(sleep time);

my ($base, $people, $seconds) = @ARGV;
my @languages = qw(fr en it sv);
my $every = 3;		# seconds, as in group.js
my $round = 30;		# seconds: a third of it they write
my $began = time;
my $end;

sub code {
	my $text = shift;
	utf8::encode($text) if utf8::is_utf8($text);
	$text =~ s/([^A-Za-z0-9])/sprintf "%%%02X", ord $1/ge;
	return $text;
}

sub field {
	my ($page, $name) = @_;
	my ($tag) = $page =~ /(<(?:input|button)[^>]* name="\Q$name\E"[^>]*>)/
	    or return "";
	return $tag =~ / value="([^"]*)"/ ? $1 : "";
}

# --- one browser -------------------------------------------------------------

sub browser {
	return { http => HTTP::Tiny->new(max_redirect => 0, timeout => 10),
	    cookie => "" };
}

sub ask {
	my ($me, $path, $etag) = @_;
	return $me->{http}->get("$base$path", { headers => {
	    $me->{cookie} ? (cookie => $me->{cookie}) : (),
	    $etag ? ("if-none-match" => $etag) : () } });
}

# Until there is an answer; only a test of a dead site gives up.
sub see {
	my ($me, $path) = @_;
	for (1 .. 200) {
		my $got = ask($me, $path);
		return $got->{content} if $got->{status} == 200;
		sleep 0.2;
	}
	die "no $path for long\n";
}

# Send the form until it is taken; as it comes back, when it does.  Where to
# go then; WORDS are those that must come back.
sub submit {
	my ($me, $path, $words, %form) = @_;
	my $tries = 0;
	while (++$tries < 200) {
		my $got = $me->{http}->post("$base$path", { headers => {
		    "content-type" => "application/x-www-form-urlencoded",
		    "sec-fetch-site" => "same-origin",
		    $me->{cookie} ? (cookie => $me->{cookie}) : () },
		    content => join "&", map { "$_=" . code($form{$_}) }
			sort keys %form });
		my $set = $got->{headers}{"set-cookie"};
		$me->{cookie} = $1
		    if defined $set && $set =~ /^(profint=[0-9a-f]+);/;
		return ($got->{headers}{location} =~ s/#.*//r, $tries)
		    if $got->{status} == 303;
		if ($got->{status} == 599) {
			# Nobody answered: what was typed is still there.
			sleep 1;
			next;
		}
		if ($got->{status} != 503) {
			print "refused $got->{status}\n";
			warn substr($got->{content}, 0, 200), "\n";
			return;
		}
		if (index($got->{content}, $words) < 0) {
			print "empty $got->{status}\n";
			warn "empty: ", $got->{content} =~ /<title>(.*?)</,
			    "\n";
		} else {
			print "filled\n";
			$form{$_} = field($got->{content}, $_) || $form{$_}
			    for qw(key token);
		}
		sleep 0.3 + rand 0.5;
	}
	print "refused never\n";
	return;
}

# A page of the session as it was just sent.
sub take {
	my ($me, $got) = @_;
	my $page = $got->{content};
	$me->{etag} = $got->{headers}{etag};
	$me->{page} = $page;
	($me->{step}) = $page =~ /data-step="([a-z-]+)"/;
}

sub poll {
	my ($me, $path, $has_script) = @_;
	my $from = time;
	my $got = ask($me, $path, $has_script ? $me->{etag} : undef);
	printf "ask %s %.4f\n", $got->{status}, time - $from;
	take($me, $got) if $got->{status} == 200;
	return $got->{status};
}

# --- who takes part ----------------------------------------------------------

sub write_card {
	my ($me, $path, $words) = @_;
	my @places = $me->{page} =~ / name="place" value="([^"]*)"/g;
	my $from = time;
	my (undef, $tries) = submit($me, $path, $words,
	    key => field($me->{page}, "key"),
	    token => field($me->{page}, "token"), text => $words,
	    place => $places[rand @places], action => "write");
	return 0 unless $tries;
	printf "wrote %.4f %d\n", time - $from, $tries;
	return 1;
}

# Are these cards on the board, each once?
sub look_for {
	my ($me, $room, @cards) = @_;
	my %there;
	$there{$_}++ for see($me, "$room/board") =~ /<li>([^<]*)</g;
	for (@cards) {
		my $count = $there{$_} // 0;
		print $count == 0 ? "lost $_\n" : "double $_\n" if $count != 1;
	}
	print "found ", scalar(grep { ($there{$_} // 0) == 1 } @cards), "\n";
}

sub take_part {
	my ($number, $join) = @_;
	my $me = browser();
	my $language = $languages[$number % 4];
	my $has_script = $number % 4 != 3;
	my $page = see($me, "/$language/join");
	my ($path) = submit($me, "/$language/join", "Person $number",
	    key => field($page, "key"), token => field($page, "token"),
	    code => $join, name => "Person $number", action => "join") or return;
	printf "joined %.1f\n", time - $began;
	my @cards;
	my $next = time + rand 4;
	sleep rand $every;
	while (time < $end) {
		my $from = time;
		poll($me, $path, $has_script);
		my $may_write = ($from - $began) % $round < $round / 3;
		if ($me->{page} && $may_write && $from > $next && $from < $end - 3) {
			my $words = sprintf "Zettel-%d-%d: å vos souhaits",
			    $number, @cards + 1;
			push @cards, $words if write_card($me, $path, $words);
			poll($me, $path, $has_script);
			$next = time + 2 + rand 8;
		}
		my $rest = $every - (time - $from);
		sleep $rest if $rest > 0;
	}
	sleep 0.2 while poll($me, $path, $has_script) !~ /^[23]/;
	print "at $me->{step}\n";
	look_for($me, $path =~ s/\/step$//r, @cards);
}

# --- who leads ---------------------------------------------------------------

sub lead {
	my ($me, $room) = @_;
	my $next = time + 3;
	my @steps;
	while (time < $end) {
		poll($me, $room, 1);
		poll({ %$me, etag => undef }, "$room/screen", 0);
		if (time > $next && time < $end - 6) {
			@steps = qw(case discussion tool case) if !@steps;
			my $step = shift @steps;
			submit($me, $room, "", key => field($me->{page}, "key"),
			    token => field($me->{page}, "token"),
			    action => "step:$step");
			print "moved $step\n";
			$next = time + 7;
		}
		sleep $every;
	}
}

# --- all ---------------------------------------------------------------------

$| = 1;
my $leader = browser();
my $page = see($leader, "/fr/session/new?module=networks");
my ($room) = submit($leader, "/fr/session", "", key => field($page, "key"),
    token => field($page, "token"), module => "networks", other => "sv");
my ($join) = see($leader, $room) =~ /class="join-code"[^>]*>([^<]*)</;
$began = time;
$end = $began + $seconds;
for my $number (0 .. $people) {
	next if fork;
	srand $number;
	$number == 0 ? lead($leader, $room) : take_part($number, $join);
	exit;
}
1 while wait > 0;
