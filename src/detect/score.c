/*
 * score.c - how badly a sample reads in an encoding
 *
 * Of a single-byte encoding only pairs of bytes matter, so each different pair
 * is looked up once, however long the sample:
 *
 *	"f\xE9" twice  windows-1252: "f\u00e9"   windows-1251: "f\u0439"
 */
#include "score.h"

#include <string.h>

#include "base/least.h"
#include "encodings/multi_byte.h"
#include "model/weights.h"

#define FIRST   24 /* pairs that the order of candidates is by */
#define FURTHER 8  /* pairs until it is asked whether these suffice */
#define CUT_MIN 64 /* bytes of tokens: a text with a last character */
#define BROKEN ((struct ug_glyph){ UG_LOST, UG_NO_SCRIPT, 0 })

int
ug_signs_least(struct ug_signs *signs, struct ug_glyph sign)
{
	uint16_t *const known = &signs->least[sign.symbol % UG_SIGNS_MAX];

	if (sign.script != UG_NO_SCRIPT || sign.symbol == 0)
		return 0;
	if (sign.symbol >= UG_SIGNS_MAX)
		return ug_sign_least(sign);
	if (*known == 0)
		*known = (uint16_t)(ug_sign_least(sign) + 1);
	return *known - 1;
}

void
ug_score_init(struct ug_score *score)
{
	memset(score, 0, sizeof(*score));
	for (unsigned i = 0; i < 0x80; i++) {
		score->glyphs[i] = score->ascii_glyphs[i] = ug_glyph_of(i);
		score->signs[i] = score->ascii_signs[i] =
		    (int16_t)ug_signs_least(&score->met, score->glyphs[i]);
	}
}

void
ug_score_begin(struct ug_score *score, const struct ug_sample *sample)
{
	score->sample = sample;
	ug_tally_init(&score->ascii);
	for (size_t i = sample->n_beyond; i < sample->n_pairs; i++)
		ug_tallied_add(sample->tallied, &score->ascii, score->glyphs,
		    sample->pairs[i]);
	score->ascii_least = (struct ug_least){ .common = score->ascii.common };
	for (size_t i = 1; i < UG_N_SCRIPTS; i++) {
		score->ascii_least.foreign[i] = score->ascii.known[i];
		if (score->ascii.known[i] != 0)
			score->ascii_least.scripts |= (uint32_t)1 << i;
	}
}

struct ug_glyph
ug_score_glyph(uint32_t c)
{
	return c == UG_UNDEFINED ? BROKEN : ug_glyph_of(c);
}

struct ug_single
ug_single_of(const struct ug_sample *sample,
    const struct ug_encoding *encoding, const struct ug_glyph *upper,
    const int16_t *signs)
{
	bool ascii = true;

	for (size_t i = 0; encoding->lower != NULL && i < 0x80; i++)
		ascii &= !sample->present[i] || encoding->lower[i] == i;
	return (struct ug_single){ encoding, upper, signs, ascii };
}

/* See what the bytes of the sample are in a single-byte encoding. */
static void
score_glyphs(struct ug_score *score, const struct ug_single *single)
{
	const struct ug_sample *const sample = score->sample;

	for (size_t i = 0; i < sample->n_high; i++) {
		const unsigned char byte = sample->high[i];

		score->glyphs[byte] = single->upper[byte - 0x80];
		score->signs[byte] = single->signs[byte - 0x80];
	}
	if (single->ascii)
		return;
	for (unsigned i = 0; i < 0x80; i++) {
		score->signs[i] = 0;
		if (sample->present[i])
			score->glyphs[i] =
			    ug_score_glyph(single->encoding->lower[i]);
	}
}

/* And back to what they are in ASCII. */
static void
score_ascii_glyphs(struct ug_score *score, const struct ug_single *single)
{
	if (single->ascii)
		return;
	memcpy(score->glyphs, score->ascii_glyphs,
	    sizeof(score->ascii_glyphs));
	memcpy(score->signs, score->ascii_signs, sizeof(score->ascii_signs));
}

static size_t
score_n_pairs(const struct ug_score *score, const struct ug_single *single)
{
	return single->ascii ? score->sample->n_beyond :
	    score->sample->n_pairs;
}

