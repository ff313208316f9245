/*
 * edits_equal.h - whether the same was found, for tests
 */
#ifndef EDITS_EQUAL_H
#define EDITS_EQUAL_H

#include <string.h>

#include "edit/edit.h"

static inline bool
edits_equal(const struct ug_edits *a, const struct ug_edits *b)
{
	bool equal = a->n == b->n;

	for (size_t i = 0; equal && i < a->n; i++)
		equal = a->v[i].at == b->v[i].at &&
		    a->v[i].len == b->v[i].len &&
		    a->v[i].margin == b->v[i].margin &&
		    a->v[i].confidence == b->v[i].confidence &&
		    strcmp(a->v[i].rule, b->v[i].rule) == 0 &&
		    ug_text_equal(ug_edit_after(a, &a->v[i]),
		    ug_edit_after(b, &b->v[i]));
	return equal;
}

#endif /* EDITS_EQUAL_H */
