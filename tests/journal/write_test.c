/*
 * write_test.c - every input comes back, byte for byte
 */
#include <string.h>

#include "check.h"
#include "hostile.h"
#include "random.h"

static const struct ungarble_options defaults = UNGARBLE_OPTIONS_INIT;

static void
check_trip(const char *name, struct ungarble_options opts, const char *in,
    size_t len)
{
	for (int cuts = CUT_NOWHERE; cuts <= CUT_AT_RANDOM; cuts++) {
		struct trip trip = { .name = "a name",
			.flush = (size_t)cuts };

		if (cuts == CUT_EVERYWHERE && len > 100000)
			continue;
		trip_there(&trip, opts, in, len, (enum cuts)cuts, len);
		CHECK(name, trip_is_whole(&trip, in, len, (enum cuts)cuts,
		    len + 1));
		CHECK(name, trip.n_sections == 1);
		trip_free(&trip);
	}
}

static void
check_inputs(void)
{
	struct bytes in = { 0 };
	uint64_t seed = 5;

	check_trip("nothing", defaults, "", 0);
	check_trip("one byte", defaults, "\xff", 1);
	check_trip("half a unit", defaults, "\xff\xfe" "a\0\n\0b", 7);
	check_trip("big, a surrogate", defaults, "\xfe\xff\0a\xd8\0\0\n", 8);
	mixed_make(&in, 60000, 1);
	check_trip("mixed", defaults, in.s, in.len);
	in.len = 0;
	spun_make(&in, 20000);
	check_trip("spun", defaults, in.s, in.len);
	in.len = 0;
	sparse_make(&in, 30000, 4);
	check_trip("sparse", defaults, in.s, in.len);
	in.len = 0;
	for (size_t i = 0; i < 300000; i++) {
		const char c = (char)random_next(&seed);

		bytes_add(&in, &c, 1);
	}
	check_trip("random", defaults, in.s, in.len);
	bytes_free(&in);
}

/* In each encoding: every byte alone, and a part of all pairs. */
static void
check_encodings(void)
{
	struct bytes in = { 0 };
	size_t i = 0;

	for (unsigned byte = 0; byte < 256; byte++) {
		const char line[] = { (char)byte, '\n' };

		bytes_add(&in, line, 2);
	}
	for (unsigned byte = 0; byte < 65536; byte += 23) {
		const char two[] = { (char)(byte >> 8), (char)byte };

		bytes_add(&in, two, 2);
	}
	for (; ungarble_encoding(i) != NULL; i++) {
		struct ungarble_options opts = defaults;
		struct trip trip = { 0 };

		opts.from = ungarble_encoding(i);
		trip_there(&trip, opts, in.s, in.len, CUT_AT_RANDOM, i);
		CHECK(opts.from, trip_is_whole(&trip, in.s, in.len,
		    CUT_AT_RANDOM, i));
		trip_free(&trip);
	}
	CHECK("all", i > 100);
	bytes_free(&in);
}

/* How long the journal of `in` may be: so many bytes, all told. */
static void
check_size(const char *name, const char *from, const char *line, size_t len,
    size_t most)
{
	struct ungarble_options opts = defaults;
	struct trip trip = { 0 };
	struct bytes in = { 0 };

	opts.from = from;
	for (size_t i = 0; i < 500; i++)
		bytes_add(&in, line, len);
	trip_there(&trip, opts, in.s, in.len, CUT_NOWHERE, 0);
	CHECK(name, trip_is_whole(&trip, in.s, in.len, CUT_NOWHERE, 0));
	if (!CHECK(name, trip.journal.len <= most))
		fprintf(stderr, "%zu bytes\n", trip.journal.len);
	trip_free(&trip);
	bytes_free(&in);
}

#define SIZE(name, from, line, most) \
	check_size(name, from, line, sizeof(line) - 1, most)

