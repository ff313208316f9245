/*
 * encodings.c - the encodings that can be read: names, labels, tables
 *
 * Names and labels are those of the WHATWG Encoding Standard (2024-09-18), 4.2,
 * and some that people write for the same.  Where it takes one encoding for
 * another, so does this: ISO-8859-1 is windows-1252, TIS-620 is windows-874.
 * What it bans (HZ, ISO-2022-KR) is read here under the labels it bans.
 */
#include "encodings.h"

#include "single_byte_table.h"

/* clang-format off */

#define LABELS(...) (const char *const[]){ __VA_ARGS__, NULL }

#define RULE(...) "decode/" RULE_FIRST(__VA_ARGS__, "")
#define RULE_FIRST(label, ...) label

#define SINGLE(storage, id, name, table, ...) \
	storage const struct ug_encoding id = { name, UG_SINGLE_BYTE, \
	    RULE(__VA_ARGS__), \
	    table##_upper, NULL, UG_CONVERTER, NULL, \
	    LABELS(__VA_ARGS__) };

#define MULTI(id, name, decoder, converter, ...) \
	static const struct ug_encoding id = { name, UG_MULTI_BYTE, \
	    RULE(__VA_ARGS__), \
	    NULL, NULL, decoder, converter, LABELS(__VA_ARGS__) };

#define OTHER(id, name, kind, ...) \
	const struct ug_encoding id = { name, kind, RULE(__VA_ARGS__), \
	    NULL, NULL, UG_CONVERTER, NULL, LABELS(__VA_ARGS__) };

OTHER(ug_utf8, "UTF-8", UG_UTF8,
    "utf-8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "utf8",
    "x-unicode20utf8")
SINGLE(static, encoding_ibm866, "IBM866", ibm866,
    "ibm866", "866", "cp866", "csibm866")
SINGLE(static, encoding_iso_8859_2, "ISO-8859-2", iso_8859_2,
    "iso-8859-2", "csisolatin2", "iso-ir-101", "iso8859-2", "iso88592",
    "iso_8859-2", "iso_8859-2:1987", "l2", "latin2")
SINGLE(static, encoding_iso_8859_3, "ISO-8859-3", iso_8859_3,
    "iso-8859-3", "csisolatin3", "iso-ir-109", "iso8859-3", "iso88593",
    "iso_8859-3", "iso_8859-3:1988", "l3", "latin3")
SINGLE(static, encoding_iso_8859_4, "ISO-8859-4", iso_8859_4,
    "iso-8859-4", "csisolatin4", "iso-ir-110", "iso8859-4", "iso88594",
    "iso_8859-4", "iso_8859-4:1988", "l4", "latin4")
SINGLE(static, encoding_iso_8859_5, "ISO-8859-5", iso_8859_5,
    "iso-8859-5", "csisolatincyrillic", "cyrillic", "iso-ir-144", "iso8859-5",
    "iso88595", "iso_8859-5", "iso_8859-5:1988")
SINGLE(static, encoding_iso_8859_6, "ISO-8859-6", iso_8859_6,
    "iso-8859-6", "arabic", "asmo-708", "csiso88596e", "csiso88596i",
    "csisolatinarabic", "ecma-114", "iso-8859-6-e", "iso-8859-6-i",
    "iso-ir-127", "iso8859-6", "iso88596", "iso_8859-6", "iso_8859-6:1987")
SINGLE(static, encoding_iso_8859_7, "ISO-8859-7", iso_8859_7,
    "iso-8859-7", "csisolatingreek", "ecma-118", "elot_928", "greek",
    "greek8", "iso-ir-126", "iso8859-7", "iso88597", "iso_8859-7",
    "iso_8859-7:1987", "sun_eu_greek")
SINGLE(static, encoding_iso_8859_8, "ISO-8859-8", iso_8859_8,
    "iso-8859-8", "csiso88598e", "csisolatinhebrew", "hebrew", "iso-8859-8-e",
    "iso-ir-138", "iso8859-8", "iso88598", "iso_8859-8", "iso_8859-8:1988",
    "visual")
SINGLE(static, encoding_iso_8859_8_i, "ISO-8859-8-I", iso_8859_8,
    "iso-8859-8-i", "csiso88598i", "logical")
SINGLE(static, encoding_iso_8859_10, "ISO-8859-10", iso_8859_10,
    "iso-8859-10", "csisolatin6", "iso-ir-157", "iso8859-10", "iso885910",
    "l6", "latin6")
