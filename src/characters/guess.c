/*
 * guess.c - where a character is lost, the likeliest one, if it leads by far
 *
 *	don?t  donâ??t  f\uFFFDr  “so\uFFFD  ->  don’t  don’t  für  “so”
 *
 * What stands there, is U+FFFD, or `?` between two letters of a word, up to
 * three of them, as many as the character had bytes; or what UTF-8 leaves of a
 * quote.  Which character it was nobody knows: all that is made here is a
 * guess, is called one, and is not made unless it is asked for.
 *
 * Left alone: what several characters may have been; `?` at the end of a word,
 * in an address, a pattern, a program, or before a capital; lines in which most
 * is lost, or that are no text.
 */
#include <string.h>

#include "base/least.h"
#include "guess.h"
#include "lines.h"

#define RUN_MAX   3  /* bytes of a character */
#define DOUBT     50 /* that `?` was anything else */
#define SIGN_SURE 92 /* where signs around call for it */

/* Which characters have that many bytes in UTF-8, and 1: any. */
static void
spot_bytes(struct ug_guess_spot *spot)
{
	spot->least = spot->n == 3 ? 0x800 : 0x80;
	spot->most = spot->n == 2 ? 0x7FF : 0xFFFF;
}

/* A letter of a script whose words have several. */
static bool
letter_plain(const struct ug_guess_line *line, size_t i)
{
	return ug_guess_letter(line, i) &&
	    line->chars[i].glyph.class != UG_IDEOGRAPH;
}

/* U+2019 is E2 80 99, and E2 may be known: it is the first. */
static bool
spot_quote(const struct ug_guess_line *line, struct ug_guess_spot *spot)
{
	const struct ug_guess_char *const c = line->chars + spot->first;

	if ((!ug_guess_lost(c[1].c) && c[1].c != 0x20AC) ||
	    !ug_guess_lost(c[2].c) || ug_guess_lost(c[3].c))
		return false;
	if (!letter_plain(line, spot->first - 1) ||
	    !letter_plain(line, spot->first + 3))
		return false;
	*spot = (struct ug_guess_spot){ spot->first, 3, 0x2010, 0x203A,
		false, true };
	return true;
}

/* Is `?` between letters that are of one word? */
static bool
spot_inside(const struct ug_guess_line *line, const struct ug_guess_spot *spot)
{
	const size_t behind = spot->first + spot->n;

	return letter_plain(line, spot->first - 1) &&
	    letter_plain(line, behind) && ug_guess_in_word(line, spot) &&
	    (line->chars[spot->first - 1].glyph.class == UG_UPPER ||
	    line->chars[behind].glyph.class != UG_UPPER);
}

/* Is there a spot at chars[spot->first]?  If not, spot->n are no spot. */
static bool
spot_find(const struct ug_guess_line *line, struct ug_guess_spot *spot)
{
	const size_t first = spot->first;
	const uint32_t c = line->chars[first].c;
	bool single;

	spot->n = 1;
	if (c == 0xE2)
		return spot_quote(line, spot);
	if (!ug_guess_lost(c))
		return false;
	while (line->chars[first + spot->n].c == c)
		spot->n++;
	single = c == '?' ? line->single_asked : line->single;
	if (spot->n > (single ? 1 : RUN_MAX) ||
	    ug_guess_lost(line->chars[first - 1].c) ||
	    ug_guess_lost(line->chars[first + spot->n].c))
		return false;
	spot_bytes(spot);
	spot->asked = c == '?';
	spot->word = spot->asked ? spot_inside(line, spot) :
	    letter_plain(line, first - 1) ||
	    letter_plain(line, first + spot->n);
	return spot->word || !spot->asked ||
	    letter_plain(line, first + spot->n);
}

/* What a guess at `c` is called; NULL: it is none to be made. */
static const char *
rule_of(uint32_t c, bool called_for)
{
	if (ug_glyph_is_letter(ug_glyph_of(c)))
		return "guess/letter";
	if (c == 0x2019)
		return "guess/apostrophe";
	if (!called_for)
		return NULL;
	return c == 0x2013 ? "guess/dash" :
	    c == 0xA1 || c == 0xBF ? "guess/inverted" : "guess/quote";
}

/*
 * How often guesses were right that led by as much, in hundredths, as
 * guess_test prints of some three thousand sentences.
 */
static unsigned
guess_confidence(uint32_t c, int margin)
{
	static const struct lead {
		int margin[2]; /* of letters, of signs */
		unsigned confidence;
	} leads[] = {
		{ { 550, 300 }, 95 }, { { 450, 200 }, 93 },
		{ { 400, 110 }, 90 }, { { 300, 100 }, 86 },
		{ { 200, 80 }, 80 }, { { 150, 60 }, 70 },
		{ { 100, 40 }, 60 },
	};
	const bool sign = !ug_glyph_is_letter(ug_glyph_of(c));

	for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++) {
		if (margin > leads[i].margin[sign])
			return leads[i].confidence;
	}
	return 0;
}

