/*
 * crew_test.c - with threads the same comes out as with one, of little text
 *
 * Of more: tests/stream/threads_test.c
 */
#define _GNU_SOURCE /* pthread_setattr_default_np() */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "crew/crew_state.h"
#include "edit/memory.h"
#include "failing.h"
#include "stream/harness.h"

#define BLOCK ((size_t)UG_BLOCK_LEN)
#define TAIL  ((size_t)CREW_TAIL)

/* What a run says. */
struct crewed {
	struct run run;
	uint64_t found, failed_at;
	bool redone, threads; /* runs were done twice; there were any */
};

/* Open a stream with strings that are gone then. */
static enum ungarble_err
crewed_open(struct ungarble **ug, const struct ungarble_options *like)
{
	struct ungarble_options opts = *like;
	const char **const strings[] = { &opts.from, &opts.fallback,
		&opts.languages, &opts.declared, &opts.fixes, &opts.names,
		&opts.lexicon, &opts.keep };
	char *copies[sizeof(strings) / sizeof(*strings)];
	enum ungarble_err err;

	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		copies[i] = *strings[i] == NULL ? NULL : strdup(*strings[i]);
		*strings[i] = copies[i];
	}
	err = ungarble_open(ug, &opts);
	for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		if (copies[i] != NULL)
			memset(copies[i], '!', strlen(copies[i]));
		free(copies[i]);
	}
	return err;
}

/* Run it with so many threads, each of which does a block at a time. */
static void
run_crewed(struct crewed *crewed, const struct ungarble_options *like,
    const char *in, size_t len, unsigned threads)
{
	struct ungarble_options opts = *like;
	struct ungarble *ug;
	enum ungarble_err err;

	*crewed = (struct crewed){ .redone = false };
	opts.user = &crewed->run;
	opts.threads = threads;
	err = crewed_open(&ug, &opts);
	if (!CHECK("open", err == UNGARBLE_OK))
		return;
	if (ug->crew != NULL)
		ug_crew_set_run(ug, 1);
	for (size_t at = 0; at < len && err == UNGARBLE_OK; at += 100000)
		err = ungarble_feed(ug, in + at, len - at < 100000 ? len - at :
		    100000);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	crewed->run.err = err;
	crewed->found = ungarble_fields_found(ug);
	crewed->failed_at = ungarble_failed_at(ug);
	for (size_t i = 0; ug->crew != NULL && i < ug->crew->n; i++) {
		crewed->threads |= ug->crew->jobs[i].has_thread;
		crewed->redone |= ug->crew->jobs[i].goes_on;
	}
	CHECK("it is over", ungarble_feed(ug, "", 0) != UNGARBLE_OK);
	ungarble_close(ug);
}

static int
crewed_finding(void *user, const struct ungarble_finding *finding)
{
	char line[100];

	snprintf(line, sizeof(line), "finding %llu %llu %s\n",
	    (unsigned long long)finding->record,
	    (unsigned long long)finding->in_at, finding->rule);
	bytes_string(&((struct run *)user)->report, line);
	return 0;
}

/* The same with one thread and with two; whether runs were done twice. */
static bool
check_same(const char *name, const struct ungarble_options *like,
    const char *in, size_t len)
{
	struct ungarble_options opts = run_options(NULL);
	struct crewed one, two;

	opts.from = like->from;
	opts.fallback = like->fallback;
	opts.languages = like->languages;
	opts.declared = like->declared;
	opts.fixes = like->fixes;
	opts.names = like->names;
	opts.lexicon = like->lexicon;
	opts.lexicon_len = like->lexicon != NULL ? strlen(like->lexicon) : 0;
	opts.keep = like->keep;
	opts.keep_len = like->keep != NULL ? strlen(like->keep) : 0;
	opts.fields = like->fields;
	opts.scope = like->scope;
	opts.invalid = like->invalid;
	opts.piece = NULL;
	opts.finding = crewed_finding;
	run_crewed(&one, &opts, in, len, 1);
	run_crewed(&two, &opts, in, len, 2);
	CHECK(name, run_equal(&one.run, &two.run));
	CHECK(name, one.found == two.found);
	CHECK(name, one.run.err == UNGARBLE_OK ||
	    one.failed_at == two.failed_at);
	run_free(&one.run);
	run_free(&two.run);
	return two.redone;
}

/* `line`, again and again. */
static void
lines_make(struct bytes *in, const char *line, size_t line_len, size_t len)
{
	while (in->len < len)
		bytes_add(in, line, line_len);
}

#define LINE(s) (s), sizeof(s) - 1
#define MUCH "so it is and so it was and so it may be, and there is no more " \
	"of it than there was of it, and all of that was so long ago that "
#define MORE MUCH MUCH MUCH MUCH MUCH MUCH

