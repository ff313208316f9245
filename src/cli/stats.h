/*
 * stats.h - --stats: what all inputs came to
 */
#ifndef CLI_STATS_H
#define CLI_STATS_H

#include <stdbool.h>
#include <time.h>

#include "detected.h"

#include "ungarble.h"

#define CLI_N_FIXES 64 /* that are told apart */

struct cli_one;

/* Start from { 0 }. */
struct cli_stats {
	struct timespec start;
	uint64_t n_files, n_changed, n_skipped, n_failed;
	uint64_t stored;         /* bytes of files, as they were read */
	uint64_t in_len, out_len; /* bytes of text */
	uint64_t n_records, n_edits, n_invalid, n_findings;
	uint64_t by_fix[CLI_N_FIXES]; /* edits, as ungarble_fix() counts */
	struct cli_stats_encoding {
		const char *name;
		uint64_t len;    /* bytes of text that were in it */
	} encodings[CLI_N_ENCODINGS + 1];
	size_t n_encodings;
};

/* The time starts. */
void cli_stats_start(struct cli_stats *stats);

void cli_stats_edit(
    struct cli_stats *stats, const struct ungarble_edit *edit);

/* Add what an input came to. */
void cli_stats_add(struct cli_stats *stats, const struct cli_one *one);

/* Bytes of text for each second of these. */
uint64_t cli_stats_rate(
    const struct cli_stats *stats, uint64_t microseconds);

/* On stderr: in words, or as an object of JSON. */
void cli_stats_tell(const struct cli_stats *stats, bool json);

#endif /* CLI_STATS_H */
