/*
 * encodings_rows.h - the encodings that can be read, a row each; for
 * encodings.c
 *
 *	SINGLE(storage, id, name, table, source, labels...)
 *	SINGLE_WHOLE(id, name, table, source, labels...)
 *	MULTI(id, name, decoder, labels...)
 *	STATEFUL(id, name, decoder, converter, labels...)
 *	OTHER(id, name, kind, labels...)
 *
 * SINGLE is ASCII and 128 characters, SINGLE_WHOLE as few as none of ASCII's.
 * `source` is ICU's converter, or, behind iconv:, the C library's encoding,
 * from which single_byte_table_gen.c makes the table; NULL: it knows by itself.
 * The first label names its rule, decode/LABEL.  --list-encodings prints them
 * in this order, and of two that read bytes alike the first one is preferred.
 * A new one goes to the end, until its languages are counted: see
 * detect/home.h.
 */
/* clang-format off */
OTHER(ug_utf8, "UTF-8", UG_UTF8,
    "utf-8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "utf8",
    "x-unicode20utf8", "utf-8-sig")
OTHER(ug_utf16le, "UTF-16LE", UG_UTF16LE,
    "utf-16le", "csunicode", "iso-10646-ucs-2", "ucs-2", "unicode",
    "unicodefeff", "utf-16", "utf16", "utf16le")
OTHER(ug_utf16be, "UTF-16BE", UG_UTF16BE,
    "utf-16be", "unicodefffe", "utf16be")
OTHER(ug_utf32le, "UTF-32LE", UG_UTF32LE,
    "utf-32le", "utf-32", "utf32", "utf32le", "ucs-4", "iso-10646-ucs-4",
    "csucs4", "csutf32", "csutf32le")
OTHER(ug_utf32be, "UTF-32BE", UG_UTF32BE,
    "utf-32be", "utf32be", "csutf32be")
OTHER(ug_cesu_8, "CESU-8", UG_UTF8,
    "cesu-8", "cesu8", "cscesu-8", "cscesu8")
SINGLE(static, encoding_ibm866, "IBM866", ibm866, "ibm-866",
    "ibm866", "866", "cp866", "csibm866")
SINGLE(static, encoding_iso_8859_2, "ISO-8859-2", iso_8859_2, "iso-8859-2",
    "iso-8859-2", "csisolatin2", "iso-ir-101", "iso8859-2", "iso88592",
    "iso_8859-2", "iso_8859-2:1987", "l2", "latin2")
SINGLE(static, encoding_iso_8859_3, "ISO-8859-3", iso_8859_3, "iso-8859-3",
    "iso-8859-3", "csisolatin3", "iso-ir-109", "iso8859-3", "iso88593",
    "iso_8859-3", "iso_8859-3:1988", "l3", "latin3")
SINGLE(static, encoding_iso_8859_4, "ISO-8859-4", iso_8859_4, "iso-8859-4",
    "iso-8859-4", "csisolatin4", "iso-ir-110", "iso8859-4", "iso88594",
    "iso_8859-4", "iso_8859-4:1988", "l4", "latin4")
SINGLE(static, encoding_iso_8859_5, "ISO-8859-5", iso_8859_5, "iso-8859-5",
    "iso-8859-5", "csisolatincyrillic", "cyrillic", "iso-ir-144", "iso8859-5",
    "iso88595", "iso_8859-5", "iso_8859-5:1988")
SINGLE(static, encoding_iso_8859_6, "ISO-8859-6", iso_8859_6, "iso-8859-6",
    "iso-8859-6", "arabic", "asmo-708", "csiso88596e", "csiso88596i",
    "csisolatinarabic", "ecma-114", "iso-8859-6-e", "iso-8859-6-i",
    "iso-ir-127", "iso8859-6", "iso88596", "iso_8859-6", "iso_8859-6:1987")
