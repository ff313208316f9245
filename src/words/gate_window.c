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

#include "base/least.h"
#include "gate_limits.h"
#include "gate_state.h"
#include "lexicon.h"

#define FOR_AT_MOST 2 /* of a family, by hand */
/* From spun to clean or back, in hundredths of a nat; by hand. */
#define CHANGE 800

struct ug_spin_window *
ug_window_new(const struct ug_alloc *alloc)
{
	struct ug_spin_window *const window = ug_new(alloc, sizeof(*window));

	if (window != NULL) {
		*window = (struct ug_spin_window){ .from = 0 };
		window->counts = window->few;
	}
	return window;
}

void
ug_window_free(struct ug_spin_window *window, const struct ug_alloc *alloc)
{
	if (window != NULL && window->counts != window->few)
		ug_release(alloc, window->counts);
	ug_release(alloc, window);
}

enum ungarble_err
ug_window_tabulate(struct ug_spin_window *window, struct ug_spin_hit *hits,
    size_t n, const struct ug_alloc *alloc)
{
	const size_t len = ug_lexicon_n_nodes * sizeof(*window->counts);
	uint16_t *const counts = ug_new(alloc, len);

	if (counts == NULL)
		return UNGARBLE_ENOMEM;
	memset(counts, 0, len);
	for (size_t i = 0; i < n; i++) {
		if (hits[i].weight <= 0)
			continue;
		counts[hits[i].family] = window->few[hits[i].seat];
		hits[i].seat = hits[i].family;
	}
	window->counts = counts;
	return UNGARBLE_OK;
}

static inline bool
window_counts(const struct ug_spin_window *window,
    const struct ug_spin_hit *hit)
{
	return hit->node != 0 && (hit->own_end == UINT64_MAX ||
	    (hit->own_first <= window->first && hit->own_end >= window->end));
}

/* Count a hit, or no longer. */
static inline void
window_count(struct ug_spin_window *window, const struct ug_spin_hit *hit,
    int times)
{
	uint16_t *const count = &window->counts[hit->seat];
	const bool was = *count > 0;

	*count = (uint16_t)(*count + times);
	if (hit->weight >= UG_GATE_STRONG)
		window->distinct += (unsigned)(*count > 0) - (unsigned)was;
}

/* Let a hit be heard, or not. */
static inline void
hit_hear(struct ug_spin_hit *hit, bool heard)
{
	hit->heard = heard;
	hit->said = heard ? hit->weight : 0;
}

/* Take the next hit in, behind the others. */
static inline void
window_enter(struct ug_spin_window *window, struct ug_spin_hit *hit)
{
	const bool counts = window_counts(window, hit);

	if (counts && hit->weight > 0)
		window_count(window, hit, 1);
	hit_hear(hit, counts && (hit->weight <= 0 ||
	    window->counts[hit->seat] <= FOR_AT_MOST));
}

/* Let the first one go; another one of its family may be heard then. */
static inline void
window_leave(struct ug_spin_window *window, struct ug_spin_hit *hit)
{
	if (hit->weight <= 0 || !window_counts(window, hit))
		return;
	if (window->counts[hit->seat] > FOR_AT_MOST) {
		struct ug_spin_hit *third = hit;

		for (int i = 0; i < FOR_AT_MOST; i++)
			third += third->ahead;
		hit_hear(third, true);
	}
	window_count(window, hit, -1);
}

/* Slide it to hits[from..to). */
static void
window_move(struct ug_spin_window *window, struct ug_spin_hit *hits,
    size_t from, size_t to)
{
	if (from >= window->to || to <= window->from) {
		while (window->from < window->to)
			window_leave(window, &hits[window->from++]);
		window->from = window->to = from;
	}
	window->stale |= window->from > from;
	while (window->from > from) {
		const struct ug_spin_hit *const hit = &hits[--window->from];

		if (hit->weight > 0 && window_counts(window, hit))
			window_count(window, hit, 1);
	}
	while (window->to < to)
		window_enter(window, &hits[window->to++]);
	while (window->from < from)
		window_leave(window, &hits[window->from++]);
	while (window->to > to) {
		const struct ug_spin_hit *const hit = &hits[--window->to];

		if (hit->weight > 0 && window_counts(window, hit))
			window_count(window, hit, -1);
	}
}

