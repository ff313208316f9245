/*
 * known_check.h - rows for a pass that knows something from records before
 */
#ifndef KNOWN_CHECK_H
#define KNOWN_CHECK_H

#include "repair/pass_check.h"

/* What records before said, and how often. */
struct known_note {
	const char *kind;
	struct ug_text what;
	unsigned times;
};

static inline void
check_pass_known(const struct ug_pass *pass, const struct known_note *notes,
    size_t n_notes, const struct pass_row *rows, size_t n)
{
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90 };
	struct ug_memory *memory;

	if (!CHECK("memory",
	    ug_memory_new(&memory, &ug_alloc_libc) == UNGARBLE_OK))
		return;
	for (size_t i = 0; i < n_notes; i++)
		for (unsigned k = 0; k < notes[i].times; k++)
			CHECK("remembered", ug_memory_add(memory, notes[i].kind,
			    ug_memory_key(notes[i].what)) == UNGARBLE_OK);
	scope.memory = memory;
	check_pass_rounds(pass, &scope, rows, n, 1);
	ug_memory_free(memory);
}

#endif /* KNOWN_CHECK_H */
