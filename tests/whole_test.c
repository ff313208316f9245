/*
 * whole_test.c - a text in one call is what a stream makes of it
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "stream/harness.h"

#define GARBLED "Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n"
#define MENDED  "Le café ferme, l’été finit.\n"

/* ---- what it gives ---- */

static const struct {
	const char *name, *from, *in;
	size_t len;
	const char *out;
	size_t out_len;
} rows[] = {
#define ROW(name, from, in, out) \
	{ name, from, in, sizeof(in) - 1, out, sizeof(out) - 1 }
	ROW("nothing", NULL, "", ""),
	ROW("clean", NULL, "déjà vu\n", "déjà vu\n"),
	ROW("no line end", NULL, "déjà vu", "déjà vu"),
	ROW("garbled", NULL, GARBLED, MENDED),
	ROW("longer than it was", "latin1", "\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9"
	    "\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9",
	    "ééééééééééééééééééééééé"),
	ROW("NUL within", "utf-8", "a\0b\n", "a\0b\n"),
	ROW("binary", NULL, "\0\1\2\3\xff\xfe\xfd\0\0\1", "\0\1\2\3\xff\xfe"
	    "\xfd\0\0\1"),
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		size_t len = 7;
		char *out = NULL;

		opts.from = rows[i].from;
		CHECK(rows[i].name, ungarble_repair(rows[i].in, rows[i].len,
		    &opts, &out, &len) == UNGARBLE_OK);
		CHECK(rows[i].name, out != NULL && len == rows[i].out_len &&
		    memcmp(out, rows[i].out, len) == 0 && out[len] == '\0');
		ungarble_free(out, &opts);
	}
}

/* All options, those of an older header, none. */
static void
check_options(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	size_t len;
	char *out;

	CHECK("NULL", ungarble_repair(NULL, 0, NULL, &out, &len) ==
	    UNGARBLE_OK && out != NULL && len == 0 && *out == '\0');
	free(out);
	opts.fixes = "encoding";
	CHECK("fixes", ungarble_repair(GARBLED, sizeof(GARBLED) - 1, &opts,
	    &out, &len) == UNGARBLE_OK && strcmp(out, GARBLED) == 0);
	ungarble_free(out, &opts);
	opts.no_header = 77;
	opts.resize = NULL;
	opts.size = offsetof(struct ungarble_options, write);
	CHECK("an older header", ungarble_repair(GARBLED, sizeof(GARBLED) - 1,
	    &opts, &out, &len) == UNGARBLE_OK && strcmp(out, GARBLED) == 0);
	ungarble_free(out, &opts);
	ungarble_free(NULL, NULL);
	ungarble_free(NULL, &opts);
}

static void
check_failure(const char *name, struct ungarble_options opts,
    enum ungarble_err want)
{
	static const char in[] = GARBLED "caf\xff\xff\xff\n";
	size_t len = 7;
	char *out = (char *)&len;

	CHECK(name, ungarble_repair(in, sizeof(in) - 1, &opts, &out, &len) ==
	    want);
	CHECK(name, out == NULL && len == 0);
}

static int
stop(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	(void)edit;
	return 1;
}

static void
check_failures(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.from = "klingon";
	check_failure("label", opts, UNGARBLE_ELABEL);
	opts.from = "utf-8";
	opts.invalid = UNGARBLE_INVALID_FAIL;
	check_failure("malformed", opts, UNGARBLE_EINPUT);
	opts.invalid = UNGARBLE_INVALID_REPLACE;
	opts.edit = stop;
	check_failure("stopped", opts, UNGARBLE_ESTOPPED);
	opts.size = 0;
	check_failure("size", opts, UNGARBLE_EOPTION);
}

/* ---- what it tells ---- */

static enum ungarble_answer
ask(void *user, const struct ungarble_edit *edit)
{
	struct run *const run = user;

	bytes_string(&run->report, edit->in_at % 3 == 0 ? "no\n" : "yes\n");
	return edit->in_at % 3 == 0 ? UNGARBLE_SKIP : UNGARBLE_APPLY;
}

static int
finding(void *user, const struct ungarble_finding *found)
{
	struct run *const run = user;

	bytes_string(&run->report, found->rule);
	return 0;
}

