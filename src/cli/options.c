/*
 * options.c - the command line
 *
 * One table gives getopt_long() its arrays, --help its lines, and the tests
 * what they compare with the manual: they cannot drift apart.
 */
#define _XOPEN_SOURCE 700

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "options.h"
#include "printable.h"
#include "suggest.h"

enum option_id {
	OPTION_FROM,
	OPTION_FALLBACK,
	OPTION_INVALID,
	OPTION_NO_MEMORY,
	OPTION_FIX,
	OPTION_CONFIDENCE,
	OPTION_OUTPUT,
	OPTION_LINE_BUFFERED,
	OPTION_CHECK,
	OPTION_LIST,
	OPTION_DETECT,
	OPTION_EXPLAIN,
	OPTION_REPORT,
	OPTION_EXIT_CODE,
	OPTION_QUIET,
	OPTION_VERBOSE,
	OPTION_LIST_FIXES,
	OPTION_LIST_ENCODINGS,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_N
};

#define OPTION_LONG 256 /* what getopt_long() returns is this more than an id */

static const struct option_row {
	char letter;          /* 0: none */
	const char *name;     /* NULL: none */
	const char *argument; /* NULL: none */
	const char *help;
	const char *group;
	enum cli_mode mode; /* that it chooses */
} option_rows[OPTION_N] = {
	[OPTION_FROM] = { 'f', "from", "LABEL[,LABEL...]",
	    "input is in this encoding, or in one of these", "Reading",
	    CLI_REPAIR },
	[OPTION_FALLBACK] = { 0, "fallback", "LABEL",
	    "where nothing decides (windows-1252)", "Reading", CLI_REPAIR },
	[OPTION_INVALID] = { 0, "invalid", "HOW",
	    "bytes that cannot be read: replace (U+FFFD) or fail", "Reading",
	    CLI_REPAIR },
	[OPTION_NO_MEMORY] = { 0, "no-memory", NULL,
	    "records do not learn from those before them", "Reading",
	    CLI_REPAIR },
	[OPTION_FIX] = { 0, "fix", "LIST",
	    "which repairs are made; +NAME adds, -NAME refuses", "Repairing",
	    CLI_REPAIR },
	[OPTION_CONFIDENCE] = { 0, "confidence", "P",
	    "how sure a repair must be, 0 to 1 or in percent (.9)", "Repairing",
	    CLI_REPAIR },
	[OPTION_OUTPUT] = { 'o', "output", "FILE",
	    "write to FILE, once all went well", "Writing", CLI_REPAIR },
	[OPTION_LINE_BUFFERED] = { 0, "line-buffered", NULL,
	    "decide and write each line before the next is read", "Writing",
	    CLI_REPAIR },
	[OPTION_CHECK] = { 0, "check", NULL,
	    "show each change; exit 1 if there is one", "Looking only",
	    CLI_CHECK },
	[OPTION_LIST] = { 'l', "list", NULL,
	    "name each file that would change; exit 1 if one would",
	    "Looking only", CLI_LIST },
	[OPTION_DETECT] = { 0, "detect", NULL,
	    "name each file's encoding and how sure that is", "Looking only",
	    CLI_DETECT },
	[OPTION_EXPLAIN] = { 0, "explain", NULL, "put each change into words",
	    "Looking only", CLI_EXPLAIN },
	[OPTION_REPORT] = { 0, "report", "FILE",
	    "write each change as a line of JSON (-: to stderr)", "Telling",
	    CLI_REPAIR },
	[OPTION_EXIT_CODE] = { 0, "exit-code", NULL,
	    "exit 1 if something changed", "Telling", CLI_REPAIR },
	[OPTION_QUIET] = { 'q', "quiet", NULL,
	    "say nothing but what went wrong", "Telling", CLI_REPAIR },
	[OPTION_VERBOSE] = { 'v', "verbose", NULL,
	    "say what was found in each file", "Telling", CLI_REPAIR },
	[OPTION_LIST_FIXES] = { 0, "list-fixes", NULL,
	    "name the repairs that --fix knows", "About", CLI_LIST_FIXES },
	[OPTION_LIST_ENCODINGS] = { 0, "list-encodings", NULL,
	    "name the encodings and their labels", "About",
	    CLI_LIST_ENCODINGS },
	[OPTION_HELP] = { 'h', "help", NULL, "show this", "About", CLI_HELP },
	[OPTION_VERSION] = { 'V', "version", NULL,
	    "show the versions of the program, libraries and tables", "About",
	    CLI_VERSION },
};

