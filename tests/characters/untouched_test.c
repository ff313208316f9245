/*
 * untouched_test.c - correct lines that look like damage come out as they are
 *
 * Each line of untouched.tsv, as `pt	MAÇÃ`, goes through the library with its
 * default fixes: alone, with and without a line end; and all of them in one
 * stream, forwards and backwards, where they may mislead one another.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "stream/harness.h"

#define LINES_MAX 4096

struct lines {
	struct bytes all;
	const char *s[LINES_MAX]; /* in all, with their line ends */
	size_t len[LINES_MAX];
	size_t n;
};

static void
lines_read(struct lines *lines, const char *path)
{
	FILE *const file = fopen(path, "rb");
	char buf[4096];
	size_t n;

	if (!CHECK(path, file != NULL))
		return;
	while ((n = fread(buf, 1, sizeof(buf), file)) > 0)
		bytes_add(&lines->all, buf, n);
	CHECK(path, fclose(file) == 0);
	for (size_t at = 0; at < lines->all.len;) {
		const char *const s = lines->all.s + at;
		const char *const end = memchr(s, '\n', lines->all.len - at);
		const char *const tab = memchr(s, '\t', lines->all.len - at);

		if (!CHECK(path, end != NULL && lines->n < LINES_MAX))
			return;
		at += (size_t)(end - s) + 1;
		if (*s == '#')
			continue;
		if (!CHECK(path, tab != NULL && tab < end))
			continue;
		lines->s[lines->n] = tab + 1;
		lines->len[lines->n++] = (size_t)(end - tab);
	}
}

static void
result_show(const char *s, size_t len, const char *out, size_t out_len)
{
	fprintf(stderr, "  %.*s\n", (int)(len - (s[len - 1] == '\n')), s);
	fprintf(stderr, "-> %.*s\n", (int)out_len, out);
}

/* `len` bytes at s come out unchanged, and nothing is said to have changed. */
static void
alone_check(const char *s, size_t len)
{
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);

	run_stream(&run, &opts, s, len, CUT_NOWHERE, 0);
	if (!CHECK("alone", run.err == UNGARBLE_OK && run.n_edits == 0 &&
	    run.out.len == len && memcmp(run.out.s, s, len) == 0))
		result_show(s, len, run.out.s, run.out.len);
	run_free(&run);
}

/* All in one stream; what differs is shown line by line. */
static void
together_check(const struct lines *lines, const char *name, int backwards)
{
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);
	struct bytes in = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const size_t k = backwards ? lines->n - 1 - i : i;

		bytes_add(&in, lines->s[k], lines->len[k]);
	}
	run_stream(&run, &opts, in.s, in.len, CUT_NOWHERE, 0);
	CHECK(name, run.err == UNGARBLE_OK && run.n_edits == 0);
	CHECK(name, bytes_equal(&run.out, &in));
	for (size_t i = 0; i < lines->n && at < run.out.len; i++) {
		const size_t k = backwards ? lines->n - 1 - i : i;
		const char *const s = run.out.s + at;
		const char *const end = memchr(s, '\n', run.out.len - at);
		const size_t len = end == NULL ? run.out.len - at :
		    (size_t)(end - s) + 1;

		if (!CHECK(name, len == lines->len[k] &&
		    memcmp(s, lines->s[k], len) == 0))
			result_show(lines->s[k], lines->len[k], s,
			    len - (end != NULL));
		at += len;
	}
	bytes_free(&in);
	run_free(&run);
}

int
main(int argc, char **argv)
{
	static struct lines lines;

	lines_read(&lines, argc > 1 ? argv[1] :
	    "tests/characters/untouched.tsv");
	CHECK("enough of them", lines.n >= 1000);
	for (size_t i = 0; i < lines.n; i++) {
		alone_check(lines.s[i], lines.len[i]);
		if (lines.len[i] > 1)
			alone_check(lines.s[i], lines.len[i] - 1);
	}
	together_check(&lines, "together", 0);
	together_check(&lines, "backwards", 1);
	bytes_free(&lines.all);
	return check_done("untouched_test");
}
