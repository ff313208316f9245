/*
 * options.c - the command line
 *
 *	-f latin1 --check a.txt -> from "latin1", mode CLI_CHECK, files "a.txt"
 *
 * What options there are stands in option_rows.c.  Whether their names of
 * encodings, languages and repairs are known is left to names.c.
 */
#define _XOPEN_SOURCE 700

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "advice.h"
#include "agree.h"
#include "memory.h"
#include "message.h"
#include "option_choices.h"
#include "option_rows.h"
#include "shard.h"
#include "suggest.h"
#include "threads.h"

#define OPTION_LETTERS (3 * OPTION_N + 2)
#define OPTION_MAX_EXPAND_DEFAULT 1000
#define OPTION_UNPACK_MEMORY ((size_t)256 << 20) /* beside what text takes */
#define OPTION_LONG 256 /* what getopt_long() returns is this more than an id */

/* `typed`: the word that the option stands in, with its dashes. */
static bool
option_unknown(const char *option, const char *typed)
{
	const char *const advice = cli_advice_option(option);
	const bool is_long = strncmp(typed, "--", 2) == 0;
	struct cli_suggest suggest = { .word = typed + strspn(typed, "-") };
	struct cli_out *out;

	suggest.word_len = strcspn(suggest.word, "=");
	/* "-diff" is meant for one, too; "-x" is not. */
	if (is_long || (typed[0] == '-' && suggest.word_len > 2))
		for (size_t i = 0; i < OPTION_N; i++)
			cli_suggest_try(&suggest, cli_option_rows[i].name);
	if (advice != NULL && (is_long || suggest.n == 0))
		return cli_message_wrong(option, "no such option", advice);
	out = cli_message_start(option);
	cli_out_string(out, "no such option");
	cli_message_end();
	out = cli_message_start(NULL);
	cli_suggest_print(&suggest, out, "--");
	cli_out_string(out, "--help shows all");
	cli_message_end();
	return false;
}

/* The word in which getopt_long() stopped at a letter: its last, or before. */
static const char *
option_cluster(char *argv[])
{
	const char *const past = argv[optind - 1];
	const bool is_last = past[0] == '-' && past[1] != '-' &&
	    past[strlen(past) - 1] == optopt;

	return is_last || argv[optind] == NULL ? past : argv[optind];
}

