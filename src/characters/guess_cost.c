/*
 * guess_cost.c - which character is likeliest where one is lost
 *
 *	"f", lost, "r" in German   U+00FC, and by far
 *	"g", lost, "r" in German   one of several: none leads
 *
 * Each letter beyond ASCII that a language writes, and each sign that is met in
 * words, costs what it does behind the letter before and before the letter
 * behind, and its language what the rest of the line costs in it.
 */
#include "base/least.h"
#include "guess.h"
#include "guess_letters_table.h"

/* By hand, but for HALF; costs are in hundredths of a nat. */
#define PAIRS   4000 /* that say which language it is */
#define WITHIN  600  /* languages further behind the first are not asked */
#define ELIDED  450  /* the less an apostrophe costs where one is due */
#define UNDUE   200  /* and the more where none is */
#define LATIN_1 0xFF /* the last of it */
#define BALLOT_MAX 512 /* candidates for a spot that are weighed */
#define PLACES  0x2100 /* no letter or sign that is tried is beyond */
#define HALF    69   /* ln 2: what costs so much more is half as likely */
#define SURE    2000 /* no lead is greater */
#define STEP    10   /* in which leads are told apart */

_Static_assert(UG_GUESS_LAST < PLACES, "a place for each letter");

static const uint32_t signs[] = {
	0x2019, 0x2018, 0x201C, 0x201D, 0x2013, 0x2014, 0x2026, 0xA0, 0xAB,
	0xBB, 0xAD, 0xB7,
};

/* What the line costs in each language but for what is lost. */
static void
line_tally(const struct ug_guess_line *line, struct ug_tally *tally)
{
	ug_tally_init(tally);
	for (size_t i = 1; i <= line->n && i < PAIRS; i++) {
		if (!ug_guess_lost(line->chars[i - 1].c) &&
		    !ug_guess_lost(line->chars[i].c))
			ug_tally_add(tally, line->chars[i - 1].glyph,
			    line->chars[i].glyph, 1);
	}
}

/* The languages that cost the least, the first ones if there are too many. */
static void
tongues_find(struct ug_guess_line *line)
{
	struct ug_tally tally;
	int behind[UG_LANGUAGES_MAX];

	line_tally(line, &tally);
	ug_tally_behind(&tally, behind);
	line->n_tongues = 0;
	for (size_t l = 0; l < ug_n_languages(); l++) {
		if (behind[l] <= WITHIN && ug_language_script(l) != UG_CJK &&
		    line->n_tongues < UG_GUESS_TONGUES)
			line->tongues[line->n_tongues++] =
			    (struct ug_guess_tongue){ .language = l,
				.cost = behind[l] };
	}
}

void
ug_guess_speak(struct ug_guess_line *line)
{
	tongues_find(line);
	for (size_t i = 0; i < line->n_tongues; i++) {
		struct ug_guess_tongue *const tongue = &line->tongues[i];
		const uint16_t *const its = guess_letters_of[tongue->language];

		tongue->letters = guess_letters + its[0];
		tongue->n_letters = its[1];
	}
}

/* What characters may stand there, and the least that each costs. */
struct ballot {
	uint32_t c[BALLOT_MAX];
	int cost[BALLOT_MAX];
	size_t n;
	uint16_t place[PLACES]; /* of a character, from 1; 0: none */
};

static void
ballot_add(struct ballot *ballot, uint32_t c, int cost)
{
	if (ballot->place[c] == 0) {
		if (ballot->n == BALLOT_MAX)
			return;
		ballot->c[ballot->n] = c;
		ballot->cost[ballot->n] = cost;
		ballot->place[c] = (uint16_t)++ballot->n;
		return;
	}
	int *const least = &ballot->cost[ballot->place[c] - 1];

	*least = UG_MIN(cost, *least);
}

/* 2^40 e^-(cost / 100), or nearly so: the curve is made of straight lines. */
static uint64_t
chance_of(int cost)
{
	const int n = cost / HALF, rest = cost % HALF;
	const uint64_t chance = UINT64_C(1) << 40 >> UG_MIN(n, 40);

	return chance - chance / 2 * (uint64_t)rest / HALF;
}

