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

unsigned
ug_look_cues(struct ug_look *look, struct ug_text text)
{
	if (!look->looked)
		look->cues = ug_glance(text);
	look->looked = true;
	return look->cues;
}

static bool
look_english(struct ug_look *look, struct ug_text text)
{
	if (!look->asked)
		look->english = ug_prose_english(text);
	look->asked = true;
	return look->english;
}

/* Cut the text into words. */
static enum ungarble_err
look_read(struct ug_look *look, struct ug_text text)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (!look->read)
		err = ug_prose_read(&look->prose, text, look->arena);
	look->read = true;
	look->prose.cues = look->cues;
	return err;
}

/* Those of `facts` that were not noted yet. */
static unsigned
look_new(struct ug_look *look, unsigned facts)
{
	const unsigned due = facts & ~look->noted;

	look->noted |= facts;
	return due;
}

/* Note what `rule` reads.  Few texts have any, so English is asked last. */
static enum ungarble_err
look_note(struct ug_look *look, const struct ug_prose_rule *rule,
    struct ug_text text, const struct ug_memory *memory,
    struct ug_edits *edits)
{
	const size_t n = edits->n_notes;
	const unsigned facts = look_new(look, rule->facts);
	const enum ungarble_err err = ug_prose_note(text, look->cues, facts,
	    memory, edits);

	if (edits->n_notes > n && !look_english(look, text))
		edits->n_notes = n;
	return err;
}

static enum ungarble_err
look_find(struct ug_look *look, const struct ug_prose_rule *rule,
    const struct ug_scope *scope, struct ug_text text, struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;

	if ((ug_look_cues(look, text) & UG_GLANCE_QUOTED) != 0 &&
	    look_new(look, rule->facts & UG_FACT_QUOTED) != 0)
		err = ug_slips_note(look->cues, edits);
	if (err != UNGARBLE_OK || (look->cues & rule->cues) == 0 ||
	    (look->cues & rule->but) != 0 ||
	    (rule->worth != NULL && !rule->worth(scope, text, look->cues)))
		return err;
	err = look_note(look, rule, text, scope->memory, edits);
	if (err != UNGARBLE_OK || (rule->due != NULL &&
	    !rule->due(scope, text, look->cues)) || !look_english(look, text))
		return err;
	err = look_read(look, text);
	return err != UNGARBLE_OK ? err :
	    rule->find(scope, &look->prose, edits);
}

enum ungarble_err
ug_prose_rule_find(const struct ug_prose_rule *rule,
    const struct ug_scope *scope, struct ug_text text, struct ug_edits *edits)
{
	struct ug_look *const look = scope->look;

	if (look != NULL)
		return look_find(look, rule, scope, text, edits);

	struct ug_look own = { .arena = scope->scratch };

	return look_find(&own, rule, scope, text, edits);
}
