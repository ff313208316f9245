/*
 * escape_forms.h - the ways to write characters as ASCII, one escape at a time
 */
#ifndef UG_ESCAPE_FORMS_H
#define UG_ESCAPE_FORMS_H

#include "base/text.h"

struct ug_escape_form {
	const char *rule;
	char lead;      /* each escape starts with it */
	size_t width;   /* of the escape of a byte; 0: characters are escaped */
	unsigned sure;  /* confidence */

	/*
	 * Read the escape at text.s[*at] and move *at past it: a byte from 80
	 * on, or a character; 0 if there is none, or one of ASCII.
	 */
	uint32_t (*next)(struct ug_text text, size_t *at);
};

/* A form without a rule ends them. */
extern const struct ug_escape_form ug_escape_forms[];

/* Of them, those that are asked for by name. */
extern const struct ug_escape_form *const ug_escape_json,
    *const ug_escape_percent, *const ug_escape_quoted;

/*
 * Read the number at text.s[at] of at most `max` digits, in base 16 or less.
 * Returns how many there are.
 */
size_t ug_escape_number(struct ug_text text, size_t at, unsigned base,
    size_t max, uint32_t *number);

/*
 * Does `c` belong into text: is it beyond ASCII, and no control, nor half of a
 * pair, nor for private use, nor what turns or cuts the text around it?
 */
bool ug_escape_sensible(uint32_t c);

#endif /* UG_ESCAPE_FORMS_H */
