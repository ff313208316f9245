/*
 * plain_known_test.c - which languages a stream is known to be in, by what was
 * plain in this block and in the one before
 */
#include "characters/plain.h"

#include "check.h"

static void
test_enough(void)
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };

	for (uint32_t now = 0; now < 2100; now += 50)
		for (uint32_t before = 0; before < 2100; before += 50) {
			plain.now[3] = now;
			plain.before[3] = before;
			CHECK("2000 characters", ug_plain_knows(&plain, 3,
			    false) == (now + before >= 2000));
			CHECK("alone", !ug_plain_knows(&plain, 3, true));
			CHECK("another", !ug_plain_knows(&plain, 2, false) &&
			    !ug_plain_knows(&plain, 4, false));
		}
	plain.now[3] = 1999;
	plain.before[3] = 0;
	CHECK("not enough", !ug_plain_knows(&plain, 3, false));
	plain.before[3] = 1;
	CHECK("enough", ug_plain_knows(&plain, 3, false));
}

/* What was known, and what is in a block that comes next. */
static void
check_enter(uint64_t from, uint64_t to, uint64_t block, uint32_t now,
    uint32_t before)
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc, .block = from };

	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++) {
		plain.now[i] = 7;
		plain.before[i] = 5;
	}
	ug_plain_enter(&plain, to);
	CHECK("block", plain.block == block);
	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++)
		CHECK("known", plain.now[i] == now &&
		    plain.before[i] == before);
}

static void
test_enter(void)
{
	check_enter(0, 0, 0, 7, 5);
	check_enter(0, 1, 1, 0, 7);
	check_enter(0, 2, 2, 0, 0);
	check_enter(9, 10, 10, 0, 7);
	check_enter(9, 11, 11, 0, 0);
	check_enter(9, 1000, 1000, 0, 0);
	/* Of blocks that were left nothing is learnt. */
	check_enter(9, 9, 9, 7, 5);
	check_enter(9, 8, 9, 7, 5);
	check_enter(9, 0, 9, 7, 5);
	check_enter((uint64_t)1 << 40, ((uint64_t)1 << 40) + 1,
	    ((uint64_t)1 << 40) + 1, 0, 7);
}

/* Whatever is known otherwise has another number. */
static void
test_state(void)
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	struct ug_plain other = plain;
	const uint64_t none = ug_plain_state(&plain);
	uint64_t last = none;

	CHECK("the same", ug_plain_state(&other) == none);
	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++) {
		other = plain;
		other.now[i] = 1;
		CHECK("now", ug_plain_state(&other) != none &&
		    ug_plain_state(&other) != last);
		last = ug_plain_state(&other);
		other = plain;
		other.before[i] = 1;
		CHECK("before", ug_plain_state(&other) != none &&
		    ug_plain_state(&other) != last);
	}
	other = plain;
	other.block = 1;
	CHECK("block", ug_plain_state(&other) != none);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_enough();
	test_enter();
	test_state();
	return check_done(argv[0]);
}
