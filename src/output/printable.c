/*
 * printable.c - the bytes of others, made safe to show
 *
 * A file name or a text may hold escape sequences that a terminal obeys, or
 * marks that reorder what a reader sees (CWE-150).  Where they are shown to
 * people they are spelt out:
 *
 *	a ESC [2J b  ->  a\x1B[2Jb
 *	a U+202E b   ->  a\u{202E}b
 *
 * Left alone: marks that combine and characters that are not assigned yet.
 *
 * Unicode 15.0: general categories Cc, Cf, Zl, Zp, Zs but for U+0020 and
 * U+3000, and the default-ignorable letters.
 */
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "line.h"
#include "ungarble.h"

static const struct {
	uint32_t first, last;
} printable_not[] = {
	{ 0x0000, 0x001F }, { 0x007F, 0x00A0 }, { 0x00AD, 0x00AD },
	{ 0x034F, 0x034F }, { 0x0600, 0x0605 }, { 0x061C, 0x061C },
	{ 0x06DD, 0x06DD }, { 0x070F, 0x070F }, { 0x0890, 0x0891 },
	{ 0x08E2, 0x08E2 }, { 0x115F, 0x1160 }, { 0x1680, 0x1680 },
	{ 0x17B4, 0x17B5 }, { 0x180B, 0x180F }, { 0x2000, 0x200F },
	{ 0x2028, 0x202F }, { 0x205F, 0x206F }, { 0x3164, 0x3164 },
	{ 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB },
	{ 0xFFFE, 0xFFFF }, { 0x110BD, 0x110BD }, { 0x110CD, 0x110CD },
	{ 0x13430, 0x1343F }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
	{ 0xE0000, 0xE0FFF },
};

static bool
printable_is(uint32_t c)
{
	const size_t n = sizeof(printable_not) / sizeof(*printable_not);

	for (size_t i = 0; i < n; i++) {
		if (c <= printable_not[i].last)
			return c < printable_not[i].first;
	}
	return true;
}

void
ug_line_text(struct ug_line *line, struct ug_text text, bool is_bytes)
{
	const unsigned char *const s = (const unsigned char *)text.s;

	for (size_t at = 0; at < text.len;) {
		const size_t left = text.len - at;
		const size_t n = ug_char_len(s[at]);
		const bool is_char = n <= left &&
		    !(is_bytes && s[at] >= 0x80) &&
		    ug_utf8_prefix(s + at, n, NULL) == n;

		if (!is_char) {
			ug_line_add(line, "\\x");
			ug_line_hex(line, s[at++], 2);
			continue;
		}

		const struct ug_text one = ug_text_part(text, at, n);
		const uint32_t c = ug_text_next(text, &at);

		if (printable_is(c)) {
			ug_line_bytes(line, one.s, one.len);
		} else if (c < 0x80) {
			ug_line_add(line, "\\x");
			ug_line_hex(line, c, 2);
		} else {
			ug_line_add(line, "\\u{");
			ug_line_hex(line, c, 4);
			ug_line_add(line, "}");
		}
	}
}

size_t
ungarble_printable(const char *text, size_t len, unsigned is_bytes, char *buf,
    size_t cap)
{
	struct ug_line line = { buf, cap, 0 };

	ug_line_text(&line, (struct ug_text){ text, len }, is_bytes != 0);
	return ug_line_end(&line);
}
