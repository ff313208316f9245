/*
 * mojibake_line_test.c - what a line is, what it costs, and its sequences where
 * they are written in capitals
 */
#include <stdlib.h>
#include <string.h>

#include "characters/mojibake.h"
#include "check.h"

static const struct {
	const char *text;
	bool small, large, wide;
} rows[] = {
	{ "in small letters", true, false, false },
	{ "grÃ¼n", false, false, false },
	{ "grã¼n", true, false, false },
	{ "grã¼n ã€‚", false, false, true },
	{ "GRã¼n ã€‚", false, false, true },
	{ "GRã¼n", false, false, false },
	{ "IN CAPITALS", false, true, false },
	{ "IN FIV", false, false, false },
	{ "IN SEVEN", false, true, false },
	{ "IN FIVE", false, true, false },
	{ "IN CAPITALs", false, false, false },
};

static struct ug_mojibake_pairs *pairs;

static struct ug_mojibake_line
line_of(const char *text, struct ug_arena *scratch)
{
	struct ug_mojibake_line line = { .n = 0 };

	ug_arena_reset(scratch);
	CHECK(text, ug_mojibake_line((struct ug_text){ text, strlen(text) },
	    pairs, scratch, &line) == UNGARBLE_OK);
	return line;
}

/* What a line costs as it stands stays, whatever language it is taken for. */
static void
check_costs(const char *text, struct ug_arena *scratch)
{
	struct ug_mojibake_line line = line_of(text, scratch);
	const size_t n = line.n + 3;
	int any[64];

	if (!CHECK("room", n <= sizeof(any) / sizeof(*any)))
		return;
	CHECK(text, line.cost == line.any_cost);
	memcpy(any, line.any_cost, n * sizeof(*any));
	ug_mojibake_speak(&line, ug_language_of("de"));
	CHECK(text, line.cost == line.own_cost);
	CHECK(text, memcmp(any, line.any_cost, n * sizeof(*any)) == 0);
}

/* The sequence at a unit, as windows-1252. */
static void
check_sequence(const char *text, size_t at, size_t n, uint32_t c,
    struct ug_arena *scratch)
{
	const struct ug_mojibake_line line = line_of(text, scratch);
	const struct ug_mojibake_sequence s = ug_mojibake_sequence_led(&line,
	    at, 0, true, false);

	CHECK(text, line.large);
	CHECK(text, s.n == n && s.c == c);
}

int
main(int argc, char *argv[])
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };

	(void)argc;
	pairs = malloc(ug_mojibake_pairs_size(UG_MOJIBAKE_SLOTS));
	if (!CHECK("memory", pairs != NULL))
		return check_done(argv[0]);
	ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_mojibake_line line = line_of(rows[i].text,
		    &scratch);

		CHECK(rows[i].text, line.small == rows[i].small);
		CHECK(rows[i].text, line.large == rows[i].large);
		CHECK(rows[i].text, line.wide == rows[i].wide);
		check_costs(rows[i].text, &scratch);
	}
	check_sequence("IN CAPITALS Â€™", 12, 3, 0x2019, &scratch);
	/* What was lost may have been no control. */
	check_sequence("IN CAPITALS Â\uFFFD™", 12, 2, UG_REPLACEMENT,
	    &scratch);
	check_sequence("IN CAPITALS Â©", 12, 2, 0xA9, &scratch);
	free(pairs);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
