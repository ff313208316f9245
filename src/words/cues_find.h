/*
 * cues_find.h - what the lexicon knows of the tokens of a text; for cues.c
 */
#ifndef UG_CUES_FIND_H
#define UG_CUES_FIND_H

#include "cues.h"

/* Look up the tokens of the run, and empty it.  ENOMEM. */
UG_CHECK enum ungarble_err ug_cues_flush(struct ug_cues *cues);

/* Look up a token that was read slowly.  ENOMEM. */
UG_CHECK enum ungarble_err ug_cues_find(struct ug_cues *cues,
    const struct ug_token *token);

#endif /* UG_CUES_FIND_H */
