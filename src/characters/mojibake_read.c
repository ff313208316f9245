/*
 * mojibake_read.c - the best reading of a line in one encoding
 *
 * Where a UTF-8 sequence starts there are two ways on: decode it or keep its
 * characters.  Both are followed, each as cheap as it can be, until they have a
 * character in common:
 *
 *	G r Ã ¼ Ã Ÿ e
 *	    ü   ß   e   decoded: dear in nothing
 *	    Ã ¼ Ã Ÿ e   kept: signs and capitals in the midst of a word
 *
 * Time grows with the length of the line.
 */
#include "mojibake.h"

#define BYTE_ORDER_MARK 0xFEFF
#define WORD       16    /* characters of one that are looked at */

/* One of the two ways through a line. */
struct way {
	int cost;
	struct ug_glyph last;
};

struct reader {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	struct ug_mojibake_tongue tongue;
	bool weak;
	struct ug_mojibake_fork *forks; /* of one stretch */
	size_t n;
	struct ug_mojibake_reading *out;
	size_t end;         /* of the whole sequence that was read last */
	uint32_t sign;      /* the last that was decoded from two */
	int signs_gain;     /* of such, not counted yet */
	size_t stretches, roots; /* that are evidence; those that are roots */
};

static struct ug_mojibake_sequence
sequence_read(const struct reader *r, size_t at)
{
	return ug_mojibake_sequence(r->line, at, r->encoding, r->weak,
	    at == r->end);
}

/* Mercy for what is there: people put anything at all into a text. */
static int
mercy(int cost)
{
	return cost < UG_MOJIBAKE_W(ANYTHING) ? cost : UG_MOJIBAKE_W(ANYTHING);
}

/* What a glyph costs behind another. */
static int
pair_cost(const struct reader *r, struct ug_glyph a, struct ug_glyph b)
{
	return ug_mojibake_cost(r->tongue, ug_mojibake_pair(r->line->pairs, a,
	    b));
}

/* Keep units[at] and n - 1 more behind one that was decoded. */
static struct way
way_keep(const struct reader *r, struct way way, size_t at, size_t n)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;

	way.cost += mercy(pair_cost(r, way.last, units[0].glyph)) +
	    units[n].cost - units[1].cost;
	way.last = units[n - 1].glyph;
	return way;
}

/* What a repair makes has to be likely: no mercy for it. */
static struct way
way_decode(const struct reader *r, struct way way,
    const struct ug_mojibake_met *met)
{
	int cost = UG_MOJIBAKE_W(LAYER_C1);

	/* What some encoding has, or a control, may be a byte of a layer. */
	if (met->glyph.class != UG_C1) {
		cost = pair_cost(r, way.last, met->glyph);
		if (met->bytes->c != 0 && cost > UG_MOJIBAKE_W(LAYER))
			cost = UG_MOJIBAKE_W(LAYER);
		else if (met->bytes->c == 0 && ug_mojibake_unknown(met->glyph))
			cost += UG_MOJIBAKE_W(UNKNOWN);
	}
	way.cost += cost;
	way.last = met->glyph;
	return way;
}

/* Does a whole sequence touch this one? */
static bool
fork_between(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_fork *const last = fork - (fork != r->forks);
	const size_t end = fork->at + fork->sequence.n;
	struct ug_mojibake_sequence next;

	if (last != fork && last->at + last->sequence.n == fork->at &&
	    !last->sequence.doubtful)
		return true;
	if (end >= r->line->n)
		return false;
	next = sequence_read(r, end);
	return next.n != 0 && !next.doubtful;
}

/* What the sequence is decoded to behind `way`. */
static struct ug_mojibake_met
sequence_met(const struct reader *r, struct way way,
    const struct ug_mojibake_sequence *sequence)
{
	const struct ug_mojibake_met met = *ug_mojibake_met(r->line->pairs,
	    sequence->c);

	if (sequence->twin == 0)
		return met;
	const struct ug_mojibake_met twin = *ug_mojibake_met(r->line->pairs,
	    sequence->twin);

	return way_decode(r, way, &twin).cost < way_decode(r, way, &met).cost ?
	    twin : met;
}

