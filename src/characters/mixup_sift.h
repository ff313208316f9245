/*
 * mixup_sift.h - the encodings that a line need not be read in
 *
 * Of the bytes that a line was, most encodings make no text, or text that costs
 * too much, and a part of the line shows it.
 */
#ifndef UG_MIXUP_SIFT_H
#define UG_MIXUP_SIFT_H

#include "mixup.h"
#include "mixup_pairs.h"

struct ug_mixup_sift {
	const struct ug_codings *codings;
	const struct ug_mixup_bytes *bytes; /* of the line, by any reader */
	const struct ug_mixup_bound *bound;
	struct ug_mixup_pairs *pairs; /* NULL: all is as slow */
	/* ug_reader_bytes() of the oddest pairs, and what these cost. */
	const unsigned char *odd_rows[2 * UG_MIXUP_ODDEST];
	int odd;
	struct ug_plain *plain;
	uint16_t *rows;       /* room for those of the bound's pairs, */
	unsigned char *both;  /* and for the bytes of each; 0: none */
	bool exact;           /* all of these were known */
	unsigned char *codes; /* characters, those beyond ASCII as bytes of
	                       * the reader; 0: it has none */
	struct ug_mixup_piece *pieces; /* and those in which it has some */
	size_t n_pieces;
};

/* Make that of a line.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_sift_new(const struct ug_scope *scope,
    const struct ug_mixup_bytes *bytes, const struct ug_mixup_bound *bound,
    struct ug_mixup_sift *sift);

/*
 * The texts, a bit each, that the line is to be read in, if it was misread in
 * that reader of single bytes; the others cost more than `limit` for sure.
 */
uint64_t ug_mixup_sift_texts(struct ug_mixup_sift *sift,
    const struct ug_coding *reader, int limit);

/*
 * Does it cost more than `most` in the t-th text, of Latin letters, in the
 * language that is kindest to all?  If it is one that was left.
 */
bool ug_mixup_sift_dear(const struct ug_mixup_sift *sift, size_t t, int most);

/* Of these, the texts of several bytes. */
uint64_t ug_mixup_walk_single(struct ug_mixup_sift *sift,
    const struct ug_coding *reader, int limit);

/*
 * The same, of all texts, if it was misread in the reader that has turned it
 * into bytes, of which none are lost; by what these cost alone.
 */
uint64_t ug_mixup_walk_wide(struct ug_mixup_sift *sift, int limit);

#endif /* UG_MIXUP_SIFT_H */
