/*
 * guess_test.c - what bytes are, in one call
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "random.h"
#include "ungarble.h"

#define CAP 16

static const struct {
	const char *name, *from;
	const char *in;
	size_t len;
	const char *encoding;
	enum ungarble_reason reason;
	unsigned at_least;
} rows[] = {
#define ROW(name, from, in, encoding, reason, at_least) \
	{ name, from, in, sizeof(in) - 1, encoding, UNGARBLE_BY_##reason, \
	    at_least }
	ROW("nothing", NULL, "", "US-ASCII", VALIDITY, 100),
	ROW("ASCII", NULL, "The lamp is out.\n", "US-ASCII", VALIDITY, 100),
	ROW("UTF-8", NULL, "h\xc3\xa9llo", "UTF-8", VALIDITY, 100),
	ROW("UTF-8, cut", NULL, "d\xc3\xa9j\xc3\xa0 vu \xe2\x80", "UTF-8",
	    VALIDITY, 100),
	ROW("UTF-8 with a mark", NULL, "\xef\xbb\xbfone", "UTF-8", BOM, 100),
	ROW("a mark alone", NULL, "\xef\xbb\xbf", "UTF-8", BOM, 100),
	ROW("UTF-16LE with a mark", NULL, "\xff\xfeo\0k\0", "UTF-16LE", BOM,
	    100),
	ROW("UTF-16BE with a mark", NULL, "\xfe\xff\0o\0k", "UTF-16BE", BOM,
	    100),
	ROW("UTF-16BE without", NULL, "\0T\0h\0e\0 \0b\0o\0a\0t\0 \0i\0s\0 "
	    "\0l\0a\0t\0e\0 \0a\0g\0a\0i\0n\0.\0\n", "UTF-16BE", VALIDITY, 50),
	ROW("stray byte", NULL,
	    "d\xc3\xa9j\xc3\xa0 vu: caf\xe9, th\xc3\xa9 gla\xc3\xa7"
	    "ant\n", "UTF-8", VALIDITY, 50),
	ROW("letters", NULL,
	    "Le caf\xe9 est ferm\xe9 l'apr\xe8s-midi, \xe0 moins d'\xeatre "
	    "tr\xe8s press\xe9\n", "windows-1252", STATISTICS, 50),
	ROW("as said", "koi8-r", "\xd7\xc5\xd4\xc5\xd2", "KOI8-R", OPTION,
	    100),
	ROW("as said, whatever it is", "koi8-r", "\xff\xfeo\0k\0", "KOI8-R",
	    OPTION, 100),
	ROW("one of two", "koi8-r,windows-1251",
	    "\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8 "
	    "\xe2\xe4\xee\xeb\xfc \xf0\xe5\xea\xe8\n", "windows-1251",
	    STATISTICS, 50),
	ROW("a mark that is admitted", "koi8-r,utf-16le", "\xff\xfeo\0k\0",
	    "UTF-16LE", BOM, 100),
};

static bool
guess_is(const struct ungarble_guess *guess, const char *encoding)
{
	return strcmp(guess->encoding, encoding) == 0;
}

/* What holds for any answer. */
static void
check_list(const char *name, const struct ungarble_guess *guesses, size_t n,
    size_t cap)
{
	unsigned sum = 0;

	CHECK(name, n > 0 && n <= cap);
	CHECK(name, n == 0 || guesses[0].margin == 0);
	for (size_t i = 0; i < n; i++) {
		sum += guesses[i].confidence;
		CHECK(name, guesses[i].encoding != NULL);
		CHECK(name, guesses[i].reason <= UNGARBLE_BY_DEFAULT);
		CHECK(name, i == 0 ||
		    (guesses[i].margin >= guesses[i - 1].margin &&
			guesses[i].confidence <= guesses[i - 1].confidence));
		for (size_t j = 0; j < i; j++)
			CHECK(name, !guess_is(&guesses[i],
			    guesses[j].encoding));
	}
	CHECK(name, sum <= 100);
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble_guess guesses[CAP];
		size_t n = CAP;

		opts.from = rows[i].from;
		CHECK(rows[i].name, ungarble_guess(rows[i].in, rows[i].len,
		    &opts, guesses, CAP, &n) == UNGARBLE_OK);
		check_list(rows[i].name, guesses, n, CAP);
		if (!CHECK(rows[i].name, guess_is(&guesses[0],
		    rows[i].encoding)))
			fprintf(stderr, "got: %s\n", guesses[0].encoding);
		CHECK(rows[i].name, guesses[0].reason == rows[i].reason);
		CHECK(rows[i].name, guesses[0].confidence >= rows[i].at_least);
	}
}

