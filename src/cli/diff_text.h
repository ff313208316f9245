/*
 * diff_text.h - what --diff will write, put together
 */
#ifndef CLI_DIFF_TEXT_H
#define CLI_DIFF_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Text as it will be written.  What does not fit is dropped. */
struct cli_diff_text {
	char *s;
	size_t len, cap;
};

void cli_diff_add(struct cli_diff_text *text, const char *s, size_t len);
void cli_diff_string(struct cli_diff_text *text, const char *string);

/* Add bytes of an input, or of what becomes of it, made safe to show. */
void cli_diff_printable(struct cli_diff_text *text, const char *s, size_t len,
    bool is_bytes);

#endif /* CLI_DIFF_TEXT_H */
