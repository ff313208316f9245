/*
 * gate_score.c - has the text around here been through a synonym spinner?
 *
 * Naive Bayes over keys: gate_table.h has ln P(key | spun) - ln P(key | clean)
 * for each.  `mentioned` for `said` speaks for, a surviving `said` against.
 * One word says nothing; fifty words of spun text suffice, and no clean text
 * comes near (gate_limits.h says how near).  A distinct key speaks for twice at
 * most, or a manual that says `additional` on each page would be spun.
 *
 * The gate stands open at a place if the wide window scores high enough, a few
 * different keys that clean text hardly has are there, and the odds are for it:
 *
 *	clean clean mentioned trade photo voltaic clean clean
 *	shut        open                          shut
 */
#include "gate_limits.h"
#include "gate_state.h"
#include "lexicon.h"

#define STEP 16 /* tokens between places that are looked at */
#define FOR_AT_MOST 2
#define CHANGE 800 /* from spun to clean or back, in hundredths of a nat */
#define ODDS   300 /* that a place is spun, at least */

/* The keys of a window that count, in the order of the text. */
struct spin_window {
	int weights[2 * UG_SPIN_WINDOW + 1];
	size_t n, n_before; /* all; those before the place itself, */
	size_t n_at;        /* and there */
	int sum;
	unsigned distinct;  /* strong spun forms */
};

static void
window_add(struct spin_window *window, uint8_t *count, int weight)
{
	if (weight >= GATE_STRONG && *count == 0)
		window->distinct++;
	*count = (uint8_t)(weight > 0 ? *count + 1 : 0);
	window->sum += weight;
	window->weights[window->n++] = weight;
}

static void
window_take(struct spin_window *window, const struct ug_spin *spin,
    uint64_t place, uint64_t first, uint64_t end, uint64_t radius)
{
	size_t from, i;

	from = ug_spin_find(spin, place > radius ? place - radius : 0);
	window->n = window->n_before = window->n_at = 0;
	window->sum = 0;
	window->distinct = 0;
	for (i = from; i < spin->n && spin->hits[i].place <= place + radius;
	    i++) {
		const struct ug_spin_hit *hit = &spin->hits[i];
		const int weight = hit->weight;

		if (hit->own_first > first || hit->own_end < end ||
		    hit->node == 0)
			continue;
		if (weight > 0 && spin->counts[hit->node] >= FOR_AT_MOST)
			continue;
		window->n_before += hit->place < place;
		window->n_at += hit->place == place;
		window_add(window, &spin->counts[hit->node], weight);
	}
	while (i-- > from)
		spin->counts[spin->hits[i].node] = 0;
}

static int
max(int a, int b)
{
	return a > b ? a : b;
}

/*
 * The best way through a window on which its place is spun, less the best on
 * which it is clean.  Each change from one to the other costs; what stands at
 * the place does not speak for itself.
 */
static int
window_odds(const struct spin_window *window)
{
	int spun = 0, clean = 0, spun_on = 0, clean_on = 0, was;
	size_t i;

	for (i = 0; i < window->n_before; i++) {
		was = spun;
		spun = max(spun, clean - CHANGE) + window->weights[i];
		clean = max(clean, was - CHANGE);
	}
	for (i = window->n; i-- > window->n_before + window->n_at; ) {
		was = clean_on;
		spun_on += window->weights[i];
		clean_on = max(clean_on, spun_on - CHANGE);
		spun_on = max(spun_on, was - CHANGE);
	}
	return spun + spun_on - clean - clean_on;
}

/* What hits[from..to) weigh without the cap, which is not less than with it. */
static int64_t
spin_sum(const struct ug_spin *spin, size_t from, size_t to)
{
	return from == to ? 0 : spin->hits[to - 1].sum -
	    spin->hits[from].sum + spin->hits[from].weight;
}

/* Whether a window cannot reach `score`: without the cap it does not. */
static bool
spin_below(const struct ug_spin *spin, uint64_t place, uint64_t radius,
    int score)
{
	uint64_t first = place > radius ? place - radius : 0;
	size_t from, to;

	if (first < spin->unknown_end)
		return false;
	from = ug_spin_find(spin, first);
	to = ug_spin_find(spin, place + radius + 1);
	return spin_sum(spin, from, to) < score;
}

struct ug_spin_score
ug_spin_score(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	struct ug_spin_score score;
	struct spin_window window;

	window_take(&window, spin, place, first, end, UG_SPIN_WINDOW);
	score.wide = window.sum;
	score.distinct = window.distinct;
	score.odds = window_odds(&window);
	return score;
}

int
ug_spin_near(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	struct spin_window window;

	window_take(&window, spin, place, first, end, UG_SPIN_NEAR);
	return window.sum;
}

bool
ug_spin_opens(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	return !spin_below(spin, place, UG_SPIN_WINDOW, GATE_WIDE) &&
	    ug_spin_score_opens(ug_spin_score(spin, place, first, end));
}

int
ug_spin_score_margin(struct ug_spin_score score)
{
	int wide = score.wide - GATE_WIDE, odds = score.odds - ODDS;

	if (score.distinct < GATE_DISTINCT)
		return -1;
	return wide < odds ? wide : odds;
}

bool
ug_spin_score_opens(struct ug_spin_score score)
{
	return ug_spin_score_margin(score) >= 0;
}

/* Does a key that needs no gate stand in tokens first..end? */
static bool
spin_has_sure(const struct ug_spin *spin, uint64_t first, uint64_t end)
{
	size_t i;

	for (i = ug_spin_find(spin, first); i < spin->n &&
	    spin->hits[i].place < end; i++)
		if (spin->hits[i].flags & UG_NODE_SURE)
			return true;
	return false;
}

/*
 * Does a window around a place of the last record reach the low-water mark?
 * The windows move on, and hits[from..to) with them.
 */
static bool
spin_reaches(const struct ug_spin *spin, uint64_t radius)
{
	const uint64_t last = spin->end - (spin->end > spin->first);
	uint64_t place = spin->first;
	size_t from = ug_spin_find(spin, place > radius ? place - radius : 0);
	size_t to = from;

	for (;; place += STEP) {
		struct spin_window window;

		if (place > last)
			place = last;
		while (from < spin->n &&
		    spin->hits[from].place + radius < place)
			from++;
		while (to < spin->n && spin->hits[to].place <= place + radius)
			to++;
		if (place < spin->unknown_end + radius ||
		    spin_sum(spin, from, to) >= spin->low_water) {
			window_take(&window, spin, place, spin->first,
			    spin->end, radius);
			if (window.sum >= spin->low_water)
				return true;
		}
		if (place == last)
			return false;
	}
}

bool
ug_spin_clean(const struct ug_spin *spin)
{
	return spin->sure_end <= spin->first &&
	    !spin_reaches(spin, UG_SPIN_NEAR) &&
	    !spin_reaches(spin, UG_SPIN_WINDOW);
}

bool
ug_spin_open(const struct ug_spin *spin, uint64_t first, uint64_t end)
{
	size_t i;

	if (spin_has_sure(spin, first, end))
		return true;
	for (i = ug_spin_find(spin, first); i < spin->n &&
	    spin->hits[i].place < end; i++) {
		if ((spin->hits[i].flags & UG_NODE_SPUN) != 0 &&
		    ug_spin_opens(spin, spin->hits[i].place, first, end))
			return true;
	}
	return false;
}
