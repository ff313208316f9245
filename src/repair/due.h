/*
 * due.h - which passes may find anything in a text
 */
#ifndef UG_DUE_H
#define UG_DUE_H

#include "edit/pass.h"

/* Passes are bits: see ug_runner_run(). */
struct ug_due {
	uint64_t rules;  /* all passes with a rule on marks */
	uint64_t fixes;  /* as it was asked last: of these passes, */
	unsigned traits; /* in a text of these traits, */
	uint64_t passes; /* those may find something, */
	unsigned cues;   /* and their rules with any of these cues */
};

void ug_due_init(struct ug_due *due);

/* Those of `fixes` that may find something in a text of these traits. */
uint64_t ug_due_by_traits(struct ug_due *due, uint64_t fixes,
    unsigned traits);

/* Those of them that still may, by what a glance at the text has seen. */
uint64_t ug_due_by_cues(const struct ug_due *due, uint64_t passes,
    unsigned cues);

#endif /* UG_DUE_H */
