/*
 * heard.h - what fields hand on, in words
 *
 *	bytes 0+6 {"a":"     in no field: "other" if not as it came in
 *	line 6+3 x\n         of a field, with what was logged of its bytes
 *	end                  of the field
 *	broken 1 at 9
 */
#ifndef HEARD_H
#define HEARD_H

#include "fields/fields.h"

struct heard {
	char s[2048];
	size_t len;
	uint64_t in_at; /* where it should go on */
	uint64_t fails; /* the call that does, from 1 on; 0: none */
};

struct ug_fields_setup heard_setup(struct heard *heard,
    enum ungarble_fields kind, const char *names);

/* Put a record that is text as it came in. */
enum ungarble_err heard_put(struct ug_fields *f, uint64_t number,
    uint64_t in_at, struct ug_text text);

#endif /* HEARD_H */
