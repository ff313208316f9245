/*
 * detector_test.c - what is read, which reading comes first, and how sure it is
 */
#include "detect/detector.h"

#include <string.h>

#include "check.h"
#include "encodings/by_label.h"

#define CAFE "le caf\xE9 est ferm\xE9 l'apr\xE8s-midi"
#define RUSSIAN "\xF7 \xD0\xCF\xCC\xC4\xC5\xCE\xD8 \xCE\xC1 \xD5\xCC\xC9\xC3" \
	"\xC5 \xC2\xD9\xCC\xCF \xCF\xDE\xC5\xCE\xD8 \xD6\xC1\xD2\xCB\xCF"
#define EBCDIC "\xC8\x81\x99\x82\x96\xA4\x99@\x96\x86@\xA3\x88\x85@\x89\xA2" \
	"\x93\x81\x95\x84@\x96\x86@\xA3\x88\x85@\xA2\x85\x81"

static size_t
number_of(const char *label)
{
	size_t i = 0;

	while (ug_encoding_at(i) != by_label(label))
		i++;
	return i;
}

static const struct {
	const char *name, *from[3];
	bool ebcdic;
	const char *in;
	const char *dear;   /* this one, or all others, is not expected */
	bool others;
	int behind;
	const char *first;  /* NULL: nothing to go by; "": whatever */
	const char *absent; /* is no candidate */
} rows[] = {
	{ "ASCII", { NULL }, false, "the ferry", NULL, false, 0, NULL, NULL },
	{ "French", { NULL }, false, CAFE, NULL, false, 0, "windows-1252",
	  "ibm037" },
	{ "Russian", { NULL }, false, RUSSIAN, NULL, false, 0, "koi8-r",
	  "utf-8" },
	{ "EBCDIC is one of them", { NULL }, true, EBCDIC, NULL, false, 0,
	  "ibm037", NULL },
	{ "EBCDIC is none", { NULL }, false, EBCDIC, NULL, false, 0, "",
	  "ibm037" },
	{ "of two", { "windows-1251", "iso-8859-7" }, false, CAFE, NULL,
	  false, 0, "windows-1251", "windows-1252" },
	{ "no form of streams", { "utf-16le", "iso-2022-jp", "koi8-r" },
	  false, RUSSIAN, NULL, false, 0, "koi8-r", "utf-16le" },
	{ "read alike, the other expected", { NULL }, false, CAFE,
	  "iso-8859-15", true, 500, "iso-8859-15", NULL },
	{ "sure, however unexpected", { NULL }, false, RUSSIAN,
	  "windows-1251", true, 20000, "koi8-r", NULL },
	{ "unsure, and unexpected", { "windows-1251", "windows-1252" }, false,
	  "\xE9", "windows-1251", true, 2000, "windows-1251", NULL },
	{ "unsure, and the other so", { "windows-1251", "windows-1252" },
	  false, "\xE9", "windows-1251", false, 2000, "windows-1252", NULL },
};

static void
check_row(size_t i)
{
	static struct ug_expectation expected;
	const struct ug_encoding *from[3];
	struct ug_candidates candidates = { .from = from,
		.fallback = &ug_windows_1252, .ebcdic = rows[i].ebcdic };
	const struct ug_reading_of *readings;
	struct ug_detector *detector;
	size_t n = 99;

	while (candidates.n_from < 3 &&
	    rows[i].from[candidates.n_from] != NULL) {
		from[candidates.n_from] =
		    by_label(rows[i].from[candidates.n_from]);
		candidates.n_from++;
	}
	memset(&expected, 0, sizeof(expected));
	for (size_t k = 0; rows[i].dear != NULL && k < UG_ENCODINGS_MAX; k++)
		if ((k == number_of(rows[i].dear)) != rows[i].others)
			expected.encodings[k] = rows[i].behind;
	if (!CHECK(rows[i].name, ug_detector_new(&detector, &candidates,
	    &ug_alloc_libc) == UNGARBLE_OK))
		return;
	for (int again = 0; again < 2; again++) {
		CHECK(rows[i].name, ug_detector_read(detector,
		    (const unsigned char *)rows[i].in, strlen(rows[i].in),
		    rows[i].dear != NULL ? &expected : NULL, &readings, &n) ==
		    UNGARBLE_OK);
		CHECK(rows[i].name, (n > 0) == (rows[i].first != NULL));
		if (n > 0 && rows[i].first != NULL && rows[i].first[0] !=
		    '\0' && !CHECK(rows[i].name, readings[0].encoding ==
		    by_label(rows[i].first)))
			fprintf(stderr, "\tis %s\n",
			    readings[0].encoding->name);
		for (size_t k = 0; k < n; k++) {
			CHECK(rows[i].name, rows[i].absent == NULL ||
			    readings[k].encoding != by_label(rows[i].absent));
			CHECK("in order", k == 0 || readings[k - 1].cost <
			    readings[k].cost || (readings[k - 1].cost ==
			    readings[k].cost && readings[k - 1].number <
			    readings[k].number));
		}
		/* What is read between leaves nothing. */
		CHECK("between", ug_detector_read(detector,
		    (const unsigned char *)"\xFD\xFE\xFF \xFE\xFD", 6, NULL,
		    &readings, &n) == UNGARBLE_OK);
	}
	ug_detector_free(detector);
}

