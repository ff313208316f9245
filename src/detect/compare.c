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
 * What is expected most, if anything is, is read before all others: it is the
 * best mostly, and tells what is far behind.
 *
 * Candidates that read the sample alike are one until their languages count.
 */
#include "compare.h"

#include <limits.h>
#include <string.h>

#include "base/least.h"
#include "compare_list.h"
#include "home.h"
#include "model/weights.h"


void
ug_compare_init(struct ug_comparison *c)
{
	ug_score_init(&c->score);
	c->sample.glyphs = c->score.glyphs;
	for (int i = 0; i < 256; i++)
		c->home_costs[i] = (i & ~UG_HOME_ABROAD) * UG_W(HOME_LETTERS) /
		    100 + ((i & UG_HOME_ABROAD) != 0 ? UG_W(ABROAD) : 0);
}

/* The costs of languages before any reading: by words of ASCII, and hints. */
static void
compare_languages(const struct ug_comparison *c, int *costs)
{
	const size_t n = ug_n_languages();

	ug_tally_behind(&c->sample.ascii, costs);
	for (size_t l = 0; l < n; l++) {
		if (costs[l] == UG_NO_LANGUAGE)
			continue;
		costs[l] = costs[l] / 100 * UG_W(CONTEXT);
		costs[l] = UG_MIN(costs[l], UG_W(CONTEXT_MAX));
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
	const size_t n = c->expected != NULL ? ug_n_languages() : 0;

	compare_languages(c, alone);
	for (size_t l = 0; l < n; l++)
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

static bool
compare_multi(const struct ug_alike *alike)
{
	return alike->single.encoding->kind == UG_MULTI_BYTE;
}

/*
 * A text that costs no less is far behind.  It must be so both alone and as
 * expected: what a record says by itself is not to depend on what was expected.
 */
static int
compare_limit(const struct ug_comparison *c, const struct ug_alike *alike)
{
	const int alone = c->best_alone - alike->alone;
	const int expected = c->best - alike->expected;

	return UG_MAX(alone, expected) + UG_FAR_BEHIND;
}

/*
 * Whether a text that costs so much in languages leaves it far behind what was
 * expected.  Who expects nothing may ask of what is far behind, too.
 */
static bool
compare_behind(const struct ug_comparison *c, const struct ug_alike *alike,
    const struct ug_spoken *spoken, size_t n)
{
	const int limit = compare_limit(c, alike);

	if (c->expected == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		if (spoken[i].cost <= limit)
			return false;
	return true;
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
	else if (!ug_score_multi(&c->score, alike->single.encoding,
	    ug_compare_broken_max(c),
	    compare_limit(c, alike)))
		return;
	compare_lean(c, ascii);
	/* What home costs at most decides among those. */
	for (size_t k = 0; k < 2 && (k == 0 || c->expected != NULL); k++) {
		n[k] = ug_tally_spoken(&c->score.tally,
		    &c->leanings[k][ascii],
		    UG_W(ABROAD) + UG_W(HOME_LETTERS), spoken[k]);
		/* What is expected of languages costs nothing less. */
		if (compare_behind(c, alike, spoken[0], n[0]))
			return;
	}
	for (size_t i = alike->first; i != UG_ALIKE_NONE; i = c->next[i]) {
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
		r->alone += ug_compare_alone(c, r) + broken;
		r->cost += ug_compare_expected(c, r) + broken;
		c->best = UG_MIN(c->best, r->cost);
		c->best_alone = UG_MIN(c->best_alone, r->alone);
	}
}

/* What a candidate costs at least, as far as its first pairs tell. */
static int
compare_at_least(const struct ug_alike *alike)
{
	return alike->text + UG_MIN(alike->alone, alike->expected);
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
		one->text = ug_score_first(&c->score, &one->single,
		    &c->leanings[0][one->single.ascii],
		    compare_limit(c, one), &one->least);
		if (one->text >= compare_limit(c, one))
			continue;
		for (n++; at > 0 && compare_at_least(order[at - 1]) >
		    compare_at_least(one); at--)
			order[at] = order[at - 1];
		order[at] = one;
	}
	return n;
}

/* Whether a single-byte candidate, looked at again, is far behind. */
static bool
compare_far(struct ug_comparison *c, struct ug_alike *alike)
{
	const int limit = compare_limit(c, alike);

	return alike->text >= limit || ug_score_further(&c->score,
	    &alike->single, &c->leanings[0][alike->single.ascii], limit,
	    &alike->least) >= limit;
}

/* The candidate that is expected most, the first of them; or NULL. */
static const struct ug_alike *
compare_first(const struct ug_comparison *c)
{
	const struct ug_alike *first = c->alike;

	for (size_t i = 1; i < c->n_alike; i++)
		if (c->alike[i].expected < first->expected)
			first = &c->alike[i];
	return c->n_alike > 0 && c->expected != NULL ? first : NULL;
}

/*
 * Read the sample in each candidate.  Those that do not read it go, and those
 * that are far behind.
 */
static void
compare_score(struct ug_comparison *c)
{
	struct ug_alike *order[UG_ENCODINGS_MAX];
	const struct ug_alike *const first = compare_first(c);
	size_t n, from = 0, kept = 0;

	c->best = c->best_alone = INT_MAX / 2;
	if (first != NULL)
		compare_score_alike(c, first);
	n = compare_order(c, order);
	/* The best of these sets a limit to those of several bytes. */
	if (first == NULL && n > 0)
		compare_score_alike(c, order[from++]);
	for (size_t i = 0; i < c->n_alike; i++)
		if (compare_multi(&c->alike[i]) && &c->alike[i] != first)
			compare_score_alike(c, &c->alike[i]);
	for (size_t i = from; i < n; i++)
		if (order[i] != first && !compare_far(c, order[i]))
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
	ug_compare_meet(c);
	compare_begin(c);
	ug_compare_list(c);
	compare_score(c);
}
