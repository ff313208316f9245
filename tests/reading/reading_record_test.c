/*
 * reading_record_test.c - what becomes of one record, by what came before
 */
#include <string.h>

#include "check.h"
#include "encodings/by_label.h"
#include "reading/reading.h"

#define RECORDS_MAX 20
#define RUSSIAN "\xC2\xF7\xE5\xF0\xE0 \xEC\xFB \xE4\xEE\xEB\xE3\xEE " \
	"\xF8\xEB\xE8 \xE2\xE4\xEE\xEB\xFC \xF0\xE5\xEA\xE8\n"
#define MORE "\xC2 \xEF\xEE\xEB\xE4\xE5\xED\xFC \xED\xE0 " \
	"\xF3\xEB\xE8\xF6\xE5 \xE1\xFB\xEB\xEE \xEE\xF7\xE5\xED\xFC " \
	"\xE6\xE0\xF0\xEA\xEE, \xE8 \xE4\xE5\xF2\xE8 " \
	"\xE8\xE3\xF0\xE0\xEB\xE8 \xE4\xEE\xEC\xE0\n"
#define TWO RUSSIAN, MORE
#define CHINESE "\xD5\xE2\xCA\xC7\xCE\xD2\xC3\xC7\xB5\xC4\xD2\xBB\xB8\xF6" \
	"\xCE\xCA\xCC\xE2\n"
#define MORE_CHINESE "\xCB\xFB\xC3\xC7\xB2\xBB\xD6\xAA\xB5\xC0\xD5\xE2\xB8\xF6\n"
#define TWO_CHINESE CHINESE, MORE_CHINESE
#define EIGHT_CHINESE TWO_CHINESE, TWO_CHINESE, TWO_CHINESE, TWO_CHINESE

/* The record that was handed on last, and its first edit. */
struct seen {
	struct ug_record record;
	char text[200];
	size_t n_done;
	struct ug_done done;
	char before;       /* its byte */
	bool lent;
};

static enum ungarble_err
seen_take(void *user, struct ug_record *record, const unsigned char *bytes,
    struct ug_work *work)
{
	struct seen *const seen = user;
	const struct ug_text text = ug_work_text(work);

	(void)bytes;
	seen->record = *record;
	seen->n_done = work->log.n;
	if (work->log.n > 0) {
		seen->done = work->log.v[0];
		seen->before = work->log.words.s[seen->done.before_at];
	}
	seen->lent = work->lent.s != NULL;
	snprintf(seen->text, sizeof(seen->text), "%.*s", (int)text.len,
	    text.s);
	return UNGARBLE_OK;
}

enum setting { USUAL, NO_MEMORY, WHOLE };

