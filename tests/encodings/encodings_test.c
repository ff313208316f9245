/*
 * encodings_test.c - labels find encodings; bytes stand for characters
 */
#include "check.h"
#include "encodings/encodings.h"

static const struct {
	const char *label, *name; /* name NULL: there is none */
} label_rows[] = {
	{ "utf-8", "UTF-8" },
	{ " \t\n\f\rUTF8\r\n", "UTF-8" },
	{ "Latin1", "windows-1252" },
	{ "iso-8859-1", "windows-1252" },
	{ "US-ASCII", "windows-1252" },
	{ "ISO-8859-9", "windows-1254" },
	{ "iso-8859-11", "windows-874" },
	{ "tis-620", "windows-874" },
	{ "logical", "ISO-8859-8-I" },
	{ "visual", "ISO-8859-8" },
	{ "koi8-ru", "KOI8-U" },
	{ "x-mac-roman", "macintosh" },
	{ "gb2312", "GBK" },
	{ "big5-hkscs", "Big5" },
	{ "ks_c_5601-1987", "EUC-KR" },
	{ "windows-31j", "Shift_JIS" },
	{ "utf-16", "UTF-16LE" },
	{ "unicodefffe", "UTF-16BE" },
	{ "utf-32", "UTF-32LE" },
	{ "cp437", "IBM437" },
	{ "850", "IBM850" },
	{ "georgian-ps", "GEORGIAN-PS" },
	{ "hz-gb-2312", "HZ-GB-2312" },
	{ "mac-iceland", "x-mac-iceland" },
	{ "x-mac-croatian", "mac-croatian" },
	{ "cp874", "windows-874" },
	{ "cp037", "IBM037" },
	{ "ebcdic-cp-be", "IBM500" },
	{ "ibm-1047", "IBM1047" },
	{ "cp1140", "IBM01140" },
	{ "ebcdic-us-37+euro", "IBM01140" },
	{ "875", "cp875" },
	{ "cp856", "cp856" },
	{ "roman8", "hp-roman8" },
	{ "rk1048", "KZ-1048" },
	{ "STRK1048-2002", "KZ-1048" },
	{ "csPTCP154", "PTCP154" },
	{ "csviscii", "VISCII" },
	{ "TCVN5712-1:1993", "TCVN" },
	{ "cp1361", "Johab" },
	{ "utf7", "UTF-7" },
	{ "csCESU-8", "CESU-8" },
	{ "iso-2022-jp-2", "ISO-2022-JP" },
	{ "EUC_JP", "EUC-JP" },
	{ "iso8859_2", "ISO-8859-2" },
	{ "windows_1251", "windows-1251" },
	{ "utf-8_sig", "UTF-8" },
	{ "ibm_", NULL },
	{ "ks-c_5601-1987", NULL },
	{ "latin10", "ISO-8859-16" },
	{ "", NULL },
	{ " ", NULL },
	{ "utf-", NULL },
	{ "utf-88", NULL },
	{ "utf\v8", NULL },
	{ "binary", NULL },
	{ "replacement", NULL },
};

static void
test_labels(void)
{
	const size_t n = sizeof(label_rows) / sizeof(*label_rows);

	for (size_t i = 0; i < n; i++) {
		const char *const label = label_rows[i].label;
		const char *const name = label_rows[i].name;
		const struct ug_encoding *const found =
		    ug_encoding_by_label(label, strlen(label));

		CHECK(label, name == NULL ? found == NULL :
		    found != NULL && strcmp(found->name, name) == 0);
	}
	CHECK("NUL is no part of a label",
	    ug_encoding_by_label("utf-8\0", 6) == NULL);
}

static bool
is_name_of_label(const char *name, const char *label)
{
	for (; *name != '\0' || *label != '\0'; name++, label++) {
		const char lower = *name >= 'A' && *name <= 'Z' ?
		    (char)(*name - 'A' + 'a') : *name;

		if (lower != *label)
			return false;
	}
	return true;
}

/* Every encoding: its labels are its own, its parts fit its kind. */
static void
test_list(void)
{
	const struct ug_encoding *encoding;
	size_t n = 0, n_labels = 0;

	for (; (encoding = ug_encoding_at(n)) != NULL; n++) {
		const char *const name = encoding->name;

		CHECK(name, is_name_of_label(name, encoding->labels[0]));
		CHECK(name, strncmp(encoding->rule, "decode/", 7) == 0 &&
		    strcmp(encoding->rule + 7, encoding->labels[0]) == 0);
		for (size_t j = 0; encoding->labels[j] != NULL; j++) {
			const char *const label = encoding->labels[j];

			n_labels++;
			CHECK(label, encoding ==
			    ug_encoding_by_label(label, strlen(label)));
		}
		CHECK(name, (encoding->kind == UG_SINGLE_BYTE) ==
		    (encoding->upper != NULL));
		CHECK(name, (encoding->kind == UG_MULTI_BYTE ||
		    encoding->kind == UG_STATEFUL) ==
		    (encoding->converter != NULL ||
		    encoding->decoder != UG_CONVERTER));
	}
	CHECK("list", n == 105 && n_labels > 400);
	CHECK("list ends", ug_encoding_at(n + 1) == NULL);
	CHECK("UTF-8 is first", ug_encoding_at(0) == &ug_utf8);
}

