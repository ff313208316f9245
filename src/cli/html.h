/*
 * html.h - --report-html: what was changed, or found, as a page to look at
 */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include "detected.h"
#include "json.h"
#include "stats.h"

#include "ungarble.h"

struct cli_html;

/*
 * The page, which starts to be written to `out`; there is one.  `out` is open,
 * and for who opened it to close.
 */
struct cli_html *cli_html_start(struct cli_out *out);

/*
 * What is told of an input, as it is told.  Edits and findings may be many:
 * some are shown, all are counted.
 */
void cli_html_edit(struct cli_html *html, const char *file,
    const struct ungarble_edit *edit);
void cli_html_span(struct cli_html *html, const char *file,
    const struct ungarble_span *span);
void cli_html_finding(struct cli_html *html, const char *file,
    const struct ungarble_finding *finding);
void cli_html_piece(
    struct cli_html *html, const struct ungarble_piece *piece);

/* An input ends. */
void cli_html_file(struct cli_html *html, const char *file,
    const struct cli_totals *totals, struct cli_detected *detected);

/* No more inputs: what they came to. */
void cli_html_end(struct cli_html *html, const struct cli_stats *stats);

#endif /* CLI_HTML_H */
