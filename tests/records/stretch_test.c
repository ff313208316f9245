/*
 * stretch_test.c - what goes as one would be cut one by one, as bytes
 */
#include "records/stretch.h"

#include <string.h>

#include "check.h"
#include "random.h"

static const struct ug_candidates any = { .fallback = &ug_windows_1252 };

/* A stream behind its first record, which tells how lines end. */
static struct ug_records
records_behind(const char *first)
{
	struct ug_records r;
	struct ug_cut cut;

	ug_records_init(&r, &any, &ug_alloc_libc);
	CHECK("the first record", ug_records_cut(&r,
	    (const unsigned char *)first, strlen(first), true, &cut) ==
	    UNGARBLE_OK);
	ug_records_take(&r, &cut);
	return r;
}

static const struct row {
	const char *name;
	struct ug_text in;
	size_t len; /* of what goes as one */
} rows[] = {
	{ "lines", UG_LIT("one\ntwo\n\n"), 9 },
	{ "a part of a line", UG_LIT("one\ntwo"), 4 },
	{ "nothing but", UG_LIT("one"), 0 },
	{ "none", UG_LIT(""), 0 },
	{ "beyond ASCII", UG_LIT("caf\u00E9\n\u65E5\n"), 10 },
	{ "CR LF", UG_LIT("one\r\ntwo\r\n"), 10 },
	{ "tabs and the like", UG_LIT("\a\b\t\v\f\n"), 6 },
	{ "a malformed line", UG_LIT("one\ntwo \xE9\nthree\n"), 4 },
	{ "it is the first", UG_LIT("\xE9\nthree\n"), 0 },
	{ "a cut character", UG_LIT("one\ntwo \xC3"), 4 },
	{ "a NUL", UG_LIT("one\ntwo\0\nthree\n"), 4 },
	{ "a control", UG_LIT("one\ntwo \x01\n"), 4 },
	{ "SO", UG_LIT("one\ntwo \x0E\n"), 4 },
	{ "ESC", UG_LIT("one\n\x1B[1mtwo\n"), 4 },
	{ "HZ", UG_LIT("one\nsee ~{VPND~}.\ntwo\n"), 4 },
	{ "a tilde", UG_LIT("one\nin ~/two\nthree\n"), 19 },
	{ "signs", UG_LIT("1+1\n+2\n~3~\n"), 11 },
	{ "a sign, and a control", UG_LIT("one\n1+1 \x01\n"), 4 },
	{ "a control, and a sign", UG_LIT("one\n\x01 1+1\n"), 4 },
	{ "UTF-7", UG_LIT("one\ncaf+AOk-, th+AOk-\ntwo\n"), 4 },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *const row = &rows[i];
		const struct ug_records r = records_behind("first\n");
		struct ug_stretch stretch;
		const bool found = ug_records_stretch(&r,
		    (const unsigned char *)row->in.s, row->in.len, &stretch);

		CHECK(row->name, found == (row->len > 0));
		CHECK(row->name, stretch.len == row->len);
		CHECK(row->name, stretch.number == 2 && stretch.in_at == 6);
	}
}

/* Where each record has to be looked at. */
static void
check_states(void)
{
	const unsigned char *const two = (const unsigned char *)"one\ntwo\n";
	struct ug_stretch stretch;
	struct ug_records r = records_behind("first\n");

	CHECK("another", ug_records_stretch(&r, two, 8, &stretch));
	r.phase = UG_PHASE_FORM;
	CHECK("its form is asked", !ug_records_stretch(&r, two, 8, &stretch));
	r = records_behind("first\r");
	CHECK("how do lines end?", !ug_records_stretch(&r, two, 8, &stretch));
	r = records_behind("first\rsecond\r");
	CHECK("lines end with CR", !ug_records_stretch(&r, two, 8, &stretch));
	r = records_behind("first\n");
	r.at++;
	CHECK("within a record", !ug_records_stretch(&r, two, 8, &stretch));
	r = records_behind("first\n");
	r.form.encoding = &ug_utf16le;
	CHECK("in units", !ug_records_stretch(&r, two, 8, &stretch));
	ug_records_init(&r, &any, &ug_alloc_libc);
	CHECK("the start", !ug_records_stretch(&r, two, 8, &stretch));
	r.phase = UG_PHASE_RECORDS;
	r.seg.line_end = UG_LINE_END_LF;
	CHECK("the first record", !ug_records_stretch(&r, two, 8, &stretch));
	r = records_behind("\n");
	CHECK("behind a byte", ug_records_stretch(&r, two, 8, &stretch));
}

