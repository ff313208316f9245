/*
 * paragraph.c - where paragraphs start and sentences end, as far as lines tell
 */
#include "paragraph.h"

static bool
paragraph_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool
ug_paragraph_starts(struct ug_text text)
{
	size_t at = 0;

	while (at < text.len && paragraph_is_space(text.s[at]))
		at++;
	return at == text.len || memchr("-*+>#|", text.s[at], 6) != NULL;
}

bool
ug_sentence_ends(struct ug_text text)
{
	size_t end = text.len;

	while (end > 0 && (paragraph_is_space(text.s[end - 1]) ||
	    text.s[end - 1] == '"' || text.s[end - 1] == ')' ||
	    (unsigned char)text.s[end - 1] >= 0x80))
		end--;
	return end > 0 && memchr(".!?:", text.s[end - 1], 4) != NULL;
}
