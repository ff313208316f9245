/*
 * candidates_test.c - the answer is one of those asked for
 */
#include "check.h"
#include "detect/detect.h"
#include "encodings/by_label.h"

#define POLE "\xEF\xEE\xEB\xE5, \xEF\xEE\xEB\xFF" /* in windows-1251 */

static const struct candidates_row {
	const char *name, *from[3];
	struct ug_text record;
	const char *encoding;
	enum ungarble_reason reason;
} rows[] = {
	{ "one", { "koi8-r" }, UG_LIT(POLE), "KOI8-R",
	  UNGARBLE_BY_STATISTICS },
	{ "one of two", { "koi8-r", "windows-1251" }, UG_LIT(POLE),
	  "windows-1251", UNGARBLE_BY_STATISTICS },
	{ "the second alone reads it", { "windows-1253", "koi8-r" },
	  UG_LIT("\xD2\xFF"), "KOI8-R", UNGARBLE_BY_STATISTICS },
	{ "none reads it: the first", { "iso-8859-3", "iso-8859-8" },
	  UG_LIT("\xD0"), "ISO-8859-3", UNGARBLE_BY_OPTION },
	{ "the other way round", { "iso-8859-8", "iso-8859-3" },
	  UG_LIT("\xD0"), "ISO-8859-8", UNGARBLE_BY_OPTION },
	{ "UTF-8 first, and the other lacks it", { "utf-8", "windows-1253" },
	  UG_LIT("\xD2"), "UTF-8", UNGARBLE_BY_OPTION },
	{ "nothing to read", { "koi8-r", "windows-1251" }, UG_LIT(""),
	  "KOI8-R", UNGARBLE_BY_OPTION },
	{ "nothing to read, any encoding", { NULL }, UG_LIT(""),
	  "windows-1252", UNGARBLE_BY_DEFAULT },
};

int
main(int argc, char *argv[])
{
	const size_t n = sizeof(rows) / sizeof(*rows);

	(void)argc;
	for (size_t i = 0; i < n; i++) {
		const struct candidates_row *const row = &rows[i];
		const struct ug_encoding *from[3];
		struct ug_candidates few = { .from = from,
			.fallback = &ug_windows_1252 };
		struct ug_verdict verdict = { NULL, UNGARBLE_BY_BOM, 0, NULL };

		for (; row->from[few.n_from] != NULL; few.n_from++)
			from[few.n_from] = by_label(row->from[few.n_from]);
		CHECK(row->name, ug_detect_encoding(
		    (const unsigned char *)row->record.s, row->record.len,
		    &few, &ug_alloc_libc, &verdict) == UNGARBLE_OK);
		CHECK(row->name, verdict.encoding != NULL &&
		    strcmp(verdict.encoding->name, row->encoding) == 0);
		CHECK(row->name, verdict.reason == row->reason);
	}
	return check_done(argv[0]);
}
