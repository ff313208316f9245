/*
 * validity.c - what bytes can be: UTF-8 with stray bytes in it, or an encoding
 * that has no such sequence
 *
 * One bad byte does not make a record of UTF-8 something else:
 *
 *	C3 A9 .. E2 80 99 .. E9  ->  UTF-8, and E9 is astray
 *
 * Runs of bytes beyond ASCII are weighed: chance makes well-formed characters
 * of a whole run seldom, and the seldomer the longer it is; a lone byte is the
 * usual stray; a longer run that is not UTF-8 is the sign of another encoding.
 *
 * Characters in the form of UTF-8 that no standard admits (surrogates one by
 * one, as CESU-8 has them) count for UTF-8.
 */
#include "base/least.h"
#include "base/utf8.h"
#include "detect.h"
#include "encodings/multi_byte.h"

/*
 * Points, ten to the nat.  A pair of random bytes beyond ASCII is well-formed
 * by a chance of 12 % (30 leads, 64 trails, of 128 each), which is 21 points;
 * in legacy text it is less, since letters seldom lie in 80..BF.  What of that
 * is in each number is set by hand.
 */
#define RUN_GOOD      35 /* the run is well-formed from end to end */
#define RUN_LATIN     48 /* C2 80 .. C3 BF: rare in legacy text */
#define RUN_GOOD_MORE 8  /* for each byte beyond two */
#define RUN_MAX       60 /* one run says no more */
#define RUN_LONG      9  /* bytes of characters that outweigh a bad one */
#define RUN_MARK      1  /* it is the start of a mark, if nothing else speaks */
#define LONE_BAD      25 /* against: one bad byte, or a run half good */
#define RUN_BAD       50 /* or any other */

/* The length of a surrogate in the form of UTF-8, or 0. */
static size_t
validity_surrogate(const unsigned char *s, size_t len)
{
	return len >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] < 0xC0 &&
	    ug_char_is_tail(s[2]) ? 3 : 0;
}

/* The bytes of a run that are well-formed, or nearly; *n_bad: sequences not. */
static size_t
validity_good(const unsigned char *s, size_t len, size_t *n_bad)
{
	size_t good = 0, at = 0;

	*n_bad = 0;
	while (at < len) {
		size_t n = ug_utf8_prefix(s + at, len - at, NULL);

		if (n == 0)
			n = validity_surrogate(s + at, len - at);
		good += n;
		if (n == 0) {
			++*n_bad;
			n = ug_utf8_malformed(s + at, len - at);
		}
		at += n;
	}
	return good;
}

/* Whether what is malformed in a run is only that its end is cut off. */
static bool
validity_is_cut(const unsigned char *s, size_t len)
{
	const size_t good = ug_utf8_prefix(s, len, NULL);

	return good < len && len - good < 4 &&
	    s[good] >= 0xC2 && s[good] < 0xF5 &&
	    ug_utf8_malformed(s + good, len - good) == len - good &&
	    len - good < (s[good] < 0xE0 ? 2u : s[good] < 0xF0 ? 3u : 4u);
}

/*
 * Whether a run is the start of a quotation mark, dash, sign or emoji that was
 * cut off: these bytes begin no other text, whatever the encoding.
 *
 *	E2 80 .. E2 82 .. E2 84
 *	F0 9F .. F0 9F 98
 */
static bool
validity_is_mark(const unsigned char *s, size_t len)
{
	if (len == 2 && s[0] == 0xE2)
		return s[1] == 0x80 || s[1] == 0x82 || s[1] == 0x84;
	return (len == 2 || (len == 3 && ug_char_is_tail(s[2]))) &&
	    s[0] == 0xF0 && s[1] == 0x9F;
}

