/*
 * xxh64_test.c - XXH64, by the test vectors of its specification
 */
#include "journal/xxh64.h"

#include "check.h"

#define PRIME_32 UINT64_C(2654435761)
#define PRIME_64 UINT64_C(11400714785074694797)

/* Of the first bytes that the specification's generator gives, by length. */
static const struct {
	const char *name;
	size_t len;
	uint64_t seed, hash;
} rows[] = {
	{ "nothing", 0, 0, UINT64_C(0xEF46DB3751D8E999) },
	{ "nothing, seed", 0, PRIME_32, UINT64_C(0xAC75FDA2929B17EF) },
	{ "1", 1, 0, UINT64_C(0xE934A84ADB052768) },
	{ "1, seed", 1, PRIME_32, UINT64_C(0x5014607643A9B4C3) },
	{ "4", 4, 0, UINT64_C(0x9136A0DCA57457EE) },
	{ "14", 14, 0, UINT64_C(0x8282DCC4994E35C8) },
	{ "14, seed", 14, PRIME_32, UINT64_C(0xC3BD6BF63DEB6DF0) },
	{ "222", 222, 0, UINT64_C(0xB641AE8CB691C174) },
	{ "222, seed", 222, PRIME_32, UINT64_C(0x20CB8AB7AE10C14A) },
};

int
main(int argc, char *argv[])
{
	unsigned char bytes[2367];
	uint64_t generator = PRIME_32;

	(void)argc;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		bytes[i] = (unsigned char)(generator >> 56);
		generator *= PRIME_64;
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].name, ug_xxh64(bytes, rows[i].len,
		    rows[i].seed) == rows[i].hash);
	CHECK("text", ug_xxh64("a", 1, 0) == UINT64_C(0xD24EC4F1A98C6E5B));
	/* In parts, the second from each place on: as the whole. */
	for (size_t at = 0; at < sizeof(bytes); at++) {
		struct ungarble_hash hash = UNGARBLE_HASH_INIT;

		ungarble_hash_add(&hash, bytes, at);
		(void)ungarble_hash_value(&hash);
		ungarble_hash_add(&hash, bytes + at, 1);
		ungarble_hash_add(&hash, bytes + at + 1,
		    sizeof(bytes) - at - 1);
		CHECK("in parts", ungarble_hash_value(&hash) ==
		    ug_xxh64(bytes, sizeof(bytes), 0));
	}
	return check_done(argv[0]);
}
