/*
 * invisible_bidi.c - do controls of direction show a line otherwise than it is?
 *
 *	if (level != "user RLO LRI// check PDI LRI") {
 *
 * Those that turn text to the right-to-left have something to turn: a line of
 * Hebrew or Arabic.  Text that is read to the right has no use for them, unless
 * the whole line is within, as subtitles and catalogues have it: then nothing
 * moves past anything else.
 *
 * So a line is turned if an override to the left holds letters that are read to
 * the right, or is but a part of the line; or an embedding or isolate to the
 * left is but a part of it, and holds letters that are read to the right and
 * none that are read to the left.
 */
#include "invisible_kind.h"

#define DEPTH_MAX 125 /* Unicode 15.0, UAX 9, BD2 */

/* What is open at a place of the line. */
struct turn {
	uint32_t by;      /* the control that opened it */
	bool right, left; /* holds letters that are read so */
	bool plain;       /* letters to the right, and in nothing within */
	unsigned n_seen;  /* letters, digits and signs in it */
	bool behind;      /* behind some in the line */
};

struct turns {
	struct turn open[DEPTH_MAX + 1]; /* the first is the line */
	size_t n, n_beyond;
	bool closed;      /* one that turns all before, if there is more */
	bool turned;
};

static bool
bidi_is_left(uint32_t c)
{
	return (c >= 0x05D0 && c < 0x0900 && c != 0x060C && c != 0x061B &&
	    c != 0x061F && !(c >= 0x0660 && c <= 0x066D) &&
	    !(c >= 0x06F0 && c <= 0x06F9)) ||
	    (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
	    (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000);
}

/* A digit or sign of ASCII, but those that lines begin with. */
static bool
bidi_is_sign(uint32_t c)
{
	return c > ' ' && c < 0x7F && c != '-' && c != '"' && c != '\'' &&
	    !ug_ascii_is_letter(c);
}

/* A letter of all other scripts, near enough. */
static bool
bidi_is_right(uint32_t c)
{
	return ug_ascii_is_letter(c) || (c >= 0xC0 && c < 0x2000 &&
	    c != 0xD7 && c != 0xF7 && !(c >= 0x0590 && c < 0x0900)) ||
	    (c >= 0x3041 && c < 0xD800);
}

/* Take what is closed last into what is around it. */
static void
bidi_close(struct turns *turns, bool at_end)
{
	const struct turn turn = turns->open[--turns->n];
	struct turn *const around = &turns->open[turns->n - 1];
	const bool over = turn.by == 0x202E;
	const bool embeds = turn.by == 0x202B || turn.by == 0x2067;

	around->right |= turn.right;
	around->left |= turn.left;
	around->n_seen += turn.n_seen;
	if (over ? turn.n_seen < 2 : !embeds || !turn.right || turn.left)
		return;
	if (turn.behind || (over && turn.plain))
		turns->turned = true;
	else if (!at_end)
		turns->closed = true;
}

static void
bidi_open(struct turns *turns, uint32_t c)
{
	bool behind = false;

	if (turns->n > DEPTH_MAX) {
		turns->n_beyond++;
		return;
	}
	for (size_t i = 0; i < turns->n; i++)
		behind |= turns->open[i].n_seen > 0;
	turns->open[turns->n++] = (struct turn){ .by = c, .behind = behind };
}

static bool
bidi_isolates(uint32_t c)
{
	return c >= 0x2066 && c <= 0x2068;
}

/* PDF closes what was embedded last, PDI what was isolated, and all within. */
static void
bidi_shut(struct turns *turns, uint32_t c)
{
	size_t i = turns->n - 1;

	if (turns->n_beyond > 0) {
		turns->n_beyond--;
		return;
	}
	if (c == 0x202C) {
		if (i > 0 && !bidi_isolates(turns->open[i].by))
			bidi_close(turns, false);
		return;
	}
	while (i > 0 && !bidi_isolates(turns->open[i].by))
		i--;
	while (i > 0 && turns->n > i)
		bidi_close(turns, false);
}

bool
ug_line_is_turned(struct ug_text line)
{
	struct turns turns;

	turns.open[0] = (struct turn){ .by = 0 };
	turns.n = 1;
	turns.n_beyond = 0;
	turns.closed = turns.turned = false;
	for (size_t at = 0; at < line.len && !turns.turned; ) {
		const uint32_t c = ug_text_next(line, &at);
		struct turn *const top = &turns.open[turns.n - 1];

		if (c == 0x202C || c == 0x2069) {
			bidi_shut(&turns, c);
		} else if (ug_turns(c)) {
			bidi_open(&turns, c);
		} else if (bidi_is_left(c)) {
			top->left = true;
			top->n_seen++;
		} else if (bidi_is_right(c)) {
			turns.turned = turns.closed;
			top->right = top->plain = true;
			top->n_seen++;
		} else if (bidi_is_sign(c)) {
			top->n_seen++;
		}
	}
	while (turns.n > 1)
		bidi_close(&turns, true);
	return turns.turned;
}
