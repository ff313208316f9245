/*
 * detector.h - the encoding of records, asked again and again
 *
 * Each candidate reads the record; the cost of a reading is that of its text in
 * the language it suits best.  What is known beside the bytes is a cost, too.
 */
#ifndef UG_DETECT_DETECTOR_H
#define UG_DETECT_DETECTOR_H

#include "detect.h"
#include "model/model.h"

#define UG_ENCODINGS_MAX 192 /* there are no more than these */

/*
 * Hundredths of a nat: a reading that is so much behind is out, and what is so
 * much ahead of all others is right, whatever else is known.
 */
#define UG_FAR_BEHIND 1500

struct ug_detector;

/* `candidates` outlive it.  ENOMEM. */
UG_CHECK enum ungarble_err ug_detector_new(struct ug_detector **detector,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc);
void ug_detector_free(struct ug_detector *detector);

/*
 * What the records near by say: hundredths of a nat for each, at least 0.  That
 * takes the place of ug_home_prior().
 */
struct ug_expectation {
	int encodings[UG_ENCODINGS_MAX]; /* as of ug_encoding_at() */
	int languages[UG_LANGUAGES_MAX];
};

/* One way to read a record. */
struct ug_reading_of {
	const struct ug_encoding *encoding;
	size_t number;                /* as of ug_encoding_at() */
	size_t language;              /* as of ug_language_code() */
	int cost;                     /* hundredths of a nat */
	int alone;                    /* the same if nothing was expected */
	size_t alone_language;
	unsigned n_broken;
	uint64_t signature;           /* the same: they read the bytes alike */
};

/*
 * Read a record in all candidates.  `expected` may be NULL; where one reading
 * alone is ahead of all others by UG_FAR_BEHIND, it only decides between
 * encodings that read the bytes so.  *n is 0 if there is nothing to go by, or
 * no candidate.  *readings, best first, live until the next call: those that
 * are not far behind alone, or as expected.  What they are alone does not
 * depend on what was expected.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_detector_read(struct ug_detector *detector,
    const unsigned char *bytes, size_t len,
    const struct ug_expectation *expected,
    const struct ug_reading_of **readings, size_t *n);

/*
 * Whether, if nothing was expected, one reading would be ahead of all others by
 * `margin` hundredths of a nat, and read all.
 */
bool ug_detector_sure(const struct ug_reading_of *readings, size_t n,
    int margin);

/*
 * How likely readings[which] is, in hundredths, of all; readings of one
 * signature share one place.
 */
unsigned ug_detector_share(const struct ug_reading_of *readings, size_t n,
    size_t which);

/* The verdict that goes with readings, or where there are none. */
struct ug_verdict ug_detector_verdict(const struct ug_detector *detector,
    const struct ug_reading_of *readings, size_t n);

#endif /* UG_DETECT_DETECTOR_H */
