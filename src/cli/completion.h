/*
 * completion.h - --completion: a script that completes options in a shell
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "option_rows.h"

/* Print it. */
void cli_completion(struct cli_out *out, enum cli_shell shell);

/* For each shell one of these. */
void cli_completion_bash(struct cli_out *out);
void cli_completion_zsh(struct cli_out *out);
void cli_completion_fish(struct cli_out *out);

/* What an option's value is. */
enum cli_value {
	CLI_VALUE_NONE,   /* it has none */
	CLI_VALUE_FREE,   /* numbers, codes: nothing that can be told */
	CLI_VALUE_FILE,
	CLI_VALUE_WORD,   /* of cli_option_word() */
	CLI_VALUE_LABEL,
	CLI_VALUE_LABELS, /* with commas between */
	CLI_VALUE_FIXES   /* the same */
};

enum cli_value cli_completion_value(enum cli_option_id id);

/* A word that a value may be: a sign before it ("" or "+"), what it is. */
typedef void cli_completion_word(struct cli_out *out, const char *sign,
    const char *word, const char *about);

/*
 * Name every label but those with a colon, at which shells break words, and
 * those have others; every repair and group, with signs that change anything.
 */
void cli_completion_labels(struct cli_out *out, cli_completion_word *each);
void cli_completion_fixes(struct cli_out *out, cli_completion_word *each);

/* Add a string, with a backslash before each of these characters. */
void cli_completion_escaped(
    struct cli_out *out, const char *s, const char *special);

#endif /* CLI_COMPLETION_H */
