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
#include "base/least.h"
#include "mojibake_reading.h"

/* One of the two ways through a line. */
struct way {
	int cost;
	struct ug_glyph last;
};

struct reader {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	struct ug_mojibake_tongue tongue;
	bool foreign;       /* the line as it stands is not taken for that */
	bool weak;
	struct ug_mojibake_fork *forks; /* of one stretch */
	size_t n;
	struct ug_mojibake_reading *out;
	size_t end;         /* of the whole sequence that was read last */
	size_t sequences;   /* in all, */
	bool whole;         /* and there is no doubt in any */
	struct ug_mojibake_evidence evidence;
};

static struct ug_mojibake_sequence
sequence_at(const struct reader *r, size_t at)
{
	return ug_mojibake_sequence(r->line, at, r->encoding, r->weak,
	    at == r->end);
}

/*
 * Read the next fork's sequence, if there is one; see whether it is beyond
 * doubt.
 */
static bool
sequence_read(struct reader *r, size_t at)
{
	struct ug_mojibake_fork *const fork = &r->forks[r->n];
	const struct ug_mojibake_char *const c = r->line->units[at].bytes;

	if (((c->leads_two | c->leads_more) >> r->encoding & 1) == 0)
		return false;
	if (!ug_mojibake_sequence_whole(r->line, at, r->encoding,
	    &fork->sequence)) {
		fork->sequence = ug_mojibake_sequence_led(r->line, at,
		    r->encoding, r->weak, at == r->end);
		r->whole = r->whole && fork->sequence.n != 0 &&
		    !fork->sequence.doubtful;
	}
	fork->at = at;
	return fork->sequence.n != 0;
}

/* What a glyph costs behind another. */
static inline int
pair_cost(const struct reader *r, struct ug_glyph a, struct ug_glyph b)
{
	return ug_mojibake_cost(r->tongue, ug_mojibake_pair(r->line->pairs, a,
	    b));
}

/*
 * What the first unit that is kept behind another costs.  Mercy for what is
 * there: people put anything at all into a text.
 */
static int
cost_kept(const struct reader *r, struct ug_glyph last, struct ug_glyph glyph)
{
	const int cost = pair_cost(r, last, glyph);

	return UG_MIN(cost, UG_MOJIBAKE_W(ANYTHING));
}

/*
 * Is it a character that others of its kind are likelier than?  Arrows, stars,
 * hearts and ticks are used as emoji are, but not where the model read; not so
 * arrows beyond those, which ISO-8859-15 makes of a hyphen: E2 80 90, E2 A4 90.
 */
static bool
met_unknown(const struct ug_mojibake_met *met)
{
	const bool drawn = met->glyph.class == UG_SHAPE &&
	    (met->c < 0x2900 || met->c >= 0x2B00);

	return !drawn && ug_mojibake_unknown(met->glyph);
}

/*
 * What a character costs that a repair makes.  It has to be likely: no mercy
 * for it.
 */
static int
cost_decoded(const struct reader *r, struct ug_glyph last,
    const struct ug_mojibake_met *met)
{
	/* What some encoding has, or a control, may be a byte of a layer. */
	if (met->glyph.class == UG_C1)
		return UG_MOJIBAKE_W(LAYER_C1);
	const int cost = pair_cost(r, last, met->glyph);

	if (met->bytes->c == 0)
		return cost + (met_unknown(met) ? UG_MOJIBAKE_W(UNKNOWN) : 0);
	return UG_MIN(cost, UG_MOJIBAKE_W(LAYER));
}

/* Does a whole sequence touch this one? */
static bool
fork_between(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_fork *const last = fork - (fork != r->forks);
	struct ug_mojibake_sequence next;

	if (last != fork && last->at + last->sequence.n == fork->at &&
	    !last->sequence.doubtful)
		return true;
	/* Line ends lead nothing. */
	next = sequence_at(r, fork->at + fork->sequence.n);
	return next.n != 0 && !next.doubtful;
}

/* What the sequence is decoded to behind a glyph. */
static const struct ug_mojibake_met *
sequence_met(const struct reader *r, struct ug_glyph last,
    const struct ug_mojibake_sequence *sequence)
{
	struct ug_mojibake_pairs *const pairs = r->line->pairs;

	if (sequence->twin != 0) {
		const int cost = cost_decoded(r, last, ug_mojibake_met(pairs,
		    sequence->c));
		const struct ug_mojibake_met *const twin =
		    ug_mojibake_met(pairs, sequence->twin);

		if (cost_decoded(r, last, twin) < cost)
			return twin;
	}
	return ug_mojibake_met(pairs, sequence->c);
}

/* What speaks against keeping what was not all lost. */
static int
leave_cost(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const bool gone = (r->line->gone >> r->encoding & 1) != 0;
	const struct ug_mojibake_sequence *const sequence = &fork->sequence;

	if (!r->weak || (sequence->doubtful && (sequence->cut || r->n == 1) &&
	    !gone))
		return 0;
	return gone || fork_between(r, fork) ? UG_MOJIBAKE_W(KEEP_BETWEEN) :
	    UG_MOJIBAKE_W(KEEP);
}

