/*
 * memory.h - -M: a ceiling on what the library may take
 */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "ungarble.h"

#define CLI_MEMORY_DEFAULT ((size_t)64 << 20) /* bytes */

/*
 * Set how many bytes all streams together may have at a time: a number, or one
 * with K, M or G behind it.  False if it is none.
 */
bool cli_memory_set(const char *size);

/* Whether so much may be had; where the user set no limit it may. */
bool cli_memory_allow(size_t size);

/* Where the user set no limit, raise it by so much. */
void cli_memory_extend(size_t size);

/* How much is left. */
size_t cli_memory_left(void);

/* Count in what others take, if it may be had, and out again. */
bool cli_memory_reserve(size_t size);
void cli_memory_release(size_t size);

/* For ungarble_options.resize.  Threads may call it at a time. */
void *cli_memory_resize(void *user, void *ptr, size_t size);

/* What to say where a resize was refused: was it the ceiling?  Static. */
const char *cli_memory_error(void);

/* What to say of an error of the library: of no memory, the same.  Static. */
const char *cli_strerror(enum ungarble_err err);

#endif /* CLI_MEMORY_H */
