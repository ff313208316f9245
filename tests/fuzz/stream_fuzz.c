/*
 * stream_fuzz.c - what must hold of a stream, on anything
 *
 * Where the input is cut does not matter: fed whole, bytewise and in pieces the
 * output, the edits and the spans are the same.  Text comes out well-formed.
 * Repairing twice is repairing once.  The cuts are drawn from the input.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "random.h"
#include "ungarble.h"

struct told {
	char *out;
	size_t len, cap;
	uint64_t edits, spans; /* hashes of all that was said */
	int binary;
};

static void
fail(const char *what)
{
	fprintf(stderr, "stream_fuzz: %s\n", what);
	abort();
}

static uint64_t
hash(uint64_t so_far, const void *bytes, size_t len)
{
	const unsigned char *const s = bytes;

	for (size_t i = 0; i < len; i++)
		so_far = (so_far ^ s[i]) * 0x100000001B3;
	return (so_far ^ len) * 0x100000001B3;
}

static uint64_t
hash_number(uint64_t so_far, uint64_t number)
{
	return hash(so_far, &number, sizeof(number));
}

static int
told_write(void *user, const char *bytes, size_t len)
{
	struct told *const told = user;

	if (told->len + len > told->cap) {
		told->cap = 2 * (told->len + len);
		told->out = realloc(told->out, told->cap);
		if (told->out == NULL)
			fail("no memory");
	}
	if (len > 0)
		memcpy(told->out + told->len, bytes, len);
	told->len += len;
	return 0;
}

static int
told_edit(void *user, const struct ungarble_edit *edit)
{
	struct told *const told = user;
	uint64_t h = told->edits;

	h = hash_number(h, edit->record);
	h = hash_number(h, edit->in_at);
	h = hash_number(h, edit->in_len);
	h = hash_number(h, edit->out_at);
	h = hash_number(h, edit->out_len);
	h = hash_number(h, edit->at);
	h = hash_number(h, edit->step);
	h = hash(h, edit->before, edit->before_len);
	h = hash(h, edit->after, edit->after_len);
	h = hash(h, edit->rule, strlen(edit->rule));
	h = hash_number(h, edit->confidence);
	told->edits = hash_number(h, (uint64_t)edit->margin);
	return 0;
}

static int
told_span(void *user, const struct ungarble_span *span)
{
	struct told *const told = user;
	uint64_t h = told->spans;

	h = hash(h, span->encoding, strlen(span->encoding));
	h = hash_number(h, (uint64_t)span->reason);
	h = hash_number(h, span->confidence);
	h = hash_number(h, span->record);
	h = hash_number(h, span->n_records);
	h = hash_number(h, span->in_at);
	h = hash_number(h, span->in_len);
	h = hash_number(h, span->out_at);
	h = hash_number(h, span->out_len);
	told->spans = hash_number(h, span->n_invalid);
	told->binary |= strcmp(span->encoding, "binary") == 0;
	return 0;
}

/* Feed in pieces of up to `most` bytes; their lengths follow from `seed`. */
static struct told
told_of(const void *data, size_t size, size_t most, uint64_t seed)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct told told = { 0 };
	struct ungarble *ug;

	opts.write = told_write;
	opts.edit = told_edit;
	opts.span = told_span;
	opts.user = &told;
	if (ungarble_open(&ug, &opts) != UNGARBLE_OK)
		fail("cannot open");
	for (size_t at = 0, len; at < size; at += len) {
		const uint64_t drawn = random_next(&seed);

		len = most <= 1 ? 1 : 1 + (size_t)drawn % most;
		if (most >= size || len > size - at)
			len = size - at;
		if (ungarble_feed(ug, (const char *)data + at, len) !=
		    UNGARBLE_OK)
			fail("feed");
	}
	if (ungarble_finish(ug) != UNGARBLE_OK)
		fail("finish");
	ungarble_close(ug);
	return told;
}

static void
compare(const struct told *a, const struct told *b, const char *what)
{
	if (a->len != b->len ||
	    (a->len > 0 && memcmp(a->out, b->out, a->len) != 0))
		fail(what);
	if (a->edits != b->edits)
		fail("edits depend on cuts");
	if (a->spans != b->spans)
		fail("spans depend on cuts");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint64_t seed = hash(14695981039346656037u, data, size);
	struct told whole = told_of(data, size, size, 0);
	struct told bytewise = told_of(data, size, 1, 0);
	struct told pieces = told_of(data, size, 1 + (size_t)(seed % 4096),
	    seed);
	struct told again;

	compare(&whole, &bytewise, "output depends on cuts: bytewise");
	compare(&whole, &pieces, "output depends on cuts: pieces");
	if (!whole.binary && ug_utf8_prefix((const unsigned char *)whole.out,
	    whole.len, NULL) != whole.len)
		fail("output is not well-formed");
	again = told_of(whole.out, whole.len, whole.len, 0);
	if (again.len != whole.len ||
	    (whole.len > 0 && memcmp(again.out, whole.out, whole.len) != 0))
		fail("repairing twice is not repairing once");
	free(whole.out);
	free(bytewise.out);
	free(pieces.out);
	free(again.out);
	return 0;
}