/* A language that the caller did not name costs something. */
static void
check_languages(void)
{
	static const struct {
		const char *languages;
		int more; /* than with the right one */
	} hints[] = { { "fr", 0 }, { "de,fr", 0 }, { "fr,de", 0 },
		{ "de", 1 }, { "f", 1 }, { "frr", 1 } };
	int first = 0;

	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++) {
		const struct ug_candidates candidates = {
			.fallback = &ug_windows_1252,
			.languages = hints[i].languages };
		const struct ug_reading_of *readings;
		struct ug_detector *detector;
		size_t n;

		CHECK("new", ug_detector_new(&detector, &candidates,
		    &ug_alloc_libc) == UNGARBLE_OK);
		CHECK("read", ug_detector_read(detector,
		    (const unsigned char *)CAFE, strlen(CAFE), NULL, &readings,
		    &n) == UNGARBLE_OK && n > 0);
		if (i == 0)
			first = readings[0].alone;
		CHECK(hints[i].languages, (readings[0].alone > first) ==
		    hints[i].more);
		ug_detector_free(detector);
	}
}

/* Readings that are given, the first one the best. */
static const struct {
	const char *name;
	size_t n;
	struct ug_reading_of readings[3];
	bool sure;        /* by 500 */
	unsigned share;   /* of the first, at least, and */
	unsigned most;
	enum ungarble_reason reason;
} given[] = {
	{ "none", 0, { { 0 } }, false, 0, 0, UNGARBLE_BY_DEFAULT },
	{ "one", 1, { { .encoding = &ug_windows_1252, .signature = 1 } },
	  true, 99, 99, UNGARBLE_BY_STATISTICS },
	{ "one, broken", 1, { { .encoding = &ug_windows_1252, .signature = 1,
	  .n_broken = 1 } }, false, 99, 99, UNGARBLE_BY_STATISTICS },
	{ "two alike", 2, { { .encoding = &ug_windows_1252, .signature = 1 },
	  { .encoding = &ug_utf8, .signature = 1 } }, true, 99, 99,
	  UNGARBLE_BY_STATISTICS },
	{ "two as good", 2, { { .encoding = &ug_windows_1252,
	  .signature = 1 }, { .encoding = &ug_utf8, .signature = 2 } },
	  false, 50, 50, UNGARBLE_BY_DEFAULT },
	{ "two of three alike", 3, { { .encoding = &ug_windows_1252,
	  .signature = 1 }, { .encoding = &ug_utf8, .signature = 1 },
	  { .encoding = &ug_utf16le, .signature = 2 } }, false, 50, 50,
	  UNGARBLE_BY_DEFAULT },
	{ "as good, no fallback", 2, { { .encoding = &ug_utf8,
	  .signature = 1 }, { .encoding = &ug_windows_1252, .signature = 2 } },
	  false, 50, 50, UNGARBLE_BY_STATISTICS },
	{ "a little behind", 2, { { .encoding = &ug_windows_1252,
	  .signature = 1 }, { .encoding = &ug_utf8, .signature = 2,
	  .cost = 160, .alone = 499 } }, false, 60, 95,
	  UNGARBLE_BY_STATISTICS },
	{ "far behind", 2, { { .encoding = &ug_windows_1252, .signature = 1 },
	  { .encoding = &ug_utf8, .signature = 2, .cost = 2000,
	  .alone = 500 } }, true, 99, 99, UNGARBLE_BY_STATISTICS },
	{ "as expected, not alone", 2, { { .encoding = &ug_utf8,
	  .signature = 1, .alone = 900, .n_broken = 1 },
	  { .encoding = &ug_windows_1252, .signature = 2, .cost = 2000,
	  .alone = 100 } }, true, 99, 99, UNGARBLE_BY_STATISTICS },
};

static void
check_given(void)
{
	const struct ug_encoding *from[2] = { &ug_utf8, &ug_windows_1252 };
	struct ug_candidates candidates = { .fallback = &ug_windows_1252,
		.from = from };
	struct ug_detector *detector;
	struct ug_verdict verdict;

	CHECK("new", ug_detector_new(&detector, &candidates, &ug_alloc_libc)
	    == UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++) {
		const struct ug_reading_of *const r = given[i].readings;

		CHECK(given[i].name, ug_detector_sure(r, given[i].n, 500) ==
		    given[i].sure);
		verdict = ug_detector_verdict(detector, r, given[i].n);
		CHECK(given[i].name, verdict.encoding == (given[i].n == 0 ?
		    &ug_windows_1252 : r[0].encoding));
		if (!CHECK(given[i].name, verdict.confidence >=
		    given[i].share && verdict.confidence <= given[i].most))
			fprintf(stderr, "\tis %u\n", verdict.confidence);
		CHECK(given[i].name, verdict.reason == given[i].reason);
	}
	candidates.n_from = 2;
	verdict = ug_detector_verdict(detector, given[0].readings, 0);
	CHECK("a choice", verdict.encoding == &ug_utf8 &&
	    verdict.reason == UNGARBLE_BY_OPTION && verdict.confidence == 0);
	ug_detector_free(detector);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(i);
	check_languages();
	check_given();
	return check_done(argv[0]);
}
