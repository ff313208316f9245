/*
 * harness.c - runs a stream and keeps all it said
 */
#include "harness.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

void
bytes_add(struct bytes *b, const void *s, size_t len)
{
	if (b->len + len > b->cap) {
		b->cap = (b->len + len) * 2 + 64;
		b->s = realloc(b->s, b->cap);
		if (b->s == NULL)
			abort();
	}
	if (len > 0)
		memcpy(b->s + b->len, s, len);
	b->len += len;
}

void
bytes_string(struct bytes *b, const char *s)
{
	bytes_add(b, s, strlen(s));
}

void
bytes_free(struct bytes *b)
{
	free(b->s);
	*b = (struct bytes){ 0 };
}

bool
bytes_equal(const struct bytes *a, const struct bytes *b)
{
	return a->len == b->len &&
	    (a->len == 0 || memcmp(a->s, b->s, a->len) == 0);
}

bool
run_equal(const struct run *a, const struct run *b)
{
	return a->err == b->err && bytes_equal(&a->out, &b->out) &&
	    bytes_equal(&a->report, &b->report) &&
	    bytes_equal(&a->more, &b->more);
}

static int
run_write(void *user, const char *s, size_t len)
{
	struct run *const run = user;

	bytes_add(&run->out, s, len);
	return 0;
}

static void
run_more(struct run *run, const char *format, ...)
{
	char line[128];
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	bytes_add(&run->more, line, (size_t)n);
}

static int
run_span(void *user, const struct ungarble_span *span)
{
	struct run *const run = user;
	char line[256];
	const int n = snprintf(line, sizeof(line), "span %s %d %u %" PRIu64
	    "+%" PRIu64 " in %" PRIu64 "+%" PRIu64 " out %" PRIu64 "+%" PRIu64
	    " %" PRIu64 "\n", span->encoding, (int)span->reason,
	    span->confidence, span->record, span->n_records, span->in_at,
	    span->in_len, span->out_at, span->out_len, span->n_invalid);

	bytes_add(&run->report, line, (size_t)n);
	run_more(run, "%s %s %" PRIu64 "\n", span->rule, span->language != NULL
	    ? span->language : "-", span->ascii_len);
	if (run->n_spans == run->cap_spans) {
		run->cap_spans = run->cap_spans * 2 + 64;
		run->spans = realloc(run->spans,
		    run->cap_spans * sizeof(*run->spans));
		if (run->spans == NULL)
			abort();
	}
	run->spans[run->n_spans++] = *span;
	run->n_invalid += span->n_invalid;
	return 0;
}

static int
run_edit(void *user, const struct ungarble_edit *edit)
{
	struct run *const run = user;
	char line[256];
	const int n = snprintf(line, sizeof(line), "edit %" PRIu64
	    " in %" PRIu64 "+%" PRIu64 " out %" PRIu64 "+%" PRIu64
	    " at %zu step %u %s %s %u %d ", edit->record, edit->in_at,
	    edit->in_len, edit->out_at, edit->out_len, edit->at, edit->step,
	    edit->rule, edit->fix, edit->confidence, edit->margin);

	bytes_add(&run->report, line, (size_t)n);
	run_more(run, "%" PRIu64 " %d %u\n", edit->record_at, edit->gate,
	    edit->before_is_bytes);
	if (run->n_edits == run->cap_edits) {
		run->cap_edits = run->cap_edits * 2 + 64;
		run->edits = realloc(run->edits,
		    run->cap_edits * sizeof(*run->edits));
		if (run->edits == NULL)
			abort();
	}

	struct kept_edit *const kept = &run->edits[run->n_edits++];

	kept->edit = *edit;
	kept->before_at = run->words.len;
	bytes_add(&run->words, edit->before, edit->before_len);
	kept->after_at = run->words.len;
	bytes_add(&run->words, edit->after, edit->after_len);
	bytes_add(&run->report, edit->before, edit->before_len);
	bytes_string(&run->report, " => ");
	bytes_add(&run->report, edit->after, edit->after_len);
	bytes_string(&run->report, "\n");
	return 0;
}

static int
run_piece(void *user, const struct ungarble_piece *piece)
{
	struct run *const run = user;
	char line[256];
	const int n = snprintf(line, sizeof(line), "piece %s %" PRIu64
	    " in %" PRIu64 "+%zu out %" PRIu64 "+%zu\n", piece->encoding,
	    piece->record, piece->in_at, piece->in_len, piece->out_at,
	    piece->out_len);

	if (piece->in_at != run->pieces_in.len ||
	    piece->out_at != run->pieces_out.len)
		bytes_string(&run->report, "where it should not be: ");
	bytes_add(&run->report, line, (size_t)n);
	bytes_add(&run->pieces_in, piece->in, piece->in_len);
	bytes_add(&run->pieces_out, piece->out, piece->out_len);
	return 0;
}

bool
run_is_whole(const struct run *run, const char *in, size_t len)
{
	return run->pieces_in.len == len &&
	    (len == 0 || memcmp(run->pieces_in.s, in, len) == 0) &&
	    bytes_equal(&run->pieces_out, &run->out);
}

struct ungarble_options
run_options(struct run *run)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.write = run_write;
	opts.span = run_span;
	opts.edit = run_edit;
	opts.piece = run_piece;
	opts.user = run;
	return opts;
}

static size_t
run_chunk(enum cuts cuts, size_t left, uint64_t *seed)
{
	size_t n = left;

	if (cuts == CUT_EVERYWHERE) {
		n = 1;
	} else if (cuts == CUT_AT_RANDOM) {
		const uint64_t most = random_next(seed) % 4 == 0 ? 40000 : 60;

		n = (size_t)(random_next(seed) % most);
	}
	return n < left ? n : left;
}

void
run_stream(struct run *run, const struct ungarble_options *opts,
    const char *in, size_t len, enum cuts cuts, uint64_t seed)
{
	struct ungarble *ug;

	run->err = ungarble_open(&ug, opts);
	for (size_t at = 0; at < len && run->err == UNGARBLE_OK;) {
		const size_t n = run_chunk(cuts, len - at, &seed);
		/* A copy of its own size: reading beyond it is seen. */
		char *const chunk = malloc(n > 0 ? n : 1);

		if (chunk == NULL)
			abort();
		if (n > 0)
			memcpy(chunk, in + at, n);
		run->err = ungarble_feed(ug, chunk, n);
		free(chunk);
		at += n;
	}
	if (run->err == UNGARBLE_OK)
		run->err = ungarble_finish(ug);
	ungarble_close(ug);
}

void
run_free(struct run *run)
{
	bytes_free(&run->out);
	bytes_free(&run->report);
	bytes_free(&run->more);
	bytes_free(&run->pieces_in);
	bytes_free(&run->pieces_out);
	bytes_free(&run->words);
	free(run->edits);
	free(run->spans);
	*run = (struct run){ 0 };
}
