/*
 * trial.h - a text as the pass of words leaves it
 */
#ifndef TRIAL_H
#define TRIAL_H

#include <string.h>

#include "check.h"
#include "repair/passes.h"

struct trial {
	struct ug_arena scratch;
	struct ug_edits edits;
	char out[4096];
};

static inline void
trial_init(struct trial *trial)
{
	*trial = (struct trial){ .scratch = { .alloc = &ug_alloc_libc } };
	ug_edits_init(&trial->edits, &ug_alloc_libc);
}

static inline void
trial_free(struct trial *trial)
{
	ug_edits_free(&trial->edits);
	ug_arena_free(&trial->scratch);
}

/* The text with the edits that the pass finds, which stay in trial->edits. */
static inline const char *
trial_apply(struct trial *trial, struct ug_scope scope, const char *s)
{
	const struct ug_text text = { s, strlen(s) };
	size_t at = 0, n = 0;

	scope.scratch = &trial->scratch;
	ug_edits_clear(&trial->edits);
	CHECK(s, ug_pass_words.find(&scope, text, &trial->edits) ==
	    UNGARBLE_OK);
	CHECK(s, ug_edits_good(&trial->edits, text));
	ug_arena_reset(&trial->scratch);
	for (size_t i = 0; i < trial->edits.n; i++) {
		const struct ug_edit *const e = &trial->edits.v[i];
		const struct ug_text after = ug_edit_after(&trial->edits, e);

		CHECK(s, e->confidence >= scope.confidence);
		memcpy(trial->out + n, s + at, e->at - at);
		n += e->at - at;
		memcpy(trial->out + n, after.s, after.len);
		n += after.len;
		at = e->at + e->len;
	}
	memcpy(trial->out + n, s + at, text.len - at + 1);
	return trial->out;
}

#endif /* TRIAL_H */
