/*
 * mixup_pairs.c - what bytes cost behind one another at least, in all encodings
 * that a text may have been in
 *
 *	"f" FC   "fü" in windows-1252, "fь" in windows-1251
 *
 * Rows are made when they are first asked for, and serve all that was misread.
 */
#include "mixup_pairs.h"

#include <string.h>

#include "mixup.h"

#define ROWS_FIRST 64
#define CHAINS     64
#define ROOM (UG_MIXUP_ROWS / 2) /* that a line should have */

struct ug_mixup_pairs *
ug_mixup_pairs_new(const struct ug_codings *codings,
    const struct ug_alloc *alloc, bool *no_memory)
{
	struct ug_mixup_pairs *const pairs = ug_new(alloc, sizeof(*pairs));

	if (pairs == NULL)
		return NULL;
	memset(pairs, 0, sizeof(*pairs));
	pairs->arena.alloc = alloc;
	pairs->no_memory = no_memory;
	if (ug_reserve(alloc, &pairs->rows, &pairs->cap, ROWS_FIRST,
	    sizeof(*pairs->rows)) != UNGARBLE_OK) {
		ug_mixup_pairs_free(pairs);
		return NULL;
	}
	pairs->codings = codings;
	for (size_t t = 0; t < codings->n_texts; t++)
		if (codings->texts[t].encoding->kind == UG_SINGLE_BYTE)
			pairs->single |= (uint64_t)1 << t;
	for (size_t i = 0; i < 128; i++)
		pairs->bytes[i] = &pairs->unknown;
	pairs->unknown.chars = pairs->unknown_chars;
	pairs->unknown.glyphs = pairs->unknown_glyphs;
	for (unsigned c = 0; c < 128; c++)
		pairs->ascii[c] = c == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(c);
	for (size_t i = 0; i < 256; i++)
		pairs->at[i] = pairs->none;
	memset(&pairs->rows[0], 0, sizeof(pairs->rows[0]));
	pairs->n_rows = 1;
	return pairs;
}

void
ug_mixup_pairs_free(struct ug_mixup_pairs *pairs)
{
	if (pairs == NULL)
		return;

	const struct ug_alloc *const alloc = pairs->arena.alloc;

	ug_release(alloc, pairs->rows);
	ug_arena_free(&pairs->arena);
	ug_release(alloc, pairs);
}

void
ug_mixup_pairs_start(struct ug_mixup_pairs *pairs)
{
	if (UG_MIXUP_ROWS - pairs->n_rows >= ROOM)
		return;
	for (size_t i = 0; i < 256; i++)
		if (pairs->at[i] != pairs->none)
			memset(pairs->at[i], 0, sizeof(pairs->none));
	pairs->n_rows = 1;
}

/* Look up a byte in all texts: byte->n of chars[]. */
static void
byte_fill(const struct ug_mixup_pairs *pairs, unsigned b,
    struct ug_mixup_byte *byte, uint32_t chars[UG_TEXTS_MAX])
{
	/* By remainders: the last one that has it, counted from 1, and what
	 * each has before it. */
	uint8_t last[CHAINS] = { 0 }, before[UG_TEXTS_MAX + 1];

	for (size_t t = 0; t < pairs->codings->n_texts; t++) {
		const uint16_t *const upper =
		    pairs->codings->texts[t].encoding->upper;
		const uint32_t c = upper == NULL ? b : upper[b - 0x80];
		uint8_t *const chain = &last[(c ^ c / CHAINS) % CHAINS];
		uint8_t i = *chain;

		if ((pairs->single >> t & 1) == 0)
			continue;
		if (c == UG_UNDEFINED || ug_mixup_control(c))
			byte->none |= (uint64_t)1 << t;
		while (i != 0 && chars[i - 1] != c)
			i = before[i];
		if (i == 0) {
			chars[byte->n++] = c;
			i = byte->n;
			before[i] = *chain;
			*chain = i;
		}
		byte->of[t] = (uint8_t)(i - 1);
	}
}

