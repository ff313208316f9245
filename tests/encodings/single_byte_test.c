/*
 * single_byte_test.c - the tables beside ICU's and the C library's
 *
 * Where one of them has another opinion on a byte, that byte is listed here
 * with the reason.  A byte that one of the three leaves undefined is compared,
 * too, but for those that WHATWG makes controls.
 */
#include <iconv.h>
#include <stdlib.h>

#include <unicode/ucnv.h>

#include "check.h"
#include "encodings/encodings.h"

/* What the others call it; NULL: they lack it. */
static const struct peer {
	const char *name, *icu, *library;
} peers[] = {
	{ "IBM437", "ibm-437", "IBM437" },
	{ "cp720", "ibm-720", NULL },
	{ "cp737", "ibm-737", "CP737" },
	{ "IBM775", "ibm-775", "IBM775" },
	{ "IBM850", "ibm-850", "IBM850" },
	{ "IBM852", "ibm-852", "IBM852" },
	{ "IBM855", "ibm-855", "IBM855" },
	{ "cp856", "ibm-856", "IBM856" },
	{ "IBM857", "ibm-857", "IBM857" },
	{ "IBM00858", "ibm-858", "CP858" },
	{ "IBM860", "ibm-860", "IBM860" },
	{ "IBM861", "ibm-861", "IBM861" },
	{ "IBM862", "ibm-862", "IBM862" },
	{ "IBM863", "ibm-863", "IBM863" },
	{ "IBM864", "ibm-864", "IBM864" },
	{ "IBM865", "ibm-865", "IBM865" },
	{ "IBM866", "ibm-866", "IBM866" },
	{ "IBM869", "ibm-869", "IBM869" },
	{ "cp1125", "ibm-1125", "CP1125" },
	{ "ISO-8859-2", "iso-8859-2", "ISO-8859-2" },
	{ "ISO-8859-3", "iso-8859-3", "ISO-8859-3" },
	{ "ISO-8859-4", "iso-8859-4", "ISO-8859-4" },
	{ "ISO-8859-5", "iso-8859-5", "ISO-8859-5" },
	{ "ISO-8859-6", "iso-8859-6", "ISO-8859-6" },
	{ "ISO-8859-7", "iso-8859-7", "ISO-8859-7" },
	{ "ISO-8859-8", "iso-8859-8", "ISO-8859-8" },
	{ "ISO-8859-10", "iso-8859-10", "ISO-8859-10" },
	{ "ISO-8859-13", "iso-8859-13", "ISO-8859-13" },
	{ "ISO-8859-14", "iso-8859-14", "ISO-8859-14" },
	{ "ISO-8859-15", "iso-8859-15", "ISO-8859-15" },
	{ "ISO-8859-16", NULL, "ISO-8859-16" },
	{ "windows-874", "ibm-1162", "CP1162" },
	{ "windows-1250", "windows-1250", "CP1250" },
	{ "windows-1251", "windows-1251", "CP1251" },
	{ "windows-1252", "windows-1252", "CP1252" },
	{ "windows-1253", "windows-1253", "CP1253" },
	{ "windows-1254", "windows-1254", "CP1254" },
	{ "windows-1255", "windows-1255", "CP1255" },
	{ "windows-1256", "windows-1256", "CP1256" },
	{ "windows-1257", "windows-1257", "CP1257" },
	{ "windows-1258", "windows-1258", "CP1258" },
	{ "KOI8-R", "koi8-r", "KOI8-R" },
	{ "KOI8-U", "koi8-u", "KOI8-U" },
	{ "KOI8-T", NULL, "KOI8-T" },
	{ "KZ-1048", NULL, "RK1048" },
	{ "PTCP154", NULL, "PT154" },
	{ "VISCII", NULL, "VISCII" },
	{ "TCVN", NULL, "TCVN" },
	{ "GEORGIAN-PS", NULL, "GEORGIAN-PS" },
	{ "hp-roman8", "ibm-1051", "HP-ROMAN8" },
	{ "macintosh", "macos-0_2-10.2", "MACINTOSH" },
	{ "x-mac-cyrillic", "macos-7_3-10.2", "MAC-UK" },
	{ "x-mac-centraleurope", "macos-29-10.2", "MAC-CENTRALEUROPE" },
	{ "x-mac-greek", "macos-6_2-10.4", NULL },
	{ "x-mac-turkish", "macos-35-10.2", NULL },
	{ "IBM037", "ibm-37", "IBM037" },
	{ "IBM273", "ibm-273", "IBM273" },
	{ "IBM277", "ibm-277", "IBM277" },
	{ "IBM278", "ibm-278", "IBM278" },
	{ "IBM280", "ibm-280", "IBM280" },
	{ "IBM284", "ibm-284", "IBM284" },
	{ "IBM285", "ibm-285", "IBM285" },
	{ "IBM297", "ibm-297", "IBM297" },
	{ "IBM420", "ibm-420", "IBM420" },
	{ "IBM424", "ibm-424", "IBM424" },
	{ "IBM500", "ibm-500", "IBM500" },
	{ "IBM871", "ibm-871", "IBM871" },
	{ "cp875", "ibm-875", "IBM875" },
	{ "IBM1026", "ibm-1026", "IBM1026" },
	{ "IBM1047", "ibm-1047", "IBM1047" },
	{ "IBM01140", "ibm-1140", "IBM1140" },
	{ "IBM01141", "ibm-1141", "IBM1141" },
	{ "IBM01142", "ibm-1142", "IBM1142" },
	{ "IBM01143", "ibm-1143", "IBM1143" },
	{ "IBM01144", "ibm-1144", "IBM1144" },
	{ "IBM01145", "ibm-1145", "IBM1145" },
	{ "IBM01146", "ibm-1146", "IBM1146" },
	{ "IBM01147", "ibm-1147", "IBM1147" },
	{ "IBM01148", "ibm-1148", "IBM1148" },
	{ "IBM01149", "ibm-1149", "IBM1149" },
};

