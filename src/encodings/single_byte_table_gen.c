/*
 * single_byte_table_gen.c - print single_byte_table.h
 *
 * For each single-byte encoding: what bytes 80..FF stand for, and bytes 00..7F
 * where they are no ASCII.  ICU's tables are the start; gen_fixes lead from
 * there to the WHATWG Encoding Standard's index (2024-09-18) for what that has,
 * to the tables of Unicode's VENDORS collection for the others:
 *
 *	windows-1255 byte CA: ICU undefined, WHATWG U+05BA
 *
 * What ICU lacks, and HP's Roman-8 as RFC 1345 has it, comes from the C
 * library's iconv(3), which is GNU's: others may have none of it, or call it
 * otherwise.
 *
 * Of the DOS code pages only the upper half is theirs; the lower is ASCII.
 */
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucnv.h>

#include "encodings.h"

/* A character that the source has otherwise; UG_UNDEFINED takes it away. */
struct gen_fix {
	const char *table;
	unsigned byte;
	uint16_t c;
};

struct gen_row {
	const char *table, *source;
};

/* clang-format off */
static const struct gen_fix gen_fixes[] = {
	{ "iso_8859_16", 0xA1, 0x0104 },
	{ "iso_8859_16", 0xA2, 0x0105 },
	{ "iso_8859_16", 0xA3, 0x0141 },
	{ "iso_8859_16", 0xA4, 0x20AC },
	{ "iso_8859_16", 0xA5, 0x201E },
	{ "iso_8859_16", 0xA6, 0x0160 },
	{ "iso_8859_16", 0xA8, 0x0161 },
	{ "iso_8859_16", 0xAA, 0x0218 },
	{ "iso_8859_16", 0xAC, 0x0179 },
	{ "iso_8859_16", 0xAE, 0x017A },
	{ "iso_8859_16", 0xAF, 0x017B },
	{ "iso_8859_16", 0xB2, 0x010C },
	{ "iso_8859_16", 0xB3, 0x0142 },
	{ "iso_8859_16", 0xB4, 0x017D },
	{ "iso_8859_16", 0xB5, 0x201D },
	{ "iso_8859_16", 0xB8, 0x017E },
	{ "iso_8859_16", 0xB9, 0x010D },
	{ "iso_8859_16", 0xBA, 0x0219 },
	{ "iso_8859_16", 0xBC, 0x0152 },
	{ "iso_8859_16", 0xBD, 0x0153 },
	{ "iso_8859_16", 0xBE, 0x0178 },
	{ "iso_8859_16", 0xBF, 0x017C },
	{ "iso_8859_16", 0xC3, 0x0102 },
	{ "iso_8859_16", 0xC5, 0x0106 },
	{ "iso_8859_16", 0xD0, 0x0110 },
	{ "iso_8859_16", 0xD1, 0x0143 },
	{ "iso_8859_16", 0xD5, 0x0150 },
	{ "iso_8859_16", 0xD7, 0x015A },
	{ "iso_8859_16", 0xD8, 0x0170 },
	{ "iso_8859_16", 0xDD, 0x0118 },
	{ "iso_8859_16", 0xDE, 0x021A },
	{ "iso_8859_16", 0xE3, 0x0103 },
	{ "iso_8859_16", 0xE5, 0x0107 },
	{ "iso_8859_16", 0xF0, 0x0111 },
	{ "iso_8859_16", 0xF1, 0x0144 },
	{ "iso_8859_16", 0xF5, 0x0151 },
	{ "iso_8859_16", 0xF7, 0x015B },
	{ "iso_8859_16", 0xF8, 0x0171 },
	{ "iso_8859_16", 0xFD, 0x0119 },
	{ "iso_8859_16", 0xFE, 0x021B },
	{ "koi8_u", 0xAE, 0x045E },
	{ "koi8_u", 0xBE, 0x040E },
	{ "windows_1253", 0xAA, UG_UNDEFINED },
	{ "windows_1255", 0xCA, 0x05BA },
	{ "cp437", 0xE6, 0x00B5 },
	{ "cp852", 0xAA, 0x00AC },
	{ "cp860", 0xE6, 0x00B5 },
	{ "cp861", 0xE6, 0x00B5 },
	{ "cp862", 0xE6, 0x00B5 },
	{ "cp863", 0xE6, 0x00B5 },
	{ "cp864", 0x9F, UG_UNDEFINED },
	{ "cp864", 0xD7, 0xFEC1 },
	{ "cp864", 0xD8, 0xFEC5 },
	{ "cp864", 0xF1, 0x0651 },
	{ "cp865", 0xE6, 0x00B5 },
	{ "cp869", 0x88, 0x00B7 },
	{ "cp869", 0xEF, 0x0384 },
	{ "cp1125", 0xFA, 0x00B7 },
	{ "cp1125", 0xFB, 0x221A },
	{ "mac_croatian", 0xA9, 0x0160 },
	{ "mac_croatian", 0xAE, 0x017D },
	{ "mac_croatian", 0xB4, 0x2206 },
	{ "mac_croatian", 0xB9, 0x0161 },
	{ "mac_croatian", 0xBE, 0x017E },
	{ "mac_croatian", 0xC6, 0x0106 },
	{ "mac_croatian", 0xC8, 0x010C },
	{ "mac_croatian", 0xD0, 0x0110 },
	{ "mac_croatian", 0xD8, 0xF8FF },
	{ "mac_croatian", 0xD9, 0x00A9 },
	{ "mac_croatian", 0xDE, 0x00C6 },
	{ "mac_croatian", 0xDF, 0x00BB },
	{ "mac_croatian", 0xE0, 0x2013 },
	{ "mac_croatian", 0xE6, 0x0107 },
	{ "mac_croatian", 0xE8, 0x010D },
	{ "mac_croatian", 0xF0, 0x0111 },
	{ "mac_croatian", 0xF9, 0x03C0 },
	{ "mac_croatian", 0xFA, 0x00CB },
	{ "mac_croatian", 0xFD, 0x00CA },
	{ "mac_croatian", 0xFE, 0x00E6 },
	{ "mac_romanian", 0xAE, 0x0102 },
	{ "mac_romanian", 0xAF, 0x0218 },
	{ "mac_romanian", 0xBE, 0x0103 },
	{ "mac_romanian", 0xBF, 0x0219 },
	{ "mac_romanian", 0xDE, 0x021A },
	{ "mac_romanian", 0xDF, 0x021B },
	{ "mac_iceland", 0xA0, 0x00DD },
	{ "mac_iceland", 0xDC, 0x00D0 },
	{ "mac_iceland", 0xDD, 0x00F0 },
	{ "mac_iceland", 0xDE, 0x00DE },
	{ "mac_iceland", 0xDF, 0x00FE },
	{ "mac_iceland", 0xE0, 0x00FD },
	{ "cp856", 0xEE, 0x00AF },
	{ "cp856", 0xFA, 0x00B7 },
	{ "ebcdic_424", 0xB3, 0x00B7 },
	{ "ebcdic_424", 0xBC, 0x00AF },
	{ "ebcdic_1026", 0x9A, 0x00AA },
};

