/*
 * stop_test.c - marks of two streams are equal if what follows is read alike
 */
#include "stream/stop.h"

#include <string.h>

#include "check.h"
#include "harness.h"
#include "stream/stream_state.h"

#define BLOCK ((size_t)UG_BLOCK_LEN)
#define LINE  "This is a line in which there is nothing to do, as in all.\n"

/* A way to read, and what stands in the block before the place. */
static const struct row {
	const char *name, *start, *amid;
	struct ungarble_options opts;
	bool as_plain; /* it makes no difference */
} rows[] = {
	{ "plain", "", LINE, { .size = 0 }, true },
	{ "another line", "", "It is another line.\n", { .size = 0 }, true },
	{ "a repair that is sure", "",
	  "Le caf\u00C3\u00A9 est ferm\u00C3\u00A9, l\u00E2\u20AC\u2122"
	  "\u00C3\u00A9t\u00C3\u00A9 est fini.\n", { .size = 0 }, false },
	{ "legacy", "", "Zw\xF6lf Gl\xE4ser Honig f\xFCr Frau Kr\xFCger, "
	  "nicht zu s\xFC\xDF.\n", { .size = 0 }, false },
	{ "Korean is announced", "\x1B$)C\n", LINE, { .size = 0 }, false },
	{ "lines end with CR", "one\r", LINE, { .size = 0 }, false },
	{ "nothing is remembered", "", LINE, { .no_memory = 1 }, true },
	{ "lines of JSON", "", LINE, { .fields = UNGARBLE_FIELDS_JSON }, true },
	{ "rows", "", LINE, { .fields = UNGARBLE_FIELDS_CSV }, false },
};

/* Where it stops, behind a block and that. */
static struct ug_mark
mark_of(const struct row *row, const struct bytes *in, bool *stopped)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ug_mark mark = { .at = 0 };
	struct ungarble *ug;

	opts.fields = row->opts.fields;
	opts.names = row->opts.names;
	opts.no_memory = row->opts.no_memory;
	*stopped = false;
	if (!CHECK(row->name, ungarble_open(&ug, &opts) == UNGARBLE_OK))
		return mark;
	ug->stop_at = 2 * BLOCK;
	CHECK(row->name, ungarble_feed(ug, in->s, in->len) == UNGARBLE_OK);
	*stopped = ug->stopped;
	if (ug->stopped)
		mark = ug_stream_mark(ug);
	ungarble_close(ug);
	return mark;
}

/* Two blocks, the second with what stands amid, and some more. */
static void
text_make(struct bytes *in, const struct row *row)
{
	bool done = false;

	in->len = 0;
	bytes_string(in, row->start);
	while (in->len < 2 * BLOCK + 2000) {
		if (!done && in->len > 3 * BLOCK / 2) {
			bytes_string(in, row->amid);
			done = true;
		}
		/* All come to the same place. */
		if (in->len < 2 * BLOCK - 1000 &&
		    in->len > 2 * BLOCK - 1000 - sizeof(LINE)) {
			while (in->len < 2 * BLOCK - 1001)
				bytes_string(in, "x");
			bytes_string(in, "\n");
		}
		bytes_string(in, LINE);
	}
}

static void
check_row(const struct row *row, struct ug_mark plain)
{
	struct bytes in = { NULL, 0, 0 };
	bool stopped;
	struct ug_mark mark;

	text_make(&in, row);
	mark = mark_of(row, &in, &stopped);
	CHECK(row->name, stopped && mark.at >= 2 * BLOCK &&
	    mark.at < 2 * BLOCK + sizeof(LINE));
	CHECK(row->name, mark.number > 0 && mark.number < mark.at);
	CHECK(row->name, mark.state != 0);
	CHECK(row->name, (mark.state == plain.state) == row->as_plain);
	/* It is the same each time. */
	CHECK(row->name, mark_of(row, &in, &stopped).state == mark.state);
	bytes_free(&in);
}

/* It goes on as one that did not stop. */
static void
check_resume(const struct row *row)
{
	struct bytes in = { NULL, 0, 0 };
	struct run whole = { .err = UNGARBLE_OK }, parts = whole;
	struct ungarble_options opts = run_options(&whole);
	struct ungarble *ug;

	text_make(&in, row);
	run_stream(&whole, &opts, in.s, in.len, CUT_NOWHERE, 0);
	opts.user = &parts;
	CHECK("resume", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	ug->stop_at = BLOCK;
	parts.err = ungarble_feed(ug, in.s, in.len);
	for (unsigned i = 2; i < 4 && parts.err == UNGARBLE_OK; i++) {
		CHECK(row->name, ug->stopped && parts.out.len < i * BLOCK);
		parts.err = ug_stream_resume(ug, i < 3 ? 2 * BLOCK :
		    UINT64_MAX);
	}
	CHECK(row->name, !ug->stopped);
	if (parts.err == UNGARBLE_OK)
		parts.err = ungarble_finish(ug);
	ungarble_close(ug);
	CHECK(row->name, bytes_equal(&whole.out, &parts.out) &&
	    parts.err == UNGARBLE_OK && whole.n_edits == parts.n_edits);
	run_free(&whole);
	run_free(&parts);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	struct bytes in = { NULL, 0, 0 };
	struct ug_mark plain;
	bool stopped;

	(void)argc;
	text_make(&in, &rows[0]);
	plain = mark_of(&rows[0], &in, &stopped);
	bytes_free(&in);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_row(&rows[i], plain);
		check_resume(&rows[i]);
	}
	return check_done(argv[0]);
}
