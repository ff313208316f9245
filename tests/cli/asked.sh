# asked.sh - what is said of command lines that cannot be meant, whole
. tests/cli/lib.sh
mkdir "$W/d" && cd "$W/d" || exit 1
printf 'Le caf\303\203\302\251 du coin.\n' >a
cp a b
cp a .bak
ln a link
mkdir folder

# each: run each line as arguments, with empty input; all it says is shown
each() {
	while IFS= read -r words; do
		printf '> %s\n' "$words"
		eval "\"\$U\" $words" </dev/null 2>&1
		printf '< %s\n' $?
	done
}

# Words that are none, and what they may have been meant as: as many letters
# wrong as may be, and one more; the beginning of one, or more than it.
wanted asked-names each <<'END'
--explian
--explai
--xplain
--eexplain
--ex
--exp
--expl
--EXPLAIN=1
--chekc
--chck-onlyy
--check-only
--cxxck
--delims=x
--delixx
--deli
--lst
--lisst
--list-
--no-header-row
--zzzzzzzzzzzz
--reporthtml=x
--reprot-html=x
--repxxt-hxml=x
--abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz
-diff
-dif
-y
-qy
-yq
-qyq a
--quiet=no
-f
-qf
--from
--from= a
--check=a
--encoding=latin1
--enc
-c
-t latin1 a
--to=latin1
--to-code latin1
-n
--dry-run
-j 3
--jobs=3
-d ';'
--delimiter=';'
--tabs
--ndjson
-g x
--exclude-dir=x
--hidden
-Z
--print0
--zero
END

# Labels, languages and repairs.
wanted asked-labels each <<'END'
--from=latin11
--from=latn1
--from=utf8,latin11,utf-88
--from=' windows-125 '
--from=windows1251
--from=zzzz
--from=a,
--from=utf-8,,latin1
--from=utf-8,koi8-r,latin1,latin2,latin3,latin4,latin5,latin6,cp1250,cp1251,cp1252,cp1253,cp1254,cp1255,cp1256,cp1257,cp1258,gbk,big5,shift_jis,euc-jp,euc-kr,gb18030,koi8-u,macintosh,ibm866,viscii,iso-8859-5,iso-8859-6,iso-8859-7,iso-8859-8,iso-8859-10,iso-8859-13,iso-8859-14,iso-8859-15
--fallback=koi8-x
--fallback=koi8-r,koi8-u
--declared=shift-jiss
--declared=x,y
--lang=d
--lang=de,french
--lang='de,"'
--fix=mojibak
--fix=+tidi
--fix=-wrods,moji
--fix=' -quote '
--fix=de
--fix=guillemet,x
--fix="$(printf '\033')"
END

# Values.
wanted asked-values each <<'END'
--scope=line
--sandbox=maybe
--detect --format=xml
--stats=xml
--progress=no
--color=no
--invalid=keep
--binary=drop
--bom=x
--eol=cr
--normalize=nf
--invisible=drop
--confidence=
--confidence=x
--confidence=-1
--confidence=101
--confidence=100%x
--confidence=1.01
--confidence=1.001
--confidence=.
--confidence=%
--memory=
--memory=0
--memory=K
--memory=-1
--memory=1k
--memory=1KB
--memory=18446744073709551616
--memory=17179869184G
--threads=
--threads=257
--threads=1x
--threads=-1
-M 79M -T 2
-M 80M -T 2 --version=x
--shard=
--shard=0/2
--shard=3/2
--shard=1/
--shard=1/0
--shard=1/2/3
--shard=1/1000001
--shard=2 a
--shard=1/2 a b
--shard=1/2 --check a
--shard=1/2 --csv a
--shard=1/2 -z a
--shard=1/2
--max-expand=x
-z --max-expand=
--max-expand=2
--delim=
--csv --delim=ab
--csv --delim='"'
--csv --delim="$(printf '\n\n')"
--csv --delim=é
--delim=';' a
--no-header a
--jsonl --csv
-0 --tsv
--jsonl=a..b
--jsonl=a,.b
--jsonl=a.[]
--jsonl=a,[].b
--jsonl=
--jsonl=a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z
--jsonl=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a1,b1,c1,d1,e1,f1,g1,h1,i1,j1,k1,l1,m1,n1,o1,p1,q1,r1,s1,t1,u1,v1,w1,x1,y1,z1,a2,b2,c2,d2,e2,f2,g2,h2,i2,j2,k2,l2,m2
--csv=a,,b
--tsv=,
--csv='a\,b,'
END

# What does not go together.
wanted asked-agree each <<'END'
--check --diff a
--diff --list a
--detect --explain a
--check --check --color=never a
-i
-i -r
-i a -
-i --check a
-i -o x a
-izq a
-irv a
-i/x a
-i ./no a
-i .no a
-i .no
-i .bak a --restore=x
--follow a
--include='*' a
--exclude='*' a
--files0-from=a b
--files0-from=a -i -r --journal=-
--format=json a
--apply=a --detect a
--journal=- a
--journal=x -z a
--journal=x --check a
--journal=x --diff a
--restore=- a
--restore=x --stats a
--restore=x -r a
--restore=x --eol=lf a
--restore=x -f utf-8 a
--restore=x --binary=skip a
--restore=x --strict a
--restore=x --check a
--break-links a
--break-links -o x a
--plan=x a
--plan-out=x a
--plan-out=x --shard=1/2 a
--plan-out=x --shard=2 --report=y a
--plan-out=x --shard=2 --plan=y a
--plan-out=x --shard=2 -o y a
--progress --report=- a
--progress --report-html=- a
--report=- --report-html=- a
END

# Files that would be two things at once.
wanted asked-files each <<'END'
-o a a
-o link a
-o ./folder/../a b a
-o a - <a
--report=a a
--report=x -o x a
--report=x -o ./x a
--report=x -o folder/../x a
--report=x -o folder/x a
--report=x --journal=x -o y a
--report=x --report-html=x -o y a
--journal=x --report-html=x -o y a
--report-html=x -o x a
--journal=x -o x a
--journal=a a
--restore=a a
--restore=b -o b a
--apply=a -o a b
--apply=a --report=a b
--lexicon=a -o a b
--lexicon=b --lexicon=a --report=a .bak
--keep=a -o a b
--keep=a --journal=link b
--plan=a --shard=1/2 -o a b
--files0-from=a -o a
-o missing/x a
-o folder a
--report=missing/x a
--journal=missing/x a
--lexicon=missing a
--keep=missing a
--apply=missing a
missing
missing folder a
-z missing
--files0-from=missing
-r missing
-o .ungarble-0123456789abcdef.tmp a
-o .ungarble-0123456789abcde.tmp a
-o .ungarble-0123456789abcdef0.tmp a
-o .ungarble-0123456789abcdef a
-i .ungarble-0123456789abcdef.tmp
-i .ungarble-0123456789abcdeg.tmp
.ungarble-0123456789abcdef.tmp
-o x --report=.ungarble-0123456789abcdef.tmp a
-o x --report-html=./.ungarble-0123456789abcdef.tmp a
-o x --apply=.ungarble-0123456789abcdef.tmp a
-o x --plan=.ungarble-0123456789abcdef.tmp --shard=1/2 a
-o x --journal=.ungarble-0123456789abcdef.tmp a
-o x --restore=.ungarble-0123456789abcdef.tmp
-o x --lexicon=/dev/null --lexicon=.ungarble-0123456789abcdef.tmp a
-o x --keep=folder/.ungarble-0123456789abcdef.tmp a
END

finish
