/*
 * single_byte.c - encodings in which each byte is a character
 *
 * ASCII goes by words of eight bytes, and all else without a branch, through a
 * table of characters ready in UTF-8: each is written with four bytes, of which
 * the next one leaves as many as it is long.
 *
 *	windows-1251   CF F0 2C   ->  D0 9F  D1 80  2C
 *
 * In a long text two bytes at a time go through a table of pairs, which fills
 * as they are met.
 *
 * The map of such a record follows from its text.  One with a byte that stands
 * for nothing is read again, a character at a time.
 */
#include "single_byte.h"

#include <limits.h>

#include "base/bytes.h"
#include "decoded.h"

#define WORD     ((size_t)8)
#define LONG     ((size_t)64 * 1024) /* bytes, by hand */
#define N_PAIRS  0x10000
#define PAIR     ((uint64_t)1 << 48) /* of those that are known */

void
ug_byte_table_free(struct ug_byte_table *table, const struct ug_alloc *alloc)
{
	ug_release(alloc, table->pairs);
}

static void
single_byte_make(struct ug_byte_table *table,
    const struct ug_encoding *encoding)
{
	table->encoding = encoding;
	table->n = 0;
	for (unsigned byte = 0; byte < 256; byte++) {
		const uint32_t c = ug_single_byte(encoding,
		    (unsigned char)byte);
		struct ug_byte_char *const made = &table->chars[byte];
		char s[4] = { 0 };

		made->len = 0;
		if (c != UG_UNDEFINED)
			made->len = (unsigned char)ug_put_char(c, s);
		memcpy(made->s, s, made->len);
	}
}

static bool
single_byte_is_ascii(const unsigned char *word)
{
	uint64_t bytes;

	memcpy(&bytes, word, sizeof(bytes));
	return (bytes & UG_EACH_BYTE * 0x80) == 0;
}

/* What was decoded so far. */
struct single_byte_text {
	char *end;
	unsigned undefined;     /* UINT_MAX: some byte was */
};

static inline void
single_byte_put(struct single_byte_text *text, const struct ug_byte_char *c)
{
	const unsigned n = c->len;

	memcpy(text->end, c, sizeof(*c));
	text->undefined |= n - 1;
	text->end += n;
}

static inline void
single_byte_put_word(struct single_byte_text *text,
    const struct ug_byte_char *chars, const unsigned char *in)
{
	single_byte_put(text, &chars[in[0]]);
	single_byte_put(text, &chars[in[1]]);
	single_byte_put(text, &chars[in[2]]);
	single_byte_put(text, &chars[in[3]]);
	single_byte_put(text, &chars[in[4]]);
	single_byte_put(text, &chars[in[5]]);
	single_byte_put(text, &chars[in[6]]);
	single_byte_put(text, &chars[in[7]]);
}

/* Decode to `to`.  The length of the text; *good is whether all is defined. */
static size_t
single_byte_fast(const struct ug_byte_table *table, const unsigned char *in,
    size_t len, char *to, bool *good)
{
	const bool ascii = table->encoding->lower == NULL;
	struct single_byte_text text = { .end = to };

	for (; len >= WORD; in += WORD, len -= WORD) {
		if (ascii && single_byte_is_ascii(in)) {
			memcpy(text.end, in, WORD);
			text.end += WORD;
			continue;
		}
		single_byte_put_word(&text, table->chars, in);
	}
	for (size_t i = 0; i < len; i++)
		single_byte_put(&text, &table->chars[in[i]]);
	*good = text.undefined != UINT_MAX;
	return (size_t)(text.end - to);
}

/* Note what a pair stands for, if both of its bytes do for something. */
static void
single_byte_learn(struct ug_byte_table *table, const unsigned char *pair)
{
	const struct ug_byte_char *const a = &table->chars[pair[0]];
	const struct ug_byte_char *const b = &table->chars[pair[1]];
	unsigned char made[WORD] = { 0 };

	if (a->len == 0 || b->len == 0)
		return;
	memcpy(made, a->s, a->len);
	memcpy(made + a->len, b->s, b->len);
	table->pairs[ug_bytes_16(pair)] = (ug_bytes_64(made) & (PAIR - 1)) |
	    PAIR | (uint64_t)(a->len + b->len) << 56;
}

