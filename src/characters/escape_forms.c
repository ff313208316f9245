/*
 * escape_forms.c - the ways to write characters as ASCII, one escape at a time
 *
 *	\u00e9  \ud83d\ude00                JSON, JavaScript, Java
 *	\U0001f600  \u{1f600}  <U+00E9>     Python, JavaScript, R
 *	\xc3\xa9                            bytes in C and Python
 *	\303\251                            bytes in C and Git
 *	%C3%A9                              bytes in a URL (RFC 3986, 2.1)
 *	=C3=A9                              bytes in mail (RFC 2045, 6.7)
 *	&eacute;  &#233;  &#xe9;            HTML
 *
 * Bytes are read one at a time: whether they make UTF-8 is the caller's to see.
 */
#include "escape_forms.h"

#include "encodings/encodings.h"
#include "html_names.h"

#define CODE_POINT_MAX 0x10FFFF

size_t
ug_escape_number(struct ug_text text, size_t at, unsigned base, size_t max,
    uint32_t *number)
{
	size_t n = 0;

	*number = 0;
	while (n < max && at + n < text.len &&
	    ug_ascii_digit(text.s[at + n]) < base)
		*number = *number * base + ug_ascii_digit(text.s[at + n++]);
	return n;
}

/* A number of just so many digits in base 16. */
static bool
number_of(struct ug_text text, size_t at, size_t digits, uint32_t *number)
{
	return ug_escape_number(text, at, 16, digits, number) == digits;
}

static uint32_t
json_next(struct ug_text text, size_t *at)
{
	uint32_t c, low;

	if (!ug_text_starts(text, *at, "\\u") ||
	    !number_of(text, *at + 2, 4, &c) || c < 0x80)
		return 0;
	*at += 6;
	if (c >= 0xD800 && c < 0xDC00 && ug_text_starts(text, *at, "\\u") &&
	    number_of(text, *at + 2, 4, &low) && low >= 0xDC00 &&
	    low < 0xE000) {
		*at += 6;
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	}
	return c;
}

/* What stands between `open` and `end`, with digits from `least` to `most`. */
static uint32_t
code_in(struct ug_text text, size_t *at, const char *open, char end,
    size_t least, size_t most)
{
	const size_t start = *at + strlen(open);
	uint32_t c;
	size_t n;

	if (!ug_text_starts(text, *at, open))
		return 0;
	n = ug_escape_number(text, start, 16, most, &c);
	if (n < least || start + n == text.len || text.s[start + n] != end ||
	    c < 0x80 || c > CODE_POINT_MAX)
		return 0;
	*at = start + n + 1;
	return c;
}

static uint32_t
code_point_next(struct ug_text text, size_t *at)
{
	uint32_t c;

	if (ug_text_starts(text, *at, "\\U")) {
		if (!number_of(text, *at + 2, 8, &c) || c < 0x80 ||
		    c > CODE_POINT_MAX)
			return 0;
		*at += 10;
		return c;
	}
	c = code_in(text, at, "\\u{", '}', 2, 6);
	return c != 0 ? c : code_in(text, at, "\\x{", '}', 2, 6);
}

static uint32_t
bracket_next(struct ug_text text, size_t *at)
{
	return code_in(text, at, "<U+", '>', 4, 8);
}

/* A byte of two digits behind `mark`. */
static uint32_t
byte_next(struct ug_text text, size_t *at, const char *mark)
{
	const size_t start = *at + strlen(mark);
	uint32_t byte;

	if (!ug_text_starts(text, *at, mark) ||
	    !number_of(text, start, 2, &byte) || byte < 0x80)
		return 0;
	*at = start + 2;
	return byte;
}

static uint32_t
hex_next(struct ug_text text, size_t *at)
{
	return byte_next(text, at, "\\x");
}

static uint32_t
octal_next(struct ug_text text, size_t *at)
{
	uint32_t byte;

	if (text.s[*at] != '\\' ||
	    ug_escape_number(text, *at + 1, 8, 3, &byte) != 3 ||
	    byte < 0x80 || byte > 0xFF)
		return 0;
	*at += 4;
	return byte;
}

static uint32_t
percent_next(struct ug_text text, size_t *at)
{
	return byte_next(text, at, "%");
}

/* In capitals, as RFC 2045 has it: small letters are what mail never wrote. */
static uint32_t
quoted_next(struct ug_text text, size_t *at)
{
	if (text.len - *at < 3 || text.s[*at + 1] > 'F' ||
	    text.s[*at + 2] > 'F')
		return 0;
	return byte_next(text, at, "=");
}

/* Numbers 80 to 9F are bytes of windows-1252 (HTML standard, 13.2.5.80). */
static uint32_t
html_number(uint32_t c)
{
	if (c < 0x80 || c > CODE_POINT_MAX)
		return 0;
	return c < 0xA0 ? ug_windows_1252.upper[c - 0x80] : c;
}

static uint32_t
html_next(struct ug_text text, size_t *at)
{
	const bool number = ug_text_starts(text, *at, "&#");
	const bool hex = number && text.len - *at > 2 &&
	    (text.s[*at + 2] | 0x20) == 'x';
	const size_t start = *at + 1 + number + hex;
	size_t n = 0;
	uint32_t c;

	if (number)
		n = ug_escape_number(text, start, hex ? 16 : 10, 8, &c);
	else
		while (n <= UG_HTML_NAME_MAX && start + n < text.len &&
		    text.s[start + n] != ';')
			n++;
	if (n == 0 || start + n >= text.len || text.s[start + n] != ';')
		return 0;
	c = number ? html_number(c) :
	    ug_html_name(ug_text_part(text, start, n));
	if (c != 0)
		*at = start + n + 1;
	return c;
}

const struct ug_escape_form ug_escape_forms[] = {
	{ "escapes/json", '\\', 0, 99, json_next },
	{ "escapes/code-point", '\\', 0, 99, code_point_next },
	{ "escapes/code-point", '<', 0, 99, bracket_next },
	{ "escapes/bytes", '\\', 4, 98, hex_next },
	{ "escapes/bytes", '\\', 4, 98, octal_next },
	{ "escapes/percent", '%', 3, 98, percent_next },
	{ "escapes/quoted-printable", '=', 3, 96, quoted_next },
	{ "escapes/html", '&', 0, 99, html_next },
	{ NULL, 0, 0, 0, NULL },
};

const struct ug_escape_form *const ug_escape_json = &ug_escape_forms[0];
const struct ug_escape_form *const ug_escape_percent = &ug_escape_forms[5];
const struct ug_escape_form *const ug_escape_quoted = &ug_escape_forms[6];

bool
ug_escape_sensible(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} senseless[] = {
		{ 0, 0x9F },
		{ 0x2028, 0x202E },        /* line ends, embeddings */
		{ 0x2066, 0x206F },        /* isolates, what is deprecated */
		{ 0xD800, 0xF8FF },        /* halves of pairs, private use */
		{ 0xFDD0, 0xFDEF },
		{ 0xFEFF, 0xFEFF },
		{ 0xFFF0, 0xFFFF },        /* U+FFFD is what is lost already */
		{ 0xF0000, UINT32_MAX },
	};

	for (size_t i = 0; i < sizeof(senseless) / sizeof(*senseless); i++)
		if (c >= senseless[i].first && c <= senseless[i].last)
			return false;
	return (c & 0xFFFE) != 0xFFFE;
}
