/*
 * mojibake_gone.c - lines that were misread as a whole and lost bytes since
 *
 * Controls, and what an encoding leaves undefined, are often dropped or become
 * `?`.  Then lead bytes stand without what followed them:
 *
 *	wy U+00C5 wietla U+00C4   of wyświetlać in ISO-8859-1
 *
 * Where all above 7F in a line is bytes of sequences, and those that are whole
 * lead to the same letters as those that are not, all of it was misread, and
 * each lead byte is a character, gone or not.
 *
 * Left alone: lines with a character that no sequence has, or a control, which
 * would have gone first.
 */
#include "mojibake.h"

#define PUNCTUATION 0xE2 /* leads what stands in a text of any language */
#define SURE        3    /* whole sequences that tell of U+00E2 in a word */

/* What the sequences of a line are. */
struct parts {
	size_t whole, gone; /* but for those before a space, which may be A0 */
	bool nbsp;          /* there is one: no space is A0 */
	size_t inside;      /* U+00E2 between small letters */
	uint32_t seen;      /* kinds of sure ones, a bit each */
	uint32_t missed;    /* kinds of those that are gone */
};

/* Letters that go together, by the lead byte: many scripts have a few. */
static unsigned
lead_kind(unsigned lead)
{
	static const unsigned char ends[] = { 0xC3, 0xC4, 0xC9, 0xCE, 0xD0,
		0xD4, 0xD6, 0xD8, 0xDC, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEE,
		0xF0 };
	unsigned kind = 0;

	while (kind < sizeof(ends) && lead >= ends[kind])
		kind++;
	/* U+00C7 starts words beside what C4 and C5 lead to: not so they. */
	return lead == 0xC7 ? 0 : lead == 0xEE || lead == 0xEF ?
	    lead_kind(0xE9) : kind;
}

/*
 * Does a lead byte stand where its letter would not?  That is a capital inside
 * a word, beside another sequence, or before another lead byte.
 */
static bool
lead_odd(const struct ug_mojibake_line *line, size_t at, unsigned encoding,
    bool touching)
{
	const struct ug_mojibake_unit *const units = line->units + at;
	const struct ug_glyph before = at > 0 ? units[-1].glyph :
	    UG_GLYPH_EDGE;

	return units[0].glyph.class == UG_UPPER && (touching ||
	    before.class == UG_LOWER || (before.class == UG_UPPER &&
	    units[1].glyph.class == UG_LOWER) ||
	    units[1].bytes->byte[encoding] >= 0xC2);
}

/*
 * May a space in the sequence at units[at] be A0, which was turned to one?
 * Where there are such letters: not capitals behind small ones.
 */
static bool
space_may(const struct ug_mojibake_line *line, size_t at, unsigned encoding)
{
	const unsigned lead = line->units[at].bytes->byte[encoding];

	if (lead < 0xC4 || lead == 0xE0 || (lead > 0xE2 && lead < 0xEE))
		return true;
	return (lead == 0xC5 || lead == 0xCE || lead == 0xD0 || lead == 0xD7 ||
	    lead == 0xE1) &&
	    (at == 0 || line->units[at - 1].glyph.class != UG_LOWER);
}

static bool
gone_is_vowel(uint32_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	    c == 'h';
}

/*
 * Is U+00E2 a letter in a word here, and not all that is left of an apostrophe
 * behind an article?
 */
static bool
lead_inside(const struct ug_mojibake_line *line, size_t at)
{
	const struct ug_mojibake_unit *const units = line->units + at;

	if (at == 0 || units[-1].glyph.class != UG_LOWER ||
	    units[1].glyph.class != UG_LOWER || units[1].c >= 0x80)
		return false;
	return !gone_is_vowel(units[1].c) ||
	    (at > 1 && ug_glyph_is_letter(units[-2].glyph));
}

/* Take the sequence at units[at] into account; returns how many are its. */
static size_t
sequence_take(const struct ug_mojibake_line *line, size_t at,
    unsigned encoding, bool touching, struct parts *parts)
{
	const struct ug_mojibake_unit *const units = line->units + at;
	const unsigned lead = units[0].bytes->byte[encoding];
	const size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	const uint32_t kind = (uint32_t)1 << lead_kind(lead);
	bool asked = false;
	size_t n = 1;

	for (; n < need && at + n < line->n; n++) {
		if (units[n].c == '?')
			asked = true;
		else if ((units[n].bytes->goes_on >> encoding & 1) == 0)
			break;
	}
	if (n == need && !asked) {
		parts->whole++;
		parts->seen |= kind;
		return n;
	}
	parts->gone += asked || parts->nbsp || units[n].c != ' ' ||
	    !space_may(line, at, encoding);
	if (lead == PUNCTUATION)
		parts->inside += n == 1 && lead_inside(line, at);
	else if (lead_odd(line, at, encoding, touching))
		parts->seen |= kind;
	else
		parts->missed |= kind;
	return n;
}

/* Was all of the line misread as that, and have bytes gone since? */
static bool
line_gone(const struct ug_mojibake_line *line, unsigned encoding, bool nbsp)
{
	struct parts parts = { .nbsp = nbsp };
	size_t end = SIZE_MAX;

	for (size_t at = 0; at < line->n; ) {
		const struct ug_mojibake_unit *const unit = &line->units[at];

		if (unit->c < 0x80)
			at++;
		else if (((unit->bytes->leads_two | unit->bytes->leads_more) >>
		    encoding & 1) != 0)
			end = at += sequence_take(line, at, encoding,
			    at == end, &parts);
		else
			return false;
	}
	return parts.gone > 0 && parts.whole > 0 &&
	    (parts.missed & ~parts.seen) == 0 &&
	    (parts.inside == 0 || parts.whole >= SURE);
}

uint32_t
ug_mojibake_gone(const struct ug_mojibake_line *line, uint32_t encodings)
{
	uint32_t gone = 0;
	bool nbsp = false;

	if (encodings == 0)
		return 0;
	for (size_t i = 0; i < line->n; i++) {
		if (line->units[i].glyph.class == UG_C1)
			return 0;
		nbsp = nbsp || line->units[i].c == 0xA0;
	}
	for (unsigned i = 0; encodings >> i != 0; i++)
		if ((encodings >> i & 1) != 0 && line_gone(line, i, nbsp))
			gone |= (uint32_t)1 << i;
	return gone;
}
