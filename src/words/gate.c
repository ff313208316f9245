/*
 * gate.c - has the text around here been through a synonym spinner?
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
 *
 * Keys do not reach over a line end, so what is a record makes no difference.
 * A line that is a key and no more is an entry of a list, which says nothing.
 */
#include "gate.h"

#include "cues.h"
#include "gate_limits.h"
#include "gate_table.h"
#include "lexicon.h"
#include "lexicon_own_hits.h"
#include "lexicon_table.h"

/* The trainers, which make these anew, are built with UG_TRAINING defined. */
#ifndef UG_TRAINING
_Static_assert(GATE_TABLE_LEXICON == UG_LEXICON_VERSION &&
    sizeof(gate_weights) / sizeof(gate_weights[0]) == UG_LEXICON_N_NODES,
    "gate_table.h is of another lexicon: see words/README");
_Static_assert(GATE_LIMITS_LEXICON == UG_LEXICON_VERSION,
    "gate_limits.h is of another lexicon: see words/README");
#endif

#define STEP 16 /* tokens between places that are looked at */
#define FOR_AT_MOST 2
#define CHANGE 800 /* from spun to clean or back, in hundredths of a nat */
#define ODDS   300 /* that a place is spun, at least */

struct spin_hit {
	uint64_t place;
	uint64_t own_first, own_end; /* the records it counts for */
	int64_t sum;                 /* of all weights up to this one */
	uint32_t node;               /* 0: the caller's own alone */
	int16_t weight;
	uint8_t flags;               /* of the node and of the caller's rows */
};

/* A record that begins inside code: see ug_tokens. */
struct spin_inside {
	uint64_t first;
	uint8_t region;
};

struct ug_spin {
	const struct ug_alloc *alloc;
	struct ug_own_hits own;  /* the caller's rows, in the record too */
	struct spin_hit *hits;
	size_t n, cap, old;      /* hits[0..old) are forgotten */
	int64_t sum;             /* of all hits ever */
	uint64_t unknown_end;    /* no hit behind it counts for itself only */
	struct ug_cues cues;     /* of the record that is seen */
	struct ug_found *found;
	size_t cap_found;
	uint8_t *counts;         /* of each node; zero between calls */
	size_t cap_counts;
	struct spin_inside *inside;
	size_t n_inside, cap_inside;
	uint64_t first, end;     /* of the record seen last */
	uint64_t sure_end;       /* behind the last key that needs no gate */
	uint8_t region;
	int low_water;
};

