/*
 * advice_test.c - what is said to do, and when nothing is
 */
#define _XOPEN_SOURCE 700

#include "check.h"
#include "cli/advice.h"
#include "heard.h"

/* Words that other programs know: those that mean one end have one advice. */
static void
check_options(void)
{
	static const struct {
		const char *words[6], *says;
	} rows[] = {
		{ { "-c" }, "--invalid says" },
		{ { "-t", "--to", "--to-code", "--output-encoding" },
		    "output is always UTF-8" },
		{ { "--encoding", "--from-code", "--input-encoding",
		    "--charset" }, "--from says" },
		{ { "-n", "--dry-run" }, "--check, --diff and --list" },
		{ { "-j", "--jobs", "--parallel" }, "--threads has" },
		{ { "-d", "--delimiter", "--separator", "--fs", "--ifs" },
		    "--delim says" },
		{ { "--tabs" }, "--tsv reads" },
		{ { "--ndjson", "--json-lines" }, "--jsonl reads" },
		{ { "-g", "--glob" }, "--include and --exclude say" },
		{ { "--exclude-dir" }, "--exclude=GLOB/ leaves" },
		{ { "--hidden" }, "-r takes what starts with a dot" },
		{ { "-Z", "--search-zip", "--gzip" }, "-z reads" },
		{ { "--print0", "--zero", "--null-terminated" },
		    "-0 reads" },
	};
	static const char *const none[] = { "", "-", "--", "=", "-x", "--t",
		"--too", "-tt", "--encodings", "encoding", "--to --to-code",
		"--to ", " --to", "-C", "--tab", "--hiddenn", "=--to" };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t j = 0; rows[i].words[j] != NULL; j++) {
			const char *const word = rows[i].words[j];
			const char *const says = cli_advice_option(word);
			char valued[64];

			CHECK(word, says != NULL &&
			    strncmp(says, rows[i].says,
				strlen(rows[i].says)) == 0);
			snprintf(valued, sizeof(valued), "%s=x", word);
			CHECK(valued, cli_advice_option(valued) == says);
			snprintf(valued, sizeof(valued), "%s=", word);
			CHECK(valued, cli_advice_option(valued) == says);
		}
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(none[i], cli_advice_option(none[i]) == NULL);
}

static bool
stream(bool no_header, enum ungarble_err err, const char *wanted)
{
	const struct cli_options options = { .no_header = no_header };

	heard_start();
	cli_advice_stream(&options, err);
	return heard_is(wanted);
}

static void
check_stream(void)
{
	CHECK("a column", stream(false, UNGARBLE_EFIELD, "ungarble: columns go "
	    "by their names in the first row, or by numbers; --delim says "
	    "what stands between them\n"));
	CHECK("without names", stream(true, UNGARBLE_EFIELD, "ungarble: with "
	    "--no-header columns have numbers alone, from 1\n"));
	for (int err = UNGARBLE_OK; err <= UNGARBLE_EPART; err++)
		if (err != UNGARBLE_EFIELD)
			CHECK("else",
			    stream(false, (enum ungarble_err)err, ""));
}

/* A name that is no file, but may have been meant for --jsonl and its like. */
static void
check_missing(void)
{
	static const struct {
		enum ungarble_fields fields;
		const char *names, *name, *option;
	} rows[] = {
		{ UNGARBLE_FIELDS_JSON, NULL, "title", "--jsonl" },
		{ UNGARBLE_FIELDS_CSV, NULL, "title", "--csv" },
		{ UNGARBLE_FIELDS_TSV, NULL, "\u00E9t\u00E9", "--tsv" },
		{ UNGARBLE_FIELDS_NONE, NULL, "title", NULL },
		{ UNGARBLE_FIELDS_JSON, "x", "title", NULL },
		{ UNGARBLE_FIELDS_JSON, NULL, "a.txt", NULL },
		{ UNGARBLE_FIELDS_JSON, NULL, "a/b", NULL },
		{ UNGARBLE_FIELDS_JSON, NULL, "a,b", "--jsonl" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t at = 0; at < 2; at++) {
			char name[16], wanted[128] = "";
			char *files[] = { at ? "other" : name, name, NULL };
			const struct cli_options options = {
				.fields = rows[i].fields,
				.names = rows[i].names, .files = files };

			strcpy(name, rows[i].name);
			if (rows[i].option != NULL && at == 0)
				snprintf(wanted, sizeof(wanted), "ungarble: "
				    "names of fields are attached: %s=%s\n",
				    rows[i].option, name);
			heard_start();
			cli_advice_missing(&options, name);
			CHECK(name, heard_is(wanted));
		}
}

int
main(void)
{
	check_options();
	check_stream();
	check_missing();
	return check_done("advice_test");
}
