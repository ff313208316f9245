/*
 * tally.c - how likely characters are to follow one another, by language
 *
 *	"f" before "\u00e9"  a pair of small letters, in French as in Czech
 *	"f" before "\u0419"  two scripts in a word: no language has the letter
 *
 * Costs of four languages stand in a word, so that they are added at once.
 */
#include <string.h>

#include "blob_read.h"
#include "model.h"
#include "weights.h"

/* a to z have these numbers in the first table of their script. */
#define FIRST_ASCII 2
#define LAST_ASCII  27

void
ug_tally_init(struct ug_tally *tally)
{
	memset(tally, 0, sizeof(*tally));
}

static int
class_pair(struct ug_glyph a, struct ug_glyph b)
{
	return (int)blob_half_at(blob_header(UG_BLOB_CLASS_PAIR) +
	    ((size_t)a.class * UG_N_CLASSES + b.class) * 2);
}

/* The nibbles of an ideograph, whatever is before it. */
static inline unsigned
ideograph(uint32_t c)
{
	const size_t pages = blob_header(UG_BLOB_IDEOGRAPHS);
	const size_t page = blob_half_at(pages +
	    c / UG_BLOB_IDEOGRAPH_PAGE * 2u);

	return blob_half_at(pages + 0x10000 / UG_BLOB_IDEOGRAPH_PAGE * 2 +
	    (page * UG_BLOB_IDEOGRAPH_PAGE + c % UG_BLOB_IDEOGRAPH_PAGE) * 2);
}

/* The nibbles of a pair of ideographs. */
static unsigned
ideographs(struct ug_glyph a, struct ug_glyph b)
{
	if (a.script == UG_CJK) {
		const uint32_t h = blob_pair_hash(a.symbol, b.symbol);
		const unsigned char *cell = ug_model_blob +
		    blob_header(UG_BLOB_PAIRS) +
		    (size_t)(h & (blob_header(UG_BLOB_N_PAIRS) - 1) &
		    ~(uint32_t)(UG_BLOB_BUCKET - 1)) * UG_BLOB_PAIR_LEN;

		for (unsigned i = 0; i < UG_BLOB_BUCKET; i++) {
			if (cell[0] == h >> 24 &&
			    (cell[1] != 0xFF || cell[2] != 0xFF))
				return cell[1] | (unsigned)cell[2] << 8;
			cell += UG_BLOB_PAIR_LEN;
		}
	}

	return ideograph(b.symbol);
}

unsigned
ug_ideograph_rare(uint32_t c)
{
	unsigned rare = c > 0xFFFF ? 0xFFFF : ideograph(c);

	/* Of nibbles that are 15 the lowest bit, and these together. */
	rare &= rare >> 2;
	rare &= rare >> 1;
	return (rare & 1) | (rare >> 3 & 2) | (rare >> 6 & 4) |
	    (rare >> 9 & 8);
}

/* What a letter costs where it is foreign. */
static int
foreign(struct ug_glyph glyph)
{
	const unsigned number = glyph.symbol & 0xFF;

	return glyph.script == UG_LATIN && number >= FIRST_ASCII &&
	    number <= LAST_ASCII ? UG_W(FOREIGN_ASCII) : UG_W(FOREIGN);
}

/* Nibbles of four languages, the first one lowest, a number of times. */
static void
add_few(uint64_t *by, unsigned nibbles, unsigned count)
{
	uint64_t v = nibbles;

	v = (v | v << 24) & 0x000000FF000000FFu;
	v = (v | v << 12) & 0x000F000F000F000Fu;
	*by += v * count;
}

/* A row of `n` languages, a multiple of UG_BLOB_MANY. */
static void
add_many(uint64_t *by, const unsigned char *row, size_t n, unsigned count)
{
	const uint64_t nibble = 0x000F000F000F000Fu;

	for (; n > 0; n -= UG_BLOB_MANY, row += 8, by += 4) {
		const uint64_t v = ug_bytes_64(row);

		by[0] += (v & nibble) * count;
		by[1] += (v >> 4 & nibble) * count;
		by[2] += (v >> 8 & nibble) * count;
		by[3] += (v >> 12 & nibble) * count;
	}
}

static void
add_ideograph(struct ug_tally *tally, size_t t, struct ug_glyph a,
    struct ug_glyph b, int count)
{
	add_few(tally->by + blob_table(t)[3] / 4, ideographs(a, b),
	    (unsigned)count);
	tally->known[UG_CJK] += UG_W(FOREIGN) * count;
}

/*
 * Which row it is that tells of the letter `b` behind `a`, in the first table
 * of the script, or with a shift of 8 in the second one.
 */
static size_t
row_of(const unsigned char *table, unsigned shift, struct ug_glyph a,
    struct ug_glyph b)
{
	const size_t i = a.script == table[0] ? a.symbol >> shift & 0xFFu : 0;
	const size_t j = b.script == table[0] ? b.symbol >> shift & 0xFFu : 0;

