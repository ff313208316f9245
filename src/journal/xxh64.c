/*
 * xxh64.c - XXH64, fed piece by piece
 */
#include "xxh64.h"

#include <string.h>

#include "base/bytes.h"
#include "base/least.h"

#define PRIME_1 UINT64_C(0x9E3779B185EBCA87)
#define PRIME_2 UINT64_C(0xC2B2AE3D27D4EB4F)
#define PRIME_3 UINT64_C(0x165667B19E3779F9)
#define PRIME_4 UINT64_C(0x85EBCA77C2B2AE63)
#define PRIME_5 UINT64_C(0x27D4EB2F165667C5)

#define STRIPE 32

static uint64_t
xxh64_rotate(uint64_t n, unsigned by)
{
	return n << by | n >> (64 - by);
}

static uint64_t
xxh64_round(uint64_t lane, uint64_t more)
{
	return xxh64_rotate(lane + more * PRIME_2, 31) * PRIME_1;
}

static uint64_t
xxh64_merge(uint64_t hash, uint64_t lane)
{
	return (hash ^ xxh64_round(0, lane)) * PRIME_1 + PRIME_4;
}

static void
xxh64_stripes(uint64_t lane[4], const unsigned char *s, size_t n)
{
	uint64_t a = lane[0], b = lane[1], c = lane[2], d = lane[3];

	for (; n > 0; n--, s += STRIPE) {
		a = xxh64_round(a, ug_bytes_64(s));
		b = xxh64_round(b, ug_bytes_64(s + 8));
		c = xxh64_round(c, ug_bytes_64(s + 16));
		d = xxh64_round(d, ug_bytes_64(s + 24));
	}
	lane[0] = a;
	lane[1] = b;
	lane[2] = c;
	lane[3] = d;
}

static void
xxh64_start(struct ungarble_hash *hash)
{
	const uint64_t seed = hash->seed;

	hash->lane[0] = seed + PRIME_1 + PRIME_2;
	hash->lane[1] = seed + PRIME_2;
	hash->lane[2] = seed;
	hash->lane[3] = seed - PRIME_1;
}

void
ungarble_hash_add(struct ungarble_hash *hash, const void *bytes, size_t len)
{
	const unsigned char *s = bytes;
	const size_t had = (size_t)(hash->len % STRIPE);

	if (len == 0)
		return;
	if (hash->len == 0)
		xxh64_start(hash);
	hash->len += len;
	if (had > 0) {
		const size_t n = UG_MIN(len, STRIPE - had);

		memcpy(hash->rest + had, s, n);
		s += n;
		len -= n;
		if (had + n < STRIPE)
			return;
		xxh64_stripes(hash->lane, hash->rest, 1);
	}
	xxh64_stripes(hash->lane, s, len / STRIPE);
	memcpy(hash->rest, s + len / STRIPE * STRIPE, len % STRIPE);
}

/* What fills no stripe, and the avalanche. */
static uint64_t
xxh64_end(uint64_t hash, const unsigned char *s, size_t len)
{
	for (; len >= 8; s += 8, len -= 8)
		hash = xxh64_rotate(hash ^ xxh64_round(0, ug_bytes_64(s)),
		    27) * PRIME_1 + PRIME_4;
	if (len >= 4) {
		hash = xxh64_rotate(hash ^ ug_bytes_32(s) * PRIME_1, 23) *
		    PRIME_2 + PRIME_3;
		s += 4;
		len -= 4;
	}
	for (; len > 0; s++, len--)
		hash = xxh64_rotate(hash ^ *s * PRIME_5, 11) * PRIME_1;
	hash = (hash ^ hash >> 33) * PRIME_2;
	hash = (hash ^ hash >> 29) * PRIME_3;
	return hash ^ hash >> 32;
}

uint64_t
ungarble_hash_value(const struct ungarble_hash *hash)
{
	uint64_t value = hash->seed + PRIME_5;

	if (hash->len >= STRIPE) {
		value = xxh64_rotate(hash->lane[0], 1) +
		    xxh64_rotate(hash->lane[1], 7) +
		    xxh64_rotate(hash->lane[2], 12) +
		    xxh64_rotate(hash->lane[3], 18);
		for (size_t i = 0; i < 4; i++)
			value = xxh64_merge(value, hash->lane[i]);
	}
	return xxh64_end(value + hash->len, hash->rest,
	    (size_t)(hash->len % STRIPE));
}

uint64_t
ug_xxh64(const void *bytes, size_t len, uint64_t seed)
{
	struct ungarble_hash hash = { .seed = seed };

	ungarble_hash_add(&hash, bytes, len);
	return ungarble_hash_value(&hash);
}
