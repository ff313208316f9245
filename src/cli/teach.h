/*
 * teach.h - what --explain says once of each kind of change
 */
#ifndef CLI_TEACH_H
#define CLI_TEACH_H

#include "options.h"

/* What is read next is taught, if --explain is asked for without -q. */
void cli_teach_start(const struct cli_options *options);

/* Whether it is: then pieces are wanted. */
bool cli_teach_wanted(void);

/* Keep the bytes that a span, told later, may be asked about. */
void cli_teach_piece(const struct ungarble_piece *piece);

/*
 * Below the line that tells of it, if it is the first of its rule.  False if
 * that failed: cli_reread_error() says how.
 */
bool cli_teach_edit(struct cli_out *out, const struct ungarble_edit *edit);
bool cli_teach_span(struct cli_out *out, const struct ungarble_span *span);

#endif /* CLI_TEACH_H */
