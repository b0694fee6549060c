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

done_testing