enum ungarble_err
ug_spin_new(struct ug_spin **spin, const struct ug_alloc *alloc)
{
	struct ug_spin *s;
	void *p = NULL;
	size_t cap = 0;

	*spin = NULL;
	if (ug_reserve(alloc, &p, &cap, 1, sizeof(*s)) != UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	s = p;
	*s = (struct ug_spin){ .alloc = alloc, .own = { .alloc = alloc },
		.cues = { .alloc = alloc }, .low_water = GATE_LOW_WATER };
	p = NULL;
	if (ug_reserve(alloc, &p, &s->cap_counts, ug_lexicon_n_nodes, 1) !=
	    UNGARBLE_OK) {
		ug_release(alloc, s);
		return UNGARBLE_ENOMEM;
	}
	s->counts = p;
	memset(s->counts, 0, ug_lexicon_n_nodes);
	*spin = s;
	return UNGARBLE_OK;
}

void
ug_spin_free(struct ug_spin *spin)
{
	if (spin == NULL)
		return;
	ug_release(spin->alloc, spin->hits);
	ug_own_hits_free(&spin->own);
	ug_release(spin->alloc, spin->cues.v);
	ug_release(spin->alloc, spin->found);
	ug_release(spin->alloc, spin->counts);
	ug_release(spin->alloc, spin->inside);
	ug_release(spin->alloc, spin);
}

void
ug_spin_set_own(struct ug_spin *spin, const struct ug_own *own)
{
	spin->own.rows = own;
}

void
ug_spin_look_for_others(struct ug_spin *spin)
{
	spin->cues.others.wanted = true;
}

const struct ug_cues *
ug_spin_cues(const struct ug_spin *spin)
{
	return spin == NULL ? NULL : &spin->cues;
}

/* Make room for n more hits. */
static enum ungarble_err
spin_reserve(struct ug_spin *spin, size_t n)
{
	if (spin->n + n > spin->cap && spin->old > spin->n / 2) {
		spin->n -= spin->old;
		memmove(spin->hits, spin->hits + spin->old,
		    spin->n * sizeof(*spin->hits));
		spin->old = 0;
	}
	return ug_reserve(spin->alloc, &spin->hits, &spin->cap, spin->n + n,
	    sizeof(*spin->hits));
}

static void
spin_add_hit(struct ug_spin *spin, struct spin_hit hit)
{
	hit.weight = gate_weights[hit.node];
	spin->sum += hit.weight;
	hit.sum = spin->sum;
	if (hit.flags & UG_NODE_SURE)
		spin->sure_end = hit.place + 1;
	spin->hits[spin->n++] = hit;
}

static enum ungarble_err
spin_add_inside(struct ug_spin *spin)
{
	enum ungarble_err err;

	/* A record without tokens leaves its place to the next one. */
	if (spin->n_inside > 0 &&
	    spin->inside[spin->n_inside - 1].first == spin->end)
		spin->n_inside--;
	err = ug_reserve(spin->alloc, &spin->inside, &spin->cap_inside,
	    spin->n_inside + 1, sizeof(*spin->inside));
	if (err == UNGARBLE_OK)
		spin->inside[spin->n_inside++] =
		    (struct spin_inside){ spin->end, spin->region };
	return err;
}

/*
 * Whether a key is all of its line.  One token may stand beside it, as in
 * `remedy's`, if the key needs more than itself to be restored.
 */
static bool
spin_listed(const struct ug_found *found)
{
	return found->n + !(found->flags & UG_NODE_SURE) >= found->line;
}

/*
 * The flags of the caller's rows that start before token `end` of the record,
 * from own.v[*i] on.
 */
static uint8_t
spin_own_flags(const struct ug_spin *spin, size_t *i, size_t end)
{
	uint8_t flags = 0;

	for (; *i < spin->own.n && spin->own.v[*i].at < end; ++*i)
		flags |= spin->own.v[*i].flags;
	return flags;
}

/* Add what stands in the record; `hit` has what is the same for all. */
static void
spin_add_found(struct ug_spin *spin, struct spin_hit hit, size_t n_found)
{
	const struct ug_own_hit *const own = spin->own.v;
	size_t i = 0, k = 0;

	for (; spin->own.n == 0 && k < n_found; k++) {
		if (spin_listed(&spin->found[k]))
			continue;
		hit.place = spin->end + spin->found[k].at;
		hit.node = spin->found[k].node;
		hit.flags = spin->found[k].flags;
		spin_add_hit(spin, hit);
	}
	while (k < n_found || i < spin->own.n) {
		const struct ug_found *const found = &spin->found[k];

		hit.node = 0;
		if (k == n_found || (i < spin->own.n && own[i].at < found->at)) {
			hit.place = spin->end + own[i].at;
			hit.flags = own[i++].flags;
			spin_add_hit(spin, hit);
			continue;
		}
		k++;
		hit.place = spin->end + found->at;
		hit.flags = spin_own_flags(spin, &i,
		    (size_t)found->at + found->n);
		if (!spin_listed(found)) {
			hit.node = found->node;
			hit.flags |= found->flags;
		}
		if (hit.flags != 0)
			spin_add_hit(spin, hit);
	}
}

enum ungarble_err
ug_spin_see(struct ug_spin *spin, struct ug_text record, bool known,
    uint64_t *first, uint64_t *end)
{
	const struct ug_cues *const cues = &spin->cues;
	struct spin_hit hit = { .own_end = UINT64_MAX };
	uint8_t region = spin->region;
	enum ungarble_err err;
	size_t n, n_found;

	if (region != 0 && (err = spin_add_inside(spin)) != UNGARBLE_OK)
		return err;
	err = ug_cues_read(&spin->cues, record, &region);
	if (err == UNGARBLE_OK)
		err = ug_reserve(spin->alloc, &spin->found, &spin->cap_found,
		    cues->n + 1, sizeof(*spin->found));
	if (err != UNGARBLE_OK)
		return err;
	n = cues->n_tokens;
	if (!known) {
		hit.own_first = spin->end;
		hit.own_end = spin->unknown_end = spin->end + n;
	}
	n_found = ug_cues_match(cues->v, cues->n, spin->found);
	err = ug_own_hits_find(&spin->own, record, spin->region);
	if (err == UNGARBLE_OK)
		err = spin_reserve(spin, n_found + spin->own.n);
	if (err != UNGARBLE_OK)
		return err;
	spin_add_found(spin, hit, n_found);
	if (known)
		spin->region = region;
	*first = spin->first = spin->end;
	*end = spin->end += n;
	return UNGARBLE_OK;
}

/* The first hit at `place` or behind it. */
static size_t
spin_find(const struct ug_spin *spin, uint64_t place)
{
	size_t low = spin->old, high = spin->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (spin->hits[mid].place < place)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

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
	size_t from = spin_find(spin, place > radius ? place - radius : 0), i;

	window->n = window->n_before = window->n_at = 0;
	window->sum = 0;
	window->distinct = 0;
	for (i = from; i < spin->n && spin->hits[i].place <= place + radius;
	    i++) {
		const struct spin_hit *hit = &spin->hits[i];
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
	from = spin_find(spin, first);
	to = spin_find(spin, place + radius + 1);
	return spin_sum(spin, from, to) < score;
}

struct ug_spin_score
ug_spin_score(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	struct ug_spin_score score;
	struct spin_window window;

	window_take(&window, spin, place, first, end, UG_SPIN_NEAR);
	score.near = window.sum;
	window_take(&window, spin, place, first, end, UG_SPIN_WINDOW);
	score.wide = window.sum;
	score.distinct = window.distinct;
	score.odds = window_odds(&window);
	return score;
}

bool
ug_spin_opens(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	struct spin_window window;

	if (spin_below(spin, place, UG_SPIN_WINDOW, GATE_WIDE))
		return false;
	window_take(&window, spin, place, first, end, UG_SPIN_WINDOW);
	return window.sum >= GATE_WIDE && window.distinct >= GATE_DISTINCT &&
	    window_odds(&window) >= ODDS;
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

	for (i = spin_find(spin, first); i < spin->n &&
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
	size_t from = spin_find(spin, place > radius ? place - radius : 0);
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
ug_spin_ready(const struct ug_spin *spin, uint64_t end)
{
	return spin->end >= end + UG_SPIN_WINDOW;
}

bool
ug_spin_open(const struct ug_spin *spin, uint64_t first, uint64_t end)
{
	size_t i;

	if (spin_has_sure(spin, first, end))
		return true;
	for (i = spin_find(spin, first); i < spin->n &&
	    spin->hits[i].place < end; i++) {
		if ((spin->hits[i].flags & UG_NODE_SPUN) != 0 &&
		    ug_spin_opens(spin, spin->hits[i].place, first, end))
			return true;
	}
	return false;
}

void
ug_spin_forget(struct ug_spin *spin, uint64_t first)
{
	size_t n = 0;

	spin->old = spin_find(spin, first > UG_SPIN_WINDOW ?
	    first - UG_SPIN_WINDOW : 0);
	while (n < spin->n_inside && spin->inside[n].first < first)
		n++;
	spin->n_inside -= n;
	if (n > 0 && spin->n_inside > 0)
		memmove(spin->inside, spin->inside + n,
		    spin->n_inside * sizeof(*spin->inside));
}

void
ug_spin_enter_block(struct ug_spin *spin)
{
	spin->region = 0;
}

uint8_t
ug_spin_region(const struct ug_spin *spin, uint64_t first)
{
	size_t i;

	for (i = 0; i < spin->n_inside; i++)
		if (spin->inside[i].first == first)
			return spin->inside[i].region;
	return 0;
}

void
ug_spin_set_low_water(struct ug_spin *spin, int hundredths)
{
	spin->low_water = hundredths;
}
