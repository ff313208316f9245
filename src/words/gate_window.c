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

/*
 * Whether hits[i] speaks in the window; `all` if all of them count, which is
 * asked once for many.
 */
static inline bool
window_hears(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, size_t i, bool all)
{
	return (all || window_counts(window, &hits[i])) &&
	    (hits[i].weight <= 0 ||
	    window->counts[hits[i].family] <= FOR_AT_MOST ||
	    !window_surplus(window, hits, i));
}

/*
 * What the keys on one side of a place say, read from the place outwards: the
 * sums of their weights.
 *
 * The heaviest stretch that begins at the place is the greatest of them.  The
 * odds are the best way on which the place is spun less the best on which it is
 * clean: a chain of weights, held within +-CHANGE at each step.  So no more
 * comes out than the least sum and a change, no less than the greatest without
 * one; where those two meet the odds are settled, and what is further off does
 * not matter.
 */
struct window_side {
	size_t next; /* hit: what was read lies between it and the place */
	int sum, most, least;
	int odds;
	bool settled;
};

#define UNREAD (1 << 28) /* further off than any sum */

static inline void
side_add(struct window_side *side, int weight)
{
	side->sum += weight;
	side->most = side->sum > side->most ? side->sum : side->most;
	side->least = side->sum < side->least ? side->sum : side->least;
	if (side->most - side->least >= 2 * CHANGE && !side->settled) {
		side->settled = true;
		/* That which was there first holds the other one. */
		side->odds = side->sum == side->most ? side->least + CHANGE :
		    side->most - CHANGE;
	}
}

static inline int
side_odds(const struct window_side *side)
{
	const int low = side->most - CHANGE, high = side->least + CHANGE;

	return side->settled ? side->odds : side->sum < low ? low :
	    side->sum > high ? high : side->sum;
}

/* Both sides of a place, and what stands there itself. */
struct window_sides {
	struct window_side before, after;
	int own;
};

/* Both, with nothing read but that. */
static inline struct window_sides
window_sides(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, uint64_t place)
{
	struct window_sides sides = {
		.before = { .next = window->at, .most = -UNREAD,
			.least = UNREAD },
		.after = { .next = window->at }
	};
	size_t *const next = &sides.after.next;

	for (; *next < window->to && hits[*next].place == place; ++*next)
		if (window_hears(window, hits, *next, false))
			sides.own += hits[*next].weight;
	return sides;
}

/* Read one more before the place; false if there is none. */
static inline bool
window_read_before(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, struct window_side *side, bool all)
{
	if (side->next == window->from)
		return false;
	side->next--;
	if (window_hears(window, hits, side->next, all))
		side_add(side, hits[side->next].weight);
	return true;
}

/* The same after it. */
static inline bool
window_read_after(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, struct window_side *side, bool all)
{
	if (side->next == window->to)
		return false;
	if (window_hears(window, hits, side->next, all))
		side_add(side, hits[side->next].weight);
	side->next++;
	return true;
}

/* The heaviest stretch through the place, of what was read. */
static inline int
sides_stretch(const struct window_sides *sides)
{
	const int after = sides->own + sides->after.most;

	return (sides->before.most > 0 ? sides->before.most : 0) +
	    (after > 0 ? after : 0);
}

struct ug_spin_score
ug_window_score(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place)
{
	const struct ug_spin_hit *const hits = spin->hits;
	struct window_sides sides = window_sides(window, hits, place);

	while (window_read_before(window, hits, &sides.before, false))
		;
	while (window_read_after(window, hits, &sides.after, false))
		;
	return (struct ug_spin_score){
		.stretch = sides_stretch(&sides),
		.odds = side_odds(&sides.before) + side_odds(&sides.after),
		.distinct = window->distinct
	};
}

/* ug_window_margin() of a window of which `all` count, or perhaps not. */
static inline int
window_margin(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, uint64_t place,
    struct ug_spin_score asked, bool all)
{
	struct window_sides sides = window_sides(window, hits, place);
	struct window_side *const before = &sides.before;
	struct window_side *const after = &sides.after;
	int odds, stretch;

	while (!before->settled &&
	    window_read_before(window, hits, before, all))
		;
	while (!after->settled && window_read_after(window, hits, after, all))
		;
	odds = side_odds(before) + side_odds(after) - asked.odds;
	if (odds < 0)
		return odds;
	/* The heaviest stretch only grows: what exceeds the odds may do so. */
	while (sides_stretch(&sides) - asked.stretch < odds &&
	    window_read_before(window, hits, before, all))
		;
	while (sides_stretch(&sides) - asked.stretch < odds &&
	    window_read_after(window, hits, after, all))
		;
	stretch = sides_stretch(&sides) - asked.stretch;
	return stretch < odds ? stretch : odds;
}

int
ug_window_margin(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place, struct ug_spin_score asked)
{
	const struct ug_spin_hit *const hits = spin->hits;

	if (window->distinct < asked.distinct)
		return -1;
	return window->from < window->to &&
	    hits[window->from].place >= spin->odd_end ?
	    window_margin(window, hits, place, asked, true) :
	    window_margin(window, hits, place, asked, false);
}
