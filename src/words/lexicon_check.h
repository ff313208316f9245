/*
 * lexicon_check.h - rows of a lexicon that contradict other rows
 */
#ifndef UG_LEXICON_CHECK_H
#define UG_LEXICON_CHECK_H

#include "lexicon.h"

struct ug_lexicon_row {
	const char *spun;
	unsigned node, original; /* of the spun form and of its original */
	uint8_t tier, prior;
	const char *rule;        /* as the row has it */
};

/* What is wrong with rows[at], of n in the order of their nodes; or NULL. */
const char *ug_lexicon_fault(const struct ug_lexicon_row *rows, size_t n,
    size_t at);

#endif /* UG_LEXICON_CHECK_H */
