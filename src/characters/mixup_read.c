/*
 * mixup_read.c - bytes as text of an encoding, and what it costs
 *
 *	CF F0 E8  ->  При, if it was windows-1251
 */
#include "mixup.h"

#include <limits.h>

#include "base/hash.h"
#include "encodings/multi_byte.h"
#include "mixup_pairs.h"

#define SIGN_COST 500 /* of boxes and the like */

/* A character of UTF-8 of which bytes may be lost. */
static struct ug_char
utf8_next(const unsigned char *bytes, size_t len)
{
	const unsigned lead = bytes[0];
	const size_t need = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ?
	    3 : 4;
	struct ug_char found = { 1, UG_MALFORMED, 0 };
	uint32_t c = need == 1 ? lead : lead & (0x7Fu >> need);
	bool lost = false;

	if (lead == UG_MIXUP_LOST_BYTE) {
		while (found.len < len && found.len < 4 &&
		    ug_char_is_tail(bytes[found.len]))
			found.len++;
		found.c = UG_REPLACEMENT;
		return found;
	}
	if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4)
		return found;
	for (; found.len < need && found.len < len; found.len++) {
		const unsigned char byte = bytes[found.len];

		if (byte != UG_MIXUP_LOST_BYTE && !ug_char_is_tail(byte))
			break;
		lost = lost || byte == UG_MIXUP_LOST_BYTE;
		c = c << 6 | (byte & 0x3F);
	}
	if (found.len < need)
		return found;
	if (lost)
		found.c = UG_REPLACEMENT;
	else if (!((need == 3 && c < 0x800) || (need == 4 && c < 0x10000) ||
	    (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF))
		found.c = c;
	return found;
}

struct ug_char
ug_mixup_next(const struct ug_coding *text, const unsigned char *bytes,
    size_t len, bool lost)
{
	unsigned state = 0;
	struct ug_char found = { 1, *bytes, 0 };

	if (text->encoding == &ug_utf8) {
		found = utf8_next(bytes, len);
		if (lost && found.c == UG_MALFORMED)
			found.c = UG_REPLACEMENT;
		return found;
	}
	if (text->encoding->kind == UG_MULTI_BYTE)
		return ug_multi_byte_next(text->encoding->decoder, bytes, len,
		    &state);
	if (*bytes >= 0x80)
		found.c = text->encoding->upper[*bytes - 0x80];
	if (found.c == UG_UNDEFINED)
		found.c = UG_MALFORMED;
	return found;
}

bool
ug_mixup_control(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0);
}

int
ug_mixup_sign(struct ug_glyph glyph)
{
	switch (glyph.class) {
	case UG_BOX: case UG_SHAPE: case UG_EMOJI: case UG_INVISIBLE:
	case UG_OTHER: case UG_WIDE: case UG_FRACTION: case UG_POWER:
	case UG_ACCENT:
		return SIGN_COST;
	case UG_PRIVATE: case UG_CONTROL: case UG_C1:
		return INT_MAX;
	default:
		return 0;
	}
}

/* Add a character to the reading.  False: no text has it. */
static bool
reading_add(struct ug_mixup_reading *r, uint32_t c)
{
	const struct ug_mixup_char next = ug_mixup_char(c);
	const int sign = ug_mixup_sign(next.glyph);

	if (c == UG_MALFORMED || ug_mixup_control(c) || sign == INT_MAX)
		return false;
	r->least += ug_pair_least(r->chars[r->n - 1].glyph, next.glyph) + sign;
	r->signs += sign;
	r->n_lost += c == UG_REPLACEMENT;
	r->hash = ug_hash(r->hash, c);
	r->chars[r->n++] = next;
	return true;
}

