/*
 * field_names_test.c - names of fields: which one is not taken, and why
 */
#define _XOPEN_SOURCE 700

#include "check.h"
#include "cli/field_names.h"
#include "heard.h"

#define PATHS "ungarble: a path is keys with dots between, as meta.title; " \
    "commas stand between paths, 64 at most\n"
#define COLUMNS "ungarble: a column is its name or its number; commas stand " \
    "between columns, 64 at most\n"

static void
check_rows(void)
{
	static const struct {
		enum ungarble_fields fields;
		const char *names, *says; /* NULL: they are taken */
	} rows[] = {
		{ UNGARBLE_FIELDS_JSON, NULL, NULL },
		{ UNGARBLE_FIELDS_JSON, "a", NULL },
		{ UNGARBLE_FIELDS_JSON, "a.b,c[].d", NULL },
		{ UNGARBLE_FIELDS_JSON, "a\\.b,c\\,d", NULL },
		{ UNGARBLE_FIELDS_JSON, "",
		    "--jsonl: '': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a..b",
		    "--jsonl: 'a..b': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a,b.",
		    "--jsonl: 'b.': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "x.y,.\u00E9,c",
		    "--jsonl: '.\u00E9': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a,,b",
		    "--jsonl: '': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a,",
		    "--jsonl: '': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a\\,b..c",
		    "--jsonl: 'a\\,b..c': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_JSON, "a\\..",
		    "--jsonl: 'a\\..': a key is missing\n" PATHS },
		{ UNGARBLE_FIELDS_CSV, "a,b c,3", NULL },
		{ UNGARBLE_FIELDS_CSV, "a..b", NULL },
		{ UNGARBLE_FIELDS_CSV, "a,,b",
		    "--csv: '': a name is missing\n" COLUMNS },
		{ UNGARBLE_FIELDS_TSV, ",a",
		    "--tsv: '': a name is missing\n" COLUMNS },
	};
	char wanted[512];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct cli_options options = { .fields = rows[i].fields,
			.names = rows[i].names };
		bool good;

		heard_start();
		good = cli_field_names_check(&options);
		snprintf(wanted, sizeof(wanted), "%s%s",
		    rows[i].says != NULL ? "ungarble: " : "",
		    rows[i].says != NULL ? rows[i].says : "");
		CHECK(wanted, heard_is(wanted));
		CHECK(wanted, good == (rows[i].says == NULL));
	}
}

/* Sixty-four of them; how many keys a path has is the library's to say. */
static void
check_many(void)
{
	for (unsigned n = 63; n < 67; n++)
		for (int json = 0; json < 2; json++) {
			char names[512] = "";
			const struct cli_options options = {
				.fields = json ? UNGARBLE_FIELDS_JSON
					       : UNGARBLE_FIELDS_CSV,
				.names = names };
			bool good;

			for (unsigned i = 0; i < n; i++)
				sprintf(names + strlen(names), "%sn%u",
				    i > 0 ? "," : "", i);
			heard_start();
			good = cli_field_names_check(&options);
			CHECK("told", heard_is(n <= 64 ? ""
			    : json ? "ungarble: --jsonl: these are too many\n"
				PATHS
			    : "ungarble: --csv: these are too many\n"
				COLUMNS));
			CHECK("many", good == (n <= 64));
		}
}

#define MISSING(name) "ungarble: no line has text at '" name "', which " \
    "--jsonl asks for; a path is keys with dots between, as meta.title\n"

static void
check_missing(void)
{
	static const struct {
		uint64_t found;
		const char *names, *says;
	} rows[] = {
		{ UINT64_MAX, "a,b", "" },
		{ 3, "a,b", "" },
		{ 1, "a", "" },
		{ 0, "a.b", MISSING("a.b") },
		{ 1, "a,b", MISSING("b") },
		{ 2, "a,b", MISSING("a") },
		{ 5, "a,\u00E9,c", MISSING("\u00E9") },
		{ 0, "a,b,c", MISSING("a") MISSING("b") MISSING("c") },
		{ 1, "a\\,b,c", MISSING("c") },
		{ 2, "a\\,b,c", MISSING("a\\,b") },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct cli_options options = {
			.fields = UNGARBLE_FIELDS_JSON,
			.names = rows[i].names };

		heard_start();
		cli_field_names_missing(&options, rows[i].found);
		CHECK(rows[i].names, heard_is(rows[i].says));
	}
}

int
main(void)
{
	check_rows();
	check_many();
	check_missing();
	return check_done("field_names_test");
}
