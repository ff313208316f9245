/*
 * encode_table_gen.c - prints encode_table.h: the way back from characters
 *
 *	encode_table_gen > encode_table.h
 *
 * For each index of multi_byte_index.h: the pointer of each character, that
 * which WHATWG's encoder takes if there are several.  And the single-byte
 * encodings that a text may be misread in, with the byte of each character.
 * All are turned around from the tables that bytes are decoded by:
 *
 *	jis0208 pointers 125 and 1219: U+222A  ->  125
 *
 * A map leads from a character to its number, a pointer or a row: its block of
 * 64 says by a bit which characters have one, and where that of the first is.
 * Where the index itself is in the order of Unicode (gb18030, the 32 rows that
 * GBK put in front), there is no need of one.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reader is a number in the list that is there, and has tables of its own. */
#include "encodings.c"
#include "multi_byte_index.h"

#include "multi_byte_table.h"

#define LIMIT   0x20000 /* planes 0 and 2 */
#define BLOCK   64
#define NONE    0xFFFF
#define OWN     0xF0    /* from here on: those the list does not have */

#define NEC_IBM     8272 /* jis0208: IBM's characters as NEC placed them */
#define N_NEC_IBM   564
#define N_GBK_3     6080 /* gb18030: rows 81 to A0 */
#define BIG5_ETEN   5024 /* from here on Big5 proper: A1 40 */

#define LEN(a) (sizeof(a) / sizeof(*(a)))

/* Likeliest first.  In what is not here nobody reads by mistake. */
static const char *const readers[] = {
	"windows-1252", "iso-8859-1", "windows-1250", "windows-1251",
	"macintosh", "ibm437", "ibm850", "windows-1254", "windows-1253",
	"windows-1257", "iso-8859-2", "iso-8859-15", "ibm866", "koi8-r",
	"koi8-u", "ibm852", "windows-1255", "windows-1256", "windows-1258",
	"windows-874", "iso-8859-5", "iso-8859-7", "x-mac-cyrillic",
	"iso-8859-9", "iso-8859-4", "iso-8859-13", "ibm00858", "cp737",
	"ibm857", "ibm855", "ibm775", "ibm862", "cp720", "ibm865", "ibm860",
	"ibm863", "ibm861", "ibm864", "ibm869", "iso-8859-6", "iso-8859-8",
	"iso-8859-3", "iso-8859-10", "iso-8859-14", "iso-8859-16",
	"x-mac-centraleurope", "x-mac-greek", "x-mac-turkish",
	"mac-croatian", "mac-romanian", "x-mac-iceland", "cp1125", "cp856",
	"hp-roman8", "koi8-t", "kz-1048", "ptcp154",
};
#define N_READERS LEN(readers)

/* Those that WHATWG takes for others. */
static uint16_t iso_8859_1_upper[128], iso_8859_9_upper[128];

/* What bytes are in other tables of the same name: older ones, RFC 2319's. */
static const struct {
	const char *label;
	uint16_t c;
	uint8_t byte;
} twins[] = {
	{ "macintosh", 0xA4, 0xDB }, { "ibm437", 0x3BC, 0xE6 },
	{ "koi8-u", 0x255D, 0xAE }, { "koi8-u", 0x256C, 0xBE },
};

static uint8_t byte_of[0x10000][N_READERS];

/* Blocks of all maps; the first is empty. */
static uint64_t has[LIMIT];
static unsigned first[LIMIT], n_blocks = 1;

/* The map that is being made. */
static uint16_t numbers[LIMIT];

static void
gen_fail(const char *what, const char *why)
{
	fprintf(stderr, "encode_table_gen: %s: %s\n", what, why);
	exit(1);
}

/* ---- printing */

static void
map_clear(void)
{
	for (size_t i = 0; i < LIMIT; i++)
		numbers[i] = NONE;
}

/* The number of the block, which is made; those before it have `from`. */
static unsigned
map_block(size_t block, unsigned from)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < BLOCK; i++)
		bits |= (uint64_t)(numbers[block * BLOCK + i] != NONE) << i;
	if (bits == 0)
		return 0;
	has[n_blocks] = bits;
	first[n_blocks] = from;
	return n_blocks++;
}

