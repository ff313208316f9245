# Where the tests of a source are: beside its name, or in the list below.
#
#	src/words/gate.c        tests/words/gate_test.c
#	src/words/gate_score.c  in the list: tests/words/gate_test.c
#
# Sources of the library only; generators are held against what they printed,
# and the program has tests/cli.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A source that is a part of what another one's test calls, and that test.
cat >"$work/list" <<'LIST'
base/vectors_avx2             base/vectors
base/vectors_neon             base/vectors
base/vectors_ssse3            base/vectors
calls                         stream/calls
characters/mixup_bound        characters/mixup
characters/mixup_changes      characters/mixup
characters/mojibake_char      characters/mojibake
characters/mojibake_compose   characters/mojibake
characters/mojibake_evidence  characters/mojibake_doubt
characters/plain_row          characters/plain
characters/plain_walk_avx2    characters/plain_walk
crew/crew_job                 crew/crew
crew/crew_queue               crew/crew
decode/converter              decode/decode
detect/common                 detect/form
detect/habit_single           detect/habit
detect/habit_wide             detect/habit
edit/source_map_edit          edit/source_map
encodings/hz                  decode/stateful
encodings/iso_2022_cn         decode/stateful
encodings/iso_2022_jp         decode/stateful
encodings/iso_2022_kr         decode/stateful
encodings/multi_byte_index    decode/decode
encodings/pair_table          decode/decode
encodings/seven_bit           decode/stateful
encodings/utf_7               decode/stateful
fields/fields_frame           fields/fields
fields/fields_write           stream/fields
fields/json_string            fields/json
hold/hold_lines               stream/stretched_repairs
hold/hold_ring                hold/hold
hold/hold_take                hold/hold
journal/apply                 journal/differ
journal/frame                 journal/restore
journal/ops                   journal/differ
marks/glance_look_avx2        marks/glance_look
marks/glance_marks            marks/glance
marks/prose_note              marks/prose_rule
model/blob                    model/model
model/spoken                  detect/detect
model/tally                   model/model
output/told                   output/retell
repair/refused                repair/runner
repair/runner_choose          repair/runner
stream/stream                 stream/calls
stream/stream_fields          stream/fields
stream/stream_gather          stream/gathered
stream/stream_gather_look     stream/gathered_beyond
stream/stream_part            stream/part
stream/stream_repair          stream/stretched_repairs
stream/stream_stretch         stream/stretches
stream/stream_usual           stream/stretches
tidy/invisible_tell           tidy/invisible
tidy/replace                  tidy/quotes
words/blob                    words/context
words/cue_match               words/cues
words/gate_families           words/gate_window
words/gate_score              words/gate
words/lexicon_check           words/lexicon
words/lexicon_own_hits        words/lexicon_own
words/lexicon_own_line        words/lexicon_own
words/lexicon_own_read        words/lexicon_own
words/other_phrase            words/other_spinner
words/rule                    words/lexicon
words/watch_read_avx2         words/watch_read
LIST

# Names of sources and of tests: words/gate
find src -name '*.c' -o -name '*.cc' | sed '
    /train[^/]*$/d
    /_gen\.c$/d
    /^src\/cli\//d
    s/^src\///
    s/\.[a-z]*$//' | sort >"$work/sources"
find tests -name '*_test.c' | sed 's/^tests\///; s/_test\.c$//' | sort >"$work/tests"
[ "$(wc -l <"$work/sources")" -gt 100 ] || { echo "no sources"; exit 1; }

awk -v dir="$work" '
    function bad(what) { print what; failed = 1 }
    FILENAME == dir "/sources" { source[$1]; next }
    FILENAME == dir "/tests" { test[$1]; next }
    {
	    if (!($1 in source))
		    bad($1 ": listed, and there is no such source")
	    else if ($1 in test)
		    bad($1 ": listed, and has a test of its own")
	    if (!($2 in test))
		    bad($1 ": tests/" $2 "_test.c is not there")
	    if ($1 in listed)
		    bad($1 ": listed twice")
	    listed[$1]
    }
    END {
	    for (name in source)
		    if (!(name in test) && !(name in listed))
			    bad("src/" name ".c: no tests/" name \
			        "_test.c; write it, or list where its tests are")
	    exit failed
    }' "$work/sources" "$work/tests" "$work/list"
