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

/* The same without the place, and of findings without the rule. */
void cli_show_span_words(
    struct cli_out *out, const struct ungarble_span *span);
void cli_show_finding_words(
    struct cli_out *out, const struct ungarble_finding *finding);

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

/* "3 lines", "1 line"; ", de", if the language is known. */
void cli_show_count(struct cli_out *out, uint64_t n, const char *what);
void cli_show_language(struct cli_out *out, const char *language);

#endif /* CLI_SHOW_H */