static const struct gen_row gen_rows[] = {
#define SINGLE(storage, id, name, table, source, ...) { #table, source },
#define SINGLE_WHOLE(id, name, table, source, ...)    { #table, source },
#define MULTI(id, ...)
#define STATEFUL(id, ...)
#define OTHER(id, ...)
#include "encodings_rows.h"
};
/* clang-format on */

static void
gen_fail(const char *what, const char *why)
{
	fprintf(stderr, "single_byte_table_gen: %s: %s\n", what, why);
	exit(1);
}

/* What a byte stands for in the C library's encoding `name`. */
static uint16_t
gen_iconv(const char *name, unsigned byte)
{
	const iconv_t cd = iconv_open("UTF-16BE", name);
	char in[1] = { (char)(unsigned char)byte };
	unsigned char out[8];
	char *from = in, *to = (char *)out;
	size_t n_in = 1, n_out = sizeof(out);
	bool good;

	if (cd == (iconv_t)-1)
		gen_fail(name, "the C library does not know it");
	/* The second call writes what waits for a combining mark. */
	good = iconv(cd, &from, &n_in, &to, &n_out) != (size_t)-1 &&
	    iconv(cd, NULL, NULL, &to, &n_out) != (size_t)-1;
	iconv_close(cd);
	if (good && n_out != sizeof(out) - 2)
		gen_fail(name, "not a single-byte encoding");
	return good ? (uint16_t)(out[0] << 8 | out[1]) : UG_UNDEFINED;
}

