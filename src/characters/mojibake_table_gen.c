/*
 * mojibake_table_gen.c - prints mojibake_table.h: characters as bytes
 *
 *	mojibake_table_gen > mojibake_table.h
 *
 * For each character that some single-byte encoding has above 7F: its byte in
 * each of them, and in which of them that byte can lead a UTF-8 sequence or go
 * on with one.  The mappings are those that bytes are decoded by.  A byte that
 * an encoding leaves undefined stands for the character of the same number, as
 * most decoders have it, and so does a C1 control in any encoding.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "encodings/encodings.h"

#include "encodings/single_byte_table.h"

#define LIMIT 0x10000
#define PAGE  64

/*
 * Likeliest first: of readings that fit alike the first is taken.  `rank` is 0
 * for common mistakes, 1 for those that are made seldom, 2 for rare ones.
 */
static const struct {
	const char *name;
	const uint16_t *upper; /* NULL: bytes are their characters */
	unsigned rank;
} encodings[] = {
	{ "windows-1252", windows_1252_upper, 0 },
	{ "ISO-8859-1", NULL, 0 },
	{ "windows-1250", windows_1250_upper, 1 },
	{ "windows-1251", windows_1251_upper, 1 },
	{ "windows-1254", windows_1254_upper, 1 },
	{ "windows-1253", windows_1253_upper, 1 },
	{ "windows-1257", windows_1257_upper, 1 },
	{ "macintosh", macintosh_upper, 1 },
	{ "IBM437", cp437_upper, 1 },
	{ "ISO-8859-2", iso_8859_2_upper, 1 },
	{ "ISO-8859-15", iso_8859_15_upper, 1 },
	{ "IBM850", cp850_upper, 1 },
	{ "IBM866", ibm866_upper, 2 },
	{ "KOI8-R", koi8_r_upper, 2 },
	{ "KOI8-U", koi8_u_upper, 2 },
	{ "IBM852", cp852_upper, 2 },
	{ "windows-1255", windows_1255_upper, 2 },
	{ "windows-1256", windows_1256_upper, 2 },
	{ "windows-1258", windows_1258_upper, 2 },
	{ "windows-874", windows_874_upper, 2 },
	{ "ISO-8859-5", iso_8859_5_upper, 2 },
	{ "ISO-8859-7", iso_8859_7_upper, 2 },
	{ "x-mac-cyrillic", x_mac_cyrillic_upper, 2 },
	{ "ISO-8859-4", iso_8859_4_upper, 2 },
	{ "ISO-8859-13", iso_8859_13_upper, 2 },
};
#define N (sizeof(encodings) / sizeof(*encodings))

/* What bytes are in other tables of the same name: older ones, RFC 2319's. */
static const struct {
	const char *name;
	uint16_t c;
	uint8_t byte;
} twins[] = {
	{ "macintosh", 0xA4, 0xDB }, { "IBM437", 0x3BC, 0xE6 },
	{ "KOI8-U", 0x255D, 0xAE }, { "KOI8-U", 0x256C, 0xBE },
};

static uint8_t byte_of[LIMIT][N];
static uint32_t borrowed[32]; /* where C1 controls are another's bytes */
static uint32_t undefined;  /* encodings in which some of 80..BF is */
static uint32_t nbsp;       /* encodings in which A0 is U+00A0 */

static void
encoding_read(size_t i)
{
	const uint16_t *const upper = encodings[i].upper;

	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		const unsigned c = upper == NULL ? byte : upper[byte - 0x80];

		if (c != UG_UNDEFINED)
			byte_of[c][i] = (uint8_t)byte;
		if (byte == 0xA0 && c == 0xA0)
			nbsp |= (uint32_t)1 << i;
		if (byte < 0xC0 && (c == UG_UNDEFINED ||
		    (c == byte && byte < 0xA0)))
			undefined |= (uint32_t)1 << i;
	}
	for (size_t j = 0; j < sizeof(twins) / sizeof(*twins); j++)
		if (strcmp(twins[j].name, encodings[i].name) == 0)
			byte_of[twins[j].c][i] = twins[j].byte;
	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		unsigned c = 0x80;

		while (c < LIMIT && byte_of[c][i] != byte)
			c++;
		if (byte < 0xA0 && c < LIMIT && c != byte)
			borrowed[byte - 0x80] |= (uint32_t)1 << i;
		if ((c == LIMIT || byte < 0xA0) && byte_of[byte][i] == 0)
			byte_of[byte][i] = (uint8_t)byte;
	}
}

