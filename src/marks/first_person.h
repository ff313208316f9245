/*
 * first_person.h - does a sentence open in the first person and the present?
 */
#ifndef UG_FIRST_PERSON_H
#define UG_FIRST_PERSON_H

#include "base/text.h"

/* Whether words from `at` on do. */
bool ug_first_person(struct ug_text text, size_t at);

/* Whether any sentence does, as far as marks tell where they start. */
bool ug_first_person_any(struct ug_text text);

#endif /* UG_FIRST_PERSON_H */
