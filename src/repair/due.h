/*
 * due.h - which passes may find anything in a text
 */
#ifndef UG_DUE_H
#define UG_DUE_H

#include "edit/pass.h"

/* Texts of some traits. */
struct ug_due_of {
	bool known;
	uint64_t passes; /* that may find something in them, */
	unsigned cues;   /* and their rules with any of these cues */
};

/* Passes are bits: see ug_runner_run(). */
struct ug_due {
	uint64_t rules;  /* all passes with a rule on marks, */
	uint64_t odd;    /* and those that find nothing in plain lines, */
	uint64_t asks;   /* of which this one asks whether one is */
	unsigned rule_cues[64]; /* without which a rule finds nothing */
	unsigned rule_but[64];  /* with any of which it does not, either */
	uint64_t fixes;  /* as it was asked last: of these passes */
	struct ug_due_of of[UG_TRAITS]; /* by traits; */
	unsigned cues;   /* and the cues of the last */
	bool known;      /* of the text at hand: its traits */
	unsigned seen;   /* which are these */
	bool looked;     /* and marks were looked at: */
	uint64_t now;    /* these may find something in it */
	bool told;       /* of the next text: what is known of it */
	unsigned told_cues;
};

struct ug_look;

void ug_due_init(struct ug_due *due);

/* Those of `fixes` that may find something in a text of these traits. */
uint64_t ug_due_by_traits(struct ug_due *due, uint64_t fixes,
    unsigned traits);

/* Those of them that still may, by what a glance at the text has seen. */
uint64_t ug_due_by_cues(const struct ug_due *due, uint64_t passes,
    unsigned cues);

/*
 * Whether any of `fixes` may find something in the text of the next run, which
 * has these traits and cues.  If so it needs no other look.
 */
bool ug_due_tell(struct ug_due *due, uint64_t fixes, unsigned traits,
    unsigned cues);

/*
 * Whether one of those that may find something asks if a line is plain, and
 * none finds anything if it is.
 */
bool ug_due_asks_plain(const struct ug_due *due);

/* A run begins. */
void ug_due_start(struct ug_due *due);

/* The text is another one. */
void ug_due_forget(struct ug_due *due);

/*
 * The first pass of those in `left` that may find something in the text; NULL:
 * there is none.  Those up to it are taken out of `left`, which starts as
 * `fixes`; `look` is at the text, or forgotten.
 */
const struct ug_pass *ug_due_next(struct ug_due *due, uint64_t fixes,
    struct ug_look *look, struct ug_text text, uint64_t *left);

#endif /* UG_DUE_H */
