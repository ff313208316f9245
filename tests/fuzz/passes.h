/*
 * passes.h - passes on lines of any text: edits are good, and come to an end
 *
 * An input that starts with a byte of 1..7 chooses a pass of the group by its
 * second byte; else all of them run.  What is no UTF-8 is left out.
 */
#ifndef FUZZ_PASSES_H
#define FUZZ_PASSES_H

#include "base/utf8.h"
#include "characters/codings.h"
#include "fuzz.h"
#include "repair/passes.h"
#include "repair/runner.h"

/* The well-formed part of an input, as a copy to be freed. */
static inline struct ug_text
fuzz_text(const struct fuzz_input *in)
{
	char *const s = fuzz_copy(in->s, in->len);
	size_t len = 0;

	for (size_t at = 0; at < in->len; at++) {
		const size_t n = ug_utf8_prefix(in->s + at, in->len - at,
		    NULL);

		memcpy(s + len, in->s + at, n);
		len += n;
		at += n;
	}
	return (struct ug_text){ s, len };
}

/* What a pass finds is the same each time, and good. */
static inline bool
fuzz_pass(const struct ug_pass *pass, struct ug_scope scope,
    struct ug_text text)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_edits edits, again;
	bool any;

	scope.scratch = &scratch;
	ug_edits_init(&edits, &ug_alloc_libc);
	ug_edits_init(&again, &ug_alloc_libc);
	FUZZ_CHECK(ug_pass_find(pass, &scope, text, &edits) == UNGARBLE_OK);
	ug_arena_reset(&scratch);
	FUZZ_CHECK(ug_pass_find(pass, &scope, text, &again) == UNGARBLE_OK);
	FUZZ_CHECK(ug_edits_good(&edits, text));
	FUZZ_CHECK(edits.n == again.n && edits.words.len == again.words.len);
	for (size_t i = 0; i < edits.n; i++) {
		const struct ug_edit *const e = &edits.v[i];

		FUZZ_CHECK(e->rule != NULL && e->confidence <= 100);
		FUZZ_CHECK(e->at == again.v[i].at && e->len == again.v[i].len);
	}
	FUZZ_CHECK((edits.n == 0 && edits.n_notes == 0 && !edits.swayed) ||
	    ug_pass_may_find(pass, ug_traits(text.s, text.len)));
	any = edits.n > 0;
	ug_edits_free(&edits);
	ug_edits_free(&again);
	ug_arena_free(&scratch);
	return any;
}

/* Run the passes over `text`; the work's text is what they leave. */
static inline void
fuzz_run(uint64_t fixes, const struct ug_scope *scope, struct ug_text text,
    struct ug_work *work)
{
	const struct ug_record record = { .number = 1, .in_len = text.len };
	struct ug_runner *runner;
	bool sure;

	ug_work_init(work, &ug_alloc_libc);
	ug_work_lend(work, text, 0);
	FUZZ_CHECK(ug_runner_new(&runner, &(struct ug_asker){ 0 },
	    &ug_alloc_libc) == UNGARBLE_OK);
	FUZZ_CHECK(ug_runner_run(runner, fixes, *scope,
	    &(struct ug_passage){ &record, 1 }, work, &sure) == UNGARBLE_OK);
	ug_runner_free(runner);
}

/* The passes come to an end, and find nothing in what they leave. */
static inline void
fuzz_line(uint64_t fixes, const struct ug_codings *codings,
    struct ug_text text)
{
	const struct ug_scope scope = { .encoding = "UTF-8",
		.codings = codings, .confidence = 90 };
	struct ug_work work, again;
	bool any = false;

	for (size_t i = 0; ug_passes[i] != NULL; i++)
		if ((fixes >> i & 1) != 0)
			any = fuzz_pass(ug_passes[i], scope, text) || any;
	fuzz_run(fixes, &scope, text, &work);
	/* Found, and made; a line that comes to no end would be left. */
	FUZZ_CHECK(any == (work.log.n > 0));

	const struct ug_text out = ug_work_text(&work);

	FUZZ_CHECK(ug_utf8_prefix((const unsigned char *)out.s, out.len,
	    NULL) == out.len);
	FUZZ_CHECK(out.len <= 4 * text.len + 16);
	fuzz_run(fixes, &scope, out, &again);
	FUZZ_CHECK(again.log.n == 0);
	ug_work_free(&again);
	ug_work_free(&work);
}

/* The passes of `group`, on each line. */
static inline int
fuzz_passes(const char *group, const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	struct ug_codings codings;
	struct ug_text text;
	uint64_t fixes;

	FUZZ_CHECK(ug_fixes_parse(group, &fixes) == UNGARBLE_OK);
	if (size > 1 && in.s[0] >= 1 && in.s[0] <= 7) {
		(void)fuzz_byte(&in);

		const uint64_t one = (uint64_t)1 << fuzz_byte(&in) % 32;

		fixes = (fixes & one) != 0 ? one : fixes;
	}
	ug_codings_init(&codings);
	text = fuzz_text(&in);
	for (size_t at = 0, end; at < text.len; at = end) {
		const char *const lf = memchr(text.s + at, '\n',
		    text.len - at);

		end = lf != NULL ? (size_t)(lf - text.s) + 1 : text.len;

		char *const line = fuzz_copy(text.s + at, end - at);

		fuzz_line(fixes, &codings, (struct ug_text){ line, end - at });
		free(line);
	}
	free((char *)text.s);
	return 0;
}

#endif /* FUZZ_PASSES_H */
