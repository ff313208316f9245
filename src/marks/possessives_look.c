/*
 * possessives_look.c - whether apostrophes may have been lost, or moved
 *
 *	Norway’_s fleet		the mark may have moved (_: a blank)
 *	the workers’ rights	it stands as it should
 *
 * Each is as narrow as it can be without the words of a text: few texts that
 * are clean are cut for the rule.
 */
#include "possessives.h"

#include "glance.h"
#include "prose.h"

bool
ug_owner_parts(struct ug_text first, struct ug_text second)
{
	if (ug_word_in(second, "t"))
		return ug_word_in(first, "don didn doesn isn wasn aren weren "
		    "hasn haven hadn couldn wouldn shouldn can won ain Don "
		    "Didn Doesn Isn Wasn Aren Hasn Haven Couldn Wouldn "
		    "Shouldn Can Won Ain");
	if (ug_word_in(second, "re ve ll"))
		return ug_word_in(first, "we they you We They You") ||
		    (!ug_word_in(second, "re") && ug_word_in(first, "I")) ||
		    (ug_word_in(second, "ll") && ug_word_in(first, "it he she "
		    "that there It He She That There"));
	return ug_word_in(second, "m") && ug_word_in(first, "I");
}

bool
ug_owner_here(struct ug_text text, size_t blank)
{
	size_t at = blank;

	while (at > 0 && text.s[at - 1] != ' ')
		at--;
	return ug_text_ends(text, at, "the ") &&
	    ug_ascii_is_upper(text.s[at]);
}

/* Whether text[..end) ends with "Mr. Harlands" or such. */
static bool
owner_titled_here(struct ug_text text, size_t end)
{
	const struct ug_text name = ug_prose_around(text, end);
	size_t at = (size_t)(name.s - text.s);

	if (!ug_ascii_is_upper(name.s[0]) || at < 2 ||
	    text.s[--at] != ' ')
		return false;
	at -= text.s[at - 1] == '.';
	return at > 0 && (unsigned char)text.s[at - 1] < 0x80 &&
	    ug_word_in(ug_prose_around(text, at - 1), UG_TITLES);
}

/* Whether a blank in `rest`, behind the mark at `at`, splits a short form. */
static bool
owner_split(struct ug_text text, size_t at, struct ug_text rest)
{
	if (at == 0 || rest.len < 3 || rest.s[0] != ' ' ||
	    memchr("tmrvl", rest.s[1], 5) == NULL ||
	    (unsigned char)text.s[at - 1] >= 0x80)
		return false;
	return ug_owner_parts(ug_prose_around(text, at - 1),
	    ug_text_part(rest, 1, rest.s[2] == ' ' ? 1 : 2));
}

/* Whether the mark text[at..end) stands where it may have moved to. */
static bool
owner_moved(struct ug_text text, size_t at, size_t end)
{
	const char before = at > 0 ? text.s[at - 1] : '\0';
	const struct ug_text rest = ug_text_part(text, end, text.len - end);

	if (before == ' ')
		return ug_text_starts(rest, 0, "s ");
	if (owner_split(text, at, rest))
		return true;
	return ug_text_starts(rest, 0, " s ") ||
	    (before == 's' && rest.len > 1 && rest.s[0] == ' ' &&
	    owner_titled_here(text, at));
}

unsigned
ug_owner_mark(struct ug_text text, size_t at, size_t end)
{
	const char behind = end < text.len ? text.s[end] : '\0';

	if (behind == 't')
		return at > 0 && text.s[at - 1] == 'n' ? UG_GLANCE_NOT : 0;
	if (behind == 's' && at > 0 && text.s[at - 1] != ' ')
		return UG_GLANCE_OWNER;
	return (behind == ' ' || behind == 's') && owner_moved(text, at, end) ?
	    UG_GLANCE_MOVED : 0;
}

static bool
owner_has(struct ug_text text, struct ug_text mark)
{
	return ug_text_find(text, 0, mark) < text.len;
}

bool
ug_owner_worth(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	const bool open = (cues & UG_GLANCE_OPEN) != 0;
	const bool slurred = (cues & UG_GLANCE_SLURRED) != 0;

	if ((cues & (UG_GLANCE_APOSTROPHE | UG_GLANCE_CURLED |
	    UG_GLANCE_TITLE)) != 0 ||
	    (open && owner_has(text, UG_TEXT("\u201CIm "))) ||
	    ((cues & UG_GLANCE_QUOTE) != 0 && owner_has(text,
	    UG_TEXT("\"Im "))) ||
	    (slurred && owner_has(text, UG_TEXT("wont "))))
		return true;
	return (slurred || (cues & UG_GLANCE_NAMES) != 0 ||
	    open) &&
	    ug_prose_noted(scope->memory, UG_FACT_TITLED, UG_TEXT("")) > 0;
}

/* Whether any word is without the mark that n’t has. */
static bool
owner_not_here(struct ug_text text)
{
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("nt "))) <
	    text.len; at++) {
		if (ug_word_in(ug_prose_around(text, at), UG_OWNER_NOT))
			return true;
	}
	return false;
}

/* Whether "the Harlands List" is there, and a Harland may be known. */
static bool
owner_named(const struct ug_scope *scope, struct ug_text text)
{
	if (owner_has(text, UG_TEXT("Mr")) || owner_has(text, UG_TEXT("Ms")) ||
	    owner_has(text, UG_TEXT("Dr")))
		return true;
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("s "))) <
	    text.len; at++) {
		if (!ug_owner_here(text, at + 1))
			continue;

		const struct ug_text word = ug_prose_around(text, at);

		if (ug_prose_noted(scope->memory, UG_FACT_TITLED,
		    ug_text_part(word, 0, word.len - 1)) > 0)
			return true;
	}
	return false;
}

bool
ug_owner_due(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	return (cues & (UG_GLANCE_SLURRED | UG_GLANCE_MOVED)) != 0 ||
	    ((cues & UG_GLANCE_THE) != 0 && owner_named(scope, text)) ||
	    ((cues & UG_GLANCE_NOT) != 0 && owner_not_here(text)) ||
	    owner_has(text, UG_TEXT("Im "));
}
