/*
 * mixup_east_test.c - the bytes that East Asia has for a character: its own, or
 * those of a twin in another table
 */
#include "characters/mixup.h"

#include <string.h>

#include "characters/mixup_pairs.h"
#include "check.h"

#define BMP 0x10000

static struct ug_codings codings;

/* What one table has for the other; but for the two of ASCII, both ways. */
static const uint32_t twins[][2] = {
	{ 0xA2, 0xFFE0 }, { 0xA3, 0xFFE1 }, { 0xA5, 0x5C }, { 0xAC, 0xFFE2 },
	{ 0x203E, 0x7E }, { 0x2014, 0x2015 }, { 0x2015, 0x2014 },
	{ 0x2016, 0x2225 }, { 0x2225, 0x2016 }, { 0x2212, 0xFF0D },
	{ 0xFF0D, 0x2212 }, { 0x301C, 0xFF5E }, { 0xFF5E, 0x301C },
};

static uint32_t
twin_of(uint32_t c)
{
	for (size_t i = 0; i < sizeof(twins) / sizeof(*twins); i++)
		if (twins[i][0] == c)
			return twins[i][1];
	return 0;
}

/* What no table has, and Shift_JIS in single bytes all the same. */
static bool
is_apple(const struct ug_coding *reader, uint32_t c)
{
	return reader->encoding->decoder == UG_SHIFT_JIS && (c == 0xA0 ||
	    c == 0xF8F1 || c == 0xF8F2);
}

/* The kanji of IBM that NEC has, too, in rows of its own: ED and EE. */
static void
find_twice(bool *twice)
{
	for (unsigned lead = 0xED; lead <= 0xEE; lead++)
		for (unsigned trail = 0x40; trail < 0x100; trail++) {
			const unsigned char pair[] = { (unsigned char)lead,
				(unsigned char)trail };
			const uint32_t c = ug_multi_byte_pair(UG_SHIFT_JIS,
			    pair);

			if (c >= 0x4E00 && c < 0xFF00)
				twice[c] = true;
		}
}

/* Is what a reader has for the character read back as that? */
static void
check_char(const struct ug_coding *reader, uint32_t c, const bool *twice,
    size_t *n)
{
	unsigned char s[UG_ENCODED_MAX] = { 0 }, own[UG_ENCODED_MAX];
	const size_t len = ug_mixup_east(NULL, reader, c, s);
	const size_t own_len = ug_encode_char(reader->encoding, c, own);
	struct ug_char is;
	char name[32];

	snprintf(name, sizeof(name), "%s U+%04X",
	    reader->encoding->labels[0], (unsigned)c);
	if (is_apple(reader, c)) {
		CHECK(name, len == 1 && *s == (c == 0xA0 ? c :
		    c - 0xF8F1 + 0xFD));
		return;
	}
	CHECK(name, len > 0 || own_len == 0);
	if (len == 0) {
		CHECK(name, twin_of(c) == 0 || ug_encode_char(
		    reader->encoding, twin_of(c), own) == 0);
		return;
	}
	is = ug_mixup_next(reader, s, len, false);
	CHECK(name, is.len == len && is.second == 0 &&
	    is.c == (own_len > 0 ? c : twin_of(c)));
	n[0] += own_len == 0;
	if (reader->encoding->decoder != UG_SHIFT_JIS || len == 1)
		return;
	CHECK(name, (reader->other && twice[c]) == (*s == 0xED ||
	    *s == 0xEE));
	n[1] += *s == 0xED || *s == 0xEE;
}

int
main(int argc, char *argv[])
{
	static bool twice[BMP];
	size_t n[2] = { 0 };

	(void)argc;
	ug_codings_init(&codings);
	find_twice(twice);
	for (size_t r = 0; r < codings.n_readers; r++)
		for (uint32_t c = 0x80; codings.readers[r].reader < 0 &&
		    c < BMP; c++)
			if ((c < 0xD800 || c >= 0xE000) &&
			    c != UG_REPLACEMENT)
				check_char(&codings.readers[r], c, twice, n);
	CHECK("twins", n[0] > 20);
	CHECK("the other place", n[1] == 360);
	return check_done(argv[0]);
}