SINGLE(static, encoding_iso_8859_7, "ISO-8859-7", iso_8859_7, "iso-8859-7",
    "iso-8859-7", "csisolatingreek", "ecma-118", "elot_928", "greek",
    "greek8", "iso-ir-126", "iso8859-7", "iso88597", "iso_8859-7",
    "iso_8859-7:1987", "sun_eu_greek")
SINGLE(static, encoding_iso_8859_8, "ISO-8859-8", iso_8859_8, "iso-8859-8",
    "iso-8859-8", "csiso88598e", "csisolatinhebrew", "hebrew", "iso-8859-8-e",
    "iso-ir-138", "iso8859-8", "iso88598", "iso_8859-8", "iso_8859-8:1988",
    "visual")
SINGLE(static, encoding_iso_8859_8_i, "ISO-8859-8-I", iso_8859_8, "iso-8859-8",
    "iso-8859-8-i", "csiso88598i", "logical")
SINGLE(static, encoding_iso_8859_10, "ISO-8859-10", iso_8859_10, "iso-8859-10",
    "iso-8859-10", "csisolatin6", "iso-ir-157", "iso8859-10", "iso885910",
    "l6", "latin6")
SINGLE(static, encoding_iso_8859_13, "ISO-8859-13", iso_8859_13, "iso-8859-13",
    "iso-8859-13", "iso8859-13", "iso885913", "csiso885913", "l7", "latin7")
SINGLE(static, encoding_iso_8859_14, "ISO-8859-14", iso_8859_14, "iso-8859-14",
    "iso-8859-14", "iso8859-14", "iso885914", "csiso885914", "iso-celtic",
    "iso-ir-199", "iso_8859-14", "iso_8859-14:1998", "l8", "latin8")
SINGLE(static, encoding_iso_8859_15, "ISO-8859-15", iso_8859_15, "iso-8859-15",
    "iso-8859-15", "csisolatin9", "iso8859-15", "iso885915", "iso_8859-15",
    "l9", "csiso885915", "latin-9", "latin9")
SINGLE(static, encoding_iso_8859_16, "ISO-8859-16", iso_8859_16, "iso-8859-1",
    "iso-8859-16", "iso8859-16", "iso885916", "csiso885916", "iso-ir-226",
    "iso_8859-16", "iso_8859-16:2001", "l10", "latin10")
SINGLE(static, encoding_koi8_r, "KOI8-R", koi8_r, "koi8-r",
    "koi8-r", "cskoi8r", "koi", "koi8", "koi8_r")
SINGLE(static, encoding_koi8_u, "KOI8-U", koi8_u, "koi8-u",
    "koi8-u", "koi8-ru")
SINGLE(static, encoding_macintosh, "macintosh", macintosh, "macos-0_2-10.2",
    "macintosh", "csmacintosh", "mac", "x-mac-roman", "mac-roman", "macroman")
SINGLE(static, encoding_windows_874, "windows-874", windows_874, "ibm-1162",
    "windows-874", "dos-874", "iso-8859-11", "iso8859-11", "iso885911",
    "tis-620", "874", "cp874", "cstis620", "ibm874", "tis620")
SINGLE(static, encoding_windows_1250, "windows-1250", windows_1250, "windows-1250",
    "windows-1250", "cp1250", "x-cp1250")
SINGLE(static, encoding_windows_1251, "windows-1251", windows_1251, "windows-1251",
    "windows-1251", "cp1251", "x-cp1251")
SINGLE(/* shared */, ug_windows_1252, "windows-1252", windows_1252, "windows-1252",
    "windows-1252", "ansi_x3.4-1968", "ascii", "cp1252", "cp819",
    "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1",
    "iso88591", "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii",
    "x-cp1252", "latin-1")
SINGLE(static, encoding_windows_1253, "windows-1253", windows_1253, "windows-1253",
    "windows-1253", "cp1253", "x-cp1253")