	return i * (table[1] + 1u) + j;
}

static void
add_letter(struct ug_tally *tally, const unsigned char *table, size_t row,
    unsigned count)
{
	const unsigned char *const rows = ug_model_blob +
	    ug_bytes_32(table + 4);
	uint64_t *const by = tally->by + table[3] / 4;

	if (table[2] == 1)
		*by += (uint64_t)rows[row] * count;
	else if (table[2] == UG_BLOB_FEW)
		add_few(by, rows[row * 2] | (unsigned)rows[row * 2 + 1] << 8,
		    count);
	else
		add_many(by, rows + (table[1] + 1u) * (table[1] + 1u) * 2 +
		    (rows[row * 2] | (size_t)rows[row * 2 + 1] << 8) *
		    (table[2] / 2u), table[2], count);
}

/* The least of four nibbles. */
static unsigned
least_of(unsigned nibbles)
{
	unsigned least = nibbles & 15;

	for (unsigned i = 4; i < 16; i += 4)
		if ((nibbles >> i & 15) < least)
			least = nibbles >> i & 15;
	return least;
}

/* The first table of a script, *n of them. */
static size_t
script_table(unsigned script, size_t *n)
{
	const unsigned char *const s = blob_script(script);

	if (n != NULL)
		*n = s[1];
	return s[0];
}

static void
add_letters(struct ug_tally *tally, unsigned script, struct ug_glyph a,
    struct ug_glyph b, int count)
{
	size_t n;
	const size_t first = script_table(script, &n);
	const unsigned char *table = blob_table(first);

	for (size_t i = 0; i < n; i++, table += UG_BLOB_TABLE_LEN)
		add_letter(tally, table, row_of(table, (unsigned)i * 8, a, b),
		    (unsigned)count);
	if (n > 0 && b.script == script)
		tally->known[script] += foreign(b) * count;
}

static void
add_sign(struct ug_tally *tally, struct ug_glyph sign, int count)
{
	const size_t n = ug_n_languages();

	add_many(tally->by, ug_model_blob + blob_header(UG_BLOB_SIGNS) +
	    sign.symbol * (n / 2), n, (unsigned)count);
}

static inline int
pair_common(struct ug_glyph a, struct ug_glyph b)
{
	const int cost = class_pair(a, b) * UG_W(CLASSES) / 100;

	if (a.script == b.script || a.script == UG_NO_SCRIPT ||
	    b.script == UG_NO_SCRIPT)
		return cost;
	return cost + (a.script == UG_CJK || b.script == UG_CJK ?
	    UG_W(MIXED_CJK) : UG_W(MIXED));
}

/* The nibble of one of `n` languages in a row. */
static unsigned
nibble_of(const unsigned char *row, size_t n, size_t i)
{
	if (n == 1)
		return row[0];
	if (n == UG_BLOB_FEW)
		return ug_bytes_16(row) >> 4 * i & 15;
	return (unsigned)(ug_bytes_64(row + i / UG_BLOB_MANY * 8) >>
	    (16 * (i % 4) + 4 * (i % UG_BLOB_MANY / 4))) & 15;
}

/* What letters of its script cost a language, as a nibble. */
static unsigned
letters_in(size_t language, struct ug_glyph a, struct ug_glyph b)
{
	const size_t t = blob_table_of(language);
	const unsigned char *const table = blob_table(t);
	const unsigned char *const rows = ug_model_blob +
	    ug_bytes_32(table + 4);
	const size_t n = table[2], i = language - table[3];

	if (table[0] == UG_CJK)
		return ideographs(a, b) >> 4 * i & 15;

	const size_t row = row_of(table, (unsigned)(t -
	    script_table(table[0], NULL)) * 8, a, b);

	if (n <= UG_BLOB_FEW)
		return nibble_of(rows + row * (n == 1 ? 1 : 2), n, i);
	return nibble_of(rows + (table[1] + 1u) * (table[1] + 1u) * 2 +
	    (rows[row * 2] | (size_t)rows[row * 2 + 1] << 8) * (n / 2), n, i);
}

int
ug_pair_cost(size_t language, struct ug_glyph a, struct ug_glyph b)
{
	const unsigned script = b.script != UG_NO_SCRIPT ? b.script :
	    a.script == UG_CJK ? UG_NO_SCRIPT : a.script;
	const unsigned own = blob_table(blob_table_of(language))[0];
	const size_t n = ug_n_languages();
	int cost = pair_common(a, b);

	if (b.script == UG_NO_SCRIPT && b.symbol != 0 &&
	    (b.class != a.class || b.symbol != a.symbol))
		cost += (int)nibble_of(ug_model_blob +
		    blob_header(UG_BLOB_SIGNS) + b.symbol * (n / 2), n,
		    language) * UG_BLOB_NIBBLE;
	if (script == own && script != UG_NO_SCRIPT)
		cost += (int)letters_in(language, a, b) * UG_BLOB_NIBBLE;
	else if (b.script != UG_NO_SCRIPT)
		cost += foreign(b);
	return cost;
}