/* How far the best is ahead of all others together. */
static struct ug_guess
ballot_count(const struct ballot *ballot)
{
	struct ug_guess guess = { 0, 0 };
	size_t best = 0;
	uint64_t others = 0;

	if (ballot->n == 0)
		return guess;
	for (size_t i = 1; i < ballot->n; i++)
		best = ballot->cost[i] < ballot->cost[best] ? i : best;
	for (size_t i = 0; i < ballot->n; i++)
		others += i == best ? 0 :
		    chance_of(ballot->cost[i] - ballot->cost[best]);
	guess.c = ballot->c[best];
	while (guess.margin < SURE && chance_of(guess.margin) > others)
		guess.margin += STEP;
	return guess;
}

/* What `c` costs between its neighbours. */
static int
spot_cost(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    size_t language, uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);

	return ug_pair_cost(language, line->chars[spot->first - 1].glyph,
	    glyph) + ug_pair_cost(language, glyph,
	    line->chars[spot->first + spot->n].glyph);
}

/*
 * Was `c` lost where `?` stands?  Who has no sign for it has others; those that
 * are there show what was no harm to write.
 */
static bool
spot_admits(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    uint32_t c)
{
	if (c < spot->least || c > spot->most)
		return false;
	if (!spot->asked)
		return true;
	if (line->foreign)
		return !ug_glyph_is_letter(ug_glyph_of(c));
	return line->survived == 0 || (c > LATIN_1 &&
	    (line->survived <= LATIN_1 || c > 0x24F));
}

/* What two letters cost there at least. */
static int
two_cost(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    const struct ug_guess_tongue *tongue)
{
	const size_t language = tongue->language;
	const struct ug_glyph before = line->chars[spot->first - 1].glyph;
	const struct ug_glyph behind = line->chars[spot->first + 2].glyph;
	int least = INT16_MAX;

	for (size_t i = 0; i < tongue->n_letters; i++) {
		const struct ug_glyph a = ug_glyph_of(tongue->letters[i]);
		const int first = ug_pair_cost(language, before, a);

		if (first >= UG_GUESS_WRITTEN)
			continue;
		for (size_t j = 0; j < tongue->n_letters; j++) {
			const struct ug_glyph b =
			    ug_glyph_of(tongue->letters[j]);
			const int cost = first + ug_pair_cost(language, a, b) +
			    ug_pair_cost(language, b, behind);

			least = UG_MIN(cost, least);
		}
	}
	return least;
}

static void
tongue_add(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    const struct ug_guess_tongue *tongue, struct ballot *ballot)
{
	const size_t language = tongue->language;

	for (size_t i = 0; i < tongue->n_letters; i++) {
		const uint32_t c = tongue->letters[i];

		if (spot_admits(line, spot, c))
			ballot_add(ballot, c, tongue->cost +
			    spot_cost(line, spot, language, c));
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		const uint32_t c = signs[i];
		int cost = tongue->cost + spot_cost(line, spot, language, c);

		if (!spot_admits(line, spot, c))
			continue;
		if (c == 0x2019 && ug_guess_elided(line, spot, language))
			cost -= ELIDED;
		else if (c == 0x2019 && spot->most > c + 0xFF &&
		    spot->least < 0x800)
			cost += UNDUE;
		ballot_add(ballot, c, cost);
	}
	if (spot->n == 2 && spot->least == 0x80)
		ballot_add(ballot, 0, tongue->cost +
		    two_cost(line, spot, tongue));
	if (spot->asked)
		ballot_add(ballot, '?', tongue->cost +
		    spot_cost(line, spot, language, '?'));
}

struct ug_guess
ug_guess_best(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot)
{
	struct ballot ballot = { .n = 0 };

	for (size_t i = 0; i < line->n_tongues; i++)
		tongue_add(line, spot, &line->tongues[i], &ballot);
	return ballot_count(&ballot);
}
