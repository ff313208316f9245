#compdef ungarble
# zsh completion for ungarble, made by ungarble --completion=zsh

_ungarble_labels() {
	local -a labels=(
		'utf-8:UTF-8'
		'unicode-1-1-utf-8:UTF-8'
		'unicode11utf8:UTF-8'
		'unicode20utf8:UTF-8'
		'utf8:UTF-8'
		'x-unicode20utf8:UTF-8'
		'utf-8-sig:UTF-8'
	)
	_describe -t labels encoding labels "$@"
}

_ungarble_fixes() {
	local -a fixes=(
		'encoding:a group'
		'-encoding:a group'
		'+encoding:a group'
		'default:a group'
		'-default:a group'
		'+default:a group'
		'all:a group'
		'-all:a group'
		'+all:a group'
		'none:a group'
		'-none:a group'
		'+none:a group'
		'declarations:declarations of an encoding that the text has left'
		'-declarations:declarations of an encoding that the text has left'
		'mojibake:text that was read in the wrong encoding'
		'-mojibake:text that was read in the wrong encoding'
		'characters:a group'
		'-characters:a group'
		'+characters:a group'
		'iso-2022-jp:Japanese in ISO-2022-JP whose escape characters were lost'
		'-iso-2022-jp:Japanese in ISO-2022-JP whose escape characters were lost'
		'c1:C1 controls that were meant as Windows-1252'
		'-c1:C1 controls that were meant as Windows-1252'
		'escapes:characters written as \\u00E9, %C3%A9, =C3=A9 or &eacute;'
		'+escapes:characters written as \\u00E9, %C3%A9, =C3=A9 or &eacute;'
		'split-entities:names of characters with blanks inside'
		'-split-entities:names of characters with blanks inside'
		'marks:a group'
		'-marks:a group'
		'+marks:a group'
		'floating-stops:full stops where no sentence ends'
		'-floating-stops:full stops where no sentence ends'
		'doubled-fragments:words written twice in a row by machine'
		'-doubled-fragments:words written twice in a row by machine'
		'guillemets:guillemets that pair with English quotation marks'
		'-guillemets:guillemets that pair with English quotation marks'
		'blanked-marks:apostrophes and quotation marks that became blanks'
		'-blanked-marks:apostrophes and quotation marks that became blanks'
		'possessives:apostrophes that were lost or have moved'
		'-possessives:apostrophes that were lost or have moved'
		'lost-quotes:quotation marks that speech has lost'
		'-lost-quotes:quotation marks that speech has lost'
		'stray-quotes:quotation marks one too many or one too few'
		'-stray-quotes:quotation marks one too many or one too few'
		'words:words that a synonym spinner replaced'
		'-words:words that a synonym spinner replaced'
		'guess:characters that are lost, as far as they can be guessed'
		'+guess:characters that are lost, as far as they can be guessed'
		'invisible:invisible characters that make text read otherwise'
		'+invisible:invisible characters that make text read otherwise'
		'tidy:a group'
		'-tidy:a group'
		'+tidy:a group'
		'ansi:escape sequences for terminals'
		'+ansi:escape sequences for terminals'
		'controls:stray control characters'
		'+controls:stray control characters'
		'width:characters of full and half width, made usual'
		'+width:characters of full and half width, made usual'
		'ligatures:ligatures, taken apart'
		'+ligatures:ligatures, taken apart'
		'quotes:curled quotation marks, made straight'
		'+quotes:curled quotation marks, made straight'
		'nfc:Unicode'\''s normal form C\: composed'
		'+nfc:Unicode'\''s normal form C\: composed'
		'nfd:Unicode'\''s normal form D\: decomposed'
		'+nfd:Unicode'\''s normal form D\: decomposed'
		'nfkc:normal form KC\: composed, without compatibility'
		'+nfkc:normal form KC\: composed, without compatibility'
		'nfkd:normal form KD\: decomposed, without compatibility'
		'+nfkd:normal form KD\: decomposed, without compatibility'
		'eol-lf:line ends, made LF'
		'+eol-lf:line ends, made LF'
		'eol-crlf:line ends, made CR LF'
		'+eol-crlf:line ends, made CR LF'
		'bom:the byte order mark of a stream, taken away'
		'+bom:the byte order mark of a stream, taken away'
	)
	_describe -t fixes repair fixes "$@"
}

