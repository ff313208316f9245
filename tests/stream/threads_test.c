/*
 * threads_test.c - with threads, callbacks are told what they are told without
 */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "crew/crew_state.h"
#include "edit/memory.h"
#include "failing.h"
#include "harness.h"

/* A run, and memory for several threads. */
struct many {
	struct run run;
	struct ungarble_options told; /* as run_options() has it */
	uint64_t left;                /* edits until it stops; 0: never */
	pthread_mutex_t lock;
	struct failing memory;
	bool redone;                  /* one of the last runs was done twice */
};

static void *
many_resize(void *user, void *ptr, size_t size)
{
	struct many *const many = user;
	void *got;

	pthread_mutex_lock(&many->lock);
	got = failing_resize(&many->memory, ptr, size);
	pthread_mutex_unlock(&many->lock);
	return got;
}

static int
many_write(void *user, const char *bytes, size_t len)
{
	struct many *const many = user;

	return many->told.write(&many->run, bytes, len);
}

static int
many_span(void *user, const struct ungarble_span *span)
{
	struct many *const many = user;

	return many->told.span(&many->run, span);
}

static int
many_edit(void *user, const struct ungarble_edit *edit)
{
	struct many *const many = user;

	(void)many->told.edit(&many->run, edit);
	return many->left > 0 && --many->left == 0;
}

static int
many_finding(void *user, const struct ungarble_finding *finding)
{
	struct many *const many = user;
	char line[128];

	snprintf(line, sizeof(line), "found %" PRIu64 " %" PRIu64 "+%" PRIu64
	    " %s %s\n", finding->record, finding->in_at, finding->in_len,
	    finding->rule, finding->found);
	bytes_string(&many->run.report, line);
	return 0;
}

static int
many_piece(void *user, const struct ungarble_piece *piece)
{
	struct many *const many = user;

	return many->told.piece(&many->run, piece);
}

/* Run `in` as *opts say, with threads that do `n_blocks` at a time. */
static void
run_many(struct many *many, const struct bytes *in,
    const struct ungarble_options *like, unsigned threads, unsigned n_blocks)
{
	struct ungarble_options opts = *like;
	struct ungarble *ug;
	enum ungarble_err err;

	many->told = run_options(&many->run);
	opts.write = many_write;
	opts.span = many_span;
	opts.edit = many_edit;
	opts.finding = many_finding;
	opts.piece = like->piece != NULL ? many_piece : NULL;
	opts.resize = many_resize;
	opts.user = many;
	opts.threads = threads;
	pthread_mutex_init(&many->lock, NULL);
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK && threads > 1)
		ug_crew_set_run(ug, n_blocks);
	for (size_t at = 0; at < in->len && err == UNGARBLE_OK; at += 50000)
		err = ungarble_feed(ug, in->s + at, in->len - at < 50000 ?
		    in->len - at : 50000);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	many->run.err = err;
	CHECK("what came in is kept once", ug == NULL || ug->crew == NULL ||
	    ug->crew->opts.piece == NULL);
	for (size_t i = 0; err == UNGARBLE_OK && ug->crew != NULL &&
	    i < ug->crew->n; i++)
		many->redone |= ug->crew->jobs[i].goes_on;
	if (ug != NULL && err != UNGARBLE_OK) {
		char line[64];

		CHECK("the error sticks", ungarble_feed(ug, "", 0) == err &&
		    ungarble_finish(ug) == err);
		snprintf(line, sizeof(line), "failed at %" PRIu64 "\n",
		    err == UNGARBLE_EINPUT ? ungarble_failed_at(ug) : 0);
		bytes_string(&many->run.report, line);
	}
	ungarble_close(ug);
	pthread_mutex_destroy(&many->lock);
	CHECK("nothing is kept", many->memory.live == 0);
}

/*
 * One thread, and several that do so many blocks at a time.  Whether a run was
 * done twice, which takes longer, but is told all the same.
 */