static int
validity_run(const unsigned char *s, size_t len, bool last, bool *has_good)
{
	size_t n_bad;

	if (validity_is_mark(s, len)) {
		*has_good = true;
		return RUN_MARK;
	}
	/* A cut end speaks neither for nor against, but where a mark is all. */
	if (last && validity_is_cut(s, len))
		len = ug_utf8_prefix(s, len, NULL);
	if (len == 0)
		return -RUN_MARK;

	const size_t good = validity_good(s, len, &n_bad);
	int points = RUN_MAX;

	if (good != 0)
		*has_good = true;
	if (n_bad == 0) {
		if (len < 6)
			points = (s[0] <= 0xC3 ? RUN_LATIN : RUN_GOOD) +
			    (int)(len - 2) * RUN_GOOD_MORE;
		return UG_MIN(points, RUN_MAX);
	}
	if (len == 1)
		return -LONE_BAD;
	/* Chance makes no run of characters with a bad byte among them. */
	if (good >= RUN_LONG && good * 5 >= len * 4) {
		const size_t bad = n_bad * LONE_BAD;
		const size_t gain = good * RUN_GOOD_MORE / 2;

		return gain > bad + RUN_MAX ? RUN_MAX : (int)gain - (int)bad;
	}
	return good * 2 > len ? -LONE_BAD : -RUN_BAD;
}

/* The length of a record but for its line end. */
static size_t
validity_line(const unsigned char *bytes, size_t len)
{
	while (len > 0 && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
		len--;
	return len;
}

/* Points for a record being UTF-8; *has_good: some of it is. */
static long long
validity_points(const unsigned char *bytes, size_t len, bool *has_good)
{
	long long points = 0;
	size_t at = 0;

	*has_good = false;
	len = validity_line(bytes, len);
	while (at < len) {
		const size_t start = at;

		while (at < len && bytes[at] >= 0x80)
			at++;
		if (at > start)
			points += validity_run(bytes + start, at - start,
			    at == len, has_good);
		else
			at++;
	}
	return points;
}

bool
ug_detect_is_utf8(const unsigned char *bytes, size_t len)
{
	bool has_good;
	const long long points = validity_points(bytes, len, &has_good);

	return has_good && points > 0;
}

bool
ug_detect_is_legacy(const unsigned char *bytes, size_t len)
{
	bool has_good;

	return validity_points(bytes, len, &has_good) <= -RUN_BAD;
}

static bool
validity_single(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	for (size_t at = 0; at < len; at++)
		if (ug_single_byte(encoding, bytes[at]) == UG_UNDEFINED)
			return false;
	return true;
}

/* From the start of a stream; of what a converter reads nothing is known. */
static bool
validity_multi(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	unsigned state = 0;

	if (encoding->decoder == UG_CONVERTER)
		return false;
	for (size_t at = 0; at < len;) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, bytes + at, len - at, &state);

		if (found.c == UG_MALFORMED || found.c == UG_INCOMPLETE)
			return false;
		at += found.len;
	}
	return true;
}

/* UTF-16 and UTF-32: whole units, surrogates in pairs, scalar values. */
static bool
validity_wide(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	const size_t size = ug_unit_len(encoding->kind);
	bool high = false;

	if (len % size != 0)
		return false;
	for (size_t at = 0; at < len; at += size) {
		const uint32_t c = ug_unit_at(encoding->kind, bytes + at);
		const bool low = c >= 0xDC00 && c < 0xE000;

		if (c > 0x10FFFF || low != high)
			return false;
		high = c >= 0xD800 && c < 0xDC00;
		if (high && size != 2)
			return false;
	}
	return !high;
}

bool
ug_detect_valid(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	switch (encoding->kind) {
	case UG_UTF8:
		return ug_utf8_prefix(bytes, len, NULL) == len;
	case UG_SINGLE_BYTE:
		return validity_single(encoding, bytes, len);
	case UG_MULTI_BYTE:
	case UG_STATEFUL:
		return validity_multi(encoding, bytes, len);
	case UG_BINARY:
		return true;
	default:
		return validity_wide(encoding, bytes, len);
	}
}
