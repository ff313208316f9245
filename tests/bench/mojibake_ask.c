/*
 * mojibake_ask.c - what clean text asks of the mojibake pass
 *
 *	mojibake_ask <clean.txt
 *
 * Prints for each encoding in how many lines something could be decoded, the
 * most that a line would gain by it, the least threshold that leaves all of
 * them alone, the one in force, and the number of the line that gains most.
 * To refit, give it much clean text and see mojibake_weights.h; a
 * line that is mojibake all the same shows by its number.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "characters/mojibake.h"
#include "characters/mojibake_pairs.h"
#include "characters/mojibake_reading.h"

struct ask {
	unsigned long lines, line; /* with a reading; the one that gains most */
	int gain;
};

static enum ungarble_err
line_ask(struct ug_text text, unsigned long number, struct ug_arena *scratch,
    struct ask asks[UG_MOJIBAKE_MAX])
{
	const size_t slots = ug_mojibake_pairs_slots(NULL, text.len);
	struct ug_mojibake_pairs *const pairs = ug_arena_take(scratch,
	    ug_mojibake_pairs_size(slots));
	struct ug_mojibake_line line;
	struct ug_mojibake_reading reading;
	enum ungarble_err err;

	if (pairs == NULL)
		return UNGARBLE_ENOMEM;
	ug_mojibake_pairs_init(pairs, slots);
	if (!ug_mojibake_suspect(text))
		return UNGARBLE_OK;
	err = ug_mojibake_line(text, pairs, scratch, &line);
	if (err == UNGARBLE_OK)
		err = ug_mojibake_reading(&line, scratch, &reading);
	if (err == UNGARBLE_OK)
		ug_mojibake_speak(&line, ug_mojibake_spoken(&line));
	for (unsigned i = 0; i < UG_MOJIBAKE_MAX && err == UNGARBLE_OK; i++) {
		struct ask *const ask = &asks[i];

		if ((line.encodings >> i & 1) == 0)
			continue;
		ug_mojibake_read(&line, i, ug_mojibake_meant(&line, i), false,
		    &reading);
		if (reading.n == 0)
			continue;
		if (ask->lines++ == 0 || reading.gain > ask->gain) {
			ask->gain = reading.gain;
			ask->line = number;
		}
	}
	return err;
}

static void
asks_print(const struct ask asks[UG_MOJIBAKE_MAX])
{
	printf("%-22s %9s %9s %9s %9s %9s\n", "encoding", "lines", "gain",
	    "least", "in force", "line");
	for (unsigned i = 0; i < UG_MOJIBAKE_MAX; i++) {
		const struct ask *const ask = &asks[i];
		const int least = ask->gain < 0 ? 0 : ask->gain + 1;

		printf("%-22s %9lu", ug_mojibake_rules[i] +
		    strlen("mojibake/utf-8>"), ask->lines);
		if (ask->lines == 0)
			printf(" %9s %9s", "-", "-");
		else
			printf(" %9d %9d", ask->gain, least);
		printf(" %9d %9lu%s\n",
		    ug_mojibake_ask(i), ask->line,
		    least > ug_mojibake_ask(i) ?
		    "  altered" : "");
	}
}

int
main(void)
{
	struct ask asks[UG_MOJIBAKE_MAX] = { { 0, 0, 0 } };
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	unsigned long number = 0, skipped = 0;
	char *s = NULL;
	size_t cap = 0;
	ssize_t len;

	while ((len = getline(&s, &cap, stdin)) > 0) {
		const size_t n = (size_t)len;

		number++;
		if (ug_utf8_prefix((const unsigned char *)s, n, NULL) != n) {
			skipped++;
			continue;
		}
		if (line_ask((struct ug_text){ s, n }, number, &scratch,
		    asks) != UNGARBLE_OK) {
			fputs("mojibake_ask: out of memory\n", stderr);
			return 2;
		}
		ug_arena_reset(&scratch);
	}
	asks_print(asks);
	printf("%lu lines, %lu skipped that are not UTF-8\n", number, skipped);
	free(s);
	ug_arena_free(&scratch);
	return ferror(stdin) || fflush(stdout) == EOF;
}
