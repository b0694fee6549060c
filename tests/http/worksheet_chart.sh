#!/bin/sh
# worksheet_chart.sh - a team sees its network and its levels drawn.

. tests/lib.sh

# usage: draw PATH NAME=VALUE...
draw() {
	path=$1
	shift
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	get "$@" "$path/print"
}

for tag in $(languages); do
	draw "/$tag/worksheet/partnership-a" 'needs=A1 B2' \
	    'needs.A1.needs-need=Transport <nuit>' \
	    'needs.B2.needs-need=Logement' partners=K7 \
	    'partners.K7.partners-organisation=Bailleur' \
	    'partners.K7.partners-need=logements' \
	    'partners.K7.partners-link=partners-link-4'
	is "$tag: a map of needs and partners" "$status" 200
	has "$tag: with the firm tie" 'class="tie strong"'
	has "$tag: and the need that nobody answers" 'class="need unmet"'
	has "$tag: its words are no markup" 'Transport &lt;nuit&gt;'
done
draw /fr/worksheet/partnership-b needs=A1 'needs.A1.needs-need=Santé' \
    partners=K7 'partners.K7.partners-need=santé' \
    'partners.K7.partners-current=PASS ; Centre social' \
    'partners.K7.partners-missing=Interprètes'
is 'version B: two partners and one to be found' \
    "$(grep -c 'class="partner"' "$answer/body")" 3
draw /fr/worksheet/partnership-a situation=x
hasnt 'without needs and partners no map' 'class="map"'
draw /fr/worksheet/factor-self-assessment f01=f01-1 f13=f13-4
is 'a point for each factor that was answered' \
    "$(grep -o 'class="after"' "$answer/body" | wc -l)" 2
is 'a line for each factor' \
    "$(grep -o 'class="strip" aria-hidden' "$answer/body" | wc -l)" 13
has 'in the colours of the areas' '<tr class="teams">'
draw /fr/worksheet/wt1 objective=x
hasnt 'other tools draw nothing' 'class="strip"'

# --- on the page of one that is kept ----------------------------------------

need_database
jar=$answer/jar

# usage: see [CURL OPTION]... PATH	as the person with this jar
see() {
	get -b "$jar" -c "$jar" "$@"
}

# usage: value NAME	of the first such field in the last answer
value() {
	grep -oE "<input[^>]* name=\"$1\"[^>]*>" "$answer/body" | head -n 1 |
	    sed -n 's/.* value="\([^"]*\)".*/\1/p'
}

# usage: keep TOOL NAME=VALUE...	$kept is its address
keep() {
	see "/fr/worksheet/$1"
	path=/fr/worksheet/$1
	set -- "$@" "key=$(value key)" "token=$(value token)" action=save
	shift
	for pair; do
		set -- "$@" --data-urlencode "$pair"
		shift
	done
	see "$@" "$path"
	kept=$(header Location)
}

# usage: points KIND	how many there are
points() {
	grep -o "<circle class=\"$1\"" "$answer/body" | wc -l
}

# usage: chosen		the worksheet that stands beside
chosen() {
	sed -n '/id="earlier"/,/<\/select>/p' "$answer/body" |
	    sed -n 's/.* value="\([0-9a-f]*\)" selected.*/\1/p'
}