/* The first hit at `place` or behind it, looked for from hits[i] on. */
static inline size_t
window_find(const struct ug_spin *spin, size_t i, uint64_t place)
{
	const struct ug_spin_hit *const hits = spin->hits;
	const size_t old = spin->old, n = spin->n;

	i = UG_MAX(old, UG_MIN(i, n));
	while (i < n && hits[i].place < place)
		i++;
	while (i > old && hits[i - 1].place >= place)
		i--;
	return i;
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

/* Tell anew what each hit says. */
static void
window_tell(struct ug_spin_window *window, struct ug_spin_hit *hits)
{
	for (size_t i = window->from; i < window->to; i++) {
		struct ug_spin_hit *const hit = &hits[i];
		hit_hear(hit, window_counts(window, hit) &&
		    (hit->weight <= 0 ||
		    window->counts[hit->seat] <= FOR_AT_MOST ||
		    !window_surplus(window, hits, i)));
	}
	window->stale = false;
}

/* Whether there may be hits among those that do not count everywhere. */
static bool
window_is_odd(const struct ug_spin *spin, size_t from, size_t to)
{
	return from < to && spin->hits[from].place < spin->odd_end;
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
	/* Links lead to those that do not count, too. */
	window->stale |= window_is_odd(spin, window->from, window->to) ||
	    window_is_odd(spin, from, to);
	window_move(window, spin->hits, from, to);
	window->at = window_find(spin, window->at, place);
	if (window->stale)
		window_tell(window, spin->hits);
}

void
ug_window_cut(struct ug_spin_window *window, const struct ug_spin *spin,
    size_t gone)
{
	const size_t from = UG_MAX(window->from, gone);
	const size_t to = UG_MAX(window->to, gone);

	window_move(window, spin->hits, from, to);
	window->from = from - gone;
	window->to = to - gone;
	window->at -= UG_MIN(window->at, gone);
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
	ptrdiff_t next; /* hit */
	int sum, most, least;
};

#define UNREAD (1 << 28) /* further off than any sum */

/*
 * Read on, in steps of 1 or -1, to the end, or until the sums lie so far apart,
 * or one is enough.  Those that are not heard add 0 to the sum, which makes no
 * other of the sums there are: there must be one.
 */
static inline void
side_read(struct window_side *side, const struct ug_spin_hit *hits, int step,
    ptrdiff_t end, int apart, int enough)
{
	struct window_side s = *side;

	while (s.next != end &&
	    (apart == INT_MAX || s.most - s.least < apart) &&
	    (enough == INT_MAX || s.most < enough)) {
		s.sum += hits[s.next].said;
		s.next += step;
		s.most = UG_MAX(s.sum, s.most);
		s.least = UG_MIN(s.sum, s.least);
	}
	*side = s;
}

/* What was read until the odds were settled, or to the end, says of them. */
static int
side_odds(const struct window_side *side)
{
	const int low = side->most - CHANGE, high = side->least + CHANGE;

	/* That which was there first holds the other one. */
	if (low >= high)
		return side->sum == side->most ? high : low;
	return UG_MAX(low, UG_MIN(side->sum, high));
}

/* Both sides of a place, and what stands there itself. */
struct window_sides {
	const struct ug_spin_hit *hits;
	struct window_side before, after;
	ptrdiff_t first, end;
	int own, odds;
};

static inline void
sides_read_before(struct window_sides *sides, int apart, int enough)
{
	side_read(&sides->before, sides->hits, -1, sides->first - 1, apart,
	    enough);
}

static inline void
sides_read_after(struct window_sides *sides, int apart, int enough)
{
	side_read(&sides->after, sides->hits, 1, sides->end, apart, enough);
}

/* Both, read until the odds are settled. */
static struct window_sides
window_sides(const struct ug_spin_window *window,
    const struct ug_spin_hit *hits, uint64_t place)
{
	const ptrdiff_t at = (ptrdiff_t)window->at;
	struct window_sides sides = {
		.hits = hits,
		.before = { .next = at - 1, .most = -UNREAD, .least = UNREAD },
		.after = { .next = at },
		.first = (ptrdiff_t)window->from,
		.end = (ptrdiff_t)window->to,
	};
	ptrdiff_t *const next = &sides.after.next;

	for (; *next < sides.end && hits[*next].place == place; ++*next)
		sides.own += hits[*next].said;
	while (sides.before.next >= sides.first &&
	    !hits[sides.before.next].heard)
		sides.before.next--;
	sides_read_before(&sides, 2 * CHANGE, INT_MAX);
	sides_read_after(&sides, 2 * CHANGE, INT_MAX);
	sides.odds = side_odds(&sides.before) + side_odds(&sides.after);
	return sides;
}

/* The heaviest stretch through the place, of what was read. */
static inline int
sides_stretch(const struct window_sides *sides)
{
	const int after = sides->own + sides->after.most;

	return UG_MAX(sides->before.most, 0) + UG_MAX(after, 0);
}

struct ug_spin_score
ug_window_score(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place)
{
	struct window_sides sides = window_sides(window, spin->hits, place);

	sides_read_before(&sides, INT_MAX, INT_MAX);
	sides_read_after(&sides, INT_MAX, INT_MAX);
	return (struct ug_spin_score){
		.stretch = sides_stretch(&sides),
		.odds = sides.odds,
		.distinct = window->distinct
	};
}

int
ug_window_margin(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place, struct ug_spin_score asked,
    int most)
{
	struct window_sides sides;
	int odds, lacks;

	if (window->distinct < asked.distinct)
		return -1;
	sides = window_sides(window, spin->hits, place);
	odds = sides.odds - asked.odds;
	odds = UG_MIN(odds, most);
	if (odds < 0)
		return odds;
	/* The heaviest stretch only grows: what exceeds the odds may do so. */
	lacks = odds + asked.stretch - sides_stretch(&sides);
	if (lacks > 0)
		sides_read_before(&sides, INT_MAX, lacks +
		    UG_MAX(sides.before.most, 0));
	lacks = odds + asked.stretch - sides_stretch(&sides);
	if (lacks > 0)
		sides_read_after(&sides, INT_MAX, lacks +
		    (sides.own + sides.after.most > 0 ? sides.after.most :
		    -sides.own));
	lacks = odds + asked.stretch - sides_stretch(&sides);
	return lacks > 0 ? odds - lacks : odds;
}
