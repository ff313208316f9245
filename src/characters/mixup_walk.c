/*
 * mixup_walk.c - what bytes cost at least, where characters are several of them
 *
 * Either those that a line was misread as, or those that it is:
 *
 *	"f" FC "r" "i" "n"   no EUC-JP; in Big5 one character, and "in"
 *	"f" A8 B9 "r"        if "ü" was GB 18030's; in windows-1252 two signs
 *
 * It is what ug_mixup_read() adds up, but for what it would cost to know more:
 * what is left out costs nothing.
 */
#include "mixup_sift.h"

#include <limits.h>

#include "base/least.h"
#include "base/letters.h"

#define ROWS_MOST 12 /* times what a pair may cost, that 16 bits hold */

/* What was read. */
struct walk {
	struct ug_glyph last; /* what stands last, */
	unsigned ascii;       /* and of ASCII; 0: it is none */
	int least;            /* what that costs */
};

static void
walk_set(struct walk *walk, struct ug_glyph last)
{
	walk->last = last;
	walk->ascii = 0;
}

/* False: no text has it. */
static bool
walk_char(struct walk *walk, uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);
	const int sign = ug_mixup_sign(glyph);

	if (c == UG_MALFORMED || ug_mixup_control(c) || sign == INT_MAX)
		return false;
	walk->least += sign + ug_pair_least(walk->last, glyph);
	walk_set(walk, glyph);
	return true;
}

static void
walk_ascii(struct walk *walk, struct ug_mixup_pairs *pairs, unsigned c)
{
	const struct ug_glyph glyph = pairs->ascii[c];

	walk->least += walk->ascii != 0 ?
	    ug_mixup_pairs_ascii(pairs, walk->ascii, c) :
	    ug_pair_least(walk->last, glyph);
	walk->last = glyph;
	walk->ascii = c;
}

/* Read a piece as `text`.  False: that is none, or costs too much. */
static bool
walk_piece(struct walk *walk, const struct ug_mixup_sift *s,
    const struct ug_coding *text, const unsigned char *bytes,
    const struct ug_mixup_piece *piece)
{
	for (size_t at = 0, step = 1; at < piece->judged_len; step++) {
		struct ug_char found = { 1, bytes[at], 0 };

		if (bytes[at] < 0x80)
			walk_ascii(walk, s->pairs, bytes[at]);
		else
			found = ug_mixup_next(text, bytes + at,
			    piece->len - at, false);
		if (bytes[at] >= 0x80 && (!walk_char(walk, found.c) ||
		    (found.second != 0 && !walk_char(walk, found.second))))
			return false;
		at += found.len;
		if (step % UG_MIXUP_STEP == 0 && at < piece->judged_len &&
		    walk->least > ug_mixup_slack(s->bytes->line, piece, at))
			return false;
	}
	return true;
}

/* Turn a word into pieces that the reader has, but for those of ASCII alone. */
static void
codes_set(struct ug_mixup_sift *s, const struct ug_mixup_word *word, int reader)
{
	const uint32_t *const chars = s->bytes->line->chars;
	const unsigned char *const *const rows = s->bytes->rows;

	for (size_t i = word->first; i < word->judged_end; i++) {
		const size_t first = i;
		bool beyond = false;

		for (; i < word->end; i++) {
			const unsigned char *const row = rows[i];

			if (chars[i] < 0x80)
				continue;
			s->codes[i] = row == NULL ? 0 : row[reader];
			if (s->codes[i] == 0)
				break;
			beyond = true;
		}
		if (!beyond)
			continue;

		const size_t judged = UG_MIN(i, word->judged_end);

		s->pieces[s->n_pieces++] = (struct ug_mixup_piece){
			.first = first, .at = first, .len = i - first,
			.judged = judged, .judged_len = judged - first,
			.starts = first == word->first };
	}
}

/* Do bytes, in pieces, cost no more than `most` as `text`? */
static bool
walk_pieces(const struct ug_mixup_sift *s, const struct ug_coding *text,
    const unsigned char *bytes, const struct ug_mixup_piece *pieces, size_t n,
    int most)
{
	struct walk walk = { .least = 0 };

	for (const struct ug_mixup_piece *piece = pieces; piece < pieces + n;
	    piece++) {
		if (piece->judged_len == 0)
			continue;
		walk_set(&walk, piece->starts ? UG_GLYPH_EDGE :
		    ug_glyph_of(s->bytes->line->chars[piece->first - 1]));
		if (!walk_piece(&walk, s, text, bytes + piece->at, piece) ||
		    walk.least > most)
			return false;
	}
	return true;
}

/*
 * The texts of several bytes in which a byte may stand alone where a piece
 * ends.
 */