#define OPTION_COLUMN 25 /* where help texts start */

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
		const struct option_row *row = &option_rows[i];
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
		if (row->argument != NULL) {
			cli_out_string(out, "=");
			cli_out_string(out, row->argument);
			width += 1 + strlen(row->argument);
		}
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
	    "--list,\n--exit-code), 2 trouble, 3 input that cannot be read "
	    "(--invalid=fail).\nThe manual has it all: man ungarble\n");
}

/* Say two lines: what is wrong with `what`, and where to look. */
static bool
option_wrong(const char *what, const char *problem, const char *hint)
{
	cli_message(what, problem);
	cli_message(NULL, hint);
	return false;
}

static bool
option_unknown(const char *word)
{
	struct cli_out *out = cli_message_start(word);
	struct cli_suggest suggest = { .word = word + 2 };

	cli_out_string(out, "no such option");
	cli_message_end();
	out = cli_message_start(NULL);
	if (word[1] == '-') {
		suggest.word_len = strcspn(word + 2, "=");
		for (size_t i = 0; i < OPTION_N; i++)
			cli_suggest_try(&suggest, option_rows[i].name);
		cli_suggest_print(&suggest, out, "--");
	}
	cli_out_string(out, "--help shows all");
	cli_message_end();
	return false;
}

/* Say what getopt_long() found wrong: `c` is its answer, '?' or ':'. */
static bool
option_refuse(int c, char *argv[])
{
	const char letter[3] = { '-', (char)optopt, '\0' };

	if (optopt >= OPTION_LONG && c == '?')
		return option_wrong(argv[optind - 1],
		    "this option takes no value", "--help shows all");
	if (c == ':')
		return option_wrong(
		    optopt >= OPTION_LONG ? argv[optind - 1] : letter,
		    "a value is missing", "--help shows all");
	if (optopt == 'c')
		return option_wrong(letter, "no such option",
		    "--invalid says what becomes of bytes that cannot be read");
	if (optopt == 't')
		return option_wrong(letter, "no such option",
		    "output is always UTF-8; iconv makes others of it");
	return option_unknown(optopt != 0 ? letter : argv[optind - 1]);
}

/* ".9", "0.9", "90" and "90%" as 90.  0 if it is nothing of the kind. */
static unsigned
option_percent(const char *s)
{
	const bool fraction = strchr(s, '.') != NULL;
	unsigned value = 0, n_digits = 0, n_places = 0;

	for (; *s >= '0' && *s <= '9' && value <= 100; s++, n_digits++)
		value = value * 10 + (unsigned)(*s - '0');
	if (fraction || (value <= 1 && n_digits > 0 && *s == '\0')) {
		value *= 100;
		if (*s == '.')
			s++;
		for (; *s >= '0' && *s <= '9'; s++, n_digits++, n_places++)
			if (n_places < 2)
				value += (unsigned)(*s - '0') *
				    (n_places == 0 ? 10 : 1);
			else if (n_places == 2 && *s != '0')
				value++; /* .995 asks for more than .99 */
	} else if (*s == '%') {
		s++;
	}
	if (n_digits == 0 || *s != '\0' || value > 100)
		return 0;
	return value > 0 ? value : 1;
}

