/*
 * seen.h - which files were met already, by device and number
 */
#ifndef CLI_SEEN_H
#define CLI_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Start from { 0 }. */
struct cli_seen {
	struct cli_seen_one {
		dev_t device;
		ino_t number;
		bool used;
	} *table;
	size_t n, size; /* size: a power of two, or 0 */
};

/*
 * Note a file; sets *known if it was noted already.  False: no memory.
 */
bool cli_seen_add(
    struct cli_seen *seen, dev_t device, ino_t number, bool *known);

void cli_seen_free(struct cli_seen *seen);

#endif /* CLI_SEEN_H */
