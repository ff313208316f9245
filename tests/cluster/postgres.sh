# postgres.sh - what PostgreSQL refuses it takes from ungarble
#
# A server of its own, in a folder of its own, without a port; as another user
# where root runs this, since it refuses root.
. tests/cluster/lib.sh
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)" 2>/dev/null)
[ -x "$bin/initdb" ] || { echo 'initdb is not there'; exit 77; }
as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
	user=nobody
	as() { setpriv --reuid=$user --regid=nogroup --clear-groups "$@"; }
fi
stop_all() {
	as "$bin/pg_ctl" -D "$W/db/data" -m immediate stop >/dev/null 2>&1
	rm -rf "$W"
}
trap stop_all EXIT
chmod 755 "$W"
mkdir "$W/db" "$W/bin"
cp "$U" "$W/bin/ungarble"
[ "$(id -u)" -ne 0 ] || chown $user "$W/db"
HOME=$W/db
export HOME
cd "$W/db" || exit 1
as "$bin/initdb" -D "$W/db/data" -E UTF8 --locale=C -A trust -U me \
    >"$W/ok" 2>&1 || { cat "$W/ok"; exit 1; }
as "$bin/pg_ctl" -D "$W/db/data" -w -l "$W/db/log" -o \
    "-c listen_addresses='' -c unix_socket_directories='$W/db' -c fsync=off" \
    start >"$W/ok" 2>&1 || { cat "$W/ok" "$W/db/log"; exit 1; }
sql() {
	as "$bin/psql" -X -q -A -t -h "$W/db" -U me -d postgres \
	    -v ON_ERROR_STOP=1 -c "$1"
}

printf 'id,pr\351nom,note\n1,caf\351,"quoted, ""so"" \303\203\302\251t\303\203\302\251"\n2,Gr\374\337e,"two\nlines"\n3,plain,\303\244\n' >"$W/in.csv"
expect 0 'a table' 'sql "CREATE TABLE t (id int, name text, note text)"'
expect 1 'the bytes as they are' \
    'sql "COPY t FROM '\''$W/in.csv'\'' (FORMAT csv, HEADER)"'
err_has 'the bytes as they are: message' \
    'invalid byte sequence for encoding "UTF8"'
expect 0 'nothing of them is there' 'sql "SELECT count(*) FROM t"'
out_is 'nothing of them is there: rows' 0

expect 0 'by a program' 'sql "COPY t FROM PROGRAM
    '\''$W/bin/ungarble -q --csv $W/in.csv'\'' (FORMAT csv, HEADER)"'
expect 0 'what is there' 'sql "SELECT * FROM t ORDER BY id"'
out_is 'what is there: rows' '1|café|quoted, "so" été
2|Grüße|two
lines
3|plain|ä'
expect 0 'by a pipe' 'sql "TRUNCATE t" &&
    "$W/bin/ungarble" -q --csv "$W/in.csv" |
    sql "COPY t FROM STDIN (FORMAT csv, HEADER)" &&
    sql "SELECT count(*), max(length(note)) FROM t"'
out_is 'by a pipe: rows' '3|16'

# A program that fails takes the whole COPY with it.
expect 1 'a program that fails' 'sql "TRUNCATE t; COPY t FROM PROGRAM
    '\''$W/bin/ungarble -q --csv --invalid=fail -f utf-8 $W/in.csv'\''
    (FORMAT csv, HEADER)"'
err_has 'a program that fails: message' 'program .* failed'

# Both ways: a dump that was made of garbled rows.
expect 0 'garbled rows' 'sql "INSERT INTO t VALUES (9, '\''cafÃ©'\'', '\'''\'')" &&
    sql "COPY t TO PROGRAM '\''$W/bin/ungarble -q --csv >$W/db/out.csv'\''
    (FORMAT csv)" && cat "$W/db/out.csv" | tail -n 1'
out_is 'garbled rows: repaired' '9,café,""'
finish
