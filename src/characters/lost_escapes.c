/*
 * lost_escapes.c - ISO-2022-JP whose escape characters did not arrive
 *
 * A carrier drops controls, or shows them, and what is left is ASCII:
 *
 *	$B %U %! %$ %k (B     ->  ファイル     mojibake/iso-2022-jp>ascii
 *	^[ $B F| K\ 8l ^[ (B  ->  日本語        (unspaced)
 *
 * A run opens with $B or $@ and closes with (B or (J, or its line does; between
 * are pairs of bytes that all stand for characters.  It is sure if it is likely
 * as Japanese, character by character, against what pairs of ASCII make by
 * chance; what closes asks for less.  One sure run in a line takes the others
 * along.
 *
 * Left alone: names and formats in a row, as $B$C$D and %Y%m%d; runs whose
 * escapes are spelt out, as \x1b$B in a program; single and rare characters, as
 * $Bar(B).
 */
#include "edit/pass.h"
#include "encodings/multi_byte.h"
#include "lines.h"
#include "model/model.h"

#define RULE      "mojibake/iso-2022-jp>ascii"
#define SURE      97   /* percent; all by hand, costs in hundredths of a nat */
#define CLOSED    800  /* what a character may cost where the run closes */
#define OPEN      650  /* and where only the line ends */
#define ENOUGH    600  /* what a run must cost less than that in all */
#define SPARE     100  /* and each character of a long one */

/* A run, from what opens it to what closes it. */
struct shift {
	size_t end;
	size_t n;      /* characters; 0: it is none */
	size_t len;    /* of its text */
	int gain;      /* hundredths of a nat */
	bool closed;
	bool names;    /* it may be $X or %x in a row */
};

/* What stands for ESC: "" first, as it fits anywhere. */
static const char *const marks[] = { "", "^[", "\u241B" };

/* Is the escape before text.s[at] there, as itself or in words? */
static bool
escape_spelt(struct ug_text text, size_t at)
{
	static const char *const spelt[] = { "\x1B", "\\x1b", "\\x1B",
		"\\033", "\\e", "\\E", "\\u001b", "\\u001B", "ESC", "ESC ",
		"ESC>", "%1B", "=1B" };

	for (size_t i = 0; i < sizeof(spelt) / sizeof(*spelt); i++)
		if (ug_text_ends(text, at, spelt[i]))
			return true;
	return false;
}

/* The mark before the `$` at text.s[at]. */
static const char *
mark_before(struct ug_text text, size_t at)
{
	for (size_t i = sizeof(marks) / sizeof(*marks) - 1; i > 0; i--)
		if (ug_text_ends(text, at, marks[i]))
			return marks[i];
	return marks[0];
}

/* The length of what closes a run at text.s[at]; 0: nothing does. */
static size_t
close_len(struct ug_text text, size_t at, const char *mark)
{
	const size_t len = strlen(mark);

	return ug_text_starts(text, at, mark) &&
	    (ug_text_starts(text, at + len, "(B") ||
	    ug_text_starts(text, at + len, "(J")) ? len + 2 : 0;
}

static bool
line_ends(struct ug_text text, size_t at)
{
	return at == text.len || text.s[at] == '\n' || text.s[at] == '\r';
}

/* The character of a pair in JIS X 0208, or UG_MALFORMED. */
static uint32_t
pair_read(struct ug_text text, size_t at)
{
	unsigned char euc[2];
	unsigned state = 0;

	if (text.len - at < 2)
		return UG_MALFORMED;
	for (size_t i = 0; i < 2; i++) {
		euc[i] = (unsigned char)text.s[at + i];
		if (euc[i] < 0x21 || euc[i] > 0x7E)
			return UG_MALFORMED;
		euc[i] |= 0x80;
	}
	return ug_multi_byte_next(UG_EUC_JP, euc, 2, &state).c;
}