/*
 * Bytes 80..FF stand for characters beyond ASCII or for nothing; where bytes
 * below have a table, each character of ASCII is somewhere.
 */
static void
test_single_byte(const struct ug_encoding *encoding)
{
	bool seen[0x80] = { false };
	unsigned wrong = 0, missing = 0;

	for (unsigned byte = 0; byte < 0x100; byte++) {
		const uint32_t c = ug_single_byte(encoding,
		    (unsigned char)byte);

		if (c < 0x80)
			seen[c] = true;
		wrong += (c < 0x80 && byte >= 0x80 &&
		    encoding->lower == NULL) ||
		    (c >= 0xFFFD && c != UG_UNDEFINED) ||
		    (c >= 0xD800 && c < 0xE000);
	}
	for (unsigned c = '\n'; c < 0x7F; c++)
		missing += !seen[c] && (c == '\n' || c >= ' ');
	CHECK(encoding->name, wrong == 0);
	CHECK(encoding->name, encoding->lower == NULL || missing < 10);
}

static const struct unit_row {
	const char *label;
	size_t len;
	uint32_t unit; /* of 12 34 56 78 */
} unit_rows[] = {
	{ "utf-8", 1, 0x12 },
	{ "koi8-r", 1, 0x12 },
	{ "gb18030", 1, 0x12 },
	{ "utf-16le", 2, 0x3412 },
	{ "utf-16be", 2, 0x1234 },
	{ "utf-32le", 4, 0x78563412 },
	{ "utf-32be", 4, 0x12345678 },
};

static void
test_units(void)
{
	static const unsigned char bytes[] = { 0x12, 0x34, 0x56, 0x78 };

	for (size_t i = 0; i < sizeof(unit_rows) / sizeof(*unit_rows); i++) {
		const struct unit_row *const row = &unit_rows[i];
		const enum ug_encoding_kind kind = ug_encoding_by_label(
		    row->label, strlen(row->label))->kind;

		CHECK(row->label, ug_unit_len(kind) == row->len);
		CHECK(row->label, ug_unit_at(kind, bytes) == row->unit);
	}
}

static const struct {
	const char *label;
	unsigned byte;
	uint32_t c;
} table_rows[] = {
	{ "windows-1252", 0x80, 0x20AC },
	{ "windows-1252", 0x81, 0x81 },
	{ "windows-1252", 0xFF, 0xFF },
	{ "windows-1253", 0xAA, UG_UNDEFINED },
	{ "windows-1255", 0xCA, 0x05BA },
	{ "windows-1257", 0xA1, UG_UNDEFINED },
	{ "windows-874", 0xDB, UG_UNDEFINED },
	{ "windows-874", 0x80, 0x20AC },
	{ "koi8-u", 0xAE, 0x045E },
	{ "iso-8859-16", 0xAA, 0x0218 },
	{ "iso-8859-8-i", 0xE0, 0x05D0 },
	{ "x-user-defined", 0x80, 0xF780 },
	{ "macintosh", 0xDB, 0x20AC },
	{ "cp437", 0xE6, 0x00B5 },
	{ "cp737", 0x80, 0x0391 },
	{ "cp1125", 0xF2, 0x0490 },
	{ "koi8-t", 0x80, 0x049B },
	{ "mac-croatian", 0xE6, 0x0107 },
	{ "mac-romanian", 0xAF, 0x0218 },
	{ "kz-1048", 0x9D, 0x049B },
	{ "ptcp154", 0x81, 0x0492 },
	{ "hp-roman8", 0xF3, 0x00B5 },
	{ "cp856", 0xFA, 0x00B7 },
	{ "ibm037", 0x15, 0x0085 },
	{ "ibm037", 0x25, '\n' },
	{ "ibm037", 0xC1, 'A' },
	{ "ibm037", 0x3F, 0x1A },
	{ "ibm500", 0x4A, '[' },
	{ "ibm273", 0xC0, 0xE4 },
	{ "ibm01140", 0x9F, 0x20AC },
	{ "cp875", 0x41, 0x0391 },
	{ "ibm424", 0xB3, 0x00B7 },
	{ "viscii", 0x02, 0x1EB2 },
	{ "viscii", 'A', 'A' },
	{ "tcvn", 0x01, 0x00DA },
	{ "tcvn", 0xB0, 0x0300 },
};

static void
test_tables(void)
{
	const size_t n = sizeof(table_rows) / sizeof(*table_rows);

	for (size_t i = 0; i < n; i++) {
		const char *const label = table_rows[i].label;
		const struct ug_encoding *const found =
		    ug_encoding_by_label(label, strlen(label));

		CHECK(label, found != NULL && found->kind == UG_SINGLE_BYTE &&
		    ug_single_byte(found, (unsigned char)table_rows[i].byte) ==
		    table_rows[i].c);
	}
}

int
main(int argc, char *argv[])
{
	const struct ug_encoding *encoding;

	(void)argc;
	test_labels();
	test_list();
	test_tables();
	test_units();
	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++)
		if (encoding->kind == UG_SINGLE_BYTE)
			test_single_byte(encoding);
	return check_done(argv[0]);
}
