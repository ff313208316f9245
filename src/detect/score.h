/*
 * score.h - how badly a sample reads in an encoding
 */
#ifndef UG_DETECT_SCORE_H
#define UG_DETECT_SCORE_H

#include "encodings/encodings.h"
#include "sample.h"

#define UG_SIGNS_MAX 1024

/* ug_sign_least() of signs that were met, by their numbers, and 1; or 0. */
struct ug_signs {
	uint16_t least[UG_SIGNS_MAX];
};

/* Looked up there, or noted.  Start from zeros. */
int ug_signs_least(struct ug_signs *signs, struct ug_glyph sign);

/* What a sample costs as text of one encoding, then of another. */
struct ug_score {
	const struct ug_sample *sample;
	struct ug_glyph ascii_glyphs[0x80];
	int16_t ascii_signs[0x80];
	struct ug_glyph glyphs[256]; /* of bytes; below 80: in ASCII */
	int16_t signs[256];          /* ug_sign_least() of those, or less */
	struct ug_signs met;         /* for those */
	struct ug_tally ascii;       /* of what is the same in most encodings */
	struct ug_least ascii_least; /* without its letters */
	struct ug_tally tally;       /* of all, in the encoding at hand */
	unsigned n_broken;           /* sequences that stand for nothing, of a
	                              * multi-byte encoding */
};

/* A single-byte encoding, for a sample. */
struct ug_single {
	const struct ug_encoding *encoding;
	const struct ug_glyph *upper; /* bytes 80..FF that the sample has */
	const int16_t *signs;         /* what they cost as signs */
	bool ascii;                   /* and those below are ASCII */
};

/* `upper`: ug_score_glyph() of those bytes; `signs`: ug_sign_least() of it. */
struct ug_single ug_single_of(const struct ug_sample *sample,
    const struct ug_encoding *encoding, const struct ug_glyph *upper,
    const int16_t *signs);

/* What a character of an encoding's table is, UG_UNDEFINED included. */
struct ug_glyph ug_score_glyph(uint32_t c);

/* To be called once, before all else. */
void ug_score_init(struct ug_score *score);

void ug_score_begin(struct ug_score *score, const struct ug_sample *sample);

/*
 * What the sample costs at least in an encoding, as far as its first pairs
 * tell, or the first of those if that is no less than `limit`; and go on to
 * further ones while it is below.
 */
int ug_score_first(struct ug_score *score, const struct ug_single *single,
    const struct ug_leaning *leaning, int limit, struct ug_least *least);
int ug_score_further(struct ug_score *score, const struct ug_single *single,
    const struct ug_leaning *leaning, int limit, struct ug_least *least);

/* Score it; costs of one sample compare across encodings. */
void ug_score_single(struct ug_score *score, const struct ug_single *single);

/*
 * The same for a multi-byte encoding.  False: it has more than `max_broken`
 * sequences that stand for nothing, or costs no less than `limit`.
 */
bool ug_score_multi(struct ug_score *score, const struct ug_encoding *encoding,
    unsigned max_broken, int limit);

#endif /* UG_DETECT_SCORE_H */
