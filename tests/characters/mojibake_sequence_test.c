/*
 * mojibake_sequence_test.c - UTF-8 sequences among the units of a line
 */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "characters/mojibake.h"
#include "check.h"
#include "mojibake_line.h"

#define WINDOWS_1252 0

static uint32_t chars[UG_MOJIBAKE_MAX][256]; /* that a byte is; 0: none */

/* What each byte is in each encoding, if that is no other one's. */
static void
chars_find(void)
{
	for (uint32_t c = 0x80; c < 0x10000; c++) {
		const struct ug_mojibake_char *const its = ug_mojibake_char(c);

		for (unsigned e = 0; its->c != 0 && e < UG_MOJIBAKE_MAX; e++)
			if (its->byte[e] != 0 && (its->borrowed >> e & 1) == 0)
				chars[e][its->byte[e]] = c;
	}
}

/*
 * Bytes as the encoding has them, behind some text; in capitals if asked.
 * False: it lacks one.
 */
static bool
misread(const unsigned char *bytes, size_t n, unsigned encoding, bool large,
    char text[64])
{
	size_t len = (size_t)sprintf(text, large ? "CAPITALS" : "Some ");

	for (size_t i = 0; i < n; i++) {
		const uint32_t c = chars[encoding][bytes[i]];

		if (c == 0)
			return false;
		len += ug_put_char(large ? (uint32_t)u_toupper((UChar32)c) : c,
		    text + len);
	}
	strcpy(text + len, "; .");
	return true;
}

/* The character of bytes, which are one; 0: they are none that is used. */
static uint32_t
char_of(const unsigned char *bytes, size_t n)
{
	int32_t at = 0;
	UChar32 c;

	U8_NEXT(bytes, at, (int32_t)n, c);
	return c < 0 || at != (int32_t)n || (c >= 0x40000 && c < 0xE0000) ||
	    (c >= 0xE1000 && c < 0xF0000) ? 0 : (uint32_t)c;
}

static size_t n_whole, n_none, n_large;

/* In any encoding it is that character, whole, or none. */
static void
check_plain(const unsigned char *bytes, size_t n, unsigned encoding)
{
	const uint32_t want = char_of(bytes, n);
	struct ug_mojibake_sequence sequence;
	struct ug_mojibake_line line;
	char text[64];

	if (!misread(bytes, n, encoding, false, text))
		return;
	line = line_of(text);
	sequence = ug_mojibake_sequence(&line, 5, encoding, false, false);
	if (want == 0) {
		CHECK(text, sequence.n == 0);
		n_none++;
		return;
	}
	CHECK(text, sequence.n == n && sequence.c == want &&
	    sequence.twin == 0 && !sequence.doubtful && !sequence.cut &&
	    sequence.cost == 0);
	/* The same, whoever looks. */
	sequence = ug_mojibake_sequence_led(&line, 5, encoding, true, true);
	CHECK(text, sequence.n == n && sequence.c == want &&
	    !sequence.doubtful);
	n_whole++;
}

/* Is its capital, in windows-1252, that of another byte? */
static bool
byte_folds(unsigned byte)
{
	return byte == 0x9A || byte == 0x9C || byte == 0x9E;
}

/* May what was read as these bytes be known in capitals? */
static bool
large_known(const unsigned char *bytes, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (bytes[i] == 0x83 || /* whose capital is in no encoding */
		    (i + 1 < n && byte_folds(bytes[i])))
			return false;
	return bytes[0] < 0xE0 || (bytes[0] == 0xE2 && bytes[1] < 0xA0) ||
	    bytes[0] == 0xF0;
}

/* In a line that was put in capitals it is the capital of what it was. */
static void
check_large(const unsigned char *bytes, size_t n)
{
	const uint32_t c = char_of(bytes, n);
	const uint32_t want = c < 0x250 ? ug_mojibake_capital(c) : c;
	struct ug_mojibake_sequence sequence;
	struct ug_mojibake_line line;
	char text[64];

	if (c == 0 || !large_known(bytes, n) || !misread(bytes, n,
	    WINDOWS_1252, true, text))
		return;
	line = line_of(text);
	CHECK(text, line.large);
	sequence = ug_mojibake_sequence(&line, 8, WINDOWS_1252, false, false);
	CHECK(text, sequence.n == n && (byte_folds(bytes[n - 1]) ?
	    sequence.twin == ug_mojibake_capital(c) : sequence.c == want));
	CHECK(text, (sequence.twin != 0) == byte_folds(bytes[n - 1] | 0x10));
	/* The capital of U+00B5 is that of a letter, too. */
	CHECK(text, sequence.doubtful == (bytes[n - 1] == 0xB5));
	n_large++;
}