SINGLE(static, encoding_windows_1254, "windows-1254", windows_1254, "windows-1254",
    "windows-1254", "cp1254", "csisolatin5", "iso-8859-9", "iso-ir-148",
    "iso8859-9", "iso88599", "iso_8859-9", "iso_8859-9:1989", "l5", "latin5",
    "x-cp1254")
SINGLE(static, encoding_windows_1255, "windows-1255", windows_1255, "windows-1255",
    "windows-1255", "cp1255", "x-cp1255")
SINGLE(static, encoding_windows_1256, "windows-1256", windows_1256, "windows-1256",
    "windows-1256", "cp1256", "x-cp1256")
SINGLE(static, encoding_windows_1257, "windows-1257", windows_1257, "windows-1257",
    "windows-1257", "cp1257", "x-cp1257")
SINGLE(static, encoding_windows_1258, "windows-1258", windows_1258, "windows-1258",
    "windows-1258", "cp1258", "x-cp1258")
SINGLE(static, encoding_x_mac_cyrillic, "x-mac-cyrillic", x_mac_cyrillic, "macos-7_3-10.2",
    "x-mac-cyrillic", "x-mac-ukrainian", "mac-cyrillic", "maccyrillic")
MULTI(encoding_gbk, "GBK", UG_GB18030,
    "gbk", "chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312",
    "gb_2312-80", "iso-ir-58", "x-gbk", "cp936", "ms936")
MULTI(encoding_gb18030, "gb18030", UG_GB18030,
    "gb18030", "gb18030-2005")
MULTI(encoding_big5, "Big5", UG_BIG5,
    "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950")
MULTI(encoding_euc_jp, "EUC-JP", UG_EUC_JP,
    "euc-jp", "cseucpkdfmtjapanese", "x-euc-jp")
STATEFUL(encoding_iso_2022_jp, "ISO-2022-JP", UG_ISO_2022_JP, NULL,
    "iso-2022-jp", "csiso2022jp", "cp50220", "cp50221", "cp50222",
    "csiso2022jp2", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-2004",
    "iso-2022-jp-3", "iso-2022-jp-ext", "iso2022-jp")
MULTI(encoding_shift_jis, "Shift_JIS", UG_SHIFT_JIS,
    "shift_jis", "csshiftjis", "ms932", "ms_kanji", "shift-jis", "sjis",
    "windows-31j", "x-sjis", "cp932")
MULTI(encoding_euc_kr, "EUC-KR", UG_EUC_KR,
    "euc-kr", "cseuckr", "csksc56011987", "iso-ir-149", "korean",
    "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949",
    "cp949", "uhc")
SINGLE(static, encoding_x_user_defined, "x-user-defined", x_user_defined, NULL,
    "x-user-defined")

/* What WHATWG lacks or refuses: as IANA has it, else as it is called. */
SINGLE(static, encoding_cp437, "IBM437", cp437, "ibm-437",
    "ibm437", "cp437", "437", "cspc8codepage437")
SINGLE(static, encoding_cp720, "cp720", cp720, "ibm-720",
    "cp720", "720", "ibm720", "dos-720")
SINGLE(static, encoding_cp737, "cp737", cp737, "ibm-737",
    "cp737", "737", "ibm737")
SINGLE(static, encoding_cp775, "IBM775", cp775, "ibm-775",
    "ibm775", "cp775", "775", "cspc775baltic")
SINGLE(static, encoding_cp850, "IBM850", cp850, "ibm-850",
    "ibm850", "cp850", "850", "cspc850multilingual")
SINGLE(static, encoding_cp852, "IBM852", cp852, "ibm-852",
    "ibm852", "cp852", "852", "cspcp852")
SINGLE(static, encoding_cp855, "IBM855", cp855, "ibm-855",
    "ibm855", "cp855", "855", "csibm855")
SINGLE(static, encoding_cp857, "IBM857", cp857, "ibm-857",
    "ibm857", "cp857", "857", "csibm857")
