/*
 * glance_blank.c - a closer look at a blank, and at what starts behind it
 *
 *	the Harlands List	a name behind "the" that ends in s
 *
 * Few blanks get one: see glance.c.  What rules look for stands beside them.
 */
#include "glance_blank.h"

#include "base/bytes.h"
#include "glance.h"

/* What the bytes on both sides of a blank tell. */
static unsigned
glance_around(struct ug_text text, size_t blank)
{
	const char *const s = text.s + blank;
	const char before = blank > 0 ? s[-1] : ' ';
	unsigned cues = 0;

	/* Nothing floats, nor is a copy, before a word amid a sentence. */
	if (text.len - blank < 2 ||
	    (ug_ascii_is_lower(s[1]) && before != '.'))
		return 0;
	if (s[1] == ',' || s[1] == '.')
		cues |= UG_GLANCE_SPACED;
	if (before == '.' && ug_ascii_is_lower(s[1]))
		cues |= UG_GLANCE_SMALL;
	if (ug_stop_floats(text, blank))
		cues |= UG_GLANCE_STOP;
	if (ug_copy_here(text, blank))
		cues |= UG_GLANCE_COPY;
	if (before == 's' && ug_ascii_is_upper(s[1]))
		cues |= UG_GLANCE_NAMES | (ug_owner_here(text, blank) ?
		    (unsigned)UG_GLANCE_THE : 0);
	return cues;
}

/* What a run that starts at `at` tells by its first bytes. */
static unsigned
glance_run(struct ug_text text, size_t at)
{
	bool said = false;

	switch (at < text.len ? text.s[at] : '\0') {
	case 'a':
		said = ug_text_starts(text, at, "added");
		break;
	case 'r':
		said = ug_text_starts(text, at, "read: ");
		break;
	case 's':
		if (ug_text_starts(text, at + 1, " "))
			return UG_GLANCE_BLANKED;
		said = ug_text_starts(text, at, "said");
		break;
	case 't':
		if (ug_text_starts(text, at + 1, " "))
			return UG_GLANCE_BLANKED;
		if (!ug_text_starts(text, at, "told"))
			return 0;
		return UG_GLANCE_TOLD | (ug_text_starts(text, at, "told ") ?
		    (unsigned)UG_GLANCE_SAID : 0);
	case 'w':
		if (ug_text_starts(text, at, "wont "))
			return UG_GLANCE_SLURRED;
		said = ug_text_starts(text, at, "wrote");
		break;
	case 'I':
		return ug_text_starts(text, at, "Im ") ? UG_GLANCE_SLURRED : 0;
	case 'D':
	case 'M':
		return ug_text_starts(text, at, "Mr") ||
		    ug_text_starts(text, at, "Ms") ||
		    ug_text_starts(text, at, "Dr") ? UG_GLANCE_TITLE : 0;
	}
	return said ? UG_GLANCE_SAID : 0;
}

/* Whether a byte is one of a mark that a run may start with. */
static bool
glance_is_mark(char c)
{
	return (unsigned char)c >= 0x80 || c == '"' || c == '\'' ||
	    c == '(' || c == '[';
}

/* Skip the marks that a run may start with. */
static size_t
glance_marks(struct ug_text text, size_t at)
{
	/* Where letters are beyond ASCII all of a line may be marks. */
	while (text.len - at >= 8 && (ug_bytes_64(text.s + at) &
	    UG_EACH_BYTE * 0x80) == UG_EACH_BYTE * 0x80)
		at += 8;
	while (at < text.len && glance_is_mark(text.s[at]))
		at++;
	return at;
}

/* Whether what starts at `at` is a title, behind marks, behind a blank. */
static bool
glance_marked_title(struct ug_text text, size_t at)
{
	if (at == 0 || !glance_is_mark(text.s[at - 1]) ||
	    (glance_run(text, at) & UG_GLANCE_TITLE) == 0)
		return false;
	while (at > 0 && glance_is_mark(text.s[at - 1]))
		at--;
	return at > 0 && text.s[at - 1] == ' ';
}

unsigned
ug_glance_wide_titles(struct ug_text text)
{
	static const char starts[] = { 'M', 'D' };

	for (size_t i = 0; i < sizeof(starts); i++) {
		const struct ug_text start = { &starts[i], 1 };

		for (size_t at = 0; (at = ug_text_find(text, at, start)) <
		    text.len; at++)
			if (glance_marked_title(text, at))
				return UG_GLANCE_TITLE;
	}
	return 0;
}

unsigned
ug_glance_start(struct ug_text text)
{
	return glance_run(text, glance_marks(text, 0)) & UG_GLANCE_TITLE;
}

unsigned
ug_glance_blank(struct ug_text text, size_t blank)
{
	const size_t run = glance_marks(text, blank + 1);
	const unsigned cues = glance_around(text, blank) |
	    glance_run(text, blank + 1);

	return run == blank + 1 ? cues :
	    cues | (glance_run(text, run) & UG_GLANCE_TITLE);
}

bool
ug_glance_again(struct ug_text text, size_t blank, uint64_t like)
{
	size_t first = blank;

	for (; like != 0; like >>= 8) {
		do {
			if (first-- == 0)
				return false;
		} while (text.s[first] != ' ');
		if ((like & 0x80) != 0 && ug_copy_again(text, first, blank))
			return true;
	}
	return false;
}
