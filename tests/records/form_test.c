/*
 * form_test.c - when a stream's form is asked, and what it is then
 */
#include "records/form.h"

#include "check.h"
#include "encodings/by_label.h"
#include "random.h"

#define LATE 100000 /* where no record is odd by what its middle holds */
#define PLAIN "plain words and no end of them, for as long as it takes\n"
#define WIDE_FERRY "t\0h\0e\0 \0f\0e\0r\0r\0y\0 \0l\0e\0f\0t\0\n\0"
#define WIDE_LONG WIDE_FERRY WIDE_FERRY WIDE_FERRY WIDE_FERRY
#define PLAIN_LONG PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN PLAIN
#define EBCDIC_TOWN \
	"\xE3\x88\x85@\xA3\x96\xA6\x95@\x96\x86@\xA3\x88\x85@\xA2\x85\x81@" \
	"\x89\xA2@\x98\xA4\x89\x85\xA3@\x81\x95\x84@\x82\x93\xA4\x85K\x25"

#define BYTES(in) in, sizeof(in) - 1

/* Records of candidates `from`, or of any, in a form, or none, at a place. */
static struct ug_records
records_make(struct ug_candidates *candidates,
    const struct ug_encoding *from[2], const char *form, uint64_t at)
{
	struct ug_records r;

	*candidates = (struct ug_candidates){ .from = from,
		.n_from = from[0] == NULL ? 0 : from[1] == NULL ? 1 : 2,
		.fallback = &ug_windows_1252 };
	ug_records_init(&r, candidates, &ug_alloc_libc);
	r.at = r.seg.record_end = at;
	if (form != NULL) {
		r.form.encoding = by_label(form);
		r.seg.form = r.form.encoding->kind;
	}
	return r;
}

/* Whether the stream is in a form, NULL for bytes, and cut so. */
static bool
records_are(const struct ug_records *r, const char *form)
{
	const struct ug_encoding *const encoding = by_label(form);

	return r->form.encoding == encoding && r->seg.form == (encoding !=
	    NULL ? encoding->kind : UG_UTF8);
}

static const struct {
	const char *name, *from, *in;
	size_t len;
	bool last;
	enum ug_records_phase phase;
	const char *form;
} marks[] = {
	{ "none", NULL, BYTES("ok"), false, UG_PHASE_RECORDS, NULL },
	{ "of bytes", NULL, BYTES("\xEF\xBB\xBF"), false, UG_PHASE_RECORDS,
	  NULL },
	{ "wide", NULL, BYTES("\xFE\xFF\0o"), false, UG_PHASE_RECORDS,
	  "utf-16be" },
	{ "may go on", NULL, BYTES("\xFF\xFE"), false, UG_PHASE_MARK, NULL },
	{ "does not go on", NULL, BYTES("\xFF\xFE"), true, UG_PHASE_RECORDS,
	  "utf-16le" },
	{ "goes on", NULL, BYTES("\xFF\xFE\0\0"), false, UG_PHASE_RECORDS,
	  "utf-32le" },
	{ "no candidate", "koi8-r", BYTES("\xFE\xFF\0o"), false,
	  UG_PHASE_RECORDS, NULL },
};

static void
check_marks(void)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		const struct ug_encoding *from[2] = { by_label(marks[i].from),
			&ug_windows_1252 };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from, NULL, 0);

		ug_form_mark(&r, (const unsigned char *)marks[i].in,
		    marks[i].len, marks[i].last);
		CHECK(marks[i].name, r.phase == marks[i].phase);
		CHECK(marks[i].name, records_are(&r, marks[i].form));
		CHECK(marks[i].name, marks[i].form == NULL ||
		    (r.form.reason == UNGARBLE_BY_BOM && r.asked.at == 1));
	}
}

enum doubt { NO, YES, LATER }; /* LATER: more bytes are needed to say */

