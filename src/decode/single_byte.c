/*
 * single_byte.c - encodings in which each byte is a character
 *
 * ASCII goes by words of eight bytes, and all else without a branch, through a
 * table of characters ready in UTF-8: each is written with four bytes, of which
 * the next one leaves as many as it is long.
 *
 *	windows-1251   CF F0 2C   ->  D0 9F  D1 80  2C
 *
 * The map of such a record follows from its text.  One with a byte that stands
 * for nothing is read again, a character at a time.
 */
#include "single_byte.h"

#include "decoded.h"

#define WORD  ((size_t)8)

static void
single_byte_make(struct ug_byte_table *table,
    const struct ug_encoding *encoding)
{
	table->encoding = encoding;
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
	unsigned undefined;     /* above 3: some byte was */
};

static inline void
single_byte_put(struct single_byte_text *text, const struct ug_byte_char *c)
{
	const unsigned n = c->len;

	memcpy(text->end, c, sizeof(*c));
	text->undefined |= n - 1;
	text->end += n;
}

/* Decode to `to`.  The length of the text; *good is whether all is defined. */
static size_t
single_byte_fast(const struct ug_byte_table *table, const unsigned char *in,
    size_t len, char *to, bool *good)
{
	const bool ascii = table->encoding->lower == NULL;
	const struct ug_byte_char *const chars = table->chars;
	struct single_byte_text text = { to, 0 };

	for (; len >= WORD; in += WORD, len -= WORD) {
		if (ascii && single_byte_is_ascii(in)) {
			memcpy(text.end, in, WORD);
			text.end += WORD;
			continue;
		}
		single_byte_put(&text, &chars[in[0]]);
		single_byte_put(&text, &chars[in[1]]);
		single_byte_put(&text, &chars[in[2]]);
		single_byte_put(&text, &chars[in[3]]);
		single_byte_put(&text, &chars[in[4]]);
		single_byte_put(&text, &chars[in[5]]);
		single_byte_put(&text, &chars[in[6]]);
		single_byte_put(&text, &chars[in[7]]);
	}
	for (size_t i = 0; i < len; i++)
		single_byte_put(&text, &chars[in[i]]);
	*good = text.undefined <= 3;
	return (size_t)(text.end - to);
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
	const enum ungarble_err err = ug_decoded_reserve(out, len);
	bool good;

	if (err != UNGARBLE_OK)
		return err;
	if (table->encoding != encoding)
		single_byte_make(table, encoding);

	const size_t text_len = single_byte_fast(table, bytes, len,
	    out->text.s, &good);

	if (!good)
		return single_byte_slow(encoding, bytes, len, in_at, out);
	out->text.len = text_len;
	ug_map_defer(&out->map, in_at, text_len, 1);
	return UNGARBLE_OK;
}
