/*
 * ascii_test.c - against the alphabet, all bytes as chars and as code points
 */
#include <string.h>

#include "base/ascii.h"
#include "check.h"

static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
static const char digits[] = "0123456789abcdefABCDEF";

/* Where `c` stands in a list, or NULL; NUL is in none. */
static const char *
listed(const char *list, char c)
{
	return c == '\0' ? NULL : strchr(list, c);
}

static void
test_byte(char c)
{
	const char *const big = listed(upper, c), *const small =
	    listed(lower, c), *const digit = listed(digits, c);
	const long place = digit == NULL ? 16 : digit - digits;

	CHECK("upper", ug_ascii_is_upper(c) == (big != NULL));
	CHECK("lower", ug_ascii_is_lower(c) == (small != NULL));
	CHECK("letter", ug_ascii_is_letter(c) ==
	    (big != NULL || small != NULL));
	CHECK("digit", ug_ascii_is_digit(c) == (digit != NULL && place < 10));
	CHECK("letter or digit", ug_ascii_is_alnum(c) ==
	    (ug_ascii_is_letter(c) || ug_ascii_is_digit(c)));
	CHECK("its lower one", ug_ascii_lower(c) ==
	    (big != NULL ? lower[big - upper] : c));
	CHECK("its upper one", ug_ascii_upper(c) ==
	    (small != NULL ? upper[small - lower] : c));
	CHECK("its value", ug_ascii_digit(c) ==
	    (digit == NULL ? 16 : (unsigned)(place < 16 ? place : place - 6)));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (int c = 0; c < 256; c++) {
		test_byte((char)c);
		/* Nothing that is in the lowest byte alone. */
		CHECK("code points",
		    !ug_ascii_is_alnum(0x10000u + (unsigned)c));
	}
	return check_done(argv[0]);
}
