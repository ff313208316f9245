/*
 * room_test.c - what memory a text takes, to the byte
 *
 * Rows of room.tsv: how often memory is asked for, how many bytes in all, the
 * most that is held at once.  A change that is not to be seen from outside may
 * still make it grow; where that is meant, the rows that the test prints take
 * the place of the old ones.  Sizes are those of machines of 64 bits.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "stream/harness.h"

#define ROW_MAX 200

struct room {
	struct run run; /* first: `user` of what it is told, too */
	uint64_t n, asked;
	size_t held, peak;
};

union block {
	size_t size;
	max_align_t align;
};

/* Every block has its size before it. */
static void *
room_resize(void *user, void *ptr, size_t size)
{
	struct room *const room = user;
	union block *block = ptr;

	if (block != NULL)
		room->held -= (--block)->size;
	if (size == 0) {
		free(block);
		return NULL;
	}
	if ((block = realloc(block, sizeof(*block) + size)) == NULL)
		exit(2);
	block->size = size;
	room->n++;
	room->asked += size;
	room->held += size;
	if (room->held > room->peak)
		room->peak = room->held;
	return block + 1;
}

/* Add the row of `in`, which is emptied. */
static void
row_add(struct bytes *rows, const char *name, struct bytes *in,
    struct ungarble_options opts)
{
	struct room room = { 0 };
	const struct ungarble_options told = run_options(&room.run);
	char row[200];

	opts.resize = room_resize;
	opts.user = told.user;
	opts.write = told.write;
	opts.edit = told.edit;
	opts.span = told.span;
	opts.piece = told.piece;
	run_stream(&room.run, &opts, in->s, in->len, CUT_AT_RANDOM, 1);
	CHECK(name, room.run.err == UNGARBLE_OK && room.held == 0);
	snprintf(row, sizeof(row), "%s\t%" PRIu64 "\t%" PRIu64 "\t%zu\n", name,
	    room.n, room.asked, room.peak);
	bytes_string(rows, row);
	run_free(&room.run);
	in->len = 0;
}

static bool
file_add(struct bytes *out, const char *name)
{
	FILE *const in = fopen(name, "rb");
	char part[4096];
	size_t n;
	bool whole;

	if (in == NULL)
		return false;
	while ((n = fread(part, 1, sizeof(part), in)) > 0)
		bytes_add(out, part, n);
	whole = !ferror(in);
	fclose(in);
	return whole;
}

static int
is_input(const struct dirent *entry)
{
	const char *const dot = strrchr(entry->d_name, '.');

	return dot != NULL && (strcmp(dot, ".in") == 0 ||
	    strcmp(dot, ".txt") == 0);
}

static void
rows_of_samples(struct bytes *rows, const char *folder)
{
	const struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct dirent **names;
	const int n = scandir(folder, &names, is_input, alphasort);

	CHECK(folder, n > 10);
	for (int i = 0; i < n; i++) {
		struct bytes in = { 0 };
		char name[300];

		snprintf(name, sizeof(name), "%s/%s", folder, names[i]->d_name);
		if (CHECK(name, file_add(&in, name)))
			row_add(rows, name, &in, opts);
		bytes_free(&in);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

/* Text of every kind, without its ends of lines. */
static void
long_make(struct bytes *out, size_t len)
{
	mixed_make(out, len, 7);
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] == '\n' || out->s[i] == '\r')
			out->s[i] = ' ';
}

/* Rows, or lines of JSON, with a garbled value each. */
static void
fields_make(struct bytes *out, const char *form, int n)
{
	for (int i = 0; i < n; i++) {
		char row[200];

		snprintf(row, sizeof(row), form, i, i % 7 == 0 ?
		    "Le caf\xC3\x83\xC2\xA9 du coin" : "rien \xC3\xA0 dire",
		    i % 11 == 0 ? "d\xE9j\xE0 vu" : "d\xC3\xA9j\xC3\xA0 vu");
		bytes_string(out, row);
	}
}

static void
rows_of_made(struct bytes *rows)
{
	const struct ungarble_options usual = UNGARBLE_OPTIONS_INIT;
	struct ungarble_options opts = usual;
	struct bytes in = { 0 };

	mixed_make(&in, 60000, 4);
	row_add(rows, "every kind", &in, opts);
	sparse_make(&in, 300000, 5);
	row_add(rows, "clean for the most part", &in, opts);
	spun_make(&in, 40000);
	row_add(rows, "spun", &in, opts);
	long_make(&in, 200000);
	row_add(rows, "one line", &in, opts);
	mixed_make(&in, 20000, 6);
	opts.fixes = "+guess,+tidy,+nfc,+escapes";
	row_add(rows, "every kind, more repairs", &in, opts);
	mixed_make(&in, 20000, 8);
	opts = usual;
	opts.from = "windows-1251";
	row_add(rows, "read as it is not", &in, opts);
	fields_make(&in, "%d,\"%s\",%s\n", 1000);
	opts = usual;
	opts.fields = UNGARBLE_FIELDS_CSV;
	row_add(rows, "rows", &in, opts);
	fields_make(&in, "{\"n\": %d, \"a\": \"%s\", \"b\": {\"c\": \"%s\"}}\n",
	    1000);
	opts.fields = UNGARBLE_FIELDS_JSON;
	opts.names = "a,b.c";
	row_add(rows, "lines of JSON", &in, opts);
	bytes_free(&in);
}

/* Print the rows that are not as they were; the first says what is in them. */
static void
rows_compare(const struct bytes *rows, const struct bytes *old)
{
	size_t at = strcspn(rows->s, "\n") + 1;

	CHECK("as many", bytes_equal(rows, old));
	while (at < rows->len) {
		const char *const row = rows->s + at;
		const size_t len = strcspn(row, "\n") + 1;
		char line[400];

		snprintf(line, sizeof(line), "\n%.*s", (int)len, row);
		if (!CHECK("row", strstr(old->s, line) != NULL))
			fprintf(stderr, "%s", line + 1);
		at += len;
	}
}

int
main(int argc, char *argv[])
{
	struct bytes rows = { 0 }, old = { 0 };

	(void)argc;
	if (sizeof(void *) != 8 || sizeof(size_t) != 8) {
		printf("room_test: skipped: no machine of 64 bits\n");
		return 77;
	}
	bytes_string(&rows, "text\ttimes\tbytes\tmost at once\n");
	rows_of_samples(&rows, "samples/clean");
	rows_of_samples(&rows, "samples/garbled");
	rows_of_made(&rows);
	bytes_add(&rows, "", 1);
	rows.len--;
	if (CHECK("room.tsv", file_add(&old, "tests/golden/room.tsv"))) {
		bytes_add(&old, "", 1);
		old.len--;
		rows_compare(&rows, &old);
	}
	bytes_free(&rows);
	bytes_free(&old);
	return check_done(argv[0]);
}
