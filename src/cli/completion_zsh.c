/*
 * completion_zsh.c - --completion=zsh
 *
 *	'--scope=[what has one encoding]:WHAT:(record stream)'
 */
#include "completion.h"
#include "option_choices.h"

static const char zsh_head[] =
    "#compdef ungarble\n"
    "# zsh completion for ungarble, made by ungarble --completion=zsh\n"
    "\n";

static const char zsh_labels[] =
    "_ungarble_labels() {\n"
    "\tlocal -a labels=(\n";

static const char zsh_fixes[] =
    "\t)\n"
    "\t_describe -t labels encoding labels \"$@\"\n"
    "}\n"
    "\n"
    "_ungarble_fixes() {\n"
    "\tlocal -a fixes=(\n";

static const char zsh_options[] =
    "\t)\n"
    "\t_describe -t fixes repair fixes \"$@\"\n"
    "}\n"
    "\n"
    "_ungarble() {\n"
    "\t_arguments -s -S : \\\n";

static const char zsh_tail[] =
    "\t\t'*:file:_files'\n"
    "}\n"
    "\n"
    "# as a function of its own, or read by a shell that runs\n"
    "if [[ $funcstack[1] == _ungarble ]]; then\n"
    "\t_ungarble \"$@\"\n"
    "else\n"
    "\tcompdef _ungarble ungarble\n"
    "fi\n";

/* Within single quotes; where colons and brackets mean something. */
static void
zsh_quoted(struct cli_out *out, const char *s)
{
	for (; *s != '\0'; s++) {
		const char one[2] = { *s, '\0' };

		if (*s == '\'')
			cli_out_string(out, "'\\'");
		cli_completion_escaped(out, one, "\\:[]");
	}
}

/* 'koi8-r:KOI8-R' */
static void
zsh_word(struct cli_out *out, const char *sign, const char *word,
    const char *about)
{
	cli_out_string(out, "\t\t'");
	cli_out_string(out, sign);
	cli_out_string(out, word);
	cli_out_string(out, ":");
	zsh_quoted(out, about);
	cli_out_string(out, "'\n");
}

/* ":WHAT:(record stream)" */
static void
zsh_value(struct cli_out *out, enum cli_option_id id)
{
	static const char *const actions[] = {
		[CLI_VALUE_NONE] = "",
		[CLI_VALUE_FREE] = " ",
		[CLI_VALUE_FILE] = "_files",
		[CLI_VALUE_WORD] = "(",
		[CLI_VALUE_LABEL] = "_ungarble_labels",
		[CLI_VALUE_LABELS] = "_sequence _ungarble_labels",
		[CLI_VALUE_FIXES] = "_sequence _ungarble_fixes",
	};
	const struct cli_option_row *row = &cli_option_rows[id];
	const bool may_lack = cli_option_may_lack(row);
	const enum cli_value value = cli_completion_value(id);
	const char *word;

	if (value == CLI_VALUE_NONE)
		return;
	cli_out_string(out, may_lack ? "::" : ":");
	zsh_quoted(out, row->argument);
	cli_out_string(out, ":");
	cli_out_string(out, actions[value]);
	for (size_t i = 0; (word = cli_option_word(id, i)) != NULL; i++) {
		cli_out_string(out, i > 0 ? " " : "");
		cli_out_string(out, word);
	}
	cli_out_string(out, value == CLI_VALUE_WORD ? ")" : "");
}

/* A line for one of an option's names: "-f" with "+", "--from" with "=". */
static void
zsh_name(struct cli_out *out, enum cli_option_id id, bool is_letter)
{
	const struct cli_option_row *row = &cli_option_rows[id];
	const bool several = row->kind == CLI_OPTION_ROWS || id == OPTION_FIX;

	cli_out_string(out, "\t\t'");
	if (several) {
		cli_out_string(out, "*");
	} else if (row->letter != 0) {
		cli_out_string(out, "(-");
		cli_out_add(out, &row->letter, 1);
		cli_out_string(out, " --");
		cli_out_string(out, row->name);
		cli_out_string(out, ")");
	}
	cli_out_string(out, is_letter ? "-" : "--");
	if (is_letter)
		cli_out_add(out, &row->letter, 1);
	else
		cli_out_string(out, row->name);
	if (row->argument != NULL)
		cli_out_string(out, is_letter ?
		    (cli_option_may_lack(row) ? "-" : "+") :
		    (cli_option_may_lack(row) ? "=-" : "="));
	cli_out_string(out, "[");
	zsh_quoted(out, row->help);
	cli_out_string(out, "]");
	zsh_value(out, id);
	cli_out_string(out, "' \\\n");
}

void
cli_completion_zsh(struct cli_out *out)
{
	cli_out_string(out, zsh_head);
	cli_out_string(out, zsh_labels);
	cli_completion_labels(out, zsh_word);
	cli_out_string(out, zsh_fixes);
	cli_completion_fixes(out, zsh_word);
	cli_out_string(out, zsh_options);
	for (int i = 0; i < OPTION_N; i++) {
		if (cli_option_rows[i].letter != 0)
			zsh_name(out, (enum cli_option_id)i, true);
		zsh_name(out, (enum cli_option_id)i, false);
	}
	cli_out_string(out, zsh_tail);
}