static uint64_t
texts_alone(const struct ug_mixup_sift *s)
{
	const unsigned char *byte = NULL;
	uint64_t texts = 0;

	for (size_t p = 0; p < s->n_pieces && byte == NULL; p++) {
		const struct ug_mixup_piece *const piece = &s->pieces[p];
		const unsigned char *const last = s->codes + piece->at +
		    piece->len - 1;

		if (piece->judged_len == piece->len && *last >= 0x80 &&
		    (piece->len == 1 || last[-1] < 0x80))
			byte = last;
	}
	if (byte == NULL)
		return s->codings->wide;
	for (uint64_t wide = s->codings->wide; wide != 0; wide &= wide - 1) {
		const struct ug_coding *const text =
		    &s->codings->texts[ug_letters_lowest(wide)];

		if (ug_mixup_next(text, byte, 1, false).c != UG_MALFORMED)
			texts |= wide & -wide;
	}
	return texts;
}

uint64_t
ug_mixup_walk_single(struct ug_mixup_sift *s, const struct ug_coding *reader,
    int limit)
{
	uint64_t texts = 0;

	s->n_pieces = 0;
	for (size_t w = 0; w < s->bytes->line->n_words; w++)
		codes_set(s, &s->bytes->line->words[w], reader->reader);
	for (uint64_t wide = texts_alone(s); wide != 0; wide &= wide - 1) {
		const struct ug_coding *const text =
		    &s->codings->texts[ug_letters_lowest(wide)];

		if (text->encoding != &ug_utf8 && walk_pieces(s, text,
		    s->codes, s->pieces, s->n_pieces,
		    limit - ug_coding_seldom(text, reader)))
			texts |= wide & -wide;
	}
	return texts;
}

/* What bytes cost in all texts of single ones. */
struct sums {
	uint64_t texts;               /* that have all of them */
	int least;                    /* in any, and in each: */
	int costs[UG_TEXTS_MAX];
	uint16_t few[UG_TEXTS_MAX];   /* of the last */
	unsigned n_few;
};

static void
sums_gather(struct sums *sums)
{
	for (size_t t = 0; t < UG_TEXTS_MAX; t++) {
		sums->costs[t] += sums->few[t];
		sums->few[t] = 0;
	}
	sums->n_few = 0;
}

static void
sums_add(struct sums *sums, const struct ug_mixup_row *row)
{
	sums->texts &= ~row->none;
	for (size_t t = 0; t < UG_TEXTS_MAX; t++)
		sums->few[t] = (uint16_t)(sums->few[t] + row->cost[t]);
	if (++sums->n_few == ROWS_MOST)
		sums_gather(sums);
}

/* Leave out texts that cost more than `most` in all. */
static void
sums_leave(struct sums *sums, int most)
{
	sums_gather(sums);
	for (uint64_t texts = sums->texts; texts != 0; texts &= texts - 1)
		if (sums->least + sums->costs[ug_letters_lowest(texts)] > most)
			sums->texts &= ~(texts & -texts);
}

/* Add up the bytes of a piece. */
static void
sums_piece(struct sums *sums, const struct ug_mixup_sift *s,
    const struct ug_mixup_piece *piece)
{
	const unsigned char *const bytes = s->bytes->bytes + piece->at;
	/* What stands before is beyond ASCII if it is no edge. */
	unsigned a = piece->starts ? ' ' : 0;

	for (size_t at = 0; at < piece->judged_len && sums->texts != 0; ) {
		const unsigned b = bytes[at++];

		if (a != 0 && a < 0x80 && b < 0x80)
			sums->least += ug_mixup_pairs_ascii(s->pairs, a, b);
		else if (a != 0)
			sums_add(sums, ug_mixup_pairs_row_of(s->pairs, a, b));
		a = b;
		if (at % UG_MIXUP_STEP == 0 && at < piece->judged_len)
			sums_leave(sums, ug_mixup_slack(s->bytes->line, piece,
			    at));
	}
}

uint64_t
ug_mixup_walk_wide(struct ug_mixup_sift *s, int limit)
{
	const struct ug_mixup_bytes *const b = s->bytes;
	const struct ug_coding *const reader = &b->reader;
	struct sums sums = { .texts = s->pairs->single };
	uint64_t texts = 0;

	for (size_t p = 0; p < b->n_pieces; p++)
		sums_piece(&sums, s, &b->pieces[p]);
	sums_gather(&sums);
	for (; sums.texts != 0; sums.texts &= sums.texts - 1) {
		const unsigned t = ug_letters_lowest(sums.texts);

		if (sums.least + sums.costs[t] + ug_coding_seldom(
		    &s->codings->texts[t], reader) + b->part <= limit)
			texts |= (uint64_t)1 << t;
	}
	for (uint64_t wide = s->codings->wide; wide != 0; wide &= wide - 1) {
		const struct ug_coding *const text =
		    &s->codings->texts[ug_letters_lowest(wide)];

		if (text->encoding != reader->encoding && walk_pieces(s, text,
		    b->bytes, b->pieces, b->n_pieces, limit - b->part -
		    ug_coding_seldom(text, reader)))
			texts |= wide & -wide;
	}
	return texts;
}
