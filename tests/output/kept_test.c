/*
 * kept_test.c - the input from what was last put out on, in little room
 */
#include "output/kept.h"

#include "check.h"
#include "failing.h"
#include "random.h"

#define LEN 200000

/* The byte that a stream has there. */
static char
byte_at(uint64_t at)
{
	return (char)(at * 7 + at / 251);
}

/* Fed and taken in parts; what is not taken is at most `most` bytes. */
static void
check_parts(uint64_t start, size_t most, uint64_t seed)
{
	struct ug_kept kept = { .buf.alloc = &ug_alloc_libc, .at = start };
	uint64_t fed = start, taken = start;
	unsigned long wrong = 0;

	while (fed < start + LEN) {
		char bytes[300];
		const size_t n = random_next(&seed) % sizeof(bytes);
		const char *s;

		for (size_t i = 0; i < n; i++)
			bytes[i] = byte_at(fed + i);
		CHECK("add", ug_kept_add(&kept, bytes, n) == UNGARBLE_OK);
		fed += n;
		if (fed - taken > most)
			taken = fed - random_next(&seed) % (most + 1);
		s = ug_kept_take(&kept, taken);
		for (uint64_t i = taken; i < fed; i++)
			wrong += s[i - taken] != byte_at(i);
		/* What is there, as much that was taken, and what is fed. */
		wrong += kept.buf.len > 2 * (most + sizeof(bytes)) +
		    sizeof(bytes);
	}
	CHECK("what is kept", wrong == 0);
	ug_buf_free(&kept.buf);
}

static void
check_memory(void)
{
	struct failing memory = { .left = 0 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_kept kept = { .buf.alloc = &alloc };

	CHECK("memory", ug_kept_add(&kept, "a", 1) == UNGARBLE_ENOMEM);
	CHECK("nothing", ug_kept_add(&kept, "", 0) == UNGARBLE_OK);
	ug_buf_free(&kept.buf);
	CHECK("memory: none is left", memory.live == 0);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (uint64_t seed = 1; seed <= 4; seed++) {
		check_parts(0, 1000, seed);
		check_parts(1 << 20, 1, seed);
	}
	check_memory();
	return check_done(argv[0]);
}
