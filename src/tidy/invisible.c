/*
 * invisible.c - characters that make a text read otherwise than it is
 *
 *	RLO in a line of a program       what is seen is not what runs
 *	is U+200B Admin                  a name that is another one
 *	U+E0041                          text that nobody sees
 *	say U+041D ello                  H of another script
 *
 * Scripts and emoji need some of these characters, and have them: joiners in
 * Persian and in Indic scripts, controls of direction amid Hebrew and Arabic,
 * tags of flags, selectors behind ideographs, fillers in Hangul.
 *
 * Left alone: marks of direction, U+200E and U+200F; soft hyphens; joiners
 * behind an f, where German parts a ligature; all that stands between words.
 */
#include "invisible.h"

#include "base/vectors.h"
#include "edit/pass.h"
#include "invisible_kind.h"

#define FLAG     0x1F3F4
#define TAGS_MAX 32 /* characters of a flag's tags, by hand */

/* What is looked at, and what is known of the line there. */
struct look {
	struct ug_text text;
	size_t line_end;  /* of the line that `turned` tells of */
	bool turned;
	size_t run_end;   /* of a run without width that was looked at, */
	bool run_hides;   /* and whether it stands within a name */
	size_t word_end;  /* of a word of two scripts that was looked at */
	bool word_deceives;
};

