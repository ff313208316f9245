/*
 * mojibake_pairs.c - what characters are and cost, looked up before
 *
 *	U+00C3 behind "r"   in German so much, in French so much, and so on
 *
 * Costs of eight languages stand in a word, so that they are added at once.
 */
#include "mojibake_pairs.h"

#include "base/least.h"
#include "mojibake.h"

#define SLOTS_FIRST 128 /* by hand, as what follows */
#define SLOTS_BYTE  2   /* that a byte of a line needs at most, as a rule */

#define EVEN 0x00FF00FF00FF00FFu

_Static_assert(sizeof(struct ug_glyph) == sizeof(uint32_t), "half a key");

static void
pairs_forget(struct ug_mojibake_pairs *pairs)
{
	memset(pairs->slots, 0, pairs->n_slots * sizeof(*pairs->slots));
	pairs->n = 1;
}

/* Which words the languages of each script are in. */
static void
words_find(struct ug_mojibake_pairs *pairs)
{
	memset(pairs->words, 0, sizeof(pairs->words));
	for (size_t l = 0; l < ug_n_languages(); l++) {
		struct ug_mojibake_words *const words =
		    &pairs->words[ug_language_script(l)];

		if (words->end == 0)
			words->first = (unsigned)l / 8;
		words->end = (unsigned)l / 8 + 1;
	}
	/* They are added UG_MOJIBAKE_STEP at a time. */
	for (unsigned i = 0; i < UG_N_SCRIPTS; i++)
		if (pairs->words[i].first > UG_MOJIBAKE_WORDS -
		    UG_MOJIBAKE_STEP)
			pairs->words[i].first = UG_MOJIBAKE_WORDS -
			    UG_MOJIBAKE_STEP;
	pairs->words[UG_NO_SCRIPT].end = UG_MOJIBAKE_WORDS;
}

static size_t
pairs_max(const struct ug_mojibake_pairs *pairs)
{
	return pairs->n_slots / 2;
}

/* Whether a line more may find no room. */
static bool
pairs_full(const struct ug_mojibake_pairs *pairs)
{
	return pairs->n > pairs_max(pairs) / 4 * 3;
}

size_t
ug_mojibake_pairs_slots(const struct ug_mojibake_pairs *pairs, size_t len)
{
	size_t n = pairs == NULL ? SLOTS_FIRST :
	    pairs_full(pairs) ? pairs->n_slots * 4 : pairs->n_slots;

	while (n < UG_MOJIBAKE_SLOTS && n / SLOTS_BYTE < len)
		n *= 2;
	return UG_MIN(n, UG_MOJIBAKE_SLOTS);
}

size_t
ug_mojibake_pairs_size(size_t n_slots)
{
	const struct ug_mojibake_pairs *const pairs = NULL;

	return sizeof(*pairs) + n_slots / 2 * sizeof(*pairs->v) +
	    n_slots / 4 * sizeof(*pairs->met) +
	    n_slots * sizeof(*pairs->slots);
}

void
ug_mojibake_pairs_init(struct ug_mojibake_pairs *pairs, size_t n_slots)
{
	const size_t n_met = n_slots / 4;

	pairs->n_slots = n_slots;
	for (pairs->shift = 64; n_slots > 1; n_slots /= 2)
		pairs->shift--;
	pairs->met = (void *)(pairs->v + pairs_max(pairs));
	pairs->slots = (void *)(pairs->met + n_met);
	for (size_t i = 0; i < n_met; i++)
		pairs->met[i].c = UINT32_MAX;
	pairs->line = pairs->sum_line = 0;
	pairs->spoken = pairs->meant = UG_LATIN;
	words_find(pairs);
	pairs_forget(pairs);
}

void
ug_mojibake_pairs_line(struct ug_mojibake_pairs *pairs)
{
	pairs->line++;
	if (pairs_full(pairs))
		pairs_forget(pairs);
}

/* Nothing is said of U+FFFD but that something was there. */
static int
pair_least(struct ug_glyph a, struct ug_glyph b)
{
	return a.class == UG_LOST ? UG_MOJIBAKE_W(AFTER_LOST) :
	    b.class == UG_LOST ? UG_MOJIBAKE_W(LOST) : ug_pair_least(a, b);
}

