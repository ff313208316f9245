/*
 * form.h - the compressed forms that -z reads, and -i writes back
 */
#ifndef CLI_FORM_H
#define CLI_FORM_H

#include <stdbool.h>
#include <stddef.h>

#define CLI_FORM_HEAD 10 /* bytes by which a form is known, at most */

/* Bytes to take, and room for those that they become; both are moved on. */
struct cli_form_io {
	const unsigned char *in;
	size_t in_len;
	unsigned char *out;
	size_t out_len;
};

enum cli_form_result {
	CLI_FORM_GOES,    /* on, with more bytes or more room */
	CLI_FORM_ENDED,   /* a member did; what follows was not looked at */
	CLI_FORM_DAMAGED,
	CLI_FORM_UNKNOWN, /* made in a way that the library cannot read */
	CLI_FORM_NO_MEMORY
};

/* One way, there or back. */
struct cli_coder {
	/* Start.  NULL: no memory. */
	void *(*open)(void);
	/* Take and give as much as there is, and room; `last`: in is all. */
	enum cli_form_result (*run)(
	    void *state, struct cli_form_io *io, bool last);
	/* A member ended: start another one.  False: no memory. */
	bool (*again)(void *state);
	void (*close)(void *state);
};

/* What a form starts with; mask: the bits that count. */
struct cli_form_start {
	unsigned char bytes[CLI_FORM_HEAD], mask[CLI_FORM_HEAD];
	size_t len; /* 0: none */
};

struct cli_form {
	const char *name;    /* "gzip" */
	const char *suffix;  /* of files: ".gz" */
	const char *library; /* "zlib" */
	/* Its version.  NULL: this build is without. */
	const char *(*version)(void);
	struct cli_form_start starts[2];
	unsigned padding;    /* NULs may stand behind a member, so many or
			      * that times as many; 0: none may */
	struct cli_coder unpack, pack;
};

/* The i-th form, NULL past the last. */
const struct cli_form *cli_form(size_t i);

enum cli_form_match { CLI_FORM_NO, CLI_FORM_MAYBE, CLI_FORM_YES };

/* Whether bytes are the start of a form; MAYBE: more would tell. */
enum cli_form_match cli_form_starts(
    const struct cli_form *form, const unsigned char *head, size_t len);

/*
 * Which form bytes start.  NULL if it is none, or with *maybe set if more would
 * tell.
 */
const struct cli_form *cli_form_of(
    const unsigned char *head, size_t len, bool *maybe);

/* For libraries that ask for memory so: it counts for --memory. */
void *cli_form_allocate(size_t n, size_t size);

extern const struct cli_form cli_form_gzip, cli_form_xz, cli_form_zstd,
    cli_form_bzip2;

#endif /* CLI_FORM_H */
