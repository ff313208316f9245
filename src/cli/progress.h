/*
 * progress.h - how far it is, on a terminal
 *
 *	45 %, 120 MB of 260 MB, 85 MB/s, 2 s left, 12 repairs
 *
 * One line on stderr, from the first second on; it is taken away before
 * anything else is written there.  Where --progress asks for it and there is no
 * terminal for it alone, a line every ten seconds, which stays.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdint.h>

#include "options.h"

/*
 * Show it from here on, as --progress says; `auto` if stderr is a terminal and
 * nobody else writes to one: `fd` is where the text goes.
 */
void cli_progress_start(const struct cli_options *options, int fd);

/* Of the input that is read, so many bytes were, and so many edits made. */
void cli_progress_at(uint64_t at, uint64_t n_edits);

/* It is done; the next one follows. */
void cli_progress_next(void);

/* Take the line away. */
void cli_progress_clear(void);

/* No more of it. */
void cli_progress_end(void);

#endif /* CLI_PROGRESS_H */