static enum ungarble_err
guess_add(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    const struct ug_scope *scope, size_t line_at, struct ug_edits *edits)
{
	struct ug_guess guess = { ug_guess_sign(line, spot), 0 };
	const bool called_for = guess.c != 0;
	unsigned sure = SIGN_SURE;
	const size_t at = line->chars[spot->first].at;
	const size_t end = line->chars[spot->first + spot->n].at;
	char out[4];
	enum ungarble_err err;

	if (!called_for && spot->word) {
		guess = ug_guess_best(line, spot);
		sure = guess_confidence(guess.c,
		    guess.margin - (spot->asked ? DOUBT : 0));
	}
	const char *const rule = rule_of(guess.c, called_for);

	if (rule == NULL || sure < scope->confidence)
		return UNGARBLE_OK;
	err = ug_edits_add(edits, line_at + at, end - at,
	    (struct ug_text){ out, ug_put_char(guess.c, out) }, rule, sure);
	if (err == UNGARBLE_OK)
		ug_edits_last(edits)->margin = guess.margin * 10;
	return err;
}

/* Is a lost character alone, so that each of them was one? */
static bool
line_single(const struct ug_guess_line *line, uint32_t mark)
{
	for (size_t i = 1; i < line->n; i++) {
		const struct ug_guess_char *const c = line->chars + i;

		if (c->c == mark && c[-1].c != mark && c[1].c != mark &&
		    c[-1].c != 0xE2 && c[-1].c != 0x20AC &&
		    (mark != '?' || (ug_guess_letter(line, i - 1) &&
		    ug_guess_letter(line, i + 1))))
			return true;
	}
	return false;
}

/* Look at the characters of a line.  False: there is nothing to guess. */
static bool
line_chars(struct ug_text text, struct ug_guess_line *line,
    struct ug_guess_char *chars)
{
	size_t n_lost = 0, n_letters = 0, n = 1;

	*chars = (struct ug_guess_char){ '\n', 0, UG_GLYPH_EDGE };
	for (size_t at = 0; at < text.len; n++) {
		const size_t start = at;
		const uint32_t c = ug_text_next(text, &at);

		chars[n] = (struct ug_guess_char){ c, (uint32_t)start,
			ug_glyph_of(c) };
		if ((c < ' ' && c != '\t' && c != '\r' && c != '\n') ||
		    chars[n].glyph.class == UG_C1)
			return false;
		n_lost += ug_guess_lost(c) && c != chars[n - 1].c;
		if (!ug_glyph_is_letter(chars[n].glyph))
			continue;
		n_letters++;
		if (chars[n].glyph.script != UG_LATIN)
			line->foreign = true;
		else if (c >= 0xC0 && c != 0xE2)
			line->survived = UG_MAX(c, line->survived);
	}
	chars[n] = (struct ug_guess_char){ '\n', (uint32_t)text.len,
		UG_GLYPH_EDGE };
	line->chars = chars;
	line->n = n;
	line->single = line_single(line, UG_REPLACEMENT);
	line->single_asked = line_single(line, '?');
	return n_lost > 0 && n_lost * 3 <= n_letters;
}

/* Is U+FFFD or `?` in it? */
static bool
text_loses(struct ug_text text)
{
	return memchr(text.s, '?', text.len) != NULL ||
	    ug_text_find(text, 0, UG_TEXT("\uFFFD")) < text.len;
}

static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	struct ug_guess_line line = { .spoken = false };
	struct ug_guess_spot spot = { .first = 1 };
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_guess_char *chars;

	if (!text_loses(text))
		return UNGARBLE_OK;
	chars = ug_arena_take(scope->scratch,
	    (text.len + 2) * sizeof(*chars));
	if (chars == NULL)
		return UNGARBLE_ENOMEM;
	if (!line_chars(text, &line, chars))
		return UNGARBLE_OK;
	while (spot.first < line.n && err == UNGARBLE_OK) {
		if (spot_find(&line, &spot)) {
			if (!line.spoken)
				ug_guess_speak(&line);
			line.spoken = true;
			err = guess_add(&line, &spot, scope, line_at, edits);
		}
		spot.first += spot.n;
	}
	return err;
}

static enum ungarble_err
guess_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	/* Only what the others leave. */
	return ug_lines_find_first(scope, text, edits, line_find);
}

const struct ug_pass ug_pass_guess = {
	.fix = { "guess", "guess",
	    "characters that are lost, as far as they can be guessed", 0 },
	.find = guess_find,
};