/* The same of one of ASCII, and no control. */
static void
reading_add_ascii(struct ug_mixup_reading *r, struct ug_mixup_pairs *pairs,
    unsigned char c)
{
	const struct ug_glyph glyph = pairs->ascii[c];
	const struct ug_mixup_char *const last = &r->chars[r->n - 1];
	const int sign = ug_mixup_sign(glyph);

	r->least += (last->c < 0x80 ? ug_mixup_pairs_ascii(pairs, last->c, c) :
	    ug_pair_least(last->glyph, glyph)) + sign;
	r->signs += sign;
	r->hash = ug_hash(r->hash, c);
	r->chars[r->n++] = (struct ug_mixup_char){ c, glyph };
}

/*
 * Read a piece.  False: it is no text, or costs more by far than what it came
 * from did up to the same place.
 */
static bool
piece_read(struct ug_mixup_reading *r, const struct ug_mixup_bytes *b,
    const struct ug_mixup_piece *piece, const struct ug_coding *text)
{
	struct ug_mixup_pairs *const pairs = b->line->plain == NULL ? NULL :
	    b->line->plain->pairs;

	for (size_t at = 0, step = 1; at < piece->judged_len; step++) {
		const unsigned char *const bytes = b->bytes + piece->at + at;
		struct ug_char found = { 1, *bytes, 0 };

		if (pairs != NULL && *bytes < 0x7F && *bytes > ' ') {
			reading_add_ascii(r, pairs, *bytes);
		} else {
			found = ug_mixup_next(text, bytes, piece->len - at,
			    piece->lost);
			if (!reading_add(r, found.c) || (found.second != 0 &&
			    !reading_add(r, found.second)))
				return false;
		}
		at += found.len;
		if (step % UG_MIXUP_STEP == 0 && at < piece->judged_len &&
		    r->least > ug_mixup_slack(b->line, piece, at))
			return false;
	}
	return true;
}

bool
ug_mixup_read_first(struct ug_mixup_reading *r,
    const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	r->least = 0;
	r->chars[0] = UG_MIXUP_EDGE;
	r->n = 1;
	r->n_lost = 0;
	r->signs = 0;
	r->hash = UG_HASH;
	for (size_t p = 0; p < b->n_pieces; p++) {
		const struct ug_mixup_piece *const piece = &b->pieces[p];

		if (piece->judged == piece->first)
			continue;
		if (piece->starts && r->n > 1)
			r->chars[r->n++] = UG_MIXUP_EDGE;
		for (size_t i = piece->first; piece->len == 0 &&
		    i < piece->judged; i++)
			r->chars[r->n++] = ug_mixup_char(b->line->chars[i]);
		if (!piece_read(r, b, piece, text))
			return false;
	}
	return true;
}

int
ug_mixup_read(struct ug_mixup_reading *r, const struct ug_mixup_bytes *b,
    const struct ug_coding *text, int limit)
{
	if (!ug_mixup_read_first(r, b, text))
		return INT_MAX;
	r->chars[r->n] = UG_MIXUP_EDGE;
	if (r->n_lost > r->n / 2 || r->least > limit)
		return INT_MAX;
	if (r->told != r->hash || r->told_bytes != b->hash ||
	    (r->told_cost == INT_MAX && r->told_most < limit - r->signs)) {
		r->told = r->hash;
		r->told_bytes = b->hash;
		r->told_most = limit - r->signs;
		r->told_cost = ug_mixup_cost(b->line->plain, b->line->extra,
		    r->chars, r->n + 1, r->told_most);
	}
	return r->told_cost == INT_MAX ? INT_MAX : r->signs + r->told_cost;
}

enum ungarble_err
ug_mixup_reading(const struct ug_mixup_line *line, struct ug_arena *scratch,
    struct ug_mixup_reading *r)
{
	/* A character is four bytes at most, and a byte two characters. */
	r->chars = ug_arena_take(scratch,
	    (line->n_chars * UG_ENCODED_MAX * 2 + 2) * sizeof(*r->chars));
	r->told = r->told_bytes = 0;
	r->told_most = INT_MIN;
	r->told_cost = INT_MAX;
	return r->chars == NULL ? UNGARBLE_ENOMEM : UNGARBLE_OK;
}