/* Print the way to the numbers; plane 2 follows on plane 0. */
static void
map_print(const char *name)
{
	size_t end = LIMIT, n = 0;

	printf("\nstatic const uint16_t encode_%s_numbers[] = {", name);
	while (end > 0 && numbers[end - 1] == NONE)
		end--;
	for (size_t i = 0; i < end; i++)
		if (numbers[i] != NONE)
			printf("%s%u,", n++ % 12 == 0 ? "\n\t" : "",
			    numbers[i]);
	printf("\n};\n\nstatic const uint16_t encode_%s_blocks[] = {", name);
	n = 0;
	for (size_t block = 0; block * BLOCK < end; block++) {
		printf("%s%u,", block % 16 == 0 ? "\n\t" : "",
		    map_block(block, (unsigned)n));
		for (size_t i = 0; i < BLOCK; i++)
			n += numbers[block * BLOCK + i] != NONE;
	}
	printf("\n};\n\nstatic const struct encode_map encode_map_%s = {\n"
	    "\tencode_%s_numbers, encode_%s_blocks, %zu\n};\n", name, name,
	    name, (end + BLOCK - 1) / BLOCK);
}

static void
blocks_print(void)
{
	printf("\nstatic const uint64_t encode_has[] = {");
	for (unsigned i = 0; i < n_blocks; i++)
		printf("%s0x%llX,", i % 4 == 0 ? "\n\t" : " ",
		    (unsigned long long)has[i]);
	printf("\n};\n\nstatic const uint16_t encode_first[] = {");
	for (unsigned i = 0; i < n_blocks; i++)
		printf("%s%u,", i % 12 == 0 ? "\n\t" : " ", first[i]);
	printf("\n};\n");
}

/* ---- indexes */

/* Where a character of plane 0 or 2 is in a map. */
static size_t
index_at(uint32_t c)
{
	return c < 0x10000 ? c : c - 0x10000;
}

/* The first pointer of each character, of those from `from` on. */
static void
index_print(const char *name, const uint16_t *index, size_t from, size_t n)
{
	map_clear();
	for (size_t i = from; i < n; i++)
		if (index[i] != 0 && numbers[index[i]] == NONE)
			numbers[index[i]] = (uint16_t)i;
	map_print(name);
}

/* Those before are found by halves; none of them is elsewhere. */
static void
gb18030_check(void)
{
	for (size_t i = 1; i < UG_N_GB18030; i++)
		for (size_t j = 0; j < N_GBK_3; j++)
			if (i < N_GBK_3 ? ug_gb18030[i] <= ug_gb18030[i - 1] :
			    ug_gb18030[i] == ug_gb18030[j])
				gen_fail("gb18030", "not in order");
}

/* 12.3.2: an IBM character is where IBM has it. */
static void
nec_ibm_print(void)
{
	printf("\nstatic const uint16_t encode_nec_ibm[ENCODE_N_NEC_IBM] = {");
	for (unsigned i = 0; i < N_NEC_IBM; i++) {
		const unsigned from = NEC_IBM + i;
		unsigned to = from + 1;

		if (ug_jis0208[from] == 0)
			to = from;
		while (to < UG_N_JIS0208 && (to < NEC_IBM + N_NEC_IBM ||
		    ug_jis0208[to] != ug_jis0208[from]) && to != from)
			to++;
		printf("%s%u,", i % 12 == 0 ? "\n\t" : " ",
		    to < UG_N_JIS0208 ? to : from);
	}
	printf("\n};\n");
}

/* These pointers stand for two characters. */
static bool
big5_is_pair(size_t pointer)
{
	return pointer == 1133 || pointer == 1135 || pointer == 1164 ||
	    pointer == 1166;
}

/* 5, "index Big5 pointer", and what only the HKSCS has. */
static void
big5_print(void)
{
	static const uint16_t last[] = { 0x2550, 0x255E, 0x2561, 0x256A,
		0x5341, 0x5345 };

	map_clear();
	for (size_t i = 0; i < UG_N_BIG5; i++) {
		const size_t pointer = (i + BIG5_ETEN) % UG_N_BIG5;
		const uint32_t plane2 =
		    ug_bytes_bit(ug_big5_plane2, pointer);
		const uint32_t c = ug_big5[pointer] | plane2 << 17;
		bool again = false;

		for (size_t j = 0; j < LEN(last); j++)
			again = again ||
			    (c == last[j] && pointer >= BIG5_ETEN);
		if (c != 0 && !big5_is_pair(pointer) &&
		    (numbers[index_at(c)] == NONE || again))
			numbers[index_at(c)] = (uint16_t)pointer;
	}
	map_print("big5");
}

/* ---- readers */

/* Latin-1 is Unicode's first 256; Latin-5 has six letters for others. */
static void
own_make(void)
{
	for (unsigned i = 0; i < 128; i++)
		iso_8859_1_upper[i] = (uint16_t)(0x80 + i);
	memcpy(iso_8859_9_upper, iso_8859_1_upper, sizeof(iso_8859_1_upper));
	memcpy(iso_8859_9_upper + 0x20, windows_1254_upper + 0x20,
	    sizeof(iso_8859_9_upper) - 0x20 * sizeof(*iso_8859_9_upper));
}

