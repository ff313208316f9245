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
#include "../model/weights.h"

#define CUT_MIN 64 /* bytes of tokens */
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

/* See what the bytes of a sample are in a single-byte encoding. */
static void
score_glyphs(const struct ug_encoding *encoding, struct ug_sample *sample)
{
	for (size_t i = 0; i < sample->n_high; i++) {
		const unsigned byte = sample->high[i];
		const uint32_t c = encoding->upper[byte - 0x80];

		sample->glyphs[byte] = c == UG_UNDEFINED ? BROKEN :
		    ug_glyph_of(c);
	}
	for (unsigned i = 0; encoding->lower != NULL && i < 0x80; i++)
		if (sample->present[i])
			sample->glyphs[i] = encoding->lower[i] == UG_UNDEFINED ?
			    BROKEN : ug_glyph_of(encoding->lower[i]);
}

/* And back to what they are in ASCII. */
static void
score_ascii_glyphs(const struct ug_encoding *encoding,
    struct ug_sample *sample)
{
	for (unsigned i = 0; encoding->lower != NULL && i < 0x80; i++)
		if (sample->present[i])
			sample->glyphs[i] = ug_glyph_of(i);
}

int
ug_score_classes(const struct ug_encoding *encoding, struct ug_sample *sample)
{
	const struct ug_glyph *const glyphs = sample->glyphs;
	int cost = 0;

	score_glyphs(encoding, sample);
	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair *const pair = &sample->pairs[i];

		if (!score_is_ascii(pair) || encoding->lower != NULL)
			cost += ug_pair_common(glyphs[pair->a],
			    glyphs[pair->b]) * pair->n;
	}
	score_ascii_glyphs(encoding, sample);
	return cost;
}

int
ug_score_least(const struct ug_encoding *encoding, struct ug_sample *sample,
    int limit)
{
	const struct ug_glyph *const glyphs = sample->glyphs;
	int cost = 0;

	score_glyphs(encoding, sample);
	for (size_t i = 0; i < sample->n_pairs && cost < limit; i++) {
		const struct ug_pair *const pair = &sample->pairs[i];

		if (!score_is_ascii(pair) || encoding->lower != NULL)
			cost += ug_pair_least(glyphs[pair->a],
			    glyphs[pair->b]) * pair->n;
	}
	score_ascii_glyphs(encoding, sample);
	return cost;
}

static void
score_single(const struct ug_encoding *encoding, struct ug_sample *sample,
    struct ug_score *score)
{
	const struct ug_glyph *const glyphs = sample->glyphs;

	score_glyphs(encoding, sample);
	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair *const pair = &sample->pairs[i];

		if (score_is_ascii(pair) && encoding->lower == NULL)
			continue;
		ug_tally_add(&score->tally, glyphs[pair->a], glyphs[pair->b],
		    pair->n);
		if (glyphs[pair->b].class == UG_LOST)
			score->n_broken += pair->n;
	}
	/* Bytes that stand alone among words of ASCII are signs, or Latin. */
	for (size_t i = 0; i < sample->n_high && sample->n_long == 0 &&
	    sample->ascii_len > 2 * sample->n_high; i++) {
		const struct ug_glyph glyph = glyphs[sample->high[i]];

		if (ug_glyph_is_letter(glyph) && glyph.script != UG_LATIN)
			score->tally.common += UG_W(LONE);
	}
	score_ascii_glyphs(encoding, sample);
}

static void
score_multi(const struct ug_encoding *encoding,
    const struct ug_sample *sample, int limit, struct ug_score *score)
{
	const unsigned char *const s = (const unsigned char *)sample->tokens.s;
	const size_t len = sample->tokens.len;
	struct ug_glyph a = UG_GLYPH_EDGE;
	unsigned state = 0;

	for (size_t at = 0; at < len && score->tally.common < limit; ) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, s + at, len - at, &state);
		const bool broken = found.c == UG_MALFORMED;
		const struct ug_glyph b = broken ? BROKEN :
		    ug_glyph_of(found.c);

		if (at > 0)
			ug_tally_add(&score->tally, a, b, 1);
		/* The last character of many may be cut short. */
		score->n_broken += broken && (!sample->cut ||
		    len < CUT_MIN || at + found.len + 1 < len);
		a = b;
		at += found.len;
	}
}

void
ug_score(const struct ug_encoding *encoding, struct ug_sample *sample,
    const struct ug_tally *ascii, int limit, struct ug_score *score)
{
	if (encoding->kind == UG_SINGLE_BYTE && encoding->lower == NULL)
		score->tally = *ascii;
	else
		ug_tally_init(&score->tally);
	score->n_broken = 0;
	if (encoding->kind == UG_SINGLE_BYTE)
		score_single(encoding, sample, score);
	else
		score_multi(encoding, sample, limit, score);
}
