/*
 * coded.h - sentences of own.tsv in the encodings of their languages, drawn by
 * a seed
 *
 *	coded_pick(&coded, &seed, CODED_RECORDS, &from)     ja in EUC-JP
 *	coded_piece(&coded, &from, &seed, &bytes)           a part of a sentence
 *	coded_spoil(&bytes, &seed)                          a byte of it gone
 *
 * The same seed gives the same bytes everywhere: what others do with iconv(3)
 * is done here without.
 */
#ifndef CODED_H
#define CODED_H

#include "detect/own.h"
#include "garble/codec.h"
#include "stream/harness.h"

struct coded {
	struct own_line lines[OWN_MAX];
	size_t n_lines;
	struct ug_buf all, plain, made;
	struct codecs *codecs;
};

/* A language, and one of its encodings. */
struct coded_from {
	size_t first, n; /* its lines */
	const struct ug_encoding *encoding;
};

enum coded_kind {
	CODED_RECORDS, /* encodings that records of bytes are in */
	CODED_EBCDIC,
	CODED_SHIFTS,  /* seven bits with shifts */
	CODED_UNITS    /* of two and of four bytes */
};

/* False if own.tsv is not there. */
bool coded_open(struct coded *coded);
void coded_close(struct coded *coded);

void coded_pick(const struct coded *coded, uint64_t *seed,
    enum coded_kind kind, struct coded_from *from);

/*
 * Add a sentence, a part of one or two to *out; nothing if the encoding has not
 * all of it.
 */
void coded_piece(struct coded *coded, const struct coded_from *from,
    uint64_t *seed, struct bytes *out);

/* Add an ASCII text in an encoding. */
void coded_text(struct coded *coded, const struct ug_encoding *encoding,
    const char *text, struct bytes *out);

/* Change a byte of bytes[from..], drop it, double it or put one before it. */
void coded_spoil(struct bytes *bytes, size_t from, uint64_t *seed);

#endif /* CODED_H */
