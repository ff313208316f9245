/*
 * apply_hash.c - what an edit of a report says, as a number
 */
#include "apply_hash.h"

static uint64_t
hash_mix(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
	hash = (hash ^ hash >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
	return hash ^ hash >> 33;
}

static uint64_t
hash_number(uint64_t hash, uint64_t number)
{
	return hash_mix(hash ^ hash_mix(number + 1));
}

static uint64_t
hash_bytes(uint64_t hash, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)s[i]) * UINT64_C(0x100000001B3);
	return hash_number(hash, len);
}

uint64_t
cli_apply_hash_file(const char *name, size_t len)
{
	return hash_bytes(UINT64_C(0xCBF29CE484222325), name, len);
}

uint64_t
cli_apply_hash_edit(const struct cli_apply_line *line)
{
	uint64_t hash = hash_number(0, line->record);

	hash = hash_number(hash, line->in_at);
	hash = hash_number(hash, line->in_len);
	hash = hash_bytes(hash, line->rule.s, line->rule.len);
	hash = hash_bytes(hash, line->before.s, line->before.len);
	return hash_bytes(hash, line->after.s, line->after.len);
}