static const char *
invisible_name(uint32_t c)
{
	static const struct {
		uint32_t c;
		const char *name;
	} names[] = {
		{ 0x115F, "a Hangul filler" }, { 0x1160, "a Hangul filler" },
		{ 0x180E, "a Mongolian vowel separator" },
		{ 0x200B, "a space without width" },
		{ 0x200C, "a non-joiner without width" },
		{ 0x200D, "a joiner without width" },
		{ 0x202A, "an embedding to the right" },
		{ 0x202B, "an embedding to the left" },
		{ 0x202C, "the end of an embedding" },
		{ 0x202D, "an override to the right" },
		{ 0x202E, "an override to the left" },
		{ 0x2060, "a joiner of words" },
		{ 0x2066, "an isolate to the right" },
		{ 0x2067, "an isolate to the left" },
		{ 0x2068, "an isolate by its first letter" },
		{ 0x2069, "the end of an isolate" },
		{ 0x3164, "a Hangul filler" },
		{ 0xFEFF, "a byte order mark" },
		{ 0xFFA0, "a Hangul filler" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (names[i].c == c)
			return names[i].name;
	}
	if (c >= 0xE0100)
		return "a selector of a variant";
	return c >= 0xE0000 ? "a tag" : c < 0x400 ? "a Greek letter" :
	    "a Cyrillic letter";
}

/* Whether a byte starts a letter of Greek or Cyrillic. */
static inline bool
invisible_is_foreign(unsigned char c)
{
	return c >= 0xCE && c <= 0xD4;
}

/*
 * Where one may be, by three bytes in a row: classes of struct ug_trios, a bit
 * each.
 */
#define FILLER   0x01 /* E1 85, E3 85 */
#define VOWEL    0x02 /* E1 A0; and tags, F3 A0 */
#define CONTROL  0x04 /* E2 80, and 8A..8E or AA..AE */
#define JOINER   0x08 /* E2 81, E2 8B, EF BB and the like */
#define GREEK    0x10 /* a letter, and CE or CF */
#define CYRILLIC 0x20 /* and D0..D4 */
#define GREEK_1  0x40 /* CE or CF, a tail, and a letter */
#define CYR_1    0x80 /* D0..D4 */

#define ALL      0xFF
#define ANY_LAST (FILLER | VOWEL | JOINER | GREEK | CYRILLIC)
#define LETTER   (GREEK | CYRILLIC)
#define ONES     (GREEK_1 | CYR_1)

/* clang-format off */
static const struct ug_trios invisible_trios = {
	.upper = {
		{ [4] = LETTER, [5] = LETTER, [6] = LETTER, [7] = LETTER,
		  [0xC] = GREEK_1, [0xD] = CYR_1,
		  [0xE] = FILLER | VOWEL | CONTROL | JOINER, [0xF] = VOWEL },
		{ [8] = FILLER | CONTROL | JOINER | ONES, [9] = ONES,
		  [0xA] = VOWEL | ONES, [0xB] = JOINER | ONES,
		  [0xC] = GREEK, [0xD] = CYRILLIC },
		{ [0] = ANY_LAST, [1] = ANY_LAST, [2] = ANY_LAST,
		  [3] = ANY_LAST, [4] = ANY_LAST | ONES, [5] = ANY_LAST | ONES,
		  [6] = ANY_LAST | ONES, [7] = ANY_LAST | ONES,
		  [8] = ANY_LAST | CONTROL, [9] = ANY_LAST,
		  [0xA] = ANY_LAST | CONTROL, [0xB] = ANY_LAST,
		  [0xC] = ANY_LAST, [0xD] = ANY_LAST, [0xE] = ANY_LAST,
		  [0xF] = ANY_LAST },
	},
	.lower = {
		{ [0] = LETTER | CYR_1, [1] = LETTER | CYR_1 | FILLER | VOWEL,
		  [2] = LETTER | CYR_1 | CONTROL | JOINER,
		  [3] = LETTER | CYR_1 | FILLER | VOWEL,
		  [4] = LETTER | CYR_1, [5] = LETTER, [6] = LETTER,
		  [7] = LETTER, [8] = LETTER, [9] = LETTER, [0xA] = LETTER,
		  [0xB] = LETTER, [0xC] = LETTER, [0xD] = LETTER,
		  [0xE] = LETTER | GREEK_1, [0xF] = LETTER | GREEK_1 | JOINER },
		{ [0] = CYRILLIC | VOWEL | CONTROL | ONES,
		  [1] = CYRILLIC | JOINER | ONES, [2] = CYRILLIC | ONES,
		  [3] = CYRILLIC | ONES, [4] = CYRILLIC | ONES,
		  [5] = FILLER | ONES, [6] = ONES, [7] = ONES, [8] = ONES,
		  [9] = ONES, [0xA] = ONES, [0xB] = JOINER | ONES,
		  [0xC] = ONES, [0xD] = ONES, [0xE] = GREEK | JOINER | ONES,
		  [0xF] = GREEK | ONES },
		{ [0] = ALL & ~CONTROL, [1] = ALL & ~CONTROL,
		  [2] = ALL & ~CONTROL, [3] = ALL & ~CONTROL,
		  [4] = ALL & ~CONTROL, [5] = ALL & ~CONTROL,
		  [6] = ALL & ~CONTROL, [7] = ALL & ~CONTROL,
		  [8] = ALL & ~CONTROL, [9] = ALL & ~CONTROL, [0xA] = ALL,
		  [0xB] = ALL, [0xC] = ALL, [0xD] = ALL, [0xE] = ALL,
		  [0xF] = ALL & ~CONTROL },
	},
};
/* clang-format on */

/* Whether the character at s, of three bytes or four, may be one. */
static inline bool
invisible_may_be(const unsigned char *s)
{
	switch (s[0]) {
	case 0xE1:
		return s[1] == 0x85 || s[1] == 0xA0;
	case 0xE2:
		return s[1] == 0x80 ? (s[2] >= 0x8B && s[2] <= 0x8D) ||
		    (s[2] >= 0xAA && s[2] <= 0xAE) : s[1] == 0x81;
	case 0xE3:
		return s[1] == 0x85;
	case 0xEF:
		return s[1] == 0xBB || s[1] == 0xBE;
	default:
		return s[0] == 0xF3 && s[1] == 0xA0;
	}
}

/*
 * The next place from `from` on, where a character starts, that may be one, or
 * the end.  Letters of other scripts may where a Latin one stands beside them.
 */
static size_t
invisible_next(struct ug_text text, size_t from)
{
	const struct ug_vectors *const vectors = ug_vectors();
	const unsigned char *const s = (const unsigned char *)text.s;

	for (size_t at = from; (at = vectors->trio(&invisible_trios, s,
	    text.len, at)) < text.len; at++) {
		if (s[at] >= 0xE0) {
			if (invisible_may_be(s + at))
				return at;
		} else if (s[at] >= 0x80) {
			if (invisible_is_foreign(s[at]) &&
			    ug_text_letter(text, at + 2))
				return at;
		} else if (ug_ascii_is_letter(text.s[at]) &&
		    at + 1 < text.len && invisible_is_foreign(s[at + 1])) {
			return at + 1;
		}
	}
	return text.len;
}

size_t
ug_invisible_may(struct ug_text text)
{
	return invisible_next(text, 0);
}

static bool
look_turned(struct look *look, size_t at)
{
	const struct ug_text text = look->text;

	if (at >= look->line_end) {
		const char *end = memchr(text.s + at, '\n', text.len - at);
		size_t start = at;

		while (start > look->line_end && text.s[start - 1] != '\n')
			start--;
		look->line_end = end != NULL ? (size_t)(end - text.s) + 1 :
		    text.len;
		look->turned = ug_line_is_turned(ug_text_part(text, start,
		    look->line_end - start));
	}
	return look->turned;
}

/* Whether the run without width at `at` stands within a Latin word or name. */
static bool
look_hides(struct look *look, size_t at)
{
	const struct ug_text text = look->text;
	const uint32_t before = ug_char_before(text, at);
	uint32_t behind = 0;
	size_t end = at;

	if (at < look->run_end)
		return look->run_hides;
	while (end < text.len &&
	    ug_has_no_width(behind = ug_char_at(text, end)))
		(void)ug_text_next(text, &end);
	if (end == text.len)
		behind = 0;
	look->run_end = end;
	look->run_hides = ug_names(before) && ug_names(behind) &&
	    !(ug_ascii_is_digit(before) && ug_ascii_is_digit(behind)) &&
	    !(before == 'f' && ug_char_at(text, at) == 0x200C);
	return look->run_hides;
}

/* Whether a tag belongs to a flag: behind it, and with an end. */
static bool
look_flies(struct ug_text text, size_t at)
{
	size_t from = at, end = at;
	uint32_t c = 0;

	for (size_t n = 0; n < TAGS_MAX && from > 0; n++) {
		c = ug_text_prev(text, &from);
		if (c < 0xE0020 || c > 0xE007E)
			break;
	}
	if (c != FLAG)
		return false;
	for (size_t n = 0; n < TAGS_MAX && end < text.len; n++) {
		c = ug_text_next(text, &end);
		if (c < 0xE0020 || c > 0xE007E)
			break;
	}
	return c == 0xE007F;
}

static bool
look_is_hangul(uint32_t c)
{
	return (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190) ||
	    (c >= 0xA960 && c < 0xA980) || (c >= 0xAC00 && c < 0xD800) ||
	    (c >= 0xFFA0 && c <= 0xFFDC);
}

/* Whether a filler stands amid ASCII, as a name of a program may be hidden. */
static bool
look_fills(struct ug_text text, size_t at, size_t end)
{
	const uint32_t before = ug_char_before(text, at);
	const uint32_t behind = ug_char_at(text, end);

	return !look_is_hangul(before) && !look_is_hangul(behind) &&
	    ((before > ' ' && before < 0x80) || (behind > ' ' &&
	    behind < 0x80));
}

static bool
look_is_ideograph(uint32_t c)
{
	return (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
	    (c >= 0x20000 && c < 0x40000);
}

/* Whether a letter of another script stands in a Latin word as one of it. */
static bool
look_deceives(struct look *look, size_t at)
{
	if (at >= look->word_end)
		look->word_deceives = ug_letter_deceives(look->text, at,
		    &look->word_end);
	return look->word_deceives;
}

/* Under which rule what stands at `at` is to be told of; NULL: it is fine. */
static const char *
look_rule(struct look *look, size_t at, size_t end, uint32_t c)
{
	if (ug_turns(c))
		return look_turned(look, at) ? "invisible/bidi" : NULL;
	if (ug_has_no_width(c))
		return look_hides(look, at) ? "invisible/zero-width" : NULL;
	if (ug_is_filler(c))
		return look_fills(look->text, at, end) ? "invisible/filler" :
		    NULL;
	if (c == 0xE0001 || (c >= 0xE0020 && c < 0xE0080))
		return look_flies(look->text, at) ? NULL : "invisible/tag";
	if (c >= 0xE0100 && c < 0xE01F0)
		return look_is_ideograph(ug_char_before(look->text, at)) ?
		    NULL : "invisible/selector";
	return c < 0x0530 && look_deceives(look, at) ?
	    "invisible/alike" : NULL;
}

enum ungarble_err
ug_invisible_look(struct ug_text text, ug_invisible_take *take, void *user)
{
	struct look look = { .text = text };
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = invisible_next(text, 0), end;

	for (; at < text.len && err == UNGARBLE_OK;
	    at = invisible_next(text, end)) {
		const char *rule;

		end = at;
		const uint32_t c = ug_text_next(text, &end);

		rule = look_rule(&look, at, end, c);
		if (rule != NULL)
			err = take(user, &(struct ug_invisible){
				.at = at, .len = end - at, .c = c,
				.rule = rule, .found = invisible_name(c),
				.stays = c < 0x0530,
			});
	}
	return err;
}

static enum ungarble_err
invisible_strip(void *user, const struct ug_invisible *found)
{
	if (found->stays)
		return UNGARBLE_OK;
	return ug_edits_add(user, found->at, found->len, UG_TEXT(""),
	    found->rule, 100);
}

static enum ungarble_err
invisible_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return ug_invisible_look(text, invisible_strip, edits);
}

const struct ug_pass ug_pass_invisible = {
	.fix = { "invisible", "tidy",
	    "invisible characters that make text read otherwise", 0 },
	.find = invisible_find,
	.tidies = true,
};
