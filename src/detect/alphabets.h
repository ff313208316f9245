/*
 * alphabets.h - the letters beyond ASCII of languages, and their small words
 */
#ifndef UG_DETECT_ALPHABETS_H
#define UG_DETECT_ALPHABETS_H

#include <uchar.h>

#include "letters.h"

struct ug_alphabet {
	enum ug_script script;
	const char16_t *letters; /* beyond ASCII, lower case, frequent first */
	const char *words;       /* ASCII, " the of "; NULL: none */
	int rare;                /* points for any of `letters` at all */
};

/* The i-th, NULL past the last. */
const struct ug_alphabet *ug_alphabet_at(unsigned i);

#define UG_N_ALPHABETS 48 /* no more than these */

#endif /* UG_DETECT_ALPHABETS_H */
