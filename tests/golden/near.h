/*
 * near.h - lines of near.tsv, and such as are near them
 *
 * Its lines are rows of the tests of passes: each is close to where a pass
 * makes up its mind.  A seed changes a few letters, words and
 * marks of one.
 */
#ifndef NEAR_H
#define NEAR_H

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "check.h"
#include "random.h"
#include "stream/harness.h"

#define NEAR_LINES 1200

static const char *const near_marks[] = { ".", ",", "\"", "'", "\u2019",
	"\u201C", "\u201D", "\u00AB", "\u00BB", " ", " ", "  ", "?", "!", ":",
	";", "(", ")", "-", " s ", "\u2019s ", "'t ", "n't", "I ", "We ",
	"he said, ", "said ", "The ", "and ", "of ", "7", "\uFFFD", "\u00A0",
	"\u00C3", "\u00E9", "\u20AC", "\u0432", "\u200B", "\u2026", "&", "=",
	"%", "\\", "\t", "\u3042", "Mr. ", "A", "z" };

struct near_line {
	const char *group, *text;
	size_t len;
};

static char near_file[65536];
static struct near_line near_lines[NEAR_LINES];
static size_t near_n_lines;

/* The rows, in place. */
static inline void
near_read(void)
{
	FILE *const in = fopen("tests/golden/near.tsv", "rb");
	char *s = near_file;

	if (!CHECK("near.tsv", in != NULL))
		return;
	near_file[fread(near_file, 1, sizeof(near_file) - 1, in)] = '\0';
	CHECK("near.tsv", feof(in) && !ferror(in));
	fclose(in);
	for (char *end; near_n_lines < NEAR_LINES &&
	    (end = strchr(s, '\n')) != NULL; s = end + 1) {
		char *const tab = strchr(s, '\t');

		*end = '\0';
		if (s[0] == '#' || tab == NULL || tab > end)
			continue;
		*tab = '\0';
		near_lines[near_n_lines++] = (struct near_line){ s, tab + 1,
			(size_t)(end - tab - 1) };
	}
	CHECK("near.tsv", *s == '\0' && near_n_lines > 0);
}

/* The start of a character of text[0..len] near there. */
static inline size_t
near_char(const char *text, size_t len, uint64_t *seed)
{
	size_t at = (size_t)(random_next(seed) % (len + 1));

	while (at < len && (text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* The start of a word. */
static inline size_t
near_word(const char *text, size_t len, uint64_t *seed)
{
	size_t at = near_char(text, len, seed);

	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at;
}

static inline size_t
near_word_end(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] != ' ')
		at++;
	return at < len ? at + 1 : len;
}

static inline size_t
near_char_end(const char *text, size_t len, size_t at)
{
	if (at < len)
		at++;
	while (at < len && (text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* Put text[0..len) with one change to it to *out, emptied first. */
static inline void
near_change(struct bytes *out, const char *text, size_t len, uint64_t *seed)
{
	const uint64_t how = random_next(seed) % 8;
	const size_t at = how < 4 ? near_char(text, len, seed) :
	    near_word(text, len, seed);
	const size_t end = how < 4 ? near_char_end(text, len, at) :
	    near_word_end(text, len, at);

	out->len = 0;
	bytes_add(out, text, at);
	if (how < 2 || how == 6)
		bytes_string(out, near_marks[random_next(seed) %
		    (sizeof(near_marks) / sizeof(*near_marks))]);
	if (how == 2 || how == 5)  /* twice */
		bytes_add(out, text + at, end - at);
	if (how == 7 && end > at) {
		const char c = (char)(text[at] ^ 0x20);

		bytes_add(out, ug_ascii_is_letter(c) ? &c : text + at, 1);
		bytes_add(out, text + at + 1, end - at - 1);
	}
	if (how != 1 && how != 3 && how != 4 && how != 7)
		bytes_add(out, text + at, end - at);
	bytes_add(out, text + end, len - end);
}

/* Put a line with n changes to *line; *other is room. */
static inline void
near_vary(struct bytes *line, struct bytes *other, const struct near_line *from,
    uint64_t n, uint64_t *seed)
{
	line->len = 0;
	bytes_add(line, from->text, from->len);
	for (; n > 0; n--) {
		const struct bytes old = *line;

		near_change(other, line->s, line->len, seed);
		*line = *other;
		*other = old;
	}
}

#endif /* NEAR_H */
