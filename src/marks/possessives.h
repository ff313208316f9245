/*
 * possessives.h - whether apostrophes may have been lost, or moved
 */
#ifndef UG_POSSESSIVES_H
#define UG_POSSESSIVES_H

#include "edit/pass.h"

/* What is written where n’t has lost its mark. */
#define UG_OWNER_NOT "didnt doesnt dont isnt wasnt arent werent hasnt havent " \
	"hadnt couldnt wouldnt shouldnt Didnt Doesnt Dont Isnt Wasnt Couldnt " \
	"Wouldnt"

/* Whether an apostrophe joins `first` and `second`: don’t, I’m, we’ll. */
bool ug_owner_parts(struct ug_text first, struct ug_text second);

/*
 * A closer look: an apostrophe, a title, or a word that may have lost either;
 * where names are known, what may be one of them with an s.
 */
bool ug_owner_worth(const struct ug_scope *scope, struct ug_text text,
    unsigned cues);

/*
 * Whether there is one of the things to mend: words that are cues by
 * themselves, a mark that may have moved, or one that others may have lost.
 */
bool ug_owner_due(const struct ug_scope *scope, struct ug_text text,
    unsigned cues);

#endif /* UG_POSSESSIVES_H */
