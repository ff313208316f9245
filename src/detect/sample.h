/*
 * sample.h - the part of some bytes that tells one encoding from another
 */
#ifndef UG_DETECT_SAMPLE_H
#define UG_DETECT_SAMPLE_H

#include "detect.h"
#include "tallied.h"

#define UG_PAIRS_MAX 2048

/* Start from { .tokens = { .alloc = &some_alloc }, .glyphs = .. }. */
struct ug_sample {
	const struct ug_glyph *glyphs; /* [80]: of ASCII */
	struct ug_tallied *tallied; /* NULL: nothing is kept */
	struct ug_buf tokens;  /* those with bytes beyond ASCII, a space before
	                        * and after each */
	struct ug_pair pairs[UG_PAIRS_MAX]; /* of bytes of `tokens` */
	size_t n_pairs;
	size_t n_beyond;       /* the first ones, not of ASCII alone */
	unsigned counts[256];  /* bytes behind another */
	bool present[256];     /* bytes in `tokens` */
	unsigned char high[128]; /* those beyond ASCII, once each */
	size_t n_high;
	struct ug_tally ascii; /* words of ASCII */
	size_t ascii_len;
	size_t n_long;         /* tokens beyond ASCII of more than a byte */
	uint32_t met[1024];    /* hashes of tokens: each counts but once */
	const unsigned char *whole; /* the bytes, if there were more; or NULL */
	size_t whole_len;
	bool holds[256];       /* bytes in `whole` */
	bool cut;              /* the last token may go on */
};

void ug_sample_clear(struct ug_sample *sample);

/* Add what `bytes` hold, up to a bound; once.  ENOMEM. */
UG_CHECK enum ungarble_err ug_sample_add(struct ug_sample *sample,
    const unsigned char *bytes, size_t len);

/* To be called when all has been added. */
void ug_sample_count(struct ug_sample *sample);

/*
 * Whether an encoding has what the bytes hold beyond the sample; they must be
 * there still.
 */
bool ug_sample_reads(const struct ug_sample *sample,
    const struct ug_encoding *encoding);

void ug_sample_free(struct ug_sample *sample);

#endif /* UG_DETECT_SAMPLE_H */
