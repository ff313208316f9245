/*
 * apply.h - --apply: just the edits of a report that was looked through
 */
#ifndef CLI_APPLY_H
#define CLI_APPLY_H

#include <stdbool.h>

#include "ungarble.h"

struct cli_apply;

/*
 * Read a report, to be applied to files.  NULL, with a message, if it cannot be
 * read or is damaged.
 */
struct cli_apply *cli_apply_read(const char *name, char *const *files);

void cli_apply_free(struct cli_apply *apply);

/* An input starts.  It may have been there before. */
void cli_apply_start(struct cli_apply *apply, const char *file);

/* Whether an edit that is asked about is to be made; it counts as asked. */
bool cli_apply_wants(struct cli_apply *apply, const char *file,
    const struct ungarble_edit *edit);

/* An edit was made. */
void cli_apply_made(struct cli_apply *apply, const char *file,
    const struct ungarble_edit *edit);

/*
 * An input ends.  False, with a message unless it `failed`, if edits of it did
 * not come up.
 */
bool cli_apply_end(struct cli_apply *apply, const char *file, bool failed);

/* No more inputs.  False, with a message, if there are edits of others. */
bool cli_apply_end_all(const struct cli_apply *apply);

#endif /* CLI_APPLY_H */
