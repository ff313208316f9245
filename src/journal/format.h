/*
 * format.h - what a journal consists of
 *
 *	journal   section...
 *	section   "ungarble journal 1\n" frame(N) frame(B)... frame(E)
 *	frame     length of the payload, payload, hash
 *	N         name of the input
 *	B         in_len out_len in_hash out_hash op...
 *	E         in_len out_len in_hash out_hash
 *	op        n * 4 + kind, and what the kind says
 *
 * Lengths are varints: seven bits to a byte, the lowest first, the upper bit
 * where there are more.  Hashes are XXH64, eight bytes, the lowest first.  That
 * of a frame is of its payload and seeded with that of the frame before, the
 * first with 0: a frame that is lost or moved is found.  Those of the sides are
 * of all that the section's input, or output, has up to there; lengths in a
 * block are of the block alone, at its end of the section.
 */
#ifndef UG_JOURNAL_FORMAT_H
#define UG_JOURNAL_FORMAT_H

#include "base/buf.h"
#include "base/bytes.h"

#define UG_JOURNAL_MAGIC "ungarble journal 1\n"
#define UG_JOURNAL_MAGIC_LEN (sizeof(UG_JOURNAL_MAGIC) - 1)

enum ug_journal_frame {
	UG_FRAME_NAME = 'N',
	UG_FRAME_BLOCK = 'B',
	UG_FRAME_END = 'E'
};

enum ug_journal_op {
	UG_OP_COPY, /* n bytes of output are n of input */
	UG_OP_RUN,  /* n bytes of output, encoded, are input */
	UG_OP_PUT,  /* n bytes of output go; length and bytes of input follow */
	UG_OP_USE   /* runs are in the block's n-th codec from here on; if it is
	             * a new one, its label follows, as length and bytes */
};

#define UG_JOURNAL_SIDE   ((size_t)1 << 18) /* ends a block, on either side */
#define UG_JOURNAL_PIECE  ((size_t)1 << 17) /* a longer one is cut */
#define UG_JOURNAL_BLOCK  (UG_JOURNAL_SIDE + UG_JOURNAL_PIECE) /* at most */
#define UG_JOURNAL_FRAME  ((size_t)1 << 22) /* no payload is as long */
#define UG_JOURNAL_CODECS 32 /* in a block */
#define UG_JOURNAL_NAME   65536 /* no name is as long */

/* Append a varint, and a hash.  ENOMEM. */
UG_CHECK enum ungarble_err ug_put_number(struct ug_buf *buf, uint64_t n);
UG_CHECK enum ungarble_err ug_put_hash(struct ug_buf *buf, uint64_t hash);

/* Bytes that are read from; what is not there is `bad`, and zero. */
struct ug_cursor {
	const unsigned char *s;
	size_t len, at;
	bool bad;
};

uint64_t ug_get_number(struct ug_cursor *cursor);
uint64_t ug_get_hash(struct ug_cursor *cursor);

/* `n` bytes, or NULL if there are not as many. */
const char *ug_get_bytes(struct ug_cursor *cursor, uint64_t n);

#endif /* UG_JOURNAL_FORMAT_H */
