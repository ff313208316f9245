/*
 * detect.c - how fast encodings are found, beside uchardet and ICU
 *
 *	detect [OWN.TSV]           the table, on the sentences of own.tsv
 *	detect --flat DIR [-l|-w]  accuracy on a labelled corpus, no encoding
 *	                           likelier than another; -l: labels instead,
 *	                           -w: and those that are wrong
 *
 * Lines are those of 40 to 80 bytes in all legacy encodings of their language,
 * each asked alone; buffers are 64 KiB of one language in one encoding; streams
 * go through the library, or through uchardet alone, or are found and converted
 * by ICU.  Text repeats in buffers and streams: figures to compare with one
 * another, not with real text.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"
#include "detect/detect.h"
#include "detect/encode.h"
#include "detect/labelled.h"
#include "detect/own.h"

#define BUFFER_LEN 65536
#define STREAM_LEN (16 << 20)
#define SAMPLES_MAX 4000

struct sample {
	const struct ug_encoding *encoding;
	unsigned char *bytes;
	size_t len;
};

struct samples {
	struct sample all[SAMPLES_MAX];
	size_t n;
};

/* The name of an encoding; NULL: not known. */
typedef const char *detector(const unsigned char *bytes, size_t len);

/* Samples live as long as the program. */
static struct own_line lines[OWN_MAX];
static size_t n_lines;
static uchardet_t chardet;
static UCharsetDetector *ucsdet;

/* ---- who is asked */

/*
 * The form if it tells, else the encoding; `flat`: none likelier than another.
 */
static const struct ug_encoding *
encoding_of(const unsigned char *bytes, size_t len, bool flat)
{
	const struct ug_candidates candidates = {
		.fallback = &ug_windows_1252,
		.flat = flat,
	};
	const struct ug_encoding *marked;
	struct ug_verdict verdict;
	bool more, ascii;

	marked = ug_detect_mark(bytes, len, &more);
	if (marked != NULL)
		return marked;
	verdict = ug_detect_form(bytes, len);
	if (verdict.encoding != NULL)
		return verdict.encoding;
	if (ug_utf8_prefix(bytes, len, &ascii) == len ||
	    ug_detect_is_utf8(bytes, len))
		return &ug_utf8;
	if (ug_detect_encoding(bytes, len, &candidates, &ug_alloc_libc,
	    &verdict) != UNGARBLE_OK)
		abort();
	return verdict.encoding;
}

static const struct ug_encoding *
flat_ask(const unsigned char *bytes, size_t len)
{
	return encoding_of(bytes, len, true);
}

static const char *
ungarble_ask(const unsigned char *bytes, size_t len)
{
	static const struct ug_candidates candidates = {
		.fallback = &ug_windows_1252,
	};
	struct ug_verdict verdict;

	if (ug_detect_encoding(bytes, len, &candidates, &ug_alloc_libc,
	    &verdict) != UNGARBLE_OK)
		abort();
	return verdict.encoding->name;
}

static const char *
uchardet_ask(const unsigned char *bytes, size_t len)
{
	uchardet_reset(chardet);
	if (uchardet_handle_data(chardet, (const char *)bytes, len) != 0)
		return NULL;
	uchardet_data_end(chardet);
	return uchardet_get_charset(chardet);
}

static const char *
icu_ask(const unsigned char *bytes, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UCharsetMatch *match;

	ucsdet_setText(ucsdet, (const char *)bytes, (int32_t)len, &status);
	match = ucsdet_detect(ucsdet, &status);
	return match == NULL ? NULL : ucsdet_getName(match, &status);
}

static const struct {
	const char *name;
	detector *ask;
} detectors[] = {
	{ "ungarble", ungarble_ask },
	{ "uchardet", uchardet_ask },
	{ "ICU", icu_ask },
};

#define N_DETECTORS (sizeof(detectors) / sizeof(*detectors))

/* ---- what they are asked */

