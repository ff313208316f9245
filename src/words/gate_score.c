/*
 * gate_score.c - has the text around here been through a synonym spinner?
 *
 * Naive Bayes over keys: gate_table.h has ln P(key | spun) - ln P(key | clean)
 * for each.  `mentioned` for `said` speaks for, a surviving `said` against.
 * One word says nothing; some forty words of spun text suffice, and no clean
 * text comes near (gate_limits.h says how near).  gate_window.c counts them.
 *
 * The gate stands open at a place if a stretch around it weighs enough, a few
 * different keys that clean text hardly has are near, and the odds are for it:
 *
 *	clean clean mentioned trade photo voltaic clean clean
 *	shut        open                          shut
 */
#include <limits.h>

#include "base/hash.h"
#include "base/least.h"
#include "gate_limits.h"
#include "gate_state.h"
#include "lexicon.h"

#define ODDS 300 /* hundredths of a nat, by hand, that a place is spun */

/* The sum of all weights in front of hits[i]. */
static int64_t
spin_sum(const struct ug_spin *spin, size_t i)
{
	return i < spin->n ? spin->hits[i].sum - spin->hits[i].weight :
	    spin->sum;
}

/* Whether no stretch around a place reaches `score`, the cap left aside. */
static bool
spin_below(const struct ug_spin *spin, uint64_t place, int score)
{
	const uint64_t first = place > UG_SPIN_WINDOW ?
	    place - UG_SPIN_WINDOW : 0;
	const size_t at = ug_spin_find(spin, place);
	int64_t least = spin_sum(spin, at), most = least;

	if (first < spin->unknown_end)
		return false;
	for (size_t i = at; i < spin->n && most - least < score &&
	    spin->hits[i].place <= place + UG_SPIN_WINDOW; i++)
		most = UG_MAX(most, spin->hits[i].sum);
	for (size_t i = at; i > spin->old && most - least < score &&
	    spin->hits[i - 1].place >= first; i--)
		least = UG_MIN(least, spin_sum(spin, i - 1));
	return most - least < score;
}

struct ug_spin_score
ug_spin_score(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	ug_window_slide(spin->window, spin, place, first, end);
	return ug_window_score(spin->window, spin, place);
}

/* The margin at a place, or `most`; the window is moved there. */
static int
spin_margin(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end, int most)
{
	const struct ug_spin_score asked = { .stretch = UG_GATE_STRETCH,
		.odds = ODDS, .distinct = UG_GATE_DISTINCT };

	ug_window_slide(spin->window, spin, place, first, end);
	return ug_window_margin(spin->window, spin, place, asked, most);
}

bool
ug_spin_opens(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	bool *const opened = &spin->window->opened;

	/* Behind a place where it opens, it most often does again. */
	*opened = (*opened || !spin_below(spin, place, UG_GATE_STRETCH)) &&
	    spin_margin(spin, place, first, end, 0) >= 0;
	return *opened;
}

int
ug_spin_margin(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end, unsigned *distinct)
{
	const int margin = spin_margin(spin, place, first, end, INT_MAX);

	*distinct = spin->window->distinct;
	return margin;
}

int
ug_spin_score_margin(struct ug_spin_score score)
{
	const int stretch = score.stretch - UG_GATE_STRETCH;
	const int odds = score.odds - ODDS;

	if (score.distinct < UG_GATE_DISTINCT)
		return -1;
	return UG_MIN(stretch, odds);
}

bool
ug_spin_score_opens(struct ug_spin_score score)
{
	return ug_spin_score_margin(score) >= 0;
}

bool
ug_spin_clean(const struct ug_spin *spin)
{
	return spin->sure_end <= spin->first_token &&
	    spin->alarm_most < spin->low_water;
}

bool
ug_spin_open(const struct ug_spin *spin, uint64_t first, uint64_t end)
{
	const struct ug_spin_hit *const hits = spin->hits;
	const size_t from = ug_spin_find(spin, first);

	/* A key that needs no gate. */
	for (size_t i = from; spin->sure_end > first && i < spin->n &&
	    hits[i].place < end; i++)
		if ((hits[i].flags & UG_NODE_SURE) != 0)
			return true;
	for (size_t i = from; i < spin->n && hits[i].place < end; i++)
		if ((hits[i].flags & UG_NODE_SPUN) != 0 &&
		    ug_spin_opens(spin, hits[i].place, first, end))
			return true;
	return false;
}

uint64_t
ug_spin_state(const struct ug_spin *spin)
{
	const uint64_t end = spin->end_token;
	const size_t from = ug_spin_find(spin, end > UG_SPIN_WINDOW ?
	    end - UG_SPIN_WINDOW : 0);
	uint64_t hash = UG_HASH;

	for (size_t i = from; i < spin->n; i++) {
		const struct ug_spin_hit *const hit = &spin->hits[i];
		const bool own = hit->own_end != UINT64_MAX;
		const uint64_t state[] = {
			end - hit->place, hit->node, hit->family, hit->flags,
			(uint16_t)hit->weight,
			hit->back <= i - from ? hit->back : 0,
			own ? end - hit->own_first : 0,
			own ? end - hit->own_end : UINT64_MAX,
		};

		for (size_t k = 0; k < sizeof(state) / sizeof(*state); k++)
			hash = ug_hash(hash, state[k]);
	}
	if (spin->unknown_end + UG_SPIN_WINDOW > end)
		hash = ug_hash(hash, end - spin->unknown_end);
	return ug_hash(ug_hash(hash, spin->region), (unsigned)spin->alarm);
}
