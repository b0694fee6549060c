# warn.sh - a translator is warned of what may be wrong, and not kept from
# anything.
. tests/lib.sh

work=$(mktemp -d)
trap 'rm -rf "$answer" "$work"' EXIT

profint=$(realpath "${BUILD:-build}/profint")
PROFINT_ROOT=$(pwd)
export PROFINT_ROOT
day=2020-02-29

# usage: pair FRENCH SWEDISH	a page with one paragraph, and its translation
pair() {
	folder=$work/host/page/one
	mkdir -p "$folder"
	cat >"$folder/item.xml" <<-END
		<?xml version="1.0" encoding="UTF-8"?>
		<item lang="fr" order="1">
		  <organisation name="Afpa"/>
		  <source checked="$day">Une page</source>
		</item>
	END
	cat >"$folder/fr.xml" <<-END
		<?xml version="1.0" encoding="UTF-8"?>
		<text xml:lang="fr">
		  <title id="title">Un titre</title>
		  <summary id="summary">Un mot.</summary>
		  <section role="text">
		    <h2 id="h">Un titre</h2>
		    <p id="p">$1</p>
		  </section>
		</text>
	END
	cat >"$folder/sv.xml" <<-END
		<?xml version="1.0" encoding="UTF-8"?>
		<text xml:lang="sv">
		  <title id="title">En rubrik</title>
		  <summary id="summary">Ett ord.</summary>
		  <h2 id="h">En rubrik</h2>
		  <p id="p">$2</p>
		</text>
	END
	$profint stamp "$work/host" >/dev/null
}

# usage: said [OPTION]...	what the check says of the pair, its exit status
said() {
	$profint check "$@" "$work/host" 2>&1
	echo "$?"
}

# usage: warned SENTENCE FRENCH SWEDISH FILE WORDS
warned() {
	pair "$2" "$3"
	ok "$1" try_warned "$4" "$5"
}

try_warned() {
	said >"$work/said"
	cat "$work/said"
	[ "$(tail -n 1 "$work/said")" = 0 ] && [ "$(wc -l <"$work/said")" = 2 ] &&
		grep -F "one/$1:" "$work/said" | grep -qF "warning: $2"
}

# usage: quiet SENTENCE FRENCH SWEDISH
quiet() {
	pair "$2" "$3"
	is "$1" "$(said)" 0
}

# usage: words COUNT	so many words
words() {
	seq "$1" | awk '{ printf "%smot", (NR > 1 ? " " : "") }'
}

# usage: sentences COUNT WORDS	so many sentences of so many words
sentences() {
	seq "$1" | awk -v words="$(words "$2")" \
	    '{ printf "%s%s.", (NR > 1 ? " " : ""), words }'
}

# --- words of the field -------------------------------------------------------

warned 'a term of the glossary is missed' 'Le dispositif commence.' \
    'Programmet börjar.' sv.xml:6 'the source of p says dispositif'
quiet 'it may be inflected' 'Les dispositifs commencent.' 'Insatserna börjar.'
quiet 'part of a longer word' 'L’outil est là.' 'Kartläggningsverktyget är här.'
quiet 'at the start of a sentence' 'Équipe !' 'Teamet!'
quiet 'a word that only begins like a term is none' 'Un stagiaire.' 'En person.'
warned 'it is missed once' 'Le dispositif est un dispositif.' 'Ett program.' \
    sv.xml:6 'the source of p'
warned 'a word that means something else' 'Le bénéficiaire est là.' \
    'Deltagaren är en klient.' sv.xml:6 'p says klient'
warned 'one with two meanings' 'Une bonne pratique.' 'En exempel på praktik.' \
    sv.xml:6 'p says praktik'
quiet 'unless its source means it' 'Un stage.' 'En praktik.'
quiet 'or it says so itself' 'C’est vrai.' 'Det gäller i praktiken.'
warned 'the source is looked at too' 'Les migrants arrivent.' 'De kommer.' \
    fr.xml:7 'p says migrants'
quiet 'where it does not say more' 'Les migrants et réfugiés arrivent.' \
    'Flyktingar kommer.'

# --- the same ------------------------------------------------------------------

long='Cette phrase est assez longue pour compter. Celle-ci la suit et compte elle aussi, sans plus.'
warned 'much shorter' "$long" 'Kort.' sv.xml:6 'p has 5 characters, its source 9'
warned 'much longer' "$long" \
    "$(sentences 4 12)" sv.xml:6 'p has 195 characters'
quiet 'short texts may differ' 'Une phrase courte.' 'Kort.'
warned 'a number is lost' 'En 2019, 12 personnes.' '2019 kom de.' sv.xml:6 \
    'the source’s number 12 is not in p'
warned 'a number appears' 'En 2019.' '2019 kom 12.' sv.xml:6 \
    'the number 12 in p is not in its source'
quiet 'numbers are written otherwise' 'Il y a 2 500 personnes, 3,5 fois plus.' \
    'Det är 2.500 personer, 3.5 gånger fler.'
quiet 'they may change places' 'En 2019, 12.' '12 stycken 2019.'
warned 'an address differs' '<a href="https://a.example/">Ici</a>.' \
    '<a href="https://b.example/">Här</a>.' sv.xml:6 \
    'the source’s link to https://a.example/ is not in p'
warned 'a name differs' 'L’Afpa est là.' 'AFPA är här.' sv.xml:6 \
    'the source’s name Afpa is not in p'
quiet 'a name stays' 'L’Afpa est là.' 'Afpa är här.'

# --- sentences -----------------------------------------------------------------

warned 'a sentence of 36 words' "$(words 36)." "$(words 18). $(words 18)." \
    fr.xml:7 'a sentence of p has 36 words'
quiet 'one of 35 is none' "$(words 35)." "$(words 18). $(words 17)."
warned 'sentences of 21 words on average' \
    "$(sentences 10 23)" "$(sentences 13 18)" \
    fr.xml:2 'its sentences have 21 words on average'

# --- what a person does about it -------------------------------------------------

pair 'Le dispositif commence.' 'Programmet börjar.'
is 'strictly, a warning is a failure' "$(said --strict | tail -n 1)" 1
ok 'in JSON it says that it is one' expr "$(said --json)" : \
    '.*"level":"warning","file":"[^"]*sv.xml","line":6,'
ok 'it can be imported' grep -q 'of=' "$work/host/page/one/sv.xml"
sed -i 's/<p id="p"/<p  id="p"/' "$work/host/page/one/sv.xml"
is 'an error comes first' "$(said | grep -c warning)" 0
is 'and fails' "$(said | tail -n 1)" 1

pair 'Le dispositif commence.' 'Programmet börjar.'
is 'facts that were checked long ago are listed' \
    "$(said --facts-older 12 | sed 's/.*one\///')" \
    "item.xml:4: warning: “Une page” was last checked on $day
0"
is 'strictly, they fail' "$(said --strict --facts-older 12 | tail -n 1)" 1
day=2999-01-01
pair 'Un.' 'En.'
is 'others are not' "$(said --facts-older 12)" 0
for months in -1 x '' 99999; do
	is "--facts-older '$months' is wrong usage" \
	    "$(said --facts-older "$months" | tail -n 1)" 2
done

done_testing