static const struct {
	const char *name, *form;
	uint64_t at;
	const char *in;
	size_t len, cut;
	enum doubt doubt;
	size_t asked; /* bytes, or 0 */
} doubts[] = {
	{ "text", NULL, 0, BYTES(PLAIN), 56, NO, 0 },
	{ "UTF-8", NULL, 0, BYTES("caf\xC3\xA9 \xC3\xA9t\xC3\xA9\n"), 12, NO,
	  0 },
	{ "no record yet", NULL, 0, BYTES("\xE9\xE9\xE9"), 0, NO, 0 },
	{ "the first is no UTF-8", NULL, 0, BYTES("the caf\xE9 is shut\n"),
	  16, YES, 4096 },
	{ "a later one is no UTF-8", NULL, 300, BYTES("the caf\xE9 is shut\n"),
	  16, NO, 0 },
	{ "early, and odd", NULL, 300, BYTES("the ferry is late \0\n"), 20,
	  YES, 8192 },
	{ "late, and odd further on", NULL, LATE,
	  BYTES("the ferry is late \0\n"), 20, NO, 0 },
	{ "late, and odd at its start", NULL, LATE, BYTES(WIDE_FERRY),
	  sizeof(WIDE_FERRY) - 2, YES, 512 },
	{ "short and odd", NULL, LATE, BYTES("o\0k\0\n"), 5, YES, 512 },
	{ "a mark", NULL, LATE, BYTES("\xFE\xFFplain\n"), 8, YES, 512 },
	{ "to and fro", NULL, LATE,
	  BYTES("\xE5""e\xE6r\xE5""e\xE6r\xE5""e\xE6r\xE5""e\xE6r\n"), 17,
	  YES, 512 },
	{ "to and fro in UTF-8", NULL, LATE,
	  BYTES("\xC3\xA9t\xC3\xA9t\xC3\xA9t\xC3\xA9t\xC3\xA9t\xC3\xA9\n"),
	  18, NO, 0 },
	{ "a word of Latin", NULL, LATE, BYTES("\xE9t\xE9 at the sea side\n"),
	  20, NO, 0 },
	{ "EBCDIC's spaces", NULL, LATE, BYTES("\xC8\x81\x99\x82\x96\xA4\x99@"
	  "\x96\x86\xA3\x88\x85\x99\x85\xA2\n"), 17, YES, 512 },
	{ "and ASCII's too", NULL, LATE, BYTES("\xC8\x81\x99\x82\x96\xA4\x99@"
	  "\x96\x86\xA3\x88\x85\x99\x85 \n"), 17, NO, 0 },
	{ "to and fro, just long enough", NULL, LATE,
	  BYTES("\xE5""e\xE6r\xE5""e\xE6r\xE5""e\xE6r\xE5""ex\n"), 16,
	  YES, 512 },
	{ "a byte too short", NULL, LATE,
	  BYTES("\xE5""e\xE6r\xE5""e\xE6r\xE5""e\xE6r\xE5""e\n"), 15,
	  NO, 0 },
	{ "so often", NULL, LATE, BYTES("abcd\xE9\xE9\xE9\xE9" "ab\xE9\xE9"
	  "cd\xE9\xE9x\n"), 18, YES, 512 },
	{ "less often", NULL, LATE, BYTES("abcd\xE9\xE9\xE9\xE9" "ab\xE9\xE9"
	  "\xE9" "cdex\n"), 18, NO, 0 },
	{ "no UTF-8 by its 13th byte", NULL, LATE, BYTES("t\xC3\xA9t\xC3\xA9t"
	  "\xC3\xA9t\xC3\xA9\xE9ttttt\n"), 19, YES, 512 },
	{ "cut there, maybe", NULL, LATE, BYTES("t\xC3\xA9t\xC3\xA9t"
	  "\xC3\xA9t\xC3\xA9t\xE9tttt\n"), 19, NO, 0 },
	{ "EBCDIC's one space", NULL, LATE, BYTES("\xC8\x81\x99\x82\x96\xA4"
	  "\x99\x81\x96\x86\xA3\x88\x85\x99\x85@\xA2\n"), 18, YES, 512 },
	{ "too late a space", NULL, LATE, BYTES("\xC8\x81\x99\x82\x96\xA4"
	  "\x99\x81\x96\x86\xA3\x88\x85\x99\x85\xA2@\n"), 18, NO, 0 },
	{ "too late one of ASCII's", NULL, LATE, BYTES("\xC8\x81\x99\x82\x96"
	  "\xA4\x99@\x96\x86\xA3\x88\x85\x99\x85\xA2 \n"), 18, YES, 512 },
	{ "a control, the 16th", NULL, LATE, BYTES("a plain letter \x1F \n"),
	  18, YES, 512 },
	{ "a control, the 17th", NULL, LATE, BYTES("a\tplain letters \x01\n"),
	  18, NO, 0 },
	{ "a control of short ones", NULL, LATE, BYTES("plain letters\x01\n"),
	  15, YES, 512 },
	{ "nothing but a mark", NULL, LATE, BYTES("\xFF\xFE"), 2, YES, 512 },
	{ "half a mark", NULL, LATE, BYTES("\xFF"), 1, NO, 0 },
	{ "odd, just early", NULL, 65535, BYTES("the ferry is late \0\n"), 20,
	  YES, 8192 },
	{ "odd, just late", NULL, 65536, BYTES("the ferry is late \0\n"), 20,
	  NO, 0 },
	{ "half a character?", NULL, 0, BYTES("0\n"), 2, LATER, 0 },
	{ "no half of one", NULL, 0, BYTES("0\nplain\n"), 2, NO, 0 },
	{ "half of one", NULL, 0, BYTES("0\nt\xE9\n"), 2, YES, 4096 },
	{ "a letter alone", NULL, 0, BYTES("a\n"), 2, NO, 0 },
	{ "wide still", "utf-16le", LATE, BYTES(WIDE_FERRY),
	  sizeof(WIDE_FERRY) - 1, NO, 0 },
	{ "wide no longer", "utf-16le", LATE, BYTES(PLAIN), 56, YES, 512 },
	{ "too little to tell", "utf-16le", LATE, BYTES(PLAIN), 0, NO, 0 },
	{ "enough to tell", "utf-16le", LATE, BYTES(PLAIN_LONG), 0, YES, 512 },
	{ "wide further on only", "utf-16le", LATE, BYTES(PLAIN PLAIN
	  WIDE_LONG WIDE_LONG), 0, YES, 512 },
};

