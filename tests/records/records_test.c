/*
 * records_test.c - a stream as records, each in its form, however it comes
 */
#include "records/records.h"

#include "check.h"
#include "encodings/by_label.h"
#include "random.h"

#define RECORDS_MAX 8

static const struct row {
	const char *name, *from; /* NULL: any */
	const char *in;
	size_t len;
	struct {
		size_t len;
		const char *form; /* NULL: bytes */
	} records[RECORDS_MAX];
} rows[] = {
#define ROW(name, from, in, ...) \
	{ name, from, in, sizeof(in) - 1, { __VA_ARGS__ } }
	ROW("lines", NULL, "one\ntwo\n", { 4, NULL }, { 4, NULL }),
	ROW("no end", NULL, "one\ntwo", { 4, NULL }, { 3, NULL }),
	ROW("a mark", NULL, "\xFF\xFEo\0k\0\n\0o\0k\0", { 8, "UTF-16LE" },
	    { 4, "UTF-16LE" }),
	ROW("a mark of bytes", NULL, "\xEF\xBB\xBFok\n", { 6, NULL }),
	ROW("half a mark", NULL, "\xFF", { 1, NULL }),
	ROW("no mark", NULL, "t\0h\0e\0 \0f\0e\0r\0r\0y\0\n\0",
	    { 20, "UTF-16LE" }),
	ROW("bytes, then units", NULL, "the ferry is late today\n"
	    "t\0h\0e\0 \0f\0e\0r\0r\0y\0 \0i\0s\0 \0l\0a\0t\0e\0\n\0",
	    { 24, NULL }, { 36, "UTF-16LE" }),
	ROW("a record of seven bits", NULL, "see ~{VPND~}.\nsee that\n",
	    { 14, "HZ-GB-2312" }, { 9, NULL }),
	ROW("as the caller says", "koi8-r", "\xFF\xFEo\0k\0\n~{VPND~}\n",
	    { 7, "KOI8-R" }, { 9, "KOI8-R" }),
	ROW("in units, says the caller", "utf-16be", "o\n\0\n\0k",
	    { 4, "UTF-16BE" }, { 2, "UTF-16BE" }),
};

/* Cut a row's stream, telling of `step` more bytes at a time. */
static void
check_row(const struct row *row, size_t step)
{
	const unsigned char *const s = (const unsigned char *)row->in;
	const struct ug_encoding *const from = by_label(row->from);
	const struct ug_candidates candidates = { .from = &from,
		.n_from = from != NULL, .fallback = &ug_windows_1252 };
	struct ug_records r;
	size_t at = 0, known = 0, n = 0;

	ug_records_init(&r, &candidates, &ug_alloc_libc);
	while (at < row->len && n < RECORDS_MAX) {
		const struct ug_encoding *const before = r.form.encoding;
		struct ug_cut cut;

		CHECK(row->name, ug_records_cut(&r, s + at, known - at,
		    known == row->len, &cut) == UNGARBLE_OK);
		if (cut.kind == UG_CUT_NOTHING) {
			if (!CHECK(row->name, known < row->len))
				return;
			known = known + step < row->len ? known + step :
			    row->len;
			continue;
		}
		if (cut.kind == UG_CUT_FORM) {
			CHECK(row->name, cut.len == 0 && r.form.encoding !=
			    before);
			continue;
		}
		CHECK(row->name, cut.kind == UG_CUT_RECORD);
		CHECK(row->name, cut.len == row->records[n].len);
		CHECK(row->name, row->records[n].form == NULL ?
		    cut.form.encoding == NULL : cut.form.encoding != NULL &&
		    strcmp(cut.form.encoding->name, row->records[n].form) ==
		    0);
		CHECK(row->name, cut.ended == (at + cut.len < row->len ||
		    memchr(s + at, '\n', cut.len) != NULL));
		at += cut.len;
		ug_records_take(&r, &cut);
		n++;
	}
	CHECK(row->name, n < RECORDS_MAX && row->records[n].len == 0);
	CHECK(row->name, r.at == row->len);
	ug_records_end(&r);
	CHECK(row->name, r.number == n);
	ug_records_end(&r);
	CHECK("ended already", r.number == n);
}

