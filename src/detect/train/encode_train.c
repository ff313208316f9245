/*
 * encode_train.c - bytes of characters, found by decoding all there are
 */
#include "encode_train.h"

#include "encodings/multi_byte.h"
#include "model/train/train.h"

#define N_DECODERS (UG_UTF_7 + 1)

/* [decoder][character]: its byte, or two, the first one high; 0 if none. */
static uint16_t multi[N_DECODERS][TRAIN_BMP];
static bool filled[N_DECODERS];

static void
multi_fill(enum ug_multi_byte decoder)
{
	filled[decoder] = true;
	for (unsigned k = 0x8000; k < 0x10000; k++) {
		const unsigned char pair[2] = { (unsigned char)(k >> 8),
			(unsigned char)k };
		unsigned state = 0;
		const struct ug_char found = ug_multi_byte_next(decoder, pair,
		    2, &state);
		uint16_t *const known = found.c < TRAIN_BMP ?
		    &multi[decoder][found.c] : NULL;

		/* Two bytes are the rule, and of those the first ones. */
		if (known != NULL && *known < 0x100)
			*known = (uint16_t)(found.len == 2 ? k : k >> 8);
	}
}

static size_t
encode_multi(enum ug_multi_byte decoder, uint32_t c, unsigned char *bytes)
{
	unsigned k;

	if (!filled[decoder])
		multi_fill(decoder);
	k = c < TRAIN_BMP ? multi[decoder][c] : 0;
	bytes[0] = (unsigned char)(k >= 0x100 ? k >> 8 : k);
	bytes[1] = (unsigned char)k;
	return k >= 0x100 ? 2 : k > 0;
}

static size_t
encode_one(const struct ug_encoding *encoding, uint32_t c, unsigned char *bytes)
{
	const uint16_t *const lower = encoding->lower;

	if (c < 0x80 && lower == NULL) {
		bytes[0] = (unsigned char)c;
		return 1;
	}
	if (encoding->kind == UG_MULTI_BYTE)
		return encode_multi(encoding->decoder, c, bytes);
	for (unsigned i = 0; i < 128; i++) {
		if (encoding->upper[i] == c)
			bytes[0] = (unsigned char)(0x80 + i);
		else if (lower != NULL && lower[i] == c)
			bytes[0] = (unsigned char)i;
		else
			continue;
		return 1;
	}
	return 0;
}

bool
train_encodes(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_SINGLE_BYTE ||
	    (encoding->kind == UG_MULTI_BYTE &&
	    encoding->decoder != UG_CONVERTER);
}

size_t
train_encode(const struct ug_encoding *encoding, uint32_t c,
    unsigned char *bytes)
{
	uint32_t old[2];
	size_t n = encode_one(encoding, c, bytes), parts, more;

	if (n > 0)
		return n;
	parts = train_spell_old(c, old);
	n = encode_one(encoding, old[0], bytes);
	if (n == 0 || parts == 1)
		return n;
	more = encode_one(encoding, old[1], bytes + n);
	return more == 0 ? 0 : n + more;
}
