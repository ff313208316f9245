/*
 * place.h - a new file, written beside its place and moved there at the end
 *
 * Whoever reads the place finds the old file or the new one, never half of it.
 * The new one is meanwhile ".ungarble-<16 digits>.tmp" in the same folder, and
 * is locked: what lies there unlocked was left by a run that was killed, and is
 * removed by the next one that writes in that folder.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "io.h"

#define CLI_NAME_SIZE 256 /* of a name in a folder, its NUL included */

/* Start from CLI_PLACE_NONE. */
struct cli_place {
	int folder;              /* its descriptor; -1: none is open */
	int fd;                  /* of the new file; -1: there is none */
	char base[CLI_NAME_SIZE]; /* the name it shall have in `folder` */
	char temp[40];           /* the one it has meanwhile */
};

#define CLI_PLACE_NONE { .folder = -1, .fd = -1 }

/*
 * Whether the name of a file is such a one: it would be removed, and nobody may
 * ask for it to be written, or be read meanwhile.
 */
bool cli_place_is_temp(const char *path);

/* Open the folder that `path` is in.  0 or an errno. */
int cli_place_find(struct cli_place *place, const char *path);

/*
 * Make the new file, empty, its mode 0600, and open `out` for writing to it.
 * Signals that end the program remove it.  There is one such file at a time.
 * 0 or an errno.
 */
int cli_place_make(struct cli_place *place, struct cli_out *out);

/* Have what was written on the disk, and close `out`.  0 or an errno. */
int cli_place_settle(struct cli_place *place, struct cli_out *out);

/* Move the new file to its place, for good.  0 or an errno. */
int cli_place_move(struct cli_place *place);

/* Remove what is not moved, and close everything. */
void cli_place_close(struct cli_place *place);

#endif /* CLI_PLACE_H */
