/*
 * multi_byte_test.c - how much of what is no character is malformed
 *
 * Each pair of bytes in each encoding without state.  What is a character is
 * looked up; tests/decode holds those against other decoders.
 */
#include "encodings/multi_byte.h"

#include <string.h>

#include "check.h"
#include "random.h"

static const struct kind {
	enum ug_multi_byte decoder;
	const char *name;
	unsigned first, last;       /* leads */
	unsigned gap, gap_end;      /* none from there up to there */
	unsigned low, high;         /* second bytes */
} kinds[] = {
	{ UG_BIG5, "Big5", 0x81, 0xFE, 0, 0, 0x40, 0xFE },
	{ UG_EUC_KR, "EUC-KR", 0x81, 0xFE, 0, 0, 0x41, 0xFE },
	{ UG_SHIFT_JIS, "Shift_JIS", 0x81, 0xFC, 0xA0, 0xE0, 0x40, 0xFC },
	{ UG_EUC_JP, "EUC-JP", 0x8E, 0xFE, 0x90, 0xA1, 0xA1, 0xFE },
	{ UG_GB18030, "gb18030", 0x81, 0xFE, 0, 0, 0x40, 0xFE },
};

static bool
is(struct ug_char got, size_t len, uint32_t c)
{
	return got.len == len && got.c == c && got.second == 0;
}

static struct ug_char
next(enum ug_multi_byte decoder, const char *s, size_t len)
{
	unsigned state = 0;

	return ug_multi_byte_next(decoder, (const unsigned char *)s, len,
	    &state);
}

static bool
is_lead(const struct kind *kind, unsigned byte)
{
	return byte >= kind->first && byte <= kind->last &&
	    (byte < kind->gap || byte >= kind->gap_end);
}

/* Bytes beyond ASCII that are characters by themselves. */
static uint32_t
alone(enum ug_multi_byte decoder, unsigned byte)
{
	if (decoder == UG_SHIFT_JIS && byte >= 0xA1 && byte <= 0xDF)
		return byte + 0xFF61 - 0xA1;
	if (decoder == UG_SHIFT_JIS && byte == 0x80)
		return 0x80;
	return decoder == UG_GB18030 && byte == 0x80 ? 0x20AC : 0;
}

static void
check_pair(const struct kind *kind, unsigned lead, unsigned trail)
{
	const char s[3] = { (char)lead, (char)trail, 'A' };
	const char other[3] = { (char)lead, (char)trail, '\xA1' };
	const uint32_t c = ug_multi_byte_pair(kind->decoder,
	    (const unsigned char *)s);
	struct ug_char got = next(kind->decoder, s, 3);
	const struct ug_char beside = next(kind->decoder, other, 3);

	if (c != 0)
		CHECK(kind->name, is_lead(kind, lead) && trail >= kind->low &&
		    trail <= kind->high);
	if (kind->decoder == UG_GB18030 && trail >= '0' && trail <= '9')
		return; /* of four */
	if (kind->decoder == UG_EUC_JP && lead == 0x8F && trail >= 0xA1 &&
	    trail != 0xFF)
		return; /* of three */
	CHECK(kind->name, got.len == beside.len && got.c == beside.c &&
	    got.second == beside.second);
	if (kind->decoder == UG_EUC_JP && lead == 0x8E && trail >= 0xA1 &&
	    trail <= 0xDF)
		CHECK(kind->name, is(got, 2, trail + 0xFF61 - 0xA1));
	else if (alone(kind->decoder, lead) != 0)
		CHECK(kind->name, is(got, 1, alone(kind->decoder, lead)));
	else if (got.second != 0)
		CHECK(kind->name, kind->decoder == UG_BIG5 && lead == 0x88 &&
		    got.len == 2 && c == 0);
	else if (c != 0)
		CHECK(kind->name, is(got, 2, c));
	else
		CHECK(kind->name, is(got, is_lead(kind, lead) && trail >= 0x80 ?
		    2 : 1, UG_MALFORMED));
}

static void
check_kind(const struct kind *kind)
{
	for (unsigned lead = 0; lead <= 0xFF; lead++) {
		const char s[1] = { (char)lead };
		const uint32_t c = lead < 0x80 ? lead :
		    alone(kind->decoder, lead);

		CHECK(kind->name, is(next(kind->decoder, s, 1), 1,
		    c != 0 || lead == 0 ? c : UG_MALFORMED));
		for (unsigned trail = 0; lead >= 0x80 && trail <= 0xFF;
		    trail++)
			check_pair(kind, lead, trail);
	}
}

