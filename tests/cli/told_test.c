/*
 * told_test.c - how an input is read, by what the user asked for
 */
#define _XOPEN_SOURCE 700

#include "cli/told.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/teach.h"
#include "heard.h"

static struct cli_options options;
static struct cli_out out = { .fd = -1 }, report = { .fd = -1 },
    page = { .fd = -1 };
static struct cli_journal journal = CLI_JOURNAL_NONE;
static struct cli_job job = { .options = &options, .out = &out,
	.report = &report, .page = &page, .journal = &journal };
static struct cli_one one = { .job = &job, .name = "in" };

static struct ungarble_options
told(struct cli_options asked)
{
	options = asked;
	return cli_told_options(&one);
}

/* What is asked for is handed on as it is. */
static void
check_fields(void)
{
	static char fixes[] = "+a", rows[] = "rows", keep[] = "keep";
	const struct ungarble_options got = told((struct cli_options){
	    .from = "f", .fallback = "g", .languages = "l", .declared = "d",
	    .scope = UNGARBLE_SCOPE_STREAM, .fixes = fixes,
	    .invalid = UNGARBLE_INVALID_DROP, .keep_invisible = true,
	    .confidence = 7, .no_memory = true, .threads = 3,
	    .fields = UNGARBLE_FIELDS_CSV, .names = "n", .delimiter = ';',
	    .no_header = true, .lexicon = { .s = rows, .len = 4 },
	    .keep = { .s = keep, .len = 3 } });
	const struct ungarble_options none = told((struct cli_options){
	    .from = NULL });

	CHECK("encodings", strcmp(got.from, "f") == 0 &&
	    strcmp(got.fallback, "g") == 0 && strcmp(got.languages, "l") == 0 &&
	    strcmp(got.declared, "d") == 0 &&
	    got.scope == UNGARBLE_SCOPE_STREAM);
	CHECK("repairs", got.fixes == fixes && got.confidence == 7 &&
	    got.invalid == UNGARBLE_INVALID_DROP && got.keep_invisible == 1 &&
	    got.no_memory == 1 && got.threads == 3);
	CHECK("fields", got.fields == UNGARBLE_FIELDS_CSV &&
	    strcmp(got.names, "n") == 0 && got.delimiter == ';' &&
	    got.no_header == 1);
	CHECK("rows", got.lexicon == rows && got.lexicon_len == 4 &&
	    got.keep == keep && got.keep_len == 3);
	CHECK("who is told", got.user == &one && got.span != NULL &&
	    got.edit != NULL && got.finding != NULL && got.resize != NULL);
	CHECK("nothing", none.from == NULL && none.fallback == NULL &&
	    none.languages == NULL && none.declared == NULL &&
	    none.fixes == NULL && none.confidence == 0 &&
	    none.keep_invisible == 0 && none.no_memory == 0 &&
	    none.names == NULL && none.delimiter == '\0' &&
	    none.no_header == 0 && none.lexicon == NULL && none.keep == NULL &&
	    none.ask == NULL && none.binary == UNGARBLE_BINARY_PASS);
}

/* Text is written where it is repaired, and pieces told of where it takes. */
static void
check_modes(void)
{
	static struct cli_in_place in_place;
	static const struct {
		struct cli_options options;
		bool writes, pieces;
	} rows[] = {
		{ { .mode = CLI_REPAIR }, true, false },
		{ { .mode = CLI_CHECK }, false, false },
		{ { .mode = CLI_EXPLAIN }, false, false },
		{ { .mode = CLI_DETECT }, false, false },
		{ { .mode = CLI_LIST }, false, true },
		{ { .mode = CLI_DIFF }, false, true },
		{ { .exit_code = true }, true, true },
		{ { .fields = UNGARBLE_FIELDS_CSV }, true, false },
		{ { .fields = UNGARBLE_FIELDS_CSV, .stats = true }, true,
		    true },
		{ { .fields = UNGARBLE_FIELDS_TSV, .mode = CLI_CHECK }, false,
		    true },
		{ { .fields = UNGARBLE_FIELDS_JSON, .mode = CLI_EXPLAIN },
		    false, true },
		{ { .fields = UNGARBLE_FIELDS_NUL, .mode = CLI_CHECK }, false,
		    false },
		{ { .stats = true }, true, false },
	};
	struct ungarble_options got;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		got = told(rows[i].options);
		if (!CHECK("text", (got.write != NULL) == rows[i].writes) ||
		    !CHECK("pieces", (got.piece != NULL) == rows[i].pieces))
			fprintf(stderr, "    row %zu\n", i);
	}
	one.in_place = &in_place;
	got = told(rows[0].options);
	CHECK("in place", got.write == NULL && got.piece != NULL);
	one.in_place = NULL;
	page.fd = 2;
	got = told(rows[0].options);
	CHECK("a page", got.write != NULL && got.piece != NULL);
	got = told(rows[3].options);
	CHECK("a page of none", got.piece == NULL);
	page.fd = -1;
	report.fd = 2;
	CHECK("a report", told(rows[0].options).piece == NULL);
	CHECK("a report of fields", told(rows[7].options).piece != NULL);
	report.fd = -1;
	got = told((struct cli_options){ .mode = CLI_DETECT });
	CHECK("--detect", strcmp(got.fixes, "encoding") == 0 &&
	    got.keep_invisible == 1);
	options = rows[2].options;
	cli_teach_start(&options);
	CHECK("taught", cli_told_options(&one).piece != NULL);
}

