/*
 * single_byte_table_gen.c - print single_byte_table.h
 *
 * For each single-byte encoding: what bytes 80..FF stand for, and bytes 00..7F
 * where they are no ASCII.  ICU's tables are the start; `fixes` lead from there
 * to the WHATWG Encoding Standard's index (2024-09-18) for what that has, to
 * the tables of Unicode's VENDORS collection for the others:
 *
 *	windows-1255 byte CA: ICU undefined, WHATWG U+05BA
 *
 * What ICU lacks, and HP's Roman-8 as RFC 1345 has it, comes from the C library's iconv(3), which is GNU's: others
 * may have none of it, or call it otherwise.
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

struct gen_fix {
	unsigned byte;
	uint16_t c; /* UG_UNDEFINED takes away */
};

struct gen_row {
	const char *name; /* of the tables, as C writes it */
	const char *from; /* ICU's converter, or iconv: and the C library's */
	const struct gen_fix *fixes; /* byte 0 ends them */
};

/* clang-format off */
static const struct gen_fix gen_none[] = { { 0, 0 } };

static const struct gen_fix gen_micro[] = { { 0xE6, 0x00B5 }, { 0, 0 } };

static const struct gen_fix gen_cp852[] = { { 0xAA, 0x00AC }, { 0, 0 } };

static const struct gen_fix gen_cp856[] = {
	{ 0xEE, 0x00AF }, { 0xFA, 0x00B7 }, { 0, 0 } };

static const struct gen_fix gen_cp864[] = {
	{ 0x9F, UG_UNDEFINED }, { 0xD7, 0xFEC1 }, { 0xD8, 0xFEC5 },
	{ 0xF1, 0x0651 }, { 0, 0 } };

static const struct gen_fix gen_cp869[] = {
	{ 0x88, 0x00B7 }, { 0xEF, 0x0384 }, { 0, 0 } };

static const struct gen_fix gen_cp1125[] = {
	{ 0xFA, 0x00B7 }, { 0xFB, 0x221A }, { 0, 0 } };

static const struct gen_fix gen_koi8_u[] = {
	{ 0xAE, 0x045E }, { 0xBE, 0x040E }, { 0, 0 } };

static const struct gen_fix gen_windows_1253[] = {
	{ 0xAA, UG_UNDEFINED }, { 0, 0 } };

static const struct gen_fix gen_windows_1255[] = {
	{ 0xCA, 0x05BA }, { 0, 0 } };

static const struct gen_fix gen_iso_8859_16[] = {
	{ 0xA1, 0x0104 }, { 0xA2, 0x0105 }, { 0xA3, 0x0141 },
	{ 0xA4, 0x20AC }, { 0xA5, 0x201E }, { 0xA6, 0x0160 },
	{ 0xA8, 0x0161 }, { 0xAA, 0x0218 }, { 0xAC, 0x0179 },
	{ 0xAE, 0x017A }, { 0xAF, 0x017B }, { 0xB2, 0x010C },
	{ 0xB3, 0x0142 }, { 0xB4, 0x017D }, { 0xB5, 0x201D },
	{ 0xB8, 0x017E }, { 0xB9, 0x010D }, { 0xBA, 0x0219 },
	{ 0xBC, 0x0152 }, { 0xBD, 0x0153 }, { 0xBE, 0x0178 },
	{ 0xBF, 0x017C }, { 0xC3, 0x0102 }, { 0xC5, 0x0106 },
	{ 0xD0, 0x0110 }, { 0xD1, 0x0143 }, { 0xD5, 0x0150 },
	{ 0xD7, 0x015A }, { 0xD8, 0x0170 }, { 0xDD, 0x0118 },
	{ 0xDE, 0x021A }, { 0xE3, 0x0103 }, { 0xE5, 0x0107 },
	{ 0xF0, 0x0111 }, { 0xF1, 0x0144 }, { 0xF5, 0x0151 },
	{ 0xF7, 0x015B }, { 0xF8, 0x0171 }, { 0xFD, 0x0119 },
	{ 0xFE, 0x021B }, { 0, 0 } };