#define WHATWG  "the Encoding Standard's index"
#define VENDORS "Unicode's VENDORS collection"
#define IBM     "IBM's own table, which ICU has"
#define MICRO   VENDORS ": the micro sign, as Microsoft has it"

/* Bytes of which a peer thinks otherwise, and why that is not followed. */
static const struct deviation {
	const char *name, *peer, *bytes, *why;
} deviations[] = {
	{ "IBM437", "ICU", "\xE6", MICRO },
	{ "IBM860", "ICU", "\xE6", MICRO },
	{ "IBM861", "ICU", "\xE6", MICRO },
	{ "IBM862", "ICU", "\xE6", MICRO },
	{ "IBM863", "ICU", "\xE6", MICRO },
	{ "IBM865", "ICU", "\xE6", MICRO },
	{ "IBM852", "ICU", "\xAA", VENDORS },
	{ "cp856", "ICU", "\xEE\xFA", VENDORS },
	{ "cp856", "libc", "\xEE\xFA", VENDORS },
	{ "IBM864", "ICU", "\x9F\xD7\xD8\xF1", VENDORS },
	{ "IBM864", "libc", "%", "ASCII is ASCII in the code pages of DOS" },
	{ "IBM869", "ICU", "\x88\xEF", VENDORS },
	{ "cp1125", "ICU", "\xFA\xFB", "as in IBM866" },
	{ "windows-1253", "ICU", "\xAA", WHATWG },
	{ "windows-1255", "ICU", "\xCA", WHATWG },
	{ "windows-1255", "libc", "\xCA", WHATWG },
	{ "KOI8-U", "ICU", "\xAE\xBE", WHATWG },
	{ "KOI8-U", "libc", "\xAE\xBE", WHATWG },
	{ "hp-roman8", "ICU", "\xA0\xA9\xAF\xB0\xB3\xF3\xF6", "RFC 1345" },
	{ "macintosh", "libc", "\xC6\xF0", WHATWG },
	{ "x-mac-cyrillic", "libc", "\xFF", WHATWG },
	{ "IBM278", "libc", "\x71\xE0", IBM },
	{ "IBM285", "libc", "\xA1", IBM },
	{ "IBM420", "libc", "\x45", IBM },
	{ "IBM424", "ICU", "\xB3\xBC", VENDORS },
	{ "IBM424", "libc", "\x78\x8F", VENDORS },
	{ "IBM871", "libc", "\x4A\xC0", IBM },
	{ "cp875", "libc", "\x6A\x74\xDD", VENDORS },
	{ "IBM1026", "ICU", "\x9A", VENDORS },
	{ "IBM1026", "libc", "\x9D\xBC", VENDORS },
};

