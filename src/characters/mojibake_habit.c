/*
 * mojibake_habit.c - what stands around a sequence, and speaks for it or not
 *
 *	H U+00C3 U+201D T   no quotation mark closes a word in its midst: for it
 *	U+201C U+00C3 U+00A4 U+201D   it may be talked about: no evidence
 *
 * Nothing here tells how likely characters are: that is the model's to say.
 */
#include "mojibake_reading.h"

/* Is it a letter and a closing quotation mark in the midst of a word? */
static bool
fork_closes(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units =
	    line->units + fork->at;

	return fork->sequence.n == 2 && fork->at > 0 &&
	    (units[1].c == 0x201C || units[1].c == 0x201D) &&
	    ug_glyph_is_letter(units[-1].glyph) &&
	    ug_glyph_is_letter(units[0].glyph) &&
	    ug_glyph_is_letter(units[2].glyph);
}

/*
 * What letters do not do: a capital behind a small letter at the end of a word
 * (A grave without its no-break space) or before what is gone, a word that is A
 * circumflex and then a sign (what all of Latin-1's signs become), and a
 * quotation mark that closes in the midst of a word.
 */
int
ug_mojibake_habit(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = line->units;
	const uint32_t before = fork->at > 0 ? units[fork->at - 1].c : ' ';

	if ((fork->c == 0xE0 || units[fork->at + 1].c == UG_REPLACEMENT) &&
	    fork->sequence.doubtful)
		return ug_ascii_is_lower(before) ?
		    UG_MOJIBAKE_W(HABIT) : 0;
	return fork_closes(line, fork) || (units[fork->at].c == 0xC2 &&
	    fork->sequence.n == 2 && !ug_glyph_is_letter(ug_glyph_of(before))) ?
	    UG_MOJIBAKE_W(HABIT) : 0;
}

/* What people put on both sides of what they talk about. */
static bool
habit_is_mark(uint32_t c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
	    c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201F) ||
	    (c >= 0x2039 && c <= 0x203A);
}

/*
 * Is it by itself between quotation marks?  Then it may be talked about, even
 * if the second of them is its own last character.
 */
static bool
fork_quoted(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = line->units;
	const size_t end = fork->at + fork->sequence.n;

	return fork->at > 0 && habit_is_mark(units[fork->at - 1].c) &&
	    (habit_is_mark(units[end].c) || (habit_is_mark(units[end - 1].c) &&
	    !ug_glyph_is_letter(units[end].glyph)));
}

/* Is it a word by itself? */
static bool
fork_word(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = line->units;

	return (fork->at == 0 ||
	    !ug_glyph_is_letter(units[fork->at - 1].glyph)) &&
	    !ug_glyph_is_letter(units[fork->at + fork->sequence.n].glyph);
}

bool
ug_mojibake_root(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units =
	    &line->units[fork->at];

	return units[0].glyph.class == UG_MATH &&
	    ug_glyph_is_letter(units[1].glyph) && fork_word(line, fork);
}

/* Is it U+00C3 as a word, with a space behind it that is not its own? */
static bool
fork_spaced(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	return fork->sequence.doubtful && fork->sequence.n == 1 &&
	    fork_word(line, fork);
}

/* Is it the sign of a currency with no number beside it? */
static bool
fork_priceless(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	const struct ug_mojibake_unit *const units = line->units;
	const size_t end = fork->at + fork->sequence.n;
	size_t start = fork->at;

	if (fork->glyph.class != UG_CURRENCY)
		return false;
	start -= start > 0 && units[start - 1].c == ' ';
	return (start == 0 || units[start - 1].glyph.class != UG_DIGIT) &&
	    units[end + (units[end].c == ' ')].glyph.class != UG_DIGIT;
}

bool
ug_mojibake_opens(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	return (fork->c == 0xBF || fork->c == 0xA1) && ug_glyph_is_letter(
	    line->units[fork->at + fork->sequence.n].glyph);
}

/* Beyond those of Latin-1, that is. */
bool
ug_mojibake_letter(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	return fork->c > 0xFF && ug_glyph_is_letter(fork->glyph) &&
	    fork_word(line, fork);
}

bool
ug_mojibake_idle(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork)
{
	return fork_quoted(line, fork) || fork_spaced(line, fork) ||
	    fork_priceless(line, fork);
}
