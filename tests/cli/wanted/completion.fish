# fish completion for ungarble, made by ungarble --completion=fish

function __ungarble_labels
	printf '%s\t%s\n' utf-8 'UTF-8'
	printf '%s\t%s\n' unicode-1-1-utf-8 'UTF-8'
	printf '%s\t%s\n' unicode11utf8 'UTF-8'
	printf '%s\t%s\n' unicode20utf8 'UTF-8'
	printf '%s\t%s\n' utf8 'UTF-8'
	printf '%s\t%s\n' x-unicode20utf8 'UTF-8'
	printf '%s\t%s\n' utf-8-sig 'UTF-8'
end

function __ungarble_fixes
	printf '%s\t%s\n' encoding 'a group'
	printf '%s\t%s\n' -encoding 'a group'
	printf '%s\t%s\n' +encoding 'a group'
	printf '%s\t%s\n' default 'a group'
	printf '%s\t%s\n' -default 'a group'
	printf '%s\t%s\n' +default 'a group'
	printf '%s\t%s\n' all 'a group'
	printf '%s\t%s\n' -all 'a group'
	printf '%s\t%s\n' +all 'a group'
	printf '%s\t%s\n' none 'a group'
	printf '%s\t%s\n' -none 'a group'
	printf '%s\t%s\n' +none 'a group'
	printf '%s\t%s\n' declarations 'declarations of an encoding that the text has left'
	printf '%s\t%s\n' -declarations 'declarations of an encoding that the text has left'
	printf '%s\t%s\n' mojibake 'text that was read in the wrong encoding'
	printf '%s\t%s\n' -mojibake 'text that was read in the wrong encoding'
	printf '%s\t%s\n' characters 'a group'
	printf '%s\t%s\n' -characters 'a group'
	printf '%s\t%s\n' +characters 'a group'
	printf '%s\t%s\n' iso-2022-jp 'Japanese in ISO-2022-JP whose escape characters were lost'
	printf '%s\t%s\n' -iso-2022-jp 'Japanese in ISO-2022-JP whose escape characters were lost'
	printf '%s\t%s\n' c1 'C1 controls that were meant as Windows-1252'
	printf '%s\t%s\n' -c1 'C1 controls that were meant as Windows-1252'
	printf '%s\t%s\n' escapes 'characters written as \\u00E9, %C3%A9, =C3=A9 or &eacute;'
	printf '%s\t%s\n' +escapes 'characters written as \\u00E9, %C3%A9, =C3=A9 or &eacute;'
	printf '%s\t%s\n' split-entities 'names of characters with blanks inside'
	printf '%s\t%s\n' -split-entities 'names of characters with blanks inside'
	printf '%s\t%s\n' marks 'a group'
	printf '%s\t%s\n' -marks 'a group'
	printf '%s\t%s\n' +marks 'a group'
	printf '%s\t%s\n' floating-stops 'full stops where no sentence ends'
	printf '%s\t%s\n' -floating-stops 'full stops where no sentence ends'
	printf '%s\t%s\n' doubled-fragments 'words written twice in a row by machine'
	printf '%s\t%s\n' -doubled-fragments 'words written twice in a row by machine'
	printf '%s\t%s\n' guillemets 'guillemets that pair with English quotation marks'
	printf '%s\t%s\n' -guillemets 'guillemets that pair with English quotation marks'
	printf '%s\t%s\n' blanked-marks 'apostrophes and quotation marks that became blanks'
	printf '%s\t%s\n' -blanked-marks 'apostrophes and quotation marks that became blanks'
	printf '%s\t%s\n' possessives 'apostrophes that were lost or have moved'
	printf '%s\t%s\n' -possessives 'apostrophes that were lost or have moved'
	printf '%s\t%s\n' lost-quotes 'quotation marks that speech has lost'
	printf '%s\t%s\n' -lost-quotes 'quotation marks that speech has lost'
	printf '%s\t%s\n' stray-quotes 'quotation marks one too many or one too few'
	printf '%s\t%s\n' -stray-quotes 'quotation marks one too many or one too few'
	printf '%s\t%s\n' words 'words that a synonym spinner replaced'
	printf '%s\t%s\n' -words 'words that a synonym spinner replaced'
	printf '%s\t%s\n' guess 'characters that are lost, as far as they can be guessed'
	printf '%s\t%s\n' +guess 'characters that are lost, as far as they can be guessed'
	printf '%s\t%s\n' invisible 'invisible characters that make text read otherwise'
	printf '%s\t%s\n' +invisible 'invisible characters that make text read otherwise'
	printf '%s\t%s\n' tidy 'a group'
	printf '%s\t%s\n' -tidy 'a group'
	printf '%s\t%s\n' +tidy 'a group'
	printf '%s\t%s\n' ansi 'escape sequences for terminals'
	printf '%s\t%s\n' +ansi 'escape sequences for terminals'
	printf '%s\t%s\n' controls 'stray control characters'
	printf '%s\t%s\n' +controls 'stray control characters'
	printf '%s\t%s\n' width 'characters of full and half width, made usual'
	printf '%s\t%s\n' +width 'characters of full and half width, made usual'
	printf '%s\t%s\n' ligatures 'ligatures, taken apart'
	printf '%s\t%s\n' +ligatures 'ligatures, taken apart'
	printf '%s\t%s\n' quotes 'curled quotation marks, made straight'
	printf '%s\t%s\n' +quotes 'curled quotation marks, made straight'
	printf '%s\t%s\n' nfc 'Unicode\'s normal form C: composed'
	printf '%s\t%s\n' +nfc 'Unicode\'s normal form C: composed'
	printf '%s\t%s\n' nfd 'Unicode\'s normal form D: decomposed'
	printf '%s\t%s\n' +nfd 'Unicode\'s normal form D: decomposed'
	printf '%s\t%s\n' nfkc 'normal form KC: composed, without compatibility'
	printf '%s\t%s\n' +nfkc 'normal form KC: composed, without compatibility'
	printf '%s\t%s\n' nfkd 'normal form KD: decomposed, without compatibility'
	printf '%s\t%s\n' +nfkd 'normal form KD: decomposed, without compatibility'
	printf '%s\t%s\n' eol-lf 'line ends, made LF'
	printf '%s\t%s\n' +eol-lf 'line ends, made LF'
	printf '%s\t%s\n' eol-crlf 'line ends, made CR LF'
	printf '%s\t%s\n' +eol-crlf 'line ends, made CR LF'
	printf '%s\t%s\n' bom 'the byte order mark of a stream, taken away'
	printf '%s\t%s\n' +bom 'the byte order mark of a stream, taken away'
