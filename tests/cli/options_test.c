/*
 * options_test.c - values of options: which are taken, and as what
 */
#define _XOPEN_SOURCE 700

#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "check.h"
#include "checked.h"
#include "cli/memory.h"
#include "cli/option_choices.h"
#include "heard.h"

#define BAD 1000

/* Read a command line of so many words. */
static bool
parse(struct cli_options *options, const char *a, const char *b, const char *c,
    const char *said)
{
	static char program[] = "ungarble";
	static char words[3][256]; /* options point there */
	char *argv[] = { program, words[0], words[1], words[2], NULL };
	const char *const given[] = { a, b, c };
	int argc = 1;
	bool good;

	for (int i = 0; i < 3; i++)
		if (given[i] != NULL)
			strcpy(words[argc++ - 1], given[i]);
	argv[argc] = NULL;
	optind = 0; /* anew */
	heard_start();
	good = cli_options_parse(options, argc, argv);
	CHECK(a, said != NULL ? heard_is(said) : *heard() != '\0');
	return good;
}

static const struct {
	const char *value;
	unsigned percent;
} percents[] = {
	{ ".9", 90 }, { "0.9", 90 }, { "00.9", 90 }, { "90", 90 },
	{ "90%", 90 }, { ".90", 90 }, { "0.09", 9 }, { "9", 9 }, { "2", 2 },
	{ "1", 100 }, { "1.", 100 }, { "1.0", 100 }, { "1.00", 100 },
	{ "1%", 1 }, { "01", 100 }, { "100", 100 }, { "100%", 100 },
	{ ".955", 96 }, { ".950", 95 }, { ".951", 96 }, { ".999", 100 },
	{ ".9501", 95 }, { "0.001", 1 }, { "0.0", 1 }, { "0", 1 },
	{ "0%", 1 }, { ".1", 10 }, { ".01", 1 }, { ".11", 11 },
	{ "101", BAD }, { "101%", BAD }, { "1.01", BAD }, { "1.1", BAD },
	{ "1.001", BAD }, { "2.", BAD }, { "50.5", BAD }, { "50.5%", BAD },
	{ "", BAD }, { ".", BAD }, { "%", BAD }, { "9%%", BAD },
	{ "9 ", BAD }, { " 9", BAD }, { "-1", BAD }, { "+1", BAD },
	{ "1e1", BAD }, { "/", BAD }, { ":", BAD }, { "9/", BAD },
	{ "9:", BAD }, { "0:", BAD }, { ".9:", BAD }, { ".9/", BAD },
	{ ".:", BAD }, { "1.0.0", BAD }, { "4294967297", BAD },
	{ "99999999999999999999", BAD },
};

static void
check_percents(void)
{
	static const char refused[] = "ungarble: --confidence: no such value\n"
	    "ungarble: --confidence is 0 to 1, as .9, or in percent, as 90\n";
	struct cli_options options;
	char word[64];

	for (size_t i = 0; i < sizeof(percents) / sizeof(*percents); i++) {
		const bool bad = percents[i].percent == BAD;
		bool good;

		(void)snprintf(word, sizeof(word), "--confidence=%s",
		    percents[i].value);
		good = parse(&options, word, NULL, NULL, bad ? refused : "");
		CHECK(percents[i].value, good == !bad);
		CHECK(percents[i].value, bad ||
		    options.confidence == percents[i].percent);
		cli_options_free(&options);
	}
}

static void
check_numbers(void)
{
	static const struct {
		const char *value;
		uint64_t n;
	} rows[] = { { "0", 0 }, { "1", 1 }, { "10", 10 }, { "090", 90 },
		{ "999999999", 999999999 }, { "1000000000", 1000000000 },
		{ "9999999999", 9999999999 }, };
	static const char *const bad[] = { "", "x", "1x", "-1", " 1", "1 ",
		"1.5", ":", "1/" };
	struct cli_options options;
	char word[64];

	CHECK("by itself", parse(&options, "-z", NULL, NULL, "") &&
	    options.max_expand == 1000 && !options.expand_asked);
	cli_options_free(&options);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		(void)snprintf(word, sizeof(word), "--max-expand=%s",
		    rows[i].value);
		CHECK(word, parse(&options, "-z", word, NULL, "") &&
		    options.max_expand == rows[i].n && options.expand_asked);
		cli_options_free(&options);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		(void)snprintf(word, sizeof(word), "--max-expand=%s", bad[i]);
		CHECK(word, !parse(&options, "-z", word, NULL,
		    "ungarble: --max-expand: no such value\n"
		    "ungarble: --max-expand is a number of times; 0: any\n"));
		cli_options_free(&options);
	}
}