static inline char *
single_byte_put_pair(char *to, uint64_t pair)
{
	ug_bytes_put_64(to, pair);
	return to + (pair >> 56);
}

/* As single_byte_fast(), by pairs. */
static size_t
single_byte_pairs(struct ug_byte_table *table, const unsigned char *in,
    size_t len, char *to, bool *good)
{
	const bool ascii = table->encoding->lower == NULL;
	const uint64_t *const pairs = table->pairs;
	struct single_byte_text text = { .end = to };

	/* Eight bytes are written for two: some of the text must come yet. */
	for (; len > WORD; in += WORD, len -= WORD) {
		const uint64_t v = ug_bytes_64(in);
		uint64_t a, b, c, d;

		if (ascii && (v & UG_EACH_BYTE * 0x80) == 0) {
			ug_bytes_put_64(text.end, v);
			text.end += WORD;
			continue;
		}
		a = pairs[v & 0xFFFF];
		b = pairs[v >> 16 & 0xFFFF];
		c = pairs[v >> 32 & 0xFFFF];
		d = pairs[v >> 48];
		if ((a & b & c & d & PAIR) != 0) {
			text.end = single_byte_put_pair(text.end, a);
			text.end = single_byte_put_pair(text.end, b);
			text.end = single_byte_put_pair(text.end, c);
			text.end = single_byte_put_pair(text.end, d);
			continue;
		}
		single_byte_put_word(&text, table->chars, in);
		for (size_t i = 0; i < WORD; i += 2)
			single_byte_learn(table, in + i);
	}
	for (size_t i = 0; i < len; i++)
		single_byte_put(&text, &table->chars[in[i]]);
	*good = text.undefined != UINT_MAX;
	return (size_t)(text.end - to);
}

/* Whether to go by pairs, of which there is a table then.  ENOMEM. */
static enum ungarble_err
single_byte_by_pairs(struct ug_byte_table *table,
    const struct ug_encoding *encoding, size_t len,
    const struct ug_alloc *alloc, bool *by_pairs)
{
	const bool enough = table->n >= LONG;

	if (table->encoding != encoding)
		single_byte_make(table, encoding);
	else
		table->n += enough ? 0 : len;
	*by_pairs = table->n >= LONG;
	if (!*by_pairs || enough)
		return UNGARBLE_OK;
	if (table->pairs == NULL)
		table->pairs = ug_new(alloc, N_PAIRS * sizeof(*table->pairs));
	if (table->pairs == NULL) {
		table->n = 0;
		return UNGARBLE_ENOMEM;
	}
	memset(table->pairs, 0, N_PAIRS * sizeof(*table->pairs));
	return UNGARBLE_OK;
}

/* Decode one character at a time. */
static enum ungarble_err
single_byte_slow(const struct ug_encoding *encoding, const unsigned char *in,
    size_t len, uint64_t in_at, struct ug_decoded *out)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < len && err == UNGARBLE_OK; i++) {
		const uint32_t c = ug_single_byte(encoding, in[i]);

		err = c == UG_UNDEFINED ?
		    ug_decoded_malformed(out, in_at + i, in + i, 1) :
		    ug_decoded_char(out, in_at + i, 1, c);
	}
	return err;
}

enum ungarble_err
ug_single_byte_decode(struct ug_byte_table *table,
    const struct ug_encoding *encoding, const unsigned char *bytes, size_t len,
    uint64_t in_at, struct ug_decoded *out)
{
	enum ungarble_err err = ug_decoded_reserve(out, len);
	bool good, by_pairs;
	size_t text_len;

	if (err == UNGARBLE_OK)
		err = single_byte_by_pairs(table, encoding, len, out->alloc,
		    &by_pairs);
	if (err != UNGARBLE_OK)
		return err;
	text_len = by_pairs ?
	    single_byte_pairs(table, bytes, len, out->text.s, &good) :
	    single_byte_fast(table, bytes, len, out->text.s, &good);
	if (!good)
		return single_byte_slow(encoding, bytes, len, in_at, out);
	out->text.len = text_len;
	ug_map_defer(&out->map, in_at, text_len, 1);
	return UNGARBLE_OK;
}
