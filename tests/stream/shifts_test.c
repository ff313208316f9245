/*
 * shifts_test.c - a long line in an encoding with shifts has no seams
 *
 * It has no place to be cut at but between the bytes of a shifted stretch.
 */
#include "check.h"
#include "harness.h"

#define REPEAT 40000

static const struct row {
	const char *label, *start, *again, *end; /* bytes */
	const char *text;                        /* of `again` */
} rows[] = {
	{ "iso-2022-jp", "\x1B$B", "@n$N", "\x1B(B", "川の" },
	{ "iso-2022-kr", "\x1B$)C\x0E", "0-9*", "\x0F", "강묫" },
	{ "iso-2022-cn", "\x1B$)A\x0E", "VPND", "\x0F", "中文" },
	{ "hz", "~{", "VPND", "~}", "中文" },
	{ "utf-7", "+", "AOkA6QDp", "-", "ééé" },
	{ "utf-7", "", "+2DTdHg-", "", "𝄞" },
};

/* `n_before`: letters before the first shift, to vary where windows end. */
static void
test_row(const struct row *row, unsigned n_before)
{
	struct bytes in = { 0 }, want = { 0 };
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	for (unsigned i = 0; i < n_before; i++) {
		bytes_string(&in, "x");
		bytes_string(&want, "x");
	}
	bytes_string(&in, row->start);
	for (unsigned i = 0; i < REPEAT; i++) {
		bytes_string(&in, row->again);
		bytes_string(&want, row->text);
	}
	bytes_string(&in, row->end);
	bytes_string(&in, ".\n");
	bytes_string(&want, ".\n");

	opts.from = row->label;
	opts.fixes = "encoding";
	run_stream(&run, &opts, in.s, in.len, CUT_AT_RANDOM, n_before);
	CHECK(row->label, run.err == UNGARBLE_OK && run.n_invalid == 0);
	CHECK(row->label, bytes_equal(&run.out, &want));
	run_free(&run);
	bytes_free(&in);
	bytes_free(&want);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (unsigned n = 0; n < 8; n++)
			test_row(&rows[i], n);
	return check_done(argv[0]);
}
