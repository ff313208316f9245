/*
 * work.h - a record on its way through: its text, where it came from, what was
 * done to it
 */
#ifndef UG_WORK_H
#define UG_WORK_H

#include "edit.h"
#include "encodings/verdict.h"
#include "memory.h"
#include "source_map.h"

/* What is known of a record, or a piece of one, apart from its text. */
struct ug_record {
	uint64_t number;           /* counted from 1; pieces share it */
	uint64_t in_at, in_len;
	struct ug_verdict verdict;
	bool ascii;                /* fits any verdict around it */
	const struct ug_encoding *around; /* of the text it stands in; or
	                                   * NULL */
	bool known;                /* rests on nothing of the block before */
	uint64_t n_invalid;
};

/* What the text that a record stands in was decoded from, by name. */
static inline const char *
ug_record_encoding(const struct ug_record *record)
{
	return record->around != NULL ? record->around->name : "US-ASCII";
}

/* An edit that was made, or a stray byte that was read otherwise. */
struct ug_done {
	uint64_t record;
	unsigned step;
	uint64_t in_at, in_len;
	size_t at;
	size_t before_at, before_len; /* in ug_log.words */
	size_t after_at, after_len;
	bool before_is_bytes;
	const char *rule, *fix;
	unsigned confidence;
	int margin, gate; /* as of ug_edit */
};

struct ug_log {
	struct ug_done *v;
	size_t n, cap;
	struct ug_buf words;
	const struct ug_alloc *alloc;
};

/*
 * Log `done`, whose places in `words` are set here from before and after.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_log_add(struct ug_log *log,
    const struct ug_done *done, struct ug_text before, struct ug_text after);

/* The edit as the public header has it, but for its place in the output. */
struct ungarble_edit ug_log_edit(const struct ug_log *log, size_t i);

/*
 * Remember the rules of what was done, and the names of their passes.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_log_remember(const struct ug_log *log,
    struct ug_memory *memory);

/*
 * The text of one record, or of several that follow one another, with its map
 * and its log.  Starts as the decoder left it; the runner changes it.  As long
 * as nothing did, text that was well-formed in the input stays there: `lent`.
 */
struct ug_work {
	struct ug_text lent;       /* s is NULL: see text and map */
	uint64_t lent_at;          /* its byte of the stream */
	struct ug_buf text;
	struct ug_map map;
	struct ug_log log;
	unsigned step;             /* the last that was made */
	const struct ug_alloc *alloc;
};

void ug_work_init(struct ug_work *work, const struct ug_alloc *alloc);
void ug_work_clear(struct ug_work *work);
void ug_work_free(struct ug_work *work);

/* Take well-formed input as it stands, for as long as `text` is there. */
void ug_work_lend(struct ug_work *work, struct ug_text text, uint64_t in_at);

/* Copy what was lent, with a map; settle the map of what was not.  ENOMEM. */
UG_CHECK enum ungarble_err ug_work_own(struct ug_work *work);

/*
 * Append the text, map and log of the record that follows; `work` owns its
 * text.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_work_join(struct ug_work *work,
    const struct ug_work *more);

static inline struct ug_text
ug_work_text(const struct ug_work *work)
{
	if (work->lent.s != NULL)
		return work->lent;
	return (struct ug_text){ work->text.s, work->text.len };
}

#endif /* UG_WORK_H */
