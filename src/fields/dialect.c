/*
 * dialect.c - reads what is written in fields, and writes it
 *
 *	caf\u00e9 \"x\"     JSON: \ starts what is no character itself
 *	"caf ""x"""         CSV: in quotes, a quote stands for two
 */
#include "dialect.h"

/* A letter that stands for a control, or a sign that stands for itself. */
static const char letters[] = "bfnrt\"\\/", controls[] = "\b\f\n\r\t\"\\/";

/* The four digits of \uXXXX at text.s[at]; more than FFFF if it is none. */
static uint32_t
json_unit(struct ug_text text, size_t at)
{
	uint32_t unit = 0;

	if (!ug_text_starts(text, at, "\\u") || text.len - at < 6)
		return 0x10000;
	for (size_t i = at + 2; i < at + 6; i++) {
		const unsigned digit = ug_ascii_digit(text.s[i]);

		if (digit > 15)
			return 0x10000;
		unit = unit << 4 | digit;
	}
	return unit;
}

static bool
json_is_upper_half(uint32_t unit)
{
	return unit >> 10 == 0xD800 >> 10;
}

static bool
json_is_lower_half(uint32_t unit)
{
	return unit >> 10 == 0xDC00 >> 10;
}

/* The character of the \u escape at text.s[*at], or more than 10FFFF. */
static uint32_t
json_units(struct ug_text text, size_t *at)
{
	const uint32_t unit = json_unit(text, *at);
	uint32_t lower;

	if (unit > 0xFFFF || json_is_lower_half(unit))
		return UINT32_MAX;
	if (!json_is_upper_half(unit)) {
		*at += 6;
		return unit;
	}
	lower = json_unit(text, *at + 6);
	if (!json_is_lower_half(lower))
		return UINT32_MAX;
	*at += 12;
	return 0x10000 + ((unit & 0x3FF) << 10 | (lower & 0x3FF));
}

/*
 * A backslash that starts no escape, and an escape of half a character, stand
 * for themselves.
 */
static uint32_t
json_read(struct ug_text text, size_t *at, bool *escaped)
{
	const char *letter;
	uint32_t c;

	*escaped = text.s[*at] == '\\' && *at + 1 < text.len;
	if (*escaped) {
		c = json_units(text, at);
		if (c != UINT32_MAX)
			return c;
		letter = memchr(letters, text.s[*at + 1], sizeof(letters) - 1);
		if (letter != NULL) {
			*at += 2;
			return (unsigned char)controls[letter - letters];
		}
		*escaped = false;
	}
	return ug_text_next(text, at);
}

/* Write \uXXXX. */
static size_t
json_put_unit(uint32_t unit, bool upper, char *out)
{
	const char *const digits = upper ? "0123456789ABCDEF" :
	    "0123456789abcdef";

	out[0] = '\\';
	out[1] = 'u';
	for (unsigned i = 0; i < 4; i++)
		out[2 + i] = digits[unit >> 4 * (3 - i) & 15];
	return 6;
}

static size_t
json_write(uint32_t c, bool ascii, bool upper, char *out)
{
	const char *const control = c > 0 && c < 0x80 && c != '/' ?
	    strchr(controls, (int)c) : NULL;

	if (control != NULL) {
		out[0] = '\\';
		out[1] = letters[control - controls];
		return 2;
	}
	if (c >= 0x20 && (c < 0x80 || !ascii))
		return ug_put_char(c, out);
	if (c < 0x10000)
		return json_put_unit(c, upper, out);
	c -= 0x10000;
	return json_put_unit(0xD800 + (c >> 10), upper, out) +
	    json_put_unit(0xDC00 + (c & 0x3FF), upper, out + 6);
}

static uint32_t
quoted_read(struct ug_text text, size_t *at, bool *escaped)
{
	*escaped = ug_text_starts(text, *at, "\"\"");
	*at += *escaped;
	return ug_text_next(text, at);
}

static size_t
quoted_write(uint32_t c, bool ascii, bool upper, char *out)
{
	(void)ascii;
	(void)upper;
	out[0] = '"';
	return c == '"' ? 1 + ug_put_char(c, out + 1) : ug_put_char(c, out);
}

static uint32_t
plain_read(struct ug_text text, size_t *at, bool *escaped)
{
	*escaped = false;
	return ug_text_next(text, at);
}

static size_t
plain_write(uint32_t c, bool ascii, bool upper, char *out)
{
	(void)ascii;
	(void)upper;
	return ug_put_char(c, out);
}

const struct ug_dialect ug_dialect_json = { '\\', json_read, json_write },
    ug_dialect_quoted = { '"', quoted_read, quoted_write },
    ug_dialect_plain = { 0, plain_read, plain_write },
    ug_dialect_text = { '\n', plain_read, plain_write };

size_t
ug_dialect_says(const struct ug_dialect *dialect, struct ug_text text,
    char *out)
{
	size_t len = 0;

	for (size_t at = 0; at < text.len; ) {
		bool escaped;

		len += ug_put_char(dialect->read(text, &at, &escaped),
		    out + len);
	}
	return len;
}
