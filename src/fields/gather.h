/*
 * gather.h - what the fields of many records say, one behind the other
 *
 *	{"a": "x"}            x
 *	{"a": "y\nz"}    ->   y z     lines; y and z are of one field
 */
#ifndef UG_GATHER_H
#define UG_GATHER_H

#include "lexer.h"

enum ug_gathered_state {
	UG_GATHERED_QUIET,    /* so far: no field of it changes */
	UG_GATHERED_DUE,      /* in one line passes may find something */
	UG_GATHERED_LOUD      /* it is to be read by itself */
};

struct ug_gathered_record {
	enum ug_gathered_state state;
	bool ascii;
	uint32_t len;         /* bytes of the record */
	uint32_t line, line_len; /* in the text: the line that is due */
};

struct ug_gathered_field {
	uint32_t end;         /* in the text, of its last line */
	uint32_t record;      /* counted from 0 */
	bool open;            /* its last LF is the text's, not its own */
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
 * on in another record, or has what is beyond ASCII in escapes, is loud.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_gather(struct ug_gather *gather,
    struct ug_lexer *lexer, struct ug_text records);

void ug_gather_free(struct ug_gather *gather);

#endif /* UG_GATHER_H */
