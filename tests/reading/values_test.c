/*
 * values_test.c - which values of a record are UTF-8 while others are not
 */
#include "reading/values.h"

#include <string.h>

#include "check.h"
#include "encodings/by_label.h"

#define RUSSIAN "\xEC\xFB \xE4\xEE\xEB\xE3\xEE \xF8\xEB\xE8"
#define CHINESE "\xD5\xE2\xCA\xC7\xCE\xD2\xC3\xC7\xB5\xC4\xCE\xCA\xCC\xE2"
#define KOREAN  "\xBF\xEC\xB8\xAE\xB4\xC2 \xC0\xFA\xB3\xE1\xBF\xA1"
#define THAI    "\xA2\xCD\xBA\xA4\xD8\xB3\xC1\xD2\xA1"
#define GREEK   "\xF0\xEF\xEB\xFD \xEA\xE1\xEB\xDE"

static const struct row {
	const char *name;
	char apart;
	const char *in;
	const char *rest;     /* what is left of it */
	const char *encoding; /* what that is in, and */
	const char *values;   /* those that stay, with bars behind */
} rows[] = {
	{ "none", ',', RUSSIAN "," RUSSIAN, RUSSIAN "," RUSSIAN,
	  "windows-1251", "" },
	{ "no values", '\0', "caf\u00E9," RUSSIAN, "caf\u00E9," RUSSIAN,
	  "windows-1251", "" },
	{ "first", ',', "caf\u00E9," RUSSIAN "\n", "," RUSSIAN "\n",
	  "windows-1251", "caf\u00E9|" },
	{ "last", ',', RUSSIAN ",caf\u00E9\n", RUSSIAN ",", "windows-1251",
	  "caf\u00E9\n|" },
	{ "amid ASCII", '\t', "1\ta caf\u00E9!\tx\t" RUSSIAN, "1\t\tx\t"
	  RUSSIAN, "windows-1251", "a caf\u00E9!|" },
	{ "several", '"', "{\"\u00E9\": \"" RUSSIAN "\", \"\u044F\": 1}",
	  "{\"\": \"" RUSSIAN "\", \"\": 1}", "windows-1251", "\u00E9|\u044F|" },
	{ "with others in it", ',', "caf\u00E9 \xE9,caf\u00E9,\xE9\u00E9",
	  "caf\u00E9 \xE9,,\xE9\u00E9", "windows-1252", "caf\u00E9|" },
	{ "cut short", ',', "\xE6\x9D\xB1\xE4\xBA," RUSSIAN,
	  "\xE6\x9D\xB1\xE4\xBA," RUSSIAN, "windows-1251", "" },
	{ "one letter", ',', "\u044F," RUSSIAN, "," RUSSIAN, "windows-1251",
	  "\u044F|" },
	{ "another language", ',', "Zo\u00E9," CHINESE, "," CHINESE, "gbk",
	  "Zo\u00E9|" },
	{ "the same", ',', "\u5F20\u4F1F," CHINESE, "," CHINESE, "gbk",
	  "\u5F20\u4F1F|" },
	{ "half a character of the rest", ',', "\u5F20," CHINESE, "," CHINESE,
	  "gbk", "\u5F20|" },
	{ "a pair", ',', "\xD1\xA7," CHINESE ",caf\u00E9", "," CHINESE ",",
	  "gbk", "caf\u00E9|" },
	{ "two pairs", ',', "\xCB\xAE\xC6\xBD," CHINESE, "," CHINESE, "gbk",
	  "" },
	{ "a letter or a pair", ',', "\u00E9," CHINESE, "," CHINESE, "gbk",
	  "" },
	{ "the same of Korean", ',', "\xC3\xBC," KOREAN, "," KOREAN, "euc-kr",
	  "" },
	{ "three bytes of Thai", ',', "\xE1\xB4\xA7," THAI, "," THAI,
	  "windows-874", "" },
	{ "Thai", ',', "\u0E41\u0E14\u0E07," THAI, "," THAI, "windows-874",
	  "\u0E41\u0E14\u0E07|" },
	{ "Greek", ',', "\u03C0\u03BF\u03BB\u03CD," GREEK, "," GREEK,
	  "windows-1253", "\u03C0\u03BF\u03BB\u03CD|" },
	{ "beside what is no other encoding", ',', "\u0444,\xD2", ",\xD2",
	  "utf-8", "\u0444|" },
	{ "malformed there", ',', "\u0444," GREEK "\xD2", "," GREEK "\xD2",
	  "windows-1253", "\u0444|" },
};

static void
check_row(const struct row *row)
{
	struct ug_values values = { .apart = row->apart,
		.alloc = &ug_alloc_libc, .rest.alloc = &ug_alloc_libc };
	const unsigned char *const bytes = (const unsigned char *)row->in;
	struct ug_text rest;
	char kept[100] = "";
	size_t len = 0;

	CHECK(row->name, ug_values_find(&values, bytes, strlen(row->in),
	    &rest) == UNGARBLE_OK);
	CHECK(row->name, rest.len == strlen(row->rest) &&
	    memcmp(rest.s, row->rest, rest.len) == 0);
	ug_values_settle(&values, by_label(row->encoding), bytes);
	for (size_t i = 0; i < values.n; i++) {
		memcpy(kept + len, bytes + values.v[i].at, values.v[i].len);
		len += values.v[i].len;
		kept[len++] = '|';
	}
	if (!CHECK(row->name, strcmp(kept, row->values) == 0))
		fprintf(stderr, "\tis %s\n", kept);
	ug_values_free(&values);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	return check_done("values");
}
