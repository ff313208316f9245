/*
 * frame.h - the frames of a journal, read one by one
 */
#ifndef UG_JOURNAL_FRAME_H
#define UG_JOURNAL_FRAME_H

#include "format.h"
#include "ungarble_journal.h"

/* Initialise `read`, `user`, buf.alloc and name.alloc, and nothing else. */
struct ug_frames {
	long (*read)(void *user, char *bytes, size_t len);
	void *user;
	struct ug_buf buf;   /* what was read; the first `used` are done with */
	size_t used;
	uint64_t at;         /* where the first byte of `buf` is */
	uint64_t hash;       /* of the last frame */
	bool open;           /* in a section */
	struct ug_buf name;  /* of the section, and a NUL */
	uint64_t section_at; /* where it starts */
	uint64_t n_sections; /* that ended */
};

/* A frame; what it says of the sides, and of a block its ops. */
struct ug_frame {
	enum ug_journal_frame kind;
	uint64_t in_len, out_len, in_hash, out_hash;
	struct ug_cursor ops;
};

/*
 * Read the next frame of a block or an end; *more: whether there is one, or the
 * journal has ended behind a section.  EJOURNAL, ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_frames_next(struct ug_frames *frames,
    struct ug_frame *frame, bool *more);

void ug_frames_free(struct ug_frames *frames);

#endif /* UG_JOURNAL_FRAME_H */
