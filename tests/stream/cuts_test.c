/*
 * cuts_test.c - cuts do not matter: output, edits and spans are the same
 *
 * UG_TEST_SIZE: bytes of input (1 MiB).  UG_TEST_SEED: its seed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "harness.h"

#define TIDY "+tidy,+nfd,+eol-crlf,+bom"

static uint64_t
number_of(const char *variable, uint64_t otherwise)
{
	const char *const value = getenv(variable);

	return value != NULL ? strtoull(value, NULL, 10) : otherwise;
}

static void
check_cuts(const char *name, const struct ungarble_options *opts,
    const struct bytes *in, const struct run *whole, enum cuts cuts,
    uint64_t seed)
{
	struct run run = { 0 };
	struct ungarble_options mine = *opts;

	mine.user = &run;
	run_stream(&run, &mine, in->s, in->len, cuts, seed);
	CHECK(name, run.err == UNGARBLE_OK);
	CHECK(name, bytes_equal(&run.out, &whole->out));
	CHECK(name, bytes_equal(&run.report, &whole->report));
	CHECK(name, bytes_equal(&run.more, &whole->more));
	CHECK(name, run_is_whole(&run, in->s, in->len));
	run_free(&run);
}

static void
check_input(const char *name, const struct bytes *in, const char *fixes,
    uint64_t seed)
{
	struct run whole = { 0 };
	struct ungarble_options opts = run_options(&whole);

	opts.fixes = fixes;
	opts.invalid = fixes == NULL ? UNGARBLE_INVALID_ESCAPE :
	    UNGARBLE_INVALID_REPLACE;
	run_stream(&whole, &opts, in->s, in->len, CUT_NOWHERE, 0);
	CHECK(name, whole.err == UNGARBLE_OK);
	check_cuts(name, &opts, in, &whole, CUT_EVERYWHERE, 0);
	for (uint64_t i = 0; i < 3; i++)
		check_cuts(name, &opts, in, &whole, CUT_AT_RANDOM, seed + i);
	run_free(&whole);
}

/* Every cut in two of a short input. */
static void
check_each_cut(const char *name, const char *in, size_t len,
    const char *fixes)
{
	struct run whole = { 0 };
	struct ungarble_options opts = run_options(&whole);

	opts.fixes = fixes;
	run_stream(&whole, &opts, in, len, CUT_NOWHERE, 0);
	for (size_t cut = 0; cut <= len; cut++) {
		struct run run = { 0 };
		struct ungarble *ug;

		opts.user = &run;
		run.err = ungarble_open(&ug, &opts);
		if (run.err == UNGARBLE_OK)
			run.err = ungarble_feed(ug, in, cut);
		if (run.err == UNGARBLE_OK)
			run.err = ungarble_feed(ug, in + cut, len - cut);
		if (run.err == UNGARBLE_OK)
			run.err = ungarble_finish(ug);
		ungarble_close(ug);
		CHECK(name, run.err == UNGARBLE_OK);
		CHECK(name, bytes_equal(&run.out, &whole.out));
		CHECK(name, bytes_equal(&run.report, &whole.report));
		CHECK(name, bytes_equal(&run.more, &whole.more));
		run_free(&run);
	}
	run_free(&whole);
}

static const struct { const char *name, *s; size_t len; } shorts[] = {
#define ROW(name, literal) { name, literal, sizeof(literal) - 1 }
	ROW("empty", ""),
	ROW("one byte", "\xe9"),
	ROW("bom", "\xef\xbb\xbf" "caf\xc3\xa9\n"),
	ROW("half a bom", "\xef\xbb"),
	ROW("utf-16le bom", "\xff\xfeh\0i\0\n\0\xe9\0\n\0"),
	ROW("utf-16be", "\0h\0e\0l\0l\0o\0 \0t\0h\0e\0r\0e\0\n\0y\0o\0u\0\n"),
	ROW("utf-32le bom", "\xff\xfe\0\0h\0\0\0\n\0\0\0"),
	ROW("cr", "one\rtwo\rthree"),
	ROW("cr at the end", "one\r"),
	ROW("crlf", "one\r\ntwo\r\n\r\n"),
	ROW("cr lf cr", "one\ntwo\rthree\r\n"),
	ROW("malformed", "a\xc3\n\xa9 b \xe2\x82\n\xf0\x9f\x98"),
	ROW("mojibake", "cafÃ© â€œsoâ€\xc2\x9d\n"),
	ROW("nul", "a\0b\nplain\n"),
	ROW("binary", "\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0"),
	ROW("declaration", "<?xml version='1.0' encoding='windows-1251'?>\n"
	    "<p>\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee</p>\n"),
};

int
main(int argc, char *argv[])
{
	const size_t size = (size_t)number_of("UG_TEST_SIZE", 1 << 20);
	const uint64_t seed = number_of("UG_TEST_SEED", 1);
	struct bytes in = { 0 };

	(void)argc;
	for (size_t i = 0; i < sizeof(shorts) / sizeof(*shorts); i++) {
		check_each_cut(shorts[i].name, shorts[i].s, shorts[i].len,
		    NULL);
		check_each_cut(shorts[i].name, shorts[i].s, shorts[i].len,
		    TIDY);
	}
	mixed_make(&in, size, seed);
	check_input("mixed", &in, NULL, seed);
	if (size <= 1 << 20)
		check_input("mixed, encoding only", &in, "encoding", seed);
	if (size <= 1 << 20)
		check_input("mixed, tidied", &in, TIDY, seed);
	bytes_free(&in);
	return check_done(argv[0]);
}
