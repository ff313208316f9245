/*
 * segment_test.c - where records and pieces end, whatever is known so far
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "records/segment.h"

#define CUTS_MAX 64

#define EBCDIC UG_BINARY /* in the rows: bytes whose lines end with 15 or 25 */
#define ENDS_NUL UG_STATEFUL /* and records that end with NUL */

/* Cut all of bytes[0..len), telling the segmenter of `step` more at a time. */
static size_t
cut_all(enum ug_encoding_kind form, const char *bytes, size_t len, size_t step,
    size_t *cuts)
{
	struct ug_segmenter seg = {
		.form = form == EBCDIC || form == ENDS_NUL ? UG_SINGLE_BYTE :
		    form,
		.ebcdic = form == EBCDIC,
		.line_end = form == ENDS_NUL ? UG_LINE_END_NUL :
		    UG_LINE_END_UNKNOWN,
	};
	const unsigned char *const s = (const unsigned char *)bytes;
	size_t n = 0, at = 0, known = 0;

	while (at < len && n < CUTS_MAX) {
		bool ended;
		const size_t cut = ug_segment_cut(&seg, s + at, known - at, at,
		    known == len, &ended);

		if (cut == 0) {
			known = known + step < len ? known + step : len;
			continue;
		}
		at += cut;
		cuts[n++] = at;
	}
	return n;
}

static const struct {
	const char *name;
	enum ug_encoding_kind form;
	const char *s;
	size_t len;
	size_t cuts[8];
} rows[] = {
#define ROW(name, form, literal, ...) \
	{ name, form, literal, sizeof(literal) - 1, { __VA_ARGS__ } }
	ROW("lf", UG_UTF8, "one\ntwo\n", 4, 8),
	ROW("no end", UG_UTF8, "one\ntwo", 4, 7),
	ROW("cr lf", UG_UTF8, "one\r\ntwo\r\n", 5, 10),
	ROW("cr alone", UG_UTF8, "one\rtwo\rthree", 4, 8, 13),
	ROW("cr at the end", UG_UTF8, "one\r", 4),
	ROW("cr where lines end with lf", UG_UTF8, "one\ntwo\rthree\n", 4, 14),
	ROW("lf where lines end with cr", UG_UTF8, "one\rtwo\nthree", 4, 8, 13),
	ROW("cr lf where lines end with cr", UG_UTF8, "a\rb\r\nc", 2, 5, 6),
	ROW("blank lines", UG_UTF8, "\n\n\r\n", 1, 2, 4),
	ROW("nul", UG_UTF8, "a\0\nb", 3, 4),
	ROW("utf-16le", UG_UTF16LE, "a\0\n\0\x0a\x01\n\0", 4, 8),
	ROW("utf-16be", UG_UTF16BE, "\0a\0\r\0\n\0b", 6, 8),
	ROW("utf-32le", UG_UTF32LE, "a\0\0\0\n\0\0\0b\0\0\0", 8, 12),
	ROW("ebcdic, lf", EBCDIC, "\x81\x25\x82\x40\x83\x25", 2, 6),
	ROW("ebcdic, nel", EBCDIC, "\x81\x15\x82\x15", 2, 4),
	ROW("ebcdic, cr lf", EBCDIC, "\x81\x0D\x25\x82", 3, 4),
	ROW("ebcdic, no line end of ascii", EBCDIC, "\x81\n\r\x82\x25", 5),
	ROW("records that end with nul", ENDS_NUL, "a\nb\0\0c\r\n", 4, 5, 8),
	ROW("utf-16, half a unit", UG_UTF16LE, "a\0\n\0b", 4, 5),
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		for (size_t step = 1; step <= rows[i].len; step++) {
			size_t cuts[CUTS_MAX], n = 0;
			const size_t got = cut_all(rows[i].form, rows[i].s,
			    rows[i].len, step, cuts);

			while (n < 8 && rows[i].cuts[n] != 0)
				n++;
			CHECK(rows[i].name, got == n && memcmp(cuts,
			    rows[i].cuts, n * sizeof(*cuts)) == 0);
		}
	}
}

