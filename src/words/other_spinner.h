/*
 * other_spinner.h - phrases of spinners that the lexicon does not know
 */
#ifndef UG_OTHER_SPINNER_H
#define UG_OTHER_SPINNER_H

#include "../work.h"
#include "tokens.h"

#define UG_OTHER_NEAR 240    /* tokens within which phrases count together */
#define UG_OTHER_DISTINCT 2  /* of them make a finding of each */

struct ug_other;

/* A phrase, and what it was put for; words.  Static. */
struct ug_other_cue {
	const char *found, *meant;
};

/* The i-th phrase, NULL past the last. */
const struct ug_other_cue *ug_other_cue(size_t i);

/* Who is told of findings. */
struct ug_other_setup {
	int (*finding)(void *user, const struct ungarble_finding *finding);
	void *user;
	bool no_memory;     /* phrases of one record count together */
	const struct ug_alloc *alloc;
};

UG_CHECK enum ungarble_err ug_other_new(struct ug_other **other,
    const struct ug_other_setup *setup);
void ug_other_free(struct ug_other *other);

/*
 * See the next record, or piece of one.  `tokens` are its n tokens, or NULL:
 * they are taken here.  `other` may be NULL.  ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_other_see(struct ug_other *other,
    const struct ug_record *record, struct ug_work *work,
    const struct ug_token *tokens, size_t n);

#endif /* UG_OTHER_SPINNER_H */