/*
 * What the sample costs at least, up to the pair `end`; not all of them if the
 * first ones cost `limit`.
 */
static int
score_least(struct ug_score *score, const struct ug_leaning *leaning,
    int limit, size_t at, size_t end, struct ug_least *least)
{
	int cost = ug_least_cost(least, leaning);

	for (size_t n; at < end && cost < limit; at += n) {
		n = UG_MIN(end - at, FURTHER);
		ug_least_add_pairs(least, score->glyphs, score->signs,
		    score->sample->pairs + at, n);
		cost = ug_least_cost(least, leaning);
	}
	return cost;
}

int
ug_score_first(struct ug_score *score, const struct ug_single *single,
    const struct ug_leaning *leaning, int limit, struct ug_least *least)
{
	const size_t n = score_n_pairs(score, single);
	int cost;

	score_glyphs(score, single);
	memset(least, 0, sizeof(*least));
	if (single->ascii)
		*least = score->ascii_least;
	cost = score_least(score, leaning, limit, 0, UG_MIN(n, FIRST), least);
	score_ascii_glyphs(score, single);
	return cost;
}

int
ug_score_further(struct ug_score *score, const struct ug_single *single,
    const struct ug_leaning *leaning, int limit, struct ug_least *least)
{
	const size_t n = score_n_pairs(score, single);
	int cost = ug_least_cost(least, leaning);

	if (n <= FIRST || cost >= limit)
		return cost;
	score_glyphs(score, single);
	cost = score_least(score, leaning, limit, FIRST, n, least);
	score_ascii_glyphs(score, single);
	return cost;
}

/* Bytes that stand alone among words of ASCII are signs, or Latin. */
static void
score_lone(struct ug_score *score)
{
	const struct ug_sample *const sample = score->sample;

	for (size_t i = 0; i < sample->n_high && sample->n_long == 0 &&
	    sample->ascii_len > 2 * sample->n_high; i++) {
		const struct ug_glyph glyph = score->glyphs[sample->high[i]];

		if (ug_glyph_is_letter(glyph) && glyph.script != UG_LATIN)
			score->tally.common += UG_W(LONE);
	}
}

void
ug_score_single(struct ug_score *score, const struct ug_single *single)
{
	score_glyphs(score, single);
	if (single->ascii)
		score->tally = score->ascii;
	else
		ug_tally_init(&score->tally);
	ug_tally_add_pairs(&score->tally, score->glyphs, score->sample->pairs,
	    score_n_pairs(score, single));
	score_lone(score);
	score_ascii_glyphs(score, single);
}

/* One character after another; `least` if that is wanted, else the tally. */
static bool
score_multi(struct ug_score *score, const struct ug_encoding *encoding,
    unsigned max_broken, int limit, struct ug_least *least)
{
	const unsigned char *const s =
	    (const unsigned char *)score->sample->tokens.s;
	const size_t len = score->sample->tokens.len;
	struct ug_glyph a = UG_GLYPH_EDGE;
	unsigned state = 0;

	score->n_broken = 0;
	for (size_t at = 0; at < len; ) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, s + at, len - at, &state);
		const struct ug_glyph b = found.c == UG_MALFORMED ? BROKEN :
		    found.c < 0x80 ? score->glyphs[found.c] :
		    ug_glyph_of(found.c);

		/* The last character of many may be cut short. */
		score->n_broken += found.c == UG_MALFORMED &&
		    (!score->sample->cut || len < CUT_MIN ||
		    at + found.len + 1 < len);
		if (score->n_broken > max_broken)
			return false;
		if (at > 0 && least != NULL)
			ug_least_add(least, a, b);
		else if (at > 0)
			ug_tally_add(&score->tally, a, b, 1);
		a = b;
		at += found.len;
		if (least != NULL && ug_least_ideographs(least) >= limit)
			return false;
	}
	return true;
}

bool
ug_score_multi(struct ug_score *score, const struct ug_encoding *encoding,
    unsigned max_broken, int limit)
{
	struct ug_least least = { .common = 0 };

	if (!score_multi(score, encoding, max_broken, limit, &least))
		return false;
	ug_tally_init(&score->tally);
	return score_multi(score, encoding, max_broken, limit, NULL);
}
