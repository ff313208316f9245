/*
 * mojibake_doubt_test.c - what in a line speaks against a reading, and what
 * its stretches say for it
 */
#include <limits.h>
#include <string.h>

#include "characters/mojibake_reading.h"
#include "check.h"
#include "mojibake_line.h"

#define W(name) UG_MOJIBAKE_W(name)

/* One run of two units that becomes U+00E9, at a unit. */
static const struct {
	const char *text;
	size_t at;
	bool contradicted;
} rows[] = {
	{ "Ã© here", 0, false },
	{ "Ã© is é", 0, true }, { "é is Ã©", 5, true },
	{ "aÃ© is é", 1, false }, { "Ã©b is é", 0, false },
	{ "é-Ã©-", 2, true }, { "Ã© is è", 0, false },
	{ "Ã© – a", 0, true }, { "Ã© — a", 0, true },
	{ "aÃ©b – a", 1, true }, { "Ã©– a", 0, false },
	{ "Ã© –a", 0, false }, { "Ã© ‒ a", 0, false }, { "Ã© ― a", 0, false },
	{ "– Ã©", 2, false }, { "Ã© –", 0, false }, { " – Ã©", 3, true },
	{ "Ã© – ", 0, true },
};

static void
check_contradicted(const char *text, size_t at, bool want)
{
	const struct ug_mojibake_line line = line_of(text);
	struct ug_mojibake_run runs[2] = { { at, at + 2, 0, 1 } };
	uint32_t chars[2] = { 0xE9, 0xE9 };
	struct ug_mojibake_reading reading = { .n = 1, .n_chars = 1,
		.runs = runs, .chars = chars };

	CHECK(text, ug_mojibake_contradicted(&line, &reading) == want);
	reading.n_chars = 2;
	CHECK(text, !ug_mojibake_contradicted(&line, &reading));
	reading.n_chars = 1;
	reading.n = 2;
	CHECK(text, !ug_mojibake_contradicted(&line, &reading));
	reading.n = 0;
	CHECK(text, !ug_mojibake_contradicted(&line, &reading));
}

/* More is lost than there: small letters of ASCII, and what is decoded. */
static void
test_lost(void)
{
	static const struct {
		const char *text;
		uint32_t chars[4];
		size_t n;
		bool lost;
	} lost[] = {
		{ "a", { UG_REPLACEMENT }, 1, false },
		{ "A", { UG_REPLACEMENT }, 1, true },
		{ "é", { UG_REPLACEMENT }, 1, true },
		{ "", { 0xE9 }, 1, false },
		{ " ", { UG_REPLACEMENT, 0xE9 }, 2, false },
		{ " ", { UG_REPLACEMENT, 0xE9, UG_REPLACEMENT }, 3, true },
		{ "a", { UG_REPLACEMENT, 0xE9, UG_REPLACEMENT }, 3, false },
		/* what looks like a byte goes with it */
		{ "a", { UG_REPLACEMENT, 0xA9 }, 2, true },
		{ "ab", { UG_REPLACEMENT, 0xA9 }, 2, false },
		{ "ab", { 0xA9, UG_REPLACEMENT }, 2, false },
		{ "", { 0xA9, UG_REPLACEMENT }, 2, false },
		{ "abc", { UG_REPLACEMENT, 0x20AC, UG_REPLACEMENT, 0xA0 }, 4,
		    true },
		{ "abcd", { UG_REPLACEMENT, 0x20AC, UG_REPLACEMENT, 0xA0 }, 4,
		    false },
	};

	for (size_t i = 0; i < sizeof(lost) / sizeof(*lost); i++) {
		const struct ug_mojibake_line line = line_of(
		    *lost[i].text == '\0' ? "-" : lost[i].text);
		uint32_t chars[4];
		const struct ug_mojibake_reading reading = { .chars = chars,
			.n_chars = lost[i].n };

		memcpy(chars, lost[i].chars, sizeof(chars));
		CHECK(lost[i].text, ug_mojibake_lost(&line, &reading) ==
		    lost[i].lost);
	}
}

/* Ask for a line of which so much is left that costs so much each. */
static int
rest_of(size_t n_left, size_t n_read, int each)
{
	char text[256] = "";
	int cost[256] = { 0 };
	struct ug_mojibake_run runs[2];
	const struct ug_mojibake_reading reading = { .n = 2, .runs = runs };
	struct ug_mojibake_line line;
	const size_t half = n_left / 2;

	/* Left, read, left, ASCII that does not count, read one. */
	for (size_t i = 0; i < n_left + n_read; i++)
		strcat(text, "é");
	strcat(text, "abc");
	line = line_of(text);
	for (size_t i = 0; i < line.n; i++)
		cost[i + 1] = cost[i] + (line.units[i].c < 0x80 ? 5000 : each);
	line.cost = cost;
	runs[0] = (struct ug_mojibake_run){ half, half + n_read - 1, 0, 1 };
	runs[1] = (struct ug_mojibake_run){ n_left + n_read - 1,
		n_left + n_read, 0, 1 };
	return ug_mojibake_rest(&line, &reading);
}

static void
test_rest(void)
{
	CHECK("few are left", rest_of(5, 1, 9999) == 0);
	CHECK("some are", rest_of(6, 3, 9999) == INT_MAX);
	CHECK("no more than read", rest_of(6, 6, 9999) == 0);
	CHECK("one more", rest_of(7, 6, 9999) == INT_MAX);
	CHECK("odd", rest_of(7, 4, W(ODD_LEFT) + 1) == INT_MAX);
	CHECK("not odd", rest_of(7, 4, W(ODD_LEFT)) == 0);
	CHECK("most stands", rest_of(9, 4, W(ODD_LEFT)) == W(STANDS));
	CHECK("twice as much stands", rest_of(8, 4, W(ODD_LEFT)) == 0);
}