static void
sample_add(struct samples *samples, const struct ug_encoding *encoding,
    const struct ug_buf *bytes)
{
	struct sample *const sample = &samples->all[samples->n++];

	*sample = (struct sample){ encoding, malloc(bytes->len), bytes->len };
	if (samples->n == SAMPLES_MAX || sample->bytes == NULL)
		abort();
	memcpy(sample->bytes, bytes->s, bytes->len);
}

/* All lines of a language that the encoding has, each with its end. */
static void
language_encode(const char *language, const struct ug_encoding *encoding,
    struct samples *alone, struct ug_buf *all)
{
	struct ug_buf plain = { .alloc = &ug_alloc_libc };
	struct ug_buf bytes = plain;

	for (size_t i = 0; i < n_lines; i++) {
		bool ascii;

		if (strcmp(lines[i].language, language) != 0)
			continue;
		encode_plain(lines[i].text, encoding, &plain);
		if (!encode((struct ug_text){ plain.s, plain.len }, encoding,
		    &bytes) || ug_utf8_prefix((unsigned char *)bytes.s,
		    bytes.len, &ascii) == bytes.len)
			continue;
		if (alone != NULL && bytes.len >= 40 && bytes.len <= 80)
			sample_add(alone, encoding, &bytes);
		encode_add(all, bytes.s, bytes.len);
		encode_add(all, "\n", 1);
	}
	ug_buf_free(&plain);
	ug_buf_free(&bytes);
}

static void
buf_repeat(struct ug_buf *buf, size_t len)
{
	const size_t once = buf->len;

	while (buf->len < len)
		if (ug_buf_reserve(buf, once) != UNGARBLE_OK)
			abort();
		else
			encode_add(buf, buf->s, once);
	buf->len = len;
}

/* The lines and buffers of one language. */
static void
language_add(const char *language, struct samples *alone,
    struct samples *buffers)
{
	struct ug_buf all = { .alloc = &ug_alloc_libc };
	struct ug_text label;

	for (size_t i = 0; i < own_n_encodings; i++) {
		const char *list = own_encodings[i].labels;

		while (own_has(own_encodings[i].languages, language) &&
		    own_word(&list, &label)) {
			const struct ug_encoding *const encoding =
			    ug_encoding_by_label(label.s, label.len);

			if (encoding == NULL || encoding->lower != NULL ||
			    (encoding->kind != UG_SINGLE_BYTE &&
			    encoding->kind != UG_MULTI_BYTE))
				continue;
			all.len = 0;
			language_encode(language, encoding, alone, &all);
			if (all.len == 0)
				continue;
			buf_repeat(&all, BUFFER_LEN);
			sample_add(buffers, encoding, &all);
		}
	}
	ug_buf_free(&all);
}

/* ---- the table */

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Whether that name reads the sample as its own encoding does. */
static bool
sample_right(const struct sample *sample, const char *name)
{
	const struct ug_encoding *const found = name == NULL ? NULL :
	    ug_encoding_by_label(name, strlen(name));
	struct ug_buf a = { .alloc = &ug_alloc_libc };
	struct ug_buf b = a;
	bool right = found == sample->encoding;

	if (found != NULL && !right) {
		encode_back(found, sample->bytes, sample->len, &a);
		encode_back(sample->encoding, sample->bytes, sample->len, &b);
		right = a.len == b.len && memcmp(a.s, b.s, a.len) == 0;
	}
	ug_buf_free(&a);
	ug_buf_free(&b);
	return right;
}

/* The time of one sample, the best of three rounds, and the share right. */
static void
samples_print(const char *title, const struct samples *samples, double scale)
{
	printf("%-30s", title);
	for (size_t d = 0; d < N_DETECTORS; d++) {
		double best = 0;
		unsigned right = 0;

		for (unsigned round = 0; round < 3; round++) {
			const double start = now();
			double time;

			for (size_t i = 0; i < samples->n; i++)
				detectors[d].ask(samples->all[i].bytes,
				    samples->all[i].len);
			time = (now() - start) / (double)samples->n;
			if (round == 0 || time < best)
				best = time;
		}
		for (size_t i = 0; i < samples->n; i++)
			right += sample_right(&samples->all[i],
			    detectors[d].ask(samples->all[i].bytes,
			    samples->all[i].len));
		printf(" %9.3f %6.1f", best * scale,
		    100.0 * right / (double)samples->n);
	}
	printf("\n");
}

