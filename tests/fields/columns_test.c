/*
 * columns_test.c - runs of columns are those that were added
 */
#include "fields/columns.h"

#include <string.h>

#include "check.h"
#include "random.h"

/* One beside the other, as few as there can be. */
static void
check_runs(const struct ug_columns *columns, const unsigned char *wanted)
{
	struct ug_columns_run run = { 0, 0 };
	unsigned long wrong = 0;
	size_t at = 0;

	while (ug_columns_next(columns, at, &run)) {
		for (; at < run.first; at++)
			wrong += wanted[at] != 0;
		for (; at < run.end; at++)
			wrong += wanted[at] == 0;
		wrong += run.end <= run.first;
		wrong += run.end < UG_COLUMNS_MAX && wanted[run.end] != 0;
	}
	for (; at < UG_COLUMNS_MAX; at++)
		wrong += wanted[at] != 0;
	CHECK("runs", wrong == 0);
}

int
main(int argc, char *argv[])
{
	static unsigned char wanted[UG_COLUMNS_MAX];
	static struct {
		struct ug_columns columns;
		unsigned char behind[8];
	} all;
	struct ug_columns *const columns = &all.columns;
	static const size_t ends[] = { 0, 7, 8, UG_COLUMNS_MAX - 1 };
	struct ug_columns_run run;
	unsigned long wrong = 0;
	uint64_t seed = 5;

	(void)argc;
	CHECK("none", !ug_columns_next(columns, 0, &run));
	ug_columns_add(columns, UG_COLUMNS_MAX);
	ug_columns_add(columns, UG_COLUMNS_MAX + 8);
	CHECK("nothing is written behind", all.behind[0] == 0);
	CHECK("too many", !ug_columns_next(columns, 0, &run) &&
	    !ug_columns_has(columns, UG_COLUMNS_MAX));
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		ug_columns_add(columns, ends[i]);
		wanted[ends[i]] = 1;
		check_runs(columns, wanted);
	}
	CHECK("the last", ug_columns_next(columns, 9, &run) &&
	    run.first == UG_COLUMNS_MAX - 1 && run.end == UG_COLUMNS_MAX);
	CHECK("within a run", ug_columns_next(columns, 8, &run) &&
	    run.first == 8 && run.end == 9);
	CHECK("behind all", !ug_columns_next(columns, UG_COLUMNS_MAX, &run));
	for (unsigned i = 0; i < 3000; i++) {
		const size_t column = random_next(&seed) % (i % 2 == 0 ? 200 :
		    UG_COLUMNS_MAX);

		ug_columns_add(columns, column);
		wanted[column] = 1;
	}
	check_runs(columns, wanted);
	for (size_t i = 0; i < UG_COLUMNS_MAX; i++)
		wrong += ug_columns_has(columns, i) != (wanted[i] != 0);
	CHECK("has", wrong == 0);
	return check_done(argv[0]);
}
