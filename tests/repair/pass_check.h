/*
 * pass_check.h - rows for a repair pass: what goes in, what must come out
 *
 * Each row is run through the pass; its edits must be good, and what they make
 * must be `out` (`in` itself where `out` is empty) and stay so on a second run.
 */
#ifndef PASS_CHECK_H
#define PASS_CHECK_H

#include <stdio.h>

#include "characters/codings.h"
#include "check.h"
#include "repair/passes.h"

struct pass_row {
	const char *name;
	struct ug_text in, out;
};

/*
 * What `pass` finds in a text by itself, into *edits, which it starts and the
 * caller frees.
 */
static inline void
pass_look(const struct ug_pass *pass, const char *name, struct ug_text text,
    struct ug_edits *edits)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = {
		.encoding = "UTF-8",
		.confidence = 90,
		.scratch = &scratch,
	};

	ug_edits_init(edits, &ug_alloc_libc);
	CHECK(name, ug_pass_find(pass, &scope, text, edits) == UNGARBLE_OK);
	ug_arena_free(&scratch);
}

/* One trip of `text` through `pass` into *out, emptied first. */
static inline size_t
pass_run(const struct ug_pass *pass, const struct ug_scope *scope,
    const char *name, struct ug_text text, struct ug_buf *out)
{
	struct ug_edits edits;
	size_t at = 0, n;

	out->len = 0;
	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK(name, ug_pass_find(pass, scope, text, &edits) == UNGARBLE_OK);
	CHECK(name, ug_edits_good(&edits, text));
	CHECK(name, (edits.n == 0 && edits.n_notes == 0 && !edits.swayed) ||
	    ug_pass_may_find(pass, ug_traits(text.s, text.len)));
	for (size_t i = 0; i < edits.n; i++) {
		const struct ug_edit *edit = &edits.v[i];
		const struct ug_text after = ug_edit_after(&edits, edit);

		if (edit->confidence < scope->confidence)
			continue;
		CHECK(name, edit->confidence <= 100 && edit->rule != NULL);
		CHECK(name, ug_buf_add(out, text.s + at, edit->at - at) ==
		    UNGARBLE_OK);
		CHECK(name, ug_buf_add(out, after.s, after.len) ==
		    UNGARBLE_OK);
		at = edit->at + edit->len;
	}
	CHECK(name, ug_buf_add(out, text.s + at, text.len - at) == UNGARBLE_OK);
	n = edits.n;
	ug_edits_free(&edits);
	ug_arena_reset(scope->scratch);
	return n;
}

/*
 * Run every row for at most `rounds` trips through the pass; after that one
 * more trip must find nothing.
 */
static inline void
check_pass_rounds(const struct ug_pass *pass, const struct ug_scope *given,
    const struct pass_row *rows, size_t n, unsigned rounds)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_buf in = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	struct ug_codings codings;

	ug_codings_init(&codings);
	for (size_t i = 0; i < n; i++) {
		const struct pass_row *row = &rows[i];
		const struct ug_text want =
		    row->out.len == 0 ? row->in : row->out;
		struct ug_scope scope = *given;

		scope.scratch = &scratch;
		scope.codings = &codings;
		in.len = 0;
		CHECK(row->name, ug_buf_add(&in, row->in.s, row->in.len) ==
		    UNGARBLE_OK);
		for (scope.round = 0; scope.round <= rounds; scope.round++) {
			const struct ug_buf old = in;

			if (pass_run(pass, &scope, row->name,
			    (struct ug_text){ in.s, in.len }, &out) == 0)
				break;
			in = out;
			out = old;
		}
		CHECK(row->name, scope.round <= rounds);
		if (!CHECK(row->name, ug_text_equal(want,
		    (struct ug_text){ in.s, in.len })))
			fprintf(stderr,
			    "\tin   %.*s\n\twant %.*s\n\tgot  %.*s\n",
			    (int)row->in.len, row->in.s,
			    (int)want.len, want.s, (int)in.len, in.s);
	}
	ug_buf_free(&in);
	ug_buf_free(&out);
	ug_arena_free(&scratch);
}

/* One trip must do it, with nothing around the record and no memory. */
static inline void
check_pass(const struct ug_pass *pass, const struct pass_row *rows, size_t n)
{
	const struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90 };

	check_pass_rounds(pass, &scope, rows, n, 1);
}

#endif /* PASS_CHECK_H */
