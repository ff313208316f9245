# Each public header stands alone, as C11 and as C++17.
CC=${CC:-cc} CXX=${CXX:-c++}
for language in 'c -std=c11 -Wshadow' 'c++ -std=c++17'; do
	compiler=$CC
	[ "${language%% *}" = c ] || compiler=$CXX
	for header in ungarble.h ungarble_journal.h; do
		printf '#include "%s"\nint main(void) { return ungarble_version() == 0; }\n' \
		    $header |
		    $compiler -x $language -Wall -Wextra -Wpedantic -Wconversion \
		    -Werror -Isrc -fsyntax-only - || exit 1
	done
done