static bool
is_allowed(const char *name, const char *peer, unsigned char byte)
{
	const size_t n = sizeof(deviations) / sizeof(*deviations);

	for (size_t i = 0; i < n; i++)
		if (byte != 0 && strcmp(deviations[i].name, name) == 0 &&
		    strcmp(deviations[i].peer, peer) == 0 &&
		    strchr(deviations[i].bytes, byte) != NULL)
			return true;
	return false;
}

static void
compare(const struct ug_encoding *encoding, const char *peer,
    unsigned char byte, uint32_t theirs)
{
	const uint32_t ours = ug_single_byte(encoding, byte);
	char what[64];

	/* The controls of DOS and of DEL, which tables of IBM's move. */
	if (encoding->lower == NULL && (byte < 0x20 || byte == 0x7F))
		return;
	/* WHATWG: what is undefined in 80..9F stands for a control. */
	if (ours == byte && ours >= 0x80 && ours < 0xA0 &&
	    theirs == UG_UNDEFINED)
		return;
	snprintf(what, sizeof(what), "%s, byte %02X: %04X, in %s %04X",
	    encoding->name, byte, (unsigned)ours, peer, (unsigned)theirs);
	CHECK(what, (ours == theirs) !=
	    is_allowed(encoding->name, peer, byte));
}

static void
compare_icu(const struct ug_encoding *encoding, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *const icu = ucnv_open(name, &status);

	ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
	    &status);
	if (!CHECK(name, U_SUCCESS(status)))
		return;
	for (unsigned byte = 0; byte < 0x100; byte++) {
		const char in = (char)(unsigned char)byte;
		UChar to[4] = { 0 };

		status = U_ZERO_ERROR;
		ucnv_toUChars(icu, to, 4, &in, 1, &status);
		compare(encoding, "ICU", (unsigned char)byte,
		    U_SUCCESS(status) ? to[0] : UG_UNDEFINED);
	}
	ucnv_close(icu);
}

/* Whether the C library has it. */
static bool
compare_library(const struct ug_encoding *encoding, const char *name)
{
	const iconv_t cd = iconv_open("UTF-16BE", name);

	if (cd == (iconv_t)-1)
		return false;
	for (unsigned byte = 0; byte < 0x100; byte++) {
		char in[1] = { (char)(unsigned char)byte };
		unsigned char out[8];
		char *from = in, *to = (char *)out;
		size_t n_in = 1, n_out = sizeof(out);
		const bool good =
		    iconv(cd, &from, &n_in, &to, &n_out) != (size_t)-1 &&
		    iconv(cd, NULL, NULL, &to, &n_out) != (size_t)-1;

		compare(encoding, "libc", (unsigned char)byte, good ?
		    (uint32_t)(out[0] << 8 | out[1]) : UG_UNDEFINED);
		if (!good)
			iconv(cd, NULL, NULL, NULL, NULL);
	}
	iconv_close(cd);
	return true;
}

int
main(int argc, char *argv[])
{
	size_t n = 0;

	(void)argc;
	for (size_t i = 0; i < sizeof(peers) / sizeof(*peers); i++) {
		const struct peer *const peer = &peers[i];
		const struct ug_encoding *const encoding =
		    ug_encoding_by_label(peer->name, strlen(peer->name));

		if (!CHECK(peer->name, encoding != NULL &&
		    strcmp(encoding->name, peer->name) == 0))
			continue;
		if (peer->icu != NULL)
			compare_icu(encoding, peer->icu);
		if (peer->library != NULL)
			n += compare_library(encoding, peer->library);
	}
#ifdef __GLIBC__
	CHECK("the C library has them", n > 70);
#else
	printf("single_byte_test: %zu encodings in the C library\n", n);
#endif
	return check_done(argv[0]);
}
