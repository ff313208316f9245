/*
 * segment.h - cuts a stream into records, and long records into pieces
 *
 * A record is a line with its end: LF or CR LF, and a CR alone in a stream
 * whose first line end is one; in EBCDIC NEL or LF, which are 15 and 25; or, if
 * that is asked for, what ends with NUL.  Where
 * a record is longer than a whole window of 32 KiB (windows lie at fixed
 * offsets of the stream) it is cut near the window's end, where hardly any
 * repair can span: behind a space between ASCII letters if there is one.  So
 * pieces are shorter than 64 KiB, and where they end depends on the bytes near
 * by alone.
 */
#ifndef UG_SEGMENT_H
#define UG_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "encodings/encodings.h"

#define UG_WINDOW_LEN ((uint64_t)32 * 1024)

enum ug_line_end {
	UG_LINE_END_UNKNOWN,
	UG_LINE_END_LF,
	UG_LINE_END_CR,
	UG_LINE_END_NUL   /* a record is what ends with one */
};

struct ug_segmenter {
	enum ug_encoding_kind form;   /* UTF-16 and UTF-32 have wider units */
	bool ebcdic;                  /* of bytes: lines end with 15 or 25 */
	enum ug_line_end line_end;
	uint64_t record_end;          /* where the last record ended */
	uint64_t piece_window;        /* the window whose end cut a piece off */
	size_t searched;              /* bytes known to hold no line end */
};

/*
 * The length of the first record, or piece of one, of bytes[0..len), which
 * start at byte `at` of the stream; 0 if more bytes are needed first.  `last`
 * says that no more follow.  *ended tells a record's end from a piece's.
 */
size_t ug_segment_cut(struct ug_segmenter *seg, const unsigned char *bytes,
    size_t len, uint64_t at, bool last, bool *ended);

/* The length of a code unit: 1, 2 or 4 bytes. */
size_t ug_segment_unit(const struct ug_segmenter *seg);

#endif /* UG_SEGMENT_H */