/* Stretches of a line, each the sequence at a unit, as windows-1252. */
struct stretch {
	size_t at;
	bool alone;
	int gain;
};

static const struct {
	const char *text;
	struct stretch stretches[3];
	size_t n;
	int often, seldom; /* gains beyond ALONE for each that counts */
	bool roots;
} told[] = {
	{ "aÃ© bÃ¨", { { 1, true, 500 }, { 5, true, 700 } }, 2,
	    1200 - 2 * W(ALONE), 1200 - 2 * W(ALONE), false },
	{ "aÃ© bÃ¨", { { 1, true, -500 } }, 1, -W(ALONE), -W(ALONE), false },
	/* signs are evidence for the rare if there are two kinds */
	{ "1Â§ 2Â©", { { 1, true, 500 } }, 1, 500 - W(ALONE), 0, false },
	{ "1Â§ 2Â©", { { 1, true, 500 }, { 5, true, 700 } }, 2,
	    1200 - 2 * W(ALONE), 1200 - 2 * W(ALONE), false },
	{ "1Â§ 2Â§", { { 1, true, 500 }, { 5, true, 700 } }, 2,
	    1200 - 2 * W(ALONE), 0, false },
	{ "1Â§ 2Â§", { { 1, false, 500 } }, 1, 500 - W(ALONE),
	    500 - W(ALONE), false },
	{ "1Â§ 2Â§ 3Â©", { { 1, true, 500 }, { 5, true, 700 },
	    { 9, true, 900 } }, 3, 2100 - 3 * W(ALONE),
	    2100 - 3 * W(ALONE), false },
	/* three bytes are evidence, and what opens */
	{ "1â€™ 2", { { 1, true, 500 } }, 1, 500 - W(ALONE), 500 - W(ALONE),
	    false },
	{ "Â¿a", { { 0, true, 500 } }, 1, 500 - W(ALONE), 500 - W(ALONE),
	    false },
	/* a word of one letter, and what is quoted */
	{ "a Î² b", { { 2, true, 500 } }, 1, 500 - W(ALONE), 0, false },
	{ "a Î² b", { { 2, false, 500 } }, 1, 500 - W(ALONE), 500 - W(ALONE),
	    false },
	{ "a \"Ã©\" b", { { 3, true, 500 } }, 1, 0, 0, false },
	{ "a \"Ã©\" b", { { 3, false, 500 } }, 1, 500 - W(ALONE),
	    500 - W(ALONE), false },
	{ "ï»¿a", { { 0, true, 500 } }, 1, 0, 0, false },
	{ "ï»¿a", { { 0, false, 500 } }, 1, 500 - W(ALONE), 500 - W(ALONE),
	    false },
};

static void
test_evidence(void)
{
	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++) {
		const char *const s = told[i].text;
		const struct ug_mojibake_line line = line_of(s);
		struct ug_mojibake_evidence evidence = { .often = { 0 } };
		struct ug_mojibake_reading reading = { .n = 0 };

		for (size_t k = 0; k < told[i].n; k++) {
			const struct stretch *const its =
			    &told[i].stretches[k];
			const struct ug_mojibake_sequence sequence =
			    ug_mojibake_sequence(&line, its->at, 0, false,
			    false);
			const struct ug_mojibake_fork fork = {
				.at = its->at, .c = sequence.c,
				.glyph = ug_glyph_of(sequence.c),
				.sequence = sequence };

			ug_mojibake_evidence_add(&evidence, &line, &fork,
			    its->alone, its->gain);
		}
		ug_mojibake_evidence_tell(&evidence, &reading);
		if (!CHECK(s, reading.gains[0] == told[i].often &&
		    reading.gains[1] == told[i].seldom &&
		    reading.roots == told[i].roots))
			fprintf(stderr, "\t%d %d %d\n", reading.gains[0],
			    reading.gains[1], reading.roots);
	}
}

/* Roots may be meant where there is nothing else. */
static void
test_roots(void)
{
	const struct ug_mojibake_line line = line_of("√π √Ω √©x");
	const struct ug_mojibake_fork first = { .at = 0, .c = 0xDC,
		.glyph = ug_glyph_of(0xDC), .sequence = { .n = 2 } };
	const struct ug_mojibake_fork second = { .at = 3, .c = 0xFC,
		.glyph = ug_glyph_of(0xFC), .sequence = { .n = 2 } };
	const struct ug_mojibake_fork third = { .at = 6, .c = 0xE9,
		.glyph = ug_glyph_of(0xE9), .sequence = { .n = 2 } };
	struct ug_mojibake_evidence evidence = { .often = { 0 } };
	struct ug_mojibake_reading reading = { .n = 0 };

	ug_mojibake_evidence_add(&evidence, &line, &first, true, 1000);
	ug_mojibake_evidence_add(&evidence, &line, &second, true, 1000);
	ug_mojibake_evidence_tell(&evidence, &reading);
	CHECK("roots", reading.gains[0] == 0 && reading.gains[1] == 0 &&
	    reading.roots);
	ug_mojibake_evidence_add(&evidence, &line, &third, true, 1000);
	ug_mojibake_evidence_tell(&evidence, &reading);
	CHECK("and more", reading.gains[0] == 3000 - 3 * W(ALONE) &&
	    reading.gains[1] == 3000 - 3 * W(ALONE) && reading.roots);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_start();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_contradicted(rows[i].text, rows[i].at,
		    rows[i].contradicted);
	test_lost();
	test_rest();
	test_evidence();
	test_roots();
	lines_end();
	return check_done(argv[0]);
}
