/*
 * mojibake_sequence.c - a UTF-8 sequence among the units of a line
 *
 *	`â€™`   E2 80 99 in windows-1252: U+2019
 *	`Ñ�`    D1 and a byte that nobody knows: U+FFFD
 *	`ã©`    C3 A9 in a text that was put in small letters since: U+00E9
 *
 * A C1 control stands for the byte of its number in every encoding, at a price
 * where the encoding has another character there.
 */
#include "mojibake.h"
#include "plausible.h"

#define BORROWED_COST 2000 /* of a control for a byte that is another's */
#define NBSP          0xA0

/* Where a sequence is looked for. */
struct place {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	bool weak;
};

/* The least and the most that may follow a lead byte (Unicode 15.0, 3-7). */
static bool
second_good(unsigned lead, unsigned byte)
{
	return !(lead == 0xE0 && byte < 0xA0) &&
	    !(lead == 0xED && byte > 0x9F) && !(lead == 0xF0 && byte < 0x90) &&
	    !(lead == 0xF4 && byte > 0x8F);
}

/* The byte a unit is inside a sequence; 0: it is none, 1: nobody knows. */
static unsigned
unit_byte(const struct place *r, const struct ug_mojibake_unit *unit)
{
	const uint32_t bit = (uint32_t)1 << r->encoding;

	if ((unit->bytes->goes_on & bit) != 0)
		return unit->bytes->byte[r->encoding];
	if (unit->c == UG_MOJIBAKE_LOST)
		return (ug_mojibake_lossy & bit) != 0;
	if (!r->weak)
		return 0;
	if (unit->c == ' ' && (ug_mojibake_nbsp & bit) != 0)
		return NBSP;
	return unit->c == '?' && (ug_mojibake_lossy & bit) != 0;
}

/* The small letter of a capital of Latin-1 or Latin Extended-A. */
static uint32_t
small_of(uint32_t c)
{
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x138 ? c | 1 : c;
}

/* A sequence of two in a text that was put in small letters: `ã©`. */
static struct ug_mojibake_sequence
folded_read(const struct place *r, size_t at)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const unsigned byte = units[1].bytes->byte[r->encoding];
	struct ug_mojibake_sequence none = { 0, 0, true, 0 };

	/* Quotation marks, dashes and ellipses do follow small letters. */
	if (!(ug_mojibake_folded(units[0].c) ||
	    (r->weak && units[0].c == 0xE2)) ||
	    at + 1 >= r->line->n ||
	    (units[1].c >= 0x2010 && units[1].c <= 0x203A) ||
	    (UG_MOJIBAKE_FOLDED & units[1].bytes->goes_on) == 0 ||
	    (UG_MOJIBAKE_FOLDED >> r->encoding & 1) == 0 || byte < 0x80)
		return none;
	return (struct ug_mojibake_sequence){ small_of(
		(units[0].c - 0xE0) << 6 | (byte & 0x3F)), 2, false, 0 };
}

struct ug_mojibake_sequence
ug_mojibake_sequence(const struct ug_mojibake_line *line, size_t at,
    unsigned encoding, bool weak, bool touching)
{
	const struct place place = { line, encoding, weak }, *const r = &place;
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const unsigned lead = units[0].bytes->byte[r->encoding];
	const size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	uint32_t c = lead & (0x7Fu >> need);
	bool lost = false;
	int cost = 0;
	size_t n = 1, known = 1;

	if (lead < 0xC2 || lead > 0xF4)
		return (struct ug_mojibake_sequence){ 0, 0, false, 0 };
	if (lead == 0xC3 && units[1].c == ' ' && at + 1 < r->line->n &&
	    units[1].bytes->byte[r->encoding] == 0)
		return (struct ug_mojibake_sequence){ 0xE0, units[2].c == ' ' &&
			at + 2 < r->line->n ? 2 : 1, true, 0 };
	for (; n < need && at + n < r->line->n; n++) {
		const unsigned byte = unit_byte(r, &units[n]);

		if (byte == 0 || (n == 1 && byte > 1 &&
		    !second_good(lead, byte)))
			break;
		lost = lost || byte == 1;
		if ((units[n].bytes->borrowed >> r->encoding & 1) != 0)
			cost += BORROWED_COST;
		if ((units[n].bytes->goes_on >> r->encoding & 1) != 0)
			known = n + 1;
		c = c << 6 | (byte & 0x3F);
	}
	if (known < need && r->line->small && (n < need || !lost)) {
		const struct ug_mojibake_sequence folded = folded_read(r, at);

		if (folded.n != 0)
			return folded;
	}
	if (n < need) {
		const bool cut = r->weak && (ug_mojibake_lossy >>
		    r->encoding & 1) != 0 && (touching || (known > 1 &&
		    !ug_plausible_letter(units[1].c)));

		return (struct ug_mojibake_sequence){ UG_MOJIBAKE_LOST,
			cut ? known : 0, true, cost };
	}
	return (struct ug_mojibake_sequence){ lost ? UG_MOJIBAKE_LOST : c, n,
		known < n, cost };
}