/* Follow both ways from one fork to what lies behind it. */
static void
fork_take(struct reader *r, struct way ways[2], size_t at,
    struct ug_mojibake_sequence sequence)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	struct ug_mojibake_fork *const fork = &r->forks[r->n++];
	struct way decode[2] = { ways[0], ways[1] }, keep[2] = { ways[0],
		way_keep(r, ways[1], at, sequence.n) };
	const bool gone = (r->line->gone >> r->encoding & 1) != 0;
	int leave = 0;

	if (!sequence.doubtful || at == r->end)
		r->end = at + sequence.n;

	const struct ug_mojibake_met met = sequence_met(r, ways[1], &sequence);

	ways[0].cost += UG_MOJIBAKE_W(START);
	fork->c = met.c;
	for (int i = 0; i < 2; i++) {
		decode[i] = way_decode(r, ways[i], &met);
		decode[i].cost += sequence.cost;
	}
	fork->at = at;
	fork->sequence = sequence;
	if (r->weak && (!sequence.doubtful || (!sequence.cut && r->n > 1) ||
	    gone))
		leave = gone || fork_between(r, fork) ?
		    UG_MOJIBAKE_W(KEEP_BETWEEN) : UG_MOJIBAKE_W(KEEP);
	keep[0].cost += units[sequence.n].cost - units[0].cost;
	keep[0].last = keep[1].last;
	fork->from[0] = keep[1].cost < keep[0].cost;
	fork->from[1] = decode[1].cost <= decode[0].cost;
	ways[0] = keep[fork->from[0]];
	ways[0].cost += leave;
	ways[1] = decode[fork->from[1]];
}

/* Add the sequences that way `way` through the forks decodes. */
static void
forks_collect(struct reader *r, unsigned way)
{
	struct ug_mojibake_reading *const out = r->out;

	for (size_t i = r->n; i-- > 0; ) {
		const unsigned from = r->forks[i].from[way];

		r->forks[i].from[0] = (uint8_t)way; /* was it decoded? */
		way = from;
	}
	for (size_t i = 0; i < r->n; i++) {
		const struct ug_mojibake_fork *const fork = &r->forks[i];
		struct ug_mojibake_run *last = out->runs + out->n - 1;

		if (fork->from[0] == 0)
			continue;
		if (out->n == 0 || last->end != fork->at) {
			last = &out->runs[out->n++];
			last->first = fork->at;
			last->chars = out->n_chars;
			last->n_chars = 0;
		}
		last->end = fork->at + fork->sequence.n;
		out->chars[out->n_chars++] = fork->c;
		last->n_chars++;
	}
}

/* Is the unit at `at` part of a sequence in small letters, `step` away? */
static bool
folded_beside(const struct reader *r, size_t at, int step)
{
	const size_t lead = step < 0 ? at - 1 : at;

	return lead < r->line->n &&
	    ug_mojibake_folded(r->line->units[lead].c) &&
	    ug_mojibake_sequence(r->line, lead, r->encoding, true, false).n ==
	    2;
}

/*
 * What speaks against a stretch on one side of it, `step` being the way out: a
 * byte above 7F next to it that is part of no sequence, and bytes above 7F next
 * to that which could only be inside one.  Where UTF-8 was misread, all of a
 * word was.
 */
static int
odd_cost(const struct reader *r, size_t at, int step)
{
	const uint32_t bit = (uint32_t)1 << r->encoding;
	int cost = 0;

	if (folded_beside(r, at, step))
		return 0;
	for (int n = 0; at < r->line->n && n < WORD; n++) {
		const struct ug_mojibake_unit *const unit = &r->line->units[at];
		const uint32_t c = unit->c;

		if ((r->line->gone >> r->encoding & 1) != 0 &&
		    ((unit->bytes->leads_two | unit->bytes->leads_more) & bit))
			break;
		if (c < 0x80 || c == 0xA0 || c == 0xAB || c == 0xBB ||
		    (c >= 0x2010 && c <= 0x2027))
			break;
		if (n == 0 || (unit->bytes->goes_on & bit) != 0)
			cost += UG_MOJIBAKE_W(ODD);
		at += (size_t)step;
	}
	return cost;
}

