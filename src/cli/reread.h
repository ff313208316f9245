/*
 * reread.h - bytes read again, in one encoding and in others
 */
#ifndef CLI_REREAD_H
#define CLI_REREAD_H

#include "options.h"

/* A character, its bytes where it was meant, and what was read for them. */
struct cli_reread {
	char character[4], bytes[4], taken[32];
	size_t character_len, bytes_len, taken_len;
};

/*
 * Follow the first character of a text that is beyond ASCII: out of `text`'s
 * encoding, into that of who read it.  False if there is none, or if it cannot
 * be told: where it has several bytes in any encoding but UTF-8, or none.
 */
bool cli_reread(struct cli_reread *reread, const char *was, const char *reader,
    const char *text, size_t len);

/* Whether bytes, read in an encoding, are this text. */
bool cli_reread_is(const char *label, const char *bytes, size_t len,
    const char *text, size_t text_len);

/* What bytes may be, as ungarble_guess() has it, with what options say. */
bool cli_reread_guess(const struct cli_options *options, const char *bytes,
    size_t len, struct ungarble_guess *guesses, size_t cap, size_t *n);

/*
 * What went wrong, but for bytes that cannot be read so: from then on nothing
 * that is said here holds.  cli_reread_forget() starts anew.
 */
enum ungarble_err cli_reread_error(void);
void cli_reread_forget(void);

#endif /* CLI_REREAD_H */
