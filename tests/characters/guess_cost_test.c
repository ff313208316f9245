/*
 * guess_cost_test.c - the languages of a line with losses, and which character
 * leads by how much
 */
#include <math.h>

#include "check.h"
#include "guess_line.h"
#include "pieces.h"

#define PAIRS  3999 /* of a line, that tell its languages */
#define WITHIN 600  /* more than the least is another language */
#define MOST   2000 /* that a lead is */
#define VOTES  512  /* characters that are weighed */

static struct ug_guess_char chars[GUESS_LINE_MAX + 2];
static size_t n_at_limit, n_beyond, n_full;

/* Are the line's languages those that cost least, counted over again? */
static void
check_tongues(const char *name, struct ug_text text)
{
	struct ug_guess_line line;
	struct ug_tally tally;
	int behind[UG_LANGUAGES_MAX];
	size_t n = 0, good = 0;

	guess_line_of(text, &line, chars);
	ug_guess_speak(&line);
	ug_tally_init(&tally);
	for (size_t i = 0; i < line.n && i < PAIRS; i++)
		if (!ug_guess_lost(chars[i].c) && !ug_guess_lost(
		    chars[i + 1].c))
			ug_tally_add(&tally, chars[i].glyph,
			    chars[i + 1].glyph, 1);
	ug_tally_behind(&tally, behind);
	for (size_t l = 0; l < ug_n_languages(); l++) {
		n_at_limit += behind[l] == WITHIN;
		n_beyond += behind[l] > WITHIN && behind[l] <= WITHIN + 10;
		if (behind[l] > WITHIN || ug_language_script(l) == UG_CJK)
			continue;
		good += n < line.n_tongues && line.tongues[n].language == l &&
		    line.tongues[n].cost == behind[l];
		if (++n == UG_GUESS_TONGUES)
			break;
	}
	CHECK(name, line.n_tongues == n && good == n);
	n_full += n == UG_GUESS_TONGUES;
}

static void
test_tongues(void)
{
	static const char *const pieces[] = { "a", "e", "n", "th", "sch", "ß",
		"é", "ñ", "č", "ж", "ый", "日", " ", "?", "\uFFFD", "ł", "ij",
		"ou ", "ğ", "ø", "5" };
	char text[24];
	uint64_t seed = 1;

	for (size_t i = 0; i < 20000; i++) {
		const size_t len = i % sizeof(text);

		pieces_fill(text, len, PIECES(pieces), &seed);
		check_tongues("a short line", (struct ug_text){ text, len });
	}
	printf("%zu at the limit, %zu beyond, %zu full\n", n_at_limit,
	    n_beyond, n_full);
	CHECK("limits", n_at_limit > 0 && n_beyond > 0 && n_full > 0);
}

/* A long line: its end no longer tells. */
static void
test_pairs(void)
{
	static char text[PAIRS + 3];

	for (size_t len = PAIRS - 3; len <= PAIRS + 3; len++) {
		for (size_t i = 0; i < len; i++)
			text[i] = i + 9 < len ? "der und "[i % 8] :
			    "jsou dny z"[i + 9 - len];
		check_tongues("a long line", (struct ug_text){ text, len });
	}
}

/* What a character costs between two others. */
static int
cost_of(size_t language, uint32_t before, uint32_t c, uint32_t behind)
{
	return ug_pair_cost(language, ug_glyph_of(before), ug_glyph_of(c)) +
	    ug_pair_cost(language, ug_glyph_of(c), ug_glyph_of(behind));
}

/* The best of some letters in "fXr", in German, which has no others. */
static struct ug_guess
best_of(const uint16_t *letters, size_t n)
{
	struct ug_guess_line line;
	const struct ug_guess_spot spot = { .first = 2, .n = 1,
		.least = 0xC0, .most = 0x1FFF, .word = true };

	guess_line_of(UG_TEXT("f\uFFFDr"), &line, chars);
	line.n_tongues = 1;
	line.tongues[0] = (struct ug_guess_tongue){ ug_language_of("de"), 0,
		letters, n };
	return ug_guess_best(&line, &spot);
}

/* The lead of the best letter over the others, in hundredths of a nat. */
static double
lead_of(const uint16_t *letters, size_t n, uint32_t *best)
{
	const size_t german = ug_language_of("de");
	int least = INT32_MAX;
	double others = 0;

	for (size_t i = 0; i < n; i++) {
		const int cost = cost_of(german, 'f', letters[i], 'r');

		*best = cost < least ? letters[i] : *best;
		least = cost < least ? cost : least;
	}
	for (size_t i = 0; i < n; i++)
		if (letters[i] != *best)
			others += exp((least - cost_of(german, 'f',
			    letters[i], 'r')) / 100.0);
	return others == 0 ? MOST : fmin(fmax(-100 * log(others), 0), MOST);
}

static void
test_leads(void)
{
	uint16_t letters[8];
	uint64_t seed = 1;
	size_t n_led = 0;

	CHECK("none", best_of(NULL, 0).c == 0 && best_of(NULL, 0).margin == 0);
	for (size_t i = 0; i < 4000; i++) {
		const size_t n = 1 + i % 8;
		uint32_t best = 0;
		struct ug_guess guess;
		double lead;

		/* No two are the same. */
		for (size_t k = 0; k < n; k++)
			letters[k] = (uint16_t)(0xC0 + random_next(&seed) %
			    (i % 3 == 0 ? 8 : 50) * 8 + k);
		guess = best_of(letters, n);
		lead = lead_of(letters, n, &best);
		CHECK("the best", guess.c == best);
		/* As near as straight lines and steps of 10 are. */
		CHECK("its lead", guess.margin % 10 == 0 &&
		    fabs(guess.margin - lead) < 16);
		n_led += lead > 100 && lead < 1000;
	}
	CHECK("leads", n_led > 100);
}

/* Two alone: the lead is what the other costs more, in full tens. */
static void
test_two(void)
{
	const size_t german = ug_language_of("de");

	for (uint16_t c = 0xC0; c < 0x250; c++) {
		const uint16_t letters[] = { 0xFC, c };
		const int more = cost_of(german, 'f', c, 'r') -
		    cost_of(german, 'f', 0xFC, 'r');
		const int lead = more <= 0 ? 0 : (more + 9) / 10 * 10;

		if (c != 0xFC && more >= 0)
			CHECK("two", best_of(letters, 2).c == 0xFC &&
			    best_of(letters, 2).margin == (lead < MOST ?
			    lead : MOST));
	}
}

/* The first ones are weighed; what is beyond is as if it was not there. */
static void
test_votes(void)
{
	uint16_t letters[VOTES + 100];

	for (size_t i = 0; i < VOTES + 100; i++)
		letters[i] = (uint16_t)(0x1000 + i);
	for (size_t at = VOTES - 2; at < VOTES + 2; at++) {
		const uint16_t was = letters[at];

		letters[at] = 0xFC;
		CHECK("votes", (best_of(letters, VOTES + 100).c == 0xFC) ==
		    (at < VOTES));
		letters[at] = was;
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_tongues();
	test_pairs();
	test_leads();
	test_two();
	test_votes();
	return check_done(argv[0]);
}
