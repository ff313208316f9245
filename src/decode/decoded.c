/*
 * decoded.c - how decoders write down what they read
 */
#include "decoded.h"

void
ug_decoded_init(struct ug_decoded *out, const struct ug_alloc *alloc)
{
	*out = (struct ug_decoded){ .text.alloc = alloc, .alloc = alloc };
	ug_map_init(&out->map, alloc);
}

void
ug_decoded_clear(struct ug_decoded *out)
{
	out->text.len = 0;
	ug_map_clear(&out->map);
	out->n_strays = 0;
	out->n_invalid = 0;
}

void
ug_decoded_free(struct ug_decoded *out)
{
	ug_buf_free(&out->text);
	ug_map_free(&out->map);
	ug_release(out->alloc, out->strays);
	ug_decoded_init(out, out->alloc);
}

enum ungarble_err
ug_decoded_reserve(struct ug_decoded *out, size_t in_len)
{
	/* The last character may be written with four bytes. */
	if (in_len > (PTRDIFF_MAX - 1) / 3)
		return UNGARBLE_ENOMEM;
	return ug_buf_reserve(&out->text, 3 * in_len + 1);
}

/* Append a character to the text alone. */
static inline enum ungarble_err
decoded_put(struct ug_decoded *out, uint32_t c)
{
	if (out->text.cap - out->text.len < 4) {
		const enum ungarble_err err = ug_buf_reserve(&out->text, 4);

		if (err != UNGARBLE_OK)
			return err;
	}
	out->text.len += ug_put_char(c, out->text.s + out->text.len);
	return UNGARBLE_OK;
}

/* Map in_len bytes to what the text holds from `text_at` on. */
static inline enum ungarble_err
decoded_map(struct ug_decoded *out, uint64_t in_at, size_t in_len,
    size_t text_at)
{
	const size_t text_len = out->text.len - text_at;

	if (in_len == 0 || in_len > UINT8_MAX)
		return ug_map_add(&out->map, in_at, in_len, text_len);
	return ug_map_add_units(&out->map, in_at, 1, (unsigned)in_len,
	    (unsigned)text_len);
}

enum ungarble_err
ug_decoded_char(struct ug_decoded *out, uint64_t in_at, size_t in_len,
    uint32_t c)
{
	const size_t text_at = out->text.len;
	const enum ungarble_err err = decoded_put(out, c);

	return err != UNGARBLE_OK ? err : decoded_map(out, in_at, in_len,
	    text_at);
}

enum ungarble_err
ug_decoded_pair(struct ug_decoded *out, uint64_t in_at, size_t in_len,
    uint32_t c, uint32_t second)
{
	const size_t text_at = out->text.len;
	enum ungarble_err err = decoded_put(out, c);

	if (err == UNGARBLE_OK)
		err = decoded_put(out, second);
	return err != UNGARBLE_OK ? err : decoded_map(out, in_at, in_len,
	    text_at);
}

enum ungarble_err
ug_decoded_verbatim(struct ug_decoded *out, uint64_t in_at,
    const unsigned char *bytes, size_t len)
{
	enum ungarble_err err;

	if (len == 0)
		return UNGARBLE_OK;
	err = ug_buf_add(&out->text, bytes, len);
	if (err == UNGARBLE_OK)
		err = ug_map_add_units(&out->map, in_at, len, 1, 1);
	return err;
}

enum ungarble_err
ug_decoded_silent(struct ug_decoded *out, uint64_t in_at, size_t in_len)
{
	return ug_map_add(&out->map, in_at, in_len, 0);
}

/* Note a stray whose text stands from `text_at` to the text's end. */
static enum ungarble_err
decoded_note(struct ug_decoded *out, uint64_t in_at, size_t in_len,
    size_t text_at, const char *rule)
{
	void *strays = out->strays;
	const enum ungarble_err err = ug_reserve(out->alloc, &strays,
	    &out->cap_strays, out->n_strays + 1, sizeof(*out->strays));

	out->strays = strays;
	if (err != UNGARBLE_OK)
		return err;
	out->strays[out->n_strays++] = (struct ug_stray){
		.in_at = in_at,
		.in_len = in_len,
		.text_at = text_at,
		.text_len = out->text.len - text_at,
		.rule = rule,
	};
	out->n_invalid += rule == NULL;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_decoded_stray(struct ug_decoded *out, uint64_t in_at, size_t in_len,
    uint32_t c, const char *rule)
{
	const size_t text_at = out->text.len;
	const enum ungarble_err err = ug_decoded_char(out, in_at, in_len, c);

	return err != UNGARBLE_OK ? err : decoded_note(out, in_at, in_len,
	    text_at, rule);
}

/* Write each byte as the four characters \xNN. */
static enum ungarble_err
decoded_escape(struct ug_decoded *out, uint64_t in_at,
    const unsigned char *bytes, size_t len)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < len; i++) {
		const char escape[] = { '\\', 'x', digits[bytes[i] >> 4],
			digits[bytes[i] & 15] };
		const enum ungarble_err err = ug_buf_add(&out->text, escape,
		    sizeof(escape));

		if (err != UNGARBLE_OK)
			return err;
	}
	return ug_map_add_units(&out->map, in_at, len, 1, 4);
}

enum ungarble_err
ug_decoded_malformed(struct ug_decoded *out, uint64_t in_at,
    const unsigned char *bytes, size_t in_len)
{
	const size_t text_at = out->text.len;
	enum ungarble_err err;

	switch (out->invalid) {
	case UNGARBLE_INVALID_ESCAPE:
		err = decoded_escape(out, in_at, bytes, in_len);
		break;
	case UNGARBLE_INVALID_DROP:
		/* A text, though it may be empty, is somewhere. */
		err = ug_buf_reserve(&out->text, 1);
		if (err == UNGARBLE_OK)
			err = ug_decoded_silent(out, in_at, in_len);
		break;
	default:
		err = ug_decoded_char(out, in_at, in_len, UG_REPLACEMENT);
		break;
	}
	return err != UNGARBLE_OK ? err : decoded_note(out, in_at, in_len,
	    text_at, NULL);
}
