/*
 * in_place.h - -i: a file whose text is repaired where it is
 *
 * Until a change turns up nothing is written, and where none does the file is
 * not touched.  Otherwise it is the old one until the new one is whole and on
 * the disk, and then the new one.
 */
#ifndef CLI_IN_PLACE_H
#define CLI_IN_PLACE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "pack.h"
#include "place.h"
#include "source.h"

#include "ungarble.h"

/* How files are to be changed. */
struct cli_in_place_how {
	const char *suffix; /* the old file is kept under this; "": not */
	bool break_links;   /* change files that have other names, too */
};

/* Start from CLI_IN_PLACE_NONE. */
struct cli_in_place {
	const struct cli_in_place_how *how;
	const char *name;
	struct cli_place place;
	int fd;             /* the old file, to be read from its start */
	struct stat was;    /* what it was like then */
	uint64_t same;      /* so much came out as it is, and is not written */
	const struct cli_source *source; /* that reads it; NULL: as it is */
	struct cli_pack pack; /* the form that it is in, too */
};

#define CLI_IN_PLACE_NONE { .place = CLI_PLACE_NONE, .fd = -1 }

/*
 * Open the file `name`, which must be a regular one; a symbolic link is none.
 * False if it may not be changed, with a message.
 */
bool cli_in_place_open(struct cli_in_place *file, const char *name,
    const struct cli_in_place_how *how);

/*
 * Take text that is to be written next, to `out`, which has the errors, too;
 * `same`: the file has it there as it is.
 */
void cli_in_place_put(struct cli_in_place *file, struct cli_out *out,
    const char *text, size_t len, bool same);

/*
 * Let the new file, if there is one and all is `good`, take the place of the
 * old one.  before(user) is called when it is on the disk, just before that;
 * NULL: nothing is.  False if something failed, with a message; the file is as
 * it was then.
 */
bool cli_in_place_close(struct cli_in_place *file, struct cli_out *out,
    bool good, bool (*before)(void *user), void *user);

#endif /* CLI_IN_PLACE_H */