/* What a thread that begins in the middle is told: no run is done twice. */
static const struct row {
	const char *name, *start, *line;
	size_t len;
	struct ungarble_options opts;
	bool twice; /* but for these */
} rows[] = {
	{ "lines", "", LINE("Nothing to be done.\n"), .opts = { .size = 0 } },
	{ "CR", "", LINE("Nothing is to be done here, in a line that is as "
	    "long as this one, of which there is no more than this.\r"),
	  .opts = { .fixes = "encoding" } },
	{ "CR LF", "", LINE("Nothing is to be done here.\r\n"),
	  .opts = { .fixes = "encoding" } },
	{ "UTF-16", "\xFF\xFE", LINE("p\0l\0a\0i\0n\0 \0t\0e\0x\0t\0 \0s\0o\0 "
	    "\0l\0o\0n\0g\0 \0a\0g\0o\0 \0i\0t\0 \0i\0s\0.\0\n\0"),
	  .opts = { .fixes = "encoding" } },
	{ "told what it is in", "",
	  LINE("\xC1\xF5 \xD7\xC5\xD4\xC5\xD2 " MORE "\n"),
	  .opts = { .from = "koi8-r", .fixes = "encoding" } },
	{ "one encoding", "Zw\xF6lf Gl\xE4ser Honig f\xFCr Frau Kr\xFCger\n",
	  LINE("Det \xE4r s\xE5 i sj\xF6n, och den \xE4r n\xE4ra. " MORE "\n"),
	  .opts = { .fixes = "encoding", .scope = UNGARBLE_SCOPE_STREAM,
	    .fallback = "iso-8859-1", .languages = "de",
	    .declared = "windows-1252" } },
	{ "rows", "a,b,c\n", LINE("caf\u00C3\u00A9,caf\u00C3\u00A9," MORE "\n"),
	  .opts = { .fields = UNGARBLE_FIELDS_CSV, .names = "b" } },
	{ "rows that are quiet", "a\tb\n", LINE("a value\tand another\n"),
	  .opts = { .fields = UNGARBLE_FIELDS_TSV, .names = "b" } },
	{ "own words", "",
	  LINE("It was a wombat unit, a keeper, a red fox. " MORE MORE "\n"),
	  .opts = { .lexicon = "wombat unit\twarehouse\tphrase\tA0\n"
	    "red fox\tcat\tphrase\tA0\n", .keep = "red fox\n" } },
	{ "in quotes all along", "a,b\n1,\"",
	  LINE("caf\u00C3\u00A9," MORE "\n"),
	  .opts = { .fields = UNGARBLE_FIELDS_CSV, .names = "a" },
	  .twice = true },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *const row = &rows[i];
		struct bytes in = { NULL, 0, 0 };

		bytes_string(&in, row->start);
		lines_make(&in, row->line, row->len, 2 * BLOCK + BLOCK / 4);
		CHECK(row->name, check_same(row->name, &row->opts, in.s,
		    in.len) == row->twice);
		bytes_free(&in);
	}
}

/* Values that are met by one thread alone. */
static void
check_found(void)
{
	const struct ungarble_options opts = { .names = "a,b,c",
		.fields = UNGARBLE_FIELDS_JSON };
	struct bytes in = { NULL, 0, 0 };

	bytes_string(&in, "{\"a\":\"\"}\n");
	lines_make(&in, LINE("{\"x\":\"so it is\"}\n"), 3 * BLOCK / 2);
	bytes_string(&in, "{\"c\":\"caf\u00C3\u00A9\"}\n");
	lines_make(&in, LINE("{\"x\":\"so it is\"}\n"), 3 * BLOCK);
	check_same("found", &opts, in.s, in.len);
	bytes_free(&in);
}

/* However long the stream is, and its lines. */
static void
check_lengths(void)
{
	static const size_t lens[] = { 0, 1, BLOCK - 1, BLOCK, BLOCK + 1,
		BLOCK + TAIL - 1, BLOCK + TAIL, BLOCK + TAIL + 1,
		2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1, 2 * BLOCK + TAIL,
		2 * BLOCK + TAIL + 1, 2 * BLOCK + 2 * TAIL };
	const struct ungarble_options opts = { .fixes = "encoding" };
	struct bytes in = { NULL, 0, 0 };

	lines_make(&in, LINE("A line of some length, and no more.\n"),
	    3 * BLOCK);
	for (size_t i = 0; i < sizeof(lens) / sizeof(*lens); i++)
		check_same("lengths", &opts, in.s, lens[i]);
	/* One line, so that no record starts where a block does. */
	for (size_t at = 0; at < in.len; at++)
		if (in.s[at] == '\n')
			in.s[at] = ' ';
	for (size_t len = BLOCK; len < BLOCK + TAIL; len += 16384)
		check_same("one line", &opts, in.s, len);
	check_same("one line, which is long", &opts, in.s, in.len);
	in.s[BLOCK + BLOCK / 2] = '\n';
	check_same("two lines", &opts, in.s, in.len);
	bytes_free(&in);
}