static void
check_bytes(const unsigned char *bytes, size_t n)
{
	for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e += n == 2 ? 1 : 5)
		check_plain(bytes, n, e);
	check_large(bytes, n);
}

static void
test_bytes(void)
{
	static const unsigned char some[] = { 0x80, 0x8A, 0x8F, 0x90, 0x93,
		0x9A, 0x9C, 0x9E, 0x9F, 0xA0, 0xB5, 0xBF };

	for (unsigned lead = 0xC2; lead <= 0xF4; lead++)
		for (unsigned second = 0x80; second < 0xC0; second++) {
			unsigned char s[4] = { (unsigned char)lead,
				(unsigned char)second };

			if (lead < 0xE0)
				check_bytes(s, 2);
			for (size_t i = second % 4; lead >= 0xE0 &&
			    i < sizeof(some); i += 4) {
				s[2] = some[i];
				s[3] = some[(i * 5 + second) % sizeof(some)];
				check_bytes(s, lead < 0xF0 ? 3 : 4);
			}
		}
	CHECK("all kinds", n_whole > 10000 && n_none > 500 && n_large > 1000);
}

/* What a line has at a unit, as windows-1252; n is 0 where that is nothing. */
struct has {
	size_t n;
	uint32_t c;
	bool doubtful, cut;
	int cost;
};

