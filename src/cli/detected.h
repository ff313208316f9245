/*
 * detected.h - what one input was found to be in
 */
#ifndef CLI_DETECTED_H
#define CLI_DETECTED_H

#include <stdbool.h>

#include "io.h"

#include "ungarble.h"

#define CLI_N_ENCODINGS 128   /* that one input is said to be in */
#define CLI_N_LANGUAGES 16    /* of each */
#define CLI_N_GUESSES   8     /* that are shown */
#define CLI_GUESS_LEN   65536 /* bytes that they are made from */

/* An encoding, by the spans that are in it. */
struct cli_counted {
	const char *encoding;
	uint64_t len;  /* bytes of the input, ASCII lines left out */
	uint64_t sure; /* confidence times bytes */
	uint64_t by[UNGARBLE_BY_DEFAULT + 1]; /* bytes by reason */
	struct {
		const char *name;
		uint64_t len;
	} languages[CLI_N_LANGUAGES];
	size_t n_languages;
};

/* Start from { 0 }. */
struct cli_detected {
	struct cli_counted counted[CLI_N_ENCODINGS];
	size_t n;
	uint64_t len;  /* bytes of the input */
	char *head;    /* the first CLI_GUESS_LEN of them; NULL: not kept */
	size_t head_len;
	struct ungarble_guess guesses[CLI_N_GUESSES];
	size_t n_guesses;
};

/* What is said of an encoding. */
struct cli_finding {
	const char *encoding, *language; /* language: NULL if not known */
	unsigned confidence;
	enum ungarble_reason reason;
	uint64_t len;                    /* bytes, ASCII lines left out */
	unsigned percent;                /* of all such bytes, rounded down */
};

/* Take the next bytes of the input. */
void cli_detected_feed(
    struct cli_detected *detected, const char *bytes, size_t len);

/* Count a span for its encoding; ASCII lines in it may be of any. */
void cli_detected_count(
    struct cli_detected *detected, const struct ungarble_span *span);

/* All spans were counted: put the encoding that most bytes are in first. */
void cli_detected_sort(struct cli_detected *detected);

/*
 * The i-th encoding; false past the last.  There always is a first one: what
 * has nothing beyond ASCII is that.
 */
bool cli_detected_finding(const struct cli_detected *detected, size_t i,
    struct cli_finding *finding);

#endif /* CLI_DETECTED_H */