/* Say what getopt_long() found wrong: `c` is its answer, '?' or ':'. */
static bool
option_refuse(int c, char *argv[])
{
	const char letter[3] = { '-', (char)optopt, '\0' };

	if (optopt >= OPTION_LONG && c == '?')
		return cli_message_wrong(argv[optind - 1],
		    "this option takes no value", "--help shows all");
	if (c == ':')
		return cli_message_wrong(
		    optopt >= OPTION_LONG ? argv[optind - 1] : letter,
		    "a value is missing", "--help shows all");
	if (optopt != 0)
		return option_unknown(letter, option_cluster(argv));
	return option_unknown(argv[optind - 1], argv[optind - 1]);
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

static bool
option_number(const char *s, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; s[i] >= '0' && s[i] <= '9' && *n < 1000000000; i++)
		*n = *n * 10 + (uint64_t)(s[i] - '0');
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
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

/* Add a value to those of earlier options of the name. */
static bool
option_add_rows(struct cli_rows *rows, const char *name)
{
	const char **const more = realloc(
	    rows->names, (rows->n + 1) * sizeof(*more));

	if (more == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	more[rows->n++] = name;
	rows->names = more;
	return true;
}

static bool
option_mode(struct cli_options *options, const struct cli_option_row *row)
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

/* Take what records are made of. */
static bool
option_fields(struct cli_options *options, enum ungarble_fields fields,
    const char *names)
{
	if (options->fields != UNGARBLE_FIELDS_NONE &&
	    options->fields != fields)
		return cli_message_wrong(NULL,
		    "a file is of one form: --jsonl, --csv, --tsv or -0",
		    "ask for one at a time");
	options->fields = fields;
	options->names = names;
	return true;
}

/* The sign that stands between values, or \t; 0: it cannot be that. */
static char
option_delimiter(const char *value)
{
	if (strcmp(value, "\\t") == 0)
		return '\t';
	return value[0] != '\0' && value[1] == '\0' && value[0] != '"' &&
	    value[0] != '\n' && value[0] != '\r' && (value[0] & 0x80) == 0 ?
	    value[0] : '\0';
}

/* Take an option that is neither a flag nor a string that is just kept. */
static bool
option_take_other(struct cli_options *options, enum cli_option_id id,
    const char *value)
{
	switch (id) {
	case OPTION_IN_PLACE:
		options->suffix = value != NULL ? value : "";
		return true;
	case OPTION_FIX:
		return option_add_fixes(options, value);
	case OPTION_GUESS:
		return option_add_fixes(options, "+guess");
	case OPTION_JSONL:
		return option_fields(options, UNGARBLE_FIELDS_JSON, value);
	case OPTION_CSV:
		return option_fields(options, UNGARBLE_FIELDS_CSV, value);
	case OPTION_TSV:
		return option_fields(options, UNGARBLE_FIELDS_TSV, value);
	case OPTION_NULL_DATA:
		return option_fields(options, UNGARBLE_FIELDS_NUL, NULL);
	case OPTION_DELIM:
		options->delimiter = option_delimiter(value);
		return options->delimiter != '\0' ||
		    cli_message_wrong("--delim", "no such value",
			"--delim is one sign of ASCII, as ';', or '\\t'");
	case OPTION_MAX_EXPAND:
		options->expand_asked = true;
		return option_number(value, &options->max_expand) ||
		    cli_message_wrong("--max-expand", "no such value",
			"--max-expand is a number of times; 0: any");
	case OPTION_MEMORY:
		return cli_memory_set(value) ||
		    cli_message_wrong("--memory", "no such value",
			"--memory is a number of bytes, or of K, M or G: 64M");
	case OPTION_THREADS:
		options->threaded = true;
		return cli_threads_parse(value, &options->threads) ||
		    cli_message_wrong("--threads", "no such value",
			"--threads is 0 to 256; 0: one for each processor");
	case OPTION_SHARD:
		return cli_shard_parse(value, options) ||
		    cli_message_wrong("--shard", "no such value",
			"--shard is K/N, as 1/16 to 16/16");
	case OPTION_CONFIDENCE:
		options->confidence = option_percent(value);
		return options->confidence != 0 ||
		    cli_message_wrong("--confidence", "no such value",
			"--confidence is 0 to 1, as .9, or in percent, as 90");
	case OPTION_PROGRESS:
		return cli_option_choose(
		    options, id, value != NULL ? value : "always");
	case OPTION_STATS:
		options->stats = true;
		return cli_option_choose(
		    options, id, value != NULL ? value : "text");
	default:
		return cli_option_choose(options, id, value);
	}
}

/* Take one option into *options. */
static bool
option_take(struct cli_options *options, enum cli_option_id id,
    const char *value)
{
	const struct cli_option_row *row = &cli_option_rows[id];
	void *field = (char *)options + row->at;

	if (row->mode != CLI_REPAIR && !option_mode(options, row))
		return false;
	if (row->mode != CLI_REPAIR && row->kind == CLI_OPTION_OTHER)
		return true;
	switch (row->kind) {
	case CLI_OPTION_FLAG:
		*(bool *)field = true;
		return true;
	case CLI_OPTION_STRING:
		*(const char **)field = value;
		return true;
	case CLI_OPTION_ROWS:
		return option_add_rows(field, value);
	default:
		return option_take_other(options, id, value);
	}
}

/* Fill getopt_long()'s arrays from the table. */
static void
option_arrays(
    char letters[OPTION_LETTERS], struct option names[OPTION_N + 1])
{
	*letters++ = ':'; /* it says nothing itself */
	for (int i = 0; i < OPTION_N; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];

		if (row->letter != 0) {
			*letters++ = row->letter;
			if (row->argument != NULL)
				*letters++ = ':';
			if (cli_option_may_lack(row))
				*letters++ = ':';
		}
		names[i] = (struct option){ row->name,
			row->argument == NULL          ? no_argument
			    : cli_option_may_lack(row) ? optional_argument
						       : required_argument,
			NULL, OPTION_LONG + i };
	}
	*letters = '\0';
	names[OPTION_N] = (struct option){ NULL, 0, NULL, 0 };
}

/* The option of a letter that some row has. */
static enum cli_option_id
option_by_letter(int letter)
{
	int id = 0;

	while (cli_option_rows[id].letter != letter)
		id++;
	return (enum cli_option_id)id;
}

bool
cli_options_parse(struct cli_options *options, int argc, char *argv[])
{
	static char stdin_name[] = "-", *stdin_only[] = { stdin_name, NULL };
	static char here_name[] = ".", *here_only[] = { here_name, NULL };
	char letters[OPTION_LETTERS];
	struct option names[OPTION_N + 1];
	int c;

	*options = (struct cli_options){
		.files = stdin_only, .max_expand = OPTION_MAX_EXPAND_DEFAULT
	};
	if (argc < 1)
		return true;
	option_arrays(letters, names);
	while ((c = getopt_long(argc, argv, letters, names, NULL)) != -1) {
		if (c == '?' || c == ':')
			return option_refuse(c, argv);
		if (!option_take(options,
			c >= OPTION_LONG ? (enum cli_option_id)(c - OPTION_LONG)
					 : option_by_letter(c),
			optarg))
			return false;
		if (options->mode >= CLI_HELP)
			return true;
	}
	options->named = optind < argc;
	if (options->named)
		options->files = argv + optind;
	else if (options->recursive)
		options->files = here_only;
	if (options->output != NULL && strcmp(options->output, "-") == 0)
		options->output = NULL;
	/* Whatever --fix says, and wherever it stands. */
	for (size_t i = 0; i < CLI_N_TIDIES; i++) {
		if (options->tidies[i] != NULL &&
		    !option_add_fixes(options, options->tidies[i]))
			return false;
	}
	if (!cli_agree(options) || !cli_threads_settle(options))
		return false;
	if (options->unpack)
		cli_memory_extend(OPTION_UNPACK_MEMORY);
	if (options->plan_out != NULL && strcmp(options->plan_out, "-") != 0)
		options->output = options->plan_out;
	return true;
}

void
cli_options_free(struct cli_options *options)
{
	free(options->fixes);
	free(options->lexicon.names);
	free(options->lexicon.s);
	free(options->keep.names);
	free(options->keep.s);
	(void)cli_memory_resize(NULL, options->list, 0);
	(void)cli_memory_resize(NULL, options->listed, 0);
	free(options->include.names);
	free(options->exclude.names);
}
