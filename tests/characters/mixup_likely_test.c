/*
 * mixup_likely_test.c - what a mix-up must gain, and what speaks against any
 */
#include "characters/mixup.h"

#include "check.h"

#define W(name) UG_MIXUP_W(name)

/* French, misread: all speaks for it but what is said beside. */
#define FRENCH  .lead = W(RIVAL)
#define CHINESE FRENCH, .text = UG_IN_EAST
#define MET     FRENCH, .known = true
#define COSTS_MORE(mean, more) \
	.found = { .n_chars = 40, .cost = 40 * (mean) + (more) }
#define COSTS(mean) COSTS_MORE(mean, 0)

static const struct {
	const char *name;
	struct ug_mixup_case its;
	int ask;
} asked[] = {
	{ "usual", { FRENCH, COSTS(0), .kinds = 4 }, W(ENOUGH) },
	{ "three kinds", { FRENCH, COSTS(0), .kinds = 3 }, W(ENOUGH) },
	{ "two kinds", { FRENCH, COSTS(0), .kinds = 2 }, W(ENOUGH) + W(TWO) },
	{ "one kind", { FRENCH, COSTS(0), .kinds = 1 }, W(ENOUGH) + W(ONE) },
	{ "none", { FRENCH, COSTS(0), .kinds = 0 }, W(ENOUGH) + W(ACCENTS) +
	    W(ONE) },
	{ "none, and alike", { FRENCH, COSTS(0), .kinds = 0, .alike = 3 },
	    W(ENOUGH) + W(ACCENTS) + 3 * W(ACCENT) + W(ONE) },
	{ "alike, and kinds", { FRENCH, COSTS(0), .kinds = 4, .alike = 3 },
	    W(ENOUGH) },
	{ "accents", { FRENCH, COSTS(0), .kinds = 4, .accents = 2 },
	    W(ENOUGH) + 2 * W(ACCENT) },
	{ "letters", { FRENCH, COSTS(0), .kinds = 4, .letters = 5 },
	    W(ENOUGH) },
	{ "letters, three kinds", { FRENCH, COSTS(0), .kinds = 3,
	    .letters = 5 }, W(ENOUGH) },
	{ "letters, two kinds", { FRENCH, COSTS(0), .kinds = 2, .letters = 5 },
	    W(ENOUGH) + W(TWO) + 5 * W(LETTER) },
	{ "letters, one kind", { FRENCH, COSTS(0), .kinds = 1, .letters = 5 },
	    W(ENOUGH) + W(ONE) + 5 * W(LETTER_ONE) },
	{ "UTF-8", { FRENCH, COSTS(0), .utf8 = true, .kinds = 1 }, W(UTF8) },
	{ "East Asia", { CHINESE, COSTS(0), .kinds = 4, .east = 4 }, W(EAST) },
	{ "East Asia, few", { CHINESE, COSTS(0), .kinds = 4, .east = 3 },
	    W(EAST) + W(EAST_FEW) },
	{ "East Asia, kinds do not count", { CHINESE, COSTS(0), .east = 4,
	    .kinds = 0 }, W(EAST) },
	{ "Greek", { FRENCH, COSTS(0), .kinds = 4, .text = UG_IN_GREEK },
	    W(SCRIPT) },
	{ "Cyrillic", { FRENCH, COSTS(0), .kinds = 4, .text = UG_IN_CYRILLIC },
	    W(SCRIPT) },
	{ "Vietnam", { FRENCH, COSTS(0), .kinds = 4, .text = UG_IN_VIETNAM },
	    W(ENOUGH) },
	{ "Greek in Cyrillic", { FRENCH, COSTS(0), .kinds = 4,
	    .text = UG_IN_GREEK, .reader = UG_IN_CYRILLIC }, W(SCRIPT) +
	    W(SCRIPTS) },
	{ "Greek in Vietnam", { FRENCH, COSTS(0), .kinds = 4,
	    .text = UG_IN_GREEK, .reader = UG_IN_VIETNAM }, W(SCRIPT) },
	{ "French in Greek", { FRENCH, COSTS(0), .kinds = 4,
	    .reader = UG_IN_GREEK }, W(ENOUGH) },
	{ "French in Greek, bare", { FRENCH, COSTS(0), .kinds = 4,
	    .reader = UG_IN_GREEK, .bare = true }, W(SCRIPT) },
	{ "French in Vietnam, bare", { FRENCH, COSTS(0), .kinds = 4,
	    .reader = UG_IN_VIETNAM, .bare = true }, W(ENOUGH) },
	/* the worse it reads */
	{ "good", { FRENCH, .kinds = 4, COSTS_MORE(W(GOOD), 99) }, W(ENOUGH) },
	{ "no more good", { FRENCH, .kinds = 4, COSTS_MORE(W(GOOD), 100) },
	    W(ENOUGH) + W(EXCESS) },
	{ "bad", { FRENCH, .kinds = 4, COSTS_MORE(W(GOOD), 799) }, W(ENOUGH) +
	    7 * W(EXCESS) },
	{ "good Chinese", { CHINESE, .kinds = 4, .east = 4,
	    COSTS_MORE(W(GOOD_EAST), 99) }, W(EAST) },
	{ "bad Chinese", { CHINESE, .kinds = 4, .east = 4,
	    COSTS_MORE(W(GOOD_EAST), 200) }, W(EAST) + 2 * W(EXCESS_EAST) },
	/* the stream had its like */
	{ "known", { MET, COSTS(0), .kinds = 4, .met = 3 }, W(KNOWN) },
	{ "known, accents alone", { MET, COSTS(0), .met = 3, .kinds = 0,
	    .alike = 9, .accents = 9, .letters = 9 }, 2 * W(KNOWN) },
	{ "known, one kind", { MET, COSTS(0), .met = 3, .kinds = 1,
	    .letters = 9 }, W(KNOWN) },
	{ "known Greek", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .text = UG_IN_GREEK }, W(KNOWN_SCRIPT) },
	{ "known Vietnamese", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .text = UG_IN_VIETNAM }, W(KNOWN) },
	{ "known Chinese", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .text = UG_IN_EAST, .east = 4 }, W(KNOWN_SCRIPT) },
	{ "known Chinese, few", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .text = UG_IN_EAST, .east = 3 }, W(KNOWN_SCRIPT) + W(EAST_FEW) },
	{ "known, in Greek, bare", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .reader = UG_IN_GREEK, .bare = true, .utf8 = true }, W(KNOWN) },
};

