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
		if (ug_text_find(text, 0, marks[i]) < text.len)
			return true;
	}
	for (size_t at = 0; (at = ug_text_find(text, at, single)) < text.len;
	    at++) {
		if (at == 0 || text.s[at - 1] == ' ')
			return true;
	}
	return false;
}

bool
ug_prose_curly(unsigned cues)
{
	return (cues & UG_GLANCE_CURLED) != 0 ||
	    (cues & (UG_GLANCE_OPEN | UG_GLANCE_APOSTROPHE)) == UG_GLANCE_OPEN;
}

static size_t
quotes_straight(struct ug_text text, size_t at)
{
	return ug_text_find(text, at, UG_TEXT("\""));
}

static size_t
quotes_curly(struct ug_text text, size_t at)
{
	for (; (at = ug_text_find(text, at, UG_TEXT("\xE2\x80"))) < text.len;
	    at += 3) {
		if (text.s[at + 2] == "\u201C"[2] ||
		    text.s[at + 2] == "\u201D"[2])
			break;
	}
	return at;
}

struct ug_quotes
ug_quotes_of(struct ug_text text, unsigned cues)
{
	const bool curly = (cues & (UG_GLANCE_OPEN | UG_GLANCE_CLOSE)) != 0;

	return (struct ug_quotes){ text,
		(cues & UG_GLANCE_QUOTE) != 0 ? quotes_straight(text, 0) :
		text.len,
		curly ? quotes_curly(text, 0) : text.len,
	};
}

bool
ug_quotes_next(struct ug_quotes *quotes, struct ug_quote *quote)
{
	const struct ug_text text = quotes->text;

	if (quotes->straight < quotes->curly) {
		*quote = (struct ug_quote){ quotes->straight, 1 };
		quotes->straight = quotes_straight(text, quote->at + 1);
		return true;
	}
	if (quotes->curly == text.len)
		return false;
	*quote = (struct ug_quote){ quotes->curly, 3 };
	quotes->curly = quotes_curly(text, quote->at + 3);
	return true;
}