static void
check_signs(void)
{
	static const char *const bad[] = { "", "\"", "\n", "\r", ";;", "\\n",
		"\xC3\xA9", "\x80", "\xFF", "\\tt" };
	struct cli_options options;
	char word[64];

	for (int c = 1; c < 128; c++) {
		const char value[] = { (char)c, '\0' };

		if (strchr("\"\n\r", c) != NULL)
			continue;
		(void)snprintf(word, sizeof(word), "--delim=%s", value);
		CHECK("any other", parse(&options, "--csv", word, NULL, "") &&
		    options.delimiter == (char)c);
		cli_options_free(&options);
	}
	CHECK("a tab", parse(&options, "--csv", "--delim=\\t", NULL, "") &&
	    options.delimiter == '\t');
	cli_options_free(&options);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		(void)snprintf(word, sizeof(word), "--delim=%s", bad[i]);
		CHECK(word, !parse(&options, "--csv", word, NULL,
		    "ungarble: --delim: no such value\nungarble: --delim is "
		    "one sign of ASCII, as ';', or '\\t'\n"));
		cli_options_free(&options);
	}
}

/* What --fix comes to. */
static void
check_fixes(void)
{
	static const struct {
		const char *a, *b, *c, *fixes;
	} rows[] = {
		{ "-q", NULL, NULL, NULL },
		{ "--fix=a", NULL, NULL, "a" },
		{ "--fix=", NULL, NULL, "" },
		{ "--fix=a,b", "--fix=-c", NULL, "a,b,-c" },
		{ "--guess", "--fix=x", NULL, "+guess,x" },
		{ "--fix=x", "--guess", NULL, "x,+guess" },
		{ "--bom=keep", NULL, NULL, "-bom" },
		{ "--bom=STRIP", NULL, NULL, "+bom" },
		{ "--eol=keep", NULL, NULL, "-eol-lf,-eol-crlf" },
		{ "--eol=lf", NULL, NULL, "+eol-lf" },
		{ "--eol=crlf", "--fix=a", NULL, "a,+eol-crlf" },
		{ "--eol=crlf", "--eol=lf", NULL, "+eol-lf" },
		{ "--normalize=none", NULL, NULL, "-nfc,-nfd,-nfkc,-nfkd" },
		{ "--normalize=nfc", NULL, NULL, "+nfc" },
		{ "--normalize=nfd", NULL, NULL, "+nfd" },
		{ "--normalize=nfkc", NULL, NULL, "+nfkc" },
		{ "--normalize=nfkd", NULL, NULL, "+nfkd" },
		{ "--invisible=report", NULL, NULL, "-invisible" },
		{ "--invisible=keep", NULL, NULL, "-invisible" },
		{ "--invisible=strip", NULL, NULL, "+invisible" },
		{ "--invisible=strip", "--bom=strip", "--eol=lf",
		    "+bom,+eol-lf,+invisible" },
	};
	struct cli_options options;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].a, parse(&options, rows[i].a, rows[i].b,
		    rows[i].c, ""));
		if (!CHECK(rows[i].a, rows[i].fixes == NULL
			? options.fixes == NULL
			: options.fixes != NULL &&
			    strcmp(options.fixes, rows[i].fixes) == 0))
			fprintf(stderr, "    %s\n", options.fixes);
		CHECK(rows[i].a, options.keep_invisible ==
		    (strcmp(rows[i].a, "--invisible=keep") == 0));
		cli_options_free(&options);
	}
}

