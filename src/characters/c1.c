/*
 * c1.c - C1 control characters that were meant as Windows-1252
 *
 * An author writes Windows-1252, a carrier says ISO-8859-1: quotes, dashes and
 * the euro sign arrive as U+0080..U+009F, which no text has a use for.  Each
 * becomes what Windows-1252 means by that byte, where that makes sense:
 *
 *	U+0093 s o U+0094  ->  “so”      c1/windows-1252
 *
 * Beside Polish, Czech or the like it is Windows-1250 that is meant.
 *
 * Left alone: a control that stands where its sign would not, as a quotation
 * mark between spaces; lines that hold a byte that stands for nothing, or three
 * in a row; U+0085 at the end of a text and before a letter, where it is the
 * line end of other systems; and all of it in a round in which another pass was
 * at work, as undoing mojibake.
 */
#include "edit/pass.h"
#include "encodings/encodings.h"
#include "lines.h"
#include "model/model.h"

#define SURE      95     /* percent, by hand */
#define EAST_ASIA 0x2E80 /* the first of its characters */

/* A control and what stands around it; 0 where there is nothing. */
struct place {
	uint32_t control, meant;
	uint32_t second_before, before, after, second_after;
	size_t at;
};

/* What a text holds. */
struct findings {
	size_t n;      /* controls; 0 if they stand for nothing */
	bool central;  /* letters that windows-1250 has and windows-1252 not */
	const uint16_t *meant; /* by what its bytes 80..9F mean */
};

/* Alphabets only: East Asian text has its own quotation marks and dashes. */
static bool
c1_is_letter(uint32_t c)
{
	return c < EAST_ASIA && ug_glyph_is_letter(ug_glyph_of(c));
}

static bool
c1_is_control(uint32_t c)
{
	return c >= 0x80 && c < 0xA0;
}

/* Latin letters, of which Windows-1252 has some among its extra bytes. */
static bool
c1_is_latin(uint32_t c)
{
	return c1_is_letter(c) && c < 0x250;
}

static bool
c1_is_word(uint32_t c)
{
	return c1_is_letter(c) || ug_ascii_is_digit(c);
}

/*
 * An ellipsis follows a word and is not followed by one, or leads into one; the
 * byte is also a line end, which a space or another line end seldom follows.
 */
static bool
ellipsis_good(const struct place *p)
{
	if (c1_is_word(p->before) || c1_is_word(p->second_before) ||
	    c1_is_control(p->before))
		return p->after != 0 && !c1_is_letter(p->after);
	return p->before != 0 && c1_is_word(p->after);
}

static bool
c1_is_visible(uint32_t c)
{
	return c > ' ' && !c1_is_control(c) && c != 0xA0 && c < EAST_ASIA;
}

/* Does it make sense between letters?  A capital does between such. */
static bool
within_good(uint32_t meant, uint32_t before, uint32_t after)
{
	if (c1_is_letter(meant))
		return ug_glyph_of(meant).class != UG_UPPER ||
		    ug_glyph_of(before).class == UG_UPPER ||
		    ug_glyph_of(after).class == UG_UPPER;
	/* An apostrophe, its mirror, a dash or an ellipsis. */
	return meant == 0x2019 || meant == 0x2018 || meant == 0x2013 ||
	    meant == 0x2014 || meant == 0x2026;
}

/* Does what is meant make sense where the control stands? */
static bool
place_good(const struct place *p, const struct findings *found)
{
	if (c1_is_letter(p->before) && c1_is_letter(p->after) &&
	    !within_good(p->meant, p->before, p->after))
		return false;
	switch (p->meant) {
	case 0x2026:
		return ellipsis_good(p);
	case 0x2039:
		return c1_is_letter(p->after);
	case 0x203A:
		return c1_is_letter(p->before) && !c1_is_word(p->after);
	case 0x20AC:
		return ug_ascii_is_digit(p->before) ||
		    ug_ascii_is_digit(p->after) ||
		    (p->before == ' ' && ug_ascii_is_digit(p->second_before)) ||
		    (p->after == ' ' && ug_ascii_is_digit(p->second_after));
	case 0x2122: case 0x2020: case 0x2021:
		return c1_is_letter(p->before);
	case 0x2030:
		return ug_ascii_is_digit(p->before) || p->before == ' ';
	case 0x02C6: case 0x02DC:
		return false;
	default:
		break;
	}
	if (c1_is_letter(p->meant))
		return c1_is_latin(p->before) || c1_is_latin(p->after);
	/* Quotation marks, dashes, bullets. */
	if (found->n > 1 &&
	    (c1_is_visible(p->before) || c1_is_visible(p->after)))
		return true;
	return c1_is_word(p->before) || c1_is_word(p->after) ||
	    c1_is_word(p->second_before) || c1_is_word(p->second_after);
}