uint16_t
ug_mojibake_pair_make(struct ug_mojibake_pairs *pairs, size_t slot,
    struct ug_glyph a, struct ug_glyph b)
{
	const uint16_t number = pairs->n < pairs_max(pairs) ?
	    (uint16_t)pairs->n++ : 0;
	struct ug_mojibake_pair *const pair = &pairs->v[number];
	struct ug_tally tally;
	int kept;

	ug_tally_init(&tally);
	ug_tally_add(&tally, a, b, 1);
	*pair = (struct ug_mojibake_pair){ .key = ug_mojibake_key(a, b),
		.common = tally.common, .foreign = tally.foreign,
		.known = tally.known[b.script], .script = b.script,
		.least = pair_least(a, b), .spare = number == 0,
		.lost = a.class == UG_LOST || b.class == UG_LOST };
	kept = pair->least + UG_MOJIBAKE_W(OTHER);
	pair->kept = UG_MIN(kept, UG_MOJIBAKE_W(ANYTHING));
	for (unsigned i = 0; i < UG_MOJIBAKE_WORDS; i++)
		pair->by[i] = tally.by[2 * i] | tally.by[2 * i + 1] << 8;
	if (number != 0)
		pairs->slots[slot] = number;
	return number;
}

struct ug_mojibake_met *
ug_mojibake_met_make(struct ug_mojibake_met *met, uint32_t c)
{
	*met = (struct ug_mojibake_met){ .c = c, .glyph = ug_glyph_of(c),
		.bytes = ug_mojibake_char(c) };
	return met;
}

void
ug_mojibake_sum_init(struct ug_mojibake_sum *sum,
    const struct ug_mojibake_pairs *pairs, unsigned script)
{
	*sum = (struct ug_mojibake_sum){ .words = pairs->words[script] };
}

/* Bytes of languages are added up in twice the room. */
static void
words_add(uint64_t by[2], uint64_t few)
{
	by[0] += few & EVEN;
	by[1] += few >> 8 & EVEN;
}

/* UG_MOJIBAKE_STEP words of those that wait. */
static void
sum_step(struct ug_mojibake_sum *sum, unsigned first)
{
	uint64_t *const by = sum->tally.by + (size_t)2 * first;
	uint64_t a = 0, b = 0, c = 0, d = 0;

	for (unsigned i = 0; i < sum->n_few; i++) {
		const uint64_t *const words = sum->few[i]->by + first;

		a += words[0];
		b += words[1];
		c += words[2];
		d += words[3];
	}
	words_add(by, a);
	words_add(by + 2, b);
	words_add(by + 4, c);
	words_add(by + 6, d);
}

void
ug_mojibake_sum_gather(struct ug_mojibake_sum *sum)
{
	struct ug_tally *const tally = &sum->tally;

	for (unsigned i = 0; i < sum->n_few; i++) {
		const struct ug_mojibake_pair *const pair = sum->few[i];

		tally->common += pair->common;
		tally->foreign += pair->foreign;
		tally->known[pair->script] += pair->known;
	}
	for (unsigned i = sum->words.first; i < sum->words.end;
	    i += UG_MOJIBAKE_STEP)
		sum_step(sum, i);
	sum->n_few = 0;
}

const struct ug_tally *
ug_mojibake_sum_tally(struct ug_mojibake_sum *sum)
{
	ug_mojibake_sum_gather(sum);
	return &sum->tally;
}

void
ug_mojibake_sum_take(struct ug_mojibake_sum *sum,
    const struct ug_mojibake_sum *part)
{
	sum->tally.common -= part->tally.common;
	sum->tally.foreign -= part->tally.foreign;
	for (unsigned i = 0; i < UG_N_SCRIPTS; i++)
		sum->tally.known[i] -= part->tally.known[i];
	for (unsigned i = sum->words.first * 2; i < sum->words.end * 2u; i++)
		sum->tally.by[i] -= part->tally.by[i];
}
