/*
 * compare_list.c - the candidates that may read a sample, by how they read it
 *
 *	"caf\xE9"  windows-1252, ISO-8859-15...: one text, and one of many more
 */
#include "compare_list.h"

#include <limits.h>

#include "base/hash.h"
#include "base/least.h"
#include "home.h"
#include "model/weights.h"

#define FEW_BROKEN  512  /* bytes of tokens: one in so many may be broken */
#define SLOTS       256

unsigned
ug_compare_broken_max(const struct ug_comparison *c)
{
	return (unsigned)(c->sample.tokens.len / FEW_BROKEN);
}

void
ug_compare_meet(struct ug_comparison *c)
{
	for (size_t i = 0; i < c->sample.n_high; i++) {
		const unsigned byte = c->sample.high[i];

		for (size_t k = 0; k < c->n_taken && !c->met[byte]; k++) {
			const struct ug_encoding *const e =
			    c->taken[k].encoding;
			struct ug_glyph glyph;

			if (e->kind != UG_SINGLE_BYTE)
				continue;
			glyph = ug_score_glyph(e->upper[byte - 0x80]);
			c->upper[k].glyphs[byte - 0x80] = glyph;
			c->upper[k].signs[byte - 0x80] =
			    (int16_t)ug_signs_least(&c->score.met, glyph);
		}
		c->met[byte] = true;
	}
}

uint64_t
ug_compare_signature(const struct ug_sample *sample,
    const struct ug_encoding *encoding, unsigned *n_broken)
{
	uint64_t h = UG_HASH;

	*n_broken = 0;
	if (encoding->kind == UG_MULTI_BYTE)
		return (uint64_t)encoding->decoder + 1;
	for (size_t i = 0; i < sample->n_high; i++) {
		const uint32_t one = encoding->upper[sample->high[i] - 0x80];

		h = ug_hash(h, one);
		if (one == UG_UNDEFINED)
			*n_broken += sample->counts[sample->high[i]];
	}
	for (size_t i = 0; encoding->lower != NULL && i < 0x80; i++)
		if (sample->present[i]) {
			h = ug_hash(h, encoding->lower[i]);
			if (encoding->lower[i] == UG_UNDEFINED)
				*n_broken += sample->counts[i];
		}
	return h;
}

/*
 * What the caller said of an encoding; and what is met most by far has the
 * benefit of the doubt where one or two bytes are all there is to go by.
 */
static int
compare_hinted(const struct ug_comparison *c,
    const struct ug_encoding *encoding)
{
	int cost = encoding == c->candidates->declared ? -UG_W(DECLARED) : 0;

	if (encoding == c->candidates->fallback && !c->candidates->flat)
		cost -= UG_W(FALLBACK) + (c->sample.n_high == 1 ?
		    UG_W(FALLBACK_ONE) : c->sample.n_high == 2 ?
		    UG_W(FALLBACK_ONE) / 2 : 0);
	return cost;
}

int
ug_compare_alone(const struct ug_comparison *c, const struct ug_reading_of *r)
{
	return compare_hinted(c, r->encoding) +
	    (c->candidates->flat ? 0 : ug_home_prior(r->number));
}

int
ug_compare_expected(const struct ug_comparison *c,
    const struct ug_reading_of *r)
{
	return c->expected == NULL ? ug_compare_alone(c, r) :
	    compare_hinted(c, r->encoding) +
	    c->expected->encodings[r->number];
}

/*
 * Put the last reading, of taken[i], with those that read the sample as it
 * does.
 */
static void
compare_join(struct ug_comparison *c, size_t i, unsigned char *slots)
{
	const struct ug_reading_of *const r = &c->readings[c->n - 1];
	const int alone = ug_compare_alone(c, r);
	const int expected = ug_compare_expected(c, r);
	size_t slot = r->signature % SLOTS;

	while (slots[slot] != 0 && c->alike[slots[slot] - 1].signature !=
	    r->signature)
		slot = (slot + 1) % SLOTS;
	if (slots[slot] == 0) {
		c->alike[c->n_alike].signature = r->signature;
		c->alike[c->n_alike].first = UG_ALIKE_NONE;
		c->alike[c->n_alike].single = ug_single_of(&c->sample,
		    r->encoding, c->upper[i].glyphs, c->upper[i].signs);
		c->alike[c->n_alike].alone = alone;
		c->alike[c->n_alike].expected = expected;
		slots[slot] = (unsigned char)++c->n_alike;
	}

	struct ug_alike *const alike = &c->alike[slots[slot] - 1];

	c->next[c->n - 1] = alike->first;
	alike->first = c->n - 1;
	alike->alone = UG_MIN(alike->alone, alone);
	alike->expected = UG_MIN(alike->expected, expected);
}

void
ug_compare_list(struct ug_comparison *c)
{
	unsigned char slots[SLOTS] = { 0 };

	c->n = c->n_alike = 0;
	for (size_t i = 0; i < c->n_taken; i++) {
		const struct ug_encoding *const encoding =
		    c->taken[i].encoding;
		unsigned n_broken;
		const uint64_t signature = ug_compare_signature(&c->sample,
		    encoding, &n_broken);

		if (n_broken > ug_compare_broken_max(c))
			continue;
		c->readings[c->n++] = (struct ug_reading_of){
			.encoding = encoding,
			.number = c->taken[i].number,
			.signature = signature,
			.n_broken = n_broken,
			.cost = INT_MAX,
		};
		compare_join(c, i, slots);
	}
}