/* In a reading that asks for whole ones, and in a weak one. */
static const struct {
	const char *text;
	size_t at;
	struct has whole, weak;
} rows[] = {
	{ "Some Ã tout", 5, { 1, 0xE0, true, 0, 0 }, { 1, 0xE0, true, 0, 0 } },
	{ "Some Ã , so", 5, { 2, 0xE0, true, 0, 0 }, { 2, 0xE0, true, 0, 0 } },
	{ "Some Ã . so", 5, { 2, 0xE0, true, 0, 0 }, { 2, 0xE0, true, 0, 0 } },
	{ "Some Ã ) so", 5, { 2, 0xE0, true, 0, 0 }, { 2, 0xE0, true, 0, 0 } },
	{ "Some Ã  so", 5, { 2, 0xE0, true, 0, 0 }, { 2, 0xE0, true, 0, 0 } },
	{ "Some Ã ", 5, { 1, 0xE0, true, 0, 0 }, { 1, 0xE0, true, 0, 0 } },
	{ "Some Ã", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "CAPITALS Ã SO", 9, { 1, 0xC0, true, 0, 0 },
	    { 1, 0xC0, true, 0, 0 } },
	/* a control for a byte that is another's */
	{ "Some â\302\200\302\231 so", 5, { 3, 0x2019, 0, 0, 400 },
	    { 3, 0x2019, 0, 0, 400 } },
	{ "Some â€\302\235 so", 5, { 3, 0x201D, 0, 0, 0 },
	    { 3, 0x201D, 0, 0, 0 } },
	{ "Some Ã\302\234 so", 5, { 2, 0xDC, 0, 0, 200 },
	    { 2, 0xDC, 0, 0, 200 } },
	/* a byte that nobody knows */
	{ "Some Ã\357\277\275 so", 5, { 2, 0xFFFD, true, 0, 0 },
	    { 2, 0xFFFD, true, 0, 0 } },
	{ "Some Ã? so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xFFFD, true, 0, 0 } },
	{ "Some â€\357\277\275 so", 5, { 3, 0xFFFD, true, 0, 0 },
	    { 3, 0xFFFD, true, 0, 0 } },
	{ "Some â\357\277\275™ so", 5, { 3, 0xFFFD, 0, 0, 0 },
	    { 3, 0xFFFD, 0, 0, 0 } },
	{ "Some â€? so", 5, { 0, 0, 0, 0, 0 }, { 3, 0xFFFD, true, 0, 0 } },
	/* spaces for A0, in letters */
	{ "Some Ñ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some Ð so", 5, { 0, 0, 0, 0, 0 }, { 2, 0x420, true, 0, 0 } },
	{ "Some Â so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xA0, true, 0, 0 } },
	{ "Some à ² so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some à¸ so", 5, { 0, 0, 0, 0, 0 }, { 3, 0xE20, true, 0, 0 } },
	/* and where what was cut short goes on behind one */
	{ "Some ð Ÿ. so", 5, { 0, 0, 0, 0, 0 }, { 3, 0xFFFD, true, true, 0 } },
	{ "Some ð Ÿx so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some ð Ÿ so", 5, { 0, 0, 0, 0, 0 }, { 4, 0x207E0, true, 0, 0 } },
	{ "Some ð .Ÿ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	/* cut short */
	{ "Some â€ so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xFFFD, true, true, 0 } },
	{ "Some â€x so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some â so", 5, { 0, 0, 0, 0, 0 }, { 1, 0xFFFD, true, true, 210 } },
	{ "Some âX so", 5, { 0, 0, 0, 0, 0 }, { 1, 0xFFFD, true, true, 210 } },
	{ "Some âx so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "SomeÅx so", 4, { 0, 0, 0, 0, 0 }, { 1, 0xFFFD, true, true, 210 } },
	{ "SomeÆx so", 4, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some Åx so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "SomeÅÅx so", 4, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "SomeÅÃ¼ so", 4, { 0, 0, 0, 0, 0 }, { 1, 0xFFFD, true, true, 0 } },
	{ "Some ðŸ˜ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some ðŸ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some â\302\200é so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some â\302\200 so", 5, { 0, 0, 0, 0, 0 },
	    { 2, 0xFFFD, true, true, 200 } },
	{ "Some á€ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "Some â€Ã¼ so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xFFFD, true, true, 0 } },
	{ "Some â\177 so", 5, { 0, 0, 0, 0, 0 },
	    { 1, 0xFFFD, true, true, 210 } },
	{ "aÅx so", 1, { 0, 0, 0, 0, 0 }, { 1, 0xFFFD, true, true, 210 } },
	{ "Some à\357\277\275¿ so", 5, { 3, 0xFFFD, 0, 0, 0 },
	    { 3, 0xFFFD, 0, 0, 0 } },
	{ "Some Â\302\200™ so", 5, { 2, 0x80, 0, 0, 200 },
	    { 2, 0x80, 0, 0, 200 } },
	{ "CAPITALSÐŸ˜€€", 8, { 4, 0x1F600, 0, 0, 0 },
	    { 4, 0x1F600, 0, 0, 0 } },
	/* in small letters */
	{ "some ã¼ so", 5, { 2, 0xFC, 0, 0, 0 }, { 2, 0xFC, 0, 0, 0 } },
	{ "some ä‡ so", 5, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } },
	{ "some å¼ so", 5, { 2, 0x17C, 0, 0, 0 }, { 2, 0x17C, 0, 0, 0 } },
	{ "some æ¼ so", 5, { 0, 0, 0, 0, 0 }, { 3, 0x6F20, true, 0, 0 } },
	{ "some ã\302\234 so", 5, { 2, 0xFC, 0, 0, 0 }, { 2, 0xFC, 0, 0, 0 } },
	{ "some â\302\240 so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xA0, 0, 0, 0 } },
	{ "some ã” so", 5, { 0, 0, true, 0, 0 }, { 0, 0, true, 0, 0 } },
	{ "some â¿ so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xBF, 0, 0, 0 } },
	{ "some âœ so", 5, { 0, 0, 0, 0, 0 },
	    { 2, 0xFFFD, true, true, 210 } },
	{ "Some ã¼ so", 5, { 0, 0, 0, 0, 0 }, { 2, 0xFC, 0, 0, 0 } },
	{ "Some menã¼? so", 8, { 0, 0, 0, 0, 0 }, { 2, 0xFC, 0, 0, 0 } },
	{ "Some ã¼? so", 5, { 0, 0, 0, 0, 0 }, { 3, 0xFFFD, true, 0, 0 } },
	{ "Some ã¼ ã€‚", 5, { 0, 0, 0, 0, 0 },
	    { 3, 0x3F20, true, 0, 0 } },
};

static void
check_has(const char *text, size_t at, bool weak, const struct has *has)
{
	const struct ug_mojibake_line line = line_of(text);
	const struct ug_mojibake_sequence s = ug_mojibake_sequence(&line, at,
	    WINDOWS_1252, weak, false);

	if (!CHECK(text, s.n == has->n && (s.n == 0 || (s.c == has->c &&
	    s.doubtful == has->doubtful && s.cut == has->cut &&
	    s.cost == has->cost))))
		fprintf(stderr, "\tweak %d: %zu units, U+%04X, doubtful %d, "
		    "cut %d, cost %d\n", weak, s.n, (unsigned)s.c, s.doubtful,
		    s.cut, s.cost);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_start();
	chars_find();
	test_bytes();
	printf("%zu whole, %zu none, %zu in capitals\n", n_whole, n_none,
	    n_large);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_has(rows[i].text, rows[i].at, false, &rows[i].whole);
		check_has(rows[i].text, rows[i].at, true, &rows[i].weak);
	}
	lines_end();
	return check_done(argv[0]);
}
