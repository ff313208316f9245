/*
 * completion.c - --completion: a script that completes options in a shell
 *
 * It is made from the table of options and what they can be: what the library
 * reads and repairs.  completion_bash.c and its like know how it is written.
 */
#include <string.h>

#include "completion.h"
#include "names.h"
#include "option_choices.h"

enum cli_value
cli_completion_value(enum cli_option_id id)
{
	const char *const argument = cli_option_rows[id].argument;

	if (argument == NULL)
		return CLI_VALUE_NONE;
	if (cli_option_word(id, 0) != NULL)
		return CLI_VALUE_WORD;
	if (strcmp(argument, "FILE") == 0 || strcmp(argument, "REPORT") == 0)
		return CLI_VALUE_FILE;
	if (strcmp(argument, "LABEL") == 0)
		return CLI_VALUE_LABEL;
	if (strncmp(argument, "LABEL[", 6) == 0)
		return CLI_VALUE_LABELS;
	return id == OPTION_FIX ? CLI_VALUE_FIXES : CLI_VALUE_FREE;
}

void
cli_completion_labels(struct cli_out *out, cli_completion_word *each)
{
	const char *name, *label;

	for (size_t i = 0; (name = ungarble_encoding(i)) != NULL; i++) {
		for (size_t j = 0; (label = ungarble_label(i, j)) != NULL;
		     j++) {
			if (strchr(label, ':') == NULL)
				each(out, "", label, name);
		}
	}
}

/* Where the words go. */
struct fixes {
	struct cli_out *out;
	cli_completion_word *each;
};

/* What is made by default can be taken away, all else added. */
static void
fixes_word(void *user, const char *name, const struct ungarble_fix *fix)
{
	const struct fixes *const fixes = user;
	const char *const about = fix != NULL ? fix->summary : "a group";

	fixes->each(fixes->out, "", name, about);
	if (fix == NULL || fix->by_default)
		fixes->each(fixes->out, "-", name, about);
	if (fix == NULL || !fix->by_default)
		fixes->each(fixes->out, "+", name, about);
}

void
cli_completion_fixes(struct cli_out *out, cli_completion_word *each)
{
	cli_names_each_fix(fixes_word, &(struct fixes){ out, each });
}

void
cli_completion_escaped(
    struct cli_out *out, const char *s, const char *special)
{
	for (; *s != '\0'; s++) {
		if (strchr(special, *s) != NULL)
			cli_out_string(out, "\\");
		cli_out_add(out, s, 1);
	}
}

void
cli_completion(struct cli_out *out, enum cli_shell shell)
{
	switch (shell) {
	case CLI_BASH:
		cli_completion_bash(out);
		break;
	case CLI_ZSH:
		cli_completion_zsh(out);
		break;
	case CLI_FISH:
		cli_completion_fish(out);
		break;
	}
}
