/*
 * buf_test.c - memory that grows, overflows, runs out and is given back
 */
#include "base/buf.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "check.h"
#include "failing.h"

static void
check_reserve(void)
{
	struct failing memory = { .left = 3 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	uint64_t *v = NULL;
	size_t cap = 0;

	CHECK("none", ug_reserve(&alloc, &v, &cap, 0, sizeof(*v)) ==
	    UNGARBLE_OK && v == NULL && memory.left == 3);
	CHECK("some", ug_reserve(&alloc, &v, &cap, 3, sizeof(*v)) ==
	    UNGARBLE_OK && v != NULL && cap >= 3);
	cap = 100;
	CHECK("there is room", ug_reserve(&alloc, &v, &cap, 100, sizeof(*v))
	    == UNGARBLE_OK && memory.left == 2);
	CHECK("by half", ug_reserve(&alloc, &v, &cap, 101, sizeof(*v)) ==
	    UNGARBLE_OK && cap == 150);
	v[149] = 7;
	CHECK("as many as are asked for", ug_reserve(&alloc, &v, &cap, 1000,
	    sizeof(*v)) == UNGARBLE_OK && cap == 1000 && v[149] == 7);

	uint64_t *const was = v;

	CHECK("no memory", ug_reserve(&alloc, &v, &cap, 1001, sizeof(*v)) ==
	    UNGARBLE_ENOMEM && v == was && cap == 1000 && v[149] == 7);
	memory.left = 1;
	CHECK("too much", ug_reserve(&alloc, &v, &cap, SIZE_MAX / 8,
	    sizeof(*v)) == UNGARBLE_ENOMEM && memory.left == 1);
	ug_release(&alloc, v);
	ug_release(&alloc, NULL);
	CHECK("given back", memory.live == 0);
}

/* What was asked for, which is not to be had. */
static void *
asked_resize(void *user, void *ptr, size_t size)
{
	(void)ptr;
	*(size_t *)user = size;
	return NULL;
}

/* As much as an object may be is asked for, and no more. */
static void
check_most(size_t size)
{
	const size_t most = (size_t)PTRDIFF_MAX / size;
	size_t asked = 0, cap = 0;
	const struct ug_alloc alloc = { asked_resize, &asked };
	char *v = NULL;

	CHECK("most", ug_reserve(&alloc, &v, &cap, most, size) ==
	    UNGARBLE_ENOMEM && asked == most * size);
	asked = 0;
	CHECK("more", ug_reserve(&alloc, &v, &cap, most + 1, size) ==
	    UNGARBLE_ENOMEM && asked == 0 && v == NULL && cap == 0);
}

static void
check_buf(void)
{
	struct failing memory = { .left = 1 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_buf buf = { .alloc = &alloc };

	CHECK("nothing", ug_buf_add(&buf, NULL, 0) == UNGARBLE_OK &&
	    buf.len == 0);
	CHECK("add", ug_buf_add(&buf, "ferry", 5) == UNGARBLE_OK);
	CHECK("more", ug_buf_add(&buf, " late", 5) == UNGARBLE_OK &&
	    buf.len == 10 && memcmp(buf.s, "ferry late", 10) == 0);
	CHECK("no memory", ug_buf_add(&buf, buf.s, 10) == UNGARBLE_ENOMEM &&
	    buf.len == 10 && memcmp(buf.s, "ferry late", 10) == 0);
	CHECK("too much", ug_buf_reserve(&buf, SIZE_MAX) == UNGARBLE_ENOMEM);
	ug_buf_shift(&buf, 6);
	CHECK("shift", buf.len == 4 && memcmp(buf.s, "late", 4) == 0);
	ug_buf_shift(&buf, 4);
	CHECK("all of it", buf.len == 0);
	ug_buf_free(&buf);
	CHECK("given back", memory.live == 0 && buf.s == NULL && buf.cap == 0);
}

static void
check_arena(void)
{
	struct failing memory = { .left = 1000 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_arena arena = { .alloc = &alloc };
	unsigned char *taken[40];

	for (unsigned i = 0; i < 40; i++) {
		const size_t len = 1 + i * 37;

		taken[i] = ug_arena_take(&arena, len);
		if (!CHECK("take", taken[i] != NULL))
			return;
		CHECK("aligned", (uintptr_t)taken[i] % alignof(max_align_t)
		    == 0);
		memset(taken[i], (int)i, len);
	}
	for (unsigned i = 0; i < 40; i++)
		for (size_t at = 0; at < 1 + i * 37; at++)
			if (taken[i][at] != i && !CHECK("its own", false))
				return;
	CHECK("too much", ug_arena_take(&arena, SIZE_MAX - 8) == NULL &&
	    ug_arena_take(&arena, PTRDIFF_MAX) == NULL);
	CHECK("several blocks", memory.live > 1);
	ug_arena_reset(&arena);
	CHECK("one is kept", memory.live == 1);
	memory.left = 0;
	CHECK("from that one", ug_arena_take(&arena, 100) != NULL);
	CHECK("no memory", ug_arena_take(&arena, 1 << 20) == NULL);
	ug_arena_free(&arena);
	ug_arena_reset(&arena);
	CHECK("given back", memory.live == 0);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_reserve();
	check_most(1);
	check_most(24);
	check_buf();
	check_arena();
	return check_done(argv[0]);
}
