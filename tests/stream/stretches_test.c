/*
 * stretches_test.c - a stream says the same if each record goes on its own
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "harness.h"
#include "random.h"
#include "stretches_check.h"

/* Lines that some stage must see, and some that look as if. */
static const struct { const char *s; size_t len; } odd[] = {
#define LINE(literal) { literal, sizeof(literal) - 1 }
	LINE("caf\xE9 ferm\xE9\n"), LINE("\xCF\xF0\xE8\xE2\xE5\xF2, "
	    "\xEC\xE8\xF0, \xEA\xE0\xEA \xE4\xE5\xEB\xE0\n"),
	LINE("caf\u00E9 \xE9 caf\u00E9 caf\u00E9 caf\u00E9\n"),
	LINE("see ~{VPND~}.\n"), LINE("~/.profile ~x\n"), LINE("1+1=2\n"),
	LINE("caf+AOk-, th+AOk-\n"), LINE("\x1B$BF|K\\8l\x1B(B\n"),
	LINE("a \x01 b\n"), LINE("a NUL \0 here\n"), LINE("\x0E\x0F\n"),
	LINE("<meta charset=koi8-r>\n"), LINE("<p class=a>\n"),
	LINE("<meta charset=utf-8>\n"), LINE("@charset \"iso-8859-2\";\n"),
	LINE("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"),
	LINE("is\u200BAdmin()\n"), LINE("say\u041D" "ello()\n"),
	LINE("level\u202E \u2066// x\u2069 \u2066\") {\n"), LINE("\n"),
	LINE("cr\r\n"), LINE("a lone \r here\n"), LINE("\xEF\xBB\xBFmark\n"),
	LINE("\xE3\x82\xAB\xE3\x83\xA1\xE3\x83\xA9\n"),
	LINE("\xED\xA0\xBD\xED\xB8\x80\n"), LINE("\xC0\x80\n"),
	LINE("h\0i\0\n\0"),
};

/* Clean lines, and one in `per` of those; `beyond`: not all in ASCII. */
static void
lines_make(struct bytes *out, size_t len, unsigned per, bool beyond,
    uint64_t seed)
{
	while (out->len < len) {
		const size_t words = random_next(&seed) % 30;

		if (random_next(&seed) % per == 0) {
			const size_t i = random_next(&seed) %
			    (sizeof(odd) / sizeof(*odd));

			bytes_add(out, odd[i].s, odd[i].len);
			continue;
		}
		for (size_t i = 0; i < words; i++)
			bytes_string(out, "plain words ");
		if (random_next(&seed) % 3000 == 0)
			for (size_t i = 0; i < 8000; i++)
				bytes_string(out, "long, ");
		bytes_string(out, beyond && random_next(&seed) % 3 == 0 ?
		    "d\u00E9j\u00E0 vu \u65E5\u672C\n" : "ends\n");
	}
}

/* Words in an encoding, as many as there are. */
static const char *const words[][8] = {
	{ "\xE2\xF7\xE5\xF0\xE0", "\xEC\xFB", "\xE4\xEE\xEB\xE3\xEE",
	  "\xF8\xEB\xE8", "\xE2\xE4\xEE\xEB\xFC", "\xF0\xE5\xEA\xE8",
	  "\xE6\xE0\xF0\xEA\xEE", "\xEF\xEE\xEB\xE4\xE5\xED\xFC" },
	{ "\xC7\xE1\xD3\xE1\xC7\xE3", "\xDA\xE1\xED\xDF\xE3",
	  "\xDF\xCA\xC7\xC8", "\xE3\xCF\xD1\xD3\xC9", "\xDD\xED",
	  "\xC7\xE1\xC8\xED\xCA", "\xED\xE6\xE3", "\xCC\xCF\xED\xCF" },
	{ "\x93\xFA\x96\x7B\x8C\xEA", "\x82\xCC", "\x89\x77\x91\x4F",
	  "\x96\x7B\x89\xAE", "\x82\xCD", "\x8D\xA1\x93\xFA\x82\xE0",
	  "\x8D\xAC", "\x82\xF1\x82\xC5" },
};

