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
	UG_GATHERED_DUE,      /* in some lines passes may find something */
	UG_GATHERED_LOUD      /* it is to be read by itself */
};

struct ug_gathered_record {
	enum ug_gathered_state state;
	bool ascii;           /* as it is written */
	bool escapes;         /* but for characters beyond ASCII in escapes */
	uint32_t len;         /* bytes of the record */
	uint32_t line, n_lines; /* those that are due */
};

struct ug_gathered_field {
	uint32_t record;      /* counted from 0 */
	bool open;            /* its last LF is the text's, not its own */
};

/* A line that is due. */
struct ug_gathered_line {
	uint32_t at, len;     /* in the text, but for an LF that is not its
	                       * own */
	unsigned traits, cues; /* of it */
};

/* All 0 at first but `alloc`, and that of text. */
struct ug_gather {
	struct ug_buf text;   /* lines, each with an LF */
	struct ug_gathered_record *records;
	struct ug_gathered_field *fields;
	uint32_t *ends;       /* in the text, of each field's last line */
	bool *followed;       /* by the next one, for all that is known */
	struct ug_gathered_line *lines;
	size_t n_records, cap_records;
	size_t n_fields, cap_fields, cap_ends, cap_followed;
	size_t n_lines, cap_lines;
	const struct ug_alloc *alloc;
};

/*
 * Gather what stands in records, well-formed and each with its LF; `lexer` is
 * where the first one starts, and comes behind the last.  What is broken, or
 * goes on in another record, is loud, and has no fields; no line is due so far.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_gather(struct ug_gather *gather,
    struct ug_lexer *lexer, struct ug_text records);

/* A line of the last such record is due.  ENOMEM. */
UG_CHECK enum ungarble_err ug_gather_due(struct ug_gather *gather,
    size_t record, const struct ug_gathered_line *line);

/* See which fields are followed: by one of a record that is quiet so far. */
void ug_gather_follow(struct ug_gather *gather);

void ug_gather_free(struct ug_gather *gather);

#endif /* UG_GATHER_H */
