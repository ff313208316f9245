/*
 * suggest.h - the names that a mistyped one may have meant
 */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "io.h"

#define CLI_SUGGEST_N 3

/* Start from { .word = what was typed }. */
struct cli_suggest {
	const char *word;
	size_t word_len;
	size_t n;
	const char *best[CLI_SUGGEST_N]; /* the nearest, all as near */
	unsigned cost;
};

/* How far apart two names are: 0 if they differ in case only. */
unsigned cli_suggest_cost(
    const char *a, size_t a_len, const char *b, size_t b_len);

/* Consider a name; it lives as long as `suggest`. */
void cli_suggest_try(struct cli_suggest *suggest, const char *name);

/*
 * Print "did you mean A, B or C? " with `prefix` before each name; nothing if
 * no name is near.
 */
void cli_suggest_print(
    const struct cli_suggest *suggest, struct cli_out *out, const char *prefix);

#endif /* CLI_SUGGEST_H */
