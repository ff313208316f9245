/*
 * vectors.c - which vectors there are; and doing without
 */
#include "vectors.h"

#include "block.h"

static bool
plain_is_there(void)
{
	return true;
}

static size_t
plain_trio(const struct ug_trios *trios, const unsigned char *bytes, size_t len,
    size_t from)
{
	for (; from < len; from++) {
		const unsigned char s[3] = {
			bytes[from],
			len - from > 1 ? bytes[from + 1] : 0,
			len - from > 2 ? bytes[from + 2] : 0,
		};

		if (ug_trios_of(trios, s) != 0)
			return from;
	}
	return len;
}

static size_t
plain_one(const struct ug_ones *ones, const unsigned char *bytes, size_t len,
    size_t from)
{
	while (from < len && ug_ones_of(ones, bytes[from]) == 0)
		from++;
	return from;
}

static void
plain_blocks(const unsigned char *bytes, size_t n, unsigned char c,
    uint64_t *equal, uint64_t *beyond)
{
	for (size_t i = 0; i < n; i++, bytes += UG_BLOCK_BYTES) {
		equal[i] = ug_block_equal((const char *)bytes, (char)c);
		beyond[i] = ug_block_beyond((const char *)bytes);
	}
}

const struct ug_vectors ug_plain = { "plain", plain_is_there, NULL,
	plain_trio, plain_one, plain_blocks };

const struct ug_vectors *const ug_vectors_all[] = {
#if defined(__x86_64__) && defined(__GNUC__)
	&ug_avx2, &ug_ssse3,
#elif defined(__aarch64__) && defined(__ARM_NEON)
	&ug_neon,
#endif
	&ug_plain
};

const struct ug_vectors *
ug_vectors(void)
{
	/* To ask costs less than to remember. */
	const struct ug_vectors *const *best = ug_vectors_all;

	while (!(*best)->there())
		best++;
	return *best;
}
