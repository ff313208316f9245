/*
 * html_text.h - words and numbers of a page
 *
 * The output of a page is one whose `page` is set: whatever is added to it
 * becomes text there, and markup only by cli_html_markup().
 */
#ifndef CLI_HTML_TEXT_H
#define CLI_HTML_TEXT_H

#include "io.h"

/* Markup of our own. */
void cli_html_markup(struct cli_out *out, const char *markup);

/* Lines of it, which end with NULL. */
void cli_html_lines(struct cli_out *out, const char *const *lines);

/* A rule, which may be broken behind its signs. */
void cli_html_rule(struct cli_out *out, const char *rule, size_t len);

/* " name="; a number's value is in quotes. */
void cli_html_number(struct cli_out *out, const char *name, uint64_t number);

/* "12,345" */
void cli_html_grouped(struct cli_out *out, uint64_t number);

/* "12,345 lines", "1 line" */
void cli_html_count(struct cli_out *out, uint64_t n, const char *what);

/* ", 12,345 lines", if there are any. */
void cli_html_some(struct cli_out *out, uint64_t n, const char *what);

/*
 * "U+00C3 U+00A9", as far as there are not too many; "bytes E2 82" of what is
 * no text; "nothing".
 */
void cli_html_codes(
    struct cli_out *out, const char *s, size_t len, bool is_bytes);

#endif /* CLI_HTML_TEXT_H */
