/*
 * values.c - values of a record that are UTF-8 while others are not
 *
 * Of both readings of a value that one is likelier which costs less as text
 * (model/), in the language of the rest, or in another at a price:
 *
 *	D1 A7 among GBK       \u5B66, a Chinese word; \u0467, one letter of no
 *	                      language
 *	E5 BC A0 among GBK    \u5F20, Chinese again; half a character is left
 */
#include "values.h"

#include <string.h>

#include "base/least.h"
#include "base/utf8.h"
#include "encodings/multi_byte.h"
#include "model/model.h"

/* By hand: pairs that are read of a text, and hundredths of a nat. */
#define PAIRS_MAX      512
#define OTHER_LANGUAGE 140  /* than that of the rest */
#define OTHER_ENCODING 250
#define ONE_PAIR       1000
#define BYTES_MAX      16   /* beyond ASCII; more are not so by chance */

void
ug_values_init(struct ug_values *values, enum ungarble_fields fields,
    char delim, const struct ug_alloc *alloc)
{
	*values = (struct ug_values){ .alloc = alloc, .rest.alloc = alloc };
	switch (fields) {
	case UNGARBLE_FIELDS_JSON:
		values->apart = '"';
		values->escape = '\\';
		break;
	case UNGARBLE_FIELDS_CSV:
		values->apart = delim != 0 ? delim : ',';
		values->quotes = true;
		break;
	case UNGARBLE_FIELDS_TSV:
		values->apart = delim != 0 ? delim : '\t';
		break;
	default:
		break;
	}
}

void
ug_values_free(struct ug_values *values)
{
	ug_buf_free(&values->rest);
	ug_release(values->alloc, values->v);
}

/* Whether bytes are, which start beyond ASCII: most others show it there. */
static bool
values_is_utf8(const unsigned char *bytes, size_t len)
{
	return len > 1 && bytes[0] >= 0xC2 && bytes[0] <= 0xF4 &&
	    ug_char_is_tail(bytes[1]) &&
	    ug_utf8_prefix(bytes, len, NULL) == len;
}

/* Add the value that is ASCII from `start`, or behind it, to `at`. */
static enum ungarble_err
values_add(struct ug_values *values, const unsigned char *bytes, size_t start,
    size_t at, size_t end)
{
	const enum ungarble_err err = ug_reserve(values->alloc, &values->v,
	    &values->cap, values->n + 1, sizeof(*values->v));

	while (at > start && bytes[at - 1] != (unsigned char)values->apart)
		at--;
	if (err == UNGARBLE_OK)
		values->v[values->n++] = (struct ug_value){ at, end - at };
	return err;
}

/* All bytes but those of the values. */
static enum ungarble_err
values_rest(struct ug_values *values, const unsigned char *bytes, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0;

	values->rest.len = 0;
	for (size_t i = 0; i < values->n && err == UNGARBLE_OK; i++) {
		err = ug_buf_add(&values->rest, bytes + at,
		    values->v[i].at - at);
		at = values->v[i].at + values->v[i].len;
	}
	return err != UNGARBLE_OK ? err :
	    ug_buf_add(&values->rest, bytes + at, len - at);
}

static size_t
values_find_byte(const unsigned char *bytes, size_t at, size_t len, char c)
{
	const unsigned char *const found = at < len ?
	    memchr(bytes + at, c, len - at) : NULL;

	return found == NULL ? len : (size_t)(found - bytes);
}

/* Where a value ends in which bytes[at] is, in quotes or not. */
static size_t
values_end(const struct ug_values *values, const unsigned char *bytes,
    size_t at, size_t len, bool quoted)
{
	const char c = quoted ? '"' : values->apart;
	size_t end = values_find_byte(bytes, at, len, c);

	/* A quote that is escaped, or doubled, ends none. */
	for (size_t n; end < len; end = values_find_byte(bytes, end + n, len,
	    c)) {
		bool escaped = false;

		for (size_t i = end; values->escape != 0 && i > at &&
		    bytes[i - 1] == (unsigned char)values->escape; i--)
			escaped = !escaped;
		n = quoted && end + 1 < len && bytes[end + 1] == '"' ? 2 : 1;
		if (!escaped && n == 1)
			break;
	}
	return end;
}

/* Whether what quotes stand in bytes[at, end) changes whether one is open. */
static bool
values_open(const unsigned char *bytes, size_t at, size_t end)
{
	bool odd = false;

	while ((at = values_find_byte(bytes, at, end, '"')) < end) {
		odd = !odd;
		at++;
	}
	return odd;
}

