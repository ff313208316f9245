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

/* May it stand behind what ends a sentence? */
static bool
paragraph_may_close(char c)
{
	return paragraph_is_space(c) || c == '"' || c == ')' ||
	    (unsigned char)c >= 0x80;
}

bool
ug_sentence_ends(struct ug_text text)
{
	for (size_t end = text.len; end > 0; end--)
		if (!paragraph_may_close(text.s[end - 1]))
			return memchr(".!?:", text.s[end - 1], 4) != NULL;
	return false;
}
