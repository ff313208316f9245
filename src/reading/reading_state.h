/*
 * reading_state.h - what the reading of records is made of
 */
#ifndef UG_READING_STATE_H
#define UG_READING_STATE_H

#include "detect/habit.h"
#include "reading.h"
#include "values.h"

/* What a record is before its encoding is known. */
enum ug_reading_kind {
	UG_READING_ASCII,
	UG_READING_UTF8,
	UG_READING_STRAYS, /* UTF-8 with stray bytes in it */
	UG_READING_LEGACY,
	UG_READING_USUAL   /* legacy, and fits what the others are in */
};

struct ug_waiting {
	struct ug_record record;
	size_t at;                        /* in ug_reading.bytes */
	enum ug_reading_kind kind;
};

struct ug_reading {
	struct ug_reading_setup setup;
	struct ug_decoder *decoder;
	struct ug_decoded decoded;
	struct ug_work work;
	struct ug_work joined;            /* of values, and what is between */
	struct ug_values values;          /* of the record at hand, if it is */
	struct ug_text rest;              /* legacy, and all else of it */
	struct ug_detector *detector;
	struct ug_history history;
	struct ug_habit *habit;           /* NULL: too few records were read
	                                   * for one */
	struct ug_expectation expected;
	uint64_t expected_block;          /* of which block, behind how many */
	unsigned expected_records;        /* of its records; 0: not set */
	struct ug_verdict whole;          /* with setup.whole_stream, once
	                                   * known */
	const struct ug_encoding *alone;  /* of a legacy record, if nothing
	                                   * is expected */
	bool utf8_allowed;
	bool beyond_ascii;                /* seen in the stream */
	struct ug_buf bytes;              /* of the records that wait */
	size_t legacy_len;                /* those that are not UTF-8 */
	struct ug_waiting *waiting;
	size_t n, cap;
	size_t n_sure;                    /* of them */
	unsigned n_usual;                 /* records, in what
	                                   * ug_reading_may_decode() said */
	struct {
		uint64_t in_at;
		size_t len;
		unsigned n_records;       /* as of its history then */
		enum ug_reading_kind kind;
	} seen;                           /* the record looked at last */
	enum ungarble_err look_err;       /* what came of that */
	uint64_t failed_at;
};

/*
 * What the record of bytes at byte `in_at` of the stream is, as far as a look
 * at it tells; without those values of it that are UTF-8 by themselves.
 */
enum ug_reading_kind ug_reading_kind(struct ug_reading *r,
    const unsigned char *bytes, size_t len, uint64_t in_at);

/* A legacy record was read so, which counts for those to come.  ENOMEM. */
UG_CHECK enum ungarble_err ug_reading_note(struct ug_reading *r,
    const struct ug_reading_of *readings, size_t n);

/*
 * What the legacy record that was looked at, by its own bytes alone, says of
 * those near by; *sure if it needs none of them.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_reading_learn(struct ug_reading *r,
    bool *sure);

/*
 * Read one record with what the stream says of encodings, and hand it on.  Its
 * own word counts for those to come if `learn`.  A legacy one is at hand.
 */
UG_CHECK enum ungarble_err ug_reading_read(struct ug_reading *r,
    struct ug_record *record, const unsigned char *bytes,
    enum ug_reading_kind kind, bool learn);

/* Read a record whose encoding is that of the stream, or its own. */
UG_CHECK enum ungarble_err ug_reading_formed(struct ug_reading *r,
    struct ug_record *record, const unsigned char *bytes,
    struct ug_verdict form);

#endif /* UG_READING_STATE_H */
