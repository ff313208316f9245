/*
 * glance_marks.c - what the marks of a text are cues of
 *
 *	made everyone laugh”she said	a mark that joins two words
 *	no doubt, " Lind said		a mark that floats behind a comma
 */
#include "glance_marks.h"

#include "glance.h"

/* What the mark text[at..end), of quotation, is a cue of. */
static unsigned
slip_mark(struct ug_text text, size_t at, size_t end)
{
	const bool blank = end >= text.len || text.s[end] == ' ' ||
	    text.s[end] == '\r' || text.s[end] == '\n';
	bool slip;

	if (blank && at > 1 && text.s[at - 1] == ' ')
		slip = memchr(".,!?", text.s[at - 2], 4) != NULL ||
		    ug_text_ends(text, at - 1, "\u2026");
	else if (end - at == 1)
		slip = false;
	else if (text.s[at + 2] == "\u201C"[2])
		slip = at > 1 && ug_text_letter(text, at - 1) &&
		    ug_text_letter(text, at - 2);
	else
		slip = ug_text_letter(text, end) &&
		    ug_text_letter(text, end + 1);
	return slip ? UG_GLANCE_SLIP : 0;
}

/* The next byte that is `c`, or NULL. */
static const char *
glance_next(struct ug_text text, const char *from, int c)
{
	const size_t left = text.len - (size_t)(from - text.s);

	return left == 0 ? NULL : memchr(from, c, left);
}

unsigned
ug_glance_quote(struct ug_text text, size_t at)
{
	return text.s[at] == '"' ?
	    (unsigned)UG_GLANCE_QUOTE | slip_mark(text, at, at + 1) :
	    (unsigned)UG_GLANCE_APOSTROPHE | ug_owner_mark(text, at, at + 1);
}

unsigned
ug_glance_ascii(struct ug_text text)
{
	unsigned cues = 0;

	for (const char *s = text.s; (s = glance_next(text, s, '"')) != NULL;
	    s++)
		cues |= ug_glance_quote(text, (size_t)(s - text.s));
	for (const char *s = text.s; (s = glance_next(text, s, '\'')) != NULL;
	    s++)
		cues |= ug_glance_quote(text, (size_t)(s - text.s));
	return cues;
}

/* What the character at `at`, which starts with E2, is a cue of. */
static unsigned
glance_sign(struct ug_text text, size_t at)
{
	const size_t end = at + 3;

	if (ug_text_starts(text, at, "\u2019"))
		return UG_GLANCE_CURLED | ug_owner_mark(text, at, end);
	if (ug_text_starts(text, at, "\u201C"))
		return UG_GLANCE_OPEN | slip_mark(text, at, end);
	if (ug_text_starts(text, at, "\u201D"))
		return UG_GLANCE_CLOSE | slip_mark(text, at, end);
	return 0;
}

unsigned
ug_glance_wide(struct ug_text text)
{
	unsigned cues = UG_GLANCE_WIDE;

	for (const char *s = text.s; (s = glance_next(text, s, 0xE2)) != NULL;
	    s += 3)
		cues |= glance_sign(text, (size_t)(s - text.s));
	for (const char *s = text.s; (s = glance_next(text, s, 0xC2)) != NULL;
	    s += 2) {
		if (memcmp(s, "\u00AB", 2) == 0 ||
		    memcmp(s, "\u00BB", 2) == 0)
			cues |= UG_GLANCE_ANGLE;
	}
	return cues;
}
