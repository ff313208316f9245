/*
 * option_rows.c - the options there are, and --help
 *
 * One table gives getopt_long() its arrays, --help its lines, and the tests
 * what they compare with the manual: they cannot drift apart.
 */
#include <stddef.h>
#include <string.h>

#include "option_rows.h"

#define FLAG(field) CLI_OPTION_FLAG, offsetof(struct cli_options, field)
#define STRING(field) CLI_OPTION_STRING, offsetof(struct cli_options, field)
#define ROWS(field) CLI_OPTION_ROWS, offsetof(struct cli_options, field)
#define OTHER CLI_OPTION_OTHER, 0

const struct cli_option_row cli_option_rows[OPTION_N] = {
	[OPTION_FROM] = { 'f', "from", "LABEL[,LABEL...]",
	    "input is in this encoding, or in one of these", "Reading",
	    CLI_REPAIR, STRING(from) },
	[OPTION_LANG] = { 0, "lang", "CODE[,CODE...]",
	    "it is likely in these languages: de,fr", "Reading",
	    CLI_REPAIR, STRING(languages) },
	[OPTION_DECLARED] = { 0, "declared", "LABEL",
	    "the encoding that is claimed: evidence, not an order", "Reading",
	    CLI_REPAIR, STRING(declared) },
	[OPTION_FALLBACK] = { 0, "fallback", "LABEL",
	    "where nothing decides (windows-1252)", "Reading",
	    CLI_REPAIR, STRING(fallback) },
	[OPTION_SCOPE] = { 0, "scope", "WHAT",
	    "what has one encoding: record (a line) or stream", "Reading",
	    CLI_REPAIR, OTHER },
	[OPTION_INVALID] = { 0, "invalid", "HOW",
	    "unreadable bytes: replace (U+FFFD), escape, drop, fail",
	    "Reading",
	    CLI_REPAIR, OTHER },
	[OPTION_BINARY] = { 0, "binary", "HOW",
	    "a file that is no text: pass (as it is), skip or fail",
	    "Reading",
	    CLI_REPAIR, OTHER },
	[OPTION_NO_MEMORY] = { 0, "no-memory", NULL,
	    "records do not learn from those before them", "Reading",
	    CLI_REPAIR, FLAG(no_memory) },
	[OPTION_RECURSIVE] = { 'r', "recursive", NULL,
	    "take the files in folders, and in theirs", "Files",
	    CLI_REPAIR, FLAG(recursive) },
	[OPTION_INCLUDE] = { 0, "include", "GLOB",
	    "of the files that -r finds, only those of such a name", "Files",
	    CLI_REPAIR, ROWS(include) },
	[OPTION_EXCLUDE] = { 0, "exclude", "GLOB",
	    "leave out what -r finds of such a name, folders too", "Files",
	    CLI_REPAIR, ROWS(exclude) },
	[OPTION_FOLLOW] = { 0, "follow", NULL,
	    "let -r follow symbolic links", "Files",
	    CLI_REPAIR, FLAG(follow) },
	[OPTION_FILES0_FROM] = { 0, "files0-from", "FILE",
	    "take the names that are in FILE, a NUL behind each", "Files",
	    CLI_REPAIR, STRING(files0) },
	[OPTION_DECOMPRESS] = { 'z', "decompress", NULL,
	    "read gzip, xz, zstd and bzip2; -i writes them so, too", "Files",
	    CLI_REPAIR, FLAG(unpack) },
	[OPTION_MAX_EXPAND] = { 0, "max-expand", "N",
	    "how many times larger -z may make a file (1000)", "Files",
	    CLI_REPAIR, OTHER },
	[OPTION_JSONL] = { 0, "jsonl", "[PATHS]",
	    "lines of JSON: repair just the strings there, or all", "Fields",
	    CLI_REPAIR, OTHER },
	[OPTION_CSV] = { 0, "csv", "[COLUMNS]",
	    "rows of values: repair just these columns, or all", "Fields",
	    CLI_REPAIR, OTHER },
	[OPTION_TSV] = { 0, "tsv", "[COLUMNS]",
	    "the same with tabs between, and no quotes", "Fields",
	    CLI_REPAIR, OTHER },
	[OPTION_DELIM] = { 0, "delim", "SIGN",
	    "what stands between values", "Fields",
	    CLI_REPAIR, OTHER },
	[OPTION_NO_HEADER] = { 0, "no-header", NULL,
	    "the first row is one like any, and has no names", "Fields",
	    CLI_REPAIR, FLAG(no_header) },
	[OPTION_NULL_DATA] = { '0', "null-data", NULL,
	    "records end with NUL, not with a line", "Fields",
	    CLI_REPAIR, OTHER },
	[OPTION_FIX] = { 0, "fix", "LIST",
	    "which repairs are made; +NAME adds, -NAME refuses", "Repairing",
	    CLI_REPAIR, OTHER },
	[OPTION_CONFIDENCE] = { 0, "confidence", "P",
	    "how sure a repair must be, 0 to 1 or in percent (.9)", "Repairing",
	    CLI_REPAIR, OTHER },
	[OPTION_GUESS] = { 0, "guess", NULL,
	    "guess at characters that are lost: --fix=+guess", "Repairing",
	    CLI_REPAIR, OTHER },
	[OPTION_LEXICON] = { 0, "lexicon", "FILE",
	    "add rows for spun words, or take some (-FORM) away", "Repairing",
	    CLI_REPAIR, ROWS(lexicon) },
	[OPTION_KEEP] = { 0, "keep", "FILE",
	    "strings and /patterns/ that no repair may touch", "Repairing",
	    CLI_REPAIR, ROWS(keep) },
	[OPTION_APPLY] = { 0, "apply", "REPORT",
	    "make just the edits that a report tells of", "Repairing",
	    CLI_REPAIR, STRING(apply) },
	[OPTION_BOM] = { 0, "bom", "HOW",
	    "the byte order mark of a stream: keep or strip", "Tidying",
	    CLI_REPAIR, OTHER },
	[OPTION_EOL] = { 0, "eol", "HOW", "line ends: keep, lf or crlf",
	    "Tidying",
	    CLI_REPAIR, OTHER },
	[OPTION_NORMALIZE] = { 0, "normalize", "FORM",
	    "Unicode's normal forms: none, nfc, nfd, nfkc or nfkd", "Tidying",
	    CLI_REPAIR, OTHER },
	[OPTION_INVISIBLE] = { 0, "invisible", "HOW",
	    "characters that deceive: report, keep (silently), strip",
	    "Tidying",
	    CLI_REPAIR, OTHER },
	[OPTION_OUTPUT] = { 'o', "output", "FILE",
	    "write to FILE, once all went well", "Writing",
	    CLI_REPAIR, STRING(output) },
	[OPTION_IN_PLACE] = { 'i', "in-place", "[SUF]",
	    "change FILEs themselves; the old ones stay as FILE+SUF",
	    "Writing",
	    CLI_REPAIR, OTHER },
	[OPTION_BREAK_LINKS] = { 0, "break-links", NULL,
	    "let -i change files with other names (hard links)",
	    "Writing",
	    CLI_REPAIR, FLAG(break_links) },
	[OPTION_JOURNAL] = { 0, "journal", "FILE",
	    "keep in FILE what it takes to restore the inputs", "Writing",
	    CLI_REPAIR, STRING(journal) },
	[OPTION_RESTORE] = { 0, "restore", "FILE",
	    "write the original bytes of what has this journal", "Writing",
	    CLI_REPAIR, STRING(restore) },
	[OPTION_LINE_BUFFERED] = { 0, "line-buffered", NULL,
	    "decide and write each line before the next is read", "Writing",
	    CLI_REPAIR, FLAG(line_buffered) },
	[OPTION_MEMORY] = { 'M', "memory", "SIZE",
	    "take no more memory than this (64M)", "Writing",
	    CLI_REPAIR, OTHER },
	[OPTION_THREADS] = { 'T', "threads", "N",
	    "work with N threads; 0: one for each processor (1)",
	    "Writing",
	    CLI_REPAIR, OTHER },
	[OPTION_SHARD] = { 0, "shard", "K/N",
	    "do the Kth of N parts; joined they are the whole", "Writing",
	    CLI_REPAIR, OTHER },
	[OPTION_PLAN_OUT] = { 0, "plan-out", "FILE",
	    "write what N shards (--shard=N) must agree on", "Writing",
	    CLI_PLAN, STRING(plan_out) },
	[OPTION_PLAN] = { 0, "plan", "FILE",
	    "have a shard agree with all others on that", "Writing",
	    CLI_REPAIR, STRING(plan) },
	[OPTION_SANDBOX] = { 0, "sandbox", "WHEN",
	    "give up what a run does not need: auto, on or off", "Writing",
	    CLI_REPAIR, OTHER },
	[OPTION_CHECK] = { 0, "check", NULL,
	    "show each change; exit 1 if there is one", "Looking only",
	    CLI_CHECK, OTHER },
	[OPTION_LIST] = { 'l', "list", NULL,
	    "name each file that would change; exit 1 if one would",
	    "Looking only",
	    CLI_LIST, OTHER },
	[OPTION_DIFF] = { 0, "diff", NULL,
	    "show what would change as diff -u does; exit 1 if so",
	    "Looking only",
	    CLI_DIFF, OTHER },
	[OPTION_DETECT] = { 0, "detect", NULL,
	    "name each file's encoding, how sure that is, and why",
	    "Looking only",
	    CLI_DETECT, OTHER },
	[OPTION_EXPLAIN] = { 0, "explain", NULL, "put each change into words",
	    "Looking only",
	    CLI_EXPLAIN, OTHER },
	[OPTION_REPORT] = { 0, "report", "FILE",
	    "write each change as a line of JSON (-: to stderr)", "Telling",
	    CLI_REPAIR, STRING(report) },
	[OPTION_REPORT_HTML] = { 0, "report-html", "FILE",
	    "write a page to look at: what, where, before and after", "Telling",
	    CLI_REPAIR, STRING(page) },
	[OPTION_FORMAT] = { 0, "format", "FORM",
	    "what --detect writes: text or json", "Telling",
	    CLI_REPAIR, OTHER },
	[OPTION_STATS] = { 0, "stats", "[FORM]",
	    "say at the end what it came to, as text or json", "Telling",
	    CLI_REPAIR, OTHER },
	[OPTION_PROGRESS] = { 0, "progress", "[WHEN]",
	    "show how far it is: auto (on a terminal), always, never",
	    "Telling",
	    CLI_REPAIR, OTHER },
	[OPTION_COLOR] = { 0, "color", "WHEN",
	    "colours: auto (on a terminal), always or never", "Telling",
	    CLI_REPAIR, OTHER },
	[OPTION_EXIT_CODE] = { 0, "exit-code", NULL,
	    "exit 1 if something changed", "Telling",
	    CLI_REPAIR, FLAG(exit_code) },
	[OPTION_STRICT] = { 0, "strict", NULL,
	    "exit 3 if something is left that nothing repairs", "Telling",
	    CLI_REPAIR, FLAG(strict) },
	[OPTION_QUIET] = { 'q', "quiet", NULL,
	    "say nothing but what went wrong", "Telling",
	    CLI_REPAIR, FLAG(quiet) },
	[OPTION_VERBOSE] = { 'v', "verbose", NULL,
	    "say what was found in each file", "Telling",
	    CLI_REPAIR, FLAG(verbose) },
	[OPTION_LIST_FIXES] = { 0, "list-fixes", NULL,
	    "name the repairs that --fix knows", "About",
	    CLI_LIST_FIXES, OTHER },
	[OPTION_LIST_ENCODINGS] = { 0, "list-encodings", NULL,
	    "name the encodings and their labels", "About",
	    CLI_LIST_ENCODINGS, OTHER },
	[OPTION_COMPLETION] = { 0, "completion", "SHELL",
	    "print what completes options in bash, zsh or fish", "About",
	    CLI_REPAIR, OTHER },
	[OPTION_HELP] = { 'h', "help", NULL, "show this", "About",
	    CLI_HELP, OTHER },
	[OPTION_VERSION] = { 'V', "version", NULL,
	    "show the versions of the program, libraries and tables", "About",
	    CLI_VERSION, OTHER },
};

