/*
 * harness.h - runs a stream and keeps all it said, for properties of the whole
 */
#ifndef HARNESS_H
#define HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ungarble.h"

struct bytes {
	char *s;
	size_t len, cap;
};

void bytes_add(struct bytes *b, const void *s, size_t len);
void bytes_string(struct bytes *b, const char *s);
void bytes_free(struct bytes *b);
bool bytes_equal(const struct bytes *a, const struct bytes *b);

/* An edit, with words of its own. */
struct kept_edit {
	struct ungarble_edit edit;
	size_t before_at, after_at; /* in words */
};

/* What a run said. */
struct run {
	struct bytes out;
	struct bytes report;        /* most fields of every edit, span, piece, */
	struct bytes more;          /* and the others */
	struct bytes pieces_in, pieces_out; /* joined */
	struct kept_edit *edits;
	size_t n_edits, cap_edits;
	struct bytes words;
	struct ungarble_span *spans; /* n_spans; what they point to is static */
	size_t cap_spans;
	uint64_t n_spans, n_invalid;
	enum ungarble_err err;
};

/* How the input is cut into feeds. */
enum cuts {
	CUT_NOWHERE,
	CUT_EVERYWHERE,
	CUT_AT_RANDOM
};

/* Options whose callbacks fill `run`. */
struct ungarble_options run_options(struct run *run);

/* Feed `in`, cut as asked (by `seed`), to a stream opened with opts. */
void run_stream(struct run *run, const struct ungarble_options *opts,
    const char *in, size_t len, enum cuts cuts, uint64_t seed);

/* Whether two said the same, but for what their pieces have. */
bool run_equal(const struct run *a, const struct run *b);

/* Whether the pieces are the whole input, and the whole output. */
bool run_is_whole(const struct run *run, const char *in, size_t len);

void run_free(struct run *run);

/*
 * Text of every kind of damage and of none, about `len` bytes, from a seed:
 * clean prose in many scripts, mojibake, broken marks, spun paragraphs, legacy
 * bytes, malformed bytes, blank and long lines, several line ends.
 */
void mixed_make(struct bytes *out, size_t len, uint64_t seed);

/*
 * Spun paragraphs, one after the other: nothing that would let a record leave.
 */
void spun_make(struct bytes *out, size_t len);

/* Clean text with a legacy and a garbled line here and there. */
void sparse_make(struct bytes *out, size_t len, uint64_t seed);

#endif /* HARNESS_H */