/* Read the character at *at, with what is around it. */
static struct place
place_read(struct ug_text text, size_t *at, const uint32_t before[2],
    const struct findings *found)
{
	struct place p = { .before = before[0], .second_before = before[1],
		.at = *at };
	size_t ahead;

	p.control = ug_text_next(text, at);
	if (!c1_is_control(p.control))
		return p;
	p.meant = found->meant[p.control - 0x80];
	ahead = *at;
	if (ahead < text.len)
		p.after = ug_text_next(text, &ahead);
	if (ahead < text.len)
		p.second_after = ug_text_next(text, &ahead);
	return p;
}

/* Look for controls, and for the alphabet around them. */
static struct findings
text_count(struct ug_text text)
{
	struct findings found = { 0, false, ug_windows_1252.upper };
	size_t in_row = 0;

	for (size_t at = 0; at < text.len; ) {
		if ((unsigned char)text.s[at] < 0x80) {
			in_row = 0;
			at++;
			continue;
		}
		const uint32_t c = ug_text_next(text, &at);
		if (c >= 0x100 && c < 0x17D && c != 0x152 && c != 0x153 &&
		    c != 0x160 && c != 0x161 && c != 0x178)
			found.central = true;
		in_row = c1_is_control(c) ? in_row + 1 : 0;
		found.n += c1_is_control(c);
		if (in_row == 3) {
			found.n = 0;
			break;
		}
	}
	return found;
}

/* What is in a text whose controls all stand for something; n is 0: not so. */
static struct findings
text_look(struct ug_text text)
{
	struct findings found = text_count(text);

	if (found.n > 0 && found.central)
		found.meant = ug_encoding_by_label("windows-1250", 12)->upper;
	for (size_t at = 0; at < text.len && found.n > 0; ) {
		const uint32_t c = ug_text_next(text, &at);

		if (c1_is_control(c) && (found.meant[c - 0x80] < 0xA0 ||
		    found.meant[c - 0x80] == UG_UNDEFINED))
			found.n = 0;
	}
	return found;
}

/* Whether there is a control: most lines with its first byte have none. */
static bool
text_has_control(struct ug_text text)
{
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("\xC2"))) <
	    text.len; at++)
		if ((unsigned char)text.s[at + 1] < 0xA0)
			return true;
	return false;
}

static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	uint32_t before[2] = { 0, 0 };
	struct findings found = { .n = 0 };
	enum ungarble_err err = UNGARBLE_OK;

	(void)scope;
	if (text_has_control(text))
		found = text_look(text);
	if (found.n == 0)
		return UNGARBLE_OK;
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		const struct place p = place_read(text, &at, before, &found);
		char out[4];

		before[1] = before[0];
		before[0] = p.control;
		if (!c1_is_control(p.control) || !place_good(&p, &found))
			continue;
		before[0] = p.meant;
		err = ug_edits_add(edits, line_at + p.at, at - p.at,
		    (struct ug_text){ out, ug_put_char(p.meant, out) },
		    found.central ? "c1/windows-1250" : "c1/windows-1252",
		    SURE);
	}
	return err;
}

static enum ungarble_err
c1_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	/* In mojibake a control is a byte of a sequence: that goes first. */
	return ug_lines_find_first(scope, text, edits, line_find);
}

const struct ug_pass ug_pass_c1 = {
	.fix = { "c1", "characters",
	    "C1 controls that were meant as Windows-1252", 1 },
	.find = c1_find,
	.needs = UG_TRAIT_C2,
	.odd = UG_PASS_ODD,
};