enum ungarble_err
ug_values_find(struct ug_values *values, const unsigned char *bytes,
    size_t len, struct ug_text *rest)
{
	const struct ug_text text = { (const char *)bytes, len };
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = values->apart != 0 ? 0 : len, end;
	bool quoted = false;

	values->n = 0;
	for (; at < len && err == UNGARBLE_OK; at = end) {
		const size_t start = at;

		at += ug_text_ascii(ug_text_part(text, at, len - at));
		if (values->quotes)
			quoted ^= values_open(bytes, start, at);
		end = values_end(values, bytes, at, len, quoted);
		if (values_is_utf8(bytes + at, end - at))
			err = values_add(values, bytes, start, at, end);
	}
	if (err == UNGARBLE_OK && values->n > 0)
		err = values_rest(values, bytes, len);
	if (err != UNGARBLE_OK)
		values->n = 0;
	*rest = values->n == 0 ? text :
	    (struct ug_text){ values->rest.s, values->rest.len };
	return err;
}

/* The next character in an encoding, or UG_MALFORMED. */
static uint32_t
values_next(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len, size_t *at)
{
	unsigned state = 0;
	struct ug_char found;

	if (encoding->kind == UG_UTF8)
		return ug_text_next((struct ug_text){ (const char *)bytes,
		    len }, at);
	if (encoding->kind == UG_SINGLE_BYTE) {
		found.c = ug_single_byte(encoding, bytes[(*at)++]);
		return found.c == UG_UNDEFINED ? UG_MALFORMED : found.c;
	}
	found = ug_multi_byte_next(encoding->decoder, bytes + *at, len - *at,
	    &state);
	*at += found.len;
	return found.c;
}

/*
 * Tally what bytes say in an encoding, where that is beyond ASCII.  False: some
 * of them stand for nothing.
 */
static bool
values_tally(struct ug_tally *tally, const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len)
{
	struct ug_glyph a = UG_GLYPH_EDGE;
	bool beyond = false, whole = true;
	size_t n = 0;

	ug_tally_init(tally);
	for (size_t at = 0; at < len && n < PAIRS_MAX; ) {
		const uint32_t c = values_next(encoding, bytes, len, &at);
		const struct ug_glyph b = c == UG_MALFORMED ? UG_GLYPH_EDGE :
		    ug_glyph_of(c);

		whole &= c != UG_MALFORMED;
		if (beyond || c >= 0x80) {
			ug_tally_add(tally, a, b, 1);
			n++;
		}
		beyond = c >= 0x80;
		a = b;
	}
	if (beyond)
		ug_tally_add(tally, a, UG_GLYPH_EDGE, 1);
	return whole;
}

static int
values_least(const int *costs)
{
	int least = UG_NO_LANGUAGE;

	for (size_t l = 0; l < ug_n_languages(); l++)
		least = UG_MIN(least, costs[l]);
	return least;
}

/* What a text costs beside the rest, whose languages are so far behind. */
static int
values_cost(const struct ug_tally *tally, const int *behind)
{
	int costs[UG_LANGUAGES_MAX];
	int least;

	ug_tally_costs(tally, costs);
	least = values_least(costs) + OTHER_LANGUAGE;
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (behind[l] < UG_NO_LANGUAGE && costs[l] < UG_NO_LANGUAGE &&
		    costs[l] + behind[l] < least)
			least = costs[l] + behind[l];
	return least;
}

static size_t
values_beyond(const unsigned char *bytes, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += bytes[i] >= 0x80;
	return n;
}

/* Whether a value reads better in the encoding of the rest than as UTF-8. */
static bool
values_fits(const struct ug_encoding *encoding, const int *behind,
    const unsigned char *bytes, size_t len)
{
	const size_t n = values_beyond(bytes, len);
	const int margin = encoding->kind == UG_MULTI_BYTE && n == 2 ?
	    ONE_PAIR : OTHER_ENCODING;
	struct ug_tally other, utf8;

	if (n > BYTES_MAX || !values_tally(&other, encoding, bytes, len))
		return false;
	(void)values_tally(&utf8, &ug_utf8, bytes, len);
	return values_cost(&other, behind) < values_cost(&utf8, behind) +
	    margin;
}

/* Whether what an encoding makes of bytes can be asked here. */
static bool
values_reads(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_SINGLE_BYTE ||
	    (encoding->kind == UG_MULTI_BYTE &&
	    encoding->decoder != UG_CONVERTER);
}

void
ug_values_settle(struct ug_values *values, const struct ug_encoding *encoding,
    const unsigned char *bytes)
{
	struct ug_tally rest;
	int behind[UG_LANGUAGES_MAX];
	size_t n = 0;

	if (values->n == 0 || !values_reads(encoding))
		return;
	(void)values_tally(&rest, encoding,
	    (const unsigned char *)values->rest.s, values->rest.len);
	ug_tally_behind(&rest, behind);
	for (size_t i = 0; i < values->n; i++) {
		const struct ug_value *const v = &values->v[i];

		if (!values_fits(encoding, behind, bytes + v->at, v->len))
			values->v[n++] = *v;
	}
	values->n = n;
}