/* Add a list to those of earlier --fix options. */
static bool
option_add_fixes(struct cli_options *options, const char *list)
{
	const size_t had = options->fixes != NULL ? strlen(options->fixes) : 0;
	const size_t len = strlen(list);
	char *fixes = malloc(had + len + 2);

	if (fixes == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	if (had > 0) {
		memcpy(fixes, options->fixes, had);
		fixes[had] = ',';
	}
	memcpy(fixes + had + (had > 0), list, len + 1);
	free(options->fixes);
	options->fixes = fixes;
	return true;
}

static bool
option_mode(struct cli_options *options, const struct option_row *row)
{
	if (options->mode != CLI_REPAIR && options->mode != row->mode &&
	    row->mode < CLI_HELP) {
		struct cli_out *out = cli_message_start(NULL);

		cli_out_string(out, "--");
		cli_out_string(out, row->name);
		cli_out_string(out, " does not go together with --");
		cli_out_string(out, options->mode_option);
		cli_message_end();
		cli_message(NULL, "ask for one at a time");
		return false;
	}
	options->mode = row->mode;
	options->mode_option = row->name;
	return true;
}

/* Take one option into *options. */
static bool
option_take(struct cli_options *options, enum option_id id, const char *value)
{
	if (option_rows[id].mode != CLI_REPAIR)
		return option_mode(options, &option_rows[id]);
	switch (id) {
	case OPTION_FROM:
		options->from = value;
		break;
	case OPTION_FALLBACK:
		options->fallback = value;
		break;
	case OPTION_NO_MEMORY:
		options->no_memory = true;
		break;
	case OPTION_OUTPUT:
		options->output = value;
		break;
	case OPTION_LINE_BUFFERED:
		options->line_buffered = true;
		break;
	case OPTION_REPORT:
		options->report = value;
		break;
	case OPTION_EXIT_CODE:
		options->exit_code = true;
		break;
	case OPTION_QUIET:
		options->quiet = true;
		break;
	case OPTION_VERBOSE:
		options->verbose = true;
		break;
	case OPTION_FIX:
		return option_add_fixes(options, value);
	case OPTION_INVALID:
		if (strcmp(value, "fail") != 0 && strcmp(value, "replace") != 0)
			return option_wrong("--invalid", "no such value",
			    "--invalid is replace or fail");
		options->invalid = value[0] == 'f' ? UNGARBLE_INVALID_FAIL
						   : UNGARBLE_INVALID_REPLACE;
		break;
	case OPTION_CONFIDENCE:
		options->confidence = option_percent(value);
		if (options->confidence == 0)
			return option_wrong("--confidence", "no such value",
			    "--confidence is 0 to 1, as .9, or in percent, "
			    "as 90");
		break;
	default:
		break;
	}
	return true;
}

/* Fill getopt_long()'s arrays from the table. */
static void
option_arrays(char letters[2 * OPTION_N + 2], struct option names[OPTION_N + 1])
{
	*letters++ = ':';
	for (int i = 0; i < OPTION_N; i++) {
		const struct option_row *row = &option_rows[i];

		if (row->letter != 0) {
			*letters++ = row->letter;
			if (row->argument != NULL)
				*letters++ = ':';
		}
		names[i] = (struct option){ row->name,
			row->argument != NULL ? required_argument : no_argument,
			NULL, OPTION_LONG + i };
	}
	*letters = '\0';
	names[OPTION_N] = (struct option){ NULL, 0, NULL, 0 };
}

static enum option_id
option_by_letter(int letter)
{
	int id = 0;

	while (id < OPTION_N && option_rows[id].letter != letter)
		id++;
	return (enum option_id)id;
}

bool
cli_options_parse(struct cli_options *options, int argc, char *argv[])
{
	static char stdin_name[] = "-", *stdin_only[] = { stdin_name, NULL };
	char letters[2 * OPTION_N + 2];
	struct option names[OPTION_N + 1];
	int c;

	*options = (struct cli_options){ .files = stdin_only };
	if (argc < 1)
		return true;
	option_arrays(letters, names);
	opterr = 0;
	while ((c = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		if (c == '?' || c == ':')
			return option_refuse(c, argv);
		if (!option_take(options,
			c >= OPTION_LONG ? (enum option_id)(c - OPTION_LONG)
					 : option_by_letter(c),
			optarg))
			return false;
		if (options->mode >= CLI_HELP)
			return true;
	}
	if (optind < argc)
		options->files = argv + optind;
	return true;
}

void
cli_options_free(struct cli_options *options)
{
	free(options->fixes);
}
