/*
 * gathered_test.c - records with fields are the same, each on its own or as one
 */
#include <string.h>

#include "check.h"
#include "stretches_check.h"
#include "words/spun.h"

#define QUIET "the rower had a long way to go"

/* What strings are made of, the clean first. */
static const char *const pieces[] = {
	QUIET, "no one saw it", "", "a line\\nand another one\\n", "\\\"it\\\"",
	"\\/\\t\\u0041", "He told them it was so.  They had heard it .", CLEAN,
	"cafÃ© ", "caf\u00E9 ", "caf\\u00c3\\u00a9 ", "\\u00e9", "caf\xE9",
	"Она сказала: завтра будет дождь", "bosom malignancy ", SPUN,
	"They found bosom", "malignancy", "flag to", "clamor is so",
	"it\\u0092s", "\\ud83d", "1+1=2 ~{VPND~}", "<meta charset=latin1>",
};

/* Records around them. */
static const struct form {
	enum ungarble_fields fields;
	const char *names, *before, *between, *behind;
} forms[] = {
	{ UNGARBLE_FIELDS_JSON, "a", "{\"a\":\"", "\",\"b\":\"", "\"}\n" },
	{ UNGARBLE_FIELDS_JSON, NULL, "[1.5,\"", "\" , \"", "\"]\r\n" },
	{ UNGARBLE_FIELDS_JSON, "b.c", "{\"b\":{\"c\":\"", "\"},\"a\":\"",
	    "\"} x\n" },
	{ UNGARBLE_FIELDS_CSV, NULL, "\"", "\",", "\n" },
	{ UNGARBLE_FIELDS_CSV, "2", "x,\"", "\n", "\"\n" },
	{ UNGARBLE_FIELDS_TSV, "1", "", "\t", "\n" },
};

#define N(array) (sizeof(array) / sizeof(*(array)))

/* Records; of pieces only the first `n` are drawn. */
static void
draw(struct bytes *in, const struct form *form, size_t n, uint64_t *seed)
{
	in->len = 0;
	while (in->len < 40000) {
		bytes_string(in, form->before);
		bytes_string(in, pieces[random_next(seed) % n]);
		bytes_string(in, form->between);
		bytes_string(in, pieces[random_next(seed) % n]);
		bytes_string(in, form->behind);
		/* Once in a while what is none. */
		if (n > 3 && random_next(seed) % 64 == 0)
			bytes_string(in, "\"}, \n");
	}
}

/* Alone and as one, in the same cuts, with any options. */
static void
check_same(const struct form *form, uint64_t seed)
{
	static const char *const fixes[] = { NULL, "default,-words", "all" };
	struct bytes in = { NULL, 0, 0 };
	struct run runs[2] = { { .err = UNGARBLE_OK } };
	uint64_t drawn = seed;

	draw(&in, form, seed % 3 == 0 ? N(pieces) : 8, &drawn);
	for (unsigned i = 0; i < 2; i++) {
		struct ungarble_options opts = run_options(&runs[i]);

		opts.fields = form->fields;
		opts.names = form->names;
		opts.no_header = 1;
		opts.fixes = fixes[seed % 3];
		opts.no_memory = seed % 5 == 0;
		opts.piece = NULL; /* many records are one */
		opts.finding = seed % 2 == 0 ? told_finding : NULL;
		run_feed(&runs[i], &opts, i == 0, &in, seed % 4);
		CHECK("run", runs[i].err == UNGARBLE_OK);
	}
	if (!CHECK(form->before, run_equal(&runs[0], &runs[1])))
		fprintf(stderr, "seed %llu\n", (unsigned long long)seed);
	run_free(&runs[0]);
	run_free(&runs[1]);
	bytes_free(&in);
}

/* Speech that lost its marks. */
#define LOST "We hope that we can do it again before the summer, because the " \
	"echo here is wonderful, Mrs. Brook said on Saturday."

/*
 * What no value without quotes may have is put into one with them; and the
 * encoding that a record of ASCII is in is that of the one before it.
 */
static void
check_rows(void)
{
	static const char rows[] =
	    "a,caf\u00C3\u00A9\n" "7,\"" LOST "\"\n"
	    "a,L'\xE9t\xE9 dernier\n" "a,L'\u00E9t\u00E9 dernier\n"
	    "a,<meta charset=windows-1252>\n";
	struct bytes in = { NULL, 0, 0 };
	struct run runs[2] = { { .err = UNGARBLE_OK } };

	for (unsigned i = 0; i < 40; i++)
		bytes_string(&in, rows);
	for (unsigned i = 0; i < 2; i++) {
		struct ungarble_options opts = run_options(&runs[i]);

		opts.fields = UNGARBLE_FIELDS_CSV;
		opts.no_header = 1;
		opts.piece = NULL;
		run_feed(&runs[i], &opts, i == 0, &in, 0);
	}
	CHECK("rows", run_equal(&runs[0], &runs[1]));
	CHECK("rows are repaired", runs[0].n_edits >= 80);
	bytes_add(&runs[1].out, "", 1);
	CHECK("marks", strstr(runs[1].out.s, "7,\"\"\"We hope") != NULL);
	run_free(&runs[0]);
	run_free(&runs[1]);
	bytes_free(&in);
}

/* The last piece of a record waits, and what comes next does not end it. */
static void
check_waiting(void)
{
	struct bytes in = { NULL, 0, 0 };
	struct run runs[2] = { { .err = UNGARBLE_OK } };

	bytes_string(&in, "[0");
	while (in.len < 66000)
		bytes_string(&in, ",\"plain words here, and plain\"");
	bytes_string(&in, ",\"K\xF6ln ist sch\xF6n\"]\n");
	for (size_t i = 0; i < 9; i++)
		bytes_string(&in, "[\"a quiet line\"]\n[\"caf\u00C3\u00A9\"]\n");
	for (unsigned i = 0; i < 2; i++) {
		struct ungarble_options opts = run_options(&runs[i]);

		opts.fields = UNGARBLE_FIELDS_JSON;
		opts.finding = told_finding;
		run_feed(&runs[i], &opts, i == 0, &in, 0);
		CHECK("waiting", runs[i].err == UNGARBLE_OK);
	}
	CHECK("waiting", run_equal(&runs[0], &runs[1]));
	run_free(&runs[0]);
	run_free(&runs[1]);
	bytes_free(&in);
}

/* Records of which nothing changes are written as one. */
static void
check_many(const struct form *form)
{
	struct bytes in = { NULL, 0, 0 };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	unsigned long n;
	uint64_t seed = 3;

	draw(&in, form, 3, &seed);
	opts.fields = form->fields;
	opts.names = form->names;
	opts.no_header = 1;
	n = count_writes(&opts, &in);
	if (!CHECK(form->before, n > 0 && n < 200))
		fprintf(stderr, "\t%lu writes\n", n);
	bytes_free(&in);
}

int
main(void)
{
	for (size_t i = 0; i < N(forms); i++)
		for (uint64_t seed = 1; seed <= 20; seed++)
			check_same(&forms[i], seed);
	check_rows();
	check_waiting();
	check_many(&forms[0]);
	check_many(&forms[1]);
	check_many(&forms[3]);
	check_many(&forms[5]);
	return check_done("gathered");
}
