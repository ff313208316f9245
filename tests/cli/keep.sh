# keep.sh - --keep: strings and patterns that no repair touches
. tests/cli/lib.sh
cd "$W" || exit 1

spun >spun
"$U" -q spun >whole
is 'spun: by itself' no "$(grep -q 'photo voltaic\|manufacturing unit' whole ||
    echo no)"

# Words are kept out of a passage, and the rest of it is put back.
printf '# names\nphoto voltaic\n\n/manu[a-z]*ing  *unit/\n' >kept
expect 0 'words' '"$U" -q --keep=kept spun'
cp out once
is 'words: kept' 'photo voltaic manufacturing unit' \
    "$(grep -o 'photo voltaic\|manufacturing unit' out | tr '\n' ' ' |
    sed 's/ $//')"
ok 'words: the rest' sh -c 'sed "s/manufacturing unit/factory/
    s/photo voltaic/solar/" once | diff - whole'
expect 0 'words: again' '"$U" -q --keep=kept once'
ok 'words: nothing more' cmp out once
expect 0 'words, no memory' '"$U" -q --no-memory --keep=kept spun'
is 'words, no memory: kept' 2 \
    "$(grep -c 'photo voltaic\|manufacturing unit' out)"
expect 1 'words: told' '"$U" --check --keep=kept spun'
is 'words: not of what is kept' '' "$(grep 'voltaic\|factory' out)"
is 'words: told as often' 2 "$(($("$U" --check spun | wc -l) -
    $(wc -l <out)))"

# A text about garbled text.
bad=$(printf 'caf\303\203\302\251')
good=$(printf 'caf\303\251')
printf 'The word <<%s>> is %s; %s\n%s, <<%s\n>>%s\n' \
    "$bad" "$bad" "$bad" "$bad" "$bad" "$bad" >about
printf '/<<[^>]*>>/\n' >kept
expect 0 'about' '"$U" --keep=kept about'
is 'about: text' "The word <<$bad>> is $good; $good
$good, <<$good
>>$good" "$(cat out)"
cp out once
expect 0 'about: again' '"$U" --keep=kept once'
ok 'about: the same' cmp out once
printf '%s\n' "$bad" >kept
expect 0 'about, the word' '"$U" --keep=kept --exit-code about'
ok 'about, the word: as it was' cmp out about

# In layers: what is kept is looked for in each of them.
twice=$(printf 'caf\303\203\302\203\303\202\302\251')
printf '%s and %s\n' "$twice" "$bad" >layers
expect 0 'layers' '"$U" --keep=kept layers'
is 'layers: down to what is kept' "$bad and $bad" "$(cat out)"
cp out once
expect 0 'layers: again' '"$U" --exit-code --keep=kept once'
ok 'layers: the same' cmp out once
printf '%s\n' "$twice" >kept
expect 0 'layers, the first' '"$U" --keep=kept layers'
is 'layers, the first: text' "$twice and $good" "$(cat out)"

# Decoding is no repair, and what is kept is text.
printf '%s\n' "$good" >kept
printf 'Le caf\351 est ferm\351 cet \351t\351.\n' >latin
expect 1 'decoding' '"$U" --exit-code --keep=kept latin'
ok 'decoding: done' grep -q "Le $good est" out

# Several files, in order; what cannot be taken is told by file and line.
printf '/^The/\n' >kept.2
expect 0 'several' '"$U" --keep=kept --keep=kept.2 about'
printf 'x\n# y\n/(/\n' >wrong
expect 2 'wrong' '"$U" --keep=kept --keep=wrong about'
err_has 'wrong: where' '^ungarble: wrong: line 3: '
err_has 'wrong: hint' 'POSIX extended'
out_is 'wrong: nothing is done' ''
expect 2 'missing' '"$U" --keep=none about'
err_is 'missing: message' 'ungarble: none: no such file or directory'
expect 2 'also the output' '"$U" --keep=kept -o kept about'
is 'also the output: stays' "$good" "$(cat kept)"

# It costs little, however much is kept.
awk 'BEGIN { for (i = 0; i < 20000; i++) print "word" i }' >lots
awk -v bad="$bad" 'BEGIN { for (i = 0; i < 3000; i++) print bad, "word" i }' \
    >many
expect 0 'lots: none of them' '"$U" many >plain'
gives 'lots' plain '"$U" --keep=lots many'

finish
