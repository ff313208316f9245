/*
 * prose_rule.h - what all rules on the marks of English prose share
 *
 * A rule is a pass (edit/pass.h) that is asked only where a glance at the
 * text has seen what it needs, and where the text is English; it gets the text
 * cut into words.  Glance, cut and language are found once for all rules.
 */
#ifndef UG_PROSE_RULE_H
#define UG_PROSE_RULE_H

#include "edit/pass.h"
#include "glance.h"
#include "prose.h"

struct ug_prose_rule {
	unsigned cues;  /* without any of these there is nothing to find, */
	unsigned but;   /* nor with any of these */
	unsigned facts; /* of enum ug_fact: what it reads, and so notes */

	/* A closer look, if a cue was seen, before facts are noted; or NULL. */
	bool (*worth)(const struct ug_scope *scope, struct ug_text text,
	    unsigned cues);

	/* The last one, before the text is cut; or NULL. */
	bool (*due)(const struct ug_scope *scope, struct ug_text text,
	    unsigned cues);

	enum ungarble_err (*find)(const struct ug_scope *scope,
	    const struct ug_prose *prose, struct ug_edits *edits);
};

/* What is known of a text.  Start from { .arena = &some_arena }. */
struct ug_look {
	bool looked;          /* cues are known */
	bool asked;           /* english is */
	bool english;
	bool read;            /* prose is */
	unsigned cues;
	unsigned noted;       /* facts of the text */
	struct ug_prose prose;
	struct ug_arena *arena;
};

/* Without any of these cues a rule neither finds nor notes anything. */
static inline unsigned
ug_prose_rule_cues(const struct ug_prose_rule *rule)
{
	return rule->cues | ((rule->facts & UG_FACT_QUOTED) != 0 ?
	    (unsigned)UG_GLANCE_QUOTED : 0);
}

/* With any of these it does not, either. */
static inline unsigned
ug_prose_rule_but(const struct ug_prose_rule *rule)
{
	return (rule->facts & UG_FACT_QUOTED) != 0 ? 0 : rule->but;
}

/* A glance at the text, which is forgotten, has seen that. */
static inline void
ug_look_at(struct ug_look *look, unsigned cues)
{
	look->looked = true;
	look->cues = cues;
}

/* What a glance sees in the text. */
unsigned ug_look_cues(struct ug_look *look, struct ug_text text);

/* The text is another one, or its facts are to be noted again. */
void ug_look_forget(struct ug_look *look);

/* Find what `rule` would change, as ug_pass.find() does. */
UG_CHECK enum ungarble_err ug_prose_rule_find(const struct ug_prose_rule *rule,
    const struct ug_scope *scope, struct ug_text text, struct ug_edits *edits);

#endif /* UG_PROSE_RULE_H */
