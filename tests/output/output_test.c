/*
 * output_test.c - spans: what is one, and what is said of it
 */
#include <string.h>

#include "check.h"
#include "output/output.h"

struct told {
	struct ungarble_span spans[8];
	size_t n;
};

static int
told_span(void *user, const struct ungarble_span *span)
{
	struct told *const told = user;

	if (told->n < sizeof(told->spans) / sizeof(*told->spans))
		told->spans[told->n++] = *span;
	return 0;
}

/* A record as it comes: its text, and what was found out about it. */
struct given {
	const char *text;
	const struct ug_encoding *encoding; /* NULL: ASCII */
	const char *language;
	enum ungarble_reason reason;
};

#define MARK "\xEF\xBB\xBF"

static const struct row {
	const char *name;
	struct given given[4];
	struct {
		const char *encoding, *language;
		enum ungarble_reason reason;
	} spans[4];
} rows[] = {
	{ "none tells a language", {
		{ "\xC3\xA9\n", &ug_utf8, NULL, UNGARBLE_BY_VALIDITY },
		{ "a\n", NULL, NULL, UNGARBLE_BY_VALIDITY } },
	    { { "UTF-8", NULL, UNGARBLE_BY_VALIDITY } } },
	{ "the first that tells one", {
		{ "\xC3\xA9\n", &ug_windows_1252, NULL,
		    UNGARBLE_BY_STATISTICS },
		{ "\xC3\xA9\n", &ug_windows_1252, "fr", UNGARBLE_BY_HISTORY },
		{ "\xC3\xA9\n", &ug_windows_1252, "it",
		    UNGARBLE_BY_HISTORY } },
	    { { "windows-1252", "fr", UNGARBLE_BY_STATISTICS } } },
	{ "ASCII tells none", {
		{ "a\n", NULL, "en", UNGARBLE_BY_VALIDITY },
		{ "\xC3\xA9\n", &ug_utf8, "fr", UNGARBLE_BY_VALIDITY } },
	    { { "UTF-8", "fr", UNGARBLE_BY_VALIDITY } } },
	{ "each span its own", {
		{ "\xC3\xA9\n", &ug_windows_1252, "fr",
		    UNGARBLE_BY_STATISTICS },
		{ "\xC3\xA9\n", &ug_utf8, NULL, UNGARBLE_BY_VALIDITY },
		{ "\xC3\xA9\n", &ug_windows_1252, "de",
		    UNGARBLE_BY_HISTORY } },
	    { { "windows-1252", "fr", UNGARBLE_BY_STATISTICS },
		{ "UTF-8", NULL, UNGARBLE_BY_VALIDITY },
		{ "windows-1252", "de", UNGARBLE_BY_HISTORY } } },
	{ "a mark", {
		{ MARK "a\n", &ug_utf8, NULL, UNGARBLE_BY_VALIDITY },
		{ "\xC3\xA9\n", &ug_utf8, NULL, UNGARBLE_BY_VALIDITY } },
	    { { "UTF-8", NULL, UNGARBLE_BY_BOM } } },
	{ "a mark, and an order", {
		{ MARK "a\n", &ug_utf8, NULL, UNGARBLE_BY_OPTION } },
	    { { "UTF-8", NULL, UNGARBLE_BY_OPTION } } },
	{ "a mark that is none", {
		{ MARK "a\n", &ug_windows_1252, NULL,
		    UNGARBLE_BY_STATISTICS } },
	    { { "windows-1252", NULL, UNGARBLE_BY_STATISTICS } } },
	{ "a mark that is not at the start", {
		{ "\xC3\xA9\n", &ug_windows_1252, NULL,
		    UNGARBLE_BY_STATISTICS },
		{ MARK "a\n", &ug_utf8, NULL, UNGARBLE_BY_VALIDITY } },
	    { { "windows-1252", NULL, UNGARBLE_BY_STATISTICS },
		{ "UTF-8", NULL, UNGARBLE_BY_VALIDITY } } },
};

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Put the records of a row one by one. */
static void
put(const struct row *row, struct told *told)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ug_output out = { .opts = &opts };
	struct ug_work work;
	uint64_t in_at = 0;

	opts.span = told_span;
	opts.user = told;
	ug_work_init(&work, &ug_alloc_libc);
	for (size_t i = 0; i < 4 && row->given[i].text != NULL; i++) {
		const struct given *const given = &row->given[i];
		const size_t len = strlen(given->text);
		const struct ug_record record = {
			.number = i + 1,
			.in_at = in_at,
			.in_len = len,
			.verdict = { given->encoding != NULL ?
			    given->encoding : &ug_utf8, given->reason, 90,
			    given->language },
			.ascii = given->encoding == NULL,
		};

		ug_work_lend(&work, (struct ug_text){ given->text, len },
		    in_at);
		CHECK(row->name, ug_output_put(&out, &record, 1, &work) ==
		    UNGARBLE_OK);
		in_at += len;
	}
	CHECK(row->name, ug_output_end(&out) == UNGARBLE_OK);
	ug_work_free(&work);
}

