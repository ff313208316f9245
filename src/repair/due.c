/*
 * due.c - which passes may find anything in a text
 *
 * There are few kinds of texts, so the answer for each is kept.
 */
#include "due.h"

#include <string.h>

#include "base/letters.h"
#include "marks/prose_rule.h"
#include "passes.h"

void
ug_due_init(struct ug_due *due)
{
	*due = (struct ug_due){ .rules = 0 };
	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		const uint64_t bit = (uint64_t)1 << i;

		due->rules |= ug_passes[i]->rule != NULL ? bit : 0;
		due->odd |= ug_passes[i]->odd != UG_PASS_ANY ? bit : 0;
		due->asks |= ug_passes[i]->odd == UG_PASS_ASKS ? bit : 0;
		if (ug_passes[i]->rule == NULL)
			continue;
		due->rule_cues[i] = ug_prose_rule_cues(ug_passes[i]->rule);
		due->rule_but[i] = ug_prose_rule_but(ug_passes[i]->rule);
	}
}

/* Find out which passes may find something in a text of these traits. */
static void
due_find(const struct ug_due *due, struct ug_due_of *of, uint64_t fixes,
    unsigned traits)
{
	of->known = true;
	for (; fixes != 0; fixes &= fixes - 1) {
		const unsigned i = ug_letters_lowest(fixes);
		const struct ug_pass *const pass = ug_passes[i];

		if (!ug_pass_may_find(pass, traits))
			continue;
		of->passes |= (uint64_t)1 << i;
		of->cues |= due->rule_cues[i];
	}
}

uint64_t
ug_due_by_traits(struct ug_due *due, uint64_t fixes, unsigned traits)
{
	struct ug_due_of *const of = &due->of[traits];

	if (due->fixes != fixes)
		memset(due->of, 0, sizeof(due->of));
	due->fixes = fixes;
	if (!of->known)
		due_find(due, of, fixes, traits);
	due->cues = of->cues;
	return of->passes;
}

uint64_t
ug_due_by_cues(const struct ug_due *due, uint64_t passes, unsigned cues)
{
	uint64_t rules = passes & due->rules;

	if ((cues & due->cues) == 0)
		return passes & ~rules;
	for (; rules != 0; rules &= rules - 1) {
		const unsigned i = ug_letters_lowest(rules);

		if ((due->rule_cues[i] & cues) == 0 ||
		    (due->rule_but[i] & cues) != 0)
			passes &= ~((uint64_t)1 << i);
	}
	return passes;
}

bool
ug_due_tell(struct ug_due *due, uint64_t fixes, unsigned traits, unsigned cues)
{
	due->now = ug_due_by_cues(due, ug_due_by_traits(due, fixes, traits),
	    cues);
	due->told = due->now != 0;
	due->seen = traits;
	due->told_cues = cues;
	return due->told;
}

bool
ug_due_asks_plain(const struct ug_due *due)
{
	return (due->now & due->asks) != 0 && (due->now & ~due->odd) == 0;
}

void
ug_due_start(struct ug_due *due)
{
	due->known = due->looked = due->told;
}

void
ug_due_forget(struct ug_due *due)
{
	due->known = due->looked = due->told = false;
}

const struct ug_pass *
ug_due_next(struct ug_due *due, uint64_t fixes, struct ug_look *look,
    struct ug_text text, uint64_t *left)
{
	uint64_t first;

	if (!due->known)
		due->seen = ug_traits(text.s, text.len);
	due->known = true;
	if (due->told)
		ug_look_at(look, due->told_cues);
	due->told = false;
	if (!due->looked)
		due->now = ug_due_by_traits(due, fixes, due->seen);
	first = due->now & *left;
	/* Marks are looked at once the passes before are done. */
	if (!due->looked && (first & (0 - first) & due->rules) != 0) {
		due->now = ug_due_by_cues(due, due->now,
		    ug_look_cues(look, text));
		due->looked = true;
		first = due->now & *left;
	}
	first &= 0 - first;
	*left = first == 0 ? 0 : ~(first | (first - 1));
	return first == 0 ? NULL : ug_passes[ug_letters_lowest(first)];
}
