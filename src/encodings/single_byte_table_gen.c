/*
 * single_byte_table_gen.c - print single_byte_table.h
 *
 * For each single-byte encoding: what bytes 80..FF stand for.  ICU's tables are
 * the start; `fixes` lead from there to the WHATWG Encoding Standard's index
 * (2024-09-18) for what that has, to the tables of Unicode's VENDORS collection
 * for the others:
 *
 *	windows-1255 byte CA: ICU undefined, WHATWG U+05BA
 *
 * Of the DOS code pages only the upper half is theirs; the lower is ASCII.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unicode/ucnv.h>

#include "encodings.h"

struct gen_fix {
	unsigned byte;
	uint16_t c; /* UG_UNDEFINED takes away */
};

struct gen_row {
	const char *name; /* of the tables, as C writes it */
	const char *icu;  /* the converter to start from; NULL: nothing */
	const struct gen_fix *fixes; /* byte 0 ends them */
};

/* clang-format off */
static const struct gen_fix gen_none[] = { { 0, 0 } };

static const struct gen_fix gen_micro[] = { { 0xE6, 0x00B5 }, { 0, 0 } };

static const struct gen_fix gen_cp852[] = { { 0xAA, 0x00AC }, { 0, 0 } };

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

static const struct gen_fix gen_koi8_t[] = {
	{ 0x80, 0x049B }, { 0x81, 0x0493 }, { 0x82, 0x201A },
	{ 0x83, 0x0492 }, { 0x84, 0x201E }, { 0x85, 0x2026 },
	{ 0x86, 0x2020 }, { 0x87, 0x2021 }, { 0x88, UG_UNDEFINED },
	{ 0x89, 0x2030 }, { 0x8A, 0x04B3 }, { 0x8B, 0x2039 },
	{ 0x8C, 0x04B2 }, { 0x8D, 0x04B7 }, { 0x8E, 0x04B6 },
	{ 0x8F, UG_UNDEFINED }, { 0x90, 0x049A }, { 0x91, 0x2018 },
	{ 0x92, 0x2019 }, { 0x93, 0x201C }, { 0x94, 0x201D },
	{ 0x95, 0x2022 }, { 0x96, 0x2013 }, { 0x97, 0x2014 },
	{ 0x98, UG_UNDEFINED }, { 0x99, 0x2122 }, { 0x9A, UG_UNDEFINED },
	{ 0x9B, 0x203A }, { 0x9C, UG_UNDEFINED }, { 0x9D, UG_UNDEFINED },
	{ 0x9E, UG_UNDEFINED }, { 0x9F, UG_UNDEFINED },
	{ 0xA0, UG_UNDEFINED }, { 0xA1, 0x04EF }, { 0xA2, 0x04EE },
	{ 0xA4, 0x00A4 }, { 0xA5, 0x04E3 }, { 0xA6, 0x00A6 },
	{ 0xA7, 0x00A7 }, { 0xA8, UG_UNDEFINED }, { 0xA9, UG_UNDEFINED },
	{ 0xAA, UG_UNDEFINED }, { 0xAB, 0x00AB }, { 0xAC, 0x00AC },
	{ 0xAD, 0x00AD }, { 0xAE, 0x00AE }, { 0xAF, UG_UNDEFINED },
	{ 0xB0, 0x00B0 }, { 0xB1, 0x00B1 }, { 0xB2, 0x00B2 },
	{ 0xB4, UG_UNDEFINED }, { 0xB5, 0x04E2 }, { 0xB6, 0x00B6 },
	{ 0xB7, 0x00B7 }, { 0xB8, UG_UNDEFINED }, { 0xB9, 0x2116 },
	{ 0xBA, UG_UNDEFINED }, { 0xBB, 0x00BB }, { 0xBC, UG_UNDEFINED },
	{ 0xBD, UG_UNDEFINED }, { 0xBE, UG_UNDEFINED }, { 0, 0 } };

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
	{ "koi8_t", "koi8-r", gen_koi8_t },
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
};
/* clang-format on */

static void
gen_fail(const char *what, const char *why)
{
	fprintf(stderr, "single_byte_table_gen: %s: %s\n", what, why);
	exit(1);
}

static void
gen_read(const struct gen_row *row, uint16_t upper[128])
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = NULL;

	if (row->icu != NULL) {
		converter = ucnv_open(row->icu, &status);
		if (U_FAILURE(status))
			gen_fail(row->icu, u_errorName(status));
	}
	for (unsigned i = 0; i < 128; i++) {
		const char byte = (char)(unsigned char)(0x80 + i);
		UChar to[4] = { 0 };

		/* x-user-defined: WHATWG Encoding Standard, 14.5.1. */
		upper[i] = (uint16_t)(0xF780 + i);
		if (converter == NULL)
			continue;
		status = U_ZERO_ERROR;
		const int32_t n = ucnv_toUChars(converter, to, 4, &byte, 1,
		    &status);

		if (U_FAILURE(status) || n != 1)
			gen_fail(row->icu, "not a single-byte encoding");
		upper[i] = to[0] == 0xFFFD || to[0] == 0x1A ? UG_UNDEFINED :
		    to[0];
	}
	ucnv_close(converter);
	for (const struct gen_fix *fix = row->fixes; fix->byte != 0; fix++)
		upper[fix->byte - 0x80] = fix->c;
}

static void
gen_print(const struct gen_row *row)
{
	uint16_t upper[128];

	gen_read(row, upper);
	printf("\nstatic const uint16_t %s_upper[128] = {\n", row->name);
	for (unsigned i = 0; i < 128; i++) {
		if (i % 8 == 0)
			printf("\t/* %02X */ ", 0x80 + i);
		printf("0x%04X,%c", upper[i], i % 8 == 7 ? '\n' : ' ');
	}
	printf("};\n");
}

int
main(void)
{
	printf("/* Printed by single_byte_table_gen.c from ICU %s. */\n",
	    U_ICU_VERSION);
	printf("/* clang-format off */\n");
	for (size_t i = 0; i < sizeof(gen_rows) / sizeof(*gen_rows); i++)
		gen_print(&gen_rows[i]);
	if (fflush(stdout) != 0 || ferror(stdout))
		gen_fail("stdout", "cannot write");
	return 0;
}
