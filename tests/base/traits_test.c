/*
 * traits_test.c - against one byte at a time, at all lengths and places
 */
#include <string.h>

#include "base/traits.h"
#include "check.h"
#include "random.h"

#define LONGEST 100 /* bytes, some vectors and a rest */

static unsigned
naive_traits(const unsigned char *bytes, size_t len)
{
	unsigned traits = 0;

	for (size_t i = 0; i < len; i++) {
		if (bytes[i] >= 0x80)
			traits |= UG_TRAIT_BEYOND;
		if (bytes[i] == 0xC2)
			traits |= UG_TRAIT_C2;
		if (bytes[i] == '&' || bytes[i] == '\\')
			traits |= UG_TRAIT_ESCAPE;
		if (bytes[i] == '$')
			traits |= UG_TRAIT_DOLLAR;
		if (bytes[i] == '<' || bytes[i] == '@')
			traits |= UG_TRAIT_LABEL;
	}
	return traits;
}

/* Each byte at each place of a text of each length. */
static void
check_each(void)
{
	unsigned char text[LONGEST];

	memset(text, 'a', sizeof(text));
	for (size_t len = 0; len <= LONGEST; len++)
		for (size_t at = 0; at < len; at++)
			for (unsigned byte = 0; byte < 256; byte++) {
				text[at] = (unsigned char)byte;
				CHECK("each", ug_traits((const char *)text,
				    len) == naive_traits(text, len));
				text[at] = 'a';
			}
}

static void
check_random(void)
{
	unsigned char text[LONGEST];
	uint64_t seed = 1;

	for (size_t i = 0; i < 100000; i++) {
		const size_t from = random_next(&seed) % LONGEST;
		const size_t len = random_next(&seed) % (LONGEST - from + 1);

		for (size_t k = 0; k < LONGEST; k++)
			text[k] = (unsigned char)(random_next(&seed) % 60 == 0
			    ? random_next(&seed) : 'b');
		CHECK("random", ug_traits((const char *)text + from, len) ==
		    naive_traits(text + from, len));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_each();
	check_random();
	return check_done(argv[0]);
}
