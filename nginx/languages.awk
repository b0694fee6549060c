# languages.awk - nginx's locations, from the routes and the languages.
#
#	awk -f nginx/languages.awk cgi/routes.def i18n/LOCALES
#
# What lies below a language depends on its address only and may be kept,
# but for what the routes of realm learn begin with.  Of addresses that are
# somebody's key (resume, join), or that tell when somebody answered
# (answer), no log is written but that something was refused, without its
# path; who tries one after the other is slowed down, a room full of people
# is not.  So is who tries a host's key where sessions and campaigns are
# opened.  Below my a file with all of one's work may come back.

function location(place, secret, large, tried)
{
	printf "location %s {\n\tinclude\t\tprofint/learn.conf;\n", place
	if (secret)
		print "\taccess_log\toff;"
	if (secret || tried)
		print "\tlimit_req\tzone=code burst=300 nodelay;"
	if (large)
		print "\tclient_max_body_size\t5m;"
	print "}"
}

BEGIN {
	secret["resume"] = secret["join"] = secret["answer"] = 1
	print "# languages.conf - made from routes.def and LOCALES."
}

/^ROUTE\(LEARN,/ {
	split($0, part, "\"")
	split(part[2], segment, "/")
	if (segment[2] != "{lang}")
		location("= " part[2], 0, 0)
	else if (!(segment[3] in known)) {
		known[segment[3]] = 1
		words[++count] = segment[3]
	}
}

FILENAME ~ /LOCALES$/ && !/^#/ && NF > 0 {
	printf "location /%s/ {\n\tinclude\t\tprofint/cached.conf;\n}\n", $1
	for (i = 1; i <= count; i++) {
		location("= /" $1 "/" words[i], words[i] in secret, 0,
		    words[i] == "session")
		location("/" $1 "/" words[i] "/", words[i] in secret,
		    words[i] == "my")
	}
	location("= /" $1 "/campaign/new", 0, 0, 1)
}
