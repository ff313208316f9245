/*
 * encode_test.c - what is encoded is decoded to itself, and nothing is left out
 */
#include "encodings/encode.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "encodings/multi_byte.h"

#define LIMIT 0x110000u

static const struct ug_encoding *
encoding_of(const char *label)
{
	const struct ug_encoding *const found =
	    ug_encoding_by_label(label, strlen(label));

	if (found == NULL)
		abort();
	return found;
}

/* The one character that all of the bytes stand for, or UG_MALFORMED. */
static uint32_t
decode(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	unsigned state = 0;
	struct ug_char found;
	uint32_t c;

	if (encoding->kind == UG_SINGLE_BYTE) {
		c = len == 1 ? ug_single_byte(encoding, bytes[0]) :
		    UG_UNDEFINED;
		return c == UG_UNDEFINED ? UG_MALFORMED : c;
	}
	found = ug_multi_byte_next(encoding->decoder, bytes, len, &state);
	return found.len == len && found.second == 0 ? found.c : UG_MALFORMED;
}

/* ---- every character, there and back */

static void
mark(const struct ug_encoding *encoding, unsigned char *marks,
    const unsigned char *bytes, size_t len)
{
	const uint32_t c = decode(encoding, bytes, len);

	if (c < LIMIT)
		marks[c] = 1;
}

/* Mark what any bytes stand for. */
static void
mark_all(const struct ug_encoding *encoding, unsigned char *marks)
{
	for (unsigned i = 0; i < 0x10000; i++) {
		const unsigned char pair[2] = { (unsigned char)(i >> 8),
			(unsigned char)i };
		const unsigned char three[3] = { 0x8F, pair[0], pair[1] };

		if (i < 0x100)
			mark(encoding, marks, pair + 1, 1);
		mark(encoding, marks, pair, 2);
		if (encoding->decoder == UG_EUC_JP)
			mark(encoding, marks, three, 3);
	}
	if (encoding->decoder != UG_GB18030)
		return;
	for (unsigned i = 0; i < 126 * 12600; i++) {
		const unsigned char four[4] = {
			(unsigned char)(0x81 + i / 12600),
			(unsigned char)(0x30 + i / 1260 % 10),
			(unsigned char)(0x81 + i / 10 % 126),
			(unsigned char)(0x30 + i % 10) };

		mark(encoding, marks, four, 4);
	}
}

static void
test_encoding(const struct ug_encoding *encoding)
{
	static unsigned char marks[LIMIT];
	unsigned long lost = 0, made_up = 0, changed = 0, n = 0;

	memset(marks, 0, sizeof(marks));
	mark_all(encoding, marks);
	for (uint32_t c = 0; c < LIMIT; c++) {
		unsigned char bytes[UG_ENCODED_MAX];
		const size_t len = ug_encode_char(encoding, c, bytes);

		n += marks[c];
		lost += marks[c] != 0 && len == 0;
		made_up += marks[c] == 0 && len != 0;
		changed += len != 0 && decode(encoding, bytes, len) != c;
	}
	CHECK(encoding->name, n > 128);
	CHECK(encoding->name, lost == 0);
	CHECK(encoding->name, made_up == 0);
	CHECK(encoding->name, changed == 0);
}

/* Those that are not served. */
static void
test_none(const struct ug_encoding *encoding)
{
	unsigned char bytes[UG_ENCODED_MAX];

	CHECK(encoding->name, ug_encode_char(encoding, 'a', bytes) == 0);
	CHECK(encoding->name, ug_encode_char(encoding, 0x4E00, bytes) == 0);
}

static void
test_encodings(void)
{
	const struct ug_encoding *encoding;

	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++) {
		const bool other = encoding->kind != UG_SINGLE_BYTE &&
		    (encoding->kind != UG_MULTI_BYTE ||
		    encoding->decoder == UG_JOHAB ||
		    encoding->decoder == UG_EUC_TW);

		if (other)
			test_none(encoding);
		else
			test_encoding(encoding);
	}
}

