/*
 * tallied_test.c - what is kept of pairs adds what they add
 */
#include "detect/tallied.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

int
main(int argc, char *argv[])
{
	struct ug_tallied *const tallied = malloc(sizeof(*tallied));
	struct ug_glyph glyphs[0x80];
	struct ug_tally kept, plain;
	unsigned n_kept = 0;

	(void)argc;
	if (!CHECK("memory", tallied != NULL))
		return check_done(argv[0]);
	for (unsigned c = 0; c < 0x80; c++)
		glyphs[c] = ug_glyph_of(c);
	ug_tallied_init(tallied);
	ug_tally_init(&kept);
	ug_tally_init(&plain);
	/* More pairs than there is room for, and many of them again. */
	for (unsigned i = 0; i < 4 * 0x80 * 0x80; i++) {
		const struct ug_pair pair = {
			.a = (uint8_t)(i % 0x80),
			.b = (uint8_t)(i / 7 % (i < 0x8000 ? 0x10 : 0x80)),
			.n = (uint16_t)(i % 3),
		};

		ug_tally_add(&plain, pair.a == 0 ? UG_GLYPH_EDGE :
		    glyphs[pair.a], pair.b == 0 ? UG_GLYPH_EDGE :
		    glyphs[pair.b], pair.n);
		ug_tallied_add(i % 11 == 0 ? NULL : tallied, &kept, glyphs,
		    pair);
		if (!CHECK("sums", memcmp(&kept, &plain, sizeof(kept)) == 0))
			break;
	}
	for (size_t i = 0; i < tallied->n; i++)
		n_kept += tallied->rows[i].kept;
	CHECK("letters are kept, signs are not", n_kept > 0 &&
	    n_kept < tallied->n);
	free(tallied);
	return check_done(argv[0]);
}
