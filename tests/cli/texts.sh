# texts.sh - what the program prints of itself, whole
. tests/cli/lib.sh
cd "$W" || exit 1

wanted help '"$U" --help'
wanted help "\"\$U\" --fix=-mojibake -h ignored"
wanted list-fixes '"$U" --list-fixes'
# Of the lists of labels, those of one encoding.
labels() {
	sed "s/ utf-8 unicode-1-1-utf-8 [^']*'/ LABELS'/
	/_labels/,/^[}e]/{/[:'][^ ']*'\$/{/UTF-8'/!d;};}"
}
for shell in bash zsh fish; do
	wanted completion.$shell '"$U" --completion='$shell' | labels'
done

finish
