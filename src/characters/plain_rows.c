/*
 * plain_rows.c - what characters cost behind one another, in all languages of a
 * script at once
 *
 * Rows are made when they are first asked for: of the pairs that there are, a
 * text has a few.
 */
#include "plain_rows.h"

#include <stddef.h>
#include <string.h>

#include "plain.h"
#include "plain_letters_table.h"

#define ROWS_MAX 8192 /* that are kept of a script */

#define ROWS_FIRST 32

/* Letters of ASCII, a bit each: c d j l m n s t, and d l m r s t. */
#define LETTERS_ELIDED  UINT32_C(0x000C3A0C)
#define LETTERS_CLIPPED UINT32_C(0x000E1808)

#define FEW_BYTES 2048 /* for which what walks need is not made */

#define LONG_FEW 16 /* characters of three bytes, signs among them, in scripts
                     * that have theirs in two */

_Static_assert(sizeof(struct ug_plain_row) % UG_PLAIN_PLACE == 0 &&
    ROWS_MAX * (sizeof(struct ug_plain_row) / UG_PLAIN_PLACE) <= UINT16_MAX,
    "places of rows");

/* Signs; of some scripts, if any is named. */
static const struct {
	uint16_t c, kind, script;
} plain_signs[] = {
	{ 0xA0, UG_PLAIN_NBSP, 0 },
	{ 0xA1, UG_PLAIN_INVERTED, UG_LATIN },
	{ 0xAB, UG_PLAIN_QUOTE | UG_PLAIN_LEFT, 0 },
	{ 0xBB, UG_PLAIN_QUOTE | UG_PLAIN_RIGHT, 0 },
	{ 0xBF, UG_PLAIN_INVERTED, UG_LATIN },
	{ 0x60C, 0, UG_ARABIC },
	{ 0x61B, 0, UG_ARABIC },
	{ 0x61F, 0, UG_ARABIC },
	{ 0x2013, UG_PLAIN_DASH, 0 },
	{ 0x2014, UG_PLAIN_DASH, 0 },
	{ 0x2019, UG_PLAIN_APOSTROPHE, 0 },
	{ 0x201C, UG_PLAIN_QUOTE, 0 },
	{ 0x201D, UG_PLAIN_QUOTE, 0 },
	{ 0x201E, UG_PLAIN_QUOTE, 0 },
	{ 0x2022, UG_PLAIN_DASH, 0 },
};

/* What a character beyond ASCII is. */
static unsigned
kind_of(uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);

	return UG_PLAIN_BEYOND | (!ug_glyph_is_letter(glyph) ? 0 :
	    UG_PLAIN_LETTER | (glyph.class == UG_UPPER ? UG_PLAIN_UPPER : 0));
}

/* The same of ASCII. */
static unsigned
kind_of_ascii(unsigned c)
{
	const unsigned i = (c | 0x20) - 'a';

	if (i > 'z' - 'a')
		return c == ' ' ? UG_PLAIN_SPACE : 0;
	return UG_PLAIN_LETTER | (c < 'a' ? UG_PLAIN_UPPER : 0) |
	    (i == 'u' - 'a' ? UG_PLAIN_U : 0) |
	    ((LETTERS_ELIDED >> i & 1) != 0 ? UG_PLAIN_ELIDED : 0) |
	    ((LETTERS_CLIPPED >> i & 1) != 0 ? UG_PLAIN_CLIPPED : 0);
}

/* Give the next number to a character. */
static void
rows_add(struct ug_plain_rows *r, size_t *n, uint32_t c, unsigned kind,
    uint64_t usual, uint64_t common)
{
	if (*n == UG_PLAIN_MOST)
		return;
	r->n_long += c >= 0x800;
	r->of[c] = (uint16_t)*n;
	r->kind[*n] = (uint16_t)kind;
	r->usual[*n] = usual;
	r->common[*n] = common;
	r->chars[(*n)++] = c;
}

