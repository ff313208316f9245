# tidy.sh - what is made on request once all repairs are
. tests/cli/lib.sh
cd "$W" || exit 1

printf '\357\273\277d\303\203\302\251j\303\203\302\240 vu\r\ncafe\314\201 \342\200\234so\342\200\235 \357\254\201n\n' >all
nl='
'

# By default nothing of this is touched.
printf '\357\273\277caf\303\251\r\ncafe\314\201 \342\200\234so\342\200\235 \033[1m\000\n\357\274\241 \357\254\201n\n' >clean
expect 0 'default' '"$U" clean'
ok 'default' cmp clean out
err_is 'default: silent' ''
expect 0 'all' '"$U" --fix=all clean'
ok 'all' cmp clean out

# Each option, behind repair, wherever --fix stands and whatever it says.
expect 0 'several' '"$U" --bom=strip --eol=lf --normalize=nfc all | od -An -c'
is 'several: no CR, no mark' 0 "$(grep -c '357 273 277\|\\r' out)"
expect 0 'nfc' '"$U" --bom=strip --eol=lf --normalize=nfc all'
out_is 'nfc' "déjà vu${nl}café “so” ﬁn"
expect 0 'nfkc' '"$U" --bom=strip --eol=lf --normalize=nfkc all'
out_is 'nfkc' "déjà vu${nl}café “so” fin"
expect 0 'none but' '"$U" --eol=lf --bom=strip --fix=none all'
out_is 'none but' "$(printf 'd\303\203\302\251j\303\203\302\240 vu\ncafe\314\201 “so” ﬁn')"
expect 0 'the last' '"$U" --fix=none --bom=strip --eol=lf --eol=keep all | wc -c'
is 'the last' "$(($(wc -c <all) - 3))" "$(tr -d ' ' <out)"
expect 0 'refused' '"$U" --fix=+tidy,+nfc --normalize=none --invisible=keep clean'
is 'refused' "$(printf 'cafe\314\201 "so" ')" "$(sed -n 2p out)"
expect 0 'crlf' '"$U" --eol=crlf all | tr "\r" "|" | grep -c "|$"'
out_is 'crlf' 2

# They are changes like others.
expect 1 'check' '"$U" --check --eol=crlf clean'
is 'check' 2 "$(grep -c '^clean:[23]:[0-9]*: eol-crlf/line-end: ' out)"
expect 0 'twice' '"$U" --fix=+tidy,+nfkd,+eol-crlf,+bom all >once; "$U" --fix=+tidy,+nfkd,+eol-crlf,+bom once >two; cmp once two'

# Characters that deceive.
printf 'is\342\200\213Admin \342\200\256xy\n' >bad
expect 0 'invisible' '"$U" bad'
ok 'invisible: stays' cmp bad out
err_has 'invisible: told' '^ungarble: 2 characters that may deceive a reader, the first at byte 2 of bad,'
expect 0 'invisible, -q' '"$U" -q bad'
err_is 'invisible, -q' ''
expect 0 'invisible, keep' '"$U" --invisible=keep bad'
err_is 'invisible, keep' ''
ok 'invisible, keep' cmp bad out
expect 0 'invisible, strip' '"$U" --invisible=strip bad'
err_is 'invisible, strip' ''
out_is 'invisible, strip' 'isAdmin xy'
expect 0 'invisible, check' '"$U" --check bad'
is 'invisible, check' 'bad:1: invisible/zero-width: U+200B, a space without width, stays (bytes 2-5)' "$(head -n 1 out)"
expect 0 'invisible, report' '"$U" -q --report=r bad'
is 'invisible, report' 2 "$(grep -c '"type":"finding".*"meant":null,"character":"U+20' r)"
expect 3 'invisible, strict' '"$U" --strict bad'
err_has 'invisible, strict' '^ungarble: --strict: nothing repairs 2 deceptive characters$'
expect 0 'invisible, strict, strip' '"$U" --strict --invisible=strip bad'
cp bad there
expect 0 'invisible, -i' '"$U" -i --invisible=strip there'
is 'invisible, -i' 'isAdmin xy' "$(cat there)"
expect 0 'invisible, -l' '"$U" -l bad'
err_is 'invisible, -l' ''
finish
