/*
 * stream_known.h - what is known of a stream at a place, in words
 */
#ifndef UG_STREAM_KNOWN_H
#define UG_STREAM_KNOWN_H

#include "fields/columns.h"
#include "records/records.h"

/* What matters to records behind the place. */
struct ug_stream_known {
	bool binary;             /* no text follows, and nothing else counts */
	struct ug_known records;
	struct ug_verdict whole; /* see ug_reading_verdict() */
	struct ug_columns columns; /* that have fields, of rows */
	uint64_t history;        /* a number for what else was read */
};

/* As snprintf() does. */
size_t ug_stream_known_write(const struct ug_stream_known *known, char *buf,
    size_t cap);

/* False if the words are none of these. */
bool ug_stream_known_read(const char *words, struct ug_stream_known *known);

#endif /* UG_STREAM_KNOWN_H */