/* The languages of Spain begin what they ask and call with marks. */
static uint64_t
languages_inverting(const struct ug_plain_rows *r)
{
	static const char *const codes[] = { "es", "gl", "ca" };
	uint64_t languages = 0;

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		const size_t l = ug_language_of(codes[i]);

		if (l >= r->first && l < r->first + r->n)
			languages |= (uint64_t)1 << (l - r->first);
	}
	return languages;
}

static void
rows_number(struct ug_plain_rows *r)
{
	const uint64_t all = ~(uint64_t)0;
	size_t n = UG_PLAIN_BLANK;

	/* Of what is left out, two start escapes. */
	for (uint32_t c = ' '; c < 0x7F; c++)
		if (c != '&' && c != '\\')
			rows_add(r, &n, c, kind_of_ascii(c), all, all);
	for (size_t i = 0; i < sizeof(plain_signs) / sizeof(*plain_signs); i++)
		if (plain_signs[i].script == 0 ||
		    plain_signs[i].script == r->script)
			rows_add(r, &n, plain_signs[i].c, plain_signs[i].kind,
			    plain_signs[i].kind == UG_PLAIN_INVERTED ?
			    languages_inverting(r) : all, all);
	/* They are in the order of scripts. */
	for (size_t i = 0; i < sizeof(plain_letters) /
	    sizeof(*plain_letters) && plain_letters[i].script <= r->script;
	    i++)
		if (plain_letters[i].script == r->script)
			rows_add(r, &n, plain_letters[i].c,
			    kind_of(plain_letters[i].c),
			    plain_letters[i].usual,
			    plain_letters[i].common);
	r->of['\t'] = r->of['\n'] = r->of['\r'] = UG_PLAIN_BLANK;
	r->n_chars = n;
	r->longs = r->n_long > LONG_FEW;
}

/* Fill in what two bytes say that a character starts with, or is. */
static void
rows_start(struct ug_plain_rows *r)
{
	uint16_t ascii[0x80];

	for (unsigned c = 0; c < 0x80; c++)
		ascii[c] = (uint16_t)(r->of[c] << UG_PLAIN_NUMBER | 1);
	memset(r->starts, 0, UG_PLAIN_STARTS * sizeof(*r->starts));
	for (size_t second = 0; second < 256; second++)
		memcpy(r->starts + second * 256, ascii, sizeof(ascii));
	for (size_t c = 0x80; c < 0x800; c++)
		r->starts[(0x80 | (c & 63)) << 8 | (0xC0 | c >> 6)] =
		    (uint16_t)(r->of[c] << UG_PLAIN_NUMBER | 2);
	for (size_t page = 0; r->longs && page <= UG_PLAIN_LAST / UG_PLAIN_PAGE;
	    page++)
		r->starts[(0x80 | (page & 63)) << 8 | (0xE0 | page >> 6)] =
		    (uint16_t)(UG_PLAIN_LONG | page);
}

/* No row is made yet but the one that stands for all of those. */
static void
rows_forget(struct ug_plain_rows *r)
{
	for (size_t i = 0; i < r->n_chars; i++)
		if (r->at[i] != r->none)
			memset(r->at[i], 0, sizeof(r->none));
	memset(r->rows, 0, sizeof(*r->rows));
	r->n_rows = 1;
}

enum ungarble_err
ug_plain_rows_new(unsigned script, const struct ug_alloc *alloc,
    struct ug_plain_rows **rows)
{
	struct ug_plain_rows *r;
	size_t first, n;

