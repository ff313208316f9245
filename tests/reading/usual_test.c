/*
 * usual_test.c - records of the encoding that all others are in, read as one
 */
#include <string.h>

#include "check.h"
#include "edit/memory.h"
#include "encodings/by_label.h"
#include "reading/reading.h"

/* Russian. */
#define RIVER "\xC2\xF7\xE5\xF0\xE0 \xEC\xFB \xE4\xEE\xEB\xE3\xEE " \
	"\xF8\xEB\xE8 \xE2\xE4\xEE\xEB\xFC \xF0\xE5\xEA\xE8\n"
#define NOON "\xC2 \xEF\xEE\xEB\xE4\xE5\xED\xFC \xED\xE0 " \
	"\xF3\xEB\xE8\xF6\xE5 \xE1\xFB\xEB\xEE \xEE\xF7\xE5\xED\xFC " \
	"\xE6\xE0\xF0\xEA\xEE\n"
/* Greek, and with a byte that windows-1253 does not define. */
#define WORDS "\xCF \xF0\xEF\xF4\xE1\xEC\xFC\xF2 " \
	"\xEA\xF5\xEB\xDC\xE5\xE9 \xE1\xF1\xE3\xDC " \
	"\xF0\xF1\xEF\xF2 \xF4\xE7 " \
	"\xE8\xDC\xEB\xE1\xF3\xF3\xE1 \xEA\xE1\xE9 \xF4\xE1 " \
	"\xF0\xE1\xE9\xE4\xE9\xDC " \
	"\xF0\xE1\xDF\xE6\xEF\xF5\xED"
#define GREEK WORDS "\n"
#define UNDEFINED "\xD2 " WORDS " " WORDS " " WORDS "\n"

/* German in EBCDIC, but for the line end. */
#define HUNDE "\xC4\x85\x99\x40\xC8\xA4\x95\x84\x40\x93\x81\x95\x84\x85" \
	"\xA3\x40\x89\x94\x40\xE2\x83\x88\x95\x85\x85\n"

static enum ungarble_err
seen_take(void *user, struct ug_record *record, const unsigned char *bytes,
    struct ug_work *work)
{
	(void)bytes;
	(void)work;
	*(struct ug_record *)user = *record;
	return UNGARBLE_OK;
}

enum setting { USUAL, NO_MEMORY, WHOLE, GREEKS, EBCDIC };

static const struct row {
	const char *name;
	enum setting setting;
	unsigned n_before, in_block; /* records before, and where it starts */
	const char *stretch;
	size_t may;
	const char *text;            /* NULL: not read as one */
} rows[] = {
	{ "Russian", USUAL, 40, 0, RIVER NOON, 66,
	  "Вчера мы долго шли вдоль реки\nВ полдень на улице было очень "
	  "жарко\n" },
	{ "and ASCII", USUAL, 40, 0, "a\n\n" RIVER "b\n", 35,
	  "a\n\nВчера мы долго шли вдоль реки\nb\n" },
	{ "and UTF-8", USUAL, 40, 0, RIVER "caf\xC3\xA9\n" NOON, 30,
	  "Вчера мы долго шли вдоль реки\n" },
	{ "UTF-8 first", USUAL, 40, 0, "caf\xC3\xA9\n" RIVER, 0, NULL },
	{ "something else", USUAL, 40, 0, RIVER "\xA6\xA7\xB1\xB6\xB9\n",
	  30, "Вчера мы долго шли вдоль реки\n" },
	{ "Greek", GREEKS, 40, 0, GREEK, 60, "Ο ποταμός κυλάει αργά προς τη θάλασσα και τα παιδιά παίζουν\n" },
	{ "not defined", GREEKS, 40, 0, GREEK UNDEFINED, 242, NULL },
	{ "few before", USUAL, 4, 0, RIVER, 0, NULL },
	{ "in another block", USUAL, 40, 1, RIVER, 0, NULL },
	{ "without memory", NO_MEMORY, 40, 0, RIVER, 0, NULL },
	{ "ASCII is elsewhere", EBCDIC, 40, 0, HUNDE "a\n", 0, NULL },
	{ "the whole stream", WHOLE, 40, 0, RIVER, 0, NULL },
};

