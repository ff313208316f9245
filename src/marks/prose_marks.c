/*
 * prose_marks.c - what marks a text has: quotation marks, apostrophes, blanks
 * before its stops
 */
#include "glance.h"
#include "prose.h"

bool
ug_prose_spaced(const struct ug_prose *prose, size_t but)
{
	size_t n = 0;

	if ((prose->cues & UG_GLANCE_SPACED) == 0)
		return false;
	for (size_t i = 0; i < prose->n && n <= but; i++) {
		const struct ug_text gap = ug_prose_gap(prose, i);

		n += gap.len > 1 && gap.s[0] == ' ' &&
		    (gap.s[1] == ',' || gap.s[1] == '.');
	}
	return n > but;
}

size_t
ug_prose_find(struct ug_text text, size_t at, struct ug_text mark)
{
	while (at < text.len) {
		const char *const s = memchr(text.s + at, mark.s[0],
		    text.len - at);

		if (s == NULL)
			break;
		at = (size_t)(s - text.s);
		if (text.len - at >= mark.len &&
		    s[mark.len - 1] == mark.s[mark.len - 1] &&
		    memcmp(s, mark.s, mark.len) == 0)
			return at;
		at++;
	}
	return text.len;
}

bool
ug_prose_quotes(struct ug_text text)
{
	static const struct ug_text marks[] = {
		UG_LIT("\""), UG_LIT("\u201C"), UG_LIT("\u201D"),
		UG_LIT("\u201E"), UG_LIT("\u201F"), UG_LIT("\u2018"),
		UG_LIT("\u00AB"), UG_LIT("\u00BB"), UG_LIT("``"), UG_LIT("''"),
		UG_LIT("\uFF02"),
	};
	const struct ug_text single = UG_LIT("'");

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (ug_prose_find(text, 0, marks[i]) < text.len)
			return true;
	}
	for (size_t at = 0; (at = ug_prose_find(text, at, single)) < text.len;
	    at++) {
		if (at == 0 || text.s[at - 1] == ' ')
			return true;
	}
	return false;
}

bool
ug_prose_curly(struct ug_text text, unsigned cues)
{
	return (cues & UG_GLANCE_WIDE) != 0 &&
	    (ug_prose_find(text, 0, UG_TEXT("\u2019")) < text.len ||
	    (ug_prose_find(text, 0, UG_TEXT("\u201C")) < text.len &&
	    ug_prose_find(text, 0, UG_TEXT("'")) == text.len));
}
