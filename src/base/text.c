/*
 * text.c - looks for a text in another
 *
 *	"a, b, c", ", " from 2 on  ->  4
 */
#include "text.h"

size_t
ug_text_find(struct ug_text text, size_t at, struct ug_text part)
{
	while (at < text.len) {
		const char *const s = memchr(text.s + at, part.s[0],
		    text.len - at);

		if (s == NULL)
			break;
		at = (size_t)(s - text.s);
		if (part.len == 1 || (text.len - at >= part.len &&
		    s[part.len - 1] == part.s[part.len - 1] &&
		    memcmp(s, part.s, part.len) == 0))
			return at;
		at++;
	}
	return text.len;
}
