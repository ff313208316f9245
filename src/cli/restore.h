/*
 * restore.h - --restore: texts and their journal into the original bytes
 */
#ifndef CLI_RESTORE_H
#define CLI_RESTORE_H

#include "options.h"

/* To `out`, sections in their order.  False if it failed, with a message. */
bool cli_restore_run(const struct cli_options *options, struct cli_out *out);

/*
 * In place: each file by the sections of its name, the last one first; without
 * files, all that the journal names.  False if one failed, with a message.
 */
bool cli_restore_in_place(const struct cli_options *options,
    struct cli_out *out);

#endif /* CLI_RESTORE_H */