static const struct ug_candidates all = { .fallback = &ug_windows_1252 };

static void
check_binary(void)
{
	unsigned char bytes[5000];
	uint64_t seed = 4;
	struct ug_records r;
	struct ug_cut cut;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)random_next(&seed);
	ug_records_init(&r, &all, &ug_alloc_libc);
	CHECK("too few to tell", ug_records_cut(&r, bytes, 2000, false, &cut)
	    == UNGARBLE_OK && cut.kind == UG_CUT_NOTHING);
	CHECK("another form", ug_records_cut(&r, bytes, sizeof(bytes), true,
	    &cut) == UNGARBLE_OK && cut.kind == UG_CUT_FORM);
	CHECK("all of it", ug_records_cut(&r, bytes, sizeof(bytes), true,
	    &cut) == UNGARBLE_OK && cut.kind == UG_CUT_BINARY &&
	    cut.len == sizeof(bytes) && cut.form.encoding == &ug_binary);
}

/* Lines of ten bytes: who starts at `at` takes those from `first` on. */
static void
check_start(uint64_t at, uint64_t first)
{
	struct ug_records r;
	struct ug_cut cut = { .kind = UG_CUT_OTHERS };

	ug_records_init(&r, &all, &ug_alloc_libc);
	ug_records_start_at(&r, at, false);
	while (cut.kind == UG_CUT_OTHERS) {
		const size_t cut_off = (size_t)(r.at % 10);

		CHECK("start", ug_records_cut(&r, (const unsigned char *)
		    "the ferry\nthe ferry\n" + cut_off, 20 - cut_off, false,
		    &cut) == UNGARBLE_OK);
		if (cut.kind == UG_CUT_OTHERS)
			ug_records_take(&r, &cut);
	}
	CHECK("the first", cut.kind == UG_CUT_RECORD && r.at == first);
	CHECK("no others are counted", r.number == 0);
}

static void
check_known_as(const struct ug_known *a, const struct ug_known *b)
{
	CHECK("known: where", a->at == b->at &&
	    a->record_end == b->record_end &&
	    a->piece_window == b->piece_window && a->line_end == b->line_end);
	CHECK("known: form", a->form.encoding == b->form.encoding &&
	    a->form.confidence == b->form.confidence &&
	    a->ebcdic == b->ebcdic && a->korean == b->korean);
	CHECK("known: asked", a->asked_here == b->asked_here &&
	    a->n_asked == b->n_asked);
}