static bool
check_threads(const char *kind, const struct bytes *in,
    const struct ungarble_options *opts, enum ungarble_err err)
{
	static const unsigned ways[][2] = { { 3, 1 }, { 2, 2 } };
	struct many one = { .memory.left = -1 };
	bool redone = false;

	run_many(&one, in, opts, 1, 0);
	CHECK(kind, one.run.err == err);
	CHECK(kind, one.run.report.len + one.run.more.len > 50);
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct many more = { .memory.left = -1 };

		run_many(&more, in, opts, ways[i][0], ways[i][1]);
		CHECK(kind, more.run.err == err);
		CHECK(kind, bytes_equal(&one.run.out, &more.run.out));
		CHECK(kind, bytes_equal(&one.run.pieces_in,
		    &more.run.pieces_in));
		CHECK(kind, bytes_equal(&one.run.more, &more.run.more));
		if (!CHECK(kind, bytes_equal(&one.run.report,
		    &more.run.report))) {
			size_t at = 0;

			while (one.run.report.s[at] == more.run.report.s[at])
				at++;
			fprintf(stderr, "%u threads, at %zu: %.80s\nnot: %.80s\n",
			    ways[i][0], at, more.run.report.s + at,
			    one.run.report.s + at);
		}
		redone |= more.redone;
		run_free(&more.run);
	}
	run_free(&one.run);
	return redone;
}

/* With pieces, which are kept one by one, and without; what that returns. */
static bool
check_both(const char *kind, struct bytes *in)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);

	check_threads(kind, in, &opts, UNGARBLE_OK);
	opts.piece = NULL;

	const bool redone = check_threads(kind, in, &opts, UNGARBLE_OK);

	bytes_free(in);
	return redone;
}

/* Each byte of the text as UTF-16, little end first. */
static void
wide_add(struct bytes *out, const struct bytes *text)
{
	for (size_t i = 0; i < text->len; i++) {
		bytes_add(out, text->s + i, 1);
		bytes_add(out, "", 1);
	}
}

static void
plain_make(struct bytes *out, size_t len, const char *end)
{
	for (size_t n = 0; out->len < len; n++) {
		char line[80];

		snprintf(line, sizeof(line), "This is line %zu, in which "
		    "nothing is to be done.%s", n, end);
		bytes_string(out, line);
	}
}

/* What the first records say of all, others might say otherwise. */
static void
check_whole(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct bytes in = { 0 };

	while (in.len < 4 << 20)
		bytes_string(&in, in.len < 3 << 19 ?
		    "Zw\xf6lf Gl\xe4ser Honig f\xfcr Frau Kr\xfcger, nicht zu "
		    "s\xfc\xdf, Lieferung n\xe4" "chste Woche\n" :
		    "Det \xe4r en \xf6 i sj\xf6n, och p\xe5 \xf6n bor m\xe5nga "
		    "f\xe5r, som \xe4ter gr\xe4s\n");
	opts.scope = UNGARBLE_SCOPE_STREAM;
	opts.fixes = "encoding";
	/* Who begins in the middle is told what all is in. */
	CHECK("no run is done twice", !check_threads("one encoding", &in,
	    &opts, UNGARBLE_OK));
	bytes_free(&in);
	run_free(&run);
}

/* Forms that a part of the stream cannot tell by itself. */
static void
check_forms(void)
{
	struct bytes in = { 0 }, text = { 0 };

	plain_make(&in, 5 << 19, "\r");
	bytes_string(&in, "wasnâ€™t so, was it\rcaf\xe9\r");
	check_both("CR", &in);

	plain_make(&in, 1500000, "\n");
	plain_make(&text, 600000, "\n");
	wide_add(&in, &text);
	bytes_string(&in, "and it wasnâ€™t so, was it\n");
	plain_make(&in, 4 << 20, "\n");
	check_both("UTF-16 amidst", &in);

	bytes_string(&in, "\xff\xfe");
	for (size_t i = 0; i < 3; i++)
		wide_add(&in, &text);
	CHECK("no run is done twice", !check_both("UTF-16", &in));
	bytes_free(&text);

	/* One line that spans blocks, with all that may be in it. */
	while (in.len < 5 << 19)
		bytes_string(&in, "It was not so, nor was it there, where it "
		    "is not: wasnâ€™t it ");
	check_both("a line", &in);
	bytes_string(&in, "\x1b$B");
	while (in.len < 5 << 19)
		bytes_string(&in, "%U%!%$%k");
	check_both("a line in shifts", &in);
	while (in.len < 5 << 19)
		bytes_add(&in, "\0\1\2\3\0\0\200\377\0\4\5\n\6", 13);
	check_both("no text", &in);
}