/*
 * Count what a stretch gains as evidence.  A sign may stand beside any sign, so
 * one that came of two says nothing until there is another.
 */
static void
evidence_add(struct reader *r, const struct ug_mojibake_fork *fork, bool alone,
    int gain)
{
	const uint32_t c = fork->c;
	const int more = (gain > 0 ? gain : 0) - UG_MOJIBAKE_W(ALONE);

	if (alone && (c == BYTE_ORDER_MARK ||
	    ug_mojibake_idle(r->line, fork, r->encoding)))
		return;
	if (!alone || ug_mojibake_rank[r->encoding] == 0 ||
	    fork->sequence.n > 2 || ug_glyph_is_letter(ug_glyph_of(c)) ||
	    ug_mojibake_opens(r->line, fork)) {
		r->out->gain += more;
		r->roots += alone && ug_mojibake_root(r->line, fork);
		r->stretches++;
		return;
	}
	r->signs_gain += more;
	if (r->sign != 0 && r->sign != c) {
		r->out->gain += r->signs_gain;
		r->signs_gain = 0;
	}
	r->sign = c;
}

/*
 * Read on from the fork at `at` until the ways meet, behind the first unit that
 * starts no sequence; returns the unit behind that.
 */
static size_t
stretch_read(struct reader *r, size_t at, struct ug_mojibake_sequence sequence)
{
	const struct ug_mojibake_unit *const units = r->line->units;
	const size_t start = at;
	const struct ug_glyph before = at > 0 ? units[at - 1].glyph :
	    UG_GLYPH_EDGE;
	struct way ways[2] = { { 0, before },
		{ UG_MOJIBAKE_W(START), before } };

	do {
		fork_take(r, ways, at, sequence);
		at += sequence.n;
		if (at < r->line->n)
			sequence = sequence_read(r, at);
	} while (at < r->line->n && sequence.n != 0);

	ways[0].cost += units[at + 1].cost - units[at].cost;
	ways[1] = way_keep(r, ways[1], at, 1);
	const unsigned best = ways[1].cost < ways[0].cost;
	const int gain = units[at + 1].cost - units[start].cost -
	    ways[best].cost - odd_cost(r, start - 1, -1) -
	    odd_cost(r, at, 1) + ug_mojibake_habit(r->line, r->forks);

	evidence_add(r, r->forks, r->n == 1, gain);
	if (gain > 0 || r->weak)
		forks_collect(r, best);
	return at + 1;
}

enum ungarble_err
ug_mojibake_reading(const struct ug_mojibake_line *line,
    struct ug_arena *scratch, struct ug_mojibake_reading *reading)
{
	const size_t n = line->n_leads + 1;

	*reading = (struct ug_mojibake_reading){ .n = 0 };
	reading->forks = ug_arena_take(scratch, n * sizeof(*reading->forks));
	reading->runs = ug_arena_take(scratch, n * sizeof(*reading->runs));
	reading->chars = ug_arena_take(scratch, n * sizeof(*reading->chars));
	return reading->forks == NULL || reading->runs == NULL ||
	    reading->chars == NULL ? UNGARBLE_ENOMEM : UNGARBLE_OK;
}

void
ug_mojibake_read(const struct ug_mojibake_line *line, unsigned encoding,
    size_t language, bool weak, struct ug_mojibake_reading *reading)
{
	struct reader r = { .line = line, .encoding = encoding,
		.tongue = ug_mojibake_tongue(language), .weak = weak, .forks = reading->forks,
		.out = reading, .end = SIZE_MAX };

	reading->encoding = encoding;
	reading->gain = 0;
	reading->n = reading->n_chars = 0;
	for (size_t at = line->units->lead; at < line->n; ) {
		const struct ug_mojibake_sequence sequence =
		    sequence_read(&r, at);

		r.n = 0;
		at = sequence.n == 0 ? at + 1 : stretch_read(&r, at, sequence);
		if (at < line->n)
			at = line->units[at].lead;
	}
	/* Roots may be meant, if there is nothing else. */
	if (r.roots > 0 && r.stretches == r.roots)
		reading->gain = 0;
}
