/*
 * html_count.h - what all inputs of a page came to
 */
#ifndef CLI_HTML_COUNT_H
#define CLI_HTML_COUNT_H

#include "io.h"
#include "stats.h"

#define CLI_HTML_RULES 256 /* that are told apart; the last: all others */

struct cli_html_rule {
	const char *name; /* Static. */
	uint64_t n;
	uint64_t n_listed; /* of them are rows of the page */
};

/* Start from { 0 }. */
struct cli_html_count {
	struct cli_html_rule rules[CLI_HTML_RULES];
	size_t n_rules, last;
	uint64_t sure[101]; /* edits by confidence */
	uint64_t n_sure, n_unlisted;
};

/* The rule of a row, which is counted. */
struct cli_html_rule *cli_html_count_rule(
    struct cli_html_count *count, const char *name);

/* How sure an edit is. */
void cli_html_count_sure(struct cli_html_count *count, unsigned confidence);

/* Show them, by rule, by encoding and by how sure they are. */
void cli_html_count_show(struct cli_out *out, struct cli_html_count *count,
    const struct cli_stats *stats);

#endif /* CLI_HTML_COUNT_H */
