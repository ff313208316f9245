/*
 * mojibake_read.c - the best reading of a line in one encoding
 *
 * Where a UTF-8 sequence starts there are two ways on: decode it or keep its
 * characters.  Both are followed, each as cheap as it can be, until they cannot
 * be told apart any more:
 *
 *	G r Ã ¼ Ã Ÿ e
 *	    ü   ß   e   decoded: dear in nothing
 *	    Ã ¼ Ã Ÿ e   kept: signs and capitals in the midst of a word
 *
 * Time grows with the length of the line.
 */
#include "mojibake.h"
#include "plausible.h"

#define START_COST 1500  /* of the first of a run that is decoded */
#define KEEP_COST    8000  /* of leaving a sequence where others are decoded */
#define KEEP_BETWEEN 20000 /* of leaving one that others touch */
#define ALONE_COST 4000  /* a stretch counts as evidence beyond this */
#define COMMON     7000  /* rarer characters are half as likely to be meant */
#define ODD_COST   8000
#define HABIT_BONUS 4000
#define WORD       16    /* characters of one that are looked at */

/* One of the two ways through a line. */
struct way {
	int cost;
	unsigned state;
};

struct reader {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	bool weak;
	struct ug_mojibake_fork *forks; /* of one stretch */
	size_t n;
	struct ug_mojibake_reading *out;
	size_t end;         /* of the whole sequence that was read last */
	uint32_t sign;      /* the last that was decoded from two */
	int signs_gain;     /* of such, not counted yet */
};

static struct ug_mojibake_sequence
sequence_read(const struct reader *r, size_t at)
{
	return ug_mojibake_sequence(r->line, at, r->encoding, r->weak,
	    at == r->end);
}

static struct way
way_go(struct way way, const struct ug_mojibake_unit *units, size_t n)
{
	for (size_t i = 0; i < n; i++)
		way.cost += ug_mojibake_cost(&way.state, units[i].c);
	return way;
}

/* What a repair makes has to be likely: no mercy for it. */
static int
decoded_cost(unsigned *state, uint32_t c)
{
	const int rarity = ug_plausible_rarity(c);

	return c == UG_MOJIBAKE_LOST ? ug_mojibake_cost(state, c) :
	    ug_plausible_next(state, c) +
	    (rarity > COMMON ? rarity - COMMON : 0);
}

/* Does a whole sequence touch this one? */
static bool
fork_between(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_fork *const last = fork - (fork != r->forks);
	const size_t end = fork->at + fork->sequence.n;
	struct ug_mojibake_sequence next = { 0, 0, true, 0 };

	if (end < r->line->n)
		next = sequence_read(r, end);
	return (last != fork && last->at + last->sequence.n == fork->at &&
	    !last->sequence.doubtful) || (next.n != 0 && !next.doubtful);
}

/* Follow both ways from one fork to what lies behind it. */
static void
fork_take(struct reader *r, struct way ways[2], size_t at,
    struct ug_mojibake_sequence sequence)
{
	struct way decode[2] = { ways[0], ways[1] };
	struct ug_mojibake_fork *const fork = &r->forks[r->n++];
	struct way keep;

	if (!sequence.doubtful || at == r->end)
		r->end = at + sequence.n;

	decode[0].cost += START_COST;
	for (int i = 0; i < 2; i++)
		decode[i].cost += sequence.cost +
		    decoded_cost(&decode[i].state, sequence.c);
	fork->at = at;
	fork->sequence = sequence;
	fork->from[0] = ways[1].cost < ways[0].cost;
	fork->from[1] = decode[1].cost <= decode[0].cost;
	keep = ways[fork->from[0]];
	if (r->weak && !sequence.doubtful)
		keep.cost += fork_between(r, fork) ? KEEP_BETWEEN : KEEP_COST;
	ways[1] = decode[fork->from[1]];
	ways[0] = way_go(keep, r->line->units + at, sequence.n);
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
		out->chars[out->n_chars++] = fork->sequence.c;
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

		if (c < 0x80 || c == 0xA0 || c == 0xAB || c == 0xBB ||
		    (c >= 0x2010 && c <= 0x2027))
			break;
		if ((n == 0 && unit->bytes->byte[r->encoding] != 0) ||
		    (unit->bytes->goes_on & bit) != 0)
			cost += ODD_COST;
		at += (size_t)step;
	}
	return cost;
}

