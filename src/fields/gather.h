/*
 * gather.h - what the fields of many records say, one behind the other
 *
 *	{"a": "x"}            x
 *	{"a": "y\nz"}    ->   y z     lines; y and z are of one field
 */
#ifndef UG_GATHER_H
#define UG_GATHER_H

#include "lexer.h"

struct ug_gathered_record {
	uint32_t len;         /* bytes of the record */
	bool quiet;           /* so far: no field of it changes */
};

struct ug_gathered_field {
	uint32_t end;         /* in the text, of its last line */
	uint32_t record;      /* counted from 0 */
};

/* All 0 at first but `alloc`, and that of text. */
struct ug_gather {
	struct ug_buf text;   /* lines, each with an LF */
	struct ug_gathered_record *records;
	struct ug_gathered_field *fields;
	size_t n_records, cap_records;
	size_t n_fields, cap_fields;
	const struct ug_alloc *alloc;
};

/*
 * Gather what stands in records, well-formed and each with its LF; `lexer` is
 * where the first one starts, and comes behind the last.  What is broken, goes
 * on in another record, or has what is beyond ASCII in escapes, is not quiet.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_gather(struct ug_gather *gather,
    struct ug_lexer *lexer, struct ug_text records);

void ug_gather_free(struct ug_gather *gather);

#endif /* UG_GATHER_H */