#define OPTION_COLUMN 25 /* where help texts start */

bool
cli_option_may_lack(const struct cli_option_row *row)
{
	return row->argument != NULL && row->argument[0] == '[';
}

/* "=FILE", "[=SUF]".  How long that is. */
static size_t
option_print_argument(struct cli_out *out, const struct cli_option_row *row)
{
	const char *const argument = row->argument;
	const bool optional = cli_option_may_lack(row);

	if (argument == NULL)
		return 0;
	cli_out_string(out, optional ? "[=" : "=");
	cli_out_string(out, argument + optional);
	return 1 + strlen(argument);
}

void
cli_options_help(struct cli_out *out)
{
	const char *group = "";

	cli_out_string(out,
	    "usage: ungarble [OPTION]... [FILE]...\n"
	    "Read text in unknown or mixed encodings, repair what is garbled, "
	    "write UTF-8.\n"
	    "Without FILE, or where it is -, read standard input.\n");
	for (size_t i = 0; i < OPTION_N; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];
		size_t width = 8 + strlen(row->name);

		if (strcmp(group, row->group) != 0) {
			group = row->group;
			cli_out_string(out, "\n");
			cli_out_string(out, group);
			cli_out_string(out, ":\n");
		}
		cli_out_string(out, row->letter != 0 ? "  -" : "   ");
		cli_out_add(out, row->letter != 0 ? &row->letter : " ", 1);
		cli_out_string(out, row->letter != 0 ? ", --" : "  --");
		cli_out_string(out, row->name);
		width += option_print_argument(out, row);
		if (width > OPTION_COLUMN - 2) {
			cli_out_string(out, "\n");
			width = 0;
		}
		while (width++ < OPTION_COLUMN)
			cli_out_string(out, " ");
		cli_out_string(out, row->help);
		cli_out_string(out, "\n");
	}
	cli_out_string(out,
	    "\nExit: 0 all was written, 1 something changed or would (--check, "
	    "--diff,\n--list, --exit-code), 2 trouble, 3 something cannot be "
	    "read, or is left\n(--invalid=fail, --strict).\n"
	    "The manual has it all: man ungarble\n");
}
