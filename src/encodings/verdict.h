/*
 * verdict.h - what bytes were found to be in, and why
 *
 * detect/ says it; it stands here for those who hand it on and see nothing of
 * detection.
 */
#ifndef UG_VERDICT_H
#define UG_VERDICT_H

#include <string.h>

#include "base/hash.h"
#include "encodings.h"
#include "ungarble.h"

struct ug_verdict {
	const struct ug_encoding *encoding;
	enum ungarble_reason reason;
	unsigned confidence;  /* 0..100 */
	const char *language; /* ISO 639; NULL: not known */
};

/* The hash with a name more; NULL: none.  The same in any process. */
static inline uint64_t
ug_verdict_hash_name(uint64_t hash, const char *name)
{
	return name == NULL ? ug_hash(hash, 0) :
	    ug_hash_bytes(hash, name, strlen(name) + 1);
}

static inline uint64_t
ug_verdict_hash(uint64_t hash, const struct ug_verdict *verdict)
{
	hash = ug_verdict_hash_name(hash, verdict->encoding == NULL ? NULL :
	    verdict->encoding->name);
	hash = ug_hash(ug_hash(hash, verdict->reason), verdict->confidence);
	return ug_verdict_hash_name(hash, verdict->language);
}

#endif /* UG_VERDICT_H */
