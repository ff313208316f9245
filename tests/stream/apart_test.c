/*
 * apart_test.c - streams share nothing: threads that have one each get what
 * they would get alone
 *
 * The threads come first: what is made at first need is made by several at
 * once.  Each does all that can be done, and starts elsewhere.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "harness.h"

#define N_THREADS 4

static const struct row {
	const char *name, *from, *fixes, *languages, *keep, *names;
	enum ungarble_scope scope;
	enum ungarble_fields fields;
	unsigned spun;
} rows[] = {
	{ .name = "default" },
	{ .name = "all", .fixes = "all", .keep = "/caf./\nand\n" },
	{ .name = "tidied", .fixes = "default,+tidy,+nfkc,+eol-crlf" },
	{ .name = "one encoding", .scope = UNGARBLE_SCOPE_STREAM,
	  .languages = "de,fr" },
	{ .name = "some", .from = "utf-8,shift_jis,windows-1251,iso-8859-2" },
	{ .name = "a converter", .from = "iso-2022-cn-ext" },
	{ .name = "another", .from = "iso-2022-kr" },
	{ .name = "spun", .spun = 1 },
	{ .name = "rows", .fields = UNGARBLE_FIELDS_TSV, .names = "1" },
};

#define N_ROWS (sizeof(rows) / sizeof(*rows))
#define N_GUESSES 8

/* What came of a row. */
struct result {
	struct run run;
	char *whole;
	size_t whole_len;
	struct ungarble_guess guesses[N_GUESSES];
	size_t n_guesses;
	enum ungarble_err err;      /* of the whole, or the guess */
};

struct worker {
	const struct bytes *mixed, *spun;
	size_t first;
	struct result results[N_ROWS];
	pthread_t thread;
};

static void
work_row(const struct worker *worker, const struct row *row,
    struct result *result)
{
	const struct bytes *const in = row->spun ? worker->spun :
	    worker->mixed;
	struct ungarble_options opts = run_options(&result->run);
	const size_t len = in->len < 3000 ? in->len : 3000;

	opts.from = row->from;
	opts.fixes = row->fixes;
	opts.languages = row->languages;
	opts.keep = row->keep;
	opts.keep_len = row->keep != NULL ? strlen(row->keep) : 0;
	opts.scope = row->scope;
	opts.fields = row->fields;
	opts.names = row->names;
	run_stream(&result->run, &opts, in->s, in->len, CUT_AT_RANDOM, 7);
	opts.span = NULL;
	opts.edit = NULL;
	opts.piece = NULL;
	result->err = ungarble_repair(in->s, in->len, &opts, &result->whole,
	    &result->whole_len);
	if (result->err == UNGARBLE_OK)
		result->err = ungarble_guess(in->s, len, &opts,
		    result->guesses, N_GUESSES, &result->n_guesses);
}

static void *
work(void *arg)
{
	struct worker *const worker = arg;

	for (size_t i = 0; i < N_ROWS; i++) {
		const size_t row = (worker->first + i) % N_ROWS;

		work_row(worker, &rows[row], &worker->results[row]);
	}
	return NULL;
}

static void
check_result(const char *name, const struct result *got,
    const struct result *want)
{
	CHECK(name, got->run.err == UNGARBLE_OK && got->err == UNGARBLE_OK);
	CHECK(name, got->run.out.len > 1000);
	CHECK(name, bytes_equal(&got->run.out, &want->run.out));
	CHECK(name, bytes_equal(&got->run.report, &want->run.report));
	CHECK(name, bytes_equal(&got->run.more, &want->run.more));
	CHECK(name, got->whole_len == want->run.out.len &&
	    memcmp(got->whole, want->run.out.s, got->whole_len) == 0);
	CHECK(name, got->n_guesses > 0 && got->n_guesses == want->n_guesses);
	for (size_t i = 0; i < got->n_guesses; i++)
		CHECK(name, strcmp(got->guesses[i].encoding,
		    want->guesses[i].encoding) == 0 &&
		    got->guesses[i].margin == want->guesses[i].margin);
}

static void
worker_free(struct worker *worker)
{
	for (size_t i = 0; i < N_ROWS; i++) {
		run_free(&worker->results[i].run);
		ungarble_free(worker->results[i].whole, NULL);
	}
}

int
main(int argc, char *argv[])
{
	static struct worker workers[N_THREADS], alone;
	struct bytes mixed = { 0 }, spun = { 0 };

	(void)argc;
	mixed_make(&mixed, 20000, 21);
	spun_make(&spun, 10000);
	for (size_t i = 0; i < N_THREADS; i++) {
		workers[i].mixed = &mixed;
		workers[i].spun = &spun;
		workers[i].first = i * N_ROWS / N_THREADS;
		if (!CHECK("thread", pthread_create(&workers[i].thread, NULL,
		    work, &workers[i]) == 0))
			return check_done(argv[0]);
	}
	for (size_t i = 0; i < N_THREADS; i++)
		pthread_join(workers[i].thread, NULL);
	alone.mixed = &mixed;
	alone.spun = &spun;
	work(&alone);
	for (size_t i = 0; i < N_ROWS; i++) {
		for (size_t k = 0; k < N_THREADS; k++)
			check_result(rows[i].name, &workers[k].results[i],
			    &alone.results[i]);
	}
	for (size_t i = 0; i < N_THREADS; i++)
		worker_free(&workers[i]);
	worker_free(&alone);
	bytes_free(&mixed);
	bytes_free(&spun);
	return check_done(argv[0]);
}