static void
check_doubts(void)
{
	for (size_t i = 0; i < sizeof(doubts) / sizeof(*doubts); i++) {
		const unsigned char *const in =
		    (const unsigned char *)doubts[i].in;
		const struct ug_encoding *from[2] = { NULL };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from,
		    doubts[i].form, doubts[i].at);
		bool more;

		CHECK(doubts[i].name, ug_form_doubts(&r, in, doubts[i].len,
		    doubts[i].cut, false, &more) == (doubts[i].doubt == YES));
		CHECK(doubts[i].name, more == (doubts[i].doubt == LATER));
		if (doubts[i].doubt != YES)
			continue;
		CHECK(doubts[i].name, r.asked.len == doubts[i].asked);
		r.asked.at = r.at + 1;
		CHECK("asked already", !ug_form_doubts(&r, in, doubts[i].len,
		    doubts[i].cut, false, &more) && !more);
		r.asked.at = 0;
		candidates.n_from = 1;
		CHECK("no choice", !ug_form_doubts(&r, in, doubts[i].len,
		    doubts[i].cut, false, &more) && !more);
	}
}

/* An odd byte may ask from a place on, for so much as is behind its 4 KiB. */
static void
check_odd(void)
{
	static const struct { size_t at, asked; } odds[] = {
		{ 4095, 8192 }, { 4096, 12288 }, { 8191, 12288 },
		{ 8192, 16384 },
	};
	static unsigned char in[8200];

	for (size_t i = 0; i < sizeof(odds) / sizeof(*odds); i++) {
		const struct ug_encoding *from[2] = { NULL };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from, NULL,
		    300);
		bool more;

		memset(in, 'a', sizeof(in));
		in[odds[i].at] = '\0';
		CHECK("odd", ug_form_doubts(&r, in, sizeof(in), sizeof(in),
		    false, &more) && r.asked.len == odds[i].asked);
		CHECK("it is not in the record", !ug_form_doubts(&r, in,
		    sizeof(in), odds[i].at, false, &more));
		r.asked.odd_from = 300;
		CHECK("from there on", ug_form_doubts(&r, in, sizeof(in),
		    sizeof(in), false, &more));
		r.asked.odd_from = 301;
		CHECK("not before", !ug_form_doubts(&r, in, sizeof(in),
		    sizeof(in), false, &more));
	}
}

