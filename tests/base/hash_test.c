/*
 * hash_test.c - known values, and what stands in bytes
 */
#include "base/bytes.h"
#include "base/hash.h"
#include "check.h"

static const unsigned char bytes[] = { 0x88, 0x77, 0x66, 0x55, 0x44, 0x33,
	0x22, 0x91 };

int
main(int argc, char *argv[])
{
	const uint32_t words[] = { 1, 4 };

	(void)argc;
	/* As those who thought of FNV-1a give them. */
	CHECK("64 bits of nothing", ug_hash_bytes(UG_HASH, "", 0) ==
	    UINT64_C(0xCBF29CE484222325));
	CHECK("64 bits", ug_hash_bytes(UG_HASH, "foobar", 6) ==
	    UINT64_C(0x85944171F73967E8));
	CHECK("32 bits of nothing", ug_hash_32_bytes(UG_HASH_32, "", 0) ==
	    0x811C9DC5);
	CHECK("32 bits", ug_hash_32_bytes(UG_HASH_32, "foobar", 6) ==
	    0xBF9CF968);
	CHECK("mixed", ug_mix(3) == 0xDAA66D13);
	CHECK("mixed in 64 bits", ug_mix_64(1) ==
	    UINT64_C(0x9E3779B97F4A7C15));
	CHECK("from above", ug_mix_64(UINT64_C(1) << 29) ==
	    UINT64_C(0x9E3779B97F4A7C15) * ((UINT64_C(1) << 29) + 1));
	CHECK("mixed down", ug_mix_down(0x80000001) == 0x80010001);
	CHECK("two bytes", ug_bytes_16(bytes + 6) == 0x9122);
	CHECK("four bytes", ug_bytes_32(bytes + 4) == 0x91223344);
	CHECK("eight bytes", ug_bytes_64(bytes) ==
	    UINT64_C(0x9122334455667788));
	for (size_t i = 0; i < 64; i++)
		CHECK("bits", ug_bytes_bit(bytes, i) ==
		    (ug_bytes_64(bytes) >> i & 1));
	for (uint32_t i = 0; i < 64; i++)
		CHECK("words", ug_words_bit(words, i) ==
		    (i == 0 || i == 34));
	return check_done(argv[0]);
}
