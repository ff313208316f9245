/*
 * view.h - the tokens of a text and of what stands around it
 */
#ifndef UG_VIEW_H
#define UG_VIEW_H

#include "cues.h"
#include "edit/pass.h"
#include "vectors.h"

/*
 * Of what stands around there are those that a place in the text can look at
 * (ug_vector_read(), ug_context_features()), and perhaps more before it.  All 0
 * at first.
 */
struct ug_view {
	struct ug_token *v;        /* before, text, after; in the scratch */
	size_t n, cap, start, end; /* the text's own are start..end */
	const struct ug_cue_form *forms; /* that begin with each of the text's
	                                  * own; NULL: not known */
};

/* Take the tokens of a text of that scope, and those around it.  ENOMEM. */
UG_CHECK enum ungarble_err ug_view_read(struct ug_view *view,
    const struct ug_scope *scope, struct ug_text text);

#endif /* UG_VIEW_H */
