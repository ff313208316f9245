/*
 * utf8_test.c - against a naive decoder, all short strings; the utf8tests suite
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "check.h"
#include "random.h"

/* ---- a decoder that is slow and plain ---- */

struct naive {
	size_t len;  /* of the character, or of the malformed sequence */
	bool good;
};

/* Read bits, then ask: too short, too large, a surrogate? */
static struct naive
naive_next(const unsigned char *s, size_t len)
{
	size_t want, at = 1;
	uint32_t c, low, high;

	if (s[0] < 0x80)
		return (struct naive){ 1, true };
	if (s[0] < 0xC0 || s[0] > 0xF7)
		return (struct naive){ 1, false };
	want = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	c = s[0] & (0x7Fu >> want);
	low = want == 2 ? 0x80 : want == 3 ? 0x800 : 0x10000;
	/* A prefix is good if some end of it makes a scalar value. */
	for (;;) {
		const unsigned rest = (unsigned)(6 * (want - at));

		high = (c << rest) + (((uint32_t)1 << rest) - 1);
		if (high < low || c << rest > 0x10FFFF ||
		    (c << rest >= 0xD800 && high <= 0xDFFF))
			return (struct naive){ at > 1 ? at - 1 : 1, false };
		if (at == want)
			return (struct naive){ want, true };
		if (at == len || (s[at] & 0xC0) != 0x80)
			return (struct naive){ at, false };
		c = c << 6 | (s[at] & 0x3Fu);
		at++;
	}
}

static bool
naive_agrees(const unsigned char *s, size_t len)
{
	struct naive next = { 0, true };
	bool ascii = true, is_ascii = !ascii;
	size_t at = 0;

	while (at < len) {
		next = naive_next(s + at, len - at);
		if (!next.good)
			break;
		ascii = ascii && next.len == 1;
		at += next.len;
	}
	return ug_utf8_prefix(s, len, &is_ascii) == at && is_ascii == ascii &&
	    (at == len || ug_utf8_malformed(s + at, len - at) == next.len);
}

/* ---- tests ---- */

static void
test_short_strings(void)
{
	unsigned char s[4];
	unsigned long wrong = 0;

	for (unsigned i = 0; i < 0x1000000; i++) {
		s[0] = (unsigned char)(i >> 16);
		s[1] = (unsigned char)(i >> 8);
		s[2] = (unsigned char)i;
		if ((i & 0xFFFF) == 0)
			wrong += !naive_agrees(s, 1);
		if ((i & 0xFF) == 0)
			wrong += !naive_agrees(s, 2);
		wrong += !naive_agrees(s, 3);
	}
	CHECK("all strings of 1 to 3 bytes", wrong == 0);

	/* Of four: every lead, the limits of the others. */
	static const unsigned char edge[] = { 0, 'a', 0x7F, 0x80, 0x81, 0x8F,
		0x90, 0x91, 0x9F, 0xA0, 0xA1, 0xBF, 0xC0, 0xC2, 0xE2, 0xED,
		0xF0, 0xF4, 0xFF };
	const unsigned n = sizeof(edge);

	wrong = 0;
	for (unsigned i = 0; i < 256 * n * n * n; i++) {
		s[0] = (unsigned char)(i / (n * n * n));
		s[1] = edge[i / (n * n) % n];
		s[2] = edge[i / n % n];
		s[3] = edge[i % n];
		wrong += !naive_agrees(s, 4);
	}
	CHECK("strings of 4 bytes", wrong == 0);
}

/* Characters and broken bytes at every place against the strides. */
static void
test_long_strings(void)
{
	static const char *const pieces[] = { "a", "\xC3\xA9", "\xE2\x82\xAC",
		"\xF0\x9F\x98\x80", "plain words of ASCII and nothing else, ",
		"\xE6\x97\xA5\xE6\x9C\xAC", "\xE2\x82", "\xFF", "\xED\xA0\x80",
		"\xF0\x9F\x98" };
	unsigned char s[256];
	uint64_t seed = 20;
	unsigned long wrong = 0;

	for (unsigned round = 0; round < 200000; round++) {
		const unsigned kinds = round % 3 == 0 ? 10 : 6;
		size_t len = 0;

		for (;;) {
			const char *const piece = pieces[
			    random_next(&seed) % kinds];
			const size_t n = strlen(piece);

			if (len + n > sizeof(s) ||
			    random_next(&seed) % 40 == 0)
				break;
			memcpy(s + len, piece, n);
			len += n;
		}
		/* Cut off the front so that strides fall anywhere. */
		const size_t cut = len > 0 ? random_next(&seed) % len % 5 : 0;

		wrong += !naive_agrees(s + cut, len - cut);
		if (len > cut)
			wrong += !naive_agrees(s + cut, len - cut - 1);
	}
	CHECK("long strings", wrong == 0);
	CHECK("empty", ug_utf8_prefix(s, 0, NULL) == 0);
}

