# The program that makes the model's text, on packages made here.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

flags=$("${PKG_CONFIG:-pkg-config}" --cflags --libs icu-uc) || exit 1
$CC -std=c11 -D_DEFAULT_SOURCE -Isrc $CFLAGS -o "$work/texts_train" \
    src/model/train/texts_*train.c "$BUILD/libungarble.a" $flags || exit 1

# number N: four bytes, the lowest first
number() {
	printf "$(printf '\\%03o\\%03o\\000\\000' $(($1 & 255)) $(($1 >> 8)))"
}

# catalogue: a .mo of lines "MSGID|MSGSTR", with escapes as of printf
catalogue() {
	cat >"$work/messages"
	n=$(wc -l <"$work/messages")
	at=$((28 + 16 * n))
	: >"$work/text"
	for column in 1 2; do
		: >"$work/table$column"
		cut -d'|' -f$column "$work/messages" >"$work/column"
		while read -r line; do
			number "$(printf '%b' "$line" | wc -c)" >>"$work/table$column"
			number $((at + $(wc -c <"$work/text"))) >>"$work/table$column"
			printf '%b\0' "$line" >>"$work/text"
		done <"$work/column"
	done
	printf '\336\022\004\225\0\0\0\0'
	number "$n"
	number 28
	number $((28 + 8 * n))
	printf '\0\0\0\0\0\0\0\0'
	cat "$work/table1" "$work/table2" "$work/text"
}

x=$work/x
# put PATH: standard input as a file of a package
put() {
	mkdir -p "$x/$(dirname "$1")"
	cat >"$x/$1"
}

catalogue >"$work/mo" <<'E'
|Content-Type: text/plain; charset=ISO-8859-1\n
Alpha beta|~Ouvrir <b>d\0351j\0340</b> %s. la porte
Menu words|Menu words
Other words|The door which you have opened is not open
context\0004Same text|Same text
E
put a/usr/share/locale/fr_CA/LC_MESSAGES/a.mo <"$work/mo"
echo 'Texte en abkhaze' | put a-fr/usr/share/a/inc/lang/ab/a.txt
put b/usr/share/doc/b/ru/index.html <<'E'
<html><head><title>Hidden</title></head><body><p>Мама <i>мыла</i>
раму &mdash; опять.</p><p>Open the file now</p><pre>код код код</pre>
<p>Ещё&nbsp;раз</p></body></html>
E
put c/usr/share/man/cs/man1/c.1 <<'E'
.TH C 1
.SH JMÉNO
Žluťoučký \fBkůň\fR
.I pěl
ďábelské ódy.
.nf
zdrojový kód
.fi
E
put d/usr/share/x/i18n/tg.json <<'E'
{ "@metadata": { "authors": [ "Шахс" ] },
  "one": "Саҳифаи $1 нав шуд", "two": "\u04b2\u0430\u0444\u0442\u0430" }
E
put e/usr/share/hunspell/pl_PL.aff <<'E'
SET ISO8859-2
E
printf '3\n\263\363dka/AB\nx1\nkot\tpo:noun\n' | put e/usr/share/hunspell/pl_PL.dic
printf 'UTF-8\nсонце|1\n(ім.)|світило|день\n' | put f/usr/share/mythes/th_uk_UA_v2.dat
put g/usr/share/unicode/cldr/common/main/ga.xml <<'E'
<ldml><language type="a">Fraincis</language><number>999</number>
<language type="b">Gaeilge | Béarla</language></ldml>
E
printf 'сутра је дан\n\nsutra je dan\n' | put h/usr/share/h/inc/lang/sr/h.txt
# The same line twice, one letter written in two characters.
printf 'Ein schöner Tag\n\nEin scho\314\210ner Tag\n\nNicht dieser Satz\n' |
    put i/usr/share/i/inc/lang/de/i.txt
# What was left in English is told by its words.
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	printf 'Close any old doors\n\n' >>"$work/en"
	printf 'Sulje vanhat ovet\n\n' >>"$work/fi"
done
printf 'Close old Debian doors\n\nSulje old ovet\n\nSulje Debian\n\n' >>"$work/fi"
put j/usr/share/j/inc/lang/en/j.txt <"$work/en"
put j/usr/share/j/inc/lang/fi/j.txt <"$work/fi"

(cd "$x" && find . -type f | sed 's|^\./||' | sort) >"$work/list"
# run OUT [EXCLUDED]
run() {
	mkdir -p "$work/$1"
	"$work/texts_train" "$x" "$@" <"$work/list"
}
cd "$work" && run out || exit 1

# expect FILE: its lines, in any order
expect() {
	sort >"$work/want"
	sort "$work/out/$1" | diff "$work/want" - || {
		echo "$1: not what was expected"
		: >"$work/failed"
	}
}
printf 'Ouvrir déjà la porte\n' | expect fr.txt
printf 'Мама мыла раму — опять.\nЕщё\302\240раз\n' | expect ru.txt
printf 'Žluťoučký kůň pěl ďábelské ódy.\n' | expect cs.txt
printf 'Саҳифаи нав шуд\nҲафта\n' | expect tg.txt
printf 'łódka\nkot\n' | expect pl.words
printf 'сонце\nсвітило\nдень\n' | expect uk.words
printf 'Fraincis\nGaeilge\nBéarla\n' | expect ga.txt
printf 'сутра је дан\n' | expect sr.txt
printf 'sutra je dan\n' | expect sh.txt
printf 'Ein schöner Tag\nNicht dieser Satz\n' | expect de.txt
printf 'Sulje vanhat ovet\nSulje old ovet\nSulje Debian\n' | expect fi.txt
printf 'Close any old doors\n' | expect en.txt

# What is excluded is not there, and nothing else differs.
echo '< Nicht dieser Satz' >excluded.want
printf '%s\n' 0000000000000000 bf45d06124cb66cd ffffffffffffffff >excluded
run again excluded || exit 1
for file in out/*.txt out/*.words; do
	diff "$file" "again/${file#out/}"
done >difference
grep '^[<>]' difference | diff - excluded.want || exit 1
[ ! -e failed ]
