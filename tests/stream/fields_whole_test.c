/*
 * fields_whole_test.c - a field may be as long as the stream: memory does not
 * grow with it, time no faster than it
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "cost.h"
#include "harness.h"

#define JSON UNGARBLE_FIELDS_JSON
#define CSV UNGARBLE_FIELDS_CSV
#define NUL UNGARBLE_FIELDS_NUL

#define MORE ((size_t)512 * 1024) /* what the second block may take */

/* What fields that do not end are made of. */
static const struct endless {
	const char *name;
	enum ungarble_fields fields;
	const char *start, *rest;
} endless[] = {
	{ "ASCII", JSON, "{\"a\":\"", "text of a string, " },
	{ "garbled", JSON, "{\"a\":\"", "MÃ¼ller " },
	{ "in escapes", JSON, "{\"a\":\"", "M\\u00c3\\u00bcller " },
	{ "bytes", JSON, "{\"a\":\"", "d\xE9j\xE0 vu " },
	{ "by names", JSON, "{\"a\":\"", "caf&Atilde;&copy; " },
	{ "lines", JSON, "{\"a\":\"", "MÃ¼ller\\n" },
	{ "quotes", CSV, "a\n\"", "\"\"MÃ¼ller\"\"," },
	{ "lines in quotes", CSV, "a\n\"", "MÃ¼ller\n" },
	{ "a value", CSV, "a\n", "caf&Atilde;&copy; " },
	{ "no NUL", NUL, "", "MÃ¼ller\n" },
};

static struct cost
cost_of_endless(const struct endless *e, size_t len)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct bytes in = { NULL, 0, 0 };
	struct cost cost;

	bytes_string(&in, e->start);
	while (in.len < len)
		bytes_string(&in, e->rest);
	opts.fields = e->fields;
	cost = cost_with(in.s, in.len, &opts);
	bytes_free(&in);
	return cost;
}

static void
check_cost(const struct endless *e)
{
	const size_t len = (size_t)512 * 1024;
	const struct cost one = cost_of_endless(e, len);
	const struct cost three = cost_of_endless(e, 3 * len);

	CHECK(e->name, !one.failed && !three.failed);
	CHECK(e->name, three.out_len > 2 * one.out_len);
	if (!CHECK(e->name, three.peak <= one.peak + MORE))
		fprintf(stderr, "%zu and %zu bytes\n", one.peak, three.peak);
	if (!CHECK(e->name, three.seconds <= 6 * one.seconds + .5))
		fprintf(stderr, "%g and %g s\n", one.seconds, three.seconds);
}

/* What is far before in a record still tells how it is written. */
static void
check_style(const char *before, const char *wanted)
{
	struct bytes in = { NULL, 0, 0 };
	struct ungarble_options opts;
	struct run run = { .err = UNGARBLE_OK };

	bytes_string(&in, "{\"a\":\"");
	bytes_string(&in, before);
	while (in.len < (size_t)400 * 1024)
		bytes_string(&in, "text of a string, ");
	bytes_string(&in, "caf&Atilde;&copy;\"}");
	opts = run_options(&run);
	opts.fields = JSON;
	run_stream(&run, &opts, in.s, in.len, CUT_AT_RANDOM, 1);
	CHECK(before, run.err == UNGARBLE_OK && run.out.len > strlen(wanted));
	CHECK(before, memcmp(run.out.s + run.out.len - strlen(wanted), wanted,
	    strlen(wanted)) == 0);
	run_free(&run);
	bytes_free(&in);
}

/* A record has its own style, whatever the one before it was. */
static void
check_styles(void)
{
	static const char in[] = "{\"a\":\"\\u00e9 caf&Atilde;&copy;\"}\n"
	    "{\"a\":\"\u00E9 caf&Atilde;&copy;\"}\n"
	    "{\"a\":\"\\u00E9 caf&Atilde;&copy;\"}\n";
	static const char wanted[] = "{\"a\":\"\\u00e9 caf\\u00e9\"}\n"
	    "{\"a\":\"\u00E9 caf\u00E9\"}\n"
	    "{\"a\":\"\\u00E9 caf\\u00E9\"}\n";
	struct ungarble_options opts;
	struct run run = { .err = UNGARBLE_OK };

	opts = run_options(&run);
	opts.fields = JSON;
	run_stream(&run, &opts, in, sizeof(in) - 1, CUT_NOWHERE, 0);
	CHECK("styles", run.err == UNGARBLE_OK &&
	    run.out.len == sizeof(wanted) - 1);
	if (!CHECK("styles", memcmp(run.out.s, wanted, run.out.len) == 0))
		fprintf(stderr, "%.*s", (int)run.out.len, run.out.s);
	run_free(&run);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(endless) / sizeof(*endless); i++)
		check_cost(&endless[i]);
	check_style("\\u00e9 ", " caf\\u00e9\"}");
	check_style("\\u00E9 ", " caf\\u00E9\"}");
	check_style("\u00E9 ", " caf\u00E9\"}");
	check_styles();
	return check_done("fields_whole_test");
}
