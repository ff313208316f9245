/*
 * escape_left.c - what looks like escapes and is left alone
 *
 *	C:\udata\ubeef   [\u00c0-\u017f]   =?UTF-8?Q?caf=C3=A9?=   A1=C3=B5
 */
#include "escape_left.h"

#include "escape_forms.h"

#define NAME_LEN 64 /* names before `=` are not looked at beyond that */

bool
ug_escape_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
ug_escape_letter(char c)
{
	return ug_ascii_is_letter(c) || (c & 0x80) != 0;
}

static bool
escape_is_word(char c)
{
	return ug_escape_letter(c) || ug_ascii_is_digit(c) || c == '_';
}

/* =?UTF-8?Q?...?= */
size_t
ug_escape_word_end(struct ug_text text, size_t at)
{
	size_t i = at + 2, marks = 0;

	if (text.len - at < 8 || text.s[at] != '=' || text.s[at + 1] != '?')
		return at;
	while (i < text.len && marks < 2 && !ug_escape_space(text.s[i]))
		marks += text.s[i++] == '?';
	while (i + 1 < text.len && marks == 2 && !ug_escape_space(text.s[i])) {
		if (text.s[i] == '?' && text.s[i + 1] == '=')
			return i + 2;
		i++;
	}
	return at;
}

size_t
ug_escape_class_end(struct ug_text text, size_t at)
{
	bool range = false;

	if (text.s[at] != '[')
		return at;
	for (size_t i = at + 1; i < text.len; i++) {
		const char c = text.s[i];

		if (c == '[' || c == '"' || c == '\'')
			return at;
		if (c == ']')
			return range ? i + 1 : at;
		if (c == '-' && i + 1 < text.len && text.s[i + 1] == '\\' &&
		    (ug_ascii_digit(text.s[i - 1]) < 16 ||
		    text.s[i - 1] == '}'))
			range = true;
	}
	return at;
}

/* What Windows has no place for in a path. */
static bool
path_ends(char c)
{
	return (unsigned char)c < ' ' || strchr("\"'<>|*?,;()", c) != NULL;
}

size_t
ug_escape_path_end(struct ug_text text, size_t at, size_t token_end)
{
	const bool starts = at == 0 || ug_escape_space(text.s[at - 1]) ||
	    path_ends(text.s[at - 1]);
	size_t end = at + 1;

	if (at + 1 >= text.len)
		return at;
	if (at > 1 && text.s[at - 1] == ':' &&
	    ug_escape_letter(text.s[at - 2]) && text.s[at + 1] != '\\' &&
	    (at == 2 || !escape_is_word(text.s[at - 3]))) {
		while (end < text.len && !path_ends(text.s[end]))
			end++;
		return end;
	}
	/* \\server\share */
	if (!starts || text.s[at + 1] != '\\' || at + 2 >= text.len ||
	    !escape_is_word(text.s[at + 2]))
		return at;
	for (end = at + 2; end < token_end; end++)
		if (text.s[end] == '\\')
			return token_end;
	return at;
}

bool
ug_escape_assigns(struct ug_text text, size_t at)
{
	size_t i = at, start, digits = 0;
	bool low_line = false;

	while (i > 0 && at - i < NAME_LEN && escape_is_word(text.s[i - 1])) {
		i--;
		low_line |= text.s[i] == '_';
	}
	if (i == at)
		return false;
	if (low_line || (i > 0 && (text.s[i - 1] == '?' ||
	    text.s[i - 1] == '&' || text.s[i - 1] == '$')) ||
	    (i > 1 && text.s[i - 1] == '-' && text.s[i - 2] == '-'))
		return true;
	/* The name of a cell: capitals, then a number. */
	while (at - digits > i && ug_ascii_is_digit(text.s[at - digits - 1]))
		digits++;
	start = i;
	while (i < at - digits && ug_ascii_is_upper(text.s[i]))
		i++;
	return digits > 0 && i > start && i == at - digits;
}
