/*
 * completion_bash.c - --completion=bash
 *
 *	case $option in
 *	--scope) words='record stream' ;;
 *
 * Files are left to readline, which is asked where nothing is answered.
 */
#include "completion.h"
#include "option_choices.h"

/* How the function starts: $option, and $cur of its value, or none. */
static const char bash_head[] =
    "# bash completion for ungarble, made by ungarble --completion=bash\n"
    "\n"
    "_ungarble()\n"
    "{\n"
    "\tlocal IFS=$' \\t\\n' cur=${COMP_WORDS[COMP_CWORD]} option= head= i\n"
    "\tlocal words= list= before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "\tCOMPREPLY=()\n"
    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
    "\t\t[[ ${COMP_WORDS[i]} != -- ]] || return\n"
    "\tdone\n"
    "\t# --name=value is three words where bash breaks them at =\n"
    "\tif [[ $cur == --*=* ]]; then\n"
    "\t\toption=${cur%%=*} head=${cur%%=*}= cur=${cur#*=}\n"
    "\telif [[ $cur == = ]]; then\n"
    "\t\toption=$before cur=\n"
    "\telif [[ $before == = ]]; then\n"
    "\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "\telse\n"
    "\t\tcase $before in\n"
    "\t\t";

static const char bash_middle[] = ") option=$before ;;\n"
    "\t\tesac\n"
    "\tfi\n"
    "\tcase $option in\n"
    "\t'')\n"
    "\t\t[[ $cur == -* ]] || return\n"
    "\t\twords='";

static const char bash_tail[] =
    "\t*) compopt +o default 2>/dev/null ;;\n"
    "\tesac\n"
    "\tif [[ $list && $cur == *,* ]]; then\n"
    "\t\thead=$head${cur%,*}, cur=${cur##*,}\n"
    "\tfi\n"
    "\tCOMPREPLY=($(compgen -P \"$head\" -W \"$words\" -- \"$cur\"))\n"
    "\t# what may go on gets no blank behind it\n"
    "\tif [[ $list || ${COMPREPLY[0]-} == *= ]]; then\n"
    "\t\tcompopt -o nospace 2>/dev/null\n"
    "\tfi\n"
    "}\n"
    "complete -o bashdefault -o default -F _ungarble ungarble\n";

/* "-o | --output": as it is written on a command line. */
static void
bash_pattern(struct cli_out *out, const struct cli_option_row *row)
{
	if (row->letter != 0 && !cli_option_may_lack(row)) {
		cli_out_string(out, "-");
		cli_out_add(out, &row->letter, 1);
		cli_out_string(out, " | ");
	}
	cli_out_string(out, "--");
	cli_out_string(out, row->name);
}

/* Options whose value may be the next word. */
static void
bash_with_value(struct cli_out *out)
{
	const char *between = "";

	for (size_t i = 0; i < OPTION_N; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];

		if (row->argument == NULL || cli_option_may_lack(row))
			continue;
		cli_out_string(out, between);
		bash_pattern(out, row);
		between = " | ";
	}
}

/* All options, those with a value as "--name=". */
static void
bash_options(struct cli_out *out)
{
	for (size_t i = 0; i < OPTION_N; i++) {
		const struct cli_option_row *row = &cli_option_rows[i];

		if (row->letter != 0) {
			cli_out_string(out, " -");
			cli_out_add(out, &row->letter, 1);
		}
		if (row->argument == NULL || cli_option_may_lack(row)) {
			cli_out_string(out, " --");
			cli_out_string(out, row->name);
		}
		if (row->argument != NULL) {
			cli_out_string(out, " --");
			cli_out_string(out, row->name);
			cli_out_string(out, "=");
		}
	}
}

static void
bash_word(struct cli_out *out, const char *sign, const char *word,
    const char *about)
{
	(void)about;
	cli_out_string(out, " ");
	cli_out_string(out, sign);
	cli_out_string(out, word);
}

/* What the value of an option may be. */
static void
bash_values(struct cli_out *out, enum cli_option_id id)
{
	const enum cli_value value = cli_completion_value(id);
	const char *word;

	if (value == CLI_VALUE_NONE || value == CLI_VALUE_FREE)
		return;
	cli_out_string(out, "\t");
	bash_pattern(out, &cli_option_rows[id]);
	if (value == CLI_VALUE_FILE) {
		cli_out_string(out, ") return ;;\n");
		return;
	}
	cli_out_string(out, value == CLI_VALUE_LABELS ||
	    value == CLI_VALUE_FIXES ? ") list=1 words='" : ") words='");
	for (size_t i = 0; (word = cli_option_word(id, i)) != NULL; i++)
		bash_word(out, "", word, NULL);
	if (value == CLI_VALUE_LABEL || value == CLI_VALUE_LABELS)
		cli_completion_labels(out, bash_word);
	if (value == CLI_VALUE_FIXES)
		cli_completion_fixes(out, bash_word);
	cli_out_string(out, "' ;;\n");
}

void
cli_completion_bash(struct cli_out *out)
{
	cli_out_string(out, bash_head);
	bash_with_value(out);
	cli_out_string(out, bash_middle);
	bash_options(out);
	cli_out_string(out, "' ;;\n");
	for (int i = 0; i < OPTION_N; i++)
		bash_values(out, (enum cli_option_id)i);
	cli_out_string(out, bash_tail);
}