static void
own_print(const char *name, const uint16_t upper[128])
{
	printf("\nstatic const uint16_t encode_%s[128] = {", name);
	for (unsigned i = 0; i < 128; i++)
		printf("%s0x%04X,", i % 8 == 0 ? "\n\t" : " ", upper[i]);
	printf("\n};\n");
}

/* Bytes 80..FF of a reader. */
static const uint16_t *
reader_upper(const char *label)
{
	const struct ug_encoding *found;

	if (strcmp(label, "iso-8859-1") == 0)
		return iso_8859_1_upper;
	if (strcmp(label, "iso-8859-9") == 0)
		return iso_8859_9_upper;
	found = ug_encoding_by_label(label, strlen(label));
	if (found == NULL || strcmp(found->labels[0], label) != 0)
		gen_fail(label, "the list does not have it");
	return found->upper;
}

static void
reader_read(size_t i)
{
	const uint16_t *const upper = reader_upper(readers[i]);
	bool meant[128];

	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		const uint16_t c = upper[byte - 0x80];

		meant[byte - 0x80] = c != UG_UNDEFINED;
		if (c != UG_UNDEFINED && byte_of[c][i] == 0)
			byte_of[c][i] = (uint8_t)byte;
	}
	for (size_t j = 0; j < LEN(twins); j++)
		if (strcmp(twins[j].label, readers[i]) == 0)
			byte_of[twins[j].c][i] = twins[j].byte;
	for (unsigned byte = 0x80; byte < 0x100; byte++)
		if (!meant[byte - 0x80] && byte_of[byte][i] == 0)
			byte_of[byte][i] = (uint8_t)byte;
}

/* Print the numbers of readers in the list that is there. */
static void
readers_print(void)
{
	unsigned own = OWN;

	printf("\nstatic const uint8_t encode_order[%zu] = {", N_READERS);
	for (size_t i = 0; i < N_READERS; i++) {
		size_t at = 0;

		while (at < N_ENCODINGS &&
		    strcmp(encodings[at]->labels[0], readers[i]) != 0)
			at++;
		printf("%s%zu,", i % 16 == 0 ? "\n\t" : " ",
		    at < N_ENCODINGS ? at : own++);
	}
	printf("\n};\n");
}

static void
rows_print(void)
{
	uint16_t n = 0;

	map_clear();
	printf("\nstatic const uint8_t encode_bytes[][ENCODE_N_READERS] = {\n");
	for (uint32_t c = 0x80; c < 0x10000; c++) {
		bool any = false;

		for (size_t i = 0; i < N_READERS; i++)
			any = any || byte_of[c][i] != 0;
		if (!any)
			continue;
		numbers[c] = n++;
		printf("\t{");
		for (size_t i = 0; i < N_READERS; i++)
			printf("%s%u,", i % 20 == 0 ? "\n\t\t" : "",
			    byte_of[c][i]);
		printf("\n\t},\n");
	}
	printf("};\n");
	map_print("readers");
}

int
main(void)
{
	own_make();
	for (size_t i = 0; i < N_READERS; i++)
		reader_read(i);
	printf("/*\n * Generated by encode_table_gen.c from the tables of the "
	    "decoders.\n */\n/* clang-format off */\n\n");
	printf("#define ENCODE_BLOCK     %d\n#define ENCODE_N_READERS %zu\n",
	    BLOCK, N_READERS);
	printf("#define ENCODE_OWN       0x%X\n#define ENCODE_NEC_IBM   %d\n"
	    "#define ENCODE_N_NEC_IBM %d\n", OWN, NEC_IBM, N_NEC_IBM);
	printf("#define ENCODE_N_RANGES  %zu\n", LEN(ug_gb18030_ranges));
	printf("#define ENCODE_N_GBK_3   %d\n", N_GBK_3);
	printf("\nstruct encode_map {\n\tconst uint16_t *numbers, *blocks;\n"
	    "\tsize_t n;\n};\n");
	index_print("jis0208", ug_jis0208, 0, UG_N_JIS0208);
	nec_ibm_print();
	index_print("jis0212", ug_jis0212, 0, UG_N_JIS0212);
	index_print("euc_kr", ug_euc_kr, 0, UG_N_EUC_KR);
	gb18030_check();
	index_print("gb18030", ug_gb18030, N_GBK_3, UG_N_GB18030);
	big5_print();
	readers_print();
	own_print("iso_8859_1", iso_8859_1_upper);
	own_print("iso_8859_9", iso_8859_9_upper);
	rows_print();
	blocks_print();
	return ferror(stdout) || fflush(stdout) == EOF;
}