/* What all but fell out is told apart from what did, and is as near to it. */
static void
check_last(void)
{
	static const char text[] = "2\t151\xEF\xBF\xBD\n\xEF\xBFMr. Bl, bitte "
	    "nicht zu s\xFC\xDF, ";
	struct ungarble_guess guesses[CAP];
	size_t n = 0;
	bool found = false;

	CHECK("last", ungarble_guess(text, sizeof(text) - 1, NULL, guesses,
	    CAP, &n) == UNGARBLE_OK);
	for (size_t i = 0; i < n; i++) {
		if (!guess_is(&guesses[i], "windows-1252"))
			continue;
		found = true;
		CHECK("last", guesses[i].margin > 14000 &&
		    guesses[i].reason == UNGARBLE_BY_DEFAULT);
	}
	CHECK("last", found);
}

/* An encoding that is not admitted is no guess. */
static void
check_admitted(void)
{
	static const char *const texts[] = { "h\xc3\xa9llo", "\xff\xfeo k",
		"plain", "\xef\xbb\xbfone" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble_guess guesses[CAP];
		size_t n = 0;

		opts.from = "windows-1252,koi8-r";
		CHECK(texts[i], ungarble_guess(texts[i], strlen(texts[i]),
		    &opts, guesses, CAP, &n) == UNGARBLE_OK);
		CHECK(texts[i], n > 0 && n <= 2);
		for (size_t j = 0; j < n; j++)
			CHECK(texts[i], guess_is(&guesses[j], "windows-1252")
			    || guess_is(&guesses[j], "KOI8-R"));
	}
}

static void
check_options(void)
{
	static const struct {
		const char *name, *from, *fallback, *languages, *declared;
		enum ungarble_err want;
	} options[] = {
		{ "none", NULL, NULL, NULL, NULL, UNGARBLE_OK },
		{ "all", "latin1,koi8-r", "koi8-u", "fr,DE,fra", "latin2",
		    UNGARBLE_OK },
		{ "from", "latin11", NULL, NULL, NULL, UNGARBLE_ELABEL },
		{ "fallback", NULL, "x", NULL, NULL, UNGARBLE_ELABEL },
		{ "declared", NULL, NULL, NULL, "x", UNGARBLE_ELABEL },
		{ "empty", NULL, NULL, NULL, "", UNGARBLE_ELABEL },
		{ "unknown language", NULL, NULL, "xx,qqq", NULL,
		    UNGARBLE_OK },
		{ "language", NULL, NULL, "french", NULL, UNGARBLE_EOPTION },
		{ "letter", NULL, NULL, "f", NULL, UNGARBLE_EOPTION },
		{ "digit", NULL, NULL, "f1", NULL, UNGARBLE_EOPTION },
		{ "no language", NULL, NULL, "", NULL, UNGARBLE_EOPTION },
		{ "comma", NULL, NULL, "fr,", NULL, UNGARBLE_EOPTION },
		{ "beyond ASCII", NULL, NULL, "f\xc3\xa9", NULL,
		    UNGARBLE_EOPTION },
	};
	const char *const text = "Le caf\xe9 ferme \xe0 midi.\n";

	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble_guess guess;
		struct ungarble *ug;
		size_t n = 7;

		opts.from = options[i].from;
		opts.fallback = options[i].fallback;
		opts.languages = options[i].languages;
		opts.declared = options[i].declared;
		CHECK(options[i].name, ungarble_guess(text, strlen(text),
		    &opts, &guess, 1, &n) == options[i].want);
		CHECK(options[i].name,
		    n == (options[i].want == UNGARBLE_OK ? 1 : 0));
		CHECK(options[i].name, ungarble_open(&ug, &opts) ==
		    options[i].want);
		ungarble_close(ug);
		opts.size = 0;
		CHECK("size", ungarble_guess(text, strlen(text), &opts, &guess,
		    1, &n) == UNGARBLE_EOPTION);
	}
}

