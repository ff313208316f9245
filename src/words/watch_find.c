/*
 * watch_find.c - what is known of words to those who watch, and of pairs
 *
 * Where a line ends with the first words of a phrase the next one tells whether
 * it goes on:
 *
 *	put to his bosom	bosom malignancy
 *	and went away.		nothing begins
 */
#include "watch_find.h"

#include <string.h>

#include "watch_key.h"
#include "watch_table.h"

#ifndef UG_TRAINING
#include "lexicon_table.h"
_Static_assert(WATCH_TABLE_LEXICON == UG_LEXICON_VERSION,
    "watch_table.h is of another lexicon: see words/README");
#endif

const uint32_t *const ug_watch_filter = watch_bits;

unsigned
ug_watch_find(uint32_t key)
{
	uint32_t at = key >> (32 - UG_WATCH_PLACE_BITS);

	while (watch_keys[at] != 0 && watch_keys[at] != key)
		at = (at + 1) & ((1u << UG_WATCH_PLACE_BITS) - 1);
	return watch_values[at];
}

/* The first byte of a text from `at` on that is no blank. */
static size_t
find_skip(struct ug_text text, size_t at)
{
	while (at < text.len && text.s[at] == ' ')
		at++;
	return at;
}

/* Whether a byte may stand at the end of a token of a phrase, or start one. */
static bool
find_joins(char c)
{
	return ug_ascii_is_letter(c) || c == '-' || c == '\'' || c < ' ' ||
	    (unsigned char)c >= 0x7F;
}

/*
 * Whether no phrase that starts with the words before `end`, the last of a
 * line, goes on with the letters at text.s[at], which the next line starts
 * with.
 */
static bool
find_goes_nowhere(struct ug_text text, size_t at, const uint32_t *end)
{
	uint32_t pair, three;
	uint64_t key;

	at += ug_cue_word(text, at, &key);
	pair = ug_watch_pair(end[-1], ug_watch_mix(key));
	three = ug_watch_pair(ug_watch_pair(end[-2], end[-1]),
	    ug_watch_mix(key));
	if (((ug_watch_find(pair) | ug_watch_find(three)) &
	    UG_WATCH_OTHER) != 0)
		return false;
	if ((ug_watch_find(pair) & UG_WATCH_MORE) == 0)
		return true;
	while (at < text.len && !ug_ascii_is_letter(text.s[at]))
		at++;
	if (at == text.len)
		return true;
	ug_cue_word(text, at, &key);
	return (ug_watch_tells(ug_watch_pair(pair, ug_watch_mix(key))) &
	    UG_WATCH_OTHER) == 0;
}

bool
ug_watch_breaks_off(struct ug_text lines, size_t from, size_t end,
    const uint32_t *last)
{
	const size_t next = find_skip(lines, end);
	const size_t stop = next < lines.len ? ug_text_find(lines, next,
	    UG_TEXT("\n")) : lines.len;
	size_t before = end - 1;

	while (before > from && lines.s[before - 1] == ' ')
		before--;
	if (stop == lines.len || before == from ||
	    memchr(lines.s + from, '<', stop - from) != NULL)
		return false;
	if (next == stop || !find_joins(lines.s[before - 1]) ||
	    !find_joins(lines.s[next]))
		return true;
	return ug_ascii_is_letter(lines.s[before - 1]) &&
	    ug_ascii_is_letter(lines.s[next]) &&
	    find_goes_nowhere((struct ug_text){ lines.s, stop }, next, last);
}
