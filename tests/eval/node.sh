# The package for Node: built by hand as its README says, and by node-gyp.
. tests/eval/lib.sh
need node
headers=$(node -p 'require("path").resolve(process.execPath, "../../include/node")')
[ -f "$headers/node_api.h" ] || headers=/usr/include/node
need "$headers/node_api.h"
LC_ALL=C.UTF-8
here=$PWD
libraries=$(cd "$BUILD" && pwd)

# There, as if it were installed.
mkdir -p "$work/lib/pkgconfig" "$work/include"
cp src/ungarble.h "$work/include"
ln -s "$libraries/libungarble.so.0" "$work/lib/libungarble.so"
printf '%s\n' 'Name: ungarble' 'Description: -' 'Version: 0' \
    "Cflags: -I$work/include" \
    "Libs: -L$work/lib -lungarble -Wl,-rpath,$libraries" \
    >"$work/lib/pkgconfig/ungarble.pc"
PKG_CONFIG_PATH=$work/lib/pkgconfig
export PKG_CONFIG_PATH LC_ALL

cp -R samples/node "$work/by-hand"
cp -R samples/node "$work/by-gyp"
mkdir -p "$work/by-hand/build/Release"
(cd "$work/by-hand" && ${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Wshadow \
    -Wconversion -Werror -O2 -fPIC -shared -isystem "$headers" \
    -o build/Release/ungarble.node addon.c \
    $(pkg-config --cflags --libs ungarble)) || exit 1
node --expose-gc tests/eval/node.js "$work/by-hand" "$program" || missed=1

# What README shows, and what it says that comes of it.
sed -n 's/^    \(\[*\.*ungarble\..*\);$/\1/p; s,^    // ,= ,p' samples/node/README |
    sed '/readFileSync/d' >"$work/shown"
sed -n 's/^= //p' "$work/shown" >"$work/wanted"
sed '/^=/d; s/.*/console.log(require("util").inspect(&));/' \
    "$work/shown" >"$work/run.js"
(echo "const ungarble = require('$work/by-hand');"; cat "$work/run.js") \
    >"$work/shown.js"
node "$work/shown.js" >"$work/printed" || missed=1
diff "$work/wanted" "$work/printed" || missed=1
floor 'examples of README' "$(wc -l <"$work/printed")" = 5

# node-gyp, the one that npm has if there is no other; without the net.
gyp=$(command -v node-gyp) || gyp=$(dirname "$(command -v node)")/../lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js
if [ -f "$gyp" ] && command -v python3 >/dev/null; then
	(cd "$work/by-gyp" && HOME=$work node "$gyp" rebuild \
	    --nodedir="${headers%/include/node}") >"$work/gyp" 2>&1 &&
	    node --expose-gc tests/eval/node.js "$work/by-gyp" "$program" || {
		tail -n 20 "$work/gyp"
		missed=1
	}
else
	echo 'node-gyp: skipped: it is not there'
fi

# The codes of errors are those of the header.
sed -n '/^enum ungarble_err /,/^}/s/.*UNGARBLE_\([A-Z]*\) = .*/"\1"/p' \
    src/ungarble.h >"$work/errors"
[ -s "$work/errors" ] || missed=1
sed -n '/codes\[\]/,/};/p' samples/node/addon.c | grep -o '"[A-Z]*"' |
    diff "$work/errors" - || missed=1

# The types: of all that there is, and what they refuse.
node -p "Object.keys(require('$work/by-hand')).sort().join('\n')" >"$work/there"
sed -n 's/^export \(function\|class\) \([A-Za-z]*\).*/\2/p' \
    samples/node/index.d.ts | sort -u | diff - "$work/there" || missed=1
if command -v tsc >/dev/null; then
	# As much of Node as they need.
	mkdir -p "$work/types/node"
	cat >"$work/types/node/index.d.ts" <<-'X'
	declare class Buffer extends Uint8Array {
		static from(all: any): Buffer;
	}
	declare const console: { log(...all: any[]): void };
	declare module 'node:stream' {
		class Transform {
			on(event: string | symbol, does: (...all: any[]) => void): this;
		}
		interface TransformOptions {}
	}
	X
	cp tests/eval/node.ts "$work/by-hand"
	tsc --noEmit --strict --target es2020 --lib es2020 --moduleResolution node \
	    --typeRoots "$work/types" "$work/by-hand/node.ts" || missed=1
else
	echo 'types: skipped: tsc is not there'
fi
exit $missed
