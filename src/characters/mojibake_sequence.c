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

#define NBSP          0xA0
#define MICRO         0xB5
#define LATIN_END     0x250 /* its ASCII says how a line is written */
#define TWIN          0x10  /* 8A, 8C, 8E are the capitals of 9A, 9C, 9E */
#define MU            0x39C /* the capital of U+00B5 */

/* Where a sequence is looked for. */
struct place {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	bool weak;
	bool spaces; /* may stand for A0 */
	bool large;  /* in a text that was put in capitals */
	bool gone;   /* bytes have gone all over the line */
};

/* What the units from a lead byte on hold of its sequence. */
struct bytes {
	uint32_t c;
	size_t need, n;
	size_t known; /* up to the last that is itself */
	bool lost;
	bool space;
	bool twin; /* the last is the capital of what another byte is */
	int cost;
};

/*
 * The least and the most that may follow a lead byte (Unicode 15.0, 3-7).  The
 * planes 4 to 13 are empty: F1 and F2 lead nothing.
 */
static bool
second_good(unsigned lead, unsigned byte)
{
	return !(lead == 0xE0 && byte < 0xA0) &&
	    !(lead == 0xED && byte > 0x9F) && !(lead == 0xF0 && byte < 0x90) &&
	    !(lead == 0xF3 && byte != 0xA0 && byte < 0xB0) &&
	    !(lead == 0xF4 && byte > 0x8F) && lead != 0xF1 && lead != 0xF2;
}

/* The byte a unit is inside a sequence; 0: it is none, 1: nobody knows. */
static unsigned
unit_byte(const struct place *r, const struct ug_mojibake_unit *unit)
{
	const uint32_t bit = (uint32_t)1 << r->encoding;

	if ((unit->bytes->goes_on & bit) != 0)
		return unit->bytes->byte[r->encoding];
	if (r->large && unit->c == MU)
		return MICRO;
	if (unit->c == UG_REPLACEMENT)
		return (ug_mojibake_lossy & bit) != 0;
	if (!r->weak)
		return 0;
	if (unit->c == ' ' && r->spaces && (ug_mojibake_nbsp & bit) != 0)
		return NBSP;
	return unit->c == '?' && (ug_mojibake_lossy & bit) != 0;
}

/* How many units go on with a sequence. */
static size_t
units_follow(const struct place *r, size_t at)
{
	size_t n = 0;

	while (n < 3 && at + 1 + n < r->line->n &&
	    unit_byte(r, &r->line->units[at + 1 + n]) > 1)
		n++;
	return n;
}

/*
 * The lead byte at units[at].  In capitals, E2 and F0 are C2 and D0: then they
 * lead a sign of three bytes, of which the second would be a control behind C2,
 * or one of four.
 */
static unsigned
lead_byte(const struct place *r, size_t at)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const unsigned lead = units[0].bytes->byte[r->encoding];

	if (!r->large || (lead != 0xC2 && lead != 0xD0))
		return lead;
	const size_t n = units_follow(r, at);
	const unsigned next = n == 0 ? 0 : unit_byte(r, &units[1]);

	return (lead == 0xC2 && n >= 2 && next < 0xA0) ||
	    (lead == 0xD0 && n == 3 && next >= 0x90) ? lead | 0x20 : lead;
}

static struct bytes
bytes_read(const struct place *r, size_t at)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const unsigned lead = lead_byte(r, at);
	const size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	struct bytes bytes = { .c = lead & (0x7Fu >> need), .need = need,
		.n = 1, .known = 1 };

	for (; bytes.n < need && at + bytes.n < r->line->n; bytes.n++) {
		const struct ug_mojibake_unit *const unit = &units[bytes.n];
		const unsigned byte = unit_byte(r, unit);

		const bool good = bytes.n > 1 || byte == 1 ||
		    second_good(lead, byte);

		if (byte == 0 || (!good && !r->gone))
			break;
		bytes.lost = bytes.lost || byte == 1 || !good;
		bytes.space = bytes.space || unit->c == ' ';
		bytes.twin = r->large && (unit->c == 0x160 ||
		    unit->c == 0x152 || unit->c == 0x17D);
		if ((unit->bytes->borrowed >> r->encoding & 1) != 0)
			bytes.cost += UG_MOJIBAKE_W(BORROWED);
		if ((unit->bytes->goes_on >> r->encoding & 1) != 0)
			bytes.known = bytes.n + 1;
		bytes.c = bytes.c << 6 | (byte & 0x3F);
	}
	return bytes;
}

