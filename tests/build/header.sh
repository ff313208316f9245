# Each public header stands alone, as C11 and as C++17, with what its macros
# make; and what it declares needs no shim of C to be called from elsewhere.
LC_ALL=C
export LC_ALL
CC=${CC:-cc} CXX=${CXX:-c++}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

cat >"$work/use" <<'X'
#include "HEADER"
static struct ungarble_options there = UNGARBLE_OPTIONS_INIT;
int
main(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	ungarble_options_init(&there, sizeof(there));
	return opts.size != there.size || opts.from != NULL ||
	    ungarble_version() == NULL;
}
X
cat >"$work/use_journal" <<'X'
#include "HEADER"
int
main(void)
{
	struct ungarble_journal_options one = UNGARBLE_JOURNAL_OPTIONS_INIT;
	struct ungarble_restore_options two = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct ungarble_hash three = UNGARBLE_HASH_INIT;

	return one.size != sizeof(one) || two.size != sizeof(two) ||
	    two.read != NULL || three.len != 0;
}
X
for language in 'c -std=c11 -Wshadow' 'c++ -std=c++17'; do
	compiler=$CC
	[ "${language%% *}" = c ] || compiler=$CXX
	for use in ungarble.h:use ungarble_journal.h:use \
	    ungarble_journal.h:use_journal; do
		sed "s/HEADER/${use%:*}/" "$work/${use#*:}" |
		    $compiler -x $language -Wall -Wextra -Wpedantic \
		    -Wconversion -Werror -Isrc -fsyntax-only - || {
			echo "$use as $language"
			exit 1
		}
	done
done

# No bit-fields, no variable arguments, no function that is only here, no type
# by another name: what those who read headers for other languages trip over.
sed '/^#include/d' src/ungarble.h src/ungarble_journal.h |
    $CC -E -P -x c - >"$work/bare" || exit 1
[ "$(grep -c '\<ungarble_[a-z_]*(' "$work/bare")" -gt 20 ] || {
	echo 'no declarations found'
	exit 1
}
! grep -n ':[ 0-9]*;\|\.\.\.\|\<inline\>\|\<typedef\>\|\<_*[Bb]ool\>\|\<long double\>' \
    "$work/bare"