/* Lines, one of which is put where it may be anywhere against a block. */
static void
check_places(void)
{
	static unsigned char in[4096];
	unsigned long wrong = 0;
	uint64_t seed = 3;

	for (unsigned round = 0; round < 100000; round++) {
		const struct row *const row = &rows[random_next(&seed) %
		    (sizeof(rows) / sizeof(*rows))];
		struct ug_records r = records_behind("first\n"), one = r;
		size_t len = random_next(&seed) % 300, want;
		struct ug_stretch stretch;

		r.own = &ug_utf16le;
		memset(in, 'a', len);
		for (size_t i = 7; i < len; i += 1 + random_next(&seed) % 90)
			in[i] = '\n';
		if (len > 0)
			in[len - 1] = '\n';
		want = len + row->len;
		memcpy(in + len, row->in.s, row->in.len);
		len += row->in.len;
		wrong += ug_records_stretch(&r, in, len, &stretch) !=
		    (want > 0) || stretch.len != want;
		ug_stretch_cut(&stretch, stretch.len);
		if (want > 0)
			ug_records_take_stretch(&r, &stretch);
		for (size_t at = 0; at < want;) {
			struct ug_cut cut;

			wrong += ug_records_cut(&one, in + at, len - at, false,
			    &cut) != UNGARBLE_OK ||
			    cut.kind != UG_CUT_RECORD || !cut.ended ||
			    cut.form.encoding != NULL;
			ug_records_take(&one, &cut);
			at += cut.len;
		}
		wrong += (want > 0 && r.own != NULL) ||
		    one.at != r.at || one.number != r.number ||
		    one.seg.record_end != r.seg.record_end;
	}
	CHECK("one by one", wrong == 0);
}

/* Of bytes that need not be UTF-8: how many go as one. */
static const struct row byte_rows[] = {
	{ "legacy", UG_LIT("one\ntwo \xE9\nthree\n"), 16 },
	{ "a part of a line", UG_LIT("one\ntwo \xE9"), 4 },
	{ "none", UG_LIT(""), 0 },
	{ "UTF-8", UG_LIT("caf\u00E9\n"), 6 },
	{ "a mark", UG_LIT("one\n\xFF\xFE" "a\xE9\ntwo\n"), 4 },
	{ "to and fro", UG_LIT("one\na\xE9" "a\xE9" "a\xE9" "a\xE9"
	  "a\xE9" "a\xE9" "a\xE9" "a\xE9" "a\xE9\ntwo\n"), 4 },
	{ "a NUL", UG_LIT("one\n\xE9\0\nthree\n"), 4 },
	{ "a control", UG_LIT("one\n\xE9\x01\nthree\n"), 4 },
	{ "signs of no form", UG_LIT("one\nab \xE9~\ntwo+\n~{ a\xE9\n"), 21 },
	{ "UTF-7", UG_LIT("one~\n\xE9\nH+AOk-tel+AOk-\nthree\n"), 7 },
	{ "HZ", UG_LIT("one+\n\xE9\n~{4s3PU>~}\nthree\n"), 7 },
	{ "ESC", UG_LIT("one\n\x1B[1m\xE9\n"), 4 },
};

/* Told of `step` more bytes at a time; what was looked at before is known. */
static void
check_bytes_by(const struct row *row, size_t step)
{
	const unsigned char *const s = (const unsigned char *)row->in.s;
	struct ug_records r = records_behind("first\n");
	struct ug_stretch stretch;

	for (size_t part = 0; part < row->in.len; part += step) {
		(void)ug_records_bytes(&r, s, part, &stretch);
		CHECK(row->name, stretch.len <= row->len);
	}
	CHECK(row->name, ug_records_bytes(&r, s, row->in.len, &stretch) ==
	    (row->len > 0));
	CHECK(row->name, stretch.len == row->len && stretch.number == 2 &&
	    stretch.in_at == 6);
	r.at++;
	CHECK(row->name, !ug_records_bytes(&r, s, row->in.len, &stretch));
}