/* Is a space in `bytes` A0?  Of three bytes and more, in letters only. */
static bool
space_good(const struct bytes *bytes)
{
	const struct ug_glyph glyph = ug_glyph_of(bytes->c);

	if (!bytes->space || bytes->n < bytes->need)
		return true;
	return ug_glyph_is_letter(glyph) ? !bytes->lost &&
	    !ug_mojibake_unknown(glyph) : bytes->need == 2;
}

/*
 * May a sequence be two bytes in small letters?  In the weak reading, one that
 * is not whole as it stands may be so in any line, a `?` behind it being its
 * own.
 */
static bool
folded_may(const struct place *r, size_t at, const struct bytes *bytes)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const bool asked = at > 0 && ug_ascii_is_letter(units[-1].c) &&
	    units[bytes->need - 1].c == '?';

	return (UG_MOJIBAKE_FOLDED >> r->encoding & 1) != 0 && !r->gone &&
	    (r->line->small || (r->weak && !r->line->wide)) &&
	    bytes->known == 2 &&
	    (bytes->n < bytes->need || !bytes->lost || asked) &&
	    (ug_mojibake_folded(units[0].c) ||
	    (r->weak && units[0].c == 0xE2));
}

/* A sequence of two in a text that was put in small letters: `ã©`, `â¿`. */
static struct ug_mojibake_sequence
folded_read(const struct place *r, size_t at)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const unsigned byte = units[1].bytes->byte[r->encoding];

	/* Quotation marks, dashes and ellipses do follow small letters. */
	if ((units[1].c >= 0x2010 && units[1].c <= 0x203A) ||
	    (units[0].c == 0xE2 && byte < 0xA0))
		return (struct ug_mojibake_sequence){ .doubtful = true };
	return (struct ug_mojibake_sequence){ .c = ug_mojibake_small(
		(units[0].c - 0xE0) << 6 | (byte & 0x3F)), .n = 2 };
}

/* Does a whole sequence start at units[at]? */
static bool
whole_at(const struct place *r, size_t at)
{
	const struct ug_mojibake_unit *const unit = &r->line->units[at];
	const uint32_t bit = (uint32_t)1 << r->encoding;

	if (at >= r->line->n || ((unit->bytes->leads_two |
	    unit->bytes->leads_more) & bit) == 0)
		return false;
	const struct bytes bytes = bytes_read(r, at);

	return bytes.known == bytes.need && !bytes.space;
}

/*
 * Was the sequence cut short?  Then its word ends there, or another starts;
 * letters that go on say that it never was one.
 */
static bool
bytes_cut(const struct place *r, size_t at, const struct bytes *bytes,
    bool touching)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const struct ug_mojibake_unit *const next = &units[bytes->known];
	const bool sign = bytes->known > 1 &&
	    (lead_byte(r, at) == 0xE2 || bytes->known > 2) &&
	    !ug_glyph_is_letter(units[1].glyph);

	return (touching || sign || whole_at(r, at + bytes->known)) &&
	    (!ug_glyph_is_letter(next->glyph) ||
	    ((next->bytes->leads_two | next->bytes->leads_more) >>
	    r->encoding & 1) != 0);
}

/*
 * Does what is left of a sequence stand where its characters would not?  A
 * capital behind a small letter, U+00E2 before a capital or where a word ends.
 */