/* ---- which of several ways */

static const struct way {
	const char *label;
	uint32_t c;
	const char *bytes;
} ways[] = {
	{ "shift_jis", 0x2252, "\x81\xE0" }, /* and 87 90 */
	{ "shift_jis", 0x2160, "\x87\x54" }, /* and FA 4A */
	{ "shift_jis", 0xFFE2, "\x81\xCA" }, /* and EE F9, FA 54 */
	{ "shift_jis", 0x7E8A, "\xFA\x5C" }, /* and ED 40 */
	{ "shift_jis", 0x2170, "\xFA\x40" }, /* and EE EF */
	{ "shift_jis", 0xFF76, "\xB6" },
	{ "shift_jis", 0x80, "\x80" },
	{ "shift_jis", 0xE000, "\xF0\x40" },
	{ "shift_jis", 0x30A2, "\x83\x41" },
	{ "shift_jis", 0xA5, "" },
	{ "euc-jp", 0x7E8A, "\xF9\xA1" },
	{ "euc-jp", 0xFF76, "\x8E\xB6" },
	{ "euc-jp", 0x30A2, "\xA5\xA2" },
	{ "euc-jp", 0x4E02, "\x8F\xB0\xA1" },
	{ "euc-jp", 0xE000, "" },
	{ "big5", 0x2550, "\xF9\xF9" },      /* and A2 A4 */
	{ "big5", 0x5341, "\xA4\x51" },      /* and A2 CC */
	{ "big5", 0x5345, "\xA4\xCA" },      /* and A2 CE */
	{ "big5", 0x5140, "\xA4\x61" },      /* and C9 4A */
	{ "big5", 0x4E00, "\xA4\x40" },
	{ "big5", 0xCA, "\x88\x66" },
	{ "big5", 0x20021, "\x9C\x71" },
	{ "euc-kr", 0xAC00, "\xB0\xA1" },
	{ "euc-kr", 0xB620, "\x8C\x63" },
	{ "gbk", 0x20AC, "\x80" },
	{ "gb18030", 0x20AC, "\xA2\xE3" },
	{ "gb18030", 0x3000, "\xA1\xA1" },   /* and A3 A0 */
	{ "gb18030", 0x4E02, "\x81\x40" },
	{ "gb18030", 0x72DB, "\xA0\xFE" },
	{ "gb18030", 0x1E3F, "\xA8\xBC" },
	{ "gb18030", 0xE7C7, "\x81\x35\xF4\x37" },
	{ "gb18030", 0xE5, "\x81\x30\x8A\x32" },
	{ "gb18030", 0x10000, "\x90\x30\x81\x30" },
	{ "gb18030", 0x10FFFF, "\xE3\x32\x9A\x35" },
	{ "gb18030", 0x110000, "" },
	{ "gb18030", UINT32_MAX, "" },
	{ "windows-1252", 0x2019, "\x92" },
	{ "windows-1253", 0xD2, "" },
	{ "windows-1252", 0x20000, "" },
	{ "windows-1253", 0xFFFF, "" },
	{ "ibm037", 'a', "\x81" },
	{ "viscii", 0x1EB2, "\x02" },
	{ "viscii", 0x02, "" },
};

static void
test_ways(void)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		const struct way *const way = &ways[i];
		unsigned char bytes[UG_ENCODED_MAX];
		const size_t len = ug_encode_char(encoding_of(way->label),
		    way->c, bytes);
		char name[64];

		snprintf(name, sizeof(name), "%s U+%04X", way->label,
		    (unsigned)way->c);
		CHECK(name, len == strlen(way->bytes) &&
		    memcmp(bytes, way->bytes, len) == 0);
	}
}

/* ---- readers */

static unsigned
reader_byte(size_t i, uint32_t c)
{
	const unsigned char *const bytes = ug_reader_bytes(c);

	return bytes == NULL ? 0 : bytes[i];
}

