/*
 * stretch_test.c - what passes unread, and what it says to those behind
 */
#include <string.h>

#include "check.h"
#include "edit/memory.h"
#include "reading/reading.h"

#define CAFE "caf\xC3\xA9\n"
#define LEGACY "caf\xE9\n"
#define LABEL "<meta charset=koi8-r>\n"
#define CSS "@charset \"iso-8859-2\";\n"

struct seen {
	unsigned n;
	struct ug_record last;
};

static enum ungarble_err
seen_take(void *user, struct ug_record *record, const unsigned char *bytes,
    struct ug_work *work)
{
	struct seen *const seen = user;

	(void)bytes;
	(void)work;
	seen->n++;
	seen->last = *record;
	return UNGARBLE_OK;
}

enum setting { USUAL, NO_MEMORY, WHOLE, NO_UTF8 };

/* Records, in the block their number is behind, and one stretch. */
static const struct row {
	const char *name;
	enum setting setting;
	const char *before; /* passes, if it is clean; or is put; or NULL */
	unsigned in_block;
	const char *stretch;
	size_t may;
} rows[] = {
	{ "ASCII", USUAL, NULL, 0, "one\ntwo\n", 8 },
	{ "UTF-8", USUAL, NULL, 0, "one\n" CAFE, 10 },
	{ "not a candidate", NO_UTF8, NULL, 0, "one\n" CAFE, 0 },
	{ "something waits", USUAL, LEGACY, 0, "one\n", 0 },
	{ "nothing waits", NO_MEMORY, LEGACY, 0, "one\n", 4 },
	{ "a label", USUAL, NULL, 0, "one\n" LABEL, 4 },
	{ "a label of CSS", USUAL, NULL, 0, "one\n" CSS, 4 },
	{ "a label that is true", USUAL, NULL, 0,
	  "one\n<meta charset=utf-8>\n<p>\n", 29 },
	{ "behind UTF-8", USUAL, CAFE, 0, "one\n" LABEL, 26 },
	{ "amid UTF-8", USUAL, NULL, 0, CAFE LABEL, 28 },
	{ "without memory", NO_MEMORY, NULL, 0, LABEL, 22 },
	{ "of the whole stream", WHOLE, NULL, 0, LABEL, 0 },
	{ "in a later block", USUAL, NULL, 1, LABEL, 22 },
};

static struct ug_reading *
reading_open(enum setting setting, struct seen *seen)
{
	static const struct ug_encoding *const from[] = { &ug_windows_1252 };
	struct ug_reading *reading;

	if (ug_reading_new(&reading, &(struct ug_reading_setup){
		.candidates = { .from = from, .n_from = setting == NO_UTF8,
		    .fallback = &ug_windows_1252 },
		.whole_stream = setting == WHOLE,
		.no_memory = setting == NO_MEMORY,
		.next = seen_take,
		.user = seen,
		.alloc = &ug_alloc_libc,
	    }) != UNGARBLE_OK)
		return NULL;
	return reading;
}

static struct ug_stretch
stretch_of(const char *s, uint64_t in_at)
{
	struct ug_stretch stretch = {
		.bytes = (const unsigned char *)s,
		.len = strlen(s),
		.in_at = in_at,
		.number = 2,
	};

	ug_stretch_cut(&stretch, stretch.len);
	return stretch;
}

static void
put(struct ug_reading *reading, const char *s, uint64_t in_at)
{
	const struct ug_record record = { .number = 1, .in_at = in_at,
		.in_len = strlen(s) };

	CHECK(s, ug_reading_put(reading, &record, (const unsigned char *)s,
	    (struct ug_verdict){ NULL, UNGARBLE_BY_DEFAULT, 0, NULL }) ==
	    UNGARBLE_OK);
}

static void
check_row(const struct row *row)
{
	struct seen seen = { 0 };
	struct ug_reading *const reading = reading_open(row->setting, &seen);
	const struct ug_stretch stretch = stretch_of(row->stretch,
	    row->in_block * UG_BLOCK_LEN + 10);
	const char *const before = row->before;

	if (before != NULL && strcmp(before, CAFE) == 0)
		ug_reading_pass(reading, &(struct ug_stretch){
			.bytes = (const unsigned char *)before,
			.len = strlen(before), .n = 1 });
	else if (before != NULL)
		put(reading, before, 0);
	CHECK(row->name, ug_reading_may_pass(reading, &stretch) == row->may);
	ug_reading_free(reading);
}

/* What an ASCII record hears of what passed, in its block or before. */
static void
check_heard(void)
{
	static const struct {
		const char *name, *s;
		unsigned in_block, asked_in;
		const struct ug_encoding *around;
	} heard[] = {
		{ "of ASCII", "one\n", 0, 0, NULL },
		{ "of UTF-8", CAFE "one\n", 0, 0, &ug_utf8 },
		{ "in the next block", CAFE, 1, 2, &ug_utf8 },
		{ "in the one behind", CAFE, 1, 3, NULL },
	};

	for (size_t i = 0; i < sizeof(heard) / sizeof(*heard); i++) {
		struct seen seen = { 0 };
		struct ug_reading *const reading = reading_open(USUAL, &seen);
		const struct ug_stretch stretch = stretch_of(heard[i].s,
		    heard[i].in_block * UG_BLOCK_LEN);

		ug_reading_pass(reading, &stretch);
		put(reading, "two\n", heard[i].asked_in * UG_BLOCK_LEN + 10);
		CHECK(heard[i].name, seen.n == 1 &&
		    seen.last.around == heard[i].around);
		ug_reading_free(reading);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_heard();
	return check_done(argv[0]);
}
