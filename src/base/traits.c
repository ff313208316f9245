/*
 * traits.c - which bytes a text has, of those that only some texts have
 *
 * Where the compiler knows vectors, sixteen bytes are looked at together.
 */
#include "traits.h"

#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define WIDTH 16

typedef unsigned char vector __attribute__((vector_size(WIDTH)));

/* The vectors so far, as each trait needs them. */
struct sweep {
	vector beyond, c2, escape, dollar;
};

static inline void
sweep_add(struct sweep *sweep, const char *bytes, size_t len)
{
	vector v = { 0 };

	memcpy(&v, bytes, len);
	sweep->beyond |= v;
	sweep->c2 |= (vector)(v == 0xC2);
	sweep->escape |= (vector)(v == '&') | (vector)(v == '\\');
	sweep->dollar |= (vector)(v == '$');
}

/* `trait` if a bit of the vector is set. */
static inline unsigned
trait_if(vector v, unsigned trait)
{
	uint64_t half[2];

	memcpy(half, &v, sizeof(half));
	return (half[0] | half[1]) != 0 ? trait : 0;
}

unsigned
ug_traits(const char *bytes, size_t len)
{
	struct sweep sweep = { .beyond = { 0 } };

	for (; len >= WIDTH; bytes += WIDTH, len -= WIDTH)
		sweep_add(&sweep, bytes, WIDTH);
	if (len > 0)
		sweep_add(&sweep, bytes, len);
	return trait_if(sweep.beyond & 0x80, UG_TRAIT_BEYOND) |
	    trait_if(sweep.c2, UG_TRAIT_C2) |
	    trait_if(sweep.escape, UG_TRAIT_ESCAPE) |
	    trait_if(sweep.dollar, UG_TRAIT_DOLLAR);
}
#else
unsigned
ug_traits(const char *bytes, size_t len)
{
	unsigned traits = 0;

	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)bytes[i];

		traits |= (c >= 0x80) * UG_TRAIT_BEYOND |
		    (c == 0xC2) * UG_TRAIT_C2 |
		    (c == '&' || c == '\\') * UG_TRAIT_ESCAPE |
		    (c == '$') * UG_TRAIT_DOLLAR;
	}
	return traits;
}
#endif