static size_t
unhex(const char *hex, unsigned char *out)
{
	size_t n = 0;
	unsigned byte;
	int used;

	while (sscanf(hex, " %2x%n", &byte, &used) == 1) {
		out[n++] = (unsigned char)byte;
		hex += used;
	}
	return n;
}

/* What `bytes` become with U+FFFD for each malformed sequence. */
static size_t
replaced(const unsigned char *bytes, size_t len, unsigned char *out)
{
	size_t n = 0;

	for (size_t at = 0; at < len;) {
		const size_t good = ug_utf8_prefix(bytes + at, len - at, NULL);

		memcpy(out + n, bytes + at, good);
		n += good;
		at += good;
		if (at < len) {
			memcpy(out + n, "\xEF\xBF\xBD", 3);
			n += 3;
			at += ug_utf8_malformed(bytes + at, len - at);
		}
	}
	return n;
}

/* "num:invalid hex:HEX:skipped:REPLACED" or "num:valid hex:HEX". */
static void
test_suite(void)
{
	const char *const root = getenv("UG_SHARED");
	char path[4096], line[4096];
	unsigned char in[1024], want[2048], out[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/suites/utf8tests/utf8tests.txt",
	    root != NULL ? root : "../shared");
	file = fopen(path, "r");
	if (file == NULL) {
		printf("utf8_test: skipped: no %s\n", path);
		return;
	}
	while (fgets(line, sizeof(line), file) != NULL) {
		char *const kind = strchr(line, ':');

		if (line[0] == '#' || kind == NULL)
			continue;
		if (strncmp(kind, ":valid hex:", 11) == 0) {
			const size_t n = unhex(kind + 11, in);

			CHECK(line, ug_utf8_prefix(in, n, NULL) == n);
		} else if (strncmp(kind, ":invalid hex:", 13) == 0) {
			const size_t n = unhex(kind + 13, in);
			const char *const last = strrchr(line, ':') + 1;
			const size_t n_want = unhex(last, want);
			const size_t n_out = replaced(in, n, out);

			CHECK(line, n_out == n_want &&
			    memcmp(out, want, n_want) == 0);
		}
	}
	fclose(file);
}

static void
test_is(void)
{
	static const struct {
		struct ug_text in;
		bool is, ascii;
	} rows[] = {
		{ UG_LIT(""), true, true },
		{ UG_LIT("plain"), true, true },
		{ UG_LIT("\u00E9"), true, false },
		{ UG_LIT("\u00E9\xE2"), true, false },
		{ UG_LIT("\u00E9\xE2\x82"), true, false },
		{ UG_LIT("\u00E9\xF0\x9F\x98"), true, false },
		{ UG_LIT("\u00E9\xE2\x82."), false, false },
		{ UG_LIT("\u00E9\xE0\x82"), false, false },
		{ UG_LIT("\u00E9\xC0"), false, false },
		{ UG_LIT("\u00E9\xFF"), false, false },
		{ UG_LIT("\u00E9\x82"), false, false },
		{ UG_LIT("plain\xE2\x82"), false, false },
		{ UG_LIT("\xE2\x82"), false, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool ascii;

		CHECK(rows[i].in.s, rows[i].is == ug_utf8_is(
		    (const unsigned char *)rows[i].in.s, rows[i].in.len,
		    &ascii) && rows[i].ascii == ascii);
	}
}

/* ug_text_ascii(), with the first byte that is not at each place. */
static void
test_ascii(void)
{
	char s[24];

	for (size_t len = 0; len <= sizeof(s); len++)
		for (size_t at = 0; at <= len; at++) {
			memset(s, 'a', sizeof(s));
			if (at < sizeof(s))
				s[at] = '\x80';
			CHECK("ASCII", ug_text_ascii((struct ug_text){ s,
			    len }) == at);
		}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_short_strings();
	test_long_strings();
	test_suite();
	test_is();
	test_ascii();
	return check_done(argv[0]);
}