keep factor-self-assessment _title=Frühling f01=f01-1 f02=f02-2
spring=${kept##*/}
see "$kept"
is 'the page of a self-assessment shows it, alone' \
    "$(points before) $(points after)" '0 2'
hasnt '  with nothing to choose from' 'id="earlier"'
is '  and the table beside' "$(grep -c '<table class="chart"' \
    "$answer/body")" 1
has '  says where to begin' 'href="/fr/factor/f01-full-integration"'
keep factor-self-assessment _title=Sommer f01=f01-3 f02=f02-2 f03=f03-1 \
    f13=f13-4
summer=${kept##*/}
keep factor-self-assessment _title=Herbst f01=f01-4 f02=f02-1 f03=f03-2 \
    f11=f11-1
autumn=${kept##*/}
query "UPDATE learn.worksheet SET saved_at = now() - interval '9 months'
    WHERE worksheet_id = '\\x$spring';
    UPDATE learn.worksheet SET saved_at = now() - interval '3 months'
    WHERE worksheet_id = '\\x$summer'" >/dev/null
for tag in $(languages); do
	see "/$tag/worksheet/factor-self-assessment/$autumn"
	is "$tag: the one before stands beside" \
	    "$(chosen) $(points before) $(points after)" "$summer 4 4"
	is "$tag: the lowest three lead on, to three things each" "$(
	    sed -n '/<ul class="leads">/,/<\/ul>/p' "$answer/body" |
	    grep -oE "href=\"/$tag/(recommendation|case|module)/" | sort |
	    uniq -c | tr -s ' \n' ' ' | sed "s#\"/$tag/##g")" \
	    ' 3 href=case/ 3 href=module/ 3 href=recommendation/ '
	is "$tag: the lowest first" "$(grep -oE "<a href=\"/$tag/factor/f[0-9]*" \
	    "$answer/body" | grep -oE 'f[0-9]+$' | tr '\n' ' ')" \
	    'f02 f11 f03 '
done
see "/fr/worksheet/factor-self-assessment/$autumn?before=$spring"
is 'another can be chosen' "$(chosen) $(points before)" "$spring 2"
see "/fr/worksheet/factor-self-assessment/$autumn?before=none"
is 'or none' "$status $(chosen) $(points before)" '200  0'
see "/fr/worksheet/factor-self-assessment/$summer"
is 'the one before is the one before this one' "$(chosen)" "$spring"
for before in nope 00112233445566778899aabbccddeeff "'" ../x; do
	see "/fr/worksheet/factor-self-assessment/$autumn?before=$before"
	is "before=$before is the one before" "$status $(chosen)" \
	    "200 $summer"
done
see "/fr/worksheet/factor-self-assessment/$autumn/print?before=$spring"
is 'the same on paper' "$(points before) $(points after)" '2 4'
get "/fr/worksheet/factor-self-assessment/$autumn"
is 'nobody else has them' "$status" 404
keep partnership-a 'needs=A1' 'needs.A1.needs-need=Logement <b>' partners=K7 \
    'partners.K7.partners-organisation=Bailleur' \
    'partners.K7.partners-need=logement' \
    'partners.K7.partners-link=partners-link-4'
for tag in $(languages); do
	see "/$tag${kept#/fr}"
	has "$tag: the page of a kept tool has its map" 'class="tie strong"'
	has "$tag: whose words are no markup" 'Logement &lt;b&gt;'
done
get /fr/worksheet/partnership-a
hasnt 'an empty one has none' '<figure class="map"'

# --- a tool that was called otherwise when it was filled in ------------------

query "UPDATE item SET slug = 'partners' WHERE slug = 'partnership-a';
    INSERT INTO item_alias SELECT kind, 'partnership-a', item_id FROM item
    WHERE slug = 'partners'" >/dev/null
see "$kept"
is 'a tool has another name' "$status $(header Location)" \
    "301 /fr/worksheet/partners/${kept##*/}"
see "/fr/worksheet/partners/${kept##*/}"
has '  what was filled in is there' 'Logement &lt;b&gt;'
set -- --data-urlencode "key=$(value key)" --data-urlencode \
    "token=$(value token)" --data action=save --data-urlencode \
    'situation=auch dies'
see "$@" "$kept"
is '  a form of before is kept' "$status $(header Location)" \
    "303 /fr/worksheet/partners/${kept##*/}"
see /fr/worksheet/partners
has '  and listed' "href=\"/fr/worksheet/partners/${kept##*/}\""
query "DELETE FROM item_alias WHERE slug = 'partnership-a';
    UPDATE item SET slug = 'partnership-a' WHERE slug = 'partners'" >/dev/null

done_testing
