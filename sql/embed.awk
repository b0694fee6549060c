# embed.awk - statements of sql/query as a C table.
#
#	awk -v h=build/query.h -v c=build/query.c -f sql/embed.awk FILE ...
#
# A file NAME.sql holds one statement and opens with
#	-- NAME - what it does (ROLES)
# ROLES: the database roles that use it, joined by commas.  Its number of
# parameters is the highest $n.  It reads only when it begins with SELECT
# or WITH and has no word INSERT, UPDATE, DELETE or MERGE.
# A file that is none of this ends make with its name and the reason.

function fail(file, reason)
{
	printf "%s: %s\n", file, reason > "/dev/stderr"
	failed = 1
	exit 1
}

# LINE as the inside of a C string.
function quoted(line)
{
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	gsub(/\t/, "\\t", line)
	gsub(/\?/, "\\?", line)		# no trigraphs
	return line
}

# LINE without comments and without what stands in quotes.
function code(line,	out, i, c)
{
	out = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "'")
			inside = !inside
		else if (!inside && substr(line, i, 2) == "--")
			break
		else if (!inside)
			out = out c
	}
	return out " "
}

# What the file just read was.
function finish(	words, n, i)
{
	if (file == "")
		return
	if (inside)
		fail(file, "a quote is not closed")
	most = 0
	words = toupper(body)
	n = split(words, word, /[^A-Z0-9_$]+/)
	reads = 0
	first = ""
	for (i = 1; i <= n; i++) {
		if (first == "" && word[i] != "") {
			first = word[i]
			reads = first == "SELECT" || first == "WITH"
		}
		if (word[i] ~ /^(INSERT|UPDATE|DELETE|MERGE)$/)
			reads = 0
		if (word[i] ~ /^\$[0-9]+$/ && substr(word[i], 2) + 0 > most)
			most = substr(word[i], 2) + 0
	}
	if (first == "")
		fail(file, "holds no statement")
	symbol = toupper(stem)
	gsub(/-/, "_", symbol)
	symbols[++count] = symbol
	rows[count] = sprintf("\t[Q_%s] = { \"%s\", %d, \"%s\", %d,\n%s\t},\n",
	    symbol, stem, most, roles, reads, text)
}

FNR == 1 {
	finish()
	file = FILENAME
	stem = file
	sub(/^.*\//, "", stem)
	sub(/\.sql$/, "", stem)
	if (stem !~ /^[a-z][a-z0-9-]*$/)
		fail(file, "not a name of small letters, digits and hyphens")
	if (index($0, "-- " stem " - ") != 1 || $0 !~ /\([a-z]+(,[a-z]+)*\)$/)
		fail(file, "line 1 is not \"-- " stem " - ... (role)\"")
	roles = $0
	sub(/^.*\(/, "", roles)
	sub(/\)$/, "", roles)
	text = body = ""
	inside = 0
}

{
	text = text "\t\t\"" quoted($0) "\\n\"\n"
	body = body code($0)
}

END {
	if (failed)
		exit 1
	finish()
	printf "/* query.h - made by sql/embed.awk from sql/query. */\n" > h
	printf "#ifndef BUILD_QUERY_H\n#define BUILD_QUERY_H\n\n" > h
	printf "enum query {\n" > h
	for (i = 1; i <= count; i++)
		printf "\tQ_%s,\n", symbols[i] > h
	printf "\tQ__MAX\n};\n\n" > h
	printf "struct query_file {\n" > h
	printf "\tconst char\t*name;\t\t/* of the file, without .sql */\n" > h
	printf "\tint\t\t parameters;\n" > h
	printf "\tconst char\t*roles;\t\t/* \"site,owner\" */\n" > h
	printf "\tint\t\t reads;\t\t/* changes nothing */\n" > h
	printf "\tconst char\t*text;\n};\n\n" > h
	printf "extern const struct query_file query_files[Q__MAX];\n\n" > h
	printf "#endif\n" > h

	printf "/* query.c - made by sql/embed.awk from sql/query. */\n" > c
	printf "#include \"query.h\"\n\n" > c
	printf "const struct query_file query_files[Q__MAX] = {\n" > c
	for (i = 1; i <= count; i++)
		printf "%s", rows[i] > c
	printf "};\n" > c
}
