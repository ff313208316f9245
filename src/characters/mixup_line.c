/*
 * mixup_line.c - a line as words, and what they cost as they stand
 *
 * Only words that hold a character beyond ASCII can have been misread; those of
 * ASCII say in which language the line is.
 */
#include "mixup.h"

#include <string.h>

#include "base/hash.h"
#include "base/least.h"
#include "model/weights.h"
#include "plain_rows.h"

#define JUDGED   1000 /* characters by which readings are compared */
#define MERCY    900  /* a pair as it stands costs no more than that */
#define MIDDLE_DOT 0xB7
#define CONTROL  2000 /* and a control, which no text has a use for */
#define NARROW   700  /* and katakana of half the width */
#define COMMON   250  /* and this where text is as it should be */
#define COMMON_EAST 420 /* the same of ideographs */
#define DOUBT_EAST  1000 /* and more than that all in all */
#define ODD      600  /* pairs are odd beyond that */
#define KNOWN    150  /* where the stream had lines that were misread */
#define WORDS_AGAIN 24 /* words back that a word counts but once */
#define DOUBT    350  /* and more than that all in all is not met often */

static bool
mixup_is_space(uint32_t c)
{
	return c <= ' ';
}

/* Does one letter beside another show which encoding the word is in? */
static bool
word_tells(const struct ug_mixup_line *line, size_t first, size_t end)
{
	bool letter = false, beyond = false;

	for (size_t i = first; i < end; i++) {
		const bool was = letter, was_beyond = beyond;

		letter = ug_glyph_is_letter(ug_glyph_of(line->chars[i]));
		beyond = line->chars[i] >= 0x80;
		if ((letter || beyond) && i > first && (beyond || was_beyond) &&
		    (was || (letter && was_beyond)))
			return true;
	}
	return false;
}

/* Is it a letter of ASCII, or anything beyond? */
static bool
mixup_is_letter(uint32_t c)
{
	return c >= 0x80 || ug_ascii_is_letter(c);
}

/* Of the word's letters, with what is beyond ASCII. */
static uint32_t
word_hash(const struct ug_mixup_line *line, size_t first, size_t end)
{
	uint64_t hash = UG_HASH;

	for (size_t i = first; i < end; i++)
		if (mixup_is_letter(line->chars[i]))
			hash = ug_hash(hash, line->chars[i]);
	return (uint32_t)(hash >> 32);
}

/* Is the last word one that was just there?  Again it tells nothing. */
static bool
word_again(const struct ug_mixup_line *line)
{
	const size_t last = line->n_words - 1;

	for (size_t n = 1; n <= WORDS_AGAIN && n <= last; n++)
		if (line->words[last - n].hash == line->words[last].hash)
			return true;
	return false;
}

static size_t
letters_end(const struct ug_mixup_line *line, size_t i, size_t end)
{
	while (i < end && mixup_is_letter(line->chars[i]))
		i++;
	return i;
}

/* Where the word tells no more: all that follows are the same letters again. */
static size_t
word_once(const struct ug_mixup_line *line, size_t first, size_t end)
{
	const uint32_t *const c = line->chars;
	const size_t once = letters_end(line, first, end);
	bool again = false;

	for (size_t i = once; i < end; ) {
		const size_t n = letters_end(line, i, end) - i;

		if (n > 0 && (n != once - first || memcmp(c + first, c + i,
		    n * sizeof(*c)) != 0))
			return end;
		again = again || n > 0;
		i += n + (n == 0);
	}
	return again ? once : end;
}

/* Add a word of which `beyond` characters are beyond ASCII. */
static void
word_add(struct ug_mixup_line *line, size_t first, size_t end, size_t beyond)
{
	struct ug_mixup_word *const word = &line->words[line->n_words++];

	*word = (struct ug_mixup_word){ first, end, first,
		word_hash(line, first, end) };
	line->n_beyond += beyond;
	if (line->n_chars < JUDGED && word_tells(line, first, end) &&
	    !word_again(line)) {
		const size_t most = JUDGED - line->n_chars;
		const size_t once = word_once(line, first, end) - first;
		const size_t n = UG_MIN(once, most);

		word->judged_end = first + n;
		line->n_chars += n + 1;
	}
}

