/*
 * memory_test.c - sizes as they are written, and a ceiling to the byte
 */
#include <stdint.h>
#include <string.h>

#include "check.h"
#include "checked.h"
#include "cli/memory.h"

/* Before any limit was set by the user. */
static void
check_default(void)
{
	const size_t mib = (size_t)1 << 20;

	CHECK("default", cli_memory_left() == 64 * mib);
	CHECK("allowed", cli_memory_allow(64 * mib));
	CHECK("allowed: as it was", cli_memory_left() == 64 * mib);
	CHECK("raised", cli_memory_allow(64 * mib + 1));
	CHECK("raised: by one", cli_memory_left() == 64 * mib + 1);
	cli_memory_extend(mib);
	CHECK("extended", cli_memory_left() == 65 * mib + 1);
	CHECK("nothing refused", strcmp(cli_memory_error(), "no memory") == 0);
}

static void
check_sizes(void)
{
	static const struct {
		const char *text;
		size_t bytes; /* 0: it is refused */
	} sizes[] = {
		{ "1", 1 },
		{ "0", 0 },
		{ "", 0 },
		{ "00", 0 },
		{ "9", 9 },
		{ "10", 10 },
		{ "007", 7 },
		{ "1K", 1024 },
		{ "3M", 3145728 },
		{ "1G", 1073741824 },
		{ "0G", 0 },
		{ "K", 0 },
		{ "1k", 0 },
		{ "1T", 0 },
		{ "1KK", 0 },
		{ "1K ", 0 },
		{ " 1", 0 },
		{ "1 ", 0 },
		{ "+1", 0 },
		{ "-1", 0 },
		{ "/", 0 },
		{ ":", 0 },
		{ "1:", 0 },
		{ "99999999999999999999", 0 },
		{ "99999999999999999G", 0 },
#if SIZE_MAX == UINT64_MAX
		{ "17179869183G", (size_t)17179869183 << 30 },
		{ "17179869184G", 0 },
		{ "18014398509481983K", (size_t)18014398509481983 << 10 },
		{ "18014398509481984K", 0 },
		{ "18446744073709551609", SIZE_MAX - 6 },
		{ "18446744073709551616", 0 },
#endif
	};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		const bool taken = cli_memory_set(sizes[i].text);

		CHECK(sizes[i].text, taken == (sizes[i].bytes > 0));
		CHECK(sizes[i].text,
		    !taken || cli_memory_left() == sizes[i].bytes);
	}
}

/* What the user set is the ceiling, whoever asks. */
static void
check_ceiling(void)
{
	size_t head;
	void *one, *two;

	CHECK("ceiling", cli_memory_set("1000"));
	CHECK("no more than that", cli_memory_allow(1000) &&
	    !cli_memory_allow(1001));
	cli_memory_extend(5);
	CHECK("not extended", cli_memory_left() == 1000);
	CHECK("nothing", cli_memory_resize(NULL, NULL, 0) == NULL &&
	    cli_memory_left() == 1000);

	one = cli_memory_resize(NULL, NULL, 100);
	if (!CHECK("a block", one != NULL))
		return;
	head = 1000 - 100 - cli_memory_left();
	CHECK("its head", head > 0 && head <= 64);
	memset(one, 'a', 100);
	one = cli_memory_resize(NULL, one, 300);
	CHECK("grown", one != NULL && cli_memory_left() == 700 - head &&
	    memchr(one, 'b', 100) == NULL);
	CHECK("refused", cli_memory_resize(NULL, one, 1001 - head) == NULL);
	CHECK("refused: why", strcmp(cli_memory_error(),
	    "no memory, since --memory allows no more") == 0);
	CHECK("refused: as it was", cli_memory_left() == 700 - head);
	one = cli_memory_resize(NULL, one, 1000 - head);
	CHECK("all of it", one != NULL && cli_memory_left() == 0);
	CHECK("not a byte more", !cli_memory_reserve(1) &&
	    cli_memory_reserve(0) &&
	    cli_memory_resize(NULL, NULL, 1) == NULL);
	one = cli_memory_resize(NULL, one, 10);
	CHECK("shrunk", one != NULL && cli_memory_left() == 990 - head);
	two = cli_memory_resize(NULL, NULL, 990 - 2 * head);
	CHECK("beside it", two != NULL && cli_memory_left() == 0);
	(void)cli_memory_resize(NULL, two, 0);
	(void)cli_memory_resize(NULL, one, 0);
	CHECK("all is back", cli_memory_left() == 1000);
	CHECK("as much as there is", !cli_memory_reserve(1001) &&
	    cli_memory_reserve(1000) && cli_memory_left() == 0);
	cli_memory_release(999);
	CHECK("released", cli_memory_left() == 999);
	cli_memory_release(1);
	CHECK("more than there can be",
	    cli_memory_resize(NULL, NULL, SIZE_MAX) == NULL &&
	    cli_memory_resize(NULL, NULL, SIZE_MAX - head) == NULL &&
	    cli_memory_resize(NULL, NULL, SIZE_MAX - head + 1) == NULL &&
	    cli_memory_left() == 1000);
}

/* What the system does not have is not counted in. */
static void
check_system(void)
{
#ifndef CHECKED_ALLOCATION
	const size_t much = SIZE_MAX / 2 - 64;
	size_t left;
	void *one;

#if SIZE_MAX == UINT64_MAX
	CHECK("much", cli_memory_set("17179869183G"));
#else
	CHECK("much", cli_memory_set("3G"));
#endif
	left = cli_memory_left();
	one = cli_memory_resize(NULL, NULL, 50);
	CHECK("a block", one != NULL);
	CHECK("not to be had", cli_memory_resize(NULL, one, much) == NULL);
	(void)cli_memory_resize(NULL, one, 0);
	CHECK("all is back", cli_memory_left() == left);
#endif
}

int
main(void)
{
	check_default();
	check_ceiling();
	check_sizes();
	check_system();
	return check_done("memory_test");
}
