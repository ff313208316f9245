/*
 * names.h - the names of encodings and repairs: known ones, and lists of them
 */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "options.h"

/*
 * Whether the options that hold names (--from, --fallback, --declared, --lang,
 * --fix) hold such as the library takes; says on stderr which is not, and which
 * are near it.
 */
bool cli_names_check(const struct cli_options *options);

/*
 * Name every fix and every group, each once.  A group that is no fix has
 * none, and those that stand for others come first.
 */
void cli_names_each_fix(
    void (*each)(void *user, const char *name, const struct ungarble_fix *fix),
    void *user);

/* Print what --list-fixes and --list-encodings print. */
void cli_names_list_fixes(struct cli_out *out);
void cli_names_list_encodings(struct cli_out *out);

#endif /* CLI_NAMES_H */
