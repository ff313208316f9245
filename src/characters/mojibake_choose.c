/*
 * mojibake_choose.c - which encoding a line was read in
 *
 * The one whose reading gains most, in the language that the line then reads
 * like.  What the sequences that an encoding has in the line can gain at most
 * is told by what they cost as they stand.  The most promising one is read
 * first; what cannot gain as much, however kind a language is, need not be:
 *
 *	U+00C3 U+00BC ... U+00E2 U+20AC U+017E   windows-1252: 2 sequences;
 *	                                         IBM850: 1, too little
 *
 * Encodings that are alike in all of the line are read once.
 */
#include <limits.h>

#include "base/least.h"
#include "base/letters.h"
#include "mojibake_reading.h"

#define FULL_SURE 90 /* confidence where the gain is just enough */
#define EXPLAINED 1000 /* characters, at most, that speak for a reading */
#define PROMISING 3 /* sequences that are worth reading before others */

/* What a line is as an encoding in a language. */
struct result {
	bool done;
	size_t language;
	bool any;       /* there is something to decode */
	bool roots;
	int gains[2];   /* if it is of rank 0; or not */
	int explained;  /* for what one explains speaks for it, too; */
	int least;      /* and so much of it in any kinder language */
};

struct chooser {
	struct ug_mojibake_line *line;
	struct ug_mojibake_reading *reading;
	unsigned confidence;
	bool spoken;               /* the line was taken for a language */
	int most[UG_MOJIBAKE_MAX]; /* what they can gain, */
	size_t n[UG_MOJIBAKE_MAX]; /* of so many characters, */
	size_t end[UG_MOJIBAKE_MAX]; /* the last of which ends there */
	struct result kind[UG_MOJIBAKE_MAX]; /* in the kindest language, */
	struct result own[UG_MOJIBAKE_MAX];  /* and in that it reads like */
};

unsigned
ug_mojibake_confidence(int margin)
{
	const int more = margin >= 0 ? margin / 100 : (margin - 9) / 10;
	const int sum = FULL_SURE + more;

	return (unsigned)UG_MAX(0, UG_MIN(sum, 99));
}

/* What a result gains more than is asked of an encoding. */
static int
result_margin(const struct result *result, unsigned encoding)
{
	return result->gains[ug_mojibake_rank[encoding] != 0] -
	    ug_mojibake_ask(encoding);
}

/* What results are compared by. */
static int
result_worth(const struct result *result, unsigned encoding)
{
	return result->gains[ug_mojibake_rank[encoding] != 0] -
	    ug_mojibake_ask(encoding) / 2 + result->explained;
}

static bool
result_stands(const struct chooser *s, const struct result *result,
    unsigned encoding)
{
	return result->any && ug_mojibake_confidence(result_margin(result,
	    encoding)) >= s->confidence;
}

static int
explained(size_t n)
{
	return (int)UG_MIN(n, EXPLAINED) * UG_MOJIBAKE_W(EXPLAIN);
}

static struct result
result_read(const struct chooser *s, unsigned encoding, size_t language)
{
	const struct ug_mojibake_reading *const reading = s->reading;
	size_t n = 0;

	ug_mojibake_read(s->line, encoding, language, false, s->reading);
	for (size_t i = 0; i < reading->n && n < EXPLAINED; i++)
		n += reading->runs[i].end - reading->runs[i].first;
	return (struct result){ true, language, reading->n != 0,
		reading->roots, { reading->gains[0], reading->gains[1] },
		explained(n), explained(reading->least) };
}

/* In the language that is kindest to each character. */
static const struct result *
kind_read(struct chooser *s, unsigned encoding)
{
	const unsigned like = s->line->like[encoding];

	if (!s->kind[like].done)
		s->kind[like] = result_read(s, like, UG_MOJIBAKE_ANY);
	return &s->kind[like];
}

/* In the language that it then reads like. */
static const struct result *
own_read(struct chooser *s, unsigned encoding)
{
	const unsigned like = s->line->like[encoding];

	if (!s->own[like].done)
		s->own[like] = result_read(s, like,
		    ug_mojibake_meant(s->line, like));
	return &s->own[like];
}

