/*
 * gate_score.c - has the text around here been through a synonym spinner?
 *
 * Naive Bayes over keys: gate_table.h has ln P(key | spun) - ln P(key | clean)
 * for each.  `mentioned` for `said` speaks for, a surviving `said` against.
 * One word says nothing; some forty words of spun text suffice, and no clean
 * text comes near (gate_limits.h says how near).  gate_window.c counts them.
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

#define STEP 16  /* tokens between places that are looked at */
#define ODDS 300 /* that a place is spun, at least */

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
	struct ug_spin_window *const wide = spin->wide;

	ug_window_slide(wide, spin, place, first, end);
	return (struct ug_spin_score){ .wide = wide->sum,
		.odds = ug_window_odds(wide, spin, place),
		.distinct = wide->distinct };
}

int
ug_spin_near(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	ug_window_slide(spin->near, spin, place, first, end);
	return spin->near->sum;
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
 * Whether no window around a place of the last record reaches the low-water
 * mark, told from where they start: in a short record all go on to its end.
 */
static bool
spin_stays_below(const struct ug_spin *spin, uint64_t radius)
{
	const uint64_t first = spin->first > radius ? spin->first - radius : 0;
	int64_t most = 0;

	if (spin->end - spin->first > radius || first < spin->unknown_end)
		return false;
	for (size_t i = ug_spin_find(spin, first); i < spin->n; i++) {
		const int64_t sum = spin_sum(spin, i, spin->n);

		most = sum > most ? sum : most;
		if (spin->hits[i].place + radius >= spin->end)
			break;
	}
	return most < spin->low_water;
}

/*
 * Does a window around a place of the last record reach the low-water mark?
 * The windows move on, and hits[from..to) with them.
 */
static bool
spin_reaches(const struct ug_spin *spin, struct ug_spin_window *window)
{
	const uint64_t radius = window->radius;
	const uint64_t last = spin->end - (spin->end > spin->first);
	uint64_t place = spin->first;
	size_t from, to;

	if (spin_stays_below(spin, radius))
		return false;
	from = to = ug_spin_find(spin, place > radius ? place - radius : 0);
	for (;; place += STEP) {
		if (place > last)
			place = last;
		while (from < spin->n &&
		    spin->hits[from].place + radius < place)
			from++;
		while (to < spin->n && spin->hits[to].place <= place + radius)
			to++;
		if (place < spin->unknown_end + radius ||
		    spin_sum(spin, from, to) >= spin->low_water) {
			ug_window_slide(window, spin, place, spin->first,
			    spin->end);
			if (window->sum >= spin->low_water)
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
	    !spin_reaches(spin, spin->near) &&
	    !spin_reaches(spin, spin->wide);
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
