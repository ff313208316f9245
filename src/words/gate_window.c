/*
 * gate_window.c - the keys within a window of the stream, and what they say
 *
 * Decisions are asked for one behind the other, so the windows around them
 * overlap nearly whole; each key is counted once when it enters and once when
 * it leaves:
 *
 *	[mentioned trade photo voltaic] report ...
 *	 mentioned [trade photo voltaic report] ...
 *
 * A distinct key, with its inflections, speaks for twice at most, or a manual
 * that says `additional` on each page would be spun.  Hits that count for one
 * record only are in no window but that record's, which starts empty.
 */
#include "gate_window.h"

#include <limits.h>

#include "gate_limits.h"
#include "gate_state.h"
#include "lexicon.h"

#define FOR_AT_MOST 2 /* of a family, by hand */
/* From spun to clean or back, in hundredths of a nat; by hand. */
#define CHANGE 800

struct ug_spin_window *
ug_window_new(const struct ug_alloc *alloc)
{
	const size_t counts = ug_lexicon_n_nodes * sizeof(uint16_t);
	struct ug_spin_window *const window = ug_new(alloc,
	    sizeof(*window) + counts);

	if (window != NULL) {
		*window = (struct ug_spin_window){ .from = 0 };
		memset(window->counts, 0, counts);
	}
	return window;
}

static inline bool
window_counts(const struct ug_spin_window *window,
    const struct ug_spin_hit *hit)
{
	return hit->node != 0 && (hit->own_end == UINT64_MAX ||
	    (hit->own_first <= window->first && hit->own_end >= window->end));
}

static void
window_add(struct ug_spin_window *window, const struct ug_spin_hit *hit)
{
	uint16_t *const count = &window->counts[hit->family];

	if (hit->weight <= 0 || !window_counts(window, hit))
		return;
	++*count;
	window->distinct += *count == 1 && hit->weight >= UG_GATE_STRONG;
}

static void
window_remove(struct ug_spin_window *window, const struct ug_spin_hit *hit)
{
	uint16_t *const count = &window->counts[hit->family];

	if (hit->weight <= 0 || !window_counts(window, hit))
		return;
	--*count;
	window->distinct -= *count == 0 && hit->weight >= UG_GATE_STRONG;
}

/* Slide it to hits[from..to). */
static void
window_move(struct ug_spin_window *window, const struct ug_spin_hit *hits,
    size_t from, size_t to)
{
	if (from >= window->to || to <= window->from) {
		while (window->from < window->to)
			window_remove(window, &hits[window->from++]);
		window->from = window->to = from;
	}
	while (window->from > from)
		window_add(window, &hits[--window->from]);
	while (window->to < to)
		window_add(window, &hits[window->to++]);
	while (window->from < from)
		window_remove(window, &hits[window->from++]);
	while (window->to > to)
		window_remove(window, &hits[--window->to]);
}

/* The first hit at `place` or behind it, looked for from hits[i] on. */
static size_t
window_find(const struct ug_spin *spin, size_t i, uint64_t place)
{
	i = i < spin->old ? spin->old : i > spin->n ? spin->n : i;
	while (i > spin->old && spin->hits[i - 1].place >= place)
		i--;
	while (i < spin->n && spin->hits[i].place < place)
		i++;
	return i;
}

void
ug_window_slide(struct ug_spin_window *window, const struct ug_spin *spin,
    uint64_t place, uint64_t first, uint64_t end)
{
	const size_t from = window_find(spin, window->from,
	    place > UG_SPIN_WINDOW ? place - UG_SPIN_WINDOW : 0);
	const size_t to = window_find(spin, window->to, place +
	    UG_SPIN_WINDOW + 1);

	/* Behind those that count for one record all records are alike. */
	if (end > spin->unknown_end)
		first = end = UINT64_MAX;
	if (first != window->first || end != window->end) {
		window_move(window, spin->hits, 0, 0);
		window->first = first;
		window->end = end;
	}
	window_move(window, spin->hits, from, to);
	window->at = window_find(spin, window->at, place);
}

void
ug_window_cut(struct ug_spin_window *window, const struct ug_spin *spin,
    size_t gone)
{
	const size_t from = window->from > gone ? window->from : gone;
	const size_t to = window->to > gone ? window->to : gone;

	window_move(window, spin->hits, from, to);
	window->from = from - gone;
	window->to = to - gone;
	window->at -= window->at < gone ? window->at : gone;
}

/* Whether FOR_AT_MOST others of its family stand before it in the window. */
static bool
window_surplus(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, size_t i)
{
	int n = 0;

	while (n < FOR_AT_MOST && hits[i].back != 0 &&
	    i - window->from >= hits[i].back) {
		i -= hits[i].back;
		n += window_counts(window, &hits[i]);
	}
	return n == FOR_AT_MOST;
}

/* Whether hits[i] speaks in the window. */
static inline bool
window_hears(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, size_t i)
{
	return window_counts(window, &hits[i]) && (hits[i].weight <= 0 ||
	    window->counts[hits[i].family] <= FOR_AT_MOST ||
	    !window_surplus(window, hits, i));
}

/*
 * What the keys on one side of a place say, read from the place outwards.
 *
 * `most` is the heaviest stretch that begins at the place, with what stands
 * there itself, `own`, which is no part of the sum.  The odds are the
 * best way on which the place is spun less the best on which it is clean: a
 * chain of weights, held within +-CHANGE at each step.  What is further off
 * hardly matters: it adds to `sum`, but no less than `low` comes out, no more
 * than `high`.
 */
struct window_side {
	int own, sum, most, low, high;
};

static inline void
side_see_most(struct window_side *side)
{
	const int all = side->own + side->sum;

	side->most = all > side->most ? all : side->most;
}

/* Hold what is further off than what was added within +-CHANGE. */
static inline void
side_hold(struct window_side *side)
{
	const int low = side->sum - CHANGE, high = side->sum + CHANGE;

	if (side->low == side->high)
		return;
	if (low > side->low)
		side->low = low < side->high ? low : side->high;
	if (high < side->high)
		side->high = high > side->low ? high : side->low;
}

static int
side_odds(const struct window_side *side)
{
	return side->sum < side->low ? side->low :
	    side->sum > side->high ? side->high : side->sum;
}

struct ug_spin_score
ug_window_score(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place)
{
	const struct ug_spin_hit *const hits = spin->hits;
	struct window_side before = { .low = INT_MIN, .high = INT_MAX };
	struct window_side after = before;
	size_t i;

	for (i = window->at; i-- > window->from; ) {
		if (!window_hears(window, hits, i))
			continue;
		before.sum += hits[i].weight;
		side_see_most(&before);
		side_hold(&before);
	}
	for (i = window->at; i < window->to && hits[i].place == place; i++)
		if (window_hears(window, hits, i))
			after.own += hits[i].weight;
	side_see_most(&after);
	for (; i < window->to; i++) {
		if (!window_hears(window, hits, i))
			continue;
		side_hold(&after);
		after.sum += hits[i].weight;
		side_see_most(&after);
	}
	return (struct ug_spin_score){
		.stretch = before.most + after.most,
		.odds = side_odds(&before) + side_odds(&after),
		.distinct = window->distinct
	};
}