/* Take the line for what it reads like as it stands. */
static void
line_speak(struct chooser *s)
{
	if (!s->spoken)
		ug_mojibake_speak(s->line, ug_mojibake_spoken(s->line));
	s->spoken = true;
	s->line->cost = s->line->own_cost;
}

/*
 * What is gained at most where `encodings` have a sequence: no more than what
 * it costs as it stands, and the unit behind it.
 */
static void
bounds_add(struct chooser *s, uint32_t encodings, size_t at)
{
	const struct ug_mojibake_unit *const units = s->line->units + at;
	const int *const cost = s->line->cost + at;
	const size_t left = s->line->n + 2 - at;
	const int habit = UG_MOJIBAKE_W(HABIT) - UG_MOJIBAKE_W(ALONE) -
	    UG_MOJIBAKE_W(START);

	for (; encodings != 0; encodings &= encodings - 1) {
		const unsigned i = ug_letters_lowest(encodings);
		const unsigned lead = units->bytes->byte[i];
		const size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
		const int most = cost[n < left ? n + 1 : left] - cost[0];

		/* It goes on with a stretch, may do so, or starts one. */
		if (at == s->end[i])
			s->most[i] += most - (cost[1] - cost[0]);
		else if (at < s->end[i])
			s->most[i] += most;
		else
			s->most[i] += UG_MAX(most + habit, 0);
		s->n[i] += n;
		s->end[i] = at + n;
	}
}

/* Find what encodings can gain at most, as the line costs where it stands. */
static void
encodings_bound(struct chooser *s, uint32_t encodings)
{
	const struct ug_mojibake_line *const line = s->line;

	memset(s->most, 0, sizeof(s->most));
	memset(s->n, 0, sizeof(s->n));
	memset(s->end, 0, sizeof(s->end));
	for (size_t at = line->units->lead; at < line->n;
	    at = line->units[at + 1].lead) {
		const struct ug_mojibake_unit *const units = line->units + at;
		uint32_t found = ug_mojibake_found(units);

		/* C3 is a sequence with a space, too. */
		if (units[1].c == ' ')
			found |= units->bytes->leads_two;
		bounds_add(s, found & encodings, at);
	}
}

/* Of encodings those that can gain enough. */
static uint32_t
encodings_enough(const struct chooser *s, uint32_t encodings)
{
	uint32_t enough = 0;

	for (; encodings != 0; encodings &= encodings - 1) {
		const unsigned i = ug_letters_lowest(encodings);

		if (s->n[i] > 0 && ug_mojibake_confidence(s->most[i] -
		    ug_mojibake_ask(i)) >= s->confidence)
			enough |= (uint32_t)1 << i;
	}
	return enough;
}

/* What the worth of a reading is at most. */
static int
most_worth(const struct chooser *s, unsigned encoding)
{
	return s->most[encoding] - ug_mojibake_ask(encoding) / 2 +
	    explained(s->n[encoding]);
}

/* The most promising of encodings, of which there is one at least. */
static unsigned
encodings_best(const struct chooser *s, uint32_t encodings)
{
	unsigned best = ug_letters_lowest(encodings);

	for (; encodings != 0; encodings &= encodings - 1)
		if (most_worth(s, ug_letters_lowest(encodings)) >
		    most_worth(s, best))
			best = ug_letters_lowest(encodings);
	return best;
}

/* Of encodings those like one. */
static uint32_t
encodings_alike(const struct chooser *s, uint32_t encodings, unsigned like)
{
	uint32_t alike = 0;

	for (; encodings != 0; encodings &= encodings - 1) {
		const unsigned i = ug_letters_lowest(encodings);

		if (s->line->like[i] == s->line->like[like])
			alike |= (uint32_t)1 << i;
	}
	return alike;
}

/* Of encodings those that may be worth so much. */
static uint32_t
encodings_worth(const struct chooser *s, uint32_t encodings, int worth)
{
	uint32_t left = 0;

	for (; encodings != 0; encodings &= encodings - 1) {
		const unsigned i = ug_letters_lowest(encodings);

		if (most_worth(s, i) >= worth)
			left |= (uint32_t)1 << i;
	}
	return left;
}