static void
check_sizes(void)
{
	SIZE("clean", NULL, "Le café ouvre à six heures.\n", 130);
	SIZE("windows-1251", "windows-1251",
	    "\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8\n",
	    150);
	SIZE("Shift_JIS", "shift_jis", "\x93\xfa\x96{\x8c\xea\x82\xcc\n", 150);
	SIZE("UTF-16LE", "utf-16le", "\x2f\x04\x31\x04 \0a\0\n\0", 150);
	SIZE("UTF-16BE, pairs", "utf-16be", "\xd8\x3d\xde\x00\0\n", 150);
	SIZE("UTF-32LE", "utf-32le", "a\0\0\0\n\0\0\0", 150);
	SIZE("EBCDIC", "ibm037", "\xc1\x81\x4b\x25", 150);
	SIZE("misread", NULL, "Ð’Ñ‡ÐµÑ€Ð° Ð¼Ñ‹ Ð´Ð¾Ð»Ð³Ð¾ ÑˆÐ»Ð¸.\n", 160);
	SIZE("misread in part", NULL,
	    "Le cafÃ© de la gare ouvre Ã\240 six heures, un thÃ©.\n", 7000);
	SIZE("one byte that cannot be read", "windows-1253",
	    "\xe1\xe2\xe3 \xd2\n", 4000);
}

/* A piece that is none of the library's. */
static void
check_pieces(void)
{
	static char in[300000], out[400000];
	struct trip trip = { 0 };
	struct ungarble_journal_options opts = UNGARBLE_JOURNAL_OPTIONS_INIT;
	struct ungarble_journal *journal;
	struct ungarble_piece piece = { .in = in, .out = out,
		.in_len = sizeof(in), .out_len = sizeof(out),
		.encoding = "none of that name" };

	CHECK("no write", ungarble_journal_open(&journal, &opts) ==
	    UNGARBLE_EOPTION && journal == NULL);
	opts.write = trip_on_journal;
	opts.user = &trip;
	CHECK("open", ungarble_journal_open(&journal, &opts) == UNGARBLE_OK);
	memset(in, 'a', sizeof(in));
	memset(out, 'b', sizeof(out));
	memset(out + 1000, 'a', 5000);
	CHECK("long", ungarble_journal_piece(journal, &piece) == UNGARBLE_OK);
	piece = (struct ungarble_piece){ .out = "\xff\xff", .out_len = 2 };
	CHECK("gone", ungarble_journal_piece(journal, &piece) == UNGARBLE_OK);
	piece = (struct ungarble_piece){ .in = "xyz", .in_len = 3 };
	CHECK("come", ungarble_journal_piece(journal, &piece) == UNGARBLE_OK);
	CHECK("finish", ungarble_journal_finish(journal) == UNGARBLE_OK);
	CHECK("late", ungarble_journal_piece(journal, &piece) ==
	    UNGARBLE_EMISUSE);
	CHECK("late", ungarble_journal_flush(journal) == UNGARBLE_EMISUSE);
	CHECK("late", ungarble_journal_finish(journal) == UNGARBLE_EMISUSE);
	ungarble_journal_close(journal);
	ungarble_journal_close(NULL);
	bytes_add(&trip.out, out, sizeof(out));
	bytes_add(&trip.out, "\xff\xff", 2);
	CHECK("back", trip_back(&trip, trip.out.s, trip.out.len,
	    trip.journal.len, CUT_AT_RANDOM, 1) == UNGARBLE_OK);
	CHECK("back", trip.back.len == sizeof(in) + 3 &&
	    memcmp(trip.back.s, in, sizeof(in)) == 0 &&
	    memcmp(trip.back.s + sizeof(in), "xyz", 3) == 0);
	trip_free(&trip);
}

/* Every allocation fails once. */
static void
check_memory(void)
{
	struct bytes in = { 0 };
	bool failed = true;

	mixed_make(&in, 3000, 3);
	for (long n = 0; failed; n++) {
		struct failing memory = { .left = n, .once = true };
		struct trip trip = { .memory = &memory };
		enum ungarble_err err;

		trip_there(&trip, defaults, in.s, in.len, CUT_NOWHERE, 0);
		err = trip.err;
		if (!memory.failed)
			err = trip_back(&trip, trip.out.s, trip.out.len,
			    trip.journal.len, CUT_NOWHERE, 0);
		failed = memory.failed;
		CHECK("result", err == (failed ? UNGARBLE_ENOMEM :
		    UNGARBLE_OK));
		CHECK("leak", memory.live == 0);
		CHECK("tried some", failed || n > 8);
		trip_free(&trip);
	}
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	struct hostile_count count = { 0 };

	(void)argc;
	check_inputs();
	check_encodings();
	check_sizes();
	check_pieces();
	check_memory();
	for (uint64_t i = 0; i < 500; i++)
		CHECK("hostile", hostile_one(i, &count));
	return check_done(argv[0]);
}