static struct ug_reading *
reading_open(enum setting setting, struct ug_record *last)
{
	static const struct ug_encoding *from[2];
	struct ug_reading *reading;

	from[0] = by_label("ibm01141");
	from[1] = by_label("euc-tw");
	if (ug_reading_new(&reading, &(struct ug_reading_setup){
		.candidates = { .fallback = &ug_windows_1252, .from = from,
		    .n_from = setting == EBCDIC ? 2 : 0 },
		.whole_stream = setting == WHOLE,
		.no_memory = setting == NO_MEMORY,
		.next = seen_take,
		.user = last,
		.alloc = &ug_alloc_libc,
	    }) != UNGARBLE_OK)
		return NULL;
	return reading;
}

static void
put(struct ug_reading *reading, const char *s, uint64_t number)
{
	const struct ug_record record = { .number = number,
		.in_at = number * 100, .in_len = strlen(s) };

	CHECK(s, ug_reading_put(reading, &record, (const unsigned char *)s,
	    (struct ug_verdict){ NULL, UNGARBLE_BY_DEFAULT, 0, NULL }) ==
	    UNGARBLE_OK);
}

static struct ug_stretch
stretch_of(const char *s, size_t len, uint64_t in_at)
{
	struct ug_stretch stretch = {
		.bytes = (const unsigned char *)s, .len = len, .in_at = in_at,
	};

	ug_stretch_cut(&stretch, len);
	return stretch;
}

static void
check_row(const struct row *row)
{
	struct ug_record last;
	struct ug_reading *const reading = reading_open(row->setting, &last);
	struct ug_stretch stretch = stretch_of(row->stretch,
	    strlen(row->stretch), row->in_block * UG_BLOCK_LEN + 90000);
	struct ug_text text = { NULL, 0 };

	for (unsigned i = 0; i < row->n_before; i++)
		put(reading, row->setting == GREEKS ? GREEK :
		    row->setting == EBCDIC ? HUNDE : i % 2 == 0 ? RIVER : NOON, i + 1);
	CHECK(row->name, ug_reading_may_decode(reading, &stretch) == row->may);
	CHECK(row->name, row->setting != USUAL || row->n_before < 40 ||
	    row->in_block != 0 || ug_reading_ends_usual(reading,
	    stretch.in_at + row->may) == (row->may < stretch.len));
	CHECK(row->name, !ug_reading_ends_usual(reading, stretch.in_at +
	    stretch.len));
	ug_stretch_cut(&stretch, row->may);
	if (row->may > 0) {
		CHECK(row->name, ug_reading_usual(reading).encoding ==
		    by_label(row->setting == GREEKS ? "windows-1253" :
		    "windows-1251"));
		CHECK(row->name, ug_reading_decode(reading, &stretch, &text) ==
		    UNGARBLE_OK);
	}
	CHECK(row->name, row->text == NULL ? text.s == NULL :
	    ug_text_is(text, row->text));
	ug_reading_free(reading);
}

/* Nothing may pass by what waits; and what is heard of what passed. */
static void
check_states(void)
{
	struct ug_record last;
	struct ug_reading *const reading = reading_open(USUAL, &last);
	const struct ug_stretch stretch = stretch_of(RIVER, 30, 90000);

	put(reading, RIVER, 1);
	CHECK("waits", ug_reading_may_decode(reading, &stretch) == 0);
	for (unsigned i = 0; i < 40; i++)
		put(reading, RIVER, i + 2);
	put(reading, "caf\xC3\xA9\n", 50);
	put(reading, "one\n", 51);
	CHECK("UTF-8", last.around == &ug_utf8);
	ug_reading_pass_usual(reading, &(struct ug_stretch){ .len = 4,
		.plain = 4 });
	put(reading, "one\n", 52);
	CHECK("ASCII passed", last.around == &ug_utf8);
	ug_reading_pass_usual(reading, &stretch);
	put(reading, "one\n", 53);
	CHECK("Russian passed", last.around == by_label("windows-1251"));
	ug_reading_free(reading);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_states();
	return check_done(argv[0]);
}
