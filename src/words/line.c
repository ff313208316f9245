/*
 * line.c - is this line prose?
 *
 * What a spinner never saw must not be read as words: `return value;`,
 * `> mail`, `{"text": "..."}`, tables with tabs.  One line decides for
 * itself, so a cut between lines changes nothing.
 */
#include "line.h"

#define M UG_CLASS_MARK
#define L UG_CLASS_LOWER
#define U UG_CLASS_UPPER
#define D UG_CLASS_DIGIT
#define B UG_CLASS_BLANK
#define N UG_CLASS_LINE
#define H UG_CLASS_HIGH
const uint8_t ug_class[256] = {
	B, B, B, B, B, B, B, B, B, B, N, B, B, N, B, B,
	B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
	B, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
	M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, L,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, B,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef M
#undef L
#undef U
#undef D
#undef B
#undef H
#undef N

static enum ug_class
line_class(char c)
{
	return (enum ug_class)ug_class[(unsigned char)c];
}

bool
ug_line_starts(struct ug_text text, size_t at, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++) {
		char c;

		if (at + i >= text.len)
			return false;
		c = text.s[at + i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != word[i])
			return false;
	}
	return true;
}

bool
ug_line_finds(struct ug_text text, size_t at, size_t end, const char *word)
{
	const char *hit;

	while (at < end &&
	    (hit = memchr(text.s + at, word[0], end - at)) != NULL) {
		at = (size_t)(hit - text.s);
		if (ug_line_starts((struct ug_text){ text.s, end }, at, word))
			return true;
		at++;
	}
	return false;
}

/* Signs that prose has few of and code has many. */
static bool
line_is_sign(unsigned char c)
{
	switch (c) {
	case '{': case '}': case '[': case ']': case ';': case '$': case '\\':
	case '|': case '&': case '^': case '~': case '_': case '=': case '+':
	case '@': case '<': case '>':
		return true;
	default:
		return false;
	}
}

/* Does a line end as statements do, or is it a string of a program? */
static bool
line_ends_statement(struct ug_text text, size_t at, size_t end)
{
	bool string = text.s[at] == '"' && at > 0 && text.s[at - 1] == '\t';

	if (memchr(";{\\", text.s[end - 1], 3) != NULL)
		return true;
	while (end > at && memchr(",;)", text.s[end - 1], 3) != NULL)
		end--;
	return end - at > 2 && text.s[end - 1] == '"' &&
	    (string || text.s[end - 3] == '\\');
}

/* More than one sign in eight letters is code; tags do not count. */
bool
ug_line_is_code(struct ug_text text, size_t at, size_t end)
{
	size_t signs = 0, letters = 0, tabs = 0, i;
	bool tag = false;

	while (at < end && line_class(text.s[at]) == UG_CLASS_BLANK)
		at++;
	while (end > at && line_class(text.s[end - 1]) == UG_CLASS_BLANK)
		end--;
	if (at == end)
		return false;
	if (text.s[at] == '>' || line_ends_statement(text, at, end))
		return true;
	if (end - at > 1 && (text.s[at] == '{' || text.s[at] == '[') &&
	    (text.s[at + 1] == '"' || text.s[at + 1] == '{'))
		return true;
	for (i = at; i < end; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (tag) {
			tag = c != '>';
			continue;
		}
		if (c == '<' && i + 1 < end && (text.s[i + 1] == '/' ||
		    ug_class[(unsigned char)text.s[i + 1]] == UG_CLASS_LOWER) &&
		    memchr(text.s + i, '>', end - i) != NULL)
			tag = true;
		else if (ug_class[c] == UG_CLASS_LOWER ||
		    ug_class[c] == UG_CLASS_UPPER ||
		    ug_class[c] == UG_CLASS_HIGH)
			letters++;
		else if (c == '\t')
			tabs++;
		else
			signs += line_is_sign(c);
	}
	return (signs * 8 > letters && signs > 2) || tabs > 2;
}
