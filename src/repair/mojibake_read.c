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
#define BORROWED_COST 2000 /* of a C1 control for a byte that is another's */
#define ODD_COST   8000
#define HABIT_BONUS 4000
#define WORD       16    /* characters of one that are looked at */
#define NBSP       0xA0

/* What a UTF-8 sequence in the line holds. */
struct sequence {
	uint32_t c;
	size_t n;        /* units; 0: there is none */
	bool doubtful;   /* not all of its bytes are there */
	int cost;        /* of bytes that are not quite the encoding's */
};

/* One of the two ways through a line. */
struct way {
	int cost;
	unsigned state;
};

/* A place where the ways part; the ways that lead to each: 0 keep, 1 decode. */
struct fork {
	size_t at;
	struct sequence sequence;
	uint8_t from[2];
};

struct reader {
	const struct mojibake_line *line;
	unsigned encoding;
	bool weak;
	struct fork *forks;
	size_t n;
	struct mojibake_reading *out;
	size_t end;         /* of the whole sequence that was read last */
	uint32_t sign;      /* the last that was decoded from two */
	int signs_gain;     /* of such, not counted yet */
};

/* The least and the most that may follow a lead byte (Unicode 15.0, 3-7). */
static bool
second_good(unsigned lead, unsigned byte)
{
	return !(lead == 0xE0 && byte < 0xA0) &&
	    !(lead == 0xED && byte > 0x9F) && !(lead == 0xF0 && byte < 0x90) &&
	    !(lead == 0xF4 && byte > 0x8F);
}

/* The byte a unit is inside a sequence; 0: it is none, 1: nobody knows. */
static unsigned
unit_byte(const struct reader *r, const struct mojibake_unit *unit)
{
	const uint32_t bit = (uint32_t)1 << r->encoding;

	if ((unit->bytes->goes_on & bit) != 0)
		return unit->bytes->byte[r->encoding];
	if (unit->c == MOJIBAKE_LOST)
		return (ug_mojibake_lossy & bit) != 0;
	if (!r->weak)
		return 0;
	if (unit->c == ' ' && (ug_mojibake_nbsp & bit) != 0)
		return NBSP;
	return unit->c == '?' && (ug_mojibake_lossy & bit) != 0;
}

/* The small letter of a capital of Latin-1 or Latin Extended-A. */
static uint32_t
small_of(uint32_t c)
{
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x138 ? c | 1 : c;
}

/* A sequence of two in a text that was put in small letters: `ã©`. */
static struct sequence
folded_read(const struct reader *r, size_t at)
{
	const struct mojibake_unit *const units = r->line->units + at;
	const unsigned byte = units[1].bytes->byte[r->encoding];
	struct sequence none = { 0, 0, true, 0 };

	if (!mojibake_folded(units[0].c) || at + 1 >= r->line->n ||
	    (MOJIBAKE_FOLDED & units[1].bytes->goes_on) == 0 ||
	    (MOJIBAKE_FOLDED >> r->encoding & 1) == 0 || byte < 0x80)
		return none;
	return (struct sequence){ small_of((units[0].c - 0xE0) << 6 |
		(byte & 0x3F)), 2, false, 0 };
}

static struct sequence
sequence_read(const struct reader *r, size_t at)
{
	const struct mojibake_unit *const units = r->line->units + at;
	const unsigned lead = units[0].bytes->byte[r->encoding];
	const size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	uint32_t c = lead & (0x7Fu >> need);
	bool lost = false;
	int cost = 0;
	size_t n = 1, known = 1;

	if (lead < 0xC2 || lead > 0xF4)
		return (struct sequence){ 0, 0, false, 0 };
	if (lead == 0xC3 && units[1].c == ' ' && at + 1 < r->line->n &&
	    units[1].bytes->byte[r->encoding] == 0)
		return (struct sequence){ 0xE0, units[2].c == ' ' &&
			at + 2 < r->line->n ? 2 : 1, true,
			0 };
	for (; n < need && at + n < r->line->n; n++) {
		const unsigned byte = unit_byte(r, &units[n]);

		if (byte == 0 || (n == 1 && byte > 1 &&
		    !second_good(lead, byte)))
			break;
		lost = lost || byte == 1;
		if ((units[n].bytes->borrowed >> r->encoding & 1) != 0)
			cost += BORROWED_COST;
		if ((units[n].bytes->goes_on >> r->encoding & 1) != 0)
			known = n + 1;
		c = c << 6 | (byte & 0x3F);
	}
	if (n < need && mojibake_folded(units[0].c)) {
		const struct sequence folded = folded_read(r, at);

		if (folded.n != 0)
			return folded;
	}
	if (n < need) {
		const bool cut = r->weak && (ug_mojibake_lossy >>
		    r->encoding & 1) != 0 && (at == r->end || (known > 1 &&
		    !ug_plausible_letter(units[1].c)));

		return (struct sequence){ MOJIBAKE_LOST, cut ? known : 0,
			true, cost };
	}
	return (struct sequence){ lost ? MOJIBAKE_LOST : c, n, known < n,
		cost };
}