/* A record in units that has not ended is looked at once there are 256. */
static void
check_stays(void)
{
	static const unsigned char in[] = PLAIN_LONG;
	const struct ug_encoding *from[2] = { NULL };
	struct ug_candidates candidates;
	struct ug_records r = records_make(&candidates, from, "utf-16le", LATE);
	bool more;

	CHECK("too few", !ug_form_doubts(&r, in, 255, 0, false, &more));
	CHECK("it is not told yet", r.asked.at == 0);
	CHECK("the last", ug_form_doubts(&r, in, 255, 0, true, &more));
	CHECK("enough", ug_form_doubts(&r, in, 256, 0, false, &more));
	CHECK("a record", ug_form_doubts(&r, in, 300, 56, false, &more));
}

/* So many bytes of plain text, before units, are plain text. */
static void
check_plainly(void)
{
	static const char wide[] = WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG
	    WIDE_LONG;

	for (size_t i = 58; i < 72; i++) {
		const size_t len = i - i % 2, big = i % 2;
		const struct ug_encoding *from[2] = { NULL };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from, NULL,
		    LATE);
		unsigned char in[512];

		memset(in, 'a', len);
		memcpy(in, PLAIN, sizeof(PLAIN) - 1);
		in[len] = '\0';
		memcpy(in + len + big, wide, sizeof(in) - len - big);
		r.phase = UG_PHASE_FORM;
		r.asked.len = sizeof(in);
		CHECK("plainly", ug_form_find(&r, in, sizeof(in), true) ==
		    UNGARBLE_OK);
		CHECK("plainly", records_are(&r, len >= 64 ? NULL :
		    big ? "utf-16be" : "utf-16le"));
	}
}

/* In each 32 KiB a stream asks twice at most. */
static void
check_often(void)
{
	static const unsigned char in[] = "\xFE\xFFplain\n";
	const struct ug_encoding *from[2] = { NULL };
	struct ug_candidates candidates;
	struct ug_records r = records_make(&candidates, from, NULL, 4 * 32768);

	for (int i = 0; i < 8; i++, r.at += 32768 / 4) {
		bool more;

		CHECK("twice", ug_form_doubts(&r, in, 8, 8, false, &more) ==
		    (i % 4 < 2));
	}
}