/* Count a word of ASCII. */
static void
ascii_add(struct ug_tally *ascii, const uint32_t *chars, size_t n)
{
	struct ug_glyph last = UG_GLYPH_EDGE;

	for (size_t i = 0; i < n; i++) {
		const struct ug_glyph glyph = ug_glyph_of(chars[i]);

		ug_tally_add(ascii, last, glyph, 1);
		last = glyph;
	}
	ug_tally_add(ascii, last, UG_GLYPH_EDGE, 1);
}

/* Divide the characters into words; the ASCII ones are counted in `ascii`. */
static void
line_words(struct ug_mixup_line *line, struct ug_tally *ascii)
{
	size_t room = JUDGED;

	for (size_t i = 0; i < line->n; ) {
		const size_t first = i;
		size_t beyond = 0;

		for (; i < line->n && !mixup_is_space(line->chars[i]); i++)
			beyond += line->chars[i] >= 0x80;
		if (beyond > 0) {
			word_add(line, first, i, beyond);
		} else if (i > first && room > i - first) {
			room -= i - first;
			ascii_add(ascii, line->chars + first, i - first);
		}
		while (i < line->n && mixup_is_space(line->chars[i]))
			i++;
	}
}

/* What languages cost beside, by the words of ASCII. */
static void
line_lean(struct ug_mixup_line *line, const struct ug_tally *ascii)
{
	int *const extra = line->extra;

	ug_tally_behind(ascii, extra);
	for (size_t l = 0; l < ug_n_languages(); l++) {
		if (extra[l] == UG_NO_LANGUAGE)
			continue;

		const int its = extra[l] * UG_W(CONTEXT) / 100;

		extra[l] = UG_MIN(its, UG_W(CONTEXT_MAX));
	}
}

/* Is it the middle dot of Catalan, or behind it? */
static bool
mixup_is_dot(const struct ug_mixup_char *chars, size_t i)
{
	const size_t at = chars[i].c == MIDDLE_DOT ? i : i - 1;

	return chars[at].c == MIDDLE_DOT && at > 0 &&
	    (chars[at - 1].c | 0x20) == 'l' && (chars[at + 1].c | 0x20) == 'l';
}

/* What a pair costs at most as it stands: nobody knows all that is written. */
static int
pair_mercy(const struct ug_mixup_char *chars, size_t i)
{
	const uint32_t c = chars[i].c;

	if (chars[i - 1].glyph.class == UG_COMBINING ||
	    chars[i].glyph.class == UG_COMBINING || mixup_is_dot(chars, i))
		return COMMON;
	if (chars[i].glyph.class == UG_C1)
		return CONTROL;
	return c >= 0xFF61 && c <= 0xFF9F ? NARROW : MERCY;
}

/* Keep the pair if it is one of the oddest. */
static void
line_odd(struct ug_mixup_line *line, uint32_t a, uint32_t b, int cost)
{
	size_t i = line->n_oddest;

	if ((a < 0x80 && b < 0x80) || (i == UG_MIXUP_ODDEST &&
	    line->oddest[--i].cost >= cost))
		return;
	for (; i > 0 && line->oddest[i - 1].cost < cost; i--)
		line->oddest[i] = line->oddest[i - 1];
	line->oddest[i] = (struct ug_mixup_odd){ a, b, cost };
	line->n_oddest += line->n_oddest < UG_MIXUP_ODDEST;
}

/* What a pair costs in a language. */
static int
pair_cost(struct ug_plain *plain, size_t language,
    const struct ug_mixup_char *chars, size_t i)
{
	const struct ug_plain_row *const row = ug_plain_row_latin(plain,
	    chars[i - 1].c, chars[i].c);
	const size_t l = row == NULL ? 0 :
	    language - plain->rows[UG_LATIN]->first;

	return row != NULL && l < plain->rows[UG_LATIN]->n ?
	    ug_plain_row_cost(row, l) :
	    ug_pair_cost(language, chars[i - 1].glyph, chars[i].glyph);
}

