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

#define JSON UNGARBLE_FIELDS_JSON
#define CSV  UNGARBLE_FIELDS_CSV
#define TSV  UNGARBLE_FIELDS_TSV

static const struct row {
	const char *name;
	enum ungarble_fields fields;
	const char *in;
	const char *rest;     /* what is left of it */
	const char *encoding; /* what that is in, and */
	const char *values;   /* those that stay, with bars behind */
} rows[] = {
	{ "none", CSV, RUSSIAN "," RUSSIAN, RUSSIAN "," RUSSIAN,
	  "windows-1251", "" },
	{ "no values", UNGARBLE_FIELDS_NUL, "caf\u00E9," RUSSIAN, "caf\u00E9," RUSSIAN,
	  "windows-1251", "" },
	{ "first", CSV, "caf\u00E9," RUSSIAN "\n", "," RUSSIAN "\n",
	  "windows-1251", "caf\u00E9|" },
	{ "last", CSV, RUSSIAN ",caf\u00E9\n", RUSSIAN ",", "windows-1251",
	  "caf\u00E9\n|" },
	{ "amid ASCII", TSV, "1\ta caf\u00E9!\tx\t" RUSSIAN, "1\t\tx\t"
	  RUSSIAN, "windows-1251", "a caf\u00E9!|" },
	{ "several", JSON, "{\"\u00E9\": \"" RUSSIAN "\", \"\u044F\": 1}",
	  "{\"\": \"" RUSSIAN "\", \"\": 1}", "windows-1251", "\u00E9|\u044F|" },
	{ "an escaped quote", JSON, "\"caf\u00E9 \\\"\u00E9\\\\\",\"\u044F "
	  "\\\"\xFF\",\"" RUSSIAN "\"", "\"\",\"\u044F \\\"\xFF\",\""
	  RUSSIAN "\"", "windows-1251", "caf\u00E9 \\\"\u00E9\\\\|" },
	{ "in quotes", CSV, "1,\"a, \u00E9, \"\"\u00E9\"\",\",\"\u00E9, \xFF\","
	  RUSSIAN, "1,\"a,\",\"\u00E9, \xFF\"," RUSSIAN, "windows-1251",
	  " \u00E9, \"\"\u00E9\"\",|" },
	{ "behind quotes", CSV, "\"\u00E9\"\u00E9\"\u00E9,\xFF", ",\xFF",
	  "windows-1251", "\"\u00E9|\"\u00E9\"\u00E9|" },
	{ "quotes that are signs", TSV, "\"\u00E9\t\xFF\"\t\u00E9\"", "\t\xFF\"\t",
	  "windows-1251", "\"\u00E9|\u00E9\"|" },
	{ "with others in it", CSV, "caf\u00E9 \xE9,caf\u00E9,\xE9\u00E9",
	  "caf\u00E9 \xE9,,\xE9\u00E9", "windows-1252", "caf\u00E9|" },
	{ "cut short", CSV, "\xE6\x9D\xB1\xE4\xBA," RUSSIAN,
	  "\xE6\x9D\xB1\xE4\xBA," RUSSIAN, "windows-1251", "" },
	{ "one letter", CSV, "\u044F," RUSSIAN, "," RUSSIAN, "windows-1251",
	  "\u044F|" },
	{ "another language", CSV, "Zo\u00E9," CHINESE, "," CHINESE, "gbk",
	  "Zo\u00E9|" },
	{ "the same", CSV, "\u5F20\u4F1F," CHINESE, "," CHINESE, "gbk",
	  "\u5F20\u4F1F|" },
	{ "half a character of the rest", CSV, "\u5F20," CHINESE, "," CHINESE,
	  "gbk", "\u5F20|" },
	{ "a pair", CSV, "\xD1\xA7," CHINESE ",caf\u00E9", "," CHINESE ",",
	  "gbk", "caf\u00E9|" },
	{ "two pairs", CSV, "\xCB\xAE\xC6\xBD," CHINESE, "," CHINESE, "gbk",
	  "" },
	{ "a letter or a pair", CSV, "\u00E9," CHINESE, "," CHINESE, "gbk",
	  "" },
	{ "the same of Korean", CSV, "\xC3\xBC," KOREAN, "," KOREAN, "euc-kr",
	  "" },
	{ "three bytes of Thai", CSV, "\xE1\xB4\xA7," THAI, "," THAI,
	  "windows-874", "" },
	{ "Thai", CSV, "\u0E41\u0E14\u0E07," THAI, "," THAI, "windows-874",
	  "\u0E41\u0E14\u0E07|" },
	{ "Greek", CSV, "\u03C0\u03BF\u03BB\u03CD," GREEK, "," GREEK,
	  "windows-1253", "\u03C0\u03BF\u03BB\u03CD|" },
	{ "beside what is no other encoding", CSV, "\u0444,\xD2", ",\xD2",
	  "utf-8", "\u0444|" },
	{ "malformed there", CSV, "\u0444," GREEK "\xD2", "," GREEK "\xD2",
	  "windows-1253", "\u0444|" },
};

static void
check_row(const struct row *row)
{
	struct ug_values values;
	const unsigned char *const bytes = (const unsigned char *)row->in;
	struct ug_text rest;
	char kept[100] = "";
	size_t len = 0;

	ug_values_init(&values, row->fields, 0, &ug_alloc_libc);
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

/* A NUL is a byte of a value as any other, and escapes no quote. */
static void
check_nul(void)
{
	static const unsigned char in[] = "\"caf\u00E9\0\"," RUSSIAN;
	const size_t value = sizeof("\"caf\u00E9\0\"") - 1;
	struct ug_values values;
	struct ug_text rest;

	ug_values_init(&values, CSV, 0, &ug_alloc_libc);
	CHECK("NUL", ug_values_find(&values, in, sizeof(in) - 1, &rest) ==
	    UNGARBLE_OK && values.n == 1);
	CHECK("NUL", values.n == 1 && values.v[0].at <= 1 &&
	    values.v[0].at + values.v[0].len <= value &&
	    rest.len == sizeof(in) - 1 - values.v[0].len);
	ug_values_free(&values);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_nul();
	return check_done("values");
}