static const struct gen_fix gen_mac_croatian[] = {
	{ 0xA9, 0x0160 }, { 0xAE, 0x017D }, { 0xB4, 0x2206 },
	{ 0xB9, 0x0161 }, { 0xBE, 0x017E }, { 0xC6, 0x0106 },
	{ 0xC8, 0x010C }, { 0xD0, 0x0110 }, { 0xD8, 0xF8FF },
	{ 0xD9, 0x00A9 }, { 0xDE, 0x00C6 }, { 0xDF, 0x00BB },
	{ 0xE0, 0x2013 }, { 0xE6, 0x0107 }, { 0xE8, 0x010D },
	{ 0xF0, 0x0111 }, { 0xF9, 0x03C0 }, { 0xFA, 0x00CB },
	{ 0xFD, 0x00CA }, { 0xFE, 0x00E6 }, { 0, 0 } };

static const struct gen_fix gen_mac_romanian[] = {
	{ 0xAE, 0x0102 }, { 0xAF, 0x0218 }, { 0xBE, 0x0103 },
	{ 0xBF, 0x0219 }, { 0xDE, 0x021A }, { 0xDF, 0x021B }, { 0, 0 } };

static const struct gen_fix gen_mac_iceland[] = {
	{ 0xA0, 0x00DD }, { 0xDC, 0x00D0 }, { 0xDD, 0x00F0 },
	{ 0xDE, 0x00DE }, { 0xDF, 0x00FE }, { 0xE0, 0x00FD }, { 0, 0 } };

static const struct gen_fix gen_cp424[] = {
	{ 0xB3, 0x00B7 }, { 0xBC, 0x00AF }, { 0, 0 } };

static const struct gen_fix gen_cp1026[] = { { 0x9A, 0x00AA }, { 0, 0 } };

