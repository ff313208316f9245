/*
 * text_fuzz.c - text for terminals, edits in words, labels of encodings
 */
#include "base/utf8.h"
#include "encodings/encodings.h"
#include "encodings/label.h"
#include "fuzz.h"
#include "ungarble.h"

/* Controls, what turns the direction of text, ends lines, is not seen. */
static const char *const hidden[] = { "\x7F", "\xC2\x80", "\xC2\x85",
	"\xC2\x9B", "\xC2\xAD", "\xD8\x9C", "\xE2\x80\x8B", "\xE2\x80\x8E",
	"\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA",
	"\xE2\x80\xAE", "\xE2\x81\xA0", "\xE2\x81\xA6", "\xE2\x81\xA9",
	"\xEF\xBB\xBF", "\xF3\xA0\x81\x81" };

/* What a terminal may be shown: a line of well-formed text, as long as said. */
static void
check_line(const char *line, size_t len)
{
	FUZZ_CHECK(strlen(line) == len);
	FUZZ_CHECK(ug_utf8_prefix((const unsigned char *)line, len, NULL) ==
	    len);
	for (size_t i = 0; i < len; i++)
		FUZZ_CHECK((unsigned char)line[i] >= ' ');
	for (size_t i = 0; i < sizeof(hidden) / sizeof(*hidden); i++)
		FUZZ_CHECK(strstr(line, hidden[i]) == NULL);
}

/* A buffer that is too short is filled from the start, and no further. */
static void
check_short(const char *whole, const char *part, size_t cap)
{
	const size_t len = strlen(part);

	FUZZ_CHECK(len < cap && memcmp(whole, part, len) == 0);
	FUZZ_CHECK(len + 10 >= cap || whole[len] == '\0');
}

static void
check_printable(const char *s, size_t len, unsigned is_bytes, size_t cap)
{
	const size_t n = ungarble_printable(s, len, is_bytes, NULL, 0);
	char *const whole = malloc(n + 1), *const part = malloc(cap);

	FUZZ_CHECK(whole != NULL && part != NULL);
	FUZZ_CHECK(n <= 10 * len + 1);
	FUZZ_CHECK(ungarble_printable(s, len, is_bytes, whole, n + 1) == n);
	check_line(whole, n);
	FUZZ_CHECK(ungarble_printable(whole, n, 0, NULL, 0) >= n);
	FUZZ_CHECK(ungarble_printable(s, len, is_bytes, part, cap) == n);
	check_short(whole, part, cap);
	free(whole);
	free(part);
}

static void
check_explain(const char *s, size_t len, size_t cut, unsigned is_bytes,
    size_t cap)
{
	const struct ungarble_edit edit = {
		.record = 1 + cut, .rule = "c1/windows-1252", .fix = "c1",
		.before = s, .before_len = cut, .before_is_bytes = is_bytes,
		.after = s + cut, .after_len = len - cut,
		.confidence = (unsigned)(cut % 101), .margin = (int)len,
	};
	const size_t n = ungarble_explain(&edit, NULL, 0);
	char *const whole = malloc(n + 1), *const part = malloc(cap);

	FUZZ_CHECK(whole != NULL && part != NULL);
	FUZZ_CHECK(ungarble_explain(&edit, whole, n + 1) == n);
	check_line(whole, n);
	FUZZ_CHECK(ungarble_explain(&edit, part, cap) == n);
	check_short(whole, part, cap);
	free(whole);
	free(part);
}

/* Labels in markup lie in it, one behind the other. */
static void
check_labels(const char *s, size_t len)
{
	const unsigned char *const bytes = (const unsigned char *)s;
	const struct ug_encoding *const named = ug_encoding_by_label(s, len);
	struct ug_label label;
	size_t from = 0, end = 0;

	FUZZ_CHECK(named == NULL ||
	    ug_encoding_by_label(named->name, strlen(named->name)) == named);
	while (ug_label_next(bytes, len, &from, &label)) {
		FUZZ_CHECK(label.at >= end && label.at + label.len <= len);
		end = label.at + label.len;
		FUZZ_CHECK(from > 0 && from <= len);
		FUZZ_CHECK(label.encoding ==
		    ug_encoding_by_label(s + label.at, label.len));
	}
	(void)ug_label_foreign(bytes, len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	const unsigned cut = fuzz_byte(&in), is_bytes = fuzz_byte(&in) & 1;
	const size_t cap = 1 + fuzz_byte(&in);
	char *const s = fuzz_copy(in.s, in.len);

	check_printable(s, in.len, is_bytes, cap);
	check_explain(s, in.len, cut % (in.len + 1), is_bytes, cap);
	check_labels(s, in.len);
	free(s);
	return 0;
}