static struct way
way_go(struct way way, const struct mojibake_unit *units, size_t n)
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

	return c == MOJIBAKE_LOST ? ug_mojibake_cost(state, c) :
	    ug_plausible_next(state, c) +
	    (rarity > COMMON ? rarity - COMMON : 0);
}

/* Does a whole sequence touch this one? */
static bool
fork_between(const struct reader *r, const struct fork *fork)
{
	const struct fork *const last = fork - (fork != r->forks);
	const size_t end = fork->at + fork->sequence.n;
	const struct sequence next = end < r->line->n ?
	    sequence_read(r, end) : (struct sequence){ 0, 0, true, 0 };

	return (last != fork && last->at + last->sequence.n == fork->at &&
	    !last->sequence.doubtful) || (next.n != 0 && !next.doubtful);
}

/* Follow both ways from one fork to what lies behind it. */
static void
fork_take(struct reader *r, struct way ways[2], size_t at,
    struct sequence sequence)
{
	struct way decode[2] = { ways[0], ways[1] };
	struct fork *const fork = &r->forks[r->n++];
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

/* Add the sequences that way `way` through the forks from `first` decodes. */
static void
forks_collect(struct reader *r, size_t first, unsigned way)
{
	struct mojibake_reading *const out = r->out;

	for (size_t i = r->n; i-- > first; ) {
		const unsigned from = r->forks[i].from[way];

		r->forks[i].from[0] = (uint8_t)way; /* was it decoded? */
		way = from;
	}
	for (size_t i = first; i < r->n; i++) {
		const struct fork *const fork = &r->forks[i];
		struct mojibake_run *last = out->runs + out->n - 1;

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

/*
 * What speaks against a stretch on one side of it, `step` being the way out: a
 * byte above 7F next to it that is part of no sequence, and bytes above 7F next
 * to that which could only be inside one.  Where UTF-8 was misread, all of a word
 * was.
 */
static int
odd_cost(const struct reader *r, size_t at, int step)
{
	const uint32_t bit = (uint32_t)1 << r->encoding;
	int cost = 0;

	for (int n = 0; at < r->line->n && n < WORD; n++) {
		const struct mojibake_unit *const unit = &r->line->units[at];
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
 * (A grave without its no-break space), and a word that is A circumflex and then
 * a sign (what all of Latin-1's signs become).
 */
static int
habit_bonus(const struct reader *r, const struct fork *fork)
{
	const struct mojibake_unit *const units = r->line->units;
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
fork_quoted(const struct reader *r, const struct fork *fork)
{
	const struct mojibake_unit *const units = r->line->units;

	return fork->at > 0 && quote_is(units[fork->at - 1].c) &&
	    quote_is(units[fork->at + fork->sequence.n].c);
}

/*
 * Count what a stretch gains as evidence.  A sign may stand beside any sign, so
 * one that came of two says nothing until there is another.
 */
static void
evidence_add(struct reader *r, const struct fork *fork, bool alone, int gain)
{
	const uint32_t c = fork->sequence.c;
	const int more = (gain > 0 ? gain : 0) - ALONE_COST;

	if (alone && fork_quoted(r, fork))
		return;
	if (!alone || ug_mojibake_ask[r->encoding] == 0 || fork->sequence.n > 2 ||
	    ug_plausible_letter(c)) {
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
stretch_read(struct reader *r, size_t at, struct sequence sequence)
{
	const struct mojibake_unit *const units = r->line->units;
	const size_t first = r->n, start = at - 1;
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
	    habit_bonus(r, &r->forks[first]);

	evidence_add(r, &r->forks[first], r->n - first == 1, gain);
	if (gain > 0 || r->weak)
		forks_collect(r, first, best);
	return at;
}

enum ungarble_err
ug_mojibake_read(const struct mojibake_line *line, unsigned encoding,
    bool weak, struct ug_arena *scratch, struct mojibake_reading *reading)
{
	struct reader r = { line, encoding, weak, NULL, 0, reading, SIZE_MAX, 0, 0 };

	r.forks = ug_arena_take(scratch, line->n * sizeof(*r.forks));
	*reading = (struct mojibake_reading){ .encoding = encoding };
	reading->runs = ug_arena_take(scratch,
	    line->n * sizeof(*reading->runs));
	reading->chars = ug_arena_take(scratch,
	    line->n * sizeof(*reading->chars));
	if (r.forks == NULL || reading->runs == NULL || reading->chars == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t at = 0; at < line->n; ) {
		const struct sequence sequence = sequence_read(&r, at);

		if (sequence.n == 0)
			at++;
		else
			at = stretch_read(&r, at, sequence);
	}
	return UNGARBLE_OK;
}