/*
 * Read the most promising encoding; of the others those are left that may be
 * worth as much, in the kindest language, and in any as the line costs in its
 * own.  What one gains in a language it does in the kindest one, and more; but
 * it may explain less there.  True: there is none, and it is the one.
 */
static bool
promising_read(struct chooser *s, uint32_t *encodings,
    struct ug_mojibake_choice *choice)
{
	const unsigned best = encodings_best(s, *encodings);
	const uint32_t alike = encodings_alike(s, *encodings, best);

	if (s->n[best] < 2 * PROMISING)
		return false;
	line_speak(s);
	const struct result *const own = own_read(s, best);
	const int worth = result_worth(own, best) - own->explained + own->least;
	uint32_t left;

	if (!result_stands(s, own, best) || own->least == 0)
		return false;
	*choice = (struct ug_mojibake_choice){ .encoding = best,
		.language = own->language,
		.margin = result_margin(own, best),
		.worth = result_worth(own, best),
		.read = s->reading->whole };
	left = encodings_worth(s, *encodings & ~alike, worth);
	if (left != 0) {
		encodings_bound(s, left);
		left = encodings_worth(s, left, worth);
	}
	*encodings = left | alike;
	/* Those alike are rarer, and gain no more. */
	return left == 0 && (alike == (uint32_t)1 << best ||
	    (own->gains[1] <= own->gains[0] && !own->roots));
}

/*
 * The encodings that gain enough for the confidence in the language that is
 * kindest to each character, which is quick and no less than in any other; the
 * most promising one first.
 */
static size_t
encodings_try(struct chooser *s, uint32_t encodings,
    struct ug_mojibake_choice tried[UG_MOJIBAKE_MAX])
{
	size_t n = 0, at;

	for (unsigned i = 0; i < UG_MOJIBAKE_MAX; i++) {
		if ((encodings >> i & 1) == 0)
			continue;
		const struct result *const kind = kind_read(s, i);
		const int worth = result_worth(kind, i);

		if (!result_stands(s, kind, i))
			continue;
		for (at = n++; at > 0 && tried[at - 1].worth < worth; at--)
			tried[at] = tried[at - 1];
		tried[at] = (struct ug_mojibake_choice){ .encoding = i,
			.worth = worth };
	}
	return n;
}

/* Of encodings the one that gains most in the language it then reads like. */
static void
encodings_compare(struct chooser *s, uint32_t encodings,
    struct ug_mojibake_choice *choice)
{
	struct ug_mojibake_choice tried[UG_MOJIBAKE_MAX];
	const size_t n = encodings_try(s, encodings, tried);

	if (n > 0)
		line_speak(s);
	for (size_t i = 0; i < n && tried[i].worth > choice->worth; i++) {
		const unsigned encoding = tried[i].encoding;
		const struct result *const own = own_read(s, encoding);
		const int worth = result_worth(own, encoding);

		if (worth > choice->worth && result_stands(s, own, encoding))
			*choice = (struct ug_mojibake_choice){
				.encoding = encoding,
				.language = own->language,
				.margin = result_margin(own, encoding),
				.worth = worth };
	}
}

void
ug_mojibake_choose(struct ug_mojibake_line *line, unsigned confidence,
    struct ug_mojibake_reading *reading, struct ug_mojibake_choice *choice)
{
	struct chooser s = { .line = line, .reading = reading,
		.confidence = confidence };
	uint32_t encodings = line->differ;

	*choice = (struct ug_mojibake_choice){ .encoding = UG_MOJIBAKE_MAX,
		.worth = INT_MIN };
	/* In capitals sequences are more than meets the eye. */
	if (!line->large) {
		encodings_bound(&s, encodings);
		encodings = encodings_enough(&s, encodings);
		if (encodings == 0 || promising_read(&s, &encodings, choice))
			return;
		*choice = (struct ug_mojibake_choice){
			.encoding = UG_MOJIBAKE_MAX, .worth = INT_MIN };
		line->cost = line->any_cost;
	}
	encodings_compare(&s, encodings, choice);
}
