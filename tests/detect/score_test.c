/*
 * score_test.c - what a sample costs in an encoding, and what it costs at least
 */
#include "detect/score.h"

#include <limits.h>

#include "encodings/by_label.h"
#include "sampled.h"

/* A sample, an encoding that it reads well in, and one that it does not. */
static const struct {
	const char *name;
	struct ug_text in;
	const char *right, *wrong;
} rows[] = {
	{ "French", UG_LIT("d\xE9j\xE0 la for\xEAt, l'\xE9t\xE9"),
	  "windows-1252", "windows-1251" },
	{ "Russian", UG_LIT("\xEF\xE0\xF0\xEE\xF5\xEE\xE4 \xEF\xEE\xE7\xE4"
	  "\xED\xEE \xED\xEE\xF7\xFC\xFE"), "windows-1251", "windows-1252" },
	{ "its case", UG_LIT("\xF0\xC1\xD2\xCF\xC8\xCF\xC4 \xD0\xCF\xDA\xC4"
	  "\xCE\xCF"), "koi8-r", "windows-1251" },
	{ "Greek", UG_LIT("\xF4\xEF \xF0\xEB\xEF\xDF\xEF \xE1\xF1\xE3\xDE"
	  "\xF3\xE5"), "windows-1253", "windows-1255" },
	{ "EBCDIC", UG_LIT("\x93\x81@\x86\x96\x99""R\xA3@\xA4\x95\x85@\x86"
	  "\x96\x89\xA2"), "ibm037", "windows-1252" },
};

static struct ug_glyph upper[128];
static int16_t signs[128];

/* The least that a language costs, all told; the bounds must be below. */
static int
cost(struct ug_score *score, const struct ug_encoding *encoding)
{
	static struct ug_leaning leaning;
	static const struct ug_tally none;
	struct ug_single single;
	struct ug_tally tally;
	struct ug_least least;
	int first, further, best = INT_MAX;

	for (size_t i = 0; i < 128; i++) {
		upper[i] = ug_score_glyph(encoding->upper[i]);
		signs[i] = (int16_t)ug_sign_least(upper[i]);
	}
	single = ug_single_of(score->sample, encoding, upper, signs);
	CHECK(encoding->name, single.ascii == (encoding->lower == NULL));
	ug_leaning_set(&leaning, single.ascii ? &score->ascii : &none);
	first = ug_score_first(score, &single, &leaning, INT_MAX, &least);
	further = ug_score_further(score, &single, &leaning, INT_MAX, &least);
	ug_score_single(score, &single);
	tally = score->tally;
	CHECK(encoding->name, ug_score_first(score, &single, &leaning, INT_MAX,
	    &least) == first);
	CHECK(encoding->name, ug_score_first(score, &single, &leaning, 1,
	    &least) > 0 && ug_least_cost(&least, &leaning) <= first);
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (ug_language_code(l)[0] != '\0' &&
		    ug_tally_cost(&tally, l) < best)
			best = ug_tally_cost(&tally, l);
	CHECK(encoding->name, 0 < first && first <= further &&
	    further <= best);
	return best;
}

static void
check_multi(struct sampled *s)
{
	struct ug_score *const score = s->score;
	static const unsigned char text[] =
	    "\xBC\xAF\xA4\xCE\xBF\xE5 \xA9\xA1\xA9\xA1";
	const struct ug_encoding *const jp = by_label("euc-jp");

	sampled_take(s, "multi", text, sizeof(text) - 1);
	ug_score_begin(score, s->sample);
	CHECK("broken", ug_score_multi(score, jp, 2, INT_MAX) &&
	    score->n_broken == 2);
	CHECK("too much of it", !ug_score_multi(score, jp, 1, INT_MAX));
	CHECK("too dear", !ug_score_multi(score, jp, 2, 1));
}

/* What is kept of signs is what they cost, the second time, too. */
static void
check_signs(void)
{
	static struct ug_signs met;
	unsigned n = 0, wrong = 0;

	for (uint32_t i = 0; i < 2 * 0x10000; i++) {
		const struct ug_glyph glyph = ug_glyph_of(i % 0x10000);
		const int least = ug_sign_least(glyph);

		n += least > 0;
		wrong += ug_signs_least(&met, glyph) != least;
	}
	CHECK("signs", n > 100 && wrong == 0);
	CHECK("one above all", ug_signs_least(&met, (struct ug_glyph){
	    UG_OTHER, UG_LATIN, UG_SIGNS_MAX + 1 }) == 0);
}

int
main(int argc, char *argv[])
{
	struct sampled s;

	(void)argc;
	if (!sampled_init(&s))
		return check_done(argv[0]);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int right, wrong;

		sampled_take(&s, rows[i].name, rows[i].in.s, rows[i].in.len);
		ug_score_begin(s.score, s.sample);
		wrong = cost(s.score, by_label(rows[i].wrong));
		right = cost(s.score, by_label(rows[i].right));
		CHECK(rows[i].name, right < wrong);
		CHECK("again", wrong == cost(s.score, by_label(rows[i].wrong)) &&
		    right == cost(s.score, by_label(rows[i].right)));
	}
	check_multi(&s);
	check_signs();
	sampled_free(&s);
	return check_done(argv[0]);
}