static bool
name_is(const char *pair)
{
	const char c = pair[1];

	return (pair[0] == '$' || pair[0] == '%') &&
	    ug_ascii_is_alnum(c);
}

/* Read the run that `$` at text.s[at] opens, as text to `out`. */
static struct shift
shift_read(struct ug_text text, size_t at, const char *mark, size_t japanese,
    char *out)
{
	struct ug_glyph last = UG_GLYPH_EDGE;
	struct shift shift = { .end = at + 2, .names = true };
	size_t n = 0;
	int cost = 0;

	while (!line_ends(text, shift.end)) {
		const size_t closes = close_len(text, shift.end, mark);
		const uint32_t c = pair_read(text, shift.end);

		if (closes > 0) {
			shift.closed = true;
			shift.end += closes;
			break;
		}
		if (c == UG_MALFORMED)
			return shift;
		const struct ug_glyph glyph = ug_glyph_of(c);
		cost += ug_pair_cost(japanese, last, glyph);
		last = glyph;
		shift.names = shift.names && name_is(text.s + shift.end);
		shift.len += ug_put_char(c, out + shift.len);
		shift.end += 2;
		n++;
	}
	shift.n = n;
	shift.gain = (int)n * (shift.closed ? CLOSED : OPEN) - cost;
	return shift;
}

/* Is a run sure by itself? */
static bool
shift_sure(const struct shift *shift)
{
	return shift->gain >= ENOUGH && shift->gain / SPARE >= (int)shift->n &&
	    !shift->names;
}

/*
 * Look at each run: with `edits` NULL for one that is sure, otherwise make all
 * of them text.
 */
static enum ungarble_err
line_read(struct ug_text text, size_t line_at, char *out, bool *sure,
    struct ug_edits *edits)
{
	/* Up to there, pairs at even and at odd places were looked at. */
	size_t known[2] = { 0, 0 };
	const size_t japanese = ug_language_of("ja");
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; at + 4 <= text.len && err == UNGARBLE_OK; at++) {
		if (text.s[at] != '$' || at < known[at % 2] ||
		    (text.s[at + 1] != 'B' && text.s[at + 1] != '@') ||
		    escape_spelt(text, at))
			continue;
		const char *const mark = mark_before(text, at);
		const struct shift shift = shift_read(text, at, mark, japanese,
		    out);
		known[at % 2] = shift.end;
		if (shift.n == 0)
			continue;
		*sure |= shift_sure(&shift);
		if (edits == NULL || (!shift.closed && shift.gain < 0))
			continue;
		const size_t start = at - strlen(mark);
		err = ug_edits_add(edits, line_at + start, shift.end - start,
		    (struct ug_text){ out, shift.len }, RULE, SURE);
		if (err == UNGARBLE_OK)
			ug_edits_last(edits)->margin =
			    (shift.gain - ENOUGH) * 10;
		at = shift.end - 1;
	}
	return err;
}

static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	bool sure = false;
	char *out;
	size_t at = 0;
	enum ungarble_err err;

	while ((at = ug_text_find(text, at, UG_TEXT("$"))) + 4 <= text.len &&
	    text.s[at + 1] != 'B' && text.s[at + 1] != '@')
		at++;
	if (at + 4 > text.len)
		return UNGARBLE_OK;
	out = ug_arena_take(scope->scratch, text.len / 2 * 3);
	if (out == NULL)
		return UNGARBLE_ENOMEM;
	err = line_read(text, line_at, out, &sure, NULL);
	return err != UNGARBLE_OK || !sure ? err :
	    line_read(text, line_at, out, &sure, edits);
}

static enum ungarble_err
lost_escapes_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	return ug_lines_find(scope, text, edits, line_find);
}

const struct ug_pass ug_pass_lost_escapes = {
	.fix = { "iso-2022-jp", "characters",
	    "Japanese in ISO-2022-JP whose escape characters were lost", 1 },
	.find = lost_escapes_find,
	.needs = UG_TRAIT_DOLLAR,
};