end

complete -c ungarble -s f -l from -d 'input is in this encoding, or in one of these' -x -a '(__fish_complete_list , __ungarble_labels)'
complete -c ungarble -l lang -d 'it is likely in these languages: de,fr' -x
complete -c ungarble -l scope -d 'what has one encoding: record (a line) or stream' -x -a 'record stream'
complete -c ungarble -l invalid -d 'unreadable bytes: replace (U+FFFD), escape, drop, fail' -x -a 'replace escape drop fail'
complete -c ungarble -l binary -d 'a file that is no text: pass (as it is), skip or fail' -x -a 'pass skip fail'
complete -c ungarble -l no-memory -d 'records do not learn from those before them'
complete -c ungarble -s r -l recursive -d 'take the files in folders, and in theirs'
complete -c ungarble -l include -d 'of the files that -r finds, only those of such a name' -x
complete -c ungarble -l exclude -d 'leave out what -r finds of such a name, folders too' -x
complete -c ungarble -l follow -d 'let -r follow symbolic links'
complete -c ungarble -l files0-from -d 'take the names that are in FILE, a NUL behind each' -r
complete -c ungarble -s z -l decompress -d 'read gzip, xz, zstd and bzip2; -i writes them so, too'
complete -c ungarble -l max-expand -d 'how many times larger -z may make a file (1000)' -x
complete -c ungarble -l jsonl -d 'lines of JSON: repair just the strings there, or all' -f
complete -c ungarble -l csv -d 'rows of values: repair just these columns, or all' -f
complete -c ungarble -l tsv -d 'the same with tabs between, and no quotes' -f
complete -c ungarble -l delim -d 'what stands between values' -x
complete -c ungarble -l no-header -d 'the first row is one like any, and has no names'
complete -c ungarble -s 0 -l null-data -d 'records end with NUL, not with a line'
complete -c ungarble -l fix -d 'which repairs are made; +NAME adds, -NAME refuses' -x -a '(__fish_complete_list , __ungarble_fixes)'
complete -c ungarble -l confidence -d 'how sure a repair must be, 0 to 1 or in percent (.9)' -x
complete -c ungarble -l guess -d 'guess at characters that are lost: --fix=+guess'
complete -c ungarble -l lexicon -d 'add rows for spun words, or take some (-FORM) away' -r
complete -c ungarble -l keep -d 'strings and /patterns/ that no repair may touch' -r
complete -c ungarble -l apply -d 'make just the edits that a report tells of' -r
complete -c ungarble -l bom -d 'the byte order mark of a stream: keep or strip' -x -a 'keep strip'
complete -c ungarble -l eol -d 'line ends: keep, lf or crlf' -x -a 'keep lf crlf'
complete -c ungarble -l normalize -d 'Unicode\'s normal forms: none, nfc, nfd, nfkc or nfkd' -x -a 'none nfc nfd nfkc nfkd'
complete -c ungarble -l invisible -d 'characters that deceive: report, keep (silently), strip' -x -a 'report keep strip'
complete -c ungarble -s o -l output -d 'write to FILE, once all went well' -r
complete -c ungarble -s i -l in-place -d 'change FILEs themselves; the old ones stay as FILE+SUF' -f
complete -c ungarble -l break-links -d 'let -i change files with other names (hard links)'
complete -c ungarble -l journal -d 'keep in FILE what it takes to restore the inputs' -r
complete -c ungarble -l restore -d 'write the original bytes of what has this journal' -r
complete -c ungarble -l line-buffered -d 'decide and write each line before the next is read'
complete -c ungarble -s M -l memory -d 'take no more memory than this (64M)' -x
complete -c ungarble -s T -l threads -d 'work with N threads; 0: one for each processor (1)' -x
complete -c ungarble -l shard -d 'do the Kth of N parts; joined they are the whole' -x
complete -c ungarble -l plan-out -d 'write what N shards (--shard=N) must agree on' -r
complete -c ungarble -l plan -d 'have a shard agree with all others on that' -r
complete -c ungarble -l sandbox -d 'give up what a run does not need: auto, on or off' -x -a 'auto on off'
complete -c ungarble -l check -d 'show each change; exit 1 if there is one'
complete -c ungarble -s l -l list -d 'name each file that would change; exit 1 if one would'
complete -c ungarble -l diff -d 'show what would change as diff -u does; exit 1 if so'
complete -c ungarble -l detect -d 'name each file\'s encoding, how sure that is, and why'
complete -c ungarble -l explain -d 'put each change into words'
complete -c ungarble -l report -d 'write each change as a line of JSON (-: to stderr)' -r
complete -c ungarble -l report-html -d 'write a page to look at: what, where, before and after' -r
complete -c ungarble -l format -d 'what --detect writes: text or json' -x -a 'text json'
complete -c ungarble -l stats -d 'say at the end what it came to, as text or json' -f -a 'text json'
complete -c ungarble -l progress -d 'show how far it is: auto (on a terminal), always, never' -f -a 'auto always never'
complete -c ungarble -l color -d 'colours: auto (on a terminal), always or never' -x -a 'auto always never'
complete -c ungarble -l exit-code -d 'exit 1 if something changed'
complete -c ungarble -l strict -d 'exit 3 if something is left that nothing repairs'
complete -c ungarble -s q -l quiet -d 'say nothing but what went wrong'
complete -c ungarble -s v -l verbose -d 'say what was found in each file'
complete -c ungarble -l list-fixes -d 'name the repairs that --fix knows'
complete -c ungarble -l list-encodings -d 'name the encodings and their labels'
complete -c ungarble -l completion -d 'print what completes options in bash, zsh or fish' -x -a 'bash zsh fish'
complete -c ungarble -s h -l help -d 'show this'
complete -c ungarble -s V -l version -d 'show the versions of the program, libraries and tables'
status 0
