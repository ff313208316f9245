/*
 * plan_reads_test.c - no plan without memory, or where a read fails
 */
#define _XOPEN_SOURCE 700

#include "cli/plan.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "heard.h"
#include "plan_made.h"
#include "unread.h"

/* Without memory, and with more and more of it; it is given back. */
static void
check_memory(void)
{
	const struct cli_options options = { .n_shards = 3 };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	static struct cli_out out;
	enum ungarble_err err = UNGARBLE_ENOMEM;
	unsigned n_failed = 0;
	char limit[32];
	bool failed;

	opts.resize = cli_memory_resize;
	for (size_t bytes = 64; bytes <= (size_t)64 << 20 && err != UNGARBLE_OK;
	    bytes *= 2) {
		(void)snprintf(limit, sizeof(limit), "%zu", bytes);
		CHECK(limit, cli_memory_set(limit));
		CHECK("its beginning", lseek(fileno(input), 0, SEEK_SET) == 0);
		heard_out(&out);
		err = cli_plan_make(&out, fileno(input), size, &options, &opts,
		    &failed);
		CHECK(limit, !failed && cli_memory_left() == bytes);
		CHECK("an end", cli_out_flush(&out) &&
		    (strstr(heard_read(), "\nend ") != NULL) ==
		    (err == UNGARBLE_OK));
		CHECK(limit, err == UNGARBLE_OK || err == UNGARBLE_ENOMEM);
		n_failed += err != UNGARBLE_OK;
	}
	CHECK("in the end", err == UNGARBLE_OK && n_failed > 5);
}

/* Whatever read fails, of the input or of the plan, there is none. */
static void
check_reads(void)
{
	struct cli_options options = { .n_shards = 3, .shard = 3,
		.plan = plan_name };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	static struct cli_out out;
	static struct cli_plan got;
	bool failed = true, good = false;
	unsigned n;

	for (n = 1; n < 1000 && failed; n++) {
		CHECK("its beginning", lseek(fileno(input), 0, SEEK_SET) == 0);
		heard_out(&out);
		unread_after = n;
		CHECK("not to be read", cli_plan_make(&out, fileno(input),
		    size, &options, &opts, &failed) == UNGARBLE_OK);
		CHECK("that is told", failed == unread_end());
		CHECK("an end", cli_out_flush(&out) &&
		    (strstr(heard_read(), "\nend ") != NULL) == !failed);
	}
	CHECK("in the end", !failed && n > size / 3 / CLI_BLOCK);
	make(&options);
	put(plan, plan_len);
	for (n = 1; n < 100 && !good; n++) {
		const char *said;

		heard_start();
		unread_after = n;
		good = taken(&got, &options);
		CHECK("that is told", good == !unread_end());
		said = heard();
		CHECK("once", good ? *said == '\0' :
		    strchr(said, '\n') == said + strlen(said) - 1 &&
		    strstr(said, strerror(EIO) + 1) != NULL);
	}
	CHECK("in the end", good && n > 2);
}

int
main(void)
{
	made_open();
	make_input("a caf\xC3\xA9 of such a size that it is a line", 100000, 0,
	    0);
	check_reads();
	check_memory();
	return check_done("plan_reads_test");
}
