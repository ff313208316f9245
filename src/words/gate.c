/*
 * gate.c - which keys of lexicon and caller stand where in a stream
 *
 *	Officers mentioned it.	->	officers (0), mentioned (1)
 *
 * What gate_score.c goes by.  Keys do not reach over a line end, so what is a
 * record makes no difference; a record that waits keeps what stands around it.
 * A line that is a key and no more is an entry of a list, which says nothing.
 */
#include "base/least.h"
#include "gate_limits.h"
#include "gate_state.h"
#include "gate_table.h"
#include "lexicon.h"
#include "lexicon_table.h"
#include "vectors.h"

/* The trainers, which make these anew, are built with UG_TRAINING defined. */
#ifndef UG_TRAINING
_Static_assert(GATE_TABLE_LEXICON == UG_LEXICON_VERSION &&
    sizeof(gate_weights) / sizeof(gate_weights[0]) == UG_LEXICON_N_NODES,
    "gate_table.h is of another lexicon: see words/README");
_Static_assert(UG_GATE_LIMITS_LEXICON == UG_LEXICON_VERSION,
    "gate_limits.h is of another lexicon: see words/README");
#endif

/* How low and how high an alarm stands at most, in hundredths: set by hand. */
#define CALM 500
#define ALARMED 800

enum ungarble_err
ug_spin_new(struct ug_spin **spin, const struct ug_alloc *alloc)
{
	struct ug_spin *const s = ug_new(alloc, sizeof(*s));

	*spin = s;
	if (s == NULL)
		return UNGARBLE_ENOMEM;
	*s = (struct ug_spin){ .alloc = alloc, .own_hits = { .alloc = alloc,
		.tokens = { .alloc = alloc } },
		.cues = { .alloc = alloc }, .low_water = UG_GATE_LOW_WATER };
	s->window = ug_window_new(alloc);
	if (s->window == NULL) {
		ug_spin_free(s);
		*spin = NULL;
		return UNGARBLE_ENOMEM;
	}
	return UNGARBLE_OK;
}

void
ug_spin_free(struct ug_spin *spin)
{
	if (spin == NULL)
		return;
	ug_release(spin->alloc, spin->hits);
	ug_own_hits_free(&spin->own_hits);
	ug_cues_free(&spin->cues);
	ug_spin_tokens_free(&spin->tokens, spin->alloc);
	ug_release(spin->alloc, spin->found);
	ug_window_free(spin->window, spin->alloc);
	ug_release(spin->alloc, spin->last);
	ug_release(spin->alloc, spin->inside);
	ug_release(spin->alloc, spin);
}