/* Who starts with what is known at a place knows the same there. */
static void
check_known(void)
{
	uint64_t seed = 6;

	for (unsigned i = 0; i < 500; i++) {
		const uint64_t window = random_next(&seed) % 5;
		const uint64_t at = window * UG_WINDOW_LEN +
		    random_next(&seed) % UG_WINDOW_LEN;
		const unsigned n = (unsigned)(random_next(&seed) % 3);
		const bool now = random_next(&seed) % 2 == 0;
		const bool here = random_next(&seed) % 2 == 0;
		struct ug_records r, other;
		struct ug_known known, again;

		ug_records_init(&r, &all, &ug_alloc_libc);
		r.phase = UG_PHASE_RECORDS;
		r.at = r.seg.record_end = at;
		r.seg.piece_window = (window + random_next(&seed) % 3) *
		    UG_WINDOW_LEN;
		r.seg.line_end = UG_LINE_END_CR;
		r.seg.ebcdic = random_next(&seed) % 2 == 0;
		r.korean = random_next(&seed) % 2 == 0;
		if (random_next(&seed) % 2 == 0)
			r.form = (struct ug_verdict){ by_label("utf-16le"),
				UNGARBLE_BY_VALIDITY, 80, NULL };
		r.asked.at = here ? at + 1 : at;
		r.asked.window = now ? window : window + 1;
		r.asked.n = n;
		CHECK("known", ug_records_known(&r, &known) && known.at == at &&
		    known.record_end == at && known.asked_here == here &&
		    known.n_asked == (now ? n : 0) &&
		    known.line_end == UG_LINE_END_CR &&
		    known.form.encoding == r.form.encoding &&
		    known.ebcdic == r.seg.ebcdic && known.korean == r.korean);
		ug_records_init(&other, &all, &ug_alloc_libc);
		other.asked.at = at + 1;
		ug_records_start_known(&other, &known);
		CHECK("known again", ug_records_known(&other, &again));
		check_known_as(&known, &again);
		CHECK("its number", ug_records_state(&r) != 0 &&
		    ug_records_state(&r) == ug_records_state(&other));
		CHECK("lines of such units", other.seg.form ==
		    (r.form.encoding != NULL ? UG_UTF16LE : UG_UTF8));
		CHECK("cut in its window or behind", again.piece_window ==
		    (r.seg.piece_window > at ? r.seg.piece_window : 0));
		other.asked.n++;
		CHECK("another number", ug_records_state(&r) !=
		    ug_records_state(&other));
		r.phase = UG_PHASE_FORM;
		CHECK("not known", !ug_records_known(&r, &known) &&
		    ug_records_state(&r) == 0);
	}
}

/* A known place in the middle of the third window, and what else may be. */
#define HERE (2 * (uint64_t)UG_WINDOW_LEN + 500)

static struct ug_records
records_knowing(const struct ug_known *known)
{
	struct ug_records r;

	ug_records_init(&r, &all, &ug_alloc_libc);
	ug_records_start_known(&r, known);
	return r;
}

/* Whatever differs of what is known, its number does. */
static void
check_state(void)
{
	const struct ug_verdict wide = { by_label("utf-16le"),
		UNGARBLE_BY_VALIDITY, 80, NULL };
	struct ug_known known[] = {
		{ .at = HERE }, { .at = HERE + 1 },
		{ .at = HERE + UG_WINDOW_LEN },
		{ .at = HERE, .record_end = HERE },
		{ .at = HERE, .record_end = HERE - 1 },
		{ .at = HERE, .piece_window = 3 * UG_WINDOW_LEN },
		{ .at = HERE, .piece_window = 4 * UG_WINDOW_LEN },
		{ .at = HERE, .line_end = UG_LINE_END_LF },
		{ .at = HERE, .line_end = UG_LINE_END_CR },
		{ .at = HERE, .line_end = UG_LINE_END_NUL },
		{ .at = HERE, .ebcdic = true },
		{ .at = HERE, .asked_here = true },
		{ .at = HERE, .n_asked = 1 }, { .at = HERE, .n_asked = 2 },
		{ .at = HERE, .korean = true },
		{ .at = HERE, .form = wide }, { .at = HERE, .form = wide },
		{ .at = HERE, .form = wide },
	};
	const size_t n = sizeof(known) / sizeof(*known);

	known[n - 1].form.encoding = by_label("utf-16be");
	known[n - 2].form.confidence = 81;
	for (size_t i = 0; i < n; i++) {
		const struct ug_records r = records_knowing(&known[i]);
		struct ug_known again;

		CHECK("known", ug_records_known(&r, &again));
		check_known_as(&known[i], &again);
		for (size_t j = 0; j < n; j++) {
			const struct ug_records other =
			    records_knowing(&known[j]);

			if (!CHECK("a number for each", (i == j) ==
			    (ug_records_state(&r) == ug_records_state(&other))))
				fprintf(stderr, "\t%zu and %zu\n", i, j);
		}
	}
}

