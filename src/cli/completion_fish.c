/*
 * completion_fish.c - --completion=fish
 *
 *	complete -c ungarble -l scope -d 'what has one encoding' -x -a 'record
 *	    stream'
 */
#include "completion.h"
#include "option_choices.h"

static const char fish_head[] =
    "# fish completion for ungarble, made by ungarble --completion=fish\n"
    "\n"
    "function __ungarble_labels\n";

static const char fish_fixes[] =
    "end\n"
    "\n"
    "function __ungarble_fixes\n";

/* 'text' */
static void
fish_quoted(struct cli_out *out, const char *s)
{
	cli_out_string(out, "'");
	cli_completion_escaped(out, s, "\\'");
	cli_out_string(out, "'");
}

static void
fish_word(struct cli_out *out, const char *sign, const char *word,
    const char *about)
{
	cli_out_string(out, "\tprintf '%s\\t%s\\n' ");
	cli_out_string(out, sign);
	cli_out_string(out, word);
	cli_out_string(out, " ");
	fish_quoted(out, about);
	cli_out_string(out, "\n");
}

/* Whether there is a value, whether it may be a file, and what else. */
static void
fish_value(struct cli_out *out, enum cli_option_id id)
{
	static const char *const actions[] = {
		[CLI_VALUE_NONE] = "",
		[CLI_VALUE_FREE] = "",
		[CLI_VALUE_FILE] = "",
		[CLI_VALUE_WORD] = " -a '",
		[CLI_VALUE_LABEL] = " -a '(__ungarble_labels)'",
		[CLI_VALUE_LABELS] =
		    " -a '(__fish_complete_list , __ungarble_labels)'",
		[CLI_VALUE_FIXES] =
		    " -a '(__fish_complete_list , __ungarble_fixes)'",
	};
	const enum cli_value value = cli_completion_value(id);
	const char *word;

	if (value != CLI_VALUE_NONE &&
	    !cli_option_may_lack(&cli_option_rows[id]))
		cli_out_string(out, value == CLI_VALUE_FILE ? " -r" : " -x");
	else if (value != CLI_VALUE_NONE)
		cli_out_string(out, " -f");
	cli_out_string(out, actions[value]);
	for (size_t i = 0; (word = cli_option_word(id, i)) != NULL; i++) {
		cli_out_string(out, i > 0 ? " " : "");
		cli_out_string(out, word);
	}
	cli_out_string(out, value == CLI_VALUE_WORD ? "'" : "");
}

void
cli_completion_fish(struct cli_out *out)
{
	cli_out_string(out, fish_head);
	cli_completion_labels(out, fish_word);
	cli_out_string(out, fish_fixes);
	cli_completion_fixes(out, fish_word);
	cli_out_string(out, "end\n\n");
	for (int i = 0; i < OPTION_N; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];

		cli_out_string(out, "complete -c ungarble");
		if (row->letter != 0) {
			cli_out_string(out, " -s ");
			cli_out_add(out, &row->letter, 1);
		}
		cli_out_string(out, " -l ");
		cli_out_string(out, row->name);
		cli_out_string(out, " -d ");
		fish_quoted(out, row->help);
		fish_value(out, (enum cli_option_id)i);
		cli_out_string(out, "\n");
	}
}
