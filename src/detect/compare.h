/*
 * compare.h - a sample read in all candidates, and what each reading costs
 */
#ifndef UG_DETECT_COMPARE_H
#define UG_DETECT_COMPARE_H

#include "detector.h"
#include "score.h"

/* Encodings that read the sample alike. */
struct ug_alike {
	uint64_t signature;
	size_t first;  /* of the readings; ug_comparison.next leads on */
	struct ug_single single; /* or only the encoding, of several bytes */
	/* The least beside the text, alone and as expected. */
	int alone, expected;
	int text;      /* what that costs at least */
	struct ug_least least;
};

/* Of a single-byte encoding, the bytes 80..FF that were met. */
struct ug_upper {
	struct ug_glyph glyphs[128];
	int16_t signs[128];    /* ug_sign_least() of each */
};

/* Start from zeros and ug_compare_init(). */
struct ug_comparison {
	/* To be set before any comparison. */
	const struct ug_candidates *candidates;
	struct {
		const struct ug_encoding *encoding;
		size_t number;
	} taken[UG_ENCODINGS_MAX];
	size_t n_taken;
	int hinted[UG_LANGUAGES_MAX];  /* what languages cost by the caller */
	struct ug_upper *upper;        /* [n_taken]; need not be */

	/* And before each. */
	struct ug_sample sample;

	/* The result: what is not far behind, in no order. */
	struct ug_reading_of readings[UG_ENCODINGS_MAX];
	size_t n;

	/* The rest is its own. */
	int home_costs[256];       /* of what ug_home_of() has */
	bool met[256];             /* bytes that `upper` knows */
	struct ug_score score;
	const struct ug_expectation *expected;
	/* Alone and as expected; for encodings without ASCII and with it. */
	struct ug_leaning leanings[2][2];
	bool leans[2];
	size_t next[UG_ENCODINGS_MAX];
	struct ug_alike alike[UG_ENCODINGS_MAX];
	size_t n_alike;
	int best, best_alone;      /* the least costs so far */
};

void ug_compare_init(struct ug_comparison *c);

/* Read c->sample, which is not empty, in each candidate.  NULL: nothing. */
void ug_compare(struct ug_comparison *c, const struct ug_expectation *expected);

/*
 * The same for encodings in which the sample is the same text.  *n_broken: its
 * bytes that stand for nothing, as far as they count one by one.
 */
uint64_t ug_compare_signature(const struct ug_sample *sample,
    const struct ug_encoding *encoding, unsigned *n_broken);

#endif /* UG_DETECT_COMPARE_H */