/* Each byte is that of its character, or of the one of the same number. */
static void
test_reader(size_t i, const struct ug_encoding *encoding)
{
	CHECK(encoding->name, encoding->kind == UG_SINGLE_BYTE &&
	    encoding->lower == NULL);
	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		const uint32_t c = ug_single_byte(encoding,
		    (unsigned char)byte);
		const unsigned back = reader_byte(i,
		    c == UG_UNDEFINED ? byte : c);

		if (c == UG_UNDEFINED && byte >= 0xA0)
			CHECK(encoding->name, back != 0);
		else
			CHECK(encoding->name, back == byte ||
			    (c != UG_UNDEFINED &&
			    ug_single_byte(encoding, (unsigned char)back) ==
			    c));
	}
}

/* No character has a byte that stands for another, twins apart. */
static void
test_reader_chars(void)
{
	unsigned long twins = 0;

	for (uint32_t c = 0; c < 0x30000; c++) {
		if (ug_reader_bytes(c) == NULL)
			continue;
		CHECK("above ASCII", c >= 0x80);
		for (size_t i = 0; i < ug_n_readers(); i++) {
			const unsigned byte = reader_byte(i, c);
			const uint32_t read = byte == 0 ? c :
			    ug_single_byte(ug_reader(i), (unsigned char)byte);

			twins += read != c &&
			    !(read == UG_UNDEFINED && c == byte);
		}
	}
	CHECK("twins", twins == 4);
}

static size_t
reader_number(const char *name)
{
	size_t i = 0;

	while (i < ug_n_readers() && strcmp(ug_reader(i)->name, name) != 0)
		i++;
	return i;
}

static void
test_readers(void)
{
	CHECK("end", ug_reader(ug_n_readers()) == NULL);
	for (size_t i = 0; i < ug_n_readers(); i++) {
		CHECK("listed", i == 1 || i == reader_number("ISO-8859-9") ||
		    ug_reader(i) == encoding_of(ug_reader(i)->name));
		CHECK("once", reader_number(ug_reader(i)->name) == i);
		test_reader(i, ug_reader(i));
	}
	CHECK("first", ug_reader(0) == &ug_windows_1252);
	CHECK("second", reader_number("ISO-8859-1") == 1);
	CHECK("third", reader_number("windows-1250") == 2);
	test_reader_chars();

	CHECK("1252 81", reader_byte(0, 0x81) == 0x81);
	CHECK("1252 80", reader_byte(0, 0x80) == 0);
	CHECK("1252 euro", reader_byte(0, 0x20AC) == 0x80);
	CHECK("8859-1 80", reader_byte(1, 0x80) == 0x80);
	CHECK("8859-1 euro", reader_byte(1, 0x20AC) == 0);
	CHECK("8859-1 FF", reader_byte(1, 0xFF) == 0xFF);
	CHECK("8859-9 85", reader_byte(reader_number("ISO-8859-9"), 0x85) ==
	    0x85);
	CHECK("8859-9 F0", reader_byte(reader_number("ISO-8859-9"), 0x11F) ==
	    0xF0);
	CHECK("1253 AA", reader_byte(reader_number("windows-1253"), 0xAA) ==
	    0xAA);
	CHECK("mac A4", reader_byte(reader_number("macintosh"), 0xA4) ==
	    0xDB);
	CHECK("437 mu", reader_byte(reader_number("IBM437"), 0x3BC) == 0xE6);
	CHECK("ASCII", ug_reader_bytes('a') == NULL);
	CHECK("none", ug_reader_bytes(0x4E00) == NULL);
	CHECK("beyond", ug_reader_bytes(0x20AC + 0x20000) == NULL);
	CHECK("no character", ug_reader_bytes(UINT32_MAX) == NULL);
}

int
main(void)
{
	test_encodings();
	test_ways();
	test_readers();
	return check_done("encode_test");
}