/* What a byte stands for in the encoding of an ICU converter. */
static uint16_t
gen_icu(UConverter *converter, unsigned byte)
{
	const char in = (char)(unsigned char)byte;
	UErrorCode status = U_ZERO_ERROR;
	UChar to[4] = { 0 };

	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL,
	    NULL, &status);

	const int32_t n = ucnv_toUChars(converter, to, 4, &in, 1, &status);

	if (status == U_INVALID_CHAR_FOUND || status == U_ILLEGAL_CHAR_FOUND)
		return UG_UNDEFINED;
	if (U_FAILURE(status) || n != 1)
		gen_fail(ucnv_getName(converter, &status), "not single-byte");
	return to[0];
}

static void
gen_read(const struct gen_row *row, uint16_t table[256])
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = NULL;

	if (row->source != NULL && strncmp(row->source, "iconv:", 6) != 0) {
		converter = ucnv_open(row->source, &status);
		if (U_FAILURE(status))
			gen_fail(row->source, u_errorName(status));
	}
	for (unsigned byte = 0; byte < 256; byte++) {
		if (converter != NULL)
			table[byte] = gen_icu(converter, byte);
		else if (row->source != NULL)
			table[byte] = gen_iconv(row->source + 6, byte);
		else /* x-user-defined: WHATWG Encoding Standard, 14.5.1 */
			table[byte] = (uint16_t)(byte < 0x80 ? byte :
			    0xF700 + byte);
	}
	ucnv_close(converter);
	for (size_t i = 0; i < sizeof(gen_fixes) / sizeof(*gen_fixes); i++)
		if (strcmp(gen_fixes[i].table, row->table) == 0)
			table[gen_fixes[i].byte] = gen_fixes[i].c;
}

/*
 * Whether bytes 00..7F are no ASCII: EBCDIC, or letters among the controls.
 * What the DOS code pages and RFC 1345 change there is left aside.
 */
static bool
gen_has_lower(const uint16_t table[256])
{
	for (unsigned byte = 0; byte < 0x20; byte++)
		if (table[byte] >= 0xA0 && table[byte] != UG_UNDEFINED)
			return true;
	return table['A'] != 'A';
}

static void
gen_print_half(const char *name, const char *half, const uint16_t *table,
    unsigned from)
{
	printf("\nstatic const uint16_t %s_%s[128] = {\n", name, half);
	for (unsigned i = 0; i < 128; i++) {
		if (i % 8 == 0)
			printf("\t/* %02X */ ", from + i);
		printf("0x%04X,%c", table[from + i], i % 8 == 7 ? '\n' : ' ');
	}
	printf("};\n");
}

static void
gen_print(const struct gen_row *row)
{
	uint16_t table[256];

	gen_read(row, table);
	if (gen_has_lower(table))
		gen_print_half(row->table, "lower", table, 0);
	gen_print_half(row->table, "upper", table, 0x80);
}

/* Whether row i has the table of one before it. */
static bool
gen_printed(size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(gen_rows[j].table, gen_rows[i].table) == 0)
			return true;
	return false;
}

int
main(void)
{
	printf("/* Printed by single_byte_table_gen.c from ICU %s and the "
	    "C library. */\n", U_ICU_VERSION);
	printf("/* clang-format off */\n");
	for (size_t i = 0; i < sizeof(gen_rows) / sizeof(*gen_rows); i++)
		if (!gen_printed(i))
			gen_print(&gen_rows[i]);
	if (fflush(stdout) != 0 || ferror(stdout))
		gen_fail("stdout", "cannot write");
	return 0;
}