static void
stream_ungarble(const struct ug_buf *bytes)
{
	struct ungarble_options options = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;

	options.fixes = "encoding";
	if (ungarble_open(&ug, &options) != UNGARBLE_OK)
		abort();
	for (size_t at = 0; at < bytes->len; at += BUFFER_LEN)
		if (ungarble_feed(ug, bytes->s + at, bytes->len - at <
		    BUFFER_LEN ? bytes->len - at : BUFFER_LEN) != UNGARBLE_OK)
			abort();
	if (ungarble_finish(ug) != UNGARBLE_OK)
		abort();
	ungarble_close(ug);
}

static void
stream_uchardet(const struct ug_buf *bytes)
{
	uchardet_ask((const unsigned char *)bytes->s, bytes->len);
}

static void
stream_icu(const struct ug_buf *bytes)
{
	const char *const name = icu_ask((const unsigned char *)bytes->s,
	    BUFFER_LEN);
	UErrorCode status = U_ZERO_ERROR;
	UConverter *const converter = ucnv_open(name, &status);
	char *const out = malloc(4 * bytes->len);

	if (U_FAILURE(status) || out == NULL)
		abort();
	ucnv_toAlgorithmic(UCNV_UTF8, converter, out,
	    (int32_t)(4 * bytes->len), bytes->s, (int32_t)bytes->len, &status);
	if (U_FAILURE(status))
		abort();
	free(out);
	ucnv_close(converter);
}

static void
stream_print(const char *label, const char *language)
{
	static void (*const runs[N_DETECTORS])(const struct ug_buf *) = {
		stream_ungarble, stream_uchardet, stream_icu
	};
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };

	language_encode(language, ug_encoding_by_label(label, strlen(label)),
	    NULL, &bytes);
	buf_repeat(&bytes, STREAM_LEN);
	printf("stream, %-14s MB/s    ", label);
	for (size_t d = 0; d < N_DETECTORS; d++) {
		double best = 0;

		for (unsigned round = 0; round < 3; round++) {
			const double start = now();
			double time;

			runs[d](&bytes);
			time = now() - start;
			if (round == 0 || time < best)
				best = time;
		}
		printf(" %9.1f %6s", STREAM_LEN / best / 1e6, "");
	}
	printf("\n");
	ug_buf_free(&bytes);
}

static void
table_print(void)
{
	static struct samples alone, buffers;

	for (size_t i = 0; i < n_lines; i++)
		if (i == 0 || strcmp(lines[i].language,
		    lines[i - 1].language) != 0)
			language_add(lines[i].language, &alone, &buffers);
	printf("%-30s", "");
	for (size_t d = 0; d < N_DETECTORS; d++)
		printf(" %9s %6s", detectors[d].name, "right");
	printf("\n");
	samples_print("line of 40-80 bytes, us", &alone, 1e6);
	samples_print("buffer of 64 KiB, ms", &buffers, 1e3);
	stream_print("windows-1251", "ru");
	stream_print("windows-1252", "de");
	stream_print("Shift_JIS", "ja");
}

int
main(int argc, char **argv)
{
	const char *const own = argc > 1 ? argv[1] : "tests/detect/own.tsv";
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	UErrorCode status = U_ZERO_ERROR;

	if (argc > 2 && strcmp(argv[1], "--flat") == 0)
		return !labelled_score(argv[2], flat_ask, argc < 4 ?
		    LABELLED_SCORE : strcmp(argv[3], "-l") == 0 ?
		    LABELLED_LIST : LABELLED_WRONG);
	n_lines = own_read(own, lines, &text);
	chardet = uchardet_new();
	ucsdet = ucsdet_open(&status);
	if (n_lines == 0 || chardet == NULL || U_FAILURE(status)) {
		fprintf(stderr, "detect: %s cannot be read\n", own);
		return 2;
	}
	table_print();
	uchardet_delete(chardet);
	ucsdet_close(ucsdet);
	ug_buf_free(&text);
	return 0;
}