SINGLE(static, encoding_iso_8859_13, "ISO-8859-13", iso_8859_13,
    "iso-8859-13", "iso8859-13", "iso885913")
SINGLE(static, encoding_iso_8859_14, "ISO-8859-14", iso_8859_14,
    "iso-8859-14", "iso8859-14", "iso885914")
SINGLE(static, encoding_iso_8859_15, "ISO-8859-15", iso_8859_15,
    "iso-8859-15", "csisolatin9", "iso8859-15", "iso885915", "iso_8859-15",
    "l9")
SINGLE(static, encoding_iso_8859_16, "ISO-8859-16", iso_8859_16,
    "iso-8859-16")
SINGLE(static, encoding_koi8_r, "KOI8-R", koi8_r,
    "koi8-r", "cskoi8r", "koi", "koi8", "koi8_r")
SINGLE(static, encoding_koi8_u, "KOI8-U", koi8_u,
    "koi8-u", "koi8-ru")
SINGLE(static, encoding_macintosh, "macintosh", macintosh,
    "macintosh", "csmacintosh", "mac", "x-mac-roman")
SINGLE(static, encoding_windows_874, "windows-874", windows_874,
    "windows-874", "dos-874", "iso-8859-11", "iso8859-11", "iso885911",
    "tis-620")
SINGLE(static, encoding_windows_1250, "windows-1250", windows_1250,
    "windows-1250", "cp1250", "x-cp1250")
SINGLE(static, encoding_windows_1251, "windows-1251", windows_1251,
    "windows-1251", "cp1251", "x-cp1251")
SINGLE(/* shared */, ug_windows_1252, "windows-1252", windows_1252,
    "windows-1252", "ansi_x3.4-1968", "ascii", "cp1252", "cp819",
    "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1",
    "iso88591", "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii",
    "x-cp1252")
SINGLE(static, encoding_windows_1253, "windows-1253", windows_1253,
    "windows-1253", "cp1253", "x-cp1253")
SINGLE(static, encoding_windows_1254, "windows-1254", windows_1254,
    "windows-1254", "cp1254", "csisolatin5", "iso-8859-9", "iso-ir-148",
    "iso8859-9", "iso88599", "iso_8859-9", "iso_8859-9:1989", "l5", "latin5",
    "x-cp1254")
SINGLE(static, encoding_windows_1255, "windows-1255", windows_1255,
    "windows-1255", "cp1255", "x-cp1255")
SINGLE(static, encoding_windows_1256, "windows-1256", windows_1256,
    "windows-1256", "cp1256", "x-cp1256")
SINGLE(static, encoding_windows_1257, "windows-1257", windows_1257,
    "windows-1257", "cp1257", "x-cp1257")
SINGLE(static, encoding_windows_1258, "windows-1258", windows_1258,
    "windows-1258", "cp1258", "x-cp1258")
SINGLE(static, encoding_x_mac_cyrillic, "x-mac-cyrillic", x_mac_cyrillic,
    "x-mac-cyrillic", "x-mac-ukrainian")
MULTI(encoding_gbk, "GBK", UG_GB18030, NULL,
    "gbk", "chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312",
    "gb_2312-80", "iso-ir-58", "x-gbk", "cp936", "ms936")
MULTI(encoding_gb18030, "gb18030", UG_GB18030, NULL,
    "gb18030", "gb18030-2005")
MULTI(encoding_big5, "Big5", UG_BIG5, NULL,
    "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950")
MULTI(encoding_euc_jp, "EUC-JP", UG_EUC_JP, NULL,
    "euc-jp", "cseucpkdfmtjapanese", "x-euc-jp")
MULTI(encoding_iso_2022_jp, "ISO-2022-JP", UG_ISO_2022_JP, NULL,
    "iso-2022-jp", "csiso2022jp")
MULTI(encoding_shift_jis, "Shift_JIS", UG_SHIFT_JIS, NULL,
    "shift_jis", "csshiftjis", "ms932", "ms_kanji", "shift-jis", "sjis",
    "windows-31j", "x-sjis", "cp932")
MULTI(encoding_euc_kr, "EUC-KR", UG_EUC_KR, NULL,
    "euc-kr", "cseuckr", "csksc56011987", "iso-ir-149", "korean",
    "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949",
    "cp949", "uhc")
OTHER(ug_utf16be, "UTF-16BE", UG_UTF16BE,
    "utf-16be", "unicodefffe", "utf16be")
