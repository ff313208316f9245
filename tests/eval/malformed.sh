# Public suites of malformed JSON, CSV and archives: each file passes through,
# or is refused with a message, and nothing is lost.
#
# What they are in is fetched once, and stays in the cache.
. tests/eval/lib.sh
need python3 apt-get dpkg-deb gzip xz zstd bzip2

dir=$cache/malformed
rows=$PWD/tests/eval/malformed.tsv
mkdir -p "$dir" "$work/lists/partial"

# Where sources come from is where packages do; their lists are kept apart.
apt_source() {
	apt-get -o Dir::Etc::sourcelist="$work/sources.list" \
	    -o Dir::Etc::sourceparts=/dev/null \
	    -o Dir::State::lists="$work/lists" \
	    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
	    -o APT::Sandbox::User=root -q "$@" >>"$work/log" 2>&1
}
sources() {
	[ ! -e "$work/sources.list" ] || return 0
	for origin in Debian Ubuntu; do
		apt-get indextargets 'Created-By: Packages' "Origin: $origin" \
		    'Component: main' \
		    --format 'deb-src $(REPO_URI) $(RELEASE) main'
	done | awk '$3 !~ /-/' | sort -u >"$work/sources.list"
	apt_source update
}

# fetch HOW NAME: into the folder where one is
fetch() {
	case $1 in
	source) sources && apt_source source --tar-only --only-source "$2" ;;
	package) apt-get -q -o APT::Sandbox::User=root download "$2" ;;
	npm) npm pack --silent "$2" ;;
	esac >>"$work/log" 2>&1
}

lacks=
for suite in $(grep -v '^#' "$rows" | cut -f 2,3 | tr '\t' : | sort -u); do
	name=${suite#*:}
	[ ! -e "$dir/$name" ] || continue
	mkdir "$work/$name"
	if (cd "$work/$name" && fetch "${suite%:*}" "$name"); then
		mv "$work/$name" "$dir/$name"
	else
		tail -n 5 "$work/log"
		echo "malformed.sh: skipped: $name: it cannot be fetched"
		lacks=yes
	fi
done
python3 tests/eval/malformed.py "$program" "$rows" "$dir" "$work" \
    >"$work/out" || missed=1
cat "$work/out"
count() {
	awk -v kind="$1" -v what="$2" '$1 == "count" && $2 == kind &&
	    $3 == what { print $4 }' "$work/out"
}
# least NAME VALUE LEAST: of all suites
least() {
	floor "malformed: $1" "$2" '>=' "$([ -z "$lacks" ] && echo "$3" || echo 0)"
}
least 'files of JSON' "$(count json files)" 450
least 'files of CSV' "$(count csv files)" 90
least 'archives' "$(count packed files)" 650
least 'of JSON that is none, told of' "$(count json told)" 220
least 'of rows that are broken, told of' "$(count csv told)" 6
least 'archives as their own tool reads them' "$(count packed read)" 80
least 'archives refused with a message' "$(count packed refused)" 380
floor 'malformed: archives, most memory with --memory=64M, MB' \
    "$(count packed memory)" '<=' 112
for kind in json csv packed; do
	floor "malformed: $kind, files that something is wrong with" \
	    "$(count $kind wrong)" = 0
done
exit $missed
