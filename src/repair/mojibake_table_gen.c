/*
 * mojibake_table_gen.c - prints mojibake_table.h: characters as bytes
 *
 *	mojibake_table_gen > mojibake_table.h
 *
 * For each character that some single-byte encoding has above 7F: its byte in
 * each of them, and in which of them that byte can lead a UTF-8 sequence or go
 * on with one.  The mappings are ICU's.  A byte that an encoding leaves
 * undefined stands for the character of the same number, as most decoders have
 * it, and so does a C1 control in any encoding.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/uversion.h>

#define LIMIT 0x10000
#define PAGE  64

/*
 * Likeliest first: of readings that fit alike the first is taken.  `ask` is
 * what a line must gain more than in the first, in thousandths of a nat: how
 * much rarer the mistake is, and how much clean text looks like it.
 */
static const struct {
	const char *name, *icu;
	int ask;
} encodings[] = {
	{ "windows-1252", "ibm-5348_P100-1997", 0 },
	{ "ISO-8859-1", "ISO-8859-1", 0 },
	{ "windows-1250", "ibm-5346_P100-1998", 5000 },
	{ "windows-1251", "ibm-5347_P100-1998", 5000 },
	{ "windows-1254", "ibm-5350_P100-1998", 5000 },
	{ "windows-1253", "ibm-5349_P100-1998", 5000 },
	{ "windows-1257", "ibm-9449_P100-2002", 5000 },
	{ "macintosh", "macos-0_2-10.2", 5000 },
	{ "IBM437", "ibm-437_P100-1995", 5000 },
	{ "ISO-8859-2", "ibm-912_P100-1995", 5000 },
	{ "ISO-8859-15", "ibm-923_P100-1998", 5000 },
	{ "IBM850", "ibm-850_P100-1995", 5000 },
	{ "IBM866", "ibm-866_P100-1995", 10000 },
	{ "KOI8-R", "ibm-878_P100-1996", 10000 },
	{ "KOI8-U", "ibm-1168_P100-2002", 10000 },
	{ "IBM852", "ibm-852_P100-1995", 10000 },
	{ "windows-1255", "ibm-9447_P100-2002", 10000 },
	{ "windows-1256", "ibm-9448_X100-2005", 10000 },
	{ "windows-1258", "ibm-5354_P100-1998", 10000 },
	{ "windows-874", "windows-874-2000", 10000 },
	{ "ISO-8859-5", "ibm-915_P100-1995", 10000 },
	{ "ISO-8859-7", "ibm-9005_X110-2007", 10000 },
	{ "x-mac-cyrillic", "macos-7_3-10.2", 10000 },
	{ "ISO-8859-4", "ibm-914_P100-1995", 10000 },
	{ "ISO-8859-13", "ibm-921_P100-1995", 10000 },
};
#define N (sizeof(encodings) / sizeof(*encodings))

/* What other tables of the same name have. */
static const struct {
	const char *name;
	uint16_t c;
	uint8_t byte;
} twins[] = {
	{ "IBM437", 0xB5, 0xE6 }, { "IBM852", 0xAC, 0xAA },
	{ "KOI8-U", 0x45E, 0xAE }, { "KOI8-U", 0x40E, 0xBE },
	{ "macintosh", 0xA4, 0xDB }, { "macintosh", 0xF8FF, 0xF0 },
};

static uint8_t byte_of[LIMIT][N];
static uint32_t borrowed[32]; /* where C1 controls are another's bytes */
static uint32_t undefined;  /* encodings in which some of 80..BF is */
static uint32_t nbsp;       /* encodings in which A0 is U+00A0 */

static void
encoding_read(size_t i, UConverter *converter)
{
	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		const char c = (char)byte;
		UChar out[4];
		UErrorCode err = U_ZERO_ERROR;
		const int32_t n = ucnv_toUChars(converter, out, 4, &c, 1, &err);

		if (U_SUCCESS(err) && n == 1 && out[0] != 0xFFFD &&
		    out[0] >= 0x80 && (out[0] < 0xE000 || out[0] > 0xF8FF)) {
			byte_of[out[0]][i] = (uint8_t)byte;
			if (byte == 0xA0 && out[0] == 0xA0)
				nbsp |= (uint32_t)1 << i;
			if (out[0] != byte || byte >= 0xA0)
				continue;
		}
		if (byte < 0xC0)
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
	printf("static const struct mojibake_char mojibake_chars[] = {\n"
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

int
main(void)
{
	for (size_t i = 0; i < N; i++) {
		UErrorCode err = U_ZERO_ERROR;
		UConverter *converter = ucnv_open(encodings[i].icu, &err);

		if (U_FAILURE(err)) {
			fprintf(stderr, "mojibake_table_gen: %s: %s\n",
			    encodings[i].icu, u_errorName(err));
			return 2;
		}
		encoding_read(i, converter);
		ucnv_close(converter);
	}
	printf("/*\n * Generated by mojibake_table_gen.c from the converters "
	    "of ICU %s.\n */\n\n#define MOJIBAKE_N %zu\n\n", U_ICU_VERSION, N);
	printf("#define MOJIBAKE_PAGE %d\n\n#define MOJIBAKE_RULES { \\\n",
	    PAGE);
	for (size_t i = 0; i < N; i++)
		printf("\t\"mojibake/%s\", \\\n", encodings[i].name);
	printf("}\n\n#define MOJIBAKE_ASK {");
	for (size_t i = 0; i < N; i++)
		printf("%s%d,", i % 10 == 0 ? " \\\n\t" : " ",
		    encodings[i].ask);
	printf(" \\\n}\n\n/* Have an undefined byte in 80..BF. */\n#define "
	    "MOJIBAKE_LOSSY 0x%X\n\n/* A0 is the no-break space. */\n#define "
	    "MOJIBAKE_NBSP  0x%X\n\n", (unsigned)undefined, (unsigned)nbsp);
	print_chars();
	print_index();
	return ferror(stdout) || fflush(stdout) == EOF;
}
