/*
 * fields_state.h - where in a stream of fields one is
 */
#ifndef UG_FIELDS_STATE_H
#define UG_FIELDS_STATE_H

#include "fields.h"
#include "lexer.h"

/* How a text is written beyond ASCII. */
struct ug_style {
	bool beyond;          /* some of it as it is, */
	bool escaped, upper;  /* some in escapes, with such digits */
};

struct ug_fields {
	struct ug_fields_setup setup;
	struct ug_lexer lexer;
	struct ug_lexer ahead; /* gathers */
	uint64_t number;      /* of the record one is in; 0: none yet */
	bool broken;          /* it is, and that was told */
	bool open;            /* a field goes on */
	struct ug_record last; /* that was put */
	struct ug_work whole; /* what the record said so far, or as far back
	                       * as the field that is open goes, and waits */
	struct ug_style dropped; /* of what went before that */
	struct ug_style style; /* of all that, */
	bool styled;          /* if it is known */
	struct ug_work line;  /* of a field */
	struct ug_work other; /* what is in none */
	uint64_t in_at;       /* what was handed on ends there */
	struct ug_work out;   /* what is written, while it is put together */
	struct ug_buf words, before;
};

/* Add how a text is written. */
void ug_style_add(struct ug_style *style, const struct ug_dialect *dialect,
    struct ug_text text);

/* How what the record said is written. */
struct ug_style ug_fields_style(struct ug_fields *f);

/* Make `work` what follows in the whole text, from *at on.  ENOMEM. */
UG_CHECK enum ungarble_err ug_fields_join(struct ug_fields *f,
    const struct ug_work *work, size_t *at);

/*
 * Of whole.text[*from, *to), which is in no field and handed on next, leave out
 * the mark that the stream starts with, and the end of a record.
 */
void ug_fields_frame(const struct ug_fields *f, size_t *from, size_t *to);

#endif /* UG_FIELDS_STATE_H */
