/*
 * prose_rule.c - runs a rule on the marks of English prose, if there is cause
 */
#include "prose_rule.h"

#include "slips.h"

void
ug_look_forget(struct ug_look *look)
{
	if (look->read)
		ug_arena_reset(look->arena);
	*look = (struct ug_look){ .arena = look->arena };
}

/* Cut the text into words, unless it is seen to be in another language. */
static enum ungarble_err
look_read(struct ug_look *look, struct ug_text text)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (look->read)
		return UNGARBLE_OK;
	look->read = true;
	if (ug_prose_may_be_english(text)) {
		err = ug_prose_read(&look->prose, text, look->arena);
		look->prose.cues = look->cues;
		look->english = err == UNGARBLE_OK &&
		    ug_prose_english(&look->prose);
	}
	return err;
}

/* Those of `facts` that were not noted yet. */
static unsigned
look_note(struct ug_look *look, unsigned facts)
{
	const unsigned due = facts & ~look->noted;

	look->noted |= facts;
	return due;
}

enum ungarble_err
ug_prose_rule_find(const struct ug_prose_rule *rule,
    const struct ug_scope *scope, struct ug_text text, struct ug_edits *edits)
{
	struct ug_look own = { .arena = scope->scratch };
	struct ug_look *const look = scope->look != NULL ? scope->look : &own;
	enum ungarble_err err = UNGARBLE_OK;

	if (!look->looked)
		look->cues = ug_glance(text);
	look->looked = true;
	if ((look->cues & (UG_GLANCE_QUOTE | UG_GLANCE_WIDE)) != 0 &&
	    look_note(look, rule->facts & UG_FACT_QUOTED) != 0)
		err = ug_slips_note(text,
		    (look->cues & UG_GLANCE_QUOTE) != 0, edits);
	if (err != UNGARBLE_OK || (look->cues & rule->cues) == 0 ||
	    (rule->worth != NULL && !rule->worth(scope, text, look->cues)))
		return err;
	err = look_read(look, text);
	if (err != UNGARBLE_OK || !look->english)
		return err;
	err = ug_prose_note(&look->prose, look_note(look, rule->facts), edits);
	return err != UNGARBLE_OK ? err :
	    rule->find(scope, &look->prose, edits);
}