/* Words that are chosen from: each is what it is called. */
static void
check_words(void)
{
	struct cli_options options;

#define WORD(word, field, value) \
	CHECK(word, parse(&options, word, NULL, NULL, "") && \
	    options.field == (value)); \
	cli_options_free(&options)
	WORD("--scope=record", scope, UNGARBLE_SCOPE_RECORD);
	WORD("--scope=Stream", scope, UNGARBLE_SCOPE_STREAM);
	WORD("--invalid=replace", invalid, UNGARBLE_INVALID_REPLACE);
	WORD("--invalid=escape", invalid, UNGARBLE_INVALID_ESCAPE);
	WORD("--invalid=drop", invalid, UNGARBLE_INVALID_DROP);
	WORD("--invalid=fail", invalid, UNGARBLE_INVALID_FAIL);
	WORD("--binary=pass", binary, CLI_BINARY_PASS);
	WORD("--binary=skip", binary, CLI_BINARY_SKIP);
	WORD("--binary=fail", binary, CLI_BINARY_FAIL);
	WORD("--binary=pass", binary_asked, true);
	WORD("-q", binary_asked, false);
	WORD("--color=auto", color, CLI_COLOR_AUTO);
	WORD("--color=always", color, CLI_COLOR_ALWAYS);
	WORD("--color=never", color, CLI_COLOR_NEVER);
	WORD("--progress=auto", progress, CLI_PROGRESS_AUTO);
	WORD("--progress", progress, CLI_PROGRESS_ALWAYS);
	WORD("--progress=never", progress, CLI_PROGRESS_NEVER);
	WORD("--stats", stats, true);
	WORD("--stats", stats_json, false);
	WORD("--stats=text", stats_json, false);
	WORD("--stats=json", stats_json, true);
	WORD("--completion=bash", shell, CLI_BASH);
	WORD("--completion=zsh", shell, CLI_ZSH);
	WORD("--completion=fish", shell, CLI_FISH);
	WORD("--completion=fish", mode, CLI_COMPLETION);
	WORD("--jsonl", fields, UNGARBLE_FIELDS_JSON);
	WORD("--csv", fields, UNGARBLE_FIELDS_CSV);
	WORD("--tsv", fields, UNGARBLE_FIELDS_TSV);
	WORD("-0", fields, UNGARBLE_FIELDS_NUL);
	WORD("-0", names, NULL);
	CHECK("json", parse(&options, "--detect", "--format=json", NULL, "") &&
	    options.json);
	cli_options_free(&options);
	CHECK("text", parse(&options, "--detect", "--format=text", NULL, "") &&
	    !options.json);
	cli_options_free(&options);
	CHECK("no such word", !parse(&options, "--eol=cr", NULL, NULL,
	    "ungarble: --eol: no such value\n"
	    "ungarble: --eol is keep, lf or crlf\n"));
	cli_options_free(&options);
	CHECK("no such word", !parse(&options, "--bom=", NULL, NULL,
	    "ungarble: --bom: no such value\n"
	    "ungarble: --bom is keep or strip\n"));
	cli_options_free(&options);
	CHECK("no such word", !parse(&options, "--normalize=nfcc", NULL, NULL,
	    "ungarble: --normalize: no such value\n"
	    "ungarble: --normalize is none, nfc, nfd, nfkc or nfkd\n"));
	cli_options_free(&options);
	CHECK("words", strcmp(cli_option_word(OPTION_NORMALIZE, 4), "nfkd") ==
	    0 && cli_option_word(OPTION_NORMALIZE, 5) == NULL &&
	    strcmp(cli_option_word(OPTION_BOM, 1), "strip") == 0 &&
	    cli_option_word(OPTION_BOM, 2) == NULL &&
	    cli_option_word(OPTION_FROM, 0) == NULL &&
	    strcmp(cli_option_word(OPTION_INVISIBLE, 0), "report") == 0);
}