_ungarble() {
	_arguments -s -S : \
		'(-f --from)-f+[input is in this encoding, or in one of these]:LABEL\[,LABEL...\]:_sequence _ungarble_labels' \
		'(-f --from)--from=[input is in this encoding, or in one of these]:LABEL\[,LABEL...\]:_sequence _ungarble_labels' \
		'--lang=[it is likely in these languages\: de,fr]:CODE\[,CODE...\]: ' \
		'--declared=[the encoding that is claimed\: evidence, not an order]:LABEL:_ungarble_labels' \
		'--fallback=[where nothing decides (windows-1252)]:LABEL:_ungarble_labels' \
		'--scope=[what has one encoding\: record (a line) or stream]:WHAT:(record stream)' \
		'--invalid=[unreadable bytes\: replace (U+FFFD), escape, drop, fail]:HOW:(replace escape drop fail)' \
		'--binary=[a file that is no text\: pass (as it is), skip or fail]:HOW:(pass skip fail)' \
		'--no-memory[records do not learn from those before them]' \
		'(-r --recursive)-r[take the files in folders, and in theirs]' \
		'(-r --recursive)--recursive[take the files in folders, and in theirs]' \
		'*--include=[of the files that -r finds, only those of such a name]:GLOB: ' \
		'*--exclude=[leave out what -r finds of such a name, folders too]:GLOB: ' \
		'--follow[let -r follow symbolic links]' \
		'--files0-from=[take the names that are in FILE, a NUL behind each]:FILE:_files' \
		'(-z --decompress)-z[read gzip, xz, zstd and bzip2; -i writes them so, too]' \
		'(-z --decompress)--decompress[read gzip, xz, zstd and bzip2; -i writes them so, too]' \
		'--max-expand=[how many times larger -z may make a file (1000)]:N: ' \
		'--jsonl=-[lines of JSON\: repair just the strings there, or all]::\[PATHS\]: ' \
		'--csv=-[rows of values\: repair just these columns, or all]::\[COLUMNS\]: ' \
		'--tsv=-[the same with tabs between, and no quotes]::\[COLUMNS\]: ' \
		'--delim=[what stands between values]:SIGN: ' \
		'--no-header[the first row is one like any, and has no names]' \
		'(-0 --null-data)-0[records end with NUL, not with a line]' \
		'(-0 --null-data)--null-data[records end with NUL, not with a line]' \
		'*--fix=[which repairs are made; +NAME adds, -NAME refuses]:LIST:_sequence _ungarble_fixes' \
		'--confidence=[how sure a repair must be, 0 to 1 or in percent (.9)]:P: ' \
		'--guess[guess at characters that are lost\: --fix=+guess]' \
		'*--lexicon=[add rows for spun words, or take some (-FORM) away]:FILE:_files' \
		'*--keep=[strings and /patterns/ that no repair may touch]:FILE:_files' \
		'--apply=[make just the edits that a report tells of]:REPORT:_files' \
		'--bom=[the byte order mark of a stream\: keep or strip]:HOW:(keep strip)' \
		'--eol=[line ends\: keep, lf or crlf]:HOW:(keep lf crlf)' \
		'--normalize=[Unicode'\''s normal forms\: none, nfc, nfd, nfkc or nfkd]:FORM:(none nfc nfd nfkc nfkd)' \
		'--invisible=[characters that deceive\: report, keep (silently), strip]:HOW:(report keep strip)' \
		'(-o --output)-o+[write to FILE, once all went well]:FILE:_files' \
		'(-o --output)--output=[write to FILE, once all went well]:FILE:_files' \
		'(-i --in-place)-i-[change FILEs themselves; the old ones stay as FILE+SUF]::\[SUF\]: ' \
		'(-i --in-place)--in-place=-[change FILEs themselves; the old ones stay as FILE+SUF]::\[SUF\]: ' \
		'--break-links[let -i change files with other names (hard links)]' \
		'--journal=[keep in FILE what it takes to restore the inputs]:FILE:_files' \
		'--restore=[write the original bytes of what has this journal]:FILE:_files' \
		'--line-buffered[decide and write each line before the next is read]' \
		'(-M --memory)-M+[take no more memory than this (64M)]:SIZE: ' \
		'(-M --memory)--memory=[take no more memory than this (64M)]:SIZE: ' \
		'(-T --threads)-T+[work with N threads; 0\: one for each processor (1)]:N: ' \
		'(-T --threads)--threads=[work with N threads; 0\: one for each processor (1)]:N: ' \
		'--shard=[do the Kth of N parts; joined they are the whole]:K/N: ' \
		'--plan-out=[write what N shards (--shard=N) must agree on]:FILE:_files' \
		'--plan=[have a shard agree with all others on that]:FILE:_files' \
		'--sandbox=[give up what a run does not need\: auto, on or off]:WHEN:(auto on off)' \
		'--check[show each change; exit 1 if there is one]' \
		'(-l --list)-l[name each file that would change; exit 1 if one would]' \
		'(-l --list)--list[name each file that would change; exit 1 if one would]' \
		'--diff[show what would change as diff -u does; exit 1 if so]' \
		'--detect[name each file'\''s encoding, how sure that is, and why]' \
		'--explain[put each change into words]' \
		'--report=[write each change as a line of JSON (-\: to stderr)]:FILE:_files' \
		'--report-html=[write a page to look at\: what, where, before and after]:FILE:_files' \
		'--format=[what --detect writes\: text or json]:FORM:(text json)' \
		'--stats=-[say at the end what it came to, as text or json]::\[FORM\]:(text json)' \
		'--progress=-[show how far it is\: auto (on a terminal), always, never]::\[WHEN\]:(auto always never)' \
		'--color=[colours\: auto (on a terminal), always or never]:WHEN:(auto always never)' \
		'--exit-code[exit 1 if something changed]' \
		'--strict[exit 3 if something is left that nothing repairs]' \
		'(-q --quiet)-q[say nothing but what went wrong]' \
		'(-q --quiet)--quiet[say nothing but what went wrong]' \
		'(-v --verbose)-v[say what was found in each file]' \
		'(-v --verbose)--verbose[say what was found in each file]' \
		'--list-fixes[name the repairs that --fix knows]' \
		'--list-encodings[name the encodings and their labels]' \
		'--completion=[print what completes options in bash, zsh or fish]:SHELL:(bash zsh fish)' \
		'(-h --help)-h[show this]' \
		'(-h --help)--help[show this]' \
		'(-V --version)-V[show the versions of the program, libraries and tables]' \
		'(-V --version)--version[show the versions of the program, libraries and tables]' \
}

# as a function of its own, or read by a shell that runs
if [[ $funcstack[1] == _ungarble ]]; then
	_ungarble "$@"
else
	compdef _ungarble ungarble
fi
status 0