SINGLE(static, encoding_cp858, "IBM00858", cp858, "ibm-858",
    "ibm00858", "cp858", "858", "ccsid00858", "cp00858", "csibm00858",
    "pc-multilingual-850+euro", "ibm858")
SINGLE(static, encoding_cp860, "IBM860", cp860, "ibm-860",
    "ibm860", "cp860", "860", "csibm860")
SINGLE(static, encoding_cp861, "IBM861", cp861, "ibm-861",
    "ibm861", "cp861", "861", "cp-is", "csibm861")
SINGLE(static, encoding_cp862, "IBM862", cp862, "ibm-862",
    "ibm862", "cp862", "862", "cspc862latinhebrew")
SINGLE(static, encoding_cp863, "IBM863", cp863, "ibm-863",
    "ibm863", "cp863", "863", "csibm863")
SINGLE(static, encoding_cp864, "IBM864", cp864, "ibm-864",
    "ibm864", "cp864", "864", "csibm864")
SINGLE(static, encoding_cp865, "IBM865", cp865, "ibm-865",
    "ibm865", "cp865", "865", "csibm865")
SINGLE(static, encoding_cp869, "IBM869", cp869, "ibm-869",
    "ibm869", "cp869", "869", "cp-gr", "csibm869")
SINGLE(static, encoding_cp1125, "cp1125", cp1125, "ibm-1125",
    "cp1125", "1125", "ibm1125", "cp866u", "ruscii")
SINGLE(static, encoding_x_mac_centraleurope, "x-mac-centraleurope",
    mac_centraleurope, "macos-29-10.2",
    "x-mac-centraleurope", "x-mac-ce", "maccentraleurope",
    "mac-centraleurope", "mac-latin2", "maclatin2",
    "x-mac-centraleurroman")
SINGLE(static, encoding_x_mac_greek, "x-mac-greek", mac_greek, "macos-6_2-10.4",
    "x-mac-greek", "macgreek", "mac-greek")
SINGLE(static, encoding_x_mac_turkish, "x-mac-turkish", mac_turkish, "macos-35-10.2",
    "x-mac-turkish", "macturkish", "mac-turkish")
SINGLE(static, encoding_mac_croatian, "mac-croatian", mac_croatian, "macos-0_2-10.2",
    "mac-croatian", "x-mac-croatian", "maccroatian")
SINGLE(static, encoding_mac_romanian, "mac-romanian", mac_romanian, "macos-0_2-10.2",
    "mac-romanian", "x-mac-romanian", "macromania", "macromanian")
SINGLE(static, encoding_x_mac_iceland, "x-mac-iceland", mac_iceland, "macos-0_2-10.2",
    "x-mac-iceland", "x-mac-icelandic", "maciceland", "mac-iceland")
SINGLE(static, encoding_cp856, "cp856", cp856, "ibm-856",
    "cp856", "856", "ibm856")
SINGLE(static, encoding_hp_roman8, "hp-roman8", hp_roman8, "iconv:HP-ROMAN8",
    "hp-roman8", "roman8", "r8", "cshproman8", "hproman8")
SINGLE(static, encoding_koi8_t, "KOI8-T", koi8_t, "iconv:KOI8-T",
    "koi8-t", "koi8t")
SINGLE(static, encoding_kz_1048, "KZ-1048", kz_1048, "iconv:RK1048",
    "kz-1048", "strk1048-2002", "rk1048", "cskz1048", "kz1048")
SINGLE(static, encoding_ptcp154, "PTCP154", ptcp154, "iconv:PT154",
    "ptcp154", "csptcp154", "pt154", "cp154", "cyrillic-asian")
SINGLE_WHOLE(encoding_viscii, "VISCII", viscii, "iconv:VISCII",
    "viscii", "csviscii", "viscii1.1-1")
