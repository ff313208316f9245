/*
 * score.c - how badly a sample reads in an encoding
 *
 * Of a single-byte encoding only pairs of bytes matter, so each different pair
 * is looked up once, however long the sample:
 *
 *	"f\xE9" twice  windows-1252: "f\u00e9"   windows-1251: "f\u0439"
 */
#include "score.h"

#include "../encodings/multi_byte.h"

#define BROKEN ((struct ug_glyph){ UG_LOST, UG_NO_SCRIPT, 0 })

static bool
score_is_ascii(const struct ug_pair *pair)
{
	return pair->a < 0x80 && pair->b < 0x80;
}

void
ug_score_ascii(const struct ug_sample *sample, struct ug_tally *tally)
{
	ug_tally_init(tally);
	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair *const pair = &sample->pairs[i];

		if (score_is_ascii(pair))
			ug_tally_add(tally, ug_glyph_of(pair->a),
			    ug_glyph_of(pair->b), pair->n);
	}
}

static void
score_single(const struct ug_encoding *encoding,
    const struct ug_sample *sample, struct ug_score *score)
{
	struct ug_glyph glyphs[256];
	bool broken[256] = { false };

	for (unsigned i = 0; i < 256; i++) {
		uint32_t c = i;

		if (!sample->present[i])
			continue;
		if (i >= 0x80)
			c = encoding->upper[i - 0x80];
		else if (encoding->lower != NULL)
			c = encoding->lower[i];
		broken[i] = c == UG_UNDEFINED;
		glyphs[i] = broken[i] ? BROKEN : ug_glyph_of(c);
	}
	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair *const pair = &sample->pairs[i];

		if (score_is_ascii(pair) && encoding->lower == NULL)
			continue;
		ug_tally_add(&score->tally, glyphs[pair->a], glyphs[pair->b],
		    pair->n);
		score->n_broken += broken[pair->b] ? pair->n : 0;
	}
}

static void
score_multi(const struct ug_encoding *encoding,
    const struct ug_sample *sample, struct ug_score *score)
{
	const unsigned char *const s = (const unsigned char *)sample->tokens.s;
	const size_t len = sample->tokens.len;
	struct ug_glyph a = UG_GLYPH_EDGE;
	unsigned state = 0;

	for (size_t at = 0; at < len; ) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, s + at, len - at, &state);
		const bool broken = found.c == UG_MALFORMED;
		const struct ug_glyph b = broken ? BROKEN :
		    ug_glyph_of(found.c);

		if (at > 0)
			ug_tally_add(&score->tally, a, b, 1);
		score->n_broken += broken;
		a = b;
		at += found.len;
	}
}

void
ug_score(const struct ug_encoding *encoding, const struct ug_sample *sample,
    const struct ug_tally *ascii, struct ug_score *score)
{
	if (encoding->kind == UG_SINGLE_BYTE && encoding->lower == NULL)
		score->tally = *ascii;
	else
		ug_tally_init(&score->tally);
	score->n_broken = 0;
	if (encoding->kind == UG_SINGLE_BYTE)
		score_single(encoding, sample, score);
	else
		score_multi(encoding, sample, score);
}