static const struct {
	enum ug_multi_byte decoder;
	const char *bytes;
	size_t n, len;
	uint32_t c;
} rows[] = {
	{ UG_GB18030, "\x81\x30\x81\x30", 4, 4, 0x80 },
	{ UG_GB18030, "\x84\x31\xA4\x39", 4, 4, 0xFFFF },
	{ UG_GB18030, "\x84\x31\xA5\x30", 4, 4, UG_MALFORMED },
	{ UG_GB18030, "\x90\x30\x81\x30", 4, 4, 0x10000 },
	{ UG_GB18030, "\x8F\x39\xFE\x39", 4, 4, UG_MALFORMED },
	{ UG_GB18030, "\xE3\x32\x9A\x35", 4, 4, 0x10FFFF },
	{ UG_GB18030, "\xE3\x32\x9A\x36", 4, 4, UG_MALFORMED },
	{ UG_GB18030, "\x81\x35\xF4\x37", 4, 4, 0xE7C7 },
	{ UG_GB18030, "\x81\x30", 2, 2, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\x81", 3, 3, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\xFE", 3, 3, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\x80", 3, 1, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\xFF", 3, 1, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\x80\x30", 4, 1, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\x81\x2F", 4, 1, UG_MALFORMED },
	{ UG_GB18030, "\x81\x30\x81\x3A", 4, 1, UG_MALFORMED },
	{ UG_GB18030, "\x81\x2F\x81\x30", 4, 1, UG_MALFORMED },
	{ UG_EUC_JP, "\x8F\xA2", 2, 2, UG_MALFORMED },
	{ UG_EUC_JP, "\x8F\xA2\xAF", 3, 3, 0x02D8 },
	{ UG_EUC_JP, "\x8F\xA2\xA1", 3, 3, UG_MALFORMED },
	{ UG_EUC_JP, "\x8F\xA2\x7F", 3, 2, UG_MALFORMED },
	{ UG_EUC_JP, "\x8F\xA2\x80", 3, 3, UG_MALFORMED },
	{ UG_EUC_JP, "\x8F\xFE\xFE", 3, 3, UG_MALFORMED },
	{ UG_EUC_TW, "\x80\xA1", 2, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\xA0\xA1", 2, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\xFF\xA1", 2, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\xC4", 1, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\xC4\x7F", 2, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\xC4\x80", 2, 2, UG_MALFORMED },
	{ UG_EUC_TW, "\xC4\xA0", 2, 2, UG_MALFORMED },
	{ UG_EUC_TW, "\xC4\xA1", 2, 2, 0x4E00 },
	{ UG_EUC_TW, "\xC4\xFF", 2, 2, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E", 1, 1, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xA1\xC4", 3, 3, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xA1\x41\xA1", 4, 2, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xA1\xC4\xFF", 4, 4, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xA1\xC4\xA1", 4, 4, 0x4E00 },
	{ UG_EUC_TW, "\x8E\xA8\xC4\xA1", 4, 4, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xAE\xC4\xA1", 4, 4, UG_MALFORMED },
	{ UG_EUC_TW, "\x8E\xB0\xC4\xA1", 4, 4, UG_MALFORMED },
};

/* The four pairs that stand for two characters. */
static void
check_two(void)
{
	static const struct {
		const char *bytes;
		uint32_t c, second;
	} pairs[] = {
		{ "\x88\x62", 0xCA, 0x304 }, { "\x88\x64", 0xCA, 0x30C },
		{ "\x88\xA3", 0xEA, 0x304 }, { "\x88\xA5", 0xEA, 0x30C },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		const struct ug_char got = next(UG_BIG5, pairs[i].bytes, 2);

		CHECK("two characters", got.len == 2 &&
		    got.c == pairs[i].c && got.second == pairs[i].second);
	}
}

/* Those with a state: what is read is there, and never two characters. */
static void
check_state(enum ug_multi_byte decoder)
{
	static const char bytes[] = "\x1b\x1b$$)(BJIAGCKO+-~~{}\x0e\x0f\n"
	    "AZaz09/ !~\x21\x22\x7e\x7f\x80\xa1\xfe";
	uint64_t seed = 1;

	for (unsigned n = 0; n < 4000; n++) {
		unsigned char s[24];
		const size_t len = (size_t)random_next(&seed) % sizeof(s) + 1;
		unsigned state = 0;

		for (size_t i = 0; i < len; i++)
			s[i] = (unsigned char)bytes[random_next(&seed) %
			    (sizeof(bytes) - 1)];
		for (size_t at = 0; at < len; ) {
			const struct ug_char got = ug_multi_byte_next(decoder,
			    s + at, len - at, &state);

			if (!CHECK("state", got.len >= 1 &&
			    got.len <= len - at && got.second == 0))
				break;
			at += got.len;
		}
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		check_kind(&kinds[i]);
	check_two();
	check_state(UG_ISO_2022_JP);
	check_state(UG_ISO_2022_KR);
	check_state(UG_ISO_2022_CN);
	check_state(UG_HZ);
	check_state(UG_UTF_7);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char name[24];

		snprintf(name, sizeof(name), "row %zu", i);
		CHECK(name, is(next(rows[i].decoder, rows[i].bytes, rows[i].n),
		    rows[i].len, rows[i].c));
	}
	return check_done(argv[0]);
}
