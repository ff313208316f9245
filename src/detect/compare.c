/*
 * compare.c - a sample read in all candidates, and what each reading costs
 *
 * Looks at a candidate get dearer, and each is given only to those that the one
 * before left:
 *
 *	its bytes          do they stand for nothing?
 *	its first pairs    what each costs at least: best first from here on
 *	all of its pairs   until they cost more than the best by far
 *	each language      what it costs
 *
 * Candidates that read the sample alike are one until their languages count.
 */
#include "compare.h"

#include <limits.h>
#include <string.h>

#include "base/hash.h"
#include "home.h"
#include "model/weights.h"

#define FEW_BROKEN  512  /* bytes of tokens: one in so many may be broken */
#define SLOTS       256
#define NONE        UG_ENCODINGS_MAX

void
ug_compare_init(struct ug_comparison *c)
{
	ug_score_init(&c->score);
	c->sample.glyphs = c->score.glyphs;
	for (int i = 0; i < 256; i++)
		c->home_costs[i] = (i & ~UG_HOME_ABROAD) * UG_W(HOME_LETTERS) /
		    100 + ((i & UG_HOME_ABROAD) != 0 ? UG_W(ABROAD) : 0);
}

/* See what the bytes of the sample are that were not met before. */
static void
compare_meet(struct ug_comparison *c)
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

/* The costs of languages before any reading: by words of ASCII, and hints. */
static void
compare_languages(const struct ug_comparison *c, int *costs)
{
	ug_tally_behind(&c->sample.ascii, costs);
	for (size_t l = 0; l < ug_n_languages(); l++) {
		if (costs[l] == UG_NO_LANGUAGE)
			continue;
		costs[l] = costs[l] / 100 * UG_W(CONTEXT);
		if (costs[l] > UG_W(CONTEXT_MAX))
			costs[l] = UG_W(CONTEXT_MAX);
		costs[l] += c->hinted[l];
	}
}

/* How texts lean to languages, in encodings with ASCII or without. */
static void
compare_lean(struct ug_comparison *c, bool ascii)
{
	static const struct ug_tally none;

	if (c->leans[ascii])
		return;
	c->leans[ascii] = true;
	for (size_t k = 0; k < 2 && (k == 0 || c->expected != NULL); k++) {
		struct ug_leaning *const leaning = &c->leanings[k][ascii];

		if (!ascii)
			memcpy(leaning->extra, c->leanings[k][1].extra,
			    sizeof(leaning->extra));
		ug_leaning_set(leaning, ascii ? &c->score.ascii : &none);
	}
}

/* What there is to know of languages before any reading. */
static void
compare_begin(struct ug_comparison *c)
{
	int *const alone = c->leanings[0][1].extra;

	compare_languages(c, alone);
	for (size_t l = 0; l < ug_n_languages() && c->expected != NULL; l++)
		c->leanings[1][1].extra[l] = alone[l] +
		    c->expected->languages[l];
	ug_score_begin(&c->score, &c->sample);
	c->leans[0] = c->leans[1] = false;
	compare_lean(c, true);
}