/* Ends of records and of pieces that count at a place, and those before. */
static void
check_limits(void)
{
	static const uint64_t w = UG_WINDOW_LEN;
	const struct {
		uint64_t at, record_end, piece_window;
		bool ends, cut;
	} limits[] = {
		{ 2 * w, 2 * w, 3 * w, true, true },
		{ 2 * w, 2 * w - 1, 2 * w, false, false },
		{ 2 * w + 1, 2 * w, 3 * w - 1, false, false },
		{ 2 * w + 2, 2 * w + 1, 3 * w + 1, true, true },
		{ 3 * w - 1, 2 * w + 1, 3 * w, true, true },
		{ 3 * w - 1, 2 * w, 2 * w, false, false },
		{ 3 * w - 1, 3 * w - 1, 4 * w, true, true },
	};

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct ug_records r = records_knowing(&(struct ug_known){
			.at = limits[i].at });
		struct ug_known known;

		r.seg.record_end = limits[i].record_end;
		r.seg.piece_window = limits[i].piece_window;
		CHECK("limits", ug_records_known(&r, &known));
		CHECK("the end of a record", known.record_end ==
		    (limits[i].ends ? limits[i].record_end : 0));
		CHECK("of a piece", known.piece_window ==
		    (limits[i].cut ? limits[i].piece_window : 0));
	}
}

/* Where all cannot be told, there is no number either. */
static void
check_unknown(void)
{
	const struct ug_known here = { .at = HERE };
	struct ug_records r = records_knowing(&here);
	struct ug_known known;

	r.own = by_label("utf-7");
	CHECK("amid a record of its own", !ug_records_known(&r, &known) &&
	    ug_records_state(&r) == 0);
	r.seg.record_end = HERE;
	CHECK("behind it", ug_records_known(&r, &known) &&
	    ug_records_state(&r) != 0);
	r = records_knowing(&here);
	r.form.encoding = by_label("iso-2022-jp");
	CHECK("a decoder with state", !ug_records_known(&r, &known) &&
	    ug_records_state(&r) == 0);
	r.form.encoding = by_label("koi8-r");
	CHECK("one without", ug_records_known(&r, &known));
	r.form.encoding = NULL;
	r.form.confidence = 7;
	CHECK("no form is as sure as another",
	    ug_records_known(&r, &known) && known.form.confidence == 0);
}

/* Who starts as another has lines, form and shifts of it, and no more. */
static void
check_start_as(void)
{
	struct ug_records r, other;

	ug_records_init(&other, &all, &ug_alloc_libc);
	other.at = 7;
	other.number = 3;
	other.form = (struct ug_verdict){ by_label("ibm037"),
		UNGARBLE_BY_VALIDITY, 80, NULL };
	other.seg.form = other.form.encoding->kind;
	other.seg.ebcdic = other.korean = true;
	other.seg.line_end = UG_LINE_END_CR;
	ug_records_init(&r, &all, &ug_alloc_libc);
	ug_records_start_as(&r, 100000, &other);
	CHECK("where", r.phase == UG_PHASE_JOIN && r.join_at == 100000 &&
	    r.at == 100000 - UG_RECORDS_LEAD && r.number == 0);
	CHECK("lines", r.seg.line_end == UG_LINE_END_CR && r.seg.ebcdic &&
	    r.seg.form == other.seg.form);
	CHECK("form", r.form.encoding == other.form.encoding &&
	    r.form.confidence == 80 && r.korean);
	ug_records_start_at(&r, 100000, true);
	CHECK("lines end with CR", r.seg.line_end == UG_LINE_END_CR);
	ug_records_start_at(&r, 100000, false);
	CHECK("lines end with LF", r.seg.line_end == UG_LINE_END_LF);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t step = 1; step < 40; step += 1 + step / 4)
			check_row(&rows[i], step);
	check_binary();
	check_known();
	check_state();
	check_limits();
	check_unknown();
	check_start_as();
	check_start(100000, 100000);
	check_start(100001, 100010);
	check_start(100009, 100010);
	return check_done(argv[0]);
}
