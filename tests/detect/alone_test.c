/*
 * alone_test.c - what a record says by itself does not depend on what is
 * expected of it
 *
 * Records are the first words of each sentence of own.tsv, in each legacy
 * encoding of its language; and all sentences that an encoding has, in it,
 * which is more than detection looks at.
 */
#include "check.h"
#include "detect/detector.h"
#include "encode.h"
#include "model/weights.h"
#include "own.h"

#define WORDS_MAX 3
#define SELDOM    1200 /* hundredths of a nat: what is not expected */

/* What records near by may have been in. */
static const struct {
	const char *label, *language;
} near_by[] = {
	{ "windows-1250", "cs" },
	{ "ibm855", "ru" },
	{ "iso-8859-10", "is" },
	{ "gb18030", "zh" },
};

#define N_NEAR (sizeof(near_by) / sizeof(*near_by))

/* What is to be the same. */
struct alone {
	bool sure, beyond_doubt;
	uint64_t signature;                 /* if beyond doubt */
	unsigned well[UG_ENCODINGS_MAX];    /* read so: 1 + how far behind */
};

static struct ug_expectation expectations[N_NEAR];

static void
expectations_make(void)
{
	for (size_t k = 0; k < N_NEAR; k++) {
		struct ug_expectation *const one = &expectations[k];

		for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
			one->encodings[i] = ug_encoding_at(i) ==
			    ug_encoding_by_label(near_by[k].label,
			    strlen(near_by[k].label)) ? 0 : SELDOM;
		for (size_t l = 0; l < ug_n_languages(); l++)
			one->languages[l] = l ==
			    ug_language_of(near_by[k].language) ? 0 : SELDOM;
	}
}

static struct alone
alone_of(struct ug_detector *detector, const struct ug_buf *bytes,
    const struct ug_expectation *expected)
{
	const struct ug_reading_of *readings, *best;
	struct alone alone;
	size_t n;

	memset(&alone, 0, sizeof(alone));
	if (!CHECK("read", ug_detector_read(detector,
	    (const unsigned char *)bytes->s, bytes->len, expected, &readings,
	    &n) == UNGARBLE_OK))
		return alone;
	best = readings;
	for (size_t i = 1; i < n; i++)
		if (readings[i].alone < best->alone)
			best = &readings[i];
	for (size_t i = 0; i < n; i++)
		if (readings[i].alone - best->alone < UG_W(SURE))
			alone.well[readings[i].number] = 1 +
			    (unsigned)(readings[i].alone - best->alone);
	alone.sure = ug_detector_sure(readings, n, UG_W(SURE));
	alone.beyond_doubt = ug_detector_sure(readings, n, UG_FAR_BEHIND);
	if (alone.beyond_doubt)
		alone.signature = readings[0].signature;
	return alone;
}

static bool
alone_equal(const struct alone *a, const struct alone *b)
{
	return a->sure == b->sure && a->beyond_doubt == b->beyond_doubt &&
	    a->signature == b->signature &&
	    memcmp(a->well, b->well, sizeof(a->well)) == 0;
}

/* Read bytes with each expectation; whether they leave no doubt. */
static bool
bytes_check(struct ug_detector *detector, const struct ug_encoding *encoding,
    const struct ug_buf *bytes)
{
	const struct alone alone = alone_of(detector, bytes, NULL);

	for (size_t k = 0; k < N_NEAR; k++) {
		const struct alone other = alone_of(detector, bytes,
		    &expectations[k]);

		if (!CHECK(encoding->name, alone_equal(&alone, &other)))
			fprintf(stderr, "\tamong %s: %d, %d: %.*s\n",
			    near_by[k].label, alone.beyond_doubt,
			    other.beyond_doubt,
			    (int)(bytes->len < 60 ? bytes->len : 60), bytes->s);
	}
	return alone.beyond_doubt;
}

/* The first 1, 2, 3 words of a sentence. */
static void
line_check(struct ug_detector *detector, const struct ug_encoding *encoding,
    struct ug_text text, struct ug_buf *bytes, unsigned *n)
{
	size_t at = 0;

	for (unsigned words = 0; words < WORDS_MAX && at < text.len; words++) {
		while (at < text.len && text.s[at] != ' ')
			at++;
		if (!encode((struct ug_text){ text.s, at }, encoding, bytes))
			return;
		n[bytes_check(detector, encoding, bytes)]++;
		at++;
	}
}

/* All sentences that an encoding has. */
static void
lines_check(struct ug_detector *detector, const struct ug_encoding *encoding,
    const struct own_line *lines, size_t n_lines, struct ug_buf *bytes)
{
	struct ug_buf all = { .alloc = &ug_alloc_libc };

	for (size_t i = 0; i < n_lines; i++)
		if (encode(lines[i].text, encoding, bytes)) {
			encode_add(&all, bytes->s, bytes->len);
			encode_add(&all, "\n", 1);
		}
	(void)bytes_check(detector, encoding, &all);
	/* And no character at the end, in most. */
	encode_add(&all, "\x81\x81\xff\n", 4);
	(void)bytes_check(detector, encoding, &all);
	ug_buf_free(&all);
}

int
main(int argc, char *argv[])
{
	static struct own_line lines[OWN_MAX];
	const struct ug_candidates candidates = {
		.fallback = &ug_windows_1252,
	};
	struct ug_buf all = { .alloc = &ug_alloc_libc }, bytes = all;
	const size_t n_lines = own_read("tests/detect/own.tsv", lines, &all);
	struct ug_detector *detector;
	unsigned n[2] = { 0, 0 };

	(void)argc;
	expectations_make();
	CHECK("sentences", n_lines > 500);
	if (!CHECK("detector", ug_detector_new(&detector, &candidates,
	    &ug_alloc_libc) == UNGARBLE_OK))
		return check_done(argv[0]);
	for (size_t row = 0; row < own_n_encodings; row++) {
		const char *list = own_encodings[row].labels;
		struct ug_text label;

		while (own_word(&list, &label)) {
			const struct ug_encoding *const encoding =
			    ug_encoding_by_label(label.s, label.len);

			if (encoding == NULL ||
			    encoding->kind != UG_SINGLE_BYTE ||
			    ug_detect_is_ebcdic(encoding))
				continue;
			for (size_t i = 0; i < n_lines; i++)
				if (own_has(own_encodings[row].languages,
				    lines[i].language))
					line_check(detector, encoding,
					    lines[i].text, &bytes, n);
			lines_check(detector, encoding, lines, n_lines, &bytes);
		}
	}
	CHECK("some leave no doubt, some do", n[0] > 1000 && n[1] > 1000);
	printf("alone: %u in doubt, %u not\n", n[0], n[1]);
	ug_detector_free(detector);
	ug_buf_free(&bytes);
	ug_buf_free(&all);
	return check_done(argv[0]);
}
