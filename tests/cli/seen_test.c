/*
 * seen_test.c - files that were met, as many as there are
 */
#include <string.h>

#include "check.h"
#include "cli/memory.h"
#include "cli/seen.h"

#define MANY 5000

/* Whether each of so many files is known, or none is. */
static bool
all(struct cli_seen *seen, dev_t device, ino_t n, bool wanted)
{
	for (ino_t i = 0; i < n; i++) {
		bool known = !wanted;

		if (!cli_seen_add(seen, device, i * i * 4096 + i, &known) ||
		    known != wanted)
			return false;
	}
	return true;
}

int
main(void)
{
	struct cli_seen seen = { 0 };
	const size_t left = cli_memory_left();
	size_t taken;
	char size[32];
	bool known = true;

	/* Half of the table is left free. */
	CHECK("one", cli_seen_add(&seen, 1, 7, &known) && !known);
	taken = left - cli_memory_left();
	for (ino_t i = 1; i < 32; i++)
		CHECK("more", cli_seen_add(&seen, 1, 7 + 64 * i, &known) &&
		    !known);
	CHECK("as large", left - cli_memory_left() == taken);
	CHECK("one more", cli_seen_add(&seen, 1, 3, &known) && !known);
	CHECK("larger", left - cli_memory_left() > taken + taken / 2 &&
	    left - cli_memory_left() <= 2 * taken);
	for (ino_t i = 0; i < 32; i++)
		CHECK("kept", cli_seen_add(&seen, 1, 7 + 64 * i, &known) &&
		    known);
	CHECK("another device", cli_seen_add(&seen, 2, 7, &known) && !known);
	cli_seen_free(&seen);
	CHECK("freed", cli_memory_left() == left);
	CHECK("nothing is known", cli_seen_add(&seen, 1, 7, &known) && !known);
	cli_seen_free(&seen);

	for (dev_t device = 0; device < 1000; device++)
		CHECK("one number", cli_seen_add(&seen, device, 7, &known) &&
		    !known);
	cli_seen_free(&seen);
	CHECK("new", all(&seen, 3, MANY, false));
	CHECK("known", all(&seen, 3, MANY, true));
	CHECK("of another device", all(&seen, 4, MANY, false));
	CHECK("of both", all(&seen, 3, MANY, true) &&
	    all(&seen, 4, MANY, true));
	CHECK("no larger than it must be", left - cli_memory_left() <
	    sizeof(*seen.table) * 8 * MANY);
	/* Without memory it takes as many as there is room for. */
	snprintf(size, sizeof(size), "%zu", left - cli_memory_left());
	CHECK("no memory", cli_memory_set(size));
	known = false;
	CHECK("known still", all(&seen, 3, MANY, true));
	while (cli_seen_add(&seen, 5, seen.n, &known) && seen.n < 10 * MANY)
		;
	CHECK("no room", 2 * seen.n == seen.size &&
	    cli_memory_left() == 0);
	cli_seen_free(&seen);
	return check_done("seen_test");
}
