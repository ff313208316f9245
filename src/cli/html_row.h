/*
 * html_row.h - a change as a row of a page: before and after, side by side
 */
#ifndef CLI_HTML_ROW_H
#define CLI_HTML_ROW_H

#include "io.h"

#include "ungarble.h"

/* `piece`: what the edit stands in, to show what is around it; or NULL. */
void cli_html_row_edit(struct cli_out *out, const char *file,
    const struct ungarble_edit *edit, const struct ungarble_piece *piece);

void cli_html_row_span(struct cli_out *out, const struct ungarble_span *span);
void cli_html_row_finding(
    struct cli_out *out, const struct ungarble_finding *finding);

#endif /* CLI_HTML_ROW_H */
