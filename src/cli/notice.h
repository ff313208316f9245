/*
 * notice.h - what is said on stderr of whole inputs, and at the end
 */
#ifndef CLI_NOTICE_H
#define CLI_NOTICE_H

#include "detected.h"
#include "json.h"

#include "ungarble.h"

/* Findings of a kind. */
struct cli_found {
	uint64_t n;
	const char *file; /* the first of them is in */
	uint64_t at;
};

/* -v, on stderr: what an input is. */
void cli_notice_file(const char *name, const struct cli_finding *finding,
    const struct cli_totals *totals);

/* On stderr, at the end: how many words were changed. */
void cli_notice_words(uint64_t n);

/*
 * Say that phrases of another spinner were found, how many, and where the first
 * is; or characters that deceive.
 */
void cli_notice_spun(const struct cli_found *found);
void cli_notice_invisible(const struct cli_found *found);

/* The same of records that are no JSON, or no rows. */
void cli_notice_broken(const struct cli_found *found, bool json);

/*
 * The same: how many sequences became U+FFFD, the first at byte `at` of `file`.
 */
void cli_notice_invalid(enum ungarble_invalid how, uint64_t n,
    const char *file, uint64_t at);

/* That what -z unpacked is text in FILE, whose name says otherwise, if so. */
void cli_notice_plain(const char *file);

/* That -r found so many files that are no text. */
void cli_notice_skipped(uint64_t n);

/* --strict: what is left that nothing repairs; at least one of these. */
void cli_notice_left(uint64_t n_invalid, uint64_t n_spun,
    uint64_t n_invisible, uint64_t n_broken, uint64_t n_skipped);

#endif /* CLI_NOTICE_H */