/* Records of JSON, and rows, that go on from block to block. */
static void
check_fields(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct bytes in = { 0 };

	for (size_t n = 0; in.len < 11 << 19; n++) {
		const size_t len = n == 100 ? 130000 : n % 9000 == 0 ? 9000 : 2;

		bytes_string(&in, "{\"a\":[0");
		for (size_t i = 0; i < len; i++)
			bytes_string(&in, ",\"It was so , and caf\u00C3\u00A9\"");
		bytes_string(&in, "],\"b\":\"\xe9t\xe9\"}\n");
	}
	opts.fields = UNGARBLE_FIELDS_JSON;
	check_threads("JSON", &in, &opts, UNGARBLE_OK);
	opts.names = "b";
	check_threads("JSON, one field", &in, &opts, UNGARBLE_OK);
	opts.names = NULL;
	opts.fields = UNGARBLE_FIELDS_CSV;
	for (size_t at = 0; at < in.len; at++)
		if (strchr("[]{}", in.s[at]) != NULL)
			in.s[at] = ',';
	check_threads("CSV", &in, &opts, UNGARBLE_OK);
	/* And which columns there are, as the first row has it. */
	bytes_free(&in);
	bytes_string(&in, "a,b,c\n");
	while (in.len < 5 << 19)
		bytes_string(&in, "caf\u00C3\u00A9,th\u00C3\u00A9,1\n");
	opts.names = "b";
	CHECK("no row is read twice", !check_threads("CSV, one column", &in,
	    &opts, UNGARBLE_OK));
	bytes_free(&in);
	run_free(&run);
}

static void
check_errors(void)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	struct many many = { .memory.left = -1 };
	struct bytes in = { 0 };
	struct ungarble *ug;

	plain_make(&in, 2500000, "\n");
	bytes_string(&in, "caf\xc3\n");
	plain_make(&in, 4 << 20, "\n");
	opts.from = "utf-8";
	opts.invalid = UNGARBLE_INVALID_FAIL;
	check_threads("malformed", &in, &opts, UNGARBLE_EINPUT);
	bytes_free(&in);

	opts = run_options(&run);
	plain_make(&in, 2 << 20, "\n");
	sparse_make(&in, 5 << 19, 3);
	many.left = 10;
	run_many(&many, &in, &opts, 3, 1);
	CHECK("stopped", many.run.err == UNGARBLE_ESTOPPED &&
	    many.run.n_edits == 10);
	run_free(&many.run);
	for (long left = 1; left < 5000; left += left + 1) {
		struct many few = { .memory.left = left };

		run_many(&few, &in, &opts, 3, 1);
		CHECK("out of memory", few.run.err == (few.memory.failed ?
		    UNGARBLE_ENOMEM : UNGARBLE_OK));
		run_free(&few.run);
	}
	opts.threads = 2;
	CHECK("flush: open", ungarble_open(&ug, &opts) == UNGARBLE_OK &&
	    ungarble_feed(ug, in.s, in.len) == UNGARBLE_OK);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_EMISUSE &&
	    ungarble_finish(ug) == UNGARBLE_EMISUSE);
	ungarble_close(ug);
	run_free(&run);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	struct bytes in = { 0 };

	(void)argc;
	mixed_make(&in, 200000, 5);
	sparse_make(&in, 2 << 20, 9);
	mixed_make(&in, (2 << 20) + 300000, 6);
	check_both("mixed", &in);
	sparse_make(&in, 3 << 19, 9);
	spun_make(&in, 5 << 19);
	check_both("spun", &in);
	check_forms();
	check_whole();
	check_fields();
	check_errors();
	return check_done(argv[0]);
}