SINGLE_WHOLE(encoding_tcvn, "TCVN", tcvn, "iconv:TCVN",
    "tcvn", "tcvn-5712", "tcvn5712", "tcvn5712-1", "tcvn5712-1:1993")
SINGLE_WHOLE(encoding_ebcdic_037, "IBM037", ebcdic_037, "ibm-37",
    "ibm037", "cp037", "037", "cp37", "ebcdic-cp-us", "ebcdic-cp-ca",
    "ebcdic-cp-wt", "ebcdic-cp-nl", "csibm037", "ebcdic")
SINGLE_WHOLE(encoding_ebcdic_273, "IBM273", ebcdic_273, "ibm-273",
    "ibm273", "cp273", "273", "csibm273")
SINGLE_WHOLE(encoding_ebcdic_277, "IBM277", ebcdic_277, "ibm-277",
    "ibm277", "cp277", "277", "ebcdic-cp-dk", "ebcdic-cp-no", "csibm277")
SINGLE_WHOLE(encoding_ebcdic_278, "IBM278", ebcdic_278, "ibm-278",
    "ibm278", "cp278", "278", "ebcdic-cp-fi", "ebcdic-cp-se", "csibm278")
SINGLE_WHOLE(encoding_ebcdic_280, "IBM280", ebcdic_280, "ibm-280",
    "ibm280", "cp280", "280", "ebcdic-cp-it", "csibm280")
SINGLE_WHOLE(encoding_ebcdic_284, "IBM284", ebcdic_284, "ibm-284",
    "ibm284", "cp284", "284", "ebcdic-cp-es", "csibm284")
SINGLE_WHOLE(encoding_ebcdic_285, "IBM285", ebcdic_285, "ibm-285",
    "ibm285", "cp285", "285", "ebcdic-cp-gb", "csibm285")
SINGLE_WHOLE(encoding_ebcdic_297, "IBM297", ebcdic_297, "ibm-297",
    "ibm297", "cp297", "297", "ebcdic-cp-fr", "csibm297")
SINGLE_WHOLE(encoding_ebcdic_420, "IBM420", ebcdic_420, "ibm-420",
    "ibm420", "cp420", "420", "ebcdic-cp-ar1", "csibm420")
SINGLE_WHOLE(encoding_ebcdic_424, "IBM424", ebcdic_424, "ibm-424",
    "ibm424", "cp424", "424", "ebcdic-cp-he", "csibm424")
SINGLE_WHOLE(encoding_ebcdic_500, "IBM500", ebcdic_500, "ibm-500",
    "ibm500", "cp500", "500", "ebcdic-cp-be", "ebcdic-cp-ch", "csibm500")
SINGLE_WHOLE(encoding_ebcdic_871, "IBM871", ebcdic_871, "ibm-871",
    "ibm871", "cp871", "871", "ebcdic-cp-is", "csibm871")
SINGLE_WHOLE(encoding_ebcdic_875, "cp875", ebcdic_875, "ibm-875",
    "cp875", "875", "ibm875")
SINGLE_WHOLE(encoding_ebcdic_1026, "IBM1026", ebcdic_1026, "ibm-1026",
    "ibm1026", "cp1026", "1026", "csibm1026")
SINGLE_WHOLE(encoding_ebcdic_1047, "IBM1047", ebcdic_1047, "ibm-1047",
    "ibm1047", "ibm-1047", "cp1047", "1047", "csibm1047")
SINGLE_WHOLE(encoding_ebcdic_1140, "IBM01140", ebcdic_1140, "ibm-1140",
    "ibm01140", "ibm1140", "cp1140", "1140", "ccsid01140", "cp01140",
    "ebcdic-us-37+euro", "csibm01140")
SINGLE_WHOLE(encoding_ebcdic_1141, "IBM01141", ebcdic_1141, "ibm-1141",
    "ibm01141", "ibm1141", "cp1141", "1141", "ccsid01141", "cp01141",
    "ebcdic-de-273+euro", "csibm01141")
