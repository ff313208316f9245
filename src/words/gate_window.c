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
 * A distinct key speaks for twice at most, or a manual that says `additional`
 * on each page would be spun.  Hits that count for one record only are in no
 * window but that record's, which starts empty.
 */
#include "gate_window.h"

#include <limits.h>

#include "gate_limits.h"
#include "gate_state.h"
#include "lexicon.h"

#define FOR_AT_MOST 2
#define CHANGE 800 /* from spun to clean or back, in hundredths of a nat */

struct ug_spin_window *
ug_window_new(const struct ug_alloc *alloc, uint64_t radius, bool linked)
{
	const size_t counts = ug_lexicon_n_nodes * sizeof(uint16_t);
	struct ug_spin_window *const window = ug_new(alloc,
	    sizeof(*window) + counts);

	if (window != NULL) {
		*window = (struct ug_spin_window){ .radius = radius,
			.linked = linked };
		memset(window->counts, 0, counts);
	}
	return window;
}

static bool
window_counts(const struct ug_spin_window *window,
    const struct ug_spin_hit *hit)
{
	return hit->node != 0 && hit->own_first <= window->first &&
	    hit->own_end >= window->end;
}

/*
 * Let hits[i], which enters at one end or the other, know of its like in the
 * window.
 */
static void
window_link(const struct ug_spin_window *window, struct ug_spin_hit *hits,
    size_t i)
{
	const size_t step = i > window->from ? (size_t)-1 : 1;
	size_t k = i;

	hits[i].back = 0;
	if (window->counts[hits[i].node] == 0)
		return;
	do
		k += step;
	while (hits[k].node != hits[i].node ||
	    !window_counts(window, &hits[k]));
	if (k < i)
		hits[i].back = (uint16_t)(i - k);
	else
		hits[k].back = (uint16_t)(k - i);
}

static void
window_add(struct ug_spin_window *window, struct ug_spin_hit *hits, size_t i)
{
	struct ug_spin_hit *const hit = &hits[i];
	uint16_t *const count = &window->counts[hit->node];

	if (!window_counts(window, hit))
		return;
	if (hit->weight <= 0) {
		window->sum += hit->weight;
		return;
	}
	if (window->linked)
		window_link(window, hits, i);
	if ((*count)++ < FOR_AT_MOST)
		window->sum += hit->weight;
	window->distinct += *count == 1 && hit->weight >= GATE_STRONG;
}

static void
window_remove(struct ug_spin_window *window, const struct ug_spin_hit *hit)
{
	uint16_t *const count = &window->counts[hit->node];

	if (!window_counts(window, hit))
		return;
	if (hit->weight <= 0) {
		window->sum -= hit->weight;
		return;
	}
	if (--*count < FOR_AT_MOST)
		window->sum -= hit->weight;
	window->distinct -= *count == 0 && hit->weight >= GATE_STRONG;
}

/* Slide it to hits[from..to). */
static void
window_move(struct ug_spin_window *window, struct ug_spin_hit *hits,
    size_t from, size_t to)
{
	if (from >= window->to || to <= window->from) {
		while (window->from < window->to)
			window_remove(window, &hits[window->from++]);
		window->from = window->to = from;
	}
	while (window->from > from)
		window_add(window, hits, --window->from);
	while (window->to < to)
		window_add(window, hits, window->to++);
	while (window->from < from)
		window_remove(window, &hits[window->from++]);
	while (window->to > to)
		window_remove(window, &hits[--window->to]);
}

void
ug_window_slide(struct ug_spin_window *window, const struct ug_spin *spin,
    uint64_t place, uint64_t first, uint64_t end)
{
	const uint64_t radius = window->radius;
	const uint64_t start = place > radius ? place - radius : 0;

	/* Behind those that count for one record all records are alike. */
	if (end > spin->unknown_end)
		first = end = UINT64_MAX;
	if (first != window->first || end != window->end) {
		window_move(window, spin->hits, 0, 0);
		window->first = first;
		window->end = end;
	}
	window_move(window, spin->hits, ug_spin_find(spin, start),
	    ug_spin_find(spin, place + radius + 1));
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
}

/* Whether FOR_AT_MOST others of its key stand before it in the window. */
static bool
window_surplus(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, size_t i)
{
	int n = 0;

	for (; n < FOR_AT_MOST && hits[i].back != 0 &&
	    i - window->from >= hits[i].back; n++)
		i -= hits[i].back;
	return n == FOR_AT_MOST;
}

/* Whether hits[i] speaks in the window. */
static inline bool
window_hears(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, size_t i)
{
	return window_counts(window, &hits[i]) && (hits[i].weight <= 0 ||
	    window->counts[hits[i].node] <= FOR_AT_MOST ||
	    !window_surplus(window, hits, i));
}

/*
 * The best way on which a place is spun less the best on which it is clean, as
 * far as one side of the place can tell: a chain of weights, held within
 * +-CHANGE at each step.  It is read from the place outwards, since what is
 * further off hardly matters: the outcome is `sum` and what comes from further
 * off, but no less than `low`, no more than `high`.
 */
struct window_side {
	int low, high, sum;
};

static int
within(int a, int low, int high)
{
	return a < low ? low : a > high ? high : a;
}

/* Hold what is further off than `side` within +-CHANGE. */
static void
side_hold(struct window_side *side)
{
	const int low = side->low;

	side->low = within(side->sum - CHANGE, low, side->high);
	side->high = within(side->sum + CHANGE, low, side->high);
}

int
ug_window_odds(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place)
{
	const struct ug_spin_hit *const hits = spin->hits;
	struct window_side before = { INT_MIN, INT_MAX, 0 };
	struct window_side after = before;
	size_t at = ug_spin_find(spin, place), i = at;

	/* What stands at the place does not speak for itself. */
	while (i-- > window->from && before.low < before.high) {
		if (!window_hears(window, hits, i))
			continue;
		before.sum += hits[i].weight;
		side_hold(&before);
	}
	for (i = at; i < window->to && after.low < after.high; i++) {
		if (hits[i].place == place || !window_hears(window, hits, i))
			continue;
		side_hold(&after);
		after.sum += hits[i].weight;
	}
	return within(before.sum, before.low, before.high) +
	    within(after.sum, after.low, after.high);
}
