/*
 * probation_test.c - a stream that is no text fails before anything of it is
 * written, however it is cut, and one that is text comes out as ever
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "stream/harness.h"

/* Text, then bytes that are none, then text. */
static void
make(struct bytes *in, size_t text_len, size_t n_binary)
{
	uint64_t state = 7;

	for (size_t i = 0; in->len < text_len; i++)
		bytes_string(in, "The ferry leaves twice a day in summer.\n");
	for (size_t i = 0; i < n_binary; i++) {
		const char c = (char)(random_next(&state) % 32 % 7);

		bytes_add(in, &c, 1);
	}
	bytes_string(in, "\nAnd so it goes on.\n");
}

static void
check(const char *name, const struct bytes *in, bool text)
{
	struct run plain = { 0 };
	struct ungarble_options opts = run_options(&plain);

	run_stream(&plain, &opts, in->s, in->len, CUT_NOWHERE, 0);
	CHECK(name, plain.err == UNGARBLE_OK);
	CHECK(name, text == (plain.n_spans == 1 &&
	    strcmp(plain.spans[0].encoding, "binary") != 0));
	for (enum cuts cuts = CUT_NOWHERE; cuts <= CUT_AT_RANDOM; cuts++) {
		struct run run = { 0 };

		opts = run_options(&run);
		opts.binary = UNGARBLE_BINARY_FAIL;
		run_stream(&run, &opts, in->s, in->len, cuts, 3);
		CHECK(name, run.err ==
		    (text ? UNGARBLE_OK : UNGARBLE_EBINARY));
		if (text)
			CHECK(name, bytes_equal(&run.out, &plain.out) &&
			    bytes_equal(&run.report, &plain.report));
		else
			CHECK(name, run.out.len == 0 && run.report.len == 0);
		run_free(&run);
	}
	run_free(&plain);
}

/* What a flush had written is written; what comes then fails all the same. */
static void
check_flush(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct bytes in = { 0 };
	struct ungarble *ug;
	enum ungarble_err err;

	make(&in, 100, 4000);
	opts.binary = UNGARBLE_BINARY_FAIL;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, in.s, 40);
	CHECK("flush", err == UNGARBLE_OK && run.out.len == 0);
	if (err == UNGARBLE_OK)
		err = ungarble_flush(ug);
	CHECK("flush", err == UNGARBLE_OK && run.out.len == 40);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, in.s + 40, in.len - 40);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	CHECK("flush", err == UNGARBLE_EBINARY && run.out.len == 120);
	CHECK("flush", ungarble_failed_at(ug) == 120);
	ungarble_close(ug);
	run_free(&run);
	bytes_free(&in);
}

/* Text of 64 KiB is enough, a byte less is not; where it fails is told. */
static void
check_end(size_t text_len, bool enough)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct bytes in = { 0 };
	struct ungarble *ug;

	while (in.len < 65500)
		bytes_string(&in, "The ferry leaves twice a day in summer.\n");
	while (in.len + 1 < text_len)
		bytes_string(&in, "x");
	bytes_string(&in, "\n");
	in.len = text_len;
	opts.binary = UNGARBLE_BINARY_FAIL;
	CHECK("end", ungarble_open(&ug, &opts) == UNGARBLE_OK &&
	    ungarble_feed(ug, in.s, in.len) == UNGARBLE_OK);
	CHECK("end", (run.out.len > 0) == enough);
	in.len = 0;
	make(&in, 0, 9000);
	(void)!ungarble_feed(ug, in.s, in.len);
	CHECK("end", ungarble_finish(ug) == (enough ? UNGARBLE_OK :
	    UNGARBLE_EBINARY));
	CHECK("where", enough || ungarble_failed_at(ug) == text_len);
	ungarble_close(ug);
	run_free(&run);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	static const struct {
		const char *name;
		size_t text_len, n_binary;
		bool text;
	} rows[] = {
		{ "nothing but", 0, 3000, false },
		{ "text first", 20000, 6000, false },
		{ "much text first", 60000, 9000, false },
		{ "text", 1000, 0, true },
		{ "much text", 200000, 0, true },
		{ "late NULs are characters", 80000, 9000, true },
		{ "one control", 100, 1, true },
	};
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct bytes in = { 0 };

		make(&in, rows[i].text_len, rows[i].n_binary);
		check(rows[i].name, &in, rows[i].text);
		bytes_free(&in);
	}
	check_flush();
	check_end(65535, false);
	check_end(65536, true);
	opts.binary = (enum ungarble_binary)2;
	CHECK("no such value", ungarble_open(&ug, &opts) == UNGARBLE_EOPTION);
	return check_done(argv[0]);
}