/* What a repair put at the start was no mark of the stream's. */
static void
check_made(void)
{
	static const char in[] = "\xC3\xAF\xC2\xBB\xC2\xBF";

	for (unsigned longer = 0; longer < 2; longer++) {
		struct told told = { .n = 0 };
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ug_output out = { .opts = &opts };
		const size_t in_len = longer ? sizeof(in) - 1 : 3;
		const struct ug_record record = {
			.number = 1,
			.in_len = in_len,
			.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
			    NULL },
		};
		struct ug_work work;

		opts.span = told_span;
		opts.user = &told;
		ug_work_init(&work, &ug_alloc_libc);
		CHECK("made", ug_buf_add(&work.text, MARK, 3) == UNGARBLE_OK &&
		    ug_map_add(&work.map, 0, in_len, 3) ==
		    UNGARBLE_OK &&
		    ug_output_put(&out, &record, 1, &work) == UNGARBLE_OK &&
		    ug_output_end(&out) == UNGARBLE_OK);
		CHECK("made", told.n == 1 && told.spans[0].reason ==
		    (longer ? UNGARBLE_BY_VALIDITY : UNGARBLE_BY_BOM));
		ug_work_free(&work);
	}
}

/* Edits of a record, told of with the place where that one starts. */
static int
told_edit(void *user, const struct ungarble_edit *edit)
{
	uint64_t *const told = user;

	*told = *told * 100 + edit->record_at;
	return 0;
}

/* A record in pieces starts where the first of them does. */
static void
check_record_at(void)
{
	static const struct {
		uint64_t number, in_at;
	} rows_at[] = { { 1, 0 }, { 2, 11 }, { 2, 12 }, { 2, 13 }, { 3, 14 } };
	uint64_t told = 0;
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ug_output out = { .opts = &opts };

	opts.edit = told_edit;
	opts.user = &told;
	for (size_t i = 0; i < sizeof(rows_at) / sizeof(*rows_at); i++) {
		const struct ug_record record = {
			.number = rows_at[i].number,
			.in_at = rows_at[i].in_at,
			.in_len = 1,
			.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
			    NULL },
		};
		const struct ug_done done = { .record = record.number,
			.step = 1, .in_at = record.in_at, .in_len = 1,
			.rule = "a/b", .fix = "a" };
		struct ug_work work;

		ug_work_init(&work, &ug_alloc_libc);
		ug_work_lend(&work, (struct ug_text)UG_LIT("a"),
		    record.in_at);
		CHECK("starts", ug_log_add(&work.log, &done,
		    (struct ug_text)UG_LIT("b"), (struct ug_text)UG_LIT("a"))
		    == UNGARBLE_OK && ug_output_put(&out, &record, 1, &work)
		    == UNGARBLE_OK);
		ug_work_free(&work);
	}
	CHECK("starts", told == 11111114);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct told told = { .n = 0 };
		size_t n = 0;

		put(&rows[i], &told);
		while (n < 4 && rows[i].spans[n].encoding != NULL)
			n++;
		if (!CHECK(rows[i].name, told.n == n))
			continue;
		for (size_t j = 0; j < n; j++) {
			CHECK(rows[i].name, same(told.spans[j].encoding,
			    rows[i].spans[j].encoding));
			CHECK(rows[i].name, same(told.spans[j].language,
			    rows[i].spans[j].language));
			CHECK(rows[i].name, told.spans[j].reason ==
			    rows[i].spans[j].reason);
		}
	}
	check_made();
	check_record_at();
	return check_done(argv[0]);
}