/* What fails in a later run. */
static void
check_fails(void)
{
	const struct ungarble_options opts = { .from = "utf-8",
		.invalid = UNGARBLE_INVALID_FAIL, .fixes = "encoding" };
	struct bytes in = { NULL, 0, 0 };

	lines_make(&in, LINE("A line of some length, and no more.\n"),
	    3 * BLOCK);
	for (size_t at = BLOCK / 2; at < in.len; at += BLOCK) {
		in.s[at] = '\xC3';
		check_same("malformed", &opts, in.s, in.len);
		in.s[at] = ' ';
	}
	bytes_free(&in);
}

struct guarded {
	struct failing memory;
	pthread_mutex_t lock;
};

static void *
guarded_resize(void *user, void *ptr, size_t size)
{
	struct guarded *const guarded = user;
	void *got;

	pthread_mutex_lock(&guarded->lock);
	got = failing_resize(&guarded->memory, ptr, size);
	pthread_mutex_unlock(&guarded->lock);
	return got;
}

static void
check_memory(void)
{
	struct bytes in = { NULL, 0, 0 };
	bool failed = true;

	lines_make(&in, LINE("A line of some length, and no more.\n"),
	    2 * BLOCK + BLOCK / 2);
	for (long left = 0; failed && left < 2000; left += 1 + left / 8) {
		struct guarded guarded = { .memory.left = left };
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble *ug = (struct ungarble *)(void *)&opts;
		enum ungarble_err err;

		pthread_mutex_init(&guarded.lock, NULL);
		opts.fixes = "encoding";
		opts.threads = 2;
		opts.resize = guarded_resize;
		opts.user = &guarded;
		err = ungarble_open(&ug, &opts);
		CHECK("memory: no stream", (ug == NULL) ==
		    (err != UNGARBLE_OK));
		if (ug != NULL)
			ug_crew_set_run(ug, 1);
		if (err == UNGARBLE_OK)
			err = ungarble_feed(ug, in.s, in.len);
		if (err == UNGARBLE_OK)
			err = ungarble_finish(ug);
		ungarble_close(ug);
		failed = guarded.memory.failed;
		CHECK("memory", err == (failed ? UNGARBLE_ENOMEM :
		    UNGARBLE_OK));
		CHECK("memory: none is left", guarded.memory.live == 0);
		pthread_mutex_destroy(&guarded.lock);
	}
	CHECK("memory is found", !failed);
	bytes_free(&in);
}

/* ---- threads that are not to be had */

#ifdef __GLIBC__
/* Have new threads ask for so much room. */
static void
set_stacks(size_t size)
{
	pthread_attr_t attr;

	CHECK("stacks", pthread_attr_init(&attr) == 0 &&
	    pthread_attr_setstacksize(&attr, size) == 0 &&
	    pthread_setattr_default_np(&attr) == 0);
	pthread_attr_destroy(&attr);
}

/* Feed; once there are `few` threads, and what they did is told, no more. */
static void
feed_few(struct ungarble *ug, const struct bytes *in, size_t few)
{
	enum ungarble_err err = UNGARBLE_OK;
	bool no_more = false;

	for (size_t at = 0; at < in->len && err == UNGARBLE_OK; at += 65536) {
		size_t n = 0;

		while (n < ug->crew->n && ug->crew->jobs[n].has_thread)
			n++;
		if (!no_more && n == few) {
			while (ug->crew->n_busy > 0 && err == UNGARBLE_OK)
				err = ungarble_feed(ug, "", 0);
			set_stacks((size_t)1 << 46);
			no_more = true;
		}
		err = ungarble_feed(ug, in->s + at, in->len - at < 65536 ?
		    in->len - at : 65536);
	}
	CHECK("fed", err == UNGARBLE_OK && ungarble_finish(ug) == err);
	CHECK("no more", no_more);
	CHECK("as many threads", few == 0 ? ug->crew->alone :
	    ug->crew->n == few);
}

/* Those that there are do it, or the caller's does. */
static void
check_few(void)
{
	struct bytes in = { NULL, 0, 0 };

	lines_make(&in, LINE("A line of some length, and no more.\n"),
	    4 * BLOCK + BLOCK / 2);
	for (size_t few = 0; few < 3; few++) {
		struct run run = { .err = UNGARBLE_OK };
		struct ungarble_options opts = run_options(&run);
		struct ungarble *ug;

		opts.fixes = "encoding";
		opts.piece = NULL;
		opts.threads = 3;
		if (CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK)) {
			ug_crew_set_run(ug, 1);
			feed_few(ug, &in, few);
		}
		ungarble_close(ug);
		CHECK("few threads", bytes_equal(&run.out, &in));
		run_free(&run);
		set_stacks((size_t)1 << 20);
	}
	bytes_free(&in);
}
#else
static void
check_few(void)
{
}
#endif

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_found();
	check_lengths();
	check_fails();
	check_memory();
	check_few();
	return check_done(argv[0]);
}