/*
 * What letters do not do: a capital behind a small letter at the end of a word
 * (A grave without its no-break space), and a word that is A circumflex and
 * then a sign (what all of Latin-1's signs become).
 */
static int
habit_bonus(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = r->line->units;
	const uint32_t before = fork->at > 0 ? units[fork->at - 1].c : ' ';

	if (fork->sequence.c == 0xE0 && fork->sequence.doubtful)
		return before >= 'a' && before <= 'z' ? HABIT_BONUS : 0;
	return units[fork->at].c == 0xC2 && fork->sequence.n == 2 &&
	    !ug_plausible_letter(before) ? HABIT_BONUS : 0;
}

static bool
quote_is(uint32_t c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
	    (c >= 0x2018 && c <= 0x201F) || (c >= 0x2039 && c <= 0x203A);
}

/* Is it by itself between quotation marks?  Then it may be talked about. */
static bool
fork_quoted(const struct reader *r, const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = r->line->units;

	return fork->at > 0 && quote_is(units[fork->at - 1].c) &&
	    quote_is(units[fork->at + fork->sequence.n].c);
}

/*
 * Count what a stretch gains as evidence.  A sign may stand beside any sign, so
 * one that came of two says nothing until there is another.
 */
static void
evidence_add(struct reader *r, const struct ug_mojibake_fork *fork, bool alone,
    int gain)
{
	const uint32_t c = fork->sequence.c;
	const int more = (gain > 0 ? gain : 0) - ALONE_COST;

	if (alone && fork_quoted(r, fork))
		return;
	if (!alone || ug_mojibake_ask[r->encoding] == 0 ||
	    fork->sequence.n > 2 || ug_plausible_letter(c)) {
		r->out->gain += more;
		return;
	}
	r->signs_gain += more;
	if (r->sign != 0 && r->sign != c) {
		r->out->gain += r->signs_gain;
		r->signs_gain = 0;
	}
	r->sign = c;
}

/* Read on from the fork at `at` until the ways meet; the unit where they do. */
static size_t
stretch_read(struct reader *r, size_t at, struct ug_mojibake_sequence sequence)
{
	const struct ug_mojibake_unit *const units = r->line->units;
	const size_t start = at - 1;
	size_t last = at;
	const int cost = units[at].cost;
	struct way ways[2] = { { 0, units[at].state },
		{ START_COST, units[at].state } };

	do {
		if (sequence.n != 0) {
			fork_take(r, ways, at, sequence);
			at += sequence.n;
			last = at;
		} else {
			ways[0] = way_go(ways[0], units + at, 1);
			ways[1] = way_go(ways[1], units + at, 1);
			at++;
		}
		if (at < r->line->n)
			sequence = sequence_read(r, at);
	} while (at < r->line->n && ((sequence.n != 0 && at == last) ||
	    ways[0].state != ways[1].state ||
	    ways[0].state != units[at].state));

	if (at == r->line->n) {
		ways[0] = way_go(ways[0], units + at, 1);
		ways[1] = way_go(ways[1], units + at, 1);
		at++;
	}
	const unsigned best = ways[1].cost < ways[0].cost;
	const int gain = units[at].cost - cost - ways[best].cost -
	    odd_cost(r, start, -1) - odd_cost(r, last, 1) +
	    habit_bonus(r, r->forks);

	evidence_add(r, r->forks, r->n == 1, gain);
	if (gain > 0 || r->weak)
		forks_collect(r, best);
	return at;
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
    bool weak, struct ug_mojibake_reading *reading)
{
	struct reader r = { .line = line, .encoding = encoding, .weak = weak,
		.forks = reading->forks, .out = reading, .end = SIZE_MAX };

	reading->encoding = encoding;
	reading->gain = 0;
	reading->n = reading->n_chars = 0;
	for (size_t at = 0; at < line->n; ) {
		const struct ug_mojibake_sequence sequence =
		    sequence_read(&r, at);

		r.n = 0;
		if (sequence.n == 0)
			at++;
		else
			at = stretch_read(&r, at, sequence);
	}
}
