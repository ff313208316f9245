/*
 * json_read.c - a line of JSON that holds one object, read strictly
 *
 * What an editor, or jq -c, may make of lines that json.c wrote is read as they
 * mean it: blanks between tokens, other escapes.  A string is no longer than
 * what stands for it, so it is put in its place.
 */
#include <string.h>

#include "json_read.h"

#define READ_DEPTH 8 /* arrays and objects within one another */

struct cli_json_read
cli_json_read(char *s, size_t len)
{
	return (struct cli_json_read){ .s = s, .len = len };
}

static char
read_peek(const struct cli_json_read *read)
{
	return read->at < read->len ? read->s[read->at] : '\0';
}

static void
read_blanks(struct cli_json_read *read)
{
	while (read_peek(read) == ' ' || read_peek(read) == '\t' ||
	    read_peek(read) == '\r')
		read->at++;
}

/* Take a character that must come, and blanks around it. */
static bool
read_take(struct cli_json_read *read, char wanted)
{
	read_blanks(read);
	if (read_peek(read) != wanted)
		return false;
	read->at++;
	read_blanks(read);
	return true;
}

/* n digits of a hexadecimal number. */
static bool
read_hex(const char *s, size_t n, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < n; i++) {
		const char c = s[i];

		if (c >= '0' && c <= '9')
			*value = *value * 16 + (uint32_t)(c - '0');
		else if (c >= 'A' && c <= 'F')
			*value = *value * 16 + (uint32_t)(c - 'A') + 10;
		else if (c >= 'a' && c <= 'f')
			*value = *value * 16 + (uint32_t)(c - 'a') + 10;
		else
			return false;
	}
	return true;
}

/* The four digits behind a \u. */
static bool
read_unit(struct cli_json_read *read, uint32_t *unit)
{
	if (read->len - read->at < 4 ||
	    !read_hex(read->s + read->at, 4, unit))
		return false;
	read->at += 4;
	return true;
}

/* Append a character; it is shorter than its escape. */
static void
read_put(struct cli_json_string *string, uint32_t c)
{
	static const unsigned char heads[] = { 0, 0xC0, 0xE0, 0xF0 };
	const unsigned more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2
									 : 3;

	string->s[string->len++] =
	    (char)(unsigned char)(heads[more] | c >> 6 * more);
	for (unsigned i = more; i-- > 0;)
		string->s[string->len++] =
		    (char)(unsigned char)(0x80 | (c >> 6 * i & 0x3F));
}

/* What follows \u: a code point, maybe of two halves. */
static bool
read_code(struct cli_json_read *read, struct cli_json_string *string)
{
	uint32_t c, low;

	if (!read_unit(read, &c) || (c >= 0xDC00 && c < 0xE000))
		return false;
	if (c >= 0xD800 && c < 0xDC00) {
		if (read->len - read->at < 2 ||
		    memcmp(read->s + read->at, "\\u", 2) != 0)
			return false;
		read->at += 2;
		if (!read_unit(read, &low) || low < 0xDC00 || low > 0xDFFF)
			return false;
		c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
	}
	read_put(string, c);
	return true;
}

/* What follows a backslash. */
static bool
read_escape(struct cli_json_read *read, struct cli_json_string *string)
{
	static const char names[] = "\"\\/bfnrt";
	static const char meant[] = "\"\\/\b\f\n\r\t";
	const char c = read_peek(read);
	const char *const name = c != '\0' ? strchr(names, c) : NULL;

	read->at++;
	if (c == 'u')
		return read_code(read, string);
	if (name == NULL)
		return false;
	string->s[string->len++] = meant[name - names];
	return true;
}

static bool
read_string(struct cli_json_read *read, struct cli_json_string *string)
{
	if (read_peek(read) != '"')
		return false;
	read->at++;
	*string = (struct cli_json_string){ read->s + read->at, 0 };
	while (read->at < read->len) {
		const char c = read->s[read->at++];

		if (c == '"')
			return true;
		if ((unsigned char)c < 0x20)
			return false;
		if (c != '\\')
			string->s[string->len++] = c;
		else if (!read_escape(read, string))
			return false;
	}
	return false;
}

/* A number; one that is negative or has a fraction is only passed by. */
static bool
read_number(struct cli_json_read *read, struct cli_json_value *value)
{
	const size_t start = read->at;

	value->kind = CLI_JSON_NUMBER;
	value->number = 0;
	for (; read->at < read->len; read->at++) {
		const char c = read->s[read->at];

		if (c >= '0' && c <= '9') {
			const uint64_t digit = (uint64_t)(c - '0');

			if (value->number > (UINT64_MAX - digit) / 10)
				return false;
			value->number = value->number * 10 + digit;
		} else if (c == '-' || c == '+' || c == '.' || c == 'e' ||
		    c == 'E') {
			value->kind = CLI_JSON_OTHER;
		} else {
			break;
		}
	}
	return read->at > start;
}

static bool
read_word(struct cli_json_read *read)
{
	static const char *const words[] = { "null", "true", "false" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const size_t n = strlen(words[i]);

		if (read->len - read->at >= n &&
		    memcmp(read->s + read->at, words[i], n) == 0) {
			read->at += n;
			return true;
		}
	}
	return false;
}

static bool read_value(struct cli_json_read *read, struct cli_json_value *value,
    unsigned depth);

/* Pass by an array or an object. */
static bool
read_nested(struct cli_json_read *read, unsigned depth)
{
	const bool object = read_peek(read) == '{';
	const char end = object ? '}' : ']';
	struct cli_json_value value;

	if (depth == READ_DEPTH)
		return false;
	read->at++;
	if (read_take(read, end))
		return true;
	do {
		if (object &&
		    (!read_string(read, &value.string) ||
			!read_take(read, ':')))
			return false;
		if (!read_value(read, &value, depth + 1))
			return false;
	} while (read_take(read, ','));
	return read_take(read, end);
}

static bool
read_value(struct cli_json_read *read, struct cli_json_value *value,
    unsigned depth)
{
	const char c = read_peek(read);

	*value = (struct cli_json_value){ .kind = CLI_JSON_OTHER };
	if (c == '"') {
		value->kind = CLI_JSON_STRING;
		return read_string(read, &value->string);
	}
	if (c == '-' || (c >= '0' && c <= '9'))
		return read_number(read, value);
	if (c == '{' || c == '[')
		return read_nested(read, depth);
	return read_word(read);
}

bool
cli_json_next(struct cli_json_read *read, struct cli_json_string *key,
    struct cli_json_value *value)
{
	const bool first = !read->inside;

	if (read->bad)
		return false;
	read->bad = true;
	if (first && !read_take(read, '{'))
		return false;
	read->inside = true;
	if (read_take(read, '}')) {
		read->bad = read->at < read->len;
		return false;
	}
	if ((!first && !read_take(read, ',')) || !read_string(read, key) ||
	    !read_take(read, ':') || !read_value(read, value, 1))
		return false;
	read->bad = false;
	return true;
}

bool
cli_json_bytes(struct cli_json_string *string)
{
	size_t to = 0;

	for (size_t at = 0; at < string->len; at++) {
		uint32_t byte = (unsigned char)string->s[at];

		if (byte == '\\') {
			if (string->len - at < 4 || string->s[at + 1] != 'x' ||
			    !read_hex(string->s + at + 2, 2, &byte))
				return false;
			at += 3;
		}
		string->s[to++] = (char)(unsigned char)byte;
	}
	string->len = to;
	return true;
}