/* The encodings in which byte_of[c] is one of first..last. */
static uint32_t
mask_of(uint32_t c, unsigned first, unsigned last)
{
	uint32_t mask = 0;

	for (size_t i = 0; i < N; i++)
		if (byte_of[c][i] >= first && byte_of[c][i] <= last)
			mask |= (uint32_t)1 << i;
	return mask;
}

static void
print_chars(void)
{
	printf("static const struct ug_mojibake_char mojibake_chars[] = {\n"
	    "\t{ 0, 0, 0, 0, 0, { 0 } },\n");
	for (uint32_t c = 0x80; c < LIMIT; c++) {
		if (mask_of(c, 0x80, 0xFF) == 0)
			continue;
		printf("\t{ 0x%X, 0x%X, 0x%X, 0x%X, 0x%X, {", (unsigned)c,
		    (unsigned)mask_of(c, 0x80, 0xBF),
		    (unsigned)mask_of(c, 0xC2, 0xDF),
		    (unsigned)mask_of(c, 0xE0, 0xF4),
		    c < 0xA0 ? (unsigned)borrowed[c - 0x80] : 0);
		for (size_t i = 0; i < N; i++)
			printf("%s%u,", i % 12 == 0 ? "\n\t\t" : " ",
			    byte_of[c][i]);
		printf("\n\t} },\n");
	}
	printf("};\n");
}

static void
print_index(void)
{
	static unsigned pages[LIMIT / PAGE][PAGE], index[LIMIT / PAGE];
	unsigned n = 0, n_chars = 0;

	for (uint32_t block = 0; block < LIMIT / PAGE; block++) {
		unsigned i = 0;

		for (uint32_t j = 0; j < PAGE; j++) {
			const uint32_t c = block * PAGE + j;

			pages[n][j] = c >= 0x80 &&
			    mask_of(c, 0x80, 0xFF) != 0 ? ++n_chars : 0;
		}
		while (memcmp(pages[i], pages[n], sizeof(*pages)) != 0)
			i++;
		index[block] = i;
		n += i == n;
	}
	printf("\nstatic const uint16_t mojibake_page[%u][%d] = {\n", n, PAGE);
	for (unsigned i = 0; i < n; i++) {
		printf("\t{");
		for (unsigned j = 0; j < PAGE; j++)
			printf("%s%u,", j % 12 == 0 ? "\n\t\t" : " ",
			    pages[i][j]);
		printf("\n\t},\n");
	}
	printf("};\n\nstatic const uint8_t mojibake_index[%d] = {",
	    LIMIT / PAGE);
	for (unsigned i = 0; i < LIMIT / PAGE; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", index[i]);
	printf("\n};\n");
}

static void
print_rule(const char *name)
{
	printf("\t\"mojibake/utf-8>");
	for (; *name != '\0'; name++)
		putchar(ug_ascii_is_upper(*name) ? *name | 0x20 : *name);
	printf("\", \\\n");
}

int
main(void)
{
	for (size_t i = 0; i < N; i++)
		encoding_read(i);
	printf("/*\n * Generated by mojibake_table_gen.c from the tables of "
	    "encodings/.\n */\n\n#define MOJIBAKE_N %zu\n\n", N);
	printf("#define MOJIBAKE_PAGE %d\n\n#define MOJIBAKE_RULES { \\\n",
	    PAGE);
	for (size_t i = 0; i < N; i++)
		print_rule(encodings[i].name);
	printf("}\n\n#define MOJIBAKE_RANK {");
	for (size_t i = 0; i < N; i++)
		printf("%s%u,", i % 20 == 0 ? " \\\n\t" : " ",
		    encodings[i].rank);
	printf(" \\\n}\n\n/* Have an undefined byte in 80..BF. */\n#define "
	    "MOJIBAKE_LOSSY 0x%X\n\n/* A0 is the no-break space. */\n#define "
	    "MOJIBAKE_NBSP  0x%X\n\n", (unsigned)undefined, (unsigned)nbsp);
	print_chars();
	print_index();
	return ferror(stdout) || fflush(stdout) == EOF;
}
