/*
 * option_rows.h - the options there are
 */
#ifndef CLI_OPTION_ROWS_H
#define CLI_OPTION_ROWS_H

#include "options.h"

enum cli_option_id {
	OPTION_FROM,
	OPTION_LANG,
	OPTION_DECLARED,
	OPTION_FALLBACK,
	OPTION_SCOPE,
	OPTION_INVALID,
	OPTION_BINARY,
	OPTION_NO_MEMORY,
	OPTION_RECURSIVE,
	OPTION_INCLUDE,
	OPTION_EXCLUDE,
	OPTION_FOLLOW,
	OPTION_FILES0_FROM,
	OPTION_DECOMPRESS,
	OPTION_MAX_EXPAND,
	OPTION_JSONL,
	OPTION_CSV,
	OPTION_TSV,
	OPTION_DELIM,
	OPTION_NO_HEADER,
	OPTION_NULL_DATA,
	OPTION_FIX,
	OPTION_CONFIDENCE,
	OPTION_GUESS,
	OPTION_LEXICON,
	OPTION_KEEP,
	OPTION_APPLY,
	OPTION_BOM,
	OPTION_EOL,
	OPTION_NORMALIZE,
	OPTION_INVISIBLE,
	OPTION_OUTPUT,
	OPTION_IN_PLACE,
	OPTION_BREAK_LINKS,
	OPTION_JOURNAL,
	OPTION_RESTORE,
	OPTION_LINE_BUFFERED,
	OPTION_MEMORY,
	OPTION_THREADS,
	OPTION_SHARD,
	OPTION_PLAN_OUT,
	OPTION_PLAN,
	OPTION_SANDBOX,
	OPTION_CHECK,
	OPTION_LIST,
	OPTION_DIFF,
	OPTION_DETECT,
	OPTION_EXPLAIN,
	OPTION_REPORT,
	OPTION_REPORT_HTML,
	OPTION_FORMAT,
	OPTION_STATS,
	OPTION_PROGRESS,
	OPTION_COLOR,
	OPTION_EXIT_CODE,
	OPTION_STRICT,
	OPTION_QUIET,
	OPTION_VERBOSE,
	OPTION_LIST_FIXES,
	OPTION_LIST_ENCODINGS,
	OPTION_COMPLETION,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_N
};

enum cli_option_kind {
	CLI_OPTION_OTHER,  /* by code of its own */
	CLI_OPTION_FLAG,   /* sets a bool */
	CLI_OPTION_STRING, /* its value is kept in a const char * */
	CLI_OPTION_ROWS    /* its values are the names of a struct cli_rows */
};

struct cli_option_row {
	char letter;          /* 0: none */
	const char *name;     /* NULL: none */
	const char *argument; /* NULL: none; "[...]": may be left out */
	const char *help;
	const char *group;
	enum cli_mode mode; /* that it chooses */
	enum cli_option_kind kind;
	size_t at;          /* of that field in struct cli_options */
};

extern const struct cli_option_row cli_option_rows[OPTION_N];

/* Whether an option's value may be left out. */
bool cli_option_may_lack(const struct cli_option_row *row);

#endif /* CLI_OPTION_ROWS_H */
