/*
 * fields_found_test.c - which paths led to text is known of a whole stream,
 * however it is read
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "crew/crew.h"
#include "harness.h"

/* Lines of JSON, `len` bytes or more; `amid` once among them, or behind. */
static void
lines_make(struct bytes *out, size_t len, const char *amid)
{
	const bool whole = strchr(amid, '\n') != NULL;
	const size_t at = whole ? len / 2 : len;
	char line[100];

	while (out->len < len) {
		snprintf(line, sizeof(line),
		    "{\"id\":\"%zu\",\"deep\":{\"b\":\"x\"},\"n\":7}\n",
		    out->len);
		if (out->len < at && out->len + strlen(line) >= at)
			bytes_string(out, amid);
		bytes_string(out, line);
	}
	if (!whole)
		bytes_string(out, amid);
}

/* Read it, with threads that do a block at a time; what was found. */
static uint64_t
found(const struct bytes *in, const struct ungarble_options *opts, size_t cut)
{
	struct ungarble *ug;
	enum ungarble_err err = ungarble_open(&ug, opts);
	uint64_t names;

	if (err == UNGARBLE_OK && opts->threads > 1)
		ug_crew_set_run(ug, 1);
	for (size_t at = 0; at < in->len && err == UNGARBLE_OK; at += cut)
		err = ungarble_feed(ug, in->s + at,
		    in->len - at < cut ? in->len - at : cut);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	names = err == UNGARBLE_OK ? ungarble_fields_found(ug) : UINT64_MAX;
	ungarble_close(ug);
	return names;
}

static const struct row {
	const char *name;
	enum ungarble_fields fields;
	const char *names, *amid;
	uint64_t wanted;
} rows[] = {
	{ "some", UNGARBLE_FIELDS_JSON, "a,id,deep.a,deep.b,n", "", 2 | 8 },
	{ "in one line", UNGARBLE_FIELDS_JSON, "id,a", "{\"a\":\"x\"}\n",
	    3 },
	{ "in one without an end", UNGARBLE_FIELDS_JSON, "a", "{\"a\":\"x\"}",
	    1 },
	{ "beyond ASCII", UNGARBLE_FIELDS_JSON, "a,b",
	    "{\"c\":\"\u00E9\",\"b\":\"\u00C3\u00A9\"}\n", 2 },
	{ "none", UNGARBLE_FIELDS_JSON, "ID,deep", "", 2 },
	{ "all", UNGARBLE_FIELDS_JSON, NULL, "", 0 },
	{ "rows", UNGARBLE_FIELDS_TSV, "1", "", 0 },
	{ "text", UNGARBLE_FIELDS_NONE, NULL, "", 0 },
};

static void
check_row(const struct row *row)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct bytes few = { 0 }, many = { 0 };

	opts.fields = row->fields;
	opts.names = row->names;
	lines_make(&few, 3000, row->amid);
	lines_make(&many, (3 << 20) + 5000, row->amid);
	CHECK(row->name, found(&few, &opts, 1) == row->wanted);
	CHECK(row->name, found(&few, &opts, few.len) == row->wanted);
	CHECK(row->name, found(&many, &opts, 50000) == row->wanted);
	opts.threads = 3;
	CHECK(row->name, found(&many, &opts, 50000) == row->wanted);
	bytes_free(&few);
	bytes_free(&many);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	return check_done("fields_found");
}
