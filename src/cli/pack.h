/*
 * pack.h - text that is written in a compressed form
 */
#ifndef CLI_PACK_H
#define CLI_PACK_H

#include "form.h"
#include "io.h"

/* Start from { 0 }: text is written as it is. */
struct cli_pack {
	const struct cli_form *form; /* NULL: none */
	void *state;
};

/* Write in this form from here on; NULL: as it is.  0 or an errno. */
int cli_pack_open(struct cli_pack *pack, const struct cli_form *form);

/* Add text to `out`, which has the errors, too. */
void cli_pack_add(struct cli_pack *pack, struct cli_out *out,
    const char *text, size_t len);

/* The text has ended. */
void cli_pack_end(struct cli_pack *pack, struct cli_out *out);

/* Release what it has. */
void cli_pack_close(struct cli_pack *pack);

#endif /* CLI_PACK_H */
