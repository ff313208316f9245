/*
 * verdict.h - what bytes were found to be in, and why
 *
 * detect/ says it; it stands here for those who hand it on and see nothing of
 * detection.
 */
#ifndef UG_VERDICT_H
#define UG_VERDICT_H

#include "encodings.h"
#include "ungarble.h"

struct ug_verdict {
	const struct ug_encoding *encoding;
	enum ungarble_reason reason;
	unsigned confidence;  /* 0..100 */
	const char *language; /* ISO 639; NULL: not known */
};

#endif /* UG_VERDICT_H */