/* Records, and what is known of the last one. */
static const struct row {
	const char *name, *from, *form;
	enum setting setting;
	const char *in[RECORDS_MAX];
	const char *text, *encoding, *around;
	enum ungarble_reason reason;
	unsigned least, most; /* confidence */
	bool known, ascii, lent;
	const char *rule;     /* of the first stray; NULL: none */
	uint64_t stray_at;
} rows[] = {
	{ "ASCII", NULL, NULL, USUAL, { "so\n" }, "so\n", "UTF-8", NULL,
	  UNGARBLE_BY_VALIDITY, 100, 100, true, true, true, NULL, 0 },
	{ "UTF-8", NULL, NULL, USUAL, { "caf\xC3\xA9\n" }, "café\n", "UTF-8",
	  "UTF-8", UNGARBLE_BY_VALIDITY, 100, 100, true, false, true, NULL,
	  0 },
	{ "ASCII among UTF-8", NULL, NULL, USUAL, { "caf\xC3\xA9\n", "so\n" },
	  "so\n", "UTF-8", "UTF-8", UNGARBLE_BY_VALIDITY, 100, 100, true,
	  true, true, NULL, 0 },
	{ "legacy", NULL, NULL, USUAL, { RUSSIAN },
	  "Вчера мы долго шли вдоль реки\n", "windows-1251", "windows-1251",
	  UNGARBLE_BY_STATISTICS, 90, 99, false, false, false, NULL, 0 },
	{ "surely legacy", NULL, NULL, USUAL,
	  { "\xF7 \xD0\xCF\xCC\xC4\xC5\xCE\xD8 \xCE\xC1 "
	  "\xD5\xCC\xC9\xC3\xC5 \xC2\xD9\xCC\xCF \xCF\xDE\xC5\xCE\xD8 "
	  "\xD6\xC1\xD2\xCB\xCF, \xC9 \xC4\xC5\xD4\xC9 "
	  "\xC9\xC7\xD2\xC1\xCC\xC9 \xC4\xCF\xCD\xC1\n" },
	  "В полдень на улице было очень жарко, и дети играли дома\n",
	  "KOI8-R", "KOI8-R", UNGARBLE_BY_STATISTICS, 99, 99,
	  true, false, false, NULL, 0 },
	{ "ASCII among legacy", NULL, NULL, USUAL, { RUSSIAN, "so\n" },
	  "so\n", "UTF-8", "windows-1251", UNGARBLE_BY_VALIDITY, 100, 100,
	  true, true, true, NULL, 0 },
	{ "by what came before", NULL, NULL, USUAL,
	  { RUSSIAN, RUSSIAN, RUSSIAN, RUSSIAN, "\xE9.\n" }, "й.\n",
	  "windows-1251", "windows-1251", UNGARBLE_BY_HISTORY, 1, 99, false,
	  false, false, NULL, 0 },
	{ "without memory", NULL, NULL, NO_MEMORY,
	  { RUSSIAN, RUSSIAN, RUSSIAN, RUSSIAN, "\xE9.\n" }, "é.\n",
	  "windows-1252", "windows-1252", UNGARBLE_BY_STATISTICS, 1, 99, false,
	  false, false, NULL, 0 },
	{ "as all others are", NULL, NULL, USUAL,
	  { TWO, TWO, TWO, TWO, TWO, TWO, TWO, TWO, "\xE4\xE0, \xE4\xE0\n" },
	  "да, да\n", "windows-1251", "windows-1251", UNGARBLE_BY_HISTORY,
	  99, 99, true, false, false, NULL, 0 },
	{ "as all others are, without memory", NULL, NULL, NO_MEMORY,
	  { TWO, TWO, TWO, TWO, TWO, TWO, TWO, TWO, "\xE4\xE0, \xE4\xE0\n" },
	  "да, да\n", "windows-1251", "windows-1251",
	  UNGARBLE_BY_STATISTICS, 1, 98, false, false, false, NULL, 0 },
	{ "as all others are, in two bytes", NULL, NULL, USUAL,
	  { EIGHT_CHINESE, EIGHT_CHINESE, MORE_CHINESE },
	  "他们不知道这个\n", "gb18030", "gb18030", UNGARBLE_BY_HISTORY, 99, 99, true,
	  false, false, NULL, 0 },
	{ "as no other is", NULL, NULL, USUAL,
	  { EIGHT_CHINESE, EIGHT_CHINESE, "\xBF\xEC\xB8\xAE\xB4\xC2 \xC0\xFA\xB3\xE1\xBF\xA1\n" },
	  "우리는 저녁에\n", "EUC-KR", "EUC-KR", UNGARBLE_BY_STATISTICS,
	  50, 99, true, false, false, NULL, 0 },
	{ "one for the whole stream", NULL, NULL, WHOLE, { MORE, "\xE9.\n" },
	  "й.\n", "windows-1251", "windows-1251", UNGARBLE_BY_STATISTICS,
	  90, 99, true, false, false, NULL, 0 },
	{ "a choice of one", "koi8-r", NULL, USUAL, { "\xE9.\n" }, "И.\n",
	  "KOI8-R", "KOI8-R", UNGARBLE_BY_STATISTICS, 1, 99, true, false,
	  false, NULL, 0 },
	{ "a stray byte", NULL, NULL, USUAL,
	  { "d\xC3\xA9j\xC3\xA0 vu: caf\xE9, \xC3\xA9t\xC3\xA9\n" },
	  "déjà vu: café, été\n", "UTF-8", "UTF-8", UNGARBLE_BY_VALIDITY, 95,
	  95, false, false, false, "decode/windows-1252", 14 },
	{ "a stray byte among Russian", NULL, NULL, USUAL,
	  { RUSSIAN, MORE, "д, да, \xE4, да, да, нет\n" },
	  "д, да, д, да, да, нет\n", "UTF-8", "UTF-8", UNGARBLE_BY_VALIDITY,
	  95, 95, false, false, false, "decode/windows-1251",
	  40 + sizeof(MORE) - 1 },
	{ "a form", NULL, "utf-16be", USUAL, { "\0?" }, "?", "UTF-16BE",
	  "UTF-16BE", UNGARBLE_BY_BOM, 77, 77, true, false, false, NULL, 0 },
	{ "the form of bytes", NULL, "utf-8", USUAL, { "caf\xC3\xA9\n" },
	  "café\n", "UTF-8", "UTF-8", UNGARBLE_BY_BOM, 77, 77, true, false,
	  true, NULL, 0 },
	{ "malformed in that form", NULL, "utf-8", USUAL, { "caf\xE9\n" },
	  "caf\xEF\xBF\xBD\n", "UTF-8", "UTF-8", UNGARBLE_BY_BOM, 77, 77,
	  true, false, false, "decode/malformed", 3 },
};

