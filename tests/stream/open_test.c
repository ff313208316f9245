/*
 * open_test.c - what options may be, and that no stream is left if one fails
 */
#include <string.h>

#include "check.h"
#include "failing.h"
#include "ungarble.h"

/* Open a stream; what it is is told apart from what was there. */
static void
check_open(const char *name, const struct ungarble_options *opts,
    enum ungarble_err want)
{
	struct ungarble *ug = (struct ungarble *)(uintptr_t)opts;

	CHECK(name, ungarble_open(&ug, opts) == want);
	CHECK(name, (ug == NULL) == (want != UNGARBLE_OK));
	ungarble_close(ug);
}

/* The last value of each, and one more. */
static void
check_limits(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

#define LIMIT(field, type, most) do { \
		opts.field = (type)(most); \
		check_open(#field, &opts, UNGARBLE_OK); \
		opts.field = (type)((most) + 1); \
		check_open(#field ": one more", &opts, UNGARBLE_EOPTION); \
		opts.field = (type)0; \
	} while (0)
	LIMIT(confidence, unsigned, 100);
	LIMIT(scope, enum ungarble_scope, UNGARBLE_SCOPE_STREAM);
	LIMIT(binary, enum ungarble_binary, UNGARBLE_BINARY_FAIL);
	LIMIT(invalid, enum ungarble_invalid, UNGARBLE_INVALID_DROP);
	LIMIT(fields, enum ungarble_fields, UNGARBLE_FIELDS_NUL);
	LIMIT(keep_len, size_t, 0);
	LIMIT(lexicon_len, size_t, 0);
#undef LIMIT
	check_open("default", &opts, UNGARBLE_OK);
}

/* Rows of which one is wrong. */
static void
check_rows(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.lexicon = "wombat";
	opts.lexicon_len = strlen(opts.lexicon);
	check_open("a row of words that is none", &opts, UNGARBLE_EOPTION);
	opts.lexicon_len = 0;
	check_open("no row of it", &opts, UNGARBLE_OK);
	opts.lexicon = NULL;
	opts.fields = UNGARBLE_FIELDS_CSV;
	opts.names = "a,,b";
	check_open("an empty name", &opts, UNGARBLE_EOPTION);
	opts.names = "a,b";
	opts.delimiter = '"';
	check_open("a quote between values", &opts, UNGARBLE_EOPTION);
}

static int
no_finding(void *user, const struct ungarble_finding *finding)
{
	(void)user;
	(void)finding;
	return 0;
}

/* Memory runs out at the first that is asked for, the second, ... */
static void
check_memory(unsigned threads)
{
	static const char keep[] = "a name\nanother\n";
	static const char own[] = "wombat\tanimal\tword\tA0\n";
	enum ungarble_err err = UNGARBLE_ENOMEM;

	for (long left = 0; left < 200 && err == UNGARBLE_ENOMEM; left++) {
		struct failing memory = { .left = left };
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble *ug = (struct ungarble *)(void *)&opts;

		opts.fixes = "all";
		opts.from = "utf-8,windows-1251";
		opts.languages = "ru";
		opts.fields = UNGARBLE_FIELDS_JSON;
		opts.names = "a,b.c";
		opts.keep = keep;
		opts.keep_len = sizeof(keep) - 1;
		opts.lexicon = own;
		opts.lexicon_len = sizeof(own) - 1;
		opts.finding = no_finding;
		opts.threads = threads;
		opts.resize = failing_resize;
		opts.user = &memory;
		err = ungarble_open(&ug, &opts);
		CHECK("memory", err == (memory.failed ? UNGARBLE_ENOMEM :
		    UNGARBLE_OK));
		CHECK("memory: no stream", (ug == NULL) == memory.failed);
		ungarble_close(ug);
		CHECK("memory: none is left", memory.live == 0);
	}
	CHECK("memory is found", err == UNGARBLE_OK);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_limits();
	check_rows();
	check_memory(1);
	check_memory(3);
	return check_done(argv[0]);
}
