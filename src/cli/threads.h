/*
 * threads.h - -T: how many work on an input
 */
#ifndef CLI_THREADS_H
#define CLI_THREADS_H

#include "options.h"

/* Read a number of threads; 0: one for each processor.  False if it is none. */
bool cli_threads_parse(const char *s, unsigned *n);

/*
 * Settle how many there are, once all options are known, and how much memory
 * they may take; says what is wrong if that is more than --memory allows.
 */
bool cli_threads_settle(struct cli_options *options);

#endif /* CLI_THREADS_H */
