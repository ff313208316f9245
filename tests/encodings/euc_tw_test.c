/*
 * euc_tw_test.c - EUC-TW beside ICU's converter and the C library's
 *
 * Every character of two bytes, and every one of four in planes 1 to 16.  ICU
 * has no plane 1 in four bytes; what it puts into the private use area, and a
 * vendor's plane 13, is malformed here.  The C library lacks 400 characters of
 * plane 1, and reads some punctuation otherwise.
 */
#include <iconv.h>
#include <string.h>

#include <unicode/ucnv.h>

#include "check.h"
#include "encodings/multi_byte.h"

static uint32_t
ours(const unsigned char *bytes, size_t len)
{
	unsigned state = 0;
	const struct ug_char found = ug_multi_byte_next(UG_EUC_TW, bytes, len,
	    &state);

	return found.c == UG_MALFORMED || found.len != len ? 0 : found.c;
}

static uint32_t
icu_reads(UConverter *icu, const unsigned char *bytes, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar to[4] = { 0 };
	const int32_t n = ucnv_toUChars(icu, to, 4, (const char *)bytes,
	    (int32_t)len, &status);
	const uint32_t c = n == 2 && U16_IS_LEAD(to[0]) ?
	    (uint32_t)U16_GET_SUPPLEMENTARY(to[0], to[1]) : to[0];

	return U_FAILURE(status) || c == 0xFFFD || (c >= 0xE000 && c < 0xF900)
	    ? 0 : c;
}

/* What the C library reads; 0 if nothing. */
static uint32_t
library_reads(iconv_t cd, const unsigned char *bytes, size_t len)
{
	char in[4], *from = in;
	unsigned char out[8] = { 0 };
	char *to = (char *)out;
	size_t n_in = len, n_out = sizeof(out);

	memcpy(in, bytes, len);
	if (iconv(cd, &from, &n_in, &to, &n_out) == (size_t)-1) {
		iconv(cd, NULL, NULL, NULL, NULL);
		return 0;
	}
	return (uint32_t)out[1] << 16 | (uint32_t)out[2] << 8 | out[3];
}

struct tally {
	unsigned n, icu_differs, library_differs, library_lacks;
};

static struct tally
tally_plane(UConverter *icu, iconv_t cd, unsigned plane)
{
	struct tally tally = { 0, 0, 0, 0 };

	for (unsigned i = 0; i < 94 * 94; i++) {
		const unsigned char all[] = { 0x8E,
			(unsigned char)(0xA0 + plane),
			(unsigned char)(0xA1 + i / 94),
			(unsigned char)(0xA1 + i % 94) };
		const unsigned char *const bytes = plane == 0 ? all + 2 : all;
		const size_t len = plane == 0 ? 2 : 4;
		const uint32_t c = ours(bytes, len);

		tally.n += c != 0;
		tally.icu_differs += plane != 1 && plane != 13 &&
		    c != icu_reads(icu, bytes, len);
		if (cd == (iconv_t)-1)
			continue;

		const uint32_t theirs = library_reads(cd, bytes, len);

		tally.library_lacks += c != 0 && theirs == 0;
		tally.library_differs += theirs != 0 && theirs != c;
	}
	return tally;
}

int
main(int argc, char *argv[])
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *const icu = ucnv_open("euc-tw-2014", &status);
	const iconv_t cd = iconv_open("UTF-32BE", "EUC-TW");
	unsigned all = 0, differs = 0, lacks = 0;

	(void)argc;
	if (!CHECK("ICU", U_SUCCESS(status)))
		return check_done(argv[0]);
	/* 0 stands for two bytes. */
	for (unsigned plane = 0; plane <= 16; plane++) {
		const struct tally tally = tally_plane(icu, cd, plane);
		char name[16];

		snprintf(name, sizeof(name), "plane %u", plane);
		CHECK(name, tally.icu_differs == 0);
		all += tally.n;
		differs += tally.library_differs;
		lacks += tally.library_lacks;
	}
	printf("euc_tw_test: %u sequences, of the C library's %u are "
	    "otherwise and %u missing\n", all, differs, lacks);
	CHECK("all", all > 60000);
	CHECK("library", differs <= 41 && lacks < 900);
	ucnv_close(icu);
	if (cd != (iconv_t)-1)
		iconv_close(cd);
	return check_done(argv[0]);
}
