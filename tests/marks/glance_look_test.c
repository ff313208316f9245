/*
 * glance_look_test.c - every way to look that this machine has sees what the
 * plain one does, and more blanks at most
 */
#include "marks/glance_look.h"

#include <string.h>

#include "check.h"
#include "random.h"

#define BLOCK  64
#define HASHES 200

static const struct ug_glance_way *
plain_way(void)
{
	const struct ug_glance_way *const *way = ug_glance_ways;

	while (strcmp((*way)->name, "plain") != 0)
		way++;
	return *way;
}

/* A block, with what is around it. */
static void
block_make(char *s, uint64_t *seed)
{
	static const char bytes[] = "    abdeimorstwsIDM.,-\"'([&$<@\\\n\xC3z";
	const size_t few = random_next(seed) % (sizeof(bytes) - 1) + 1;

	for (size_t i = 0; i < UG_GLANCE_BEFORE + BLOCK + UG_GLANCE_BEHIND;
	    i++)
		s[i] = random_next(seed) % 50 == 0 ?
		    (char)random_next(seed) :
		    bytes[random_next(seed) % few];
}

/* The block's hashes, from its bytes. */
static size_t
hashes_of(const char *s, uint8_t *hashes)
{
	size_t n = 0;

	for (size_t i = 0; i < BLOCK; i++)
		if (s[i] == ' ')
			hashes[n++] = (uint8_t)((unsigned char)s[i - 1] * 37 +
			    (unsigned char)s[i + 1]);
	return n;
}

/*
 * Each way makes the same of a block; where rows share a bit more may be due,
 * all ways agree on that.
 */
static void
check_look(const struct ug_glance_way *way, const struct ug_glance_way *plain)
{
	char room[UG_GLANCE_BEFORE + BLOCK + UG_GLANCE_BEHIND];
	const char *const s = room + UG_GLANCE_BEFORE;
	uint8_t hashes[BLOCK + UG_GLANCE_PAD], want[BLOCK];
	struct ug_glance_block one, other;
	uint64_t seed = 1, blanks;

	for (int i = 0; i < 50000; i++) {
		block_make(room, &seed);
		plain->look(&other, s, hashes);
		way->look(&one, s, hashes);
		blanks = 0;
		for (size_t k = 0; k < BLOCK; k++)
			blanks |= (uint64_t)(s[k] == ' ') << k;
		if (!CHECK(way->name, one.blanks == blanks &&
		    one.blanks == other.blanks && one.ends == other.ends &&
		    one.quotes == other.quotes && one.rare == other.rare &&
		    (other.due & ~one.due) == 0 &&
		    (one.due & ~blanks) == 0) ||
		    !CHECK("hashes", memcmp(hashes, want,
		    hashes_of(s, want)) == 0))
			break;
	}
}

/* Whether hashes may be of copies, one by one. */
static bool
copied_slowly(const uint8_t *hashes, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t back = 3; back <= 8 && back < i; back++)
			if (hashes[i] == hashes[i - back] &&
			    hashes[i - 1] == hashes[i - 1 - back])
				return true;
	return false;
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
		const size_t kinds = random_next(&seed) % 250 + 1;

		for (size_t k = 0; k < sizeof(room); k++)
			room[k] = (uint8_t)(random_next(&seed) % kinds);
		n_copied += copied_slowly(hashes, n);
		if (!CHECK(way->name, way->copied(hashes, n) ==
		    copied_slowly(hashes, n)))
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
