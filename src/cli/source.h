/*
 * source.h - the bytes of an input, unpacked with -z
 *
 * Members that follow one another are one text, as with zcat(1).  What is in no
 * compressed form is read as it is.
 */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "form.h"
#include "options.h"

struct cli_source {
	int fd;
	const struct cli_options *options;
	bool by_place;   /* read from `at`, wherever the descriptor is */
	uint64_t at;     /* so many bytes of the file were read */
	bool known;      /* what it is in */
	const struct cli_form *left; /* what it is in, without -z, or NULL */
	struct source_packed *packed; /* NULL: it is as it is */
};

/*
 * Read as cli_read() does.  -1: cli_source_failed() tells why.  `len` is more
 * than CLI_FORM_HEAD.
 */
ssize_t cli_source_read(struct cli_source *source, void *bytes, size_t len);

/* Whether the next cli_source_read() would have to wait. */
bool cli_source_waits(const struct cli_source *source);

/* Once something was read: the form that the input is in, or NULL. */
const struct cli_form *cli_source_form(const struct cli_source *source);

/* Say of the input `name` why it could not be read. */
void cli_source_failed(const struct cli_source *source, const char *name);

/* The same as an errno. */
int cli_source_error(const struct cli_source *source);

/* Release what it has; its descriptor stays open. */
void cli_source_close(struct cli_source *source);

#endif /* CLI_SOURCE_H */
