/*
 * shifts_test.c - records of seven bits, one by one and in pieces
 */
#include "records/shifts.h"

#include "check.h"
#include "encodings/by_label.h"

#define KOREAN "\x1B$)C\x0E\x38\x53\x38\x2E\x0F\n"
#define GOES_ON "\x0EGQ1[\x0F text\n"

static const struct row {
	const char *name;
	bool pieces;       /* of one record, all of them */
	const char *from;  /* NULL: any */
	struct {
		const char *bytes, *form; /* NULL: as they are */
		bool restarts;
	} records[4];
} rows[] = {
	{ "plain", false, NULL, { { "the ferry\n", NULL, false } } },
	{ "each its own", false, NULL, {
	    { "\x1B$BF|K\\\x1B(B\n", "ISO-2022-JP", true },
	    { "the ferry\n", NULL, false },
	    { "see ~{VPND~}.\n", "HZ-GB-2312", true },
	    { "caf+AOk-, th+AOk-\n", "UTF-7", true } } },
	{ "a shift that is none", false, NULL, { { "1 + 1\n", NULL, true },
	    { "~/ferry\n", NULL, true } } },
	{ "announced before", false, NULL, { { KOREAN, "ISO-2022-KR", true },
	    { "the ferry\n", NULL, false },
	    { GOES_ON, "ISO-2022-KR", true } } },
	{ "not announced", false, NULL, { { GOES_ON, NULL, false } } },
	{ "pieces go on", true, NULL, {
	    { "see ~{VPND~}. ", "HZ-GB-2312", true },
	    { "and so on ", "HZ-GB-2312", false },
	    { "~{VPND~}\n", "HZ-GB-2312", false } } },
	{ "but not beyond ASCII", true, NULL, {
	    { "see ~{VPND~}. ", "HZ-GB-2312", true },
	    { "caf\xC3\xA9 ", NULL, false }, { "so\n", NULL, false } } },
	{ "no such candidate", false, "utf-7", {
	    { "see ~{VPND~}.\n", NULL, true },
	    { "caf+AOk-, th+AOk-\n", "UTF-7", true } } },
};

static void
check_row(const struct row *row)
{
	const struct ug_encoding *const from = by_label(row->from);
	const struct ug_candidates candidates = { .from = &from,
		.n_from = from != NULL, .fallback = &ug_windows_1252 };
	struct ug_records r = { .candidates = &candidates };
	char stream[256] = "";

	for (size_t i = 0; i < 4 && row->records[i].bytes != NULL; i++)
		strcat(stream, row->records[i].bytes);
	for (size_t i = 0; i < 4 && row->records[i].bytes != NULL; i++) {
		const char *const form = row->records[i].form;
		const size_t cut = strlen(row->records[i].bytes);
		bool restarts = false;
		const struct ug_verdict verdict = ug_shifts_verdict(&r,
		    (const unsigned char *)stream + r.at,
		    strlen(stream) - (size_t)r.at, cut, i == 0 || !row->pieces,
		    &restarts);

		if (!CHECK(row->name, verdict.encoding == by_label(form)))
			fprintf(stderr, "\trecord %zu\n", i);
		CHECK(row->name, verdict.confidence == (form != NULL ? 99 :
		    0));
		CHECK(row->name, restarts == row->records[i].restarts);
		r.at += cut;
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	return check_done(argv[0]);
}