OTHER(ug_utf16le, "UTF-16LE", UG_UTF16LE,
    "utf-16le", "csunicode", "iso-10646-ucs-2", "ucs-2", "unicode",
    "unicodefeff", "utf-16", "utf16", "utf16le")
SINGLE(static, encoding_x_user_defined, "x-user-defined", x_user_defined,
    "x-user-defined")

/* What WHATWG lacks or refuses: as IANA has it, else as it is called. */
OTHER(ug_utf32le, "UTF-32LE", UG_UTF32LE,
    "utf-32le", "utf-32", "utf32", "utf32le", "ucs-4", "iso-10646-ucs-4",
    "csucs4", "csutf32", "csutf32le")
OTHER(ug_utf32be, "UTF-32BE", UG_UTF32BE,
    "utf-32be", "utf32be", "csutf32be")
SINGLE(static, encoding_cp437, "IBM437", cp437,
    "ibm437", "cp437", "437", "cspc8codepage437")
SINGLE(static, encoding_cp720, "cp720", cp720,
    "cp720", "720", "ibm720", "dos-720")
SINGLE(static, encoding_cp737, "cp737", cp737,
    "cp737", "737", "ibm737")
SINGLE(static, encoding_cp775, "IBM775", cp775,
    "ibm775", "cp775", "775", "cspc775baltic")
SINGLE(static, encoding_cp850, "IBM850", cp850,
    "ibm850", "cp850", "850", "cspc850multilingual")
SINGLE(static, encoding_cp852, "IBM852", cp852,
    "ibm852", "cp852", "852", "cspcp852")
SINGLE(static, encoding_cp855, "IBM855", cp855,
    "ibm855", "cp855", "855", "csibm855")
SINGLE(static, encoding_cp857, "IBM857", cp857,
    "ibm857", "cp857", "857", "csibm857")
SINGLE(static, encoding_cp858, "IBM00858", cp858,
    "ibm00858", "cp858", "858", "ccsid00858", "cp00858", "csibm00858",
    "pc-multilingual-850+euro", "ibm858")
SINGLE(static, encoding_cp860, "IBM860", cp860,
    "ibm860", "cp860", "860", "csibm860")
SINGLE(static, encoding_cp861, "IBM861", cp861,
    "ibm861", "cp861", "861", "cp-is", "csibm861")
SINGLE(static, encoding_cp862, "IBM862", cp862,
    "ibm862", "cp862", "862", "cspc862latinhebrew")
SINGLE(static, encoding_cp863, "IBM863", cp863,
    "ibm863", "cp863", "863", "csibm863")
SINGLE(static, encoding_cp864, "IBM864", cp864,
    "ibm864", "cp864", "864", "csibm864")
SINGLE(static, encoding_cp865, "IBM865", cp865,
    "ibm865", "cp865", "865", "csibm865")
SINGLE(static, encoding_cp869, "IBM869", cp869,
    "ibm869", "cp869", "869", "cp-gr", "csibm869")
SINGLE(static, encoding_cp1125, "cp1125", cp1125,
    "cp1125", "1125", "ibm1125", "cp866u", "ruscii")
SINGLE(static, encoding_x_mac_centraleurope, "x-mac-centraleurope",
    mac_centraleurope,
    "x-mac-centraleurope", "x-mac-ce", "maccentraleurope",
    "mac-centraleurope", "maclatin2", "x-mac-centraleurroman")
SINGLE(static, encoding_x_mac_greek, "x-mac-greek", mac_greek,
    "x-mac-greek", "macgreek", "mac-greek")
SINGLE(static, encoding_x_mac_turkish, "x-mac-turkish", mac_turkish,
    "x-mac-turkish", "macturkish", "mac-turkish")
SINGLE(static, encoding_x_mac_croatian, "x-mac-croatian", mac_croatian,
    "x-mac-croatian", "maccroatian", "mac-croatian")
SINGLE(static, encoding_x_mac_romanian, "x-mac-romanian", mac_romanian,
    "x-mac-romanian", "macromania", "mac-romanian")
SINGLE(static, encoding_x_mac_icelandic, "x-mac-icelandic", mac_iceland,
    "x-mac-icelandic", "maciceland", "mac-iceland")
SINGLE(static, encoding_koi8_t, "KOI8-T", koi8_t,
    "koi8-t", "koi8t")
MULTI(encoding_hz_gb_2312, "HZ-GB-2312", UG_CONVERTER, "HZ",
    "hz-gb-2312", "hz")