/* What becomes of an input that is no text. */
static void
check_binary(void)
{
	static const struct {
		bool found, asked;
		enum cli_binary how, wanted;
	} rows[] = {
		{ false, false, CLI_BINARY_PASS, CLI_BINARY_PASS },
		{ true, false, CLI_BINARY_PASS, CLI_BINARY_SKIP },
		{ true, true, CLI_BINARY_PASS, CLI_BINARY_PASS },
		{ true, true, CLI_BINARY_FAIL, CLI_BINARY_FAIL },
		{ false, true, CLI_BINARY_SKIP, CLI_BINARY_SKIP },
		{ false, true, CLI_BINARY_FAIL, CLI_BINARY_FAIL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct cli_options asked = { .binary = rows[i].how,
			.binary_asked = rows[i].asked };
		struct cli_options detect = asked;
		struct ungarble_options got;

		detect.mode = CLI_DETECT;
		one.found = rows[i].found;
		got = told(asked);
		CHECK("binary", cli_told_binary(&one) == rows[i].wanted);
		CHECK("binary: the stream", got.binary ==
		    (rows[i].wanted == CLI_BINARY_PASS ? UNGARBLE_BINARY_PASS
						       : UNGARBLE_BINARY_FAIL));
		CHECK("--detect looks at all", told(detect).binary ==
		    UNGARBLE_BINARY_PASS);
	}
	one.found = false;
}

/*
 * What is in no field stays as it is: a span is told of if a piece in it came
 * out otherwise, and pieces of later spans may have been told of before it.
 */
static void
check_spans(void)
{
	/* A piece that changes, 'p', or not, 's'; a span, 'S', in UTF-8 'U'. */
	static const struct {
		char what;
		uint64_t at, end;
		bool told;
	} rows[] = {
		{ 'S', 0, 10, false },
		{ 's', 10, 20, false }, { 'S', 10, 20, false },
		{ 'p', 20, 21, false }, { 'S', 20, 30, true },
		/* It is told of once. */
		{ 'S', 30, 40, false },
		/* What is left of an earlier span is not of a later one. */
		{ 'p', 40, 41, false }, { 'S', 40, 50, true },
		{ 'p', 60, 61, false }, { 'S', 50, 60, false },
		{ 'S', 60, 70, true },
		/* Up to the end, and from there on. */
		{ 'p', 79, 80, false }, { 'S', 70, 80, true },
		{ 'S', 80, 90, false },
		/* Both of two, and no third. */
		{ 'p', 95, 96, false }, { 'p', 105, 106, false },
		{ 'S', 90, 100, true }, { 'S', 100, 110, true },
		{ 'S', 110, 120, false },
		{ 'p', 125, 126, false }, { 'p', 130, 131, false },
		{ 'S', 120, 130, true }, { 'S', 130, 131, true },
		/* None before the first. */
		{ 'p', 150, 151, false }, { 'S', 131, 140, false },
		{ 'S', 140, 150, false }, { 'S', 150, 160, true },
		/* In UTF-8 it is repaired, not decoded. */
		{ 'p', 165, 166, false }, { 'U', 160, 170, false },
		{ 'p', 185, 186, false }, { 'S', 170, 180, false },
		{ 'S', 180, 190, true },
	};
	const struct ungarble_options got = told((struct cli_options){
	    .mode = CLI_CHECK, .fields = UNGARBLE_FIELDS_CSV });
	static const char in[10] = "abcdefghi", other[10] = "ABCDEFGHI";

	out.fd = STDOUT_FILENO;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t len = (size_t)(rows[i].end - rows[i].at);
		const struct ungarble_span span = {
			.encoding = rows[i].what == 'U' ? "UTF-8"
							: "windows-1252",
			.rule = "decode/windows-1252", .in_at = rows[i].at,
			.in_len = len, .out_len = len };
		const struct ungarble_piece piece = { .in_at = rows[i].at,
			.in = in, .in_len = len, .out_len = len,
			.out = rows[i].what == 'p' ? other : in };

		out.len = 0;
		one.totals.changed = false;
		if (rows[i].what < 'a')
			(void)got.span(&one, &span);
		else
			(void)got.piece(&one, &piece);
		if (!CHECK("a span", (out.len > 0) == rows[i].told) ||
		    !CHECK("it changes", one.totals.changed ==
			(rows[i].told || rows[i].what == 'p')))
			fprintf(stderr, "    row %zu\n", i);
	}
	out = (struct cli_out){ .fd = -1 };
	one.totals = (struct cli_totals){ 0 };
}

/* Whatever is written to may fail. */
static void
check_outputs(void)
{
	struct cli_out *const outs[] = { &out, &report, &page, &journal.out };

	CHECK("none", !cli_job_out_failed(&job) && cli_job_flush(&job));
	for (size_t i = 0; i < sizeof(outs) / sizeof(*outs); i++) {
		outs[i]->error = EIO;
		CHECK("one of them", cli_job_out_failed(&job) &&
		    !cli_job_flush(&job));
		outs[i]->error = 0;
	}
	journal.err = UNGARBLE_ENOMEM;
	CHECK("the journal", cli_job_out_failed(&job) && !cli_job_flush(&job));
	journal.err = UNGARBLE_OK;
	CHECK("none", !cli_job_out_failed(&job) && cli_job_flush(&job));
}

int
main(void)
{
	check_fields();
	check_binary();
	check_spans();
	check_modes();
	check_outputs();
	return check_done("told_test");
}