/* Look one up that was not.  NULL: no memory. */
static struct ug_mixup_byte *
byte_make(struct ug_mixup_pairs *pairs, unsigned b)
{
	struct ug_mixup_byte *const byte = ug_mixup_pairs_take(pairs,
	    sizeof(*byte));
	uint32_t chars[UG_TEXTS_MAX], *kept;

	if (byte == NULL)
		return NULL;
	byte_fill(pairs, b, byte, chars);
	kept = ug_mixup_pairs_take(pairs, byte->n * sizeof(*kept));
	byte->glyphs = ug_mixup_pairs_take(pairs, byte->n *
	    sizeof(*byte->glyphs));
	if (kept == NULL || byte->glyphs == NULL)
		return NULL;
	memcpy(kept, chars, byte->n * sizeof(*kept));
	byte->chars = kept;
	for (size_t i = 0; i < byte->n; i++)
		byte->glyphs[i] = ug_glyph_of(chars[i]);
	return byte;
}

static const struct ug_mixup_byte *
pairs_byte(struct ug_mixup_pairs *pairs, unsigned b)
{
	struct ug_mixup_byte *byte = pairs->bytes[b - 0x80];

	if (byte != &pairs->unknown)
		return byte;
	byte = byte_make(pairs, b);
	if (byte == NULL)
		return &pairs->unknown;
	pairs->bytes[b - 0x80] = byte;
	return byte;
}

uint64_t
ug_mixup_pairs_none(struct ug_mixup_pairs *pairs, unsigned byte)
{
	return byte < 0x80 ? 0 : pairs_byte(pairs, byte)->none;
}

/* Of a byte beside one of ASCII. */
static void
row_one(const struct ug_mixup_byte *byte, const uint16_t *costs, size_t n,
    struct ug_mixup_row *row)
{
	row->none = byte->none;
	for (size_t t = 0; t < n; t++)
		row->cost[t] = costs[byte->of[t]];
}

static void
row_both(const struct ug_mixup_byte *a, const struct ug_mixup_byte *b,
    size_t n, struct ug_mixup_row *row)
{
	row->none = a->none | b->none;
	for (size_t t = 0; t < n; t++)
		row->cost[t] = (uint16_t)ug_pair_least(a->glyphs[a->of[t]],
		    b->glyphs[b->of[t]]);
}

/* Make room for a row more that starts with byte `a`.  False: there is none. */
static bool
pairs_reserve(struct ug_mixup_pairs *pairs, unsigned a)
{
	if (pairs->n_rows == UG_MIXUP_ROWS)
		return false;
	if (pairs->n_rows == pairs->cap && ug_reserve(pairs->arena.alloc,
	    &pairs->rows, &pairs->cap, pairs->n_rows + 1,
	    sizeof(*pairs->rows)) != UNGARBLE_OK) {
		*pairs->no_memory = true;
		return false;
	}
	if (pairs->at[a] == pairs->none) {
		uint16_t *const at = ug_mixup_pairs_take(pairs,
		    sizeof(pairs->none));

		if (at == NULL)
			return false;
		pairs->at[a] = at;
	}
	return true;
}

unsigned
ug_mixup_pairs_make(struct ug_mixup_pairs *pairs, unsigned a, unsigned b)
{
	const size_t n = pairs->codings->n_texts;
	/* 0 of a byte for which there is no memory */
	uint16_t costs[UG_TEXTS_MAX] = { 0 };
	struct ug_mixup_row *row;

	if (!pairs_reserve(pairs, a))
		return 0;
	row = &pairs->rows[pairs->n_rows];
	if (a >= 0x80 && b >= 0x80) {
		row_both(pairs_byte(pairs, a), pairs_byte(pairs, b), n, row);
	} else {
		const struct ug_mixup_byte *const byte = pairs_byte(pairs,
		    a >= 0x80 ? a : b);
		const struct ug_glyph glyph = pairs->ascii[
		    a >= 0x80 ? b : a];

		for (size_t i = 0; i < byte->n; i++)
			costs[i] = (uint16_t)(a >= 0x80 ?
			    ug_pair_least(byte->glyphs[i], glyph) :
			    ug_pair_least(glyph, byte->glyphs[i]));
		row_one(byte, costs, n, row);
	}
	pairs->at[a][b] = (uint16_t)pairs->n_rows;
	return (unsigned)pairs->n_rows++;
}