/* Lines of those, and one in `per` of the odd ones, or in none. */
static void
legacy_make(struct bytes *out, size_t len, unsigned per, unsigned which,
    uint64_t seed)
{
	while (out->len < len) {
		const size_t n = 3 + random_next(&seed) % 20;

		if (random_next(&seed) % per == 0) {
			const size_t i = random_next(&seed) %
			    (sizeof(odd) / sizeof(*odd));

			bytes_add(out, odd[i].s, odd[i].len);
			continue;
		}
		if (which == 1 && random_next(&seed) % (9 * per) == 0)
			bytes_string(out, "is\x9D" "Admin ");
		for (size_t i = 0; i < n; i++) {
			bytes_string(out, words[which][random_next(&seed) %
			    8]);
			bytes_string(out, " ");
		}
		/* Malformed, behind where a look ends. */
		bytes_string(out, which == 2 && n > 12 &&
		    random_next(&seed) % (3 * per) == 0 ? "\x81 .\n" : ".\n");
		if (random_next(&seed) % 3 == 0)
			bytes_string(out, "Plain words.\n");
		/* Some of it is spun, and may be held. */
		if (random_next(&seed) % 300 == 0)
			spun_make(out, out->len + 3000);
	}
}

static void
check_same(const char *name, const struct ungarble_options *opts,
    const struct bytes *in, uint64_t seed)
{
	struct run alone = { 0 }, run = { 0 };
	struct ungarble_options mine = *opts;

	mine.user = &alone;
	run_feed(&alone, &mine, true, in, seed);
	mine.user = &run;
	run_feed(&run, &mine, false, in, seed);
	CHECK(name, run.err == UNGARBLE_OK && run_equal(&run, &alone));
	CHECK(name, mine.piece == NULL || run_is_whole(&run, in->s, in->len));
	run_free(&alone);
	run_free(&run);
}

/* In all ways of reading. */
static void
check_input(const char *name, const struct bytes *in, uint64_t seed)
{
	struct run none = { 0 };
	struct ungarble_options opts = run_options(&none);

	opts.finding = told_finding;
	opts.fixes = "encoding";
	check_same(name, &opts, in, 0);
	check_same(name, &opts, in, seed);
	opts.piece = NULL;
	check_same(name, &opts, in, seed + 1);
	opts.no_memory = 1;
	check_same(name, &opts, in, seed + 2);
	opts.no_memory = 0;
	opts.scope = UNGARBLE_SCOPE_STREAM;
	opts.finding = NULL;
	check_same(name, &opts, in, seed + 3);
	opts.from = "windows-1251,utf-8";
	opts.invalid = UNGARBLE_INVALID_ESCAPE;
	check_same(name, &opts, in, seed + 4);
	opts.from = "windows-1251,koi8-r";
	check_same(name, &opts, in, seed + 4);
	opts.from = NULL;
	opts.scope = UNGARBLE_SCOPE_RECORD;
	opts.fixes = "words";
	check_same(name, &opts, in, seed + 5);
	opts.fixes = "encoding,+eol-crlf";
	check_same(name, &opts, in, seed + 5);
}

/* Records of which nothing changes, or that are only decoded, go as one. */
static void
check_many(const char *name, const char *line)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct bytes in = { 0 };
	unsigned long n;

	while (in.len < 60000)
		bytes_string(&in, line);
	opts.fixes = "encoding";
	n = count_writes(&opts, &in);
	if (!CHECK(name, n > 0 && n < 100))
		fprintf(stderr, "\t%lu writes\n", n);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	static const unsigned pers[] = { 3, 40, 1000 };
	struct bytes in = { 0 };

	(void)argc;
	for (unsigned i = 0; i < 6; i++) {
		const bool beyond = i % 2 == 1;

		in.len = 0;
		lines_make(&in, 1400000, pers[i / 2], beyond, i + 1);
		check_input(beyond ? "UTF-8" : "ASCII", &in, 100 * i + 16);
	}
	for (unsigned i = 0; i < 9; i++) {
		in.len = 0;
		legacy_make(&in, 80000, pers[i / 3], i % 3, i + 1);
		check_input("legacy", &in, 100 * i + 48);
	}
	in.len = 0;
	mixed_make(&in, 400000, 5);
	check_input("mixed", &in, 900);
	in.len = 0;
	sparse_make(&in, 1200000, 6);
	check_input("sparse", &in, 1000);
	check_many("ASCII", "Nothing is to be done in this line.\n");
	check_many("UTF-8", "d\u00E9j\u00E0 vu, ou jamais \u65E5\u672C\n");
	check_many("legacy", "\xE2\xF7\xE5\xF0\xE0 \xEC\xFB "
	    "\xE4\xEE\xEB\xE3\xEE \xF8\xEB\xE8 \xE2\xE4\xEE\xEB\xFC "
	    "\xF0\xE5\xEA\xE8\n");
	bytes_free(&in);
	return check_done(argv[0]);
}
