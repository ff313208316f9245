/*
 * form_ebcdic_test.c - how much of what tells text in which a space is 40
 */
#include "detect/detect.h"

#include "check.h"
#include "detect/form.h"

#define BYTES 100
#define BLANK 0x40
#define A     0x81
#define OTHER 0x42 /* a letter in some pages, and counted in none */

/* So many blanks, letters and bytes as `more`, and others up to BYTES. */
static enum ug_ebcdic
asked(size_t n_blanks, size_t n_letters, size_t n_more, unsigned char more)
{
	unsigned char bytes[BYTES];

	memset(bytes, OTHER, sizeof(bytes));
	memset(bytes, A, n_letters);
	memset(bytes + n_letters, BLANK, n_blanks);
	memset(bytes + n_letters + n_blanks, more, n_more);
	return ug_detect_ebcdic(bytes, sizeof(bytes));
}

static bool
is_latin(unsigned byte)
{
	static const struct { unsigned char first, last; } runs[] = {
		{ 0x81, 0x89 }, { 0x91, 0x99 }, { 0xA2, 0xA9 },
		{ 0xC1, 0xC9 }, { 0xD1, 0xD9 }, { 0xE2, 0xE9 },
		{ 0xF0, 0xF9 },
	};

	for (size_t i = 0; i < sizeof(runs) / sizeof(*runs); i++) {
		if (byte >= runs[i].first && byte <= runs[i].last)
			return true;
	}
	return memchr("\x05\x0D\x15\x25\x4B\x6B\x5E\x7A\x4D\x5D\x60\x61\x7D"
	    "\x7F\x6F", (int)byte, 15) != NULL;
}

/* Each byte, where one that counts decides. */
static void
check_bytes(void)
{
	for (unsigned byte = 0; byte <= 0xFF; byte++) {
		const bool gone = byte == ' ' || byte == '\n' ||
		    (ug_form_is_odd((unsigned char)byte) && byte != 0x05 &&
		    byte != 0x15);
		char name[8];

		snprintf(name, sizeof(name), "%02X", byte);
		CHECK(name, asked(7, 62, 1, (unsigned char)byte) ==
		    (gone ? UG_EBCDIC_NO : is_latin(byte) || byte == BLANK ?
		    UG_EBCDIC_YES : UG_EBCDIC_MAYBE));
	}
}

/* 70 in a hundred are letters; 4 blanks; one of ASCII's to eight blanks. */
static void
check_shares(void)
{
	CHECK("letters enough", asked(10, 60, 0, 0) == UG_EBCDIC_YES);
	CHECK("too few", asked(10, 59, 0, 0) == UG_EBCDIC_MAYBE);
	CHECK("blanks enough", asked(4, 90, 0, 0) == UG_EBCDIC_YES);
	CHECK("too few blanks", asked(3, 90, 0, 0) == UG_EBCDIC_NO);
	CHECK("one of ASCII", asked(8, 80, 1, ' ') == UG_EBCDIC_YES);
	CHECK("and fewer blanks", asked(7, 80, 1, ' ') == UG_EBCDIC_NO);
	CHECK("two line ends", asked(16, 70, 2, '\n') == UG_EBCDIC_YES);
	CHECK("and fewer", asked(15, 70, 2, '\n') == UG_EBCDIC_NO);
	CHECK("one control", asked(8, 80, 1, 0x01) == UG_EBCDIC_YES);
	CHECK("and fewer", asked(7, 80, 1, 0x01) == UG_EBCDIC_NO);
}

/* Eight bytes at least; not what starts as UTF-8 with 16 bytes and more. */
static void
check_lengths(void)
{
	unsigned char bytes[32] = { A, A, A, BLANK, A, A, A, A };

	CHECK("eight", ug_detect_ebcdic(bytes, 8) == UG_EBCDIC_YES);
	CHECK("seven", ug_detect_ebcdic(bytes, 7) == UG_EBCDIC_NO);
	memset(bytes, 'a', sizeof(bytes));
	memcpy(bytes, "\xC3\x81", 2);
	memset(bytes + 2, BLANK, sizeof(bytes) - 2);
	bytes[15] = A;
	CHECK("fifteen", ug_detect_ebcdic(bytes, 32) == UG_EBCDIC_YES);
	bytes[15] = BLANK;
	bytes[16] = A;
	CHECK("sixteen", ug_detect_ebcdic(bytes, 32) == UG_EBCDIC_NO);
	memset(bytes, BLANK, 16);
	CHECK("of ASCII", ug_detect_ebcdic(bytes, 32) == UG_EBCDIC_YES);
	memset(bytes, BLANK, sizeof(bytes));
	CHECK("all ASCII", ug_detect_ebcdic(bytes, 32) == UG_EBCDIC_NO);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_bytes();
	check_shares();
	check_lengths();
	return check_done(argv[0]);
}
