/*
 * json.h - what was changed, and what was found, as lines of JSON
 *
 * Described in ungarble_report(5).
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "detected.h"
#include "io.h"
#include "stats.h"

#include "ungarble.h"

/* What one input came to. */
struct cli_totals {
	uint64_t in_len, out_len;
	uint64_t n_records, n_edits, n_invalid, n_findings;
	bool changed, complete;
};

/* The first line: who wrote it, by which libraries and tables. */
void cli_json_start(struct cli_out *out);

void cli_json_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit);
void cli_json_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span);
void cli_json_finding(struct cli_out *out, const char *file,
    const struct ungarble_finding *finding);
void cli_json_totals(
    struct cli_out *out, const char *file, const struct cli_totals *totals);

/* --detect --format=json: what cli_show_detected() shows. */
void cli_json_detected(struct cli_out *out, const char *file,
    const struct cli_detected *detected);

/* --stats=json: a line, whatever the inputs. */
void cli_json_stats(struct cli_out *out, const struct cli_stats *stats,
    uint64_t microseconds);

#endif /* CLI_JSON_H */