static const struct {
	const char *name, *from, *was;
	const char *in;
	size_t len, asked;
	bool last;
	enum ug_records_phase phase;
	const char *form;
} finds[] = {
	{ "too few", NULL, NULL, BYTES(WIDE_FERRY), 4096, false,
	  UG_PHASE_FORM, NULL },
	{ "all there is", NULL, NULL, BYTES(WIDE_FERRY), 4096, true,
	  UG_PHASE_RECORDS, "utf-16le" },
	{ "enough", NULL, NULL, BYTES(WIDE_LONG WIDE_LONG WIDE_LONG), 300,
	  false, UG_PHASE_RECORDS, "utf-16le" },
	{ "plain text", NULL, NULL, BYTES(PLAIN), 512, true, UG_PHASE_RECORDS,
	  NULL },
	{ "it soon ends", NULL, NULL, BYTES(WIDE_LONG PLAIN_LONG), 512, true,
	  UG_PHASE_RECORDS, "utf-16le" },
	{ "plain text first", NULL, NULL, BYTES(PLAIN PLAIN WIDE_LONG
	  WIDE_LONG WIDE_LONG WIDE_LONG), 512, true, UG_PHASE_RECORDS, NULL },
	{ "a plain line, then no more", NULL, NULL, BYTES(PLAIN "so it is\n"
	  WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG
	  WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG WIDE_LONG),
	  4096, true, UG_PHASE_RECORDS, NULL },
	{ "no candidate", "koi8-r", NULL, BYTES(WIDE_LONG), 512, true,
	  UG_PHASE_RECORDS, NULL },
	{ "ended here", NULL, "utf-16le", BYTES(WIDE_LONG), 512, true,
	  UG_PHASE_RECORDS, NULL },
	{ "another one", NULL, "utf-16be", BYTES(WIDE_LONG), 512, true,
	  UG_PHASE_RECORDS, "utf-16le" },
	{ "EBCDIC", NULL, NULL, BYTES(EBCDIC_TOWN EBCDIC_TOWN EBCDIC_TOWN),
	  512, true, UG_PHASE_RECORDS, "ibm037" },
	{ "EBCDIC soon ends", NULL, NULL, BYTES(EBCDIC_TOWN EBCDIC_TOWN
	  EBCDIC_TOWN EBCDIC_TOWN PLAIN_LONG PLAIN_LONG), 4096, true,
	  UG_PHASE_RECORDS, "ibm037" },
};

static void
check_finds(void)
{
	for (size_t i = 0; i < sizeof(finds) / sizeof(*finds); i++) {
		const struct ug_encoding *from[2] = { by_label(finds[i].from),
			&ug_windows_1252 };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from,
		    finds[i].was, LATE);

		r.phase = UG_PHASE_FORM;
		r.asked.len = finds[i].asked;
		CHECK(finds[i].name, ug_form_find(&r, (const unsigned char *)
		    finds[i].in, finds[i].len, finds[i].last) == UNGARBLE_OK);
		CHECK(finds[i].name, r.phase == finds[i].phase);
		if (!CHECK(finds[i].name, records_are(&r, finds[i].form)))
			fprintf(stderr, "\tis %s\n", r.form.encoding == NULL ?
			    "bytes" : r.form.encoding->name);
		CHECK(finds[i].name, r.seg.ebcdic == (r.form.encoding != NULL
		    && ug_detect_is_ebcdic(r.form.encoding)));
		CHECK(finds[i].name, r.phase == UG_PHASE_FORM ||
		    r.asked.at == LATE + 1);
	}
}

/* What is no text ends the search, if it is found so early on only. */
static void
check_binary(void)
{
	unsigned char bytes[4096];
	uint64_t seed = 4;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)random_next(&seed);
	for (int late = 0; late < 2; late++) {
		const struct ug_encoding *from[2] = { NULL };
		struct ug_candidates candidates;
		struct ug_records r = records_make(&candidates, from, NULL,
		    4000);

		r.phase = UG_PHASE_FORM;
		r.asked.len = late ? 512 : sizeof(bytes);
		CHECK("binary", ug_form_find(&r, bytes, sizeof(bytes), true) ==
		    UNGARBLE_OK);
		CHECK("binary", r.phase == (late ? UG_PHASE_RECORDS :
		    UG_PHASE_BINARY));
		CHECK("binary", r.form.encoding == (late ? NULL :
		    &ug_binary));
		CHECK("odd ones may ask behind it", r.asked.odd_from ==
		    (late ? 0 : 4000 + sizeof(bytes)));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_marks();
	check_doubts();
	check_odd();
	check_stays();
	check_plainly();
	check_often();
	check_finds();
	check_binary();
	return check_done(argv[0]);
}