void
ug_spin_set_own(struct ug_spin *spin, const struct ug_own *own)
{
	spin->own_hits.own = own;
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
	if (spin->last == NULL && spin->number + n > UG_SPIN_FEW &&
	    ug_spin_tabulate(spin) != UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	if (spin->n + n > spin->cap && spin->old > spin->n / 2) {
		ug_window_cut(spin->window, spin, spin->old);
		spin->n -= spin->old;
		memmove(spin->hits, spin->hits + spin->old,
		    spin->n * sizeof(*spin->hits));
		spin->old = 0;
	}
	return ug_reserve(spin->alloc, &spin->hits, &spin->cap, spin->n + n,
	    sizeof(*spin->hits));
}

/*
 * Take a weight into the alarm (Page's test for a change): how much speaks for
 * spinning of late.  It forgets how calm or alarming it was before that.  What
 * counts for its own record alone may alarm for others, but calms them not.
 */
static void
spin_alarm(struct ug_spin *spin, const struct ug_spin_hit *hit)
{
	int alarm = spin->alarm;

	if (hit->weight > 0 || hit->own_end == UINT64_MAX)
		alarm += hit->weight;
	alarm = UG_MAX(-CALM, UG_MIN(alarm, ALARMED));
	spin->alarm_most = UG_MAX(spin->alarm_most, alarm);
	spin->alarm = alarm;
}

/* What all hits of a record have in common. */
struct spin_record {
	uint64_t own_first, own_end;
};

/* Add a hit; there is room. */
static void
spin_add_hit(struct ug_spin *spin, const struct spin_record *record,
    uint64_t place, unsigned node, uint8_t flags)
{
	struct ug_spin_hit *const hit = &spin->hits[spin->n];

	*hit = (struct ug_spin_hit){
		.place = place,
		.own_first = record->own_first,
		.own_end = record->own_end,
		.node = (uint16_t)node,
		.weight = gate_weights[node],
		.family = gate_families[node],
		.flags = flags,
	};
	spin_alarm(spin, hit);
	spin->sum += hit->weight;
	hit->sum = spin->sum;
	spin->number++;
	if (hit->weight > 0)
		ug_spin_link(spin, hit);
	if (flags & UG_NODE_SURE)
		spin->sure_end = place + 1;
	if (node == 0 || record->own_end != UINT64_MAX)
		spin->odd_end = place + 1;
	spin->n++;
}

/*
 * Note where the next record begins, if that is inside a block.  One without
 * tokens leaves its place to the next one, which may be behind the block.
 */
static enum ungarble_err
spin_note_inside(struct ug_spin *spin)
{
	enum ungarble_err err;

	if (spin->n_inside > 0 &&
	    spin->inside[spin->n_inside - 1].first_token == spin->end_token)
		spin->n_inside--;
	if (spin->region == 0)
		return UNGARBLE_OK;
	err = ug_reserve(spin->alloc, &spin->inside, &spin->cap_inside,
	    spin->n_inside + 1, sizeof(*spin->inside));
	if (err == UNGARBLE_OK)
		spin->inside[spin->n_inside++] =
		    (struct ug_spin_inside){ spin->end_token, spin->region };
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

	for (; *i < spin->own_hits.n && spin->own_hits.v[*i].at < end; ++*i)
		flags |= spin->own_hits.v[*i].flags;
	return flags;
}

/* Add what stands in the record. */
static void
spin_add_found(struct ug_spin *spin, const struct spin_record *record,
    size_t n_found)
{
	const struct ug_own_hit *const own = spin->own_hits.v;
	const uint64_t first = spin->end_token;
	size_t i = 0, k = 0;

	for (; spin->own_hits.n == 0 && k < n_found; k++)
		if (!spin_listed(&spin->found[k]))
			spin_add_hit(spin, record, first + spin->found[k].at,
			    spin->found[k].node, spin->found[k].flags);
	while (k < n_found || i < spin->own_hits.n) {
		const struct ug_found *const found = &spin->found[k];
		unsigned node = 0;
		uint8_t flags;

		if (k == n_found ||
		    (i < spin->own_hits.n && own[i].at < found->at)) {
			spin_add_hit(spin, record, first + own[i].at, 0,
			    own[i].flags);
			i++;
			continue;
		}
		k++;
		flags = spin_own_flags(spin, &i, (size_t)found->at + found->n);
		if (!spin_listed(found)) {
			node = found->node;
			flags |= found->flags;
		}
		if (flags != 0)
			spin_add_hit(spin, record, first + found->at, node,
			    flags);
	}
}

enum ungarble_err
ug_spin_see(struct ug_spin *spin, struct ug_text record, bool known,
    uint64_t *first, uint64_t *end)
{
	const struct ug_cues *const cues = &spin->cues;
	struct spin_record own = { .own_end = UINT64_MAX };
	uint8_t region = spin->region;
	enum ungarble_err err;
	struct ug_cue_form *forms;
	size_t n, n_found;

	err = spin_note_inside(spin);
	if (err == UNGARBLE_OK)
		err = ug_cues_read(&spin->cues, record, &region);
	if (err == UNGARBLE_OK)
		err = ug_reserve(spin->alloc, &spin->found, &spin->cap_found,
		    cues->n + 1, sizeof(*spin->found));
	if (err != UNGARBLE_OK)
		return err;
	n = cues->n;
	if (!known) {
		own.own_first = spin->end_token;
		own.own_end = spin->unknown_end = spin->end_token + n;
	}
	forms = ug_spin_tokens_reserve(&spin->tokens, spin->alloc, cues);
	if (forms == NULL)
		return UNGARBLE_ENOMEM;
	n_found = ug_cues_match(cues->v, cues->n, spin->found, forms);
	err = ug_own_hits_find(&spin->own_hits, record, spin->region);
	if (err == UNGARBLE_OK)
		err = spin_reserve(spin, n_found + spin->own_hits.n);
	if (err != UNGARBLE_OK)
		return err;
	ug_spin_tokens_add(&spin->tokens, cues, record, known &&
	    (spin->region | region) == 0, spin->end_token + n);
	spin->alarm_most = spin->alarm;
	spin_add_found(spin, &own, n_found);
	if (known)
		spin->region = region;
	*first = spin->first_token = spin->end_token;
	*end = spin->end_token += n;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_spin_pass(struct ug_spin *spin, struct ug_text record)
{
	return ug_cues_read(&spin->cues, record, &spin->region);
}

void
ug_spin_leave_gap(struct ug_spin *spin)
{
	spin->end_token += 2 * UG_SPIN_WINDOW;
	ug_spin_tokens_cut(&spin->tokens, spin->end_token);
}

bool
ug_spin_idle(const struct ug_spin *spin)
{
	return spin->n == 0 ||
	    spin->hits[spin->n - 1].place + UG_SPIN_WINDOW < spin->end_token;
}

bool
ug_spin_in_region(const struct ug_spin *spin)
{
	return spin->region != 0;
}

size_t
ug_spin_find(const struct ug_spin *spin, uint64_t place)
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

bool
ug_spin_ready(const struct ug_spin *spin, uint64_t end)
{
	return spin->end_token >= end + UG_SPIN_WINDOW;
}

void
ug_spin_forget(struct ug_spin *spin, uint64_t first)
{
	size_t n = 0;

	spin->old = ug_spin_find(spin, first > UG_SPIN_WINDOW ?
	    first - UG_SPIN_WINDOW : 0);
	ug_spin_tokens_forget(&spin->tokens, spin->end_token - first +
	    UG_VECTOR_REACH);
	while (n < spin->n_inside && spin->inside[n].first_token < first)
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
	spin->alarm = 0;
}

uint8_t
ug_spin_region(const struct ug_spin *spin, uint64_t first)
{
	size_t i;

	for (i = 0; i < spin->n_inside; i++)
		if (spin->inside[i].first_token == first)
			return spin->inside[i].region;
	return 0;
}

void
ug_spin_set_low_water(struct ug_spin *spin, int hundredths)
{
	spin->low_water = hundredths;
}