static void
check_files(void)
{
	struct cli_options options;

	CHECK("none", parse(&options, "-q", NULL, NULL, "") &&
	    !options.named && strcmp(options.files[0], "-") == 0 &&
	    options.files[1] == NULL);
	cli_options_free(&options);
	CHECK("-r", parse(&options, "-r", NULL, NULL, "") && !options.named &&
	    strcmp(options.files[0], ".") == 0 && options.files[1] == NULL);
	cli_options_free(&options);
	CHECK("-o -", parse(&options, "-o", "-", NULL, "") &&
	    options.output == NULL);
	cli_options_free(&options);
	CHECK("-o", parse(&options, "-o", "out", NULL, "") &&
	    strcmp(options.output, "out") == 0);
	cli_options_free(&options);
	CHECK("--lexicon", parse(&options, "--lexicon=a", "--lexicon=b", NULL,
	    "") && options.lexicon.n == 2 && options.keep.n == 0 &&
	    strncmp(options.lexicon.names[1], "b", 1) == 0);
	cli_options_free(&options);
	CHECK("two modes", !parse(&options, "--check", "--diff", NULL,
	    "ungarble: --diff does not go together with --check\n"
	    "ungarble: ask for one at a time\n"));
	cli_options_free(&options);
	CHECK("one mode twice", parse(&options, "--check", "--check", NULL,
	    "") && options.mode == CLI_CHECK);
	cli_options_free(&options);
	CHECK("two forms", !parse(&options, "--csv", "--tsv", NULL,
	    "ungarble: a file is of one form: --jsonl, --csv, --tsv or -0\n"
	    "ungarble: ask for one at a time\n"));
	cli_options_free(&options);
}

/* What getopt_long() takes for wrong, and what is said of it. */
static void
check_unknown(void)
{
	static const struct {
		const char *a, *b, *said;
	} rows[] = {
		{ "--explian", "x", "ungarble: --explian: no such option\n"
		    "ungarble: did you mean --explain? --help shows all\n" },
		{ "--xyzzy", NULL, "ungarble: --xyzzy: no such option\n"
		    "ungarble: --help shows all\n" },
		{ "--encoding=x", NULL, "ungarble: --encoding=x: no such "
		    "option\nungarble: --from says what the input is in\n" },
		{ "-X", "x", "ungarble: -X: no such option\n"
		    "ungarble: --help shows all\n" },
		{ "-diff", "x", "ungarble: -d: no such option\n"
		    "ungarble: did you mean --diff? --help shows all\n" },
		{ "-qX", NULL, "ungarble: -X: no such option\n"
		    "ungarble: --help shows all\n" },
		{ "-n", NULL, "ungarble: -n: no such option\nungarble: "
		    "--check, --diff and --list change nothing\n" },
		{ "--check=1", "x", "ungarble: --check=1: this option takes no "
		    "value\nungarble: --help shows all\n" },
		{ "--from", NULL, "ungarble: --from: a value is missing\n"
		    "ungarble: --help shows all\n" },
		{ "-qf", NULL, "ungarble: -f: a value is missing\n"
		    "ungarble: --help shows all\n" },
	};
	struct cli_options options;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].a, !parse(&options, rows[i].a, rows[i].b, NULL,
		    rows[i].said));
		cli_options_free(&options);
	}
}

/*
 * Without memory, and with more and more of it: who lacks it says so, once.
 * Where the system has no such limit there is enough at once.
 */
static void
check_memory(void)
{
#ifndef CHECKED_ALLOCATION
	enum { WORDS = 60000 };
	static char program[] = "ungarble", word[600000], eol[] = "--eol=lf";
	static char *argv[WORDS + 1];
	static const char *const names[] = { "--fix=", "--lexicon=",
		"--keep=" };
	struct cli_options options;
	struct rlimit was, small;

	CHECK("limit", getrlimit(RLIMIT_DATA, &was) == 0);
	small = was;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		int argc = i == 0 ? 3 : WORDS;
		bool good = false;

		memset(word, 'a', sizeof(word) - 1);
		memcpy(word, names[i], strlen(names[i]));
		if (i > 0)
			word[strlen(names[i]) + 1] = '\0';
		for (int j = 1; j < argc; j++)
			argv[j] = word;
		argv[0] = program;
		if (i == 0)
			argv[2] = eol;
		argv[argc] = NULL;
		for (rlim_t n = 1; n < 512 && !good; n++) {
			const char *said;

			small.rlim_cur = n << 19;
			optind = 0;
			heard_start();
			(void)setrlimit(RLIMIT_DATA, &small);
			good = cli_options_parse(&options, argc, argv);
			(void)setrlimit(RLIMIT_DATA, &was);
			said = heard();
			CHECK(names[i], strcmp(said, good ? "" :
			    "ungarble: no memory\n") == 0);
			cli_options_free(&options);
		}
		CHECK(names[i], good);
	}
#endif
}

int
main(void)
{
	check_percents();
	check_numbers();
	check_signs();
	check_fixes();
	check_words();
	check_files();
	check_unknown();
	check_memory();
	return check_done("options_test");
}