/* What the line costs as it stands. */
static int
line_cost(struct ug_mixup_line *line, const struct ug_mixup_char *chars,
    size_t n, int *spent)
{
	const struct ug_mixup_tongues tongues = ug_mixup_tongues(line->plain,
	    line->extra, chars, n);
	int cost = line->extra[tongues.of[UG_NO_SCRIPT]];

	for (size_t i = 1; i < n; i++) {
		spent[i] = cost;
		if (ug_mixup_again(chars, i))
			continue;

		const struct ug_glyph a = chars[i - 1].glyph;
		const struct ug_glyph b = chars[i].glyph;
		const unsigned script = b.script != UG_NO_SCRIPT ? b.script :
		    a.script;
		const int most = pair_mercy(chars, i);
		int pair = pair_cost(line->plain, tongues.of[script], chars,
		    i);

		pair = UG_MIN(pair, most);
		cost += pair;
		line_odd(line, chars[i - 1].c, chars[i].c, pair);
		line->odd += pair > ODD ? pair - ODD : 0;
		spent[i] = cost;
	}
	return UG_MIN(cost, tongues.cost);
}

/* Judge the words as they stand.  ENOMEM. */
static enum ungarble_err
line_judge(struct ug_mixup_line *line, struct ug_arena *scratch)
{
	struct ug_mixup_char *const chars = ug_arena_take(scratch,
	    (line->n_chars + 1) * sizeof(*chars));
	int *const spent = ug_arena_take(scratch,
	    (line->n_chars + 1) * sizeof(*spent));
	size_t n = 0;

	line->spent = ug_arena_take(scratch, line->n * sizeof(*line->spent));
	if (chars == NULL || spent == NULL || line->spent == NULL)
		return UNGARBLE_ENOMEM;
	chars[n++] = UG_MIXUP_EDGE;
	for (size_t w = 0; w < line->n_words; w++) {
		const struct ug_mixup_word *const word = &line->words[w];

		for (size_t i = word->first; i < word->judged_end; i++) {
			chars[n] = ug_mixup_char(line->chars[i]);
			line->n_east += chars[n++].glyph.script == UG_CJK;
		}
		if (word->judged_end > word->first)
			chars[n++] = UG_MIXUP_EDGE;
	}
	line->judged = chars;
	line->n_judged = n;
	line->cost = line_cost(line, chars, n, spent);
	n = 1;
	for (size_t w = 0; w < line->n_words; w++) {
		const struct ug_mixup_word *const word = &line->words[w];

		const size_t len = word->judged_end - word->first;

		memcpy(line->spent + word->first, spent + n,
		    len * sizeof(*spent));
		n += len > 0 ? len + 1 : 0;
	}
	return UNGARBLE_OK;
}

enum ungarble_err
ug_mixup_line(struct ug_text text, struct ug_plain *plain,
    struct ug_arena *scratch, struct ug_mixup_line *line)
{
	struct ug_tally ascii;

	line->chars = ug_arena_take(scratch, text.len * sizeof(*line->chars));
	line->at = ug_arena_take(scratch,
	    (text.len + 1) * sizeof(*line->at));
	line->words = ug_arena_take(scratch,
	    (text.len / 2 + 1) * sizeof(*line->words));
	if (line->chars == NULL || line->at == NULL || line->words == NULL)
		return UNGARBLE_ENOMEM;
	line->n = line->n_words = line->n_oddest = 0;
	line->n_chars = line->n_beyond = line->n_east = 0;
	line->odd = line->cost = 0;
	line->plain = plain;
	for (size_t at = 0; at < text.len; line->n++) {
		line->at[line->n] = (uint32_t)at;
		line->chars[line->n] = ug_text_next(text, &at);
	}
	line->at[line->n] = (uint32_t)text.len;
	ug_tally_init(&ascii);
	line_words(line, &ascii);
	if (line->n_chars == 0)
		return UNGARBLE_OK;
	line_lean(line, &ascii);
	return line_judge(line, scratch);
}

/* Are the characters beyond ASCII a list? */
static bool
line_lists(const struct ug_mixup_line *line)
{
	struct ug_mixup_order order = { .n = 0 };

	for (size_t i = 0; i < line->n; i++)
		if (line->chars[i] >= 0x80)
			ug_mixup_order_add(&order, line->chars[i]);
	return ug_mixup_listed(&order);
}

bool
ug_mixup_suspect(const struct ug_mixup_line *line, bool known)
{
	const size_t n = line->n_chars;
	const bool east = line->n_east * 2 > n;
	const int good = (int)n * (east ? COMMON_EAST : COMMON);

	return n > 0 && line->odd > (known ? KNOWN : DOUBT) &&
	    line->cost > good + (east && !known ? DOUBT_EAST : 0) &&
	    !line_lists(line);
}