static void
check_row(const struct row *row)
{
	struct seen seen = { .n_done = 99 };
	const struct ug_encoding *const from = by_label(row->from);
	const struct ug_reading_setup setup = {
		.candidates = { .from = &from, .n_from = from != NULL,
		    .fallback = &ug_windows_1252 },
		.no_memory = row->setting == NO_MEMORY,
		.whole_stream = row->setting == WHOLE,
		.next = seen_take, .user = &seen, .alloc = &ug_alloc_libc,
	};
	const struct ug_verdict form = { by_label(row->form), UNGARBLE_BY_BOM,
		77, NULL };
	struct ug_reading *reading;
	uint64_t at = 0;

	if (!CHECK(row->name, ug_reading_new(&reading, &setup) ==
	    UNGARBLE_OK))
		return;
	for (size_t i = 0; i < RECORDS_MAX && row->in[i] != NULL; i++) {
		/* The row of a wide form is one unit. */
		const size_t len = row->in[i][0] == '\0' ? 2 :
		    strlen(row->in[i]);
		const struct ug_record record = { .number = i + 1,
			.in_at = at, .in_len = len, .known = true };

		CHECK(row->name, ug_reading_put(reading, &record,
		    (const unsigned char *)row->in[i], form) == UNGARBLE_OK);
		at += len;
	}
	CHECK(row->name, ug_reading_flush(reading) == UNGARBLE_OK);

	const struct ug_verdict *const v = &seen.record.verdict;
	const struct ug_encoding *const around = seen.record.around;

	if (!CHECK(row->name, strcmp(seen.text, row->text) == 0))
		fprintf(stderr, "\tis %s", seen.text);
	CHECK(row->name, strcmp(v->encoding->name, row->encoding) == 0);
	CHECK(row->name, around == by_label(row->around));
	if (!CHECK(row->name, v->reason == row->reason))
		fprintf(stderr, "\tis %d\n", (int)v->reason);
	if (!CHECK(row->name, v->confidence >= row->least &&
	    v->confidence <= row->most))
		fprintf(stderr, "\tis %u\n", v->confidence);
	CHECK(row->name, seen.record.known == row->known);
	CHECK(row->name, seen.record.ascii == row->ascii);
	CHECK(row->name, seen.lent == row->lent);
	CHECK(row->name, seen.n_done == (row->rule != NULL));
	if (row->rule != NULL && seen.n_done > 0) {
		if (!CHECK(row->name, strcmp(seen.done.rule, row->rule) == 0))
			fprintf(stderr, "\tis %s\n", seen.done.rule);
		CHECK(row->name, seen.done.in_at == row->stray_at &&
		    seen.done.in_len == 1 && seen.done.before_is_bytes);
		CHECK(row->name, (seen.before & 0x80) != 0 &&
		    (seen.text[seen.done.at] & 0x80) != 0);
		CHECK(row->name, seen.record.n_invalid ==
		    (strcmp(row->rule, "decode/malformed") == 0));
		CHECK(row->name, seen.done.confidence ==
		    (strcmp(row->rule, "decode/malformed") == 0 ? 100 : 95));
	}
	ug_reading_free(reading);
}

/* The first that no encoding reads fails, not a stray that one does. */
static void
check_fail(void)
{
	static const char in[] =
	    "d\xC3\xA9j\xC3\xA0 vu: \xE9, \xC3\xA9t\xC3\xA9 \xE2\x80.\n";
	struct seen seen = { .n_done = 99 };
	const struct ug_reading_setup setup = {
		.candidates = { .fallback = &ug_windows_1252 },
		.invalid = UNGARBLE_INVALID_FAIL,
		.next = seen_take, .user = &seen, .alloc = &ug_alloc_libc,
	};
	const struct ug_record record = { .number = 1, .in_at = 1000,
		.in_len = sizeof(in) - 1, .known = true };
	struct ug_reading *reading;
	enum ungarble_err err;

	CHECK("fails", ug_reading_new(&reading, &setup) == UNGARBLE_OK);
	err = ug_reading_put(reading, &record, (const unsigned char *)in,
	    (struct ug_verdict){ NULL, UNGARBLE_BY_DEFAULT, 0, NULL });
	if (err == UNGARBLE_OK)
		err = ug_reading_flush(reading);
	CHECK("fails", err == UNGARBLE_EINPUT && seen.n_done == 99);
	CHECK("where", ug_reading_failed_at(reading) == 1000 + 20);
	ug_reading_free(reading);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_fail();
	return check_done(argv[0]);
}