/* The least cost of a reading of an encoding in any of those languages. */
static int
compare_least(const struct ug_comparison *c, size_t number,
    const struct ug_spoken *spoken, size_t n, size_t *language)
{
	const unsigned char *const home = ug_home_of(number);
	int least = INT_MAX;

	for (size_t i = 0; i < n; i++) {
		const int cost = spoken[i].cost +
		    c->home_costs[home[spoken[i].language]];

		if (cost < least || (cost == least &&
		    spoken[i].language < *language)) {
			least = cost;
			*language = spoken[i].language;
		}
	}
	return least;
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

/* What a reading costs beside its text, alone and as expected. */
static int
compare_alone(const struct ug_comparison *c, const struct ug_reading_of *r)
{
	return compare_hinted(c, r->encoding) +
	    (c->candidates->flat ? 0 : ug_home_prior(r->number));
}

static int
compare_expected(const struct ug_comparison *c, const struct ug_reading_of *r)
{
	return c->expected == NULL ? compare_alone(c, r) :
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
	const int alone = compare_alone(c, r);
	const int expected = compare_expected(c, r);
	const int beside = expected < alone ? expected : alone;
	size_t slot = r->signature % SLOTS;

	while (slots[slot] != 0 && c->alike[slots[slot] - 1].signature !=
	    r->signature)
		slot = (slot + 1) % SLOTS;
	if (slots[slot] == 0) {
		c->alike[c->n_alike].signature = r->signature;
		c->alike[c->n_alike].first = NONE;
		c->alike[c->n_alike].single = ug_single_of(&c->sample,
		    r->encoding, c->upper[i].glyphs, c->upper[i].signs);
		c->alike[c->n_alike].beside = beside;
		slots[slot] = (unsigned char)++c->n_alike;
	}

	struct ug_alike *const alike = &c->alike[slots[slot] - 1];

	c->next[c->n - 1] = alike->first;
	alike->first = c->n - 1;
	if (beside < alike->beside)
		alike->beside = beside;
}

/* The candidates that may read the sample, none of them scored. */
static void
compare_list(struct ug_comparison *c)
{
	unsigned char slots[SLOTS] = { 0 };

	c->n = c->n_alike = 0;
	for (size_t i = 0; i < c->n_taken; i++) {
		const struct ug_encoding *const encoding =
		    c->taken[i].encoding;
		unsigned n_broken;
		const uint64_t signature = ug_compare_signature(&c->sample,
		    encoding, &n_broken);

		if (n_broken > c->sample.tokens.len / FEW_BROKEN)
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

static bool
compare_multi(const struct ug_alike *alike)
{
	return alike->single.encoding->kind == UG_MULTI_BYTE;
}

/*
 * What must be far behind is so both alone and as expected: what a record says
 * by itself is not to depend on what was expected.
 */
static int
compare_limit(const struct ug_comparison *c)
{
	return (c->best > c->best_alone ? c->best : c->best_alone) +
	    UG_FAR_BEHIND;
}

/* Score candidates that read the sample alike, if they are not far behind. */
static void
compare_score_alike(struct ug_comparison *c, const struct ug_alike *alike)
{
	const bool multi = compare_multi(alike);
	const bool ascii = !multi && alike->single.ascii;
	struct ug_spoken spoken[2][UG_LANGUAGES_MAX];
	size_t n[2] = { 0, 0 };

	if (!multi)
		ug_score_single(&c->score, &alike->single);
	else if (!ug_score_multi(&c->score, alike->single.encoding, (unsigned)
	    (c->sample.tokens.len / FEW_BROKEN),
	    compare_limit(c) - alike->beside))
		return;
	compare_lean(c, ascii);
	/* What home costs at most decides among those. */
	for (size_t k = 0; k < 2 && (k == 0 || c->expected != NULL); k++)
		n[k] = ug_tally_spoken(&c->score.tally,
		    &c->leanings[k][ascii],
		    UG_W(ABROAD) + UG_W(HOME_LETTERS), spoken[k]);
	for (size_t i = alike->first; i != NONE; i = c->next[i]) {
		struct ug_reading_of *const r = &c->readings[i];

		if (multi)
			r->n_broken = c->score.n_broken;
		r->n_broken += !ug_sample_reads(&c->sample, r->encoding);

		const int broken = (int)r->n_broken * UG_W(BROKEN);

		r->alone = compare_least(c, r->number, spoken[0], n[0],
		    &r->alone_language);
		r->cost = r->alone;
		r->language = r->alone_language;
		if (c->expected != NULL)
			r->cost = compare_least(c, r->number, spoken[1], n[1],
			    &r->language);
		r->alone += compare_alone(c, r) + broken;
		r->cost += compare_expected(c, r) + broken;
		if (r->cost < c->best)
			c->best = r->cost;
		if (r->alone < c->best_alone)
			c->best_alone = r->alone;
	}
}

/*
 * Look at single-byte candidates, and put them in the order of what they cost
 * at least.
 */
static size_t
compare_order(struct ug_comparison *c, struct ug_alike **order)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_alike; i++) {
		struct ug_alike *const one = &c->alike[i];
		size_t at = n;

		if (compare_multi(one))
			continue;
		compare_lean(c, one->single.ascii);
		one->cost = one->beside + ug_score_first(&c->score,
		    &one->single, &c->leanings[0][one->single.ascii],
		    &one->least);
		for (n++; at > 0 && order[at - 1]->cost > one->cost; at--)
			order[at] = order[at - 1];
		order[at] = one;
	}
	return n;
}

/* Whether a single-byte candidate, looked at again, costs at least `limit`. */
static bool
compare_far(struct ug_comparison *c, struct ug_alike *alike, int limit)
{
	return alike->beside + ug_score_further(&c->score, &alike->single,
	    &c->leanings[0][alike->single.ascii], limit - alike->beside,
	    &alike->least) >= limit;
}

/*
 * Read the sample in each candidate.  Those that do not read it go, and those
 * that are far behind.
 */
static void
compare_score(struct ug_comparison *c)
{
	struct ug_alike *order[UG_ENCODINGS_MAX];
	const size_t n = compare_order(c, order);
	size_t kept = 0;

	c->best = c->best_alone = INT_MAX - UG_FAR_BEHIND - UG_W(DECLARED) -
	    UG_W(FALLBACK) - UG_W(FALLBACK_ONE);
	/* The best of these sets a limit to those of several bytes. */
	if (n > 0)
		compare_score_alike(c, order[0]);
	for (size_t i = 0; i < c->n_alike; i++)
		if (compare_multi(&c->alike[i]))
			compare_score_alike(c, &c->alike[i]);
	for (size_t i = 1; i < n && order[i]->cost < compare_limit(c); i++)
		if (!compare_far(c, order[i], compare_limit(c)))
			compare_score_alike(c, order[i]);
	for (size_t i = 0; i < c->n; i++)
		if (c->readings[i].cost != INT_MAX)
			c->readings[kept++] = c->readings[i];
	c->n = kept;
}

void
ug_compare(struct ug_comparison *c, const struct ug_expectation *expected)
{
	c->expected = expected;
	compare_meet(c);
	compare_begin(c);
	compare_list(c);
	compare_score(c);
}