MULTI(encoding_iso_2022_kr, "ISO-2022-KR", UG_CONVERTER, "ISO-2022-KR",
    "iso-2022-kr", "csiso2022kr")
MULTI(encoding_iso_2022_cn, "ISO-2022-CN", UG_CONVERTER, "ISO-2022-CN",
    "iso-2022-cn", "csiso2022cn")
MULTI(encoding_iso_2022_cn_ext, "ISO-2022-CN-EXT", UG_CONVERTER,
    "ISO-2022-CN-EXT",
    "iso-2022-cn-ext", "csiso2022cnext")
MULTI(encoding_euc_tw, "EUC-TW", UG_CONVERTER, "euc-tw-2014",
    "euc-tw", "euctw", "cseuctw")

/* Not in the list: no label asks for it. */
OTHER(ug_binary, "binary", UG_BINARY, "binary")

static const struct ug_encoding *const encodings[] = {
	&ug_utf8,
	&ug_utf16le,
	&ug_utf16be,
	&ug_utf32le,
	&ug_utf32be,
	&encoding_ibm866,
	&encoding_iso_8859_2,
	&encoding_iso_8859_3,
	&encoding_iso_8859_4,
	&encoding_iso_8859_5,
	&encoding_iso_8859_6,
	&encoding_iso_8859_7,
	&encoding_iso_8859_8,
	&encoding_iso_8859_8_i,
	&encoding_iso_8859_10,
	&encoding_iso_8859_13,
	&encoding_iso_8859_14,
	&encoding_iso_8859_15,
	&encoding_iso_8859_16,
	&encoding_koi8_r,
	&encoding_koi8_u,
	&encoding_macintosh,
	&encoding_windows_874,
	&encoding_windows_1250,
	&encoding_windows_1251,
	&ug_windows_1252,
	&encoding_windows_1253,
	&encoding_windows_1254,
	&encoding_windows_1255,
	&encoding_windows_1256,
	&encoding_windows_1257,
	&encoding_windows_1258,
	&encoding_x_mac_cyrillic,
	&encoding_gbk,
	&encoding_gb18030,
	&encoding_big5,
	&encoding_euc_jp,
	&encoding_iso_2022_jp,
	&encoding_shift_jis,
	&encoding_euc_kr,
	&encoding_x_user_defined,
	&encoding_cp437,
	&encoding_cp720,
	&encoding_cp737,
	&encoding_cp775,
	&encoding_cp850,
	&encoding_cp852,
	&encoding_cp855,
	&encoding_cp857,
	&encoding_cp858,
	&encoding_cp860,
	&encoding_cp861,
	&encoding_cp862,
	&encoding_cp863,
	&encoding_cp864,
	&encoding_cp865,
	&encoding_cp869,
	&encoding_cp1125,
	&encoding_x_mac_centraleurope,
	&encoding_x_mac_greek,
	&encoding_x_mac_turkish,
	&encoding_x_mac_croatian,
	&encoding_x_mac_romanian,
	&encoding_x_mac_icelandic,
	&encoding_koi8_t,
	&encoding_hz_gb_2312,
	&encoding_iso_2022_kr,
	&encoding_iso_2022_cn,
	&encoding_iso_2022_cn_ext,
	&encoding_euc_tw,
};

/* clang-format on */

#define N_ENCODINGS (sizeof(encodings) / sizeof(*encodings))

const struct ug_encoding *
ug_encoding_at(size_t i)
{
	return i < N_ENCODINGS ? encodings[i] : NULL;
}

/* ASCII white space, as WHATWG's Infra Standard has it. */
static bool
label_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static bool
label_is(const char *label, size_t len, const char *known)
{
	for (size_t i = 0; i < len; i++) {
		const char c = label[i];
		const char lower = c >= 'A' && c <= 'Z' ?
		    (char)(c - 'A' + 'a') : c;

		if (lower == '\0' || lower != known[i])
			return false;
	}
	return known[len] == '\0';
}

const struct ug_encoding *
ug_encoding_by_label(const char *label, size_t len)
{
	while (len > 0 && label_is_space(label[len - 1]))
		len--;
	while (len > 0 && label_is_space(label[0])) {
		label++;
		len--;
	}
	for (size_t i = 0; i < N_ENCODINGS; i++)
		for (size_t j = 0; encodings[i]->labels[j] != NULL; j++)
			if (label_is(label, len, encodings[i]->labels[j]))
				return encodings[i];
	return NULL;
}
