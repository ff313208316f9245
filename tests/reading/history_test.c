/*
 * history_test.c - what records that were read say of those to come
 */
#include <math.h>

#include "check.h"
#include "detect/home.h"
#include "edit/memory.h"
#include "model/weights.h"
#include "reading/history.h"

static const size_t cp1250 = 1, cp1252 = 2, koi8 = 3;

/* A record that these encodings read well, or read so much worse. */
static void
learn(struct ug_history *history, size_t a, size_t b, int behind)
{
	const struct ug_reading_of readings[] = {
		{ .encoding = ug_encoding_at(a), .number = a, .alone = 100 },
		{ .encoding = ug_encoding_at(b), .number = b,
		  .alone = 100 + behind },
	};

	ug_history_learn(history, readings, 2);
}

static const char *
name_of(size_t number)
{
	return ug_encoding_at(number)->name;
}

static void
check_cover(void)
{
	struct ug_history history = { .block = 0 };
	struct ug_expectation expected;

	CHECK("nothing", ug_history_main(&history) == NULL);
	CHECK("nothing", ug_history_len(&history) == 0);
	for (unsigned i = 0; i < 10; i++)
		learn(&history, cp1252, cp1250, 0);
	learn(&history, cp1250, cp1252, 5000);
	CHECK("the one that reads all", ug_history_main(&history) ==
	    ug_encoding_at(cp1250));
	ug_history_expect(&history, &expected);
	CHECK(name_of(cp1250), expected.encodings[cp1250] <
	    expected.encodings[cp1252]);
	CHECK("what was not met costs most", expected.encodings[cp1252] <=
	    expected.encodings[koi8] + 500);
	CHECK("too few", ug_history_only(&history) == NULL);
	for (unsigned i = 0; i < 10; i++)
		learn(&history, cp1250, cp1252, 5000);
	CHECK("only", ug_history_only(&history) == ug_encoding_at(cp1250));
	CHECK("more of it is nothing new", ug_history_len(&history) < 21);
	for (unsigned i = 0; i < 10; i++)
		learn(&history, koi8, cp1252, 5000);
	CHECK("no longer", ug_history_only(&history) == NULL);
	ug_history_expect(&history, &expected);
	CHECK("a mixture", expected.encodings[koi8] < 300 &&
	    expected.encodings[cp1250] < 300);
}

/* What was usual stays so while it is for most, what was not learned counted. */
static void
check_usual(void)
{
	struct ug_history history = { .block = 0 };
	struct ug_expectation expected;

	for (unsigned i = 0; i < 16; i++)
		learn(&history, cp1252, koi8, 5000);
	CHECK("all", ug_history_only(&history) == ug_encoding_at(cp1252));
	ug_history_usual(&history, 100);
	for (unsigned i = 0; i < 7; i++)
		learn(&history, koi8, cp1252, 5000);
	CHECK("most", ug_history_only(&history) == ug_encoding_at(cp1252));
	ug_history_expect(&history, &expected);
	CHECK("what is no usual weighs little", expected.encodings[koi8] >
	    expected.encodings[cp1252] + 200);
	CHECK("no more is expected than of those kept",
	    expected.encodings[cp1252] < 50);
	learn(&history, koi8, cp1252, 5000);
	CHECK("not most", ug_history_only(&history) == NULL);
	CHECK("nor usual", history.now.n_usual == 0);
	for (unsigned i = 0; i < UG_HISTORY_MAX; i++)
		learn(&history, koi8, cp1252, 5000);
	CHECK("another", ug_history_only(&history) == ug_encoding_at(koi8));
	CHECK("the next block", ug_history_enter(&history, UG_BLOCK_LEN));
	CHECK("the next block", ug_history_only(&history) == NULL);
}

static void
check_blocks(void)
{
	struct ug_history history = { .block = 0 };

	for (unsigned i = 0; i < 20; i++)
		learn(&history, cp1250, cp1252, 5000);
	CHECK("the same block", !ug_history_enter(&history, UG_BLOCK_LEN - 1));
	CHECK("the next", ug_history_enter(&history, UG_BLOCK_LEN));
	CHECK("the block before counts", ug_history_main(&history) ==
	    ug_encoding_at(cp1250));
	CHECK("but not for what is usual", ug_history_only(&history) == NULL);
	CHECK("one further", ug_history_enter(&history, 2 * UG_BLOCK_LEN));
	CHECK("forgotten", ug_history_len(&history) == 0);
	learn(&history, koi8, cp1252, 5000);
	CHECK("a gap", ug_history_enter(&history, 9 * UG_BLOCK_LEN));
	CHECK("a gap", ug_history_len(&history) == 0);
}