static void
test_asked(void)
{
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		struct ug_mixup_case its = asked[i].its;

		for (int more = -1; more <= 1; more++) {
			int margin = 0;

			its.gain = asked[i].ask + more;
			CHECK(asked[i].name, ug_mixup_likely(&its, &margin) ==
			    (more >= 0));
			CHECK(asked[i].name, margin == more);
		}
	}
}

/* Whatever they gain. */
static const struct {
	const char *name;
	struct ug_mixup_case its;
	bool likely;
} rows[] = {
	{ "usual", { FRENCH, COSTS(0), .kinds = 4 }, true },
	{ "a rival", { COSTS(0), .kinds = 4, .lead = W(RIVAL) - 1 }, false },
	{ "C1 controls", { FRENCH, COSTS(0), .kinds = 4, .c1 = true }, false },
	{ "known C1 controls", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .c1 = true }, false },
	{ "soft hyphens", { FRENCH, COSTS(0), .kinds = 4, .hyphens = true },
	    false },
	{ "known, soft hyphens", { MET, COSTS(0), .kinds = 4, .met = 3,
	    .hyphens = true }, true },
	{ "not known enough", { MET, COSTS(0), .kinds = 4, .met = 2 }, false },
	{ "known well", { MET, COSTS(0), .kinds = 4, .met = 4 }, true },
	{ "Greek that reads well", { FRENCH, .kinds = 4, .text = UG_IN_GREEK,
	    COSTS(W(GOOD_MOST)) }, true },
	{ "Greek that does not", { FRENCH, .kinds = 4, .text = UG_IN_GREEK,
	    COSTS_MORE(W(GOOD_MOST), 1) }, false },
	{ "known Greek that does not", { MET, .kinds = 4, .met = 3,
	    .text = UG_IN_GREEK, COSTS_MORE(W(GOOD_MOST), 1) }, true },
	{ "Vietnamese that does not", { FRENCH, .kinds = 4,
	    .text = UG_IN_VIETNAM, COSTS_MORE(W(GOOD_MOST), 1) }, true },
	{ "Chinese that does not", { CHINESE, .kinds = 4, .east = 4,
	    COSTS_MORE(W(GOOD_MOST), 1) }, true },
	{ "all one ideograph", { FRENCH, COSTS(0), .kinds = 4, .east = 1 },
	    false },
	{ "two", { FRENCH, COSTS(0), .kinds = 4, .east = 2 }, true },
	{ "a list", { FRENCH, COSTS(0), .kinds = 4, .once = 14 }, false },
	{ "a short list", { FRENCH, COSTS(0), .kinds = 4, .once = 13 }, true },
	{ "a list of ideographs", { CHINESE, COSTS(0), .kinds = 4, .east = 4,
	    .once = 14 }, true },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	test_asked();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ug_mixup_case its = rows[i].its;
		int margin;

		its.gain = 1 << 20;
		CHECK(rows[i].name, ug_mixup_likely(&its, &margin) ==
		    rows[i].likely);
	}
	return check_done(argv[0]);
}
