/*
 * fields.h - repairs what stands in fields, and lets all else be
 *
 *	record    {"id": 7, "text": "a \"word\""}      of a decoded record
 *	field                        a "word"          what it says
 *	          goes through all repairs, as a text of its own
 *	written   {"id": 7, "text": "one \"word\""}
 *
 * What is between fields goes out as it came in, byte for byte; but as UTF-8
 * where the record's encoding has ASCII in other bytes.  A field's lines are
 * handed on one by one; where it ends, so does what may be known of it.
 */
#ifndef UG_FIELDS_H
#define UG_FIELDS_H

#include "edit/work.h"

struct ug_columns;
struct ug_fields;
struct ug_gather;

/* What it works with; outlives it. */
struct ug_fields_setup {
	enum ungarble_fields kind; /* not UNGARBLE_FIELDS_NONE */
	const char *names;         /* read here; NULL: all */
	char delim;                /* 0: default */
	bool header;

	/* Takes a line of a field, or a part of it, to be repaired with none
	 * of the characters `never`, unless that is NULL.  `work` may be
	 * changed, not kept. */
	enum ungarble_err (*line)(void *user, struct ug_record *record,
	    struct ug_work *work, const char *never);

	/* The field ends: what is held of it is to be written. */
	enum ungarble_err (*end)(void *user);

	/* Takes what is in no field, to be written.  `frame`: it is the mark
	 * that the stream starts with, or the end of a line that is none of a
	 * value; `work` may be changed then. */
	enum ungarble_err (*other)(void *user, const struct ug_record *record,
	    struct ug_work *work, bool frame);
	bool frames;               /* these are taken by themselves */

	/* From byte in_at on the record is not what it should be. */
	enum ungarble_err (*broken)(void *user, const struct ug_record *record,
	    uint64_t in_at);

	/* Where in the stream what was handed on and waits starts, or any
	 * place behind all that was. */
	uint64_t (*held)(void *user);
	void *user;
	const struct ug_alloc *alloc;
};

/* ENOMEM, EOPTION. */
UG_CHECK enum ungarble_err ug_fields_new(struct ug_fields **fields,
    const struct ug_fields_setup *setup);
void ug_fields_free(struct ug_fields *fields);

/*
 * Take the next record, or piece of one, with its bytes and what was made of
 * them.  ENOMEM, EFIELD, and what is returned by whom it is handed to.
 */
UG_CHECK enum ungarble_err ug_fields_put(struct ug_fields *fields,
    const struct ug_record *record, const unsigned char *bytes,
    const struct ug_work *work);

/* No record comes.  Errors as of it. */
UG_CHECK enum ungarble_err ug_fields_finish(struct ug_fields *fields);

/* What it learnt of columns. */
struct ug_columns ug_fields_columns(const struct ug_fields *fields);

/* Start amid a stream of which another part has learnt that. */
void ug_fields_start_as(struct ug_fields *fields,
    const struct ug_columns *columns);

/*
 * Of the names, a bit each, those that led to a value in what it was given:
 * of paths alone.
 */
uint64_t ug_fields_found(const struct ug_fields *fields);

/* A record comes next: finish what cannot go on in it.  Errors as of put. */
UG_CHECK enum ungarble_err ug_fields_enter(struct ug_fields *fields);

/* Whether a field, and what it is in, may be of several records. */
bool ug_fields_span(const struct ug_fields *fields);

/* Whether nothing of the records before goes on in it. */
bool ug_fields_between(const struct ug_fields *fields);

/* Gather records, which are not taken; see gather.h. */
UG_CHECK enum ungarble_err ug_fields_gather(struct ug_fields *fields,
    struct ug_text records, struct ug_gather *gather);

/* A number for what decides about it; 0 if a field goes on, or a record that
 * decides about the rest of it. */
uint64_t ug_fields_state(const struct ug_fields *fields);

/*
 * Let an edit of a line of that field tell of what stands there, and will: of
 * before and after as they are written, which are good until the next call.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_fields_edit(struct ug_fields *fields,
    struct ungarble_edit *edit);

/*
 * Turn what was made of lines of the field that was handed on last into what
 * stands in the record for it: in the text, the map, and in all that was logged
 * but for bytes that were decoded.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_fields_write(struct ug_fields *fields,
    struct ug_work *work);

#endif /* UG_FIELDS_H */