/* The last ones are kept. */
static void
check_many(void)
{
	struct ug_history history = { .block = 0 };

	for (unsigned i = 0; i < 3 * UG_HISTORY_MAX; i++)
		learn(&history, i >= 2 * UG_HISTORY_MAX ? koi8 : i % 2 == 0 ?
		    cp1250 : cp1252, 4, 5000);
	CHECK("no more than that", ug_history_len(&history) == UG_HISTORY_MAX);
	CHECK("the last", ug_history_main(&history) == ug_encoding_at(koi8));
}

/* Both blocks full: all that is kept of them counts. */
static void
check_full(void)
{
	struct ug_history history = { .block = 0 };
	struct ug_expectation expected;

	for (unsigned i = 0; i < UG_HISTORY_MAX; i++)
		learn(&history, i % 2 == 0 ? cp1250 : cp1252, 4, 5000);
	CHECK("full", ug_history_enter(&history, UG_BLOCK_LEN));
	for (unsigned i = 0; i < UG_HISTORY_MAX; i++)
		learn(&history, i % 4 == 0 ? cp1250 : koi8, 4, 5000);
	CHECK("full", ug_history_len(&history) == 2 * UG_HISTORY_MAX);
	ug_history_expect(&history, &expected);
	/* 96, 96 and 64 of 256. */
	CHECK("both", expected.encodings[cp1250] ==
	    expected.encodings[koi8] && expected.encodings[cp1252] >
	    expected.encodings[koi8] + 30 && expected.encodings[cp1252] <
	    expected.encodings[koi8] + 50);
}

/* What the next block knows does not depend on what this one expected. */
static void
check_latest(void)
{
	const struct ug_encoding *const a = ug_encoding_at(cp1250);
	const struct ug_encoding *const b = ug_encoding_at(cp1252);
	const struct ug_reading_of alike[] = {
		{ .encoding = b, .number = cp1252, .cost = 10, .alone = 100 },
		{ .encoding = a, .number = cp1250, .cost = 20, .alone = 100 },
	};
	struct ug_history history = { .block = 0 };
	uint64_t state;

	CHECK("the best alone", ug_history_best(alike, 2)->encoding == a);
	CHECK("the only one", ug_history_best(alike, 1)->encoding == b);
	ug_history_note(&history, b, a);
	CHECK("in its block", ug_history_latest(&history) == b);
	CHECK("enter", ug_history_enter(&history, UG_BLOCK_LEN));
	CHECK("in the next", ug_history_latest(&history) == a);
	state = ug_history_state(&history);

	/* One that waited, and was read as the next block began. */
	history = (struct ug_history){ .block = 0 };
	CHECK("enter", ug_history_enter(&history, UG_BLOCK_LEN));
	ug_history_note(&history, b, a);
	ug_history_note_before(&history);
	CHECK("late", ug_history_latest(&history) == a &&
	    ug_history_state(&history) == state);
	CHECK("enter", ug_history_enter(&history, 2 * UG_BLOCK_LEN));
	CHECK("gone", ug_history_latest(&history) == NULL);
}

/* What an encoding that was not met counts, the less the seldomer it is. */
static double
unmet(size_t number)
{
	return floor(UG_W(NEW_ENCODING) * exp(-ug_home_prior(number) / 100.0));
}

/* What is expected is -100 ln of a share, to a few hundredths. */
static void
check_shares(void)
{
	struct ug_history history = { .block = 0 };
	struct ug_expectation expected;

	for (unsigned n = 1; n < 16; n++) {
		const double most = 100 * log((n + 1) * 256.0);
		const double met = 100 * log(n * 256.0 + 1 + unmet(cp1252));
		const double spoken = 100 * log(n * 256.0 + 1 +
		    UG_W(NEW_LANGUAGE));

		learn(&history, cp1252, koi8, 5000);
		ug_history_expect(&history, &expected);
		CHECK("an encoding", fabs(expected.encodings[cp1252] - most +
		    met) < 9);
		CHECK("a language", fabs(expected.languages[0] - most +
		    spoken) < 9);
		for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
			CHECK(name_of(i), i == cp1252 ||
			    fabs(expected.encodings[i] - most + 100 *
			    log(1 + unmet(i))) < 40);
		CHECK("another language", fabs(expected.languages[1] - most +
		    100 * log(1 + UG_W(NEW_LANGUAGE))) < 9);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_cover();
	check_usual();
	check_blocks();
	check_many();
	check_latest();
	check_shares();
	check_full();
	return check_done(argv[0]);
}