/* Callbacks are told what those of a stream are, with their own `user`. */
static void
check_told(const char *name, const struct bytes *in, bool asks,
    unsigned threads)
{
	struct run stream = { 0 }, whole = { 0 };
	struct ungarble_options opts = run_options(&stream);
	size_t len;
	char *out;

	opts.ask = asks ? ask : NULL;
	opts.finding = finding;
	opts.fixes = "all";
	run_stream(&stream, &opts, in->s, in->len, CUT_NOWHERE, 0);
	opts.user = &whole;
	opts.threads = threads;
	CHECK(name, ungarble_repair(in->s, in->len, &opts, &out, &len) ==
	    stream.err);
	CHECK(name, len == stream.out.len &&
	    memcmp(out, stream.out.s, len) == 0);
	CHECK(name, whole.out.len == 0);
	CHECK(name, whole.report.len > 1000 &&
	    bytes_equal(&whole.report, &stream.report));
	CHECK(name, bytes_equal(&whole.pieces_in, &stream.pieces_in));
	CHECK(name, whole.n_spans == stream.n_spans);
	ungarble_free(out, &opts);
	run_free(&stream);
	run_free(&whole);
}

/* Who asks for nothing else is given the text all the same. */
static void
check_untold(const char *name, const struct bytes *in, unsigned threads)
{
	struct run stream = { 0 };
	struct ungarble_options opts = run_options(&stream);
	size_t len;
	char *out;

	run_stream(&stream, &opts, in->s, in->len, CUT_NOWHERE, 0);
	opts = (struct ungarble_options)UNGARBLE_OPTIONS_INIT;
	opts.threads = threads;
	CHECK(name, ungarble_repair(in->s, in->len, &opts, &out, &len) ==
	    UNGARBLE_OK);
	CHECK(name, len == stream.out.len &&
	    memcmp(out, stream.out.s, len) == 0);
	ungarble_free(out, &opts);
	run_free(&stream);
}

/* ---- memory ---- */

/* Each allocation fails once: nothing is given, and nothing is left behind. */
static void
check_memory(void)
{
	struct bytes in = { 0 };
	enum ungarble_err err = UNGARBLE_ENOMEM;
	long given = 0;

	bytes_string(&in, GARBLED);
	for (int i = 0; i < 200; i++)
		bytes_string(&in, "caf\xe9, \xe9t\xe9, no\xebl, ma\xefs\n");
	while (err == UNGARBLE_ENOMEM && given < 10000) {
		struct failing memory = { .left = given++, .once = true };
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		size_t len = 7;
		char *out;

		opts.resize = failing_resize;
		opts.user = &memory;
		err = ungarble_repair(in.s, in.len, &opts, &out, &len);
		CHECK("as memory has it", (err == UNGARBLE_OK) ==
		    !memory.failed);
		CHECK("all or nothing", (out != NULL) == (err == UNGARBLE_OK));
		CHECK("all or nothing", (len > in.len) == (err == UNGARBLE_OK));
		CHECK("the text is held", memory.live == (out != NULL));
		ungarble_free(out, &opts);
		CHECK("nothing is held", memory.live == 0);
	}
	CHECK("enough at last", err == UNGARBLE_OK && given > 20);
	bytes_free(&in);
}

/* Bytes that were asked for. */
static void *
asked_resize(void *user, void *ptr, size_t size)
{
	size_t *const asked = user;

	if (size == 0) {
		free(ptr);
		return NULL;
	}
	*asked += size;
	return realloc(ptr, size);
}

/*
 * People repair short texts by the million: what one takes is in proportion.
 * The bounds are a fifth above what was counted.
 */
static void
check_short(void)
{
	static const struct {
		const char *in, *out;
		size_t most;
	} texts[] = {
		{ "", "", 36000 },
		{ "The quick brown fox jumps over the lazy.",
		    "The quick brown fox jumps over the lazy.", 36000 },
		{ "Le café du coin ferme à midi.",
		    "Le café du coin ferme à midi.", 100000 },
		{ "Le cafÃ© du coin", "Le café du coin", 110000 },
		{ "Привет, как дела?", "Привет, как дела?", 100000 },
		{ "Le caf\xe9 ferme \xe0 midi", "Le café ferme à midi",
		    270000 },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		size_t len, asked = 0;
		char *out;

		opts.resize = asked_resize;
		opts.user = &asked;
		CHECK(texts[i].in, ungarble_repair(texts[i].in,
		    strlen(texts[i].in), &opts, &out, &len) == UNGARBLE_OK &&
		    strcmp(out, texts[i].out) == 0);
		printf("%6zu of %6zu bytes: %s\n", asked, texts[i].most,
		    texts[i].out);
		CHECK(texts[i].in, asked <= texts[i].most);
		ungarble_free(out, &opts);
	}
}

int
main(int argc, char *argv[])
{
	struct bytes in = { 0 };

	(void)argc;
	check_rows();
	check_options();
	check_failures();
	mixed_make(&in, 60000, 4);
	check_told("told", &in, false, 0);
	check_told("asked", &in, true, 0);
	sparse_make(&in, 7 << 19, 5);
	check_told("threads", &in, false, 2);
	check_untold("untold", &in, 0);
	check_untold("untold, threads", &in, 2);
	bytes_free(&in);
	check_memory();
	check_short();
	return check_done(argv[0]);
}
