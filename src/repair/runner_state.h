/*
 * runner_state.h - what a runner is made of; for runner.c, runner_choose.c
 */
#ifndef UG_RUNNER_STATE_H
#define UG_RUNNER_STATE_H

#include "characters/codings.h"
#include "characters/mojibake_pairs.h"
#include "characters/plain.h"
#include "due.h"
#include "marks/prose_rule.h"
#include "refused.h"
#include "runner.h"

struct ug_runner {
	struct ug_asker asker;
	struct ug_keep *keep;           /* or NULL */
	const char *never;              /* no edit inserts these; or NULL */
	struct ug_edits edits;
	struct ug_map map, first_map;   /* of the step before, of step 0 */
	struct ug_buf text, first_text;
	bool kept;                      /* first_... hold how the run began */
	struct ug_note *notes;
	size_t n_notes, cap_notes;
	struct ug_refused refused;
	struct ug_arena scratch, look_arena;
	struct ug_look look;            /* at the text, for rules on marks */
	struct ug_codings codings;
	struct ug_plain plain;
	uint32_t marked[UG_LANGUAGES_MAX]; /* plain.now where a mark is set */
	bool not_plain;                 /* the text of the next run, so far */
	struct ug_met met;
	struct ug_due due;
	const struct ug_alloc *alloc;
};

/*
 * Log those of runner->edits that may be made, and drop the others; *sure stays
 * true if all of them are.  ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_runner_choose(struct ug_runner *runner,
    const struct ug_pass *pass, const struct ug_passage *passage,
    struct ug_work *work, bool *sure);

#endif /* UG_RUNNER_STATE_H */
