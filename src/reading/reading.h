/*
 * reading.h - from records of bytes to decoded records
 *
 * A record that is well-formed UTF-8 is that.  Any other has an encoding to be
 * found out: by all such records near by, so the first ones wait until there is
 * enough to go by, and what follows them waits behind.  Later ones are read as
 * those of their block were, or of the block before, unless they cannot be.  Of
 * a record of values, those that are UTF-8 have no part in that (values.h).
 */
#ifndef UG_READING_H
#define UG_READING_H

#include "base/stretch.h"
#include "decode/decode.h"
#include "edit/work.h"
#include "history.h"

struct ug_reading;

/* What the reading works with; outlives it. */
struct ug_reading_setup {
	struct ug_candidates candidates;
	bool whole_stream; /* one encoding for all that is not UTF-8 */
	bool no_memory;
	enum ungarble_invalid invalid;
	enum ungarble_fields fields; /* what records are made of, */
	char delim;        /* and what stands between; 0: default */

	/* Takes each record, its bytes, and these decoded.  `work` may be
	 * changed, not kept. */
	enum ungarble_err (*next)(void *user, struct ug_record *record,
	    const unsigned char *bytes, struct ug_work *work);
	void *user;
	const struct ug_alloc *alloc;
};

UG_CHECK enum ungarble_err ug_reading_new(struct ug_reading **reading,
    const struct ug_reading_setup *setup);
void ug_reading_free(struct ug_reading *reading);

/*
 * Take the next record, of which `number`, `in_at` and `in_len` are set and
 * `n_invalid` is 0, and its bytes.  `form`: the stream's form where that fixes
 * the encoding, with its reason, else an encoding of NULL.  ENOMEM, ECONVERTER,
 * EINPUT, and what next() returns.
 */
UG_CHECK enum ungarble_err ug_reading_put(struct ug_reading *reading,
    const struct ug_record *record, const unsigned char *bytes,
    struct ug_verdict form);

/*
 * How many bytes of a stretch, with which a record ends, need not be put:
 * nothing waits that they would wait behind, and none of them would wait.
 */
size_t ug_reading_may_pass(const struct ug_reading *reading,
    const struct ug_stretch *stretch);

/*
 * Records pass that may: what they say of those to come is noted.  Returns what
 * ASCII stands in that comes before the first one beyond, by what was read; or
 * NULL.
 */
const struct ug_encoding *ug_reading_pass(struct ug_reading *reading,
    const struct ug_stretch *stretch);

/*
 * How many bytes of a stretch, whose records need not be UTF-8, are of records
 * that ug_reading_decode() can read as one: in the encoding that all others of
 * their block are in, or ASCII.
 */
size_t ug_reading_may_decode(struct ug_reading *reading,
    const struct ug_stretch *stretch);

/* Whether the record at byte `in_at` ended such a stretch: it is none. */
bool ug_reading_ends_usual(const struct ug_reading *reading,
    uint64_t in_at);

/* The verdict on them. */
struct ug_verdict ug_reading_usual(struct ug_reading *reading);

/*
 * Decode them: *text is good until the next record is read; it is NULL if some
 * bytes are malformed, and records must be read one by one.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_reading_decode(struct ug_reading *reading,
    const struct ug_stretch *stretch, struct ug_text *text);

/* They pass: what they say of those to come is noted. */
void ug_reading_pass_usual(struct ug_reading *reading,
    const struct ug_stretch *stretch);

/*
 * What ug_reading_put() does first: a record of that form starts at byte
 * `in_at`.  Errors as of it.
 */
UG_CHECK enum ungarble_err ug_reading_enter(struct ug_reading *reading,
    uint64_t in_at, struct ug_verdict form);

/* Whether something waits. */
bool ug_reading_waits(const struct ug_reading *reading);

/* A number for what is known of the stream; 0 if something waits. */
uint64_t ug_reading_state(const struct ug_reading *reading);

/* With setup.whole_stream: what it is in, or an encoding of NULL so far. */
struct ug_verdict ug_reading_verdict(const struct ug_reading *reading);

/* Start within a stream of which another part has said so. */
void ug_reading_start_as(struct ug_reading *reading, struct ug_verdict verdict);

/* What comes next does not go on in the shifts of what came before. */
void ug_reading_restart(struct ug_reading *reading);

/* Where to cut bytes[0..len), a piece of a record, in a stream of that form. */
size_t ug_reading_whole(const struct ug_reading *reading,
    const unsigned char *bytes, size_t len, struct ug_verdict form);

/* The byte of the stream that was malformed, after EINPUT. */
uint64_t ug_reading_failed_at(const struct ug_reading *reading);

/* Read what waits, on what has been seen.  Errors as of ug_reading_put(). */
UG_CHECK enum ungarble_err ug_reading_flush(struct ug_reading *reading);

#endif /* UG_READING_H */
