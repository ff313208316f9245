/*
 * show.h - what people are shown, one line each, nothing unprintable in it
 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdbool.h>

#include "detected.h"
#include "io.h"
#include "json.h"

#include "ungarble.h"

/* Findings of a kind. */
struct cli_found {
	uint64_t n;
	const char *file; /* the first of them is in */
	uint64_t at;
};

/* Whether a span is read otherwise than byte for byte. */
bool cli_span_changed(const struct ungarble_span *span);

/*
 * --check: "FILE:RECORD:BYTE: rule: before -> after", with a real arrow; of a
 * span "FILE:RECORD: rule: ".
 */
void cli_show_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit);
void cli_show_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span);

/* --explain: "FILE:RECORD: " and the edit, or the span, in words. */
void cli_explain_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit);
void cli_explain_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span);
void cli_explain_finding(struct cli_out *out, const char *file,
    const struct ungarble_finding *finding);

/* -l: the name. */
void cli_show_name(struct cli_out *out, const char *file);

/* The same as it is, with a NUL behind it. */
void cli_show_name_whole(struct cli_out *out, const char *file);

/*
 * --detect: file, encoding, confidence, language and reason, with tabs between;
 * of several encodings, their shares; then the guesses, one a line.
 */
void cli_show_detected(struct cli_out *out, const char *file,
    const struct cli_detected *detected);

/* -V */
void cli_show_version(struct cli_out *out);

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

/* The same of records that are not what was said. */
void cli_notice_broken(const struct cli_found *found);

/*
 * The same: how many sequences became U+FFFD, the first at byte `at` of `file`.
 */
void cli_notice_invalid(enum ungarble_invalid how, uint64_t n,
    const char *file, uint64_t at);

/* --strict: what is left that nothing repairs; at least one of these. */
void cli_notice_left(uint64_t n_invalid, uint64_t n_spun,
    uint64_t n_invisible, uint64_t n_broken, uint64_t n_skipped);

#endif /* CLI_SHOW_H */
