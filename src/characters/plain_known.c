/*
 * plain_known.c - what languages a stream is known to be in
 */
#include <string.h>

#include "base/hash.h"
#include "plain.h"

#define ENOUGH 2000 /* characters that a language is known by, by hand */

bool
ug_plain_knows(const struct ug_plain *plain, size_t language, bool alone)
{
	return !alone &&
	    plain->now[language] + plain->before[language] >= ENOUGH;
}

void
ug_plain_enter(struct ug_plain *plain, uint64_t block)
{
	/* What was held back is of a block that was left. */
	if (plain->block >= block)
		return;
	if (block == plain->block + 1)
		memcpy(plain->before, plain->now, sizeof(plain->before));
	else
		memset(plain->before, 0, sizeof(plain->before));
	memset(plain->now, 0, sizeof(plain->now));
	plain->block = block;
}

uint64_t
ug_plain_state(const struct ug_plain *plain)
{
	uint64_t hash = ug_hash(UG_HASH, plain->block);

	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++)
		hash = ug_hash(ug_hash(hash, plain->now[i]), plain->before[i]);
	return hash;
}
