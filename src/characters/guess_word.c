/*
 * guess_word.c - is it a word that a spot stands in, and may it be elided
 *
 *	don?t  l?eau  f?r      words
 *	a.b?c  x?y=z  {a?b}    addresses, programs, patterns
 *	'don?t'                may be a pattern
 */
#include "guess.h"

#define LONGEST   12  /* letters of what is elided, and some */
#define TOKEN_MAX 100 /* characters between spaces that may be a word */

struct elision {
	const char *language;
	const char *before; /* the whole word before; none: any */
	const char *behind; /* and behind; none: it opens with a vowel or h */
};

static const struct elision elisions[] = {
	{ "ca", " l d m n s t ", NULL },
	{ "cy", " a i o ", " r n i u w m th ch " },
	{ "en", NULL, " s " },
	{ "en", " i ", " m " },
	{ "en", " you we they who what there ", " re " },
	{ "en", " i you we they who should could would might must ", " ve " },
	{ "en", " i you he she it we they who that there ", " d ll " },
	{ "fr", " l d j m n s t c qu lorsqu puisqu jusqu quoiqu aujourd ",
	    NULL },
	{ "it", " l d un all dell dall nell sull c s m t v n quest quell com "
	    "dov cos sant bell nessun qualcun buon tutt anch ", NULL },
	{ "oc", " l d m n s t qu ", NULL },
};

static uint32_t
char_small(uint32_t c)
{
	return ug_ascii_is_upper(c) ? c | 0x20 : c;
}

/* Are chars[first, end) letters of ASCII that make a word of the list? */
static bool
word_listed(const struct ug_guess_line *line, size_t first, size_t end,
    const char *list)
{
	char word[LONGEST + 3] = " ";
	size_t len = 1;

	if (end - first > LONGEST)
		return false;
	for (size_t i = first; i < end; i++) {
		const uint32_t c = char_small(line->chars[i].c);

		if (!ug_ascii_is_lower(c))
			return false;
		word[len++] = (char)c;
	}
	word[len] = ' '; /* and zeros behind it */
	return strstr(list, word) != NULL;
}

/* Does a word start so that what is before it is elided? */
static bool
word_opens(const struct ug_guess_line *line, size_t i)
{
	const uint32_t c = line->chars[i].c;

	return c < 0x80 ? strchr("aeiouyh", (int)char_small(c)) != NULL :
	    line->chars[i].glyph.script == UG_LATIN;
}

/* Does the apostrophe of Ukrainian and Belarusian stand there? */
static bool
spot_parts(const struct ug_guess_char *before, const struct ug_guess_char *c)
{
	static const uint32_t soft[] = { 0x44F, 0x44E, 0x454, 0x457, 0x435,
		0x451, 0x456 };
	static const uint32_t hard[] = { 0x431, 0x432, 0x43C, 0x43F, 0x444,
		0x437, 0x440, 0x434, 0x43D, 0x441, 0x442, 0x43A };
	bool part = false, has = false;

	for (size_t i = 0; i < sizeof(soft) / sizeof(*soft); i++)
		part |= c->c == soft[i];
	for (size_t i = 0; i < sizeof(hard) / sizeof(*hard); i++)
		has |= before->c == hard[i];
	return part && has;
}

/* The letters around the spot; false: there are none on one side. */
static bool
spot_word(const struct ug_guess_line *line, const struct ug_guess_spot *spot,
    size_t *first, size_t *end)
{
	*first = spot->first;
	*end = spot->first + spot->n;
	while (*first > 1 && ug_guess_letter(line, *first - 1))
		--*first;
	while (*end < line->n && ug_guess_letter(line, *end))
		++*end;
	return *first < spot->first && *end > spot->first + spot->n;
}

bool
ug_guess_contracted(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot)
{
	const size_t behind = spot->first + spot->n;
	size_t first, end;
	bool english = false;

	if (!spot_word(line, spot, &first, &end) ||
	    ug_guess_lost(line->chars[first - 1].c) ||
	    ug_guess_lost(line->chars[end].c))
		return false;
	if (word_listed(line, behind, end, " t "))
		return word_listed(line, first, spot->first, " don won can isn "
		    "aren wasn weren hasn haven hadn doesn didn couldn wouldn "
		    "shouldn mustn needn ain ");
	for (size_t i = 0; i < line->n_tongues; i++)
		english |= strcmp(ug_language_code(line->tongues[i].language),
		    "en") == 0;
	for (size_t i = 0; i < sizeof(elisions) / sizeof(*elisions); i++) {
		const struct elision *const e = &elisions[i];

		if (english && strcmp(e->language, "en") == 0 &&
		    e->before != NULL &&
		    word_listed(line, first, spot->first, e->before) &&
		    word_listed(line, behind, end, e->behind))
			return true;
	}
	return false;
}

bool
ug_guess_elided(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot, size_t language)
{
	const char *const code = ug_language_code(language);
	const size_t behind = spot->first + spot->n;
	size_t first, end;

	if (!spot_word(line, spot, &first, &end))
		return false;
	if (strcmp(code, "uk") == 0 || strcmp(code, "be") == 0)
		return spot_parts(&line->chars[spot->first - 1],
		    &line->chars[behind]);
	if (strcmp(code, "en") == 0 && end == behind + 1 &&
	    char_small(line->chars[behind].c) == 't')
		return char_small(line->chars[spot->first - 1].c) == 'n';
	if (strcmp(code, "br") == 0)
		return char_small(line->chars[spot->first - 1].c) == 'c' &&
		    char_small(line->chars[behind].c) == 'h';
	for (size_t i = 0; i < sizeof(elisions) / sizeof(*elisions); i++) {
		const struct elision *const e = &elisions[i];

		if (strcmp(code, e->language) != 0)
			continue;
		if ((e->before == NULL ||
		    word_listed(line, first, spot->first, e->before)) &&
		    (e->behind == NULL ? word_opens(line, behind) :
		    word_listed(line, behind, end, e->behind)))
			return true;
	}
	return false;
}

/* May `c` stand within a word? */
static bool
char_inside(uint32_t c)
{
	return c == '\'' || c == '-' || c == 0x2019 || ug_guess_lost(c);
}

/* And these beside one. */
static bool
char_beside(uint32_t c)
{
	return c >= 0x80 || (c > ' ' && strchr("\"'(),.;!?-", (int)c) != NULL);
}

bool
ug_guess_in_word(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot)
{
	size_t first = spot->first, end = first + spot->n;

	while (first > 1 && line->chars[first - 1].c > ' ' &&
	    end - first <= TOKEN_MAX && line->chars[first - 1].c != '>')
		first--;
	while (end < line->n && line->chars[end].c > ' ' &&
	    end - first <= TOKEN_MAX && line->chars[end].c != '<')
		end++;
	if (end - first > TOKEN_MAX)
		return false;
	while (first < spot->first && !ug_guess_letter(line, first) &&
	    char_beside(line->chars[first].c))
		first++;
	while (end > spot->first + spot->n && !ug_guess_letter(line, end - 1) &&
	    char_beside(line->chars[end - 1].c))
		end--;
	if (line->chars[first - 1].c == line->chars[end].c &&
	    (line->chars[end].c == '\'' || line->chars[end].c == '"'))
		return false;
	for (size_t i = first; i < end; i++) {
		if (!ug_guess_letter(line, i) && !char_inside(line->chars[i].c))
			return false;
	}
	return true;
}