static void
check_bytes(void)
{
	for (size_t i = 0; i < sizeof(byte_rows) / sizeof(*byte_rows); i++)
		for (size_t step = 1; step <= byte_rows[i].in.len + 1; step++)
			check_bytes_by(&byte_rows[i], step);
}

/* A window may ask twice: then nothing is left to doubt. */
static void
check_asked(void)
{
	const struct row *const row = &byte_rows[5];
	struct ug_records r = records_behind("first\n");
	struct ug_stretch stretch;

	r.asked.n = 2;
	CHECK("asked twice", ug_records_bytes(&r,
	    (const unsigned char *)row->in.s, row->in.len, &stretch) &&
	    stretch.len == row->in.len);
	r.asked.window = 1;
	CHECK("in another window", ug_records_bytes(&r,
	    (const unsigned char *)row->in.s, row->in.len, &stretch) &&
	    stretch.len == row->len);
}

/* A line that is fed a byte at a time is looked at seldom. */
static void
check_fed(void)
{
	static unsigned char line[2000];
	struct ug_look_ahead look = { .len = UG_STRETCH_MAX };
	size_t n = 0;

	memset(line, 'a', sizeof(line));
	for (size_t len = 1; len <= sizeof(line); len++)
		if (ug_look_ahead_now(&look)) {
			ug_look_ahead_learn(&look, line,
			    len < look.len ? len : look.len, 0);
			n++;
		}
	CHECK("a line in parts", n > 0 && n < sizeof(line) / 8);
}

/* What was looked at, how much of it passed, and how one looks from then on. */
static void
check_learns(void)
{
	static const struct {
		const char *name;
		struct ug_look_ahead look;
		size_t len, passed;
		bool cut; /* no line ends in it */
		struct ug_look_ahead then;
	} learns[] = {
		{ "all", { 128, 0, 0 }, 128, 128, false, { 256, 0, 0 } },
		{ "half", { 256, 0, 0 }, 200, 100, false, { 512, 0, 0 } },
		{ "less", { 512, 0, 0 }, 200, 99, false, { 128, 0, 0 } },
		{ "all there may be", { UG_STRETCH_MAX, 0, 0 },
		  UG_STRETCH_MAX, UG_STRETCH_MAX, false,
		  { UG_STRETCH_MAX, 0, 0 } },
		{ "some, at last", { 512, 0, 3 }, 200, 1, false,
		  { 128, 0, 0 } },
		{ "none", { 512, 0, 0 }, 200, 0, false, { 128, 1, 1 } },
		{ "none again", { 128, 0, 1 }, 128, 0, false, { 128, 3, 2 } },
		{ "the fourth", { 128, 0, 3 }, 128, 0, false, { 128, 15, 4 } },
		{ "the fifth", { 128, 0, 4 }, 128, 0, false, { 128, 15, 4 } },
		{ "a longer line", { 128, 0, 2 }, 128, 0, true,
		  { 256, 0, 2 } },
		{ "one yet to be fed", { 128, 0, 2 }, 127, 0, true,
		  { 256, 7, 3 } },
		{ "the longest", { UG_STRETCH_MAX, 0, 0 }, UG_STRETCH_MAX, 0,
		  true, { 128, 1, 1 } },
	};
	static unsigned char bytes[UG_STRETCH_MAX];

	for (size_t i = 0; i < sizeof(learns) / sizeof(*learns); i++) {
		struct ug_look_ahead look = learns[i].look;

		memset(bytes, 'a', sizeof(bytes));
		bytes[learns[i].len - 1] = learns[i].cut ? 'a' : '\n';
		ug_look_ahead_learn(&look, bytes, learns[i].len,
		    learns[i].passed);
		CHECK(learns[i].name, look.len == learns[i].then.len);
		CHECK(learns[i].name, look.misses == learns[i].then.misses);
		CHECK(learns[i].name, look.pause == learns[i].then.pause);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_states();
	check_places();
	check_bytes();
	check_asked();
	check_fed();
	check_learns();
	return check_done(argv[0]);
}