	*rows = NULL;
	if (!ug_plain_languages(script, &first, &n))
		return UNGARBLE_OK;
	r = ug_new(alloc, sizeof(*r));
	if (r == NULL)
		return UNGARBLE_ENOMEM;
	memset(r, 0, offsetof(struct ug_plain_rows, chars));
	r->chars[0] = 0;
	r->usual[0] = r->common[0] = 0;
	r->at_arena.alloc = alloc;
	r->script = script;
	r->first = first;
	r->n = n;
	for (size_t l = 0; l < n; l++)
		r->spoken |= (uint64_t)(*ug_language_code(first + l) != '\0')
		    << l;
	rows_number(r);
	for (size_t i = 0; i < r->n_chars; i++)
		r->at[i] = r->none;
	if (ug_reserve(alloc, &r->rows, &r->cap, ROWS_FIRST,
	    sizeof(*r->rows)) != UNGARBLE_OK) {
		ug_plain_rows_free(r, alloc);
		return UNGARBLE_ENOMEM;
	}
	rows_forget(r);
	*rows = r;
	return UNGARBLE_OK;
}

void
ug_plain_rows_free(struct ug_plain_rows *rows, const struct ug_alloc *alloc)
{
	if (rows != NULL) {
		ug_release(alloc, rows->rows);
		ug_release(alloc, rows->starts);
		ug_arena_free(&rows->at_arena);
	}
	ug_release(alloc, rows);
}

enum ungarble_err
ug_plain_rows_look(struct ug_plain_rows *rows, size_t len,
    const struct ug_alloc *alloc)
{
	if (rows->starts != NULL)
		return UNGARBLE_OK;
	rows->looked += len;
	if (rows->looked < FEW_BYTES)
		return UNGARBLE_OK;
	rows->starts = ug_new(alloc, UG_PLAIN_STARTS * sizeof(*rows->starts));
	if (rows->starts == NULL)
		return UNGARBLE_ENOMEM;
	rows_start(rows);
	return UNGARBLE_OK;
}

enum ungarble_err
ug_plain_rows_make(struct ug_plain_rows *rows, unsigned a, unsigned b,
    const struct ug_alloc *alloc)
{
	enum ungarble_err err;
	struct ug_plain_row *row;

	/* What is known must not depend on what was met long ago. */
	if (rows->n_rows == ROWS_MAX)
		rows_forget(rows);
	err = ug_reserve(alloc, &rows->rows, &rows->cap, rows->n_rows + 1,
	    sizeof(*rows->rows));
	if (err != UNGARBLE_OK)
		return err;
	if (rows->at[a] == rows->none) {
		uint16_t *const at = ug_arena_take(&rows->at_arena,
		    sizeof(rows->none));

		if (at == NULL)
			return UNGARBLE_ENOMEM;
		rows->at[a] = memset(at, 0, sizeof(rows->none));
	}
	row = &rows->rows[rows->n_rows];
	ug_plain_row_fill(rows, a, b, row);
	rows->at[a][b] = (uint16_t)(rows->n_rows++ * (sizeof(*row) /
	    UG_PLAIN_PLACE));
	return UNGARBLE_OK;
}

struct ug_plain_rows *
ug_plain_rows_of(struct ug_plain *plain, unsigned script)
{
	if (plain->rows[script] == NULL && ug_plain_rows_new(script,
	    plain->alloc, &plain->rows[script]) != UNGARBLE_OK)
		plain->no_memory = true;
	return plain->rows[script];
}

const struct ug_plain_row *
ug_plain_row_of(struct ug_plain *plain, struct ug_plain_rows *rows, unsigned a,
    unsigned b)
{
	if (rows->at[a][b] == 0 && ug_plain_rows_make(rows, a, b,
	    plain->alloc) != UNGARBLE_OK) {
		plain->no_memory = true;
		return NULL;
	}
	return ug_plain_row(rows, rows->at[a][b]);
}

const struct ug_plain_row *
ug_plain_row_latin(struct ug_plain *plain, uint32_t a, uint32_t b)
{
	struct ug_plain_rows *const rows = plain == NULL ? NULL :
	    ug_plain_rows_of(plain, UG_LATIN);
	const unsigned x = rows == NULL ? 0 : ug_plain_number(rows, a);
	const unsigned y = rows == NULL ? 0 : ug_plain_number(rows, b);

	return x == 0 || y == 0 ? NULL : ug_plain_row_of(plain, rows, x, y);
}
