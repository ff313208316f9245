/*
 * invisible.h - characters that make a text read otherwise than it is
 */
#ifndef UG_TIDY_INVISIBLE_H
#define UG_TIDY_INVISIBLE_H

#include "edit/work.h"

/* One of them. */
struct ug_invisible {
	size_t at, len;
	uint32_t c;
	const char *rule;  /* "invisible/bidi" */
	const char *found; /* its name */
	bool stays;        /* it is seen, and cannot just be taken away */
};

/* Takes each in their order; what is no UNGARBLE_OK ends it. */
typedef enum ungarble_err ug_invisible_take(void *user,
    const struct ug_invisible *found);

/* Look at a text, of whole lines.  The first error. */
UG_CHECK enum ungarble_err ug_invisible_look(struct ug_text text,
    ug_invisible_take *take, void *user);

/* The first place in a text where one may be, or the end. */
size_t ug_invisible_may(struct ug_text text);

/* Who is told. */
struct ug_invisible_teller {
	int (*finding)(void *user, const struct ungarble_finding *finding);
	void *user;
};

/*
 * Tell of those in the text of consecutive records.  ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_invisible_tell(
    const struct ug_invisible_teller *teller, const struct ug_record *records,
    size_t n, struct ug_work *work);

#endif /* UG_TIDY_INVISIBLE_H */