/* The least that two letters cost in a language of the script. */
static inline unsigned
letters_least(unsigned script, struct ug_glyph a, struct ug_glyph b)
{
	const unsigned char *const at = blob_script(script);
	const unsigned i = a.script == script ? a.symbol & 0xFFu : 0;
	const unsigned j = b.script == script ? b.symbol & 0xFFu : 0;

	if (script == UG_CJK)
		return b.script == script ? least_of(ideographs(a, b)) : 0;
	return ug_model_blob[ug_bytes_32(at + 4) +
	    i * (at[2] | (unsigned)at[3] << 8) + j];
}

static inline void
least_add(struct ug_least *least, struct ug_glyph a, struct ug_glyph b,
    int count)
{
	const unsigned script = b.script != UG_NO_SCRIPT ? b.script : a.script;

	least->common += pair_common(a, b) * count;
	if (script == UG_NO_SCRIPT)
		return;
	least->scripts |= (uint32_t)1 << script;
	if (b.script == script)
		least->foreign[script] += foreign(b) * count;
	least->letters[script] += (int)letters_least(script, a, b) * count;
}

int
ug_pair_least(struct ug_glyph a, struct ug_glyph b)
{
	const unsigned script = b.script != UG_NO_SCRIPT ? b.script : a.script;

	return pair_common(a, b) + (script == UG_NO_SCRIPT ? 0 :
	    (int)letters_least(script, a, b) * UG_BLOB_NIBBLE);
}

/* The least of bytes of `a` and `b`, each by itself; none is above 0x7F. */
static uint64_t
least_bytes(uint64_t a, uint64_t b)
{
	const uint64_t upper = UG_EACH_BYTE * 0x80;
	const uint64_t less = (((b | upper) - a) & upper) / 0x80 * 0xFF;

	return (a & less) | (b & ~less);
}

int
ug_sign_least(struct ug_glyph sign)
{
	const size_t n = ug_n_languages();
	const unsigned char *row = ug_model_blob +
	    blob_header(UG_BLOB_SIGNS) + sign.symbol * (n / 2);
	uint64_t least = UG_EACH_BYTE * 15;
	unsigned one = 15;

	if (sign.script != UG_NO_SCRIPT || sign.symbol == 0)
		return 0;
	/* Numbers of no language cost 15, too. */
	for (size_t i = 0; i < n; i += UG_BLOB_MANY, row += 8) {
		const uint64_t nibbles = ug_bytes_64(row);

		least = least_bytes(least, nibbles & UG_EACH_BYTE * 15);
		least = least_bytes(least, nibbles >> 4 & UG_EACH_BYTE * 15);
	}
	for (unsigned i = 0; i < 64; i += 8)
		if ((least >> i & 15) < one)
			one = (unsigned)(least >> i & 15);
	return (int)one * UG_BLOB_NIBBLE;
}

void
ug_least_add(struct ug_least *least, struct ug_glyph a, struct ug_glyph b)
{
	least_add(least, a, b, 1);
}

void
ug_least_add_pairs(struct ug_least *least, const struct ug_glyph *glyphs,
    const int16_t *signs, const struct ug_pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct ug_glyph a = glyphs[pairs[i].a];
		const struct ug_glyph b = glyphs[pairs[i].b];

		least_add(least, a, b, pairs[i].n);
		if (a.class != b.class || a.symbol != b.symbol)
			least->common += signs[pairs[i].b] * pairs[i].n;
	}
}

int
ug_least_ideographs(const struct ug_least *least)
{
	return least->common + least->letters[UG_CJK] * UG_BLOB_NIBBLE;
}

void
ug_tally_add(struct ug_tally *tally, struct ug_glyph a, struct ug_glyph b,
    int count)
{
	tally->common += pair_common(a, b) * count;
	if (b.script != UG_NO_SCRIPT)
		tally->foreign += foreign(b) * count;
	else if (b.symbol != 0 && (b.class != a.class || b.symbol != a.symbol))
		add_sign(tally, b, count);
	if (b.script == UG_CJK)
		add_ideograph(tally, script_table(b.script, NULL), a, b, count);
	else if (b.script != UG_NO_SCRIPT)
		add_letters(tally, b.script, a, b, count);
	else if (a.script != UG_NO_SCRIPT && a.script != UG_CJK)
		add_letters(tally, a.script, a, b, count);
}

void
ug_tally_add_pairs(struct ug_tally *tally, const struct ug_glyph *glyphs,
    const struct ug_pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ug_tally_add(tally, glyphs[pairs[i].a], glyphs[pairs[i].b],
		    pairs[i].n);
}