static void
check_edges(void)
{
	static const char text[] = "Le caf\xe9 ferme \xe0 midi.\n";
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble_guess guesses[CAP];
	struct ungarble *ug;
	size_t n = 7;

	CHECK("NULL", ungarble_guess(NULL, 0, NULL, guesses, 1, &n) ==
	    UNGARBLE_OK);
	CHECK("NULL", n == 1 && guess_is(&guesses[0], "US-ASCII"));
	CHECK("no room", ungarble_guess(text, sizeof(text) - 1, NULL, NULL, 0,
	    &n) == UNGARBLE_OK);
	CHECK("no room", n == 0);
	opts.scope = UNGARBLE_SCOPE_STREAM;
	CHECK("scope", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	ungarble_close(ug);
	opts.scope = (enum ungarble_scope)2;
	CHECK("no such scope", ungarble_open(&ug, &opts) == UNGARBLE_EOPTION);
	ungarble_close(ug);
}

/* Memory may run out at any place, and nothing is left behind. */
static void
check_memory(void)
{
	static const char text[] = "Le caf\xe9 ferme \xe0 midi.\n";
	enum ungarble_err err = UNGARBLE_ENOMEM;
	int given = 0;

	for (; err == UNGARBLE_ENOMEM && given < 1000; given++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble_guess guess;
		struct failing memory = { .left = given };
		size_t n = 7;

		opts.resize = failing_resize;
		opts.user = &memory;
		opts.languages = "fr";
		err = ungarble_guess(text, sizeof(text) - 1, &opts, &guess, 1,
		    &n);
		CHECK("memory", n == (err == UNGARBLE_OK ? 1 : 0));
		CHECK("memory given back", memory.live == 0);
	}
	CHECK("memory", err == UNGARBLE_OK && given > 1);
	err = UNGARBLE_ENOMEM;
	for (given = 0; err == UNGARBLE_ENOMEM && given < 1000; given++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct failing memory = { .left = given };
		struct ungarble *ug;

		opts.resize = failing_resize;
		opts.user = &memory;
		opts.languages = "fr";
		err = ungarble_open(&ug, &opts);
		ungarble_close(ug);
		CHECK("memory of a stream given back", memory.live == 0);
	}
	CHECK("memory of a stream", err == UNGARBLE_OK && given > 1);
}

/* Any bytes have a guess, and the same one each time. */
static void
check_hostile(void)
{
	unsigned char bytes[300];
	uint64_t state = 1;

	for (int round = 0; round < 400; round++) {
		struct ungarble_guess guesses[CAP], again[CAP];
		size_t n, m, len = (size_t)round % sizeof(bytes);
		const unsigned from = round % 3 == 0 ? 0x80 : 0;

		for (size_t i = 0; i < len; i++) {
			bytes[i] = (unsigned char)(random_next(&state) | from);
		}
		CHECK("hostile", ungarble_guess(bytes, len, NULL, guesses, CAP,
		    &n) == UNGARBLE_OK);
		check_list("hostile", guesses, n, CAP);
		CHECK("hostile", ungarble_guess(bytes, len, NULL, again, 1,
		    &m) == UNGARBLE_OK);
		CHECK("hostile", m == 1 && guess_is(&again[0],
		    guesses[0].encoding) &&
		    again[0].confidence == guesses[0].confidence);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_last();
	check_admitted();
	check_options();
	check_edges();
	check_memory();
	check_hostile();
	return check_done(argv[0]);
}
