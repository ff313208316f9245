/*
 * options.h - the command line
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "color.h"
#include "io.h"

#include "ungarble.h"

/* What is wanted. */
enum cli_mode {
	CLI_REPAIR = 0,
	CLI_CHECK,
	CLI_LIST,
	CLI_DIFF,
	CLI_DETECT,
	CLI_EXPLAIN,
	CLI_PLAN,
	CLI_HELP,
	CLI_VERSION,
	CLI_LIST_FIXES,
	CLI_LIST_ENCODINGS,
	CLI_COMPLETION
};

/* Shells whose command lines can be completed. */
enum cli_shell {
	CLI_BASH = 0,
	CLI_ZSH,
	CLI_FISH
};

/* Files of rows, and what stands in them once cli_rows_read() was there. */
struct cli_rows {
	const char **names; /* n of them, or NULL */
	size_t n;
	char *s;
	size_t len;
};

#define CLI_N_TIDIES 4 /* options that add to --fix: see option_choices.c */

/* What becomes of a file that is no text. */
enum cli_binary {
	CLI_BINARY_PASS = 0,
	CLI_BINARY_SKIP,
	CLI_BINARY_FAIL
};

enum cli_progress_when {
	CLI_PROGRESS_AUTO = 0,
	CLI_PROGRESS_ALWAYS,
	CLI_PROGRESS_NEVER
};

struct cli_options {
	enum cli_mode mode;
	const char *mode_option; /* that chose it: "check" */
	enum cli_shell shell;    /* of CLI_COMPLETION */
	const char *from, *fallback, *languages, *declared;
	enum ungarble_scope scope;
	char *fixes; /* all --fix, commas between; or NULL */
	struct cli_rows lexicon, keep;
	enum ungarble_invalid invalid;
	enum cli_binary binary;
	bool binary_asked;   /* otherwise what -r finds is skipped */
	const char *tidies[CLI_N_TIDIES]; /* what options add to --fix; NULL */
	bool keep_invisible;
	unsigned confidence; /* 0: default */
	bool no_memory, line_buffered, exit_code, strict, quiet, verbose;
	enum ungarble_fields fields;
	const char *names; /* of those; NULL: all */
	char delimiter;    /* 0: default */
	bool no_header;
	bool json; /* --format */
	bool stats, stats_json;
	unsigned shard, n_shards; /* which of how many parts; 0: all */
	const char *plan, *plan_out; /* of them; NULL: none */
	enum cli_progress_when progress;
	unsigned threads; /* 0, if `threaded`: one for each processor */
	bool threaded;    /* it was asked for */
	enum cli_color_when color;
	const char *output; /* -o; NULL: standard output */
	const char *suffix; /* -i; "": none; NULL: not in place */
	bool break_links;
	const char *report; /* NULL: none */
	const char *page;   /* --report-html; NULL: none */
	const char *apply;  /* a report, too; NULL: none */
	const char *journal, *restore; /* NULL: none */
	bool recursive, follow;
	struct cli_rows include, exclude; /* names alone: globs */
	bool unpack;         /* -z */
	uint64_t max_expand; /* 0: any */
	bool expand_asked;   /* it was given */
	const char *files0; /* a file of names; NULL: none */
	char *list, **listed; /* what stood there; by cli_memory_resize() */
	size_t list_len;
	char **files;       /* ends with NULL; "-": standard input */
	bool named;         /* they were; otherwise that is standard input, or
			     * with -r the folder where it runs */
};

/*
 * Read the command line; says on stderr what is wrong with it.
 *
 * argv[0] and options that come after files are as getopt_long() has them.
 * False if it is wrong; release with cli_options_free() in any case.
 */
bool cli_options_parse(struct cli_options *options, int argc, char *argv[]);

void cli_options_free(struct cli_options *options);

/* Print what --help prints. */
void cli_options_help(struct cli_out *out);

#endif /* CLI_OPTIONS_H */