SINGLE_WHOLE(encoding_ebcdic_1142, "IBM01142", ebcdic_1142, "ibm-1142",
    "ibm01142", "ibm1142", "cp1142", "1142", "ccsid01142", "cp01142",
    "ebcdic-dk-277+euro", "ebcdic-no-277+euro", "csibm01142")
SINGLE_WHOLE(encoding_ebcdic_1143, "IBM01143", ebcdic_1143, "ibm-1143",
    "ibm01143", "ibm1143", "cp1143", "1143", "ccsid01143", "cp01143",
    "ebcdic-fi-278+euro", "ebcdic-se-278+euro", "csibm01143")
SINGLE_WHOLE(encoding_ebcdic_1144, "IBM01144", ebcdic_1144, "ibm-1144",
    "ibm01144", "ibm1144", "cp1144", "1144", "ccsid01144", "cp01144",
    "ebcdic-it-280+euro", "csibm01144")
SINGLE_WHOLE(encoding_ebcdic_1145, "IBM01145", ebcdic_1145, "ibm-1145",
    "ibm01145", "ibm1145", "cp1145", "1145", "ccsid01145", "cp01145",
    "ebcdic-es-284+euro", "csibm01145")
SINGLE_WHOLE(encoding_ebcdic_1146, "IBM01146", ebcdic_1146, "ibm-1146",
    "ibm01146", "ibm1146", "cp1146", "1146", "ccsid01146", "cp01146",
    "ebcdic-gb-285+euro", "csibm01146")
SINGLE_WHOLE(encoding_ebcdic_1147, "IBM01147", ebcdic_1147, "ibm-1147",
    "ibm01147", "ibm1147", "cp1147", "1147", "ccsid01147", "cp01147",
    "ebcdic-fr-297+euro", "csibm01147")
SINGLE_WHOLE(encoding_ebcdic_1148, "IBM01148", ebcdic_1148, "ibm-1148",
    "ibm01148", "ibm1148", "cp1148", "1148", "ccsid01148", "cp01148",
    "ebcdic-international-500+euro", "csibm01148")
SINGLE_WHOLE(encoding_ebcdic_1149, "IBM01149", ebcdic_1149, "ibm-1149",
    "ibm01149", "ibm1149", "cp1149", "1149", "ccsid01149", "cp01149",
    "ebcdic-is-871+euro", "csibm01149")
MULTI(encoding_johab, "Johab", UG_JOHAB,
    "johab", "1361", "cp1361", "ksc5601-1992", "ksc5601_1992", "ms1361",
    "windows-1361", "x-johab")
STATEFUL(encoding_utf_7, "UTF-7", UG_UTF_7, NULL,
    "utf-7", "csutf7", "unicode-1-1-utf-7", "csunicode11utf7", "utf7",
    "x-unicode20utf7")
STATEFUL(encoding_hz_gb_2312, "HZ-GB-2312", UG_HZ, NULL,
    "hz-gb-2312", "hz")
STATEFUL(encoding_iso_2022_kr, "ISO-2022-KR", UG_ISO_2022_KR, NULL,
    "iso-2022-kr", "csiso2022kr", "iso2022-kr")
STATEFUL(encoding_iso_2022_cn, "ISO-2022-CN", UG_ISO_2022_CN, NULL,
    "iso-2022-cn", "csiso2022cn")
STATEFUL(encoding_iso_2022_cn_ext, "ISO-2022-CN-EXT", UG_CONVERTER,
    "ISO-2022-CN-EXT",
    "iso-2022-cn-ext", "csiso2022cnext")
MULTI(encoding_euc_tw, "EUC-TW", UG_EUC_TW,
    "euc-tw", "euctw", "cseuctw")
SINGLE(static, encoding_georgian_ps, "GEORGIAN-PS", georgian_ps,
    "iconv:GEORGIAN-PS",
    "georgian-ps")
/* clang-format on */
