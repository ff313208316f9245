/*
 * glance_look_test.c - every way to look that this machine has sees what the
 * plain one does, and more blanks at most
 */
#include "marks/glance_look.h"

#include <string.h>

#include "check.h"
#include "random.h"

#define BLOCK  64
#define BLOCKS 3
#define AROUND (UG_GLANCE_BEFORE + BLOCKS * BLOCK + UG_GLANCE_BEHIND)
#define HASHES 200

static const struct ug_glance_way *
plain_way(void)
{
	const struct ug_glance_way *const *way = ug_glance_ways;

	while (strcmp((*way)->name, "plain") != 0)
		way++;
	return *way;
}

/* Blocks, with what is around them. */
static void
blocks_make(char *s, uint64_t *seed)
{
	static const char bytes[] = "    abdeimorstwsIDM.,-\"'([&$<@\\\n\xC3z";
	const size_t few = random_next(seed) % (sizeof(bytes) - 1) + 1;

	for (size_t i = 0; i < AROUND; i++)
		s[i] = random_next(seed) % 50 == 0 ?
		    (char)random_next(seed) :
		    bytes[random_next(seed) % few];
}

/* A block's hashes, from its bytes. */
static size_t
hashes_of(const char *s, uint8_t *hashes)
{
	size_t n = 0;

	for (size_t i = 0; i < BLOCK; i++)
		if (s[i] == ' ')
			hashes[n++] = (uint8_t)((unsigned char)s[i - 1] * 8 +
			    (unsigned char)s[i + 1]);
	return n;
}

/* The bits of those of a block's bytes that are in a set, or beyond ASCII. */
static uint64_t
bits_of(const char *s, const char *set, bool beyond)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < BLOCK; i++)
		bits |= (uint64_t)((beyond && (unsigned char)s[i] >= 0x80) ||
		    (s[i] != '\0' && strchr(set, s[i]) != NULL)) << i;
	return bits;
}

/*
 * Each way makes the same of a block; where rows share a bit more may be due,
 * all ways agree on that.
 */
static bool
check_block(const char *name, const struct ug_glance_block *one,
    const struct ug_glance_block *other, const char *s)
{
	const uint64_t blanks = bits_of(s, " ", false);
	const uint64_t ends = bits_of(s, "\n", false);
	uint8_t want[BLOCK];

	return CHECK(name, one->blanks == blanks && one->ends == ends &&
	    one->quotes == bits_of(s, "\"'", false) &&
	    one->rare == bits_of(s, "&\\$<@[", true) &&
	    (other->due & ~one->due) == 0 && one->copied == 0 &&
	    (one->due & ~(blanks | ends)) == 0) &&
	    CHECK("hashes", memcmp(one->hashes, want, hashes_of(s, want)) == 0);
}

static void
check_look(const struct ug_glance_way *way, const struct ug_glance_way *plain)
{
	char room[AROUND];
	const char *const s = room + UG_GLANCE_BEFORE;
	uint8_t some[BLOCKS * BLOCK + UG_GLANCE_PAD];
	uint8_t others[BLOCKS * BLOCK + UG_GLANCE_PAD];
	struct ug_glance_block one[BLOCKS], other[BLOCKS];
	uint64_t seed = 1;
	bool ok = true;

	for (int i = 0; i < 20000 && ok; i++) {
		blocks_make(room, &seed);
		const uint8_t *const end = way->look(one, s, BLOCKS, some);

		CHECK("end", end - some ==
		    plain->look(other, s, BLOCKS, others) - others);
		for (size_t k = 0; k < BLOCKS && ok; k++)
			ok = check_block(way->name, &one[k], &other[k],
			    s + k * BLOCK);
	}
}

/* The first hash of a copy, one by one. */
static size_t
copied_slowly(const uint8_t *hashes, size_t from, size_t n)
{
	for (size_t i = from; i < n; i++)
		for (size_t back = 3; back <= 8 && back < i; back++)
			if (hashes[i] == hashes[i - back] &&
			    hashes[i - 1] == hashes[i - 1 - back])
				return i;
	return n;
}

static void
check_copied(const struct ug_glance_way *way)
{
	uint8_t room[UG_GLANCE_PAD + HASHES + UG_GLANCE_PAD];
	uint8_t *const hashes = room + UG_GLANCE_PAD;
	uint64_t seed = 3;
	size_t n_copied = 0;

	for (int i = 0; i < 50000; i++) {
		const size_t n = random_next(&seed) % HASHES;
		const size_t from = random_next(&seed) % (n + 1);
		const size_t kinds = random_next(&seed) % 250 + 1;

		for (size_t k = 0; k < sizeof(room); k++)
			room[k] = (uint8_t)(random_next(&seed) % kinds);
		n_copied += copied_slowly(hashes, from, n) < n;
		if (!CHECK(way->name, way->copied(hashes, from, n) ==
		    copied_slowly(hashes, from, n)))
			break;
	}
	CHECK("some", n_copied > 1000 && n_copied < 49000);
}

int
main(int argc, char **argv)
{
	const struct ug_glance_way *const plain = plain_way();

	(void)argc;
	for (const struct ug_glance_way *const *way = ug_glance_ways;; way++) {
		if ((*way)->there()) {
			check_look(*way, plain);
			check_copied(*way);
		}
		if (*way == plain)
			break;
	}
	return check_done(argv[0]);
}