/* The next fork, whose sequence was read, is to be that. */
static void
fork_add(struct reader *r, const struct ug_mojibake_met *met)
{
	struct ug_mojibake_fork *const fork = &r->forks[r->n++];

	if (!fork->sequence.doubtful || fork->at == r->end)
		r->end = fork->at + fork->sequence.n;
	fork->c = met->c;
	fork->glyph = met->glyph;
}

/*
 * Start both ways at the first fork.  Nothing was decoded before: in the
 * language of the line as it stands what is kept there costs no less.
 */
static void
fork_start(struct reader *r, struct way ways[2])
{
	struct ug_mojibake_fork *const fork = &r->forks[r->n];
	const struct ug_mojibake_unit *const units = r->line->units + fork->at;
	const int *const cost = r->line->cost + fork->at;
	const size_t n = fork->sequence.n;
	const struct ug_glyph before = fork->at > 0 ? units[-1].glyph :
	    UG_GLYPH_EDGE;
	const struct ug_mojibake_met *const met = sequence_met(r, before,
	    &fork->sequence);

	fork_add(r, met);
	fork->from[0] = 0;
	fork->from[1] = 1;
	ways[0].cost = cost[n] - cost[0];
	if (r->foreign) {
		const int kept = UG_MOJIBAKE_W(START) + cost_kept(r, before,
		    units->glyph) + cost[n] - cost[1];

		ways[0].cost = UG_MIN(ways[0].cost, kept);
	}
	ways[0].cost += leave_cost(r, fork);
	ways[0].last = units[n - 1].glyph;
	ways[1].cost = UG_MOJIBAKE_W(START) + cost_decoded(r, before, met) +
	    fork->sequence.cost;
	ways[1].last = met->glyph;
}

/* Follow both ways from one fork to what lies behind it. */
static void
fork_take(struct reader *r, struct way ways[2])
{
	struct ug_mojibake_fork *const fork = &r->forks[r->n];
	const struct ug_mojibake_unit *const units = r->line->units + fork->at;
	const int *const cost = r->line->cost + fork->at;
	const size_t n = fork->sequence.n;
	const struct ug_mojibake_met *const met = sequence_met(r,
	    ways[1].last, &fork->sequence);
	const int kept = ways[1].cost + cost_kept(r, ways[1].last,
	    units->glyph) + cost[n] - cost[1];
	const int keep = ways[0].cost + cost[n] - cost[0];
	const int after = ways[1].cost + cost_decoded(r, ways[1].last, met);
	int start = ways[0].cost + UG_MOJIBAKE_W(START);

	fork_add(r, met);
	/* Nothing costs less than nothing. */
	if (start < after)
		start += cost_decoded(r, ways[0].last, met);
	fork->from[0] = kept < keep;
	fork->from[1] = after <= start;
	ways[0].cost = UG_MIN(kept, keep) + leave_cost(r, fork);
	ways[0].last = units[n - 1].glyph;
	ways[1].cost = UG_MIN(after, start) + fork->sequence.cost;
	ways[1].last = met->glyph;
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

/*
 * Read on from the first fork until the ways meet, behind the first unit that
 * starts no sequence; returns the unit behind that.
 */
static size_t
stretch_read(struct reader *r)
{
	const size_t start = r->forks->at;
	const int *const cost = r->line->cost;
	size_t at = start + r->forks->sequence.n;
	struct way ways[2];

	fork_start(r, ways);
	/* Line ends lead nothing. */
	while (sequence_read(r, at)) {
		at += r->forks[r->n].sequence.n;
		fork_take(r, ways);
	}
	ways[0].cost += cost[at + 1] - cost[at];
	ways[1].cost += cost_kept(r, ways[1].last, r->line->units[at].glyph);
	const unsigned best = ways[1].cost < ways[0].cost;
	const int gain = cost[at + 1] - cost[start] - ways[best].cost -
	    ug_mojibake_odd(r->line, r->encoding, start - 1, -1) -
	    ug_mojibake_odd(r->line, r->encoding, at, 1) +
	    ug_mojibake_habit(r->line, r->forks);

	ug_mojibake_evidence_add(&r->evidence, r->line, r->forks, r->n == 1,
	    gain);
	if (gain > 0 || r->weak)
		forks_collect(r, best);
	if (gain > 0 && cost[at + 1] - cost[start] - ways[1].cost >
	    UG_MOJIBAKE_W(OTHER) - UG_MOJIBAKE_W(START))
		r->out->least += r->n == 1 ? r->forks->sequence.n : 1;
	r->sequences += r->n;
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
		.tongue = ug_mojibake_tongue(language), .weak = weak,
		.foreign = language == UG_MOJIBAKE_ANY ||
		    language != line->spoken,
		.forks = reading->forks, .out = reading, .end = SIZE_MAX,
		.whole = true };

	reading->least = 0;
	reading->n = reading->n_chars = 0;
	for (size_t at = line->units->lead; at < line->n; ) {
		r.n = 0;
		at = sequence_read(&r, at) ? stretch_read(&r) : at + 1;
		if (at < line->n)
			at = line->units[at].lead;
	}
	ug_mojibake_evidence_tell(&r.evidence, reading);
	reading->whole = r.whole && r.sequences == reading->n_chars;
	reading->gain = reading->gains[ug_mojibake_rank[encoding] != 0];
}
