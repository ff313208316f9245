/*
 * html_hold.h - edits that wait for what stands around them
 */
#ifndef CLI_HTML_HOLD_H
#define CLI_HTML_HOLD_H

#include <stdbool.h>

#include "ungarble.h"

#define CLI_HTML_HELD 256

/* Start from { 0 }. */
struct cli_html_hold {
	struct ungarble_edit edits[CLI_HTML_HELD]; /* whose text is here */
	size_t n;
	size_t len;
	char bytes[65536];
};

/* Keep a copy.  False if there is no room. */
bool cli_html_hold_add(
    struct cli_html_hold *hold, const struct ungarble_edit *edit);

/* Let all go. */
void cli_html_hold_clear(struct cli_html_hold *hold);

#endif /* CLI_HTML_HOLD_H */