/* Long lines are cut, at the same places whatever came before. */
static void
check_pieces(const char *name, const char *word, bool after_space)
{
	const size_t len = 300000, shift = 100000;
	char *const s = malloc(len);
	size_t cuts[CUTS_MAX], again[CUTS_MAX], n, at = 0;

	if (!CHECK(name, s != NULL))
		return;
	for (size_t i = 0; i < len; i++)
		s[i] = word[i % strlen(word)];
	n = cut_all(UG_UTF8, s, len, 1000, cuts);
	CHECK(name, n > 4 && cuts[n - 1] == len);
	for (size_t i = 0; i < n; i++) {
		CHECK(name, cuts[i] - at < 65536);
		CHECK(name, cuts[i] == len || !after_space ||
		    s[cuts[i] - 1] == ' ');
		CHECK(name, cuts[i] == len ||
		    ((unsigned char)s[cuts[i]] & 0xC0) != 0x80);
		at = cuts[i];
	}
	/* A line end early on: the cuts behind the next window are the same. */
	s[shift] = '\n';

	const size_t m = cut_all(UG_UTF8, s, len, 7777, again);

	CHECK(name, m > 4);
	CHECK(name, memcmp(cuts + n - 4, again + m - 4, 4 * sizeof(*cuts)) ==
	    0);
	free(s);
}

/* Where a form of seven bits goes on in ASCII, if there is no space. */
static void
check_shifts(void)
{
	static const char *const words[] = { "~{VPNDVPND~}", "VP\x0F\x0E",
		"$B$+$J\x1B(B\x1B" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const size_t len = 200000, word = strlen(words[i]);
		char *const s = malloc(len);
		size_t cuts[CUTS_MAX], n;

		if (!CHECK(words[i], s != NULL))
			return;
		for (size_t at = 0; at < len; at++)
			s[at] = words[i][at % word];
		n = cut_all(UG_UTF8, s, len, 5000, cuts);
		CHECK(words[i], n > 3);
		for (size_t j = 0; j + 1 < n; j++)
			CHECK(words[i], strchr("}\x0F" "B", s[cuts[j] - 1]) !=
			    NULL && s[cuts[j] - 1] != '\0' &&
			    s[cuts[j] - 2] != '$');
		free(s);
	}
}

/* Where there are no spaces: what a cut may stand before. */
static const struct {
	const char *name;
	enum ug_encoding_kind form;
	size_t unit;
	const char *word;
	size_t len;
	const char *before; /* a unit; or NULL */
} places[] = {
	{ "surrogates", UG_UTF16LE, 2, "\x3D\xD8\x00\xDE", 4, "\x3D\xD8" },
	{ "surrogates, the other way round", UG_UTF16BE, 2,
	  "\xD8\x3D\xDE\x00", 4, "\xD8\x3D" },
	{ "half pairs", UG_UTF16LE, 2, "\x00\xDE\x01\xDE", 4, NULL },
	{ "ideographs", UG_UTF16LE, 2, "\x2D\x4E\x87\x65", 4, NULL },
	{ "four bytes", UG_UTF32LE, 4, "\x2D\x4E\0\0\x87\x65\0\0", 8, NULL },
	{ "mojibake", UG_UTF8, 1, "\xC3\x83\xC2\xA9", 4, "\xC3" },
	{ "characters", UG_UTF8, 1, "\xe9\xa7\x85", 3, "\xe9" },
	{ "no characters", UG_UTF8, 1, "\x80\x81", 2, NULL },
};

static void
check_places(void)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		const size_t len = 240000, unit = places[i].unit;
		char *const s = malloc(len);
		size_t cuts[CUTS_MAX], n, at = 0;

		if (!CHECK(places[i].name, s != NULL))
			return;
		for (size_t j = 0; j < len; j++)
			s[j] = places[i].word[j % places[i].len];
		n = cut_all(places[i].form, s, len, 5000, cuts);
		CHECK(places[i].name, n > 3 && cuts[n - 1] == len);
		for (size_t j = 0; j < n; j++) {
			CHECK(places[i].name, cuts[j] % unit == 0 &&
			    cuts[j] - at <= 65536);
			at = cuts[j];
			CHECK(places[i].name, at == len ||
			    places[i].before == NULL ||
			    memcmp(s + at, places[i].before, unit) == 0);
		}
		free(s);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_places();
	check_pieces("words", "some words in a row ", true);
	check_pieces("no spaces", "\xe9\xa7\x85\xe5\x89\x8d", false);
	check_pieces("letters", "abcdefg", false);
	check_shifts();
	return check_done(argv[0]);
}
