/*
 * stretch.h - consecutive records that go through the stages as one
 *
 *	"plain\n" "caf\u00E9\n" "plain\n"  ->  3 records, 6 bytes before the
 *	                                       first beyond ASCII, 12 in ASCII
 *
 * Each of them is well-formed UTF-8 and ends with its LF.
 */
#ifndef UG_STRETCH_H
#define UG_STRETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ug_stretch {
	const unsigned char *bytes;
	size_t len;
	uint64_t in_at;   /* of the stream */
	uint64_t number;  /* of the first record */

	/* What ug_stretch_cut() finds out. */
	uint64_t n;       /* records */
	size_t plain;     /* bytes before the first one beyond ASCII */
	size_t ascii_len; /* bytes of all that are ASCII */
};

/*
 * Leave only the first `len` bytes, with which a record ends, or none.  What is
 * counted stays if all are left.
 */
void ug_stretch_cut(struct ug_stretch *stretch, size_t len);

/*
 * Take off the first n records, of `len` bytes: *first.  All is counted, and
 * both are then.
 */
void ug_stretch_split(struct ug_stretch *stretch, size_t len, uint64_t n,
    struct ug_stretch *first);

/* The start of the record that byte `at` is in; at <= stretch->len. */
size_t ug_stretch_start(const struct ug_stretch *stretch, size_t at);

/* The end of that record; at < stretch->len. */
size_t ug_stretch_end(const struct ug_stretch *stretch, size_t at);

#endif /* UG_STRETCH_H */
