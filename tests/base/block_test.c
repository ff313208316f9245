/*
 * block_test.c - blocks against one byte at a time; windows at all places
 */
#include "base/block.h"

#include "check.h"
#include "random.h"

#if defined(__aarch64__) && !defined(UG_BLOCK_PLAIN)
_Static_assert(UG_LANE == 16, "each such machine has vectors");
#endif

#define LONGEST 200 /* bytes of a text: three blocks and a bit */
#define BEFORE  3
#define BEHIND  9

/* What a lane's bytes are: at most so much; one, or the other. */
static void
check_lanes(const char *s)
{
	uint64_t want = 0, bits = 0;

	for (size_t i = 0; i < UG_BLOCK_BYTES; i++) {
		const unsigned char c = (unsigned char)s[i];

		want |= (uint64_t)(c > 0x0D && c <= 0x1F) << i;
	}
	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);

		bits |= ug_lane_bits(ug_lane_xor(ug_lane_most(lane, 0x1F),
		    ug_lane_most(lane, 0x0D))) << i;
	}
	CHECK("at most", bits == want);
}

/* Which bytes of a lane are letters and those of the next lane again. */
static void
check_both(const char *s)
{
	for (unsigned i = 0; i + UG_LANE < UG_BLOCK_BYTES; i++) {
		const ug_lane lane = ug_lane_load(s + i);
		const uint64_t bits = ug_lane_bits(ug_lane_and(
		    ug_lane_letters(lane), ug_lane_same(lane,
		    ug_lane_load(s + i + 1))));

		for (unsigned k = 0; k < UG_LANE; k++)
			CHECK("both", (bits >> k & 1) ==
			    (ug_ascii_is_letter(s[i + k]) &&
			    s[i + k] == s[i + k + 1]));
	}
}

static void
check_block(const char *s)
{
	uint64_t letters = 0, dots = 0, beyond = 0, any = 0;

	for (size_t i = 0; i < UG_BLOCK_BYTES; i++) {
		const uint64_t bit = UINT64_C(1) << i;
		const char c = s[i];

		letters |= ug_ascii_is_letter(c) ? bit : 0;
		dots |= c == '.' ? bit : 0;
		beyond |= (unsigned char)c >= 0x80 ? bit : 0;
		any |= c == '.' || c == '<' || c == '`' || c == '~' ? bit : 0;
	}
	CHECK("letters", ug_block_letters(s) == letters);
	CHECK("equal", ug_block_equal(s, '.') == dots);
	CHECK("beyond", ug_block_beyond(s) == beyond);
	CHECK("any", ug_block_any(s, ".<`~") == any);
	check_lanes(s);
}

/* Each byte at each place, beside bytes that carries could run into. */
static void
check_each(void)
{
	static const char beside[] = { 'a', '\0', ' ', '@', '[', '`', '{',
		'.', '\x7F', '\x80', '\xFF' };
	char block[UG_BLOCK_BYTES];

	for (size_t b = 0; b < sizeof(beside); b++) {
		memset(block, beside[b], sizeof(block));
		for (size_t at = 0; at < sizeof(block); at++)
			for (unsigned byte = 0; byte < 256; byte++) {
				block[at] = (char)byte;
				check_block(block);
				block[at] = beside[b];
			}
	}
}

static void
check_random(void)
{
	char block[UG_BLOCK_BYTES];
	uint64_t seed = 1;

	for (size_t n = 0; n < 50000; n++) {
		for (size_t i = 0; i < sizeof(block); i++)
			block[i] = (char)random_next(&seed);
		check_block(block);
		for (size_t i = 1; i < sizeof(block); i++)
			if (random_next(&seed) % 2 == 0)
				block[i] = block[i - 1];
		check_both(block);
	}
}

static void
check_windows(void)
{
	char text[LONGEST], room[BEFORE + UG_BLOCK_BYTES + BEHIND];

	for (size_t i = 0; i < LONGEST; i++)
		text[i] = (char)(i + 1);
	for (size_t len = 1; len <= LONGEST; len++)
		for (size_t at = 0; at < len; at++) {
			const char *const s = ug_block_window(
			    (struct ug_text){ text, len }, at, BEFORE, BEHIND,
			    room);

			for (size_t i = 1; i <= BEFORE; i++)
				CHECK("before", s[-(ptrdiff_t)i] ==
				    (i <= at ? text[at - i] : 0));
			for (size_t i = 0; i < UG_BLOCK_BYTES + BEHIND; i++)
				CHECK("window", at + i < len ?
				    s[i] == text[at + i] :
				    s == text + at || s[i] == 0);
			CHECK("inside", s != text + at || at +
			    UG_BLOCK_BYTES + BEHIND <= len);
		}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_each();
	check_random();
	check_windows();
	return check_done(argv[0]);
}
