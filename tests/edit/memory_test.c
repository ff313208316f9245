/*
 * memory_test.c - facts live for their block and the next one
 */
#include <stdio.h>

#include "check.h"
#include "edit/memory.h"
#include "failing.h"

static unsigned
count(const struct ug_memory *m, const char *kind)
{
	return ug_memory_count(m, kind, UG_TEXT(""));
}

static unsigned
count_now(const struct ug_memory *m, const char *kind)
{
	return ug_memory_count_now(m, kind, UG_TEXT(""));
}

static void
check_blocks(struct ug_memory *m)
{
	const uint64_t none = ug_memory_key(UG_TEXT(""));

	ug_memory_enter(m, 0);
	CHECK("nothing yet", count(m, "a") == 0);
	CHECK("remembered", ug_memory_add(m, "a", none) == UNGARBLE_OK);
	CHECK("remembered", ug_memory_add(m, "a", none) == UNGARBLE_OK);
	CHECK("remembered", ug_memory_add(m, "a", ug_memory_key(UG_TEXT("x")))
	    == UNGARBLE_OK);
	CHECK("counted", count(m, "a") == 2 && count_now(m, "a") == 2);
	CHECK("apart", ug_memory_count(m, "a", UG_TEXT("x")) == 1);
	CHECK("other kind", count(m, "b") == 0);
	ug_memory_enter(m, UG_BLOCK_LEN - 1);
	CHECK("same block", count(m, "a") == 2);
	ug_memory_enter(m, UG_BLOCK_LEN);
	CHECK("next block", count(m, "a") == 2 && count_now(m, "a") == 0);
	CHECK("remembered", ug_memory_add(m, "a", none) == UNGARBLE_OK);
	CHECK("sum", count(m, "a") == 3 && count_now(m, "a") == 1);
	ug_memory_enter(m, 2 * UG_BLOCK_LEN);
	CHECK("the first is forgotten", count(m, "a") == 1);
	ug_memory_enter(m, 4 * UG_BLOCK_LEN);
	CHECK("a gap forgets all", count(m, "a") == 0);
	CHECK("remembered", ug_memory_add(m, "b", none) == UNGARBLE_OK);
	CHECK("for good", count(m, "a") == 0 && count(m, "b") == 1);
}

/* Many facts: none is lost up to the bound, and no more are taken beyond. */
static void
check_many(struct ug_memory *m)
{
	unsigned found = 0;

	ug_memory_enter(m, 10 * UG_BLOCK_LEN);
	for (unsigned i = 0; i < 20000; i++) {
		char what[16];
		const int len = snprintf(what, sizeof(what), "%u", i);

		CHECK("remembered", ug_memory_add(m, "many",
		    ug_memory_key((struct ug_text){ what, (size_t)len })) ==
		    UNGARBLE_OK);
	}
	for (unsigned i = 0; i < 20000; i++) {
		char what[16];
		const int len = snprintf(what, sizeof(what), "%u", i);

		found += ug_memory_count(m, "many", (struct ug_text){ what,
		    (size_t)len });
		CHECK("in order", i >= 6144 || found == i + 1);
	}
	CHECK("bounded", found == 6144);
	for (unsigned i = 0; i < 70000; i++)
		CHECK("remembered", ug_memory_add(m, "many",
		    ug_memory_key(UG_TEXT("7"))) == UNGARBLE_OK);
	CHECK("saturates", ug_memory_count(m, "many", UG_TEXT("7")) == 65535);
	CHECK("remembered", ug_memory_add_times(m, "many",
	    ug_memory_key(UG_TEXT("8")), 65533) == UNGARBLE_OK);
	CHECK("as often", ug_memory_count(m, "many", UG_TEXT("8")) == 65534);
	CHECK("remembered", ug_memory_add_times(m, "many",
	    ug_memory_key(UG_TEXT("8")), 70000) == UNGARBLE_OK);
	CHECK("no more", ug_memory_count(m, "many", UG_TEXT("8")) == 65535);
}

/* Without memory nothing is remembered, nothing is lost, and it is told. */
static void
check_failing(void)
{
	struct failing memory = { .left = 2 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_memory *m;
	unsigned n = 0;

	if (!CHECK("new", ug_memory_new(&m, &alloc) == UNGARBLE_OK))
		return;
	while (n < 20000 && ug_memory_add(m, "a", n + 1) == UNGARBLE_OK)
		n++;
	CHECK("few have room", n > 16 && n < 1000 && memory.failed);
	CHECK("told again", ug_memory_add(m, "a", n + 1) == UNGARBLE_ENOMEM);
	memory.left = 1;
	while (n < 20000 && ug_memory_add(m, "a", n + 1) == UNGARBLE_OK)
		n++;
	CHECK("then more", n > 200 && n < 4000);
	ug_memory_free(m);
	CHECK("freed", memory.live == 0);
	memory = (struct failing){ .left = 1 };
	if (!CHECK("new", ug_memory_new(&m, &alloc) == UNGARBLE_OK))
		return;
	CHECK("none", ug_memory_add(m, "a", 1) == UNGARBLE_ENOMEM &&
	    count(m, "a") == 0);
	ug_memory_free(m);
	CHECK("freed", memory.live == 0);
}

int
main(int argc, char *argv[])
{
	struct ug_memory *m;

	(void)argc;
	CHECK("new", ug_memory_new(&m, &ug_alloc_libc) == UNGARBLE_OK);
	check_blocks(m);
	check_many(m);
	check_failing();
	ug_memory_free(m);
	/* Known of FNV-1a. */
	CHECK("key", ug_memory_key(UG_TEXT("a")) ==
	    UINT64_C(0xAF63DC4C8601EC8C));
	CHECK("none", count(NULL, "a") == 0 && count_now(NULL, "a") == 0);
	return check_done(argv[0]);
}