static const struct gen_row gen_rows[] = {
	{ "ibm866", "ibm-866", gen_none },
	{ "iso_8859_2", "iso-8859-2", gen_none },
	{ "iso_8859_3", "iso-8859-3", gen_none },
	{ "iso_8859_4", "iso-8859-4", gen_none },
	{ "iso_8859_5", "iso-8859-5", gen_none },
	{ "iso_8859_6", "iso-8859-6", gen_none },
	{ "iso_8859_7", "iso-8859-7", gen_none },
	{ "iso_8859_8", "iso-8859-8", gen_none },
	{ "iso_8859_10", "iso-8859-10", gen_none },
	{ "iso_8859_13", "iso-8859-13", gen_none },
	{ "iso_8859_14", "iso-8859-14", gen_none },
	{ "iso_8859_15", "iso-8859-15", gen_none },
	{ "iso_8859_16", "iso-8859-1", gen_iso_8859_16 },
	{ "koi8_r", "koi8-r", gen_none },
	{ "koi8_u", "koi8-u", gen_koi8_u },
	{ "macintosh", "macos-0_2-10.2", gen_none },
	{ "windows_874", "ibm-1162", gen_none },
	{ "windows_1250", "windows-1250", gen_none },
	{ "windows_1251", "windows-1251", gen_none },
	{ "windows_1252", "windows-1252", gen_none },
	{ "windows_1253", "windows-1253", gen_windows_1253 },
	{ "windows_1254", "windows-1254", gen_none },
	{ "windows_1255", "windows-1255", gen_windows_1255 },
	{ "windows_1256", "windows-1256", gen_none },
	{ "windows_1257", "windows-1257", gen_none },
	{ "windows_1258", "windows-1258", gen_none },
	{ "x_mac_cyrillic", "macos-7_3-10.2", gen_none },
	{ "x_user_defined", NULL, gen_none },
	{ "cp437", "ibm-437", gen_micro },
	{ "cp720", "ibm-720", gen_none },
	{ "cp737", "ibm-737", gen_none },
	{ "cp775", "ibm-775", gen_none },
	{ "cp850", "ibm-850", gen_none },
	{ "cp852", "ibm-852", gen_cp852 },
	{ "cp855", "ibm-855", gen_none },
	{ "cp857", "ibm-857", gen_none },
	{ "cp858", "ibm-858", gen_none },
	{ "cp860", "ibm-860", gen_micro },
	{ "cp861", "ibm-861", gen_micro },
	{ "cp862", "ibm-862", gen_micro },
	{ "cp863", "ibm-863", gen_micro },
	{ "cp864", "ibm-864", gen_cp864 },
	{ "cp865", "ibm-865", gen_micro },
	{ "cp869", "ibm-869", gen_cp869 },
	{ "cp1125", "ibm-1125", gen_cp1125 },
	{ "mac_centraleurope", "macos-29-10.2", gen_none },
	{ "mac_greek", "macos-6_2-10.4", gen_none },
	{ "mac_turkish", "macos-35-10.2", gen_none },
	{ "mac_croatian", "macos-0_2-10.2", gen_mac_croatian },
	{ "mac_romanian", "macos-0_2-10.2", gen_mac_romanian },
	{ "mac_iceland", "macos-0_2-10.2", gen_mac_iceland },
	{ "cp856", "ibm-856", gen_cp856 },
	{ "ebcdic_037", "ibm-37", gen_none },
	{ "ebcdic_273", "ibm-273", gen_none },
	{ "ebcdic_277", "ibm-277", gen_none },
	{ "ebcdic_278", "ibm-278", gen_none },
	{ "ebcdic_280", "ibm-280", gen_none },
	{ "ebcdic_284", "ibm-284", gen_none },
	{ "ebcdic_285", "ibm-285", gen_none },
	{ "ebcdic_297", "ibm-297", gen_none },
	{ "ebcdic_420", "ibm-420", gen_none },
	{ "ebcdic_424", "ibm-424", gen_cp424 },
	{ "ebcdic_500", "ibm-500", gen_none },
	{ "ebcdic_871", "ibm-871", gen_none },
	{ "ebcdic_875", "ibm-875", gen_none },
	{ "ebcdic_1026", "ibm-1026", gen_cp1026 },
	{ "ebcdic_1047", "ibm-1047", gen_none },
	{ "ebcdic_1140", "ibm-1140", gen_none },
	{ "ebcdic_1141", "ibm-1141", gen_none },
	{ "ebcdic_1142", "ibm-1142", gen_none },
	{ "ebcdic_1143", "ibm-1143", gen_none },
	{ "ebcdic_1144", "ibm-1144", gen_none },
	{ "ebcdic_1145", "ibm-1145", gen_none },
	{ "ebcdic_1146", "ibm-1146", gen_none },
	{ "ebcdic_1147", "ibm-1147", gen_none },
	{ "ebcdic_1148", "ibm-1148", gen_none },
	{ "ebcdic_1149", "ibm-1149", gen_none },
	{ "hp_roman8", "iconv:HP-ROMAN8", gen_none },
	{ "koi8_t", "iconv:KOI8-T", gen_none },
	{ "kz_1048", "iconv:RK1048", gen_none },
	{ "ptcp154", "iconv:PT154", gen_none },
	{ "viscii", "iconv:VISCII", gen_none },
	{ "tcvn", "iconv:TCVN", gen_none },
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

	if (row->from != NULL && strncmp(row->from, "iconv:", 6) != 0) {
		converter = ucnv_open(row->from, &status);
		if (U_FAILURE(status))
			gen_fail(row->from, u_errorName(status));
	}
	for (unsigned byte = 0; byte < 256; byte++) {
		if (converter != NULL)
			table[byte] = gen_icu(converter, byte);
		else if (row->from != NULL)
			table[byte] = gen_iconv(row->from + 6, byte);
		else /* x-user-defined: WHATWG Encoding Standard, 14.5.1 */
			table[byte] = (uint16_t)(byte < 0x80 ? byte :
			    0xF700 + byte);
	}
	ucnv_close(converter);
	for (const struct gen_fix *fix = row->fixes; fix->byte != 0; fix++)
		table[fix->byte] = fix->c;
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
		gen_print_half(row->name, "lower", table, 0);
	gen_print_half(row->name, "upper", table, 0x80);
}

int
main(void)
{
	printf("/* Printed by single_byte_table_gen.c from ICU %s and the C library. */\n",
	    U_ICU_VERSION);
	printf("/* clang-format off */\n");
	for (size_t i = 0; i < sizeof(gen_rows) / sizeof(*gen_rows); i++)
		gen_print(&gen_rows[i]);
	if (fflush(stdout) != 0 || ferror(stdout))
		gen_fail("stdout", "cannot write");
	return 0;
}