static bool
bytes_odd(const struct place *r, size_t at, const struct bytes *bytes)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;
	const struct ug_mojibake_unit *const next = &units[bytes->known];
	const unsigned lead = units[0].bytes->byte[r->encoding];
	const struct ug_glyph before = at > 0 ? units[-1].glyph : UG_GLYPH_EDGE;

	if (next->c >= 0x80)
		return false;
	if (lead == 0xE2)
		return next->glyph.class == UG_UPPER ||
		    !ug_glyph_is_letter(next->glyph);
	return lead <= 0xC5 && units[0].glyph.class == UG_UPPER &&
	    before.class == UG_LOWER;
}

/*
 * Was a space behind U+00C3 its A0 and no space?  Yes if `next` does not stand
 * behind one; else two of them may have become one since.
 */
static bool
space_inside(uint32_t next)
{
	return next == ' ' || next == '.' || next == ',' || next == ')';
}

/*
 * Is a control among the bytes, which is what goes first?  Then the rest is not
 * gone, but a character that it takes another trip to read.
 */
static bool
bytes_control(const struct place *r, size_t at, const struct bytes *bytes)
{
	const struct ug_mojibake_unit *const units = r->line->units + at;

	for (size_t i = 1; i < bytes->known; i++)
		if (units[i].glyph.class == UG_C1)
			return units[bytes->known].c >= 0x80;
	return false;
}

/* A sequence that was cut short, if it is one. */
static struct ug_mojibake_sequence
cut_read(const struct place *r, size_t at, const struct bytes *bytes,
    bool touching)
{
	struct ug_mojibake_sequence cut = { .c = UG_REPLACEMENT,
		.doubtful = true, .cut = true, .cost = bytes->cost };

	if (!r->weak || (ug_mojibake_lossy >> r->encoding & 1) == 0 ||
	    bytes_control(r, at, bytes))
		return cut;
	if (r->gone) {
		cut.n = bytes->lost ? bytes->n : bytes->known;
	} else if (bytes_cut(r, at, bytes, touching)) {
		cut.n = bytes->known;
	} else if (bytes_odd(r, at, bytes)) {
		cut.n = bytes->known;
		cut.cost = UG_MOJIBAKE_W(LONE);
	}
	return cut;
}

struct ug_mojibake_sequence
ug_mojibake_sequence_led(const struct ug_mojibake_line *line, size_t at,
    unsigned encoding, bool weak, bool touching)
{
	const bool gone = (line->gone >> encoding & 1) != 0;
	struct place place = { line, encoding, weak, !gone, line->large &&
		(UG_MOJIBAKE_FOLDED >> encoding & 1) != 0, gone };
	const struct ug_mojibake_unit *const units = line->units + at;
	const unsigned lead = units[0].bytes->byte[encoding];

	if (lead == 0xC3 && !gone && units[1].c == ' ' &&
	    units[1].bytes->byte[encoding] == 0)
		return (struct ug_mojibake_sequence){ .c = place.large ? 0xC0 :
			0xE0, .n = space_inside(units[2].c) ? 2 : 1,
			.doubtful = true };
	struct bytes bytes = bytes_read(&place, at);

	if (!space_good(&bytes)) {
		place.spaces = false;
		bytes = bytes_read(&place, at);
	}
	if (folded_may(&place, at, &bytes)) {
		const struct ug_mojibake_sequence folded =
		    folded_read(&place, at);

		/* It is whole then, if too doubtful to decode. */
		if (folded.n != 0 || ug_mojibake_folded(units[0].c))
			return folded;
	}
	if (bytes.n < bytes.need)
		return cut_read(&place, at, &bytes, touching);
	if (bytes.lost)
		bytes.c = UG_REPLACEMENT;
	const uint32_t twin = bytes.twin && !bytes.lost ?
	    ug_mojibake_capital(bytes.c | TWIN) : 0;

	return (struct ug_mojibake_sequence){ .c = place.large &&
		bytes.c < LATIN_END ? ug_mojibake_capital(bytes.c) : bytes.c,
		.twin = twin,
		.n = bytes.n, .doubtful = bytes.known < bytes.n || bytes.space,
		.cost = bytes.cost };
}
