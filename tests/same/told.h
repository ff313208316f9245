/*
 * told.h - a build of the library, and all it says to one input
 */
#ifndef TESTS_SAME_TOLD_H
#define TESTS_SAME_TOLD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ungarble.h"

#define LIBRARY_CALLS(X) X(open) X(feed) X(flush) X(finish) X(close) \
    X(failed_at) X(guess) X(explain) X(lexicon_check) X(component) X(fix) \
    X(encoding) X(label) X(strerror)

struct library {
	void *handle;
#define X(call) __typeof__(ungarble_##call) *call;
	LIBRARY_CALLS(X)
#undef X
};

struct blob {
	char *s; /* a NUL stands behind */
	size_t len, cap;
};

/* How one input is run. */
struct plan {
	struct ungarble_options opts; /* without callbacks */
	char fixes[128], from[160], fallback[64], declared[64];
	struct blob lexicon;
	size_t cuts;       /* fed by up to so many bytes; 0: at once */
	unsigned flushes;  /* of four feeds so many are flushed */
	unsigned asks;     /* 0: not asked; else n - 1 of 16 are refused */
	unsigned stop_at;  /* this event stops the stream; 0: none */
	unsigned guesses;  /* so many at most; 0: not guessed */
	bool finds;
	uint64_t seed;     /* of cuts and answers */
};

/* What came up, over all inputs and processes. */
struct told_counts {
	atomic_ulong edits, spans, findings, failed;
	atomic_bool rules[65536]; /* by a hash of the name */
};

/*
 * What one library said: output, and a line for each event with a word for each
 * field, `edit record=1 ... before="\xC3" written=12`.
 */
struct told {
	struct blob out, log;
	bool times;        /* tell how far the output had come */
	struct told_counts *counts;
	const struct library *lib;
	const struct plan *plan;
	uint64_t answers;
	size_t written;
	unsigned events;
};

void blob_add(struct blob *blob, const void *s, size_t len);

/* A number below that; one sequence for each first state. */
size_t draw(uint64_t *state, size_t below);

/* NULL, or what is wrong. */
const char *library_load(struct library *lib, const char *path);

/* The input through the library; what was told before goes. */
void told_input(struct told *told, const struct library *lib,
    const struct plan *plan, const struct blob *in);

/* The same for what the library knows: encodings, labels, fixes, tables. */
void told_lists(struct told *told, const struct library *lib);

#endif
