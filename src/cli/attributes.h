/*
 * attributes.h - what a file has beside its bytes, carried over to another
 */
#ifndef CLI_ATTRIBUTES_H
#define CLI_ATTRIBUTES_H

#include <sys/stat.h>

/*
 * Give the file `to` the owner, the group, the mode, the access control list
 * and the extended attributes of `from`, whose status is `was`; *what names
 * what it was that failed, static.  0 or an errno.
 *
 * Attributes that only the system sets, as security labels, are carried over
 * as far as it allows.
 */
int cli_attributes_copy(int to, int from, const struct stat *was,
    const char **what);

/* Take from a file the access control list that it has from its folder. */
void cli_attributes_close_list(int fd);

#endif /* CLI_ATTRIBUTES_H */
