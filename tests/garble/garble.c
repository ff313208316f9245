/*
 * garble.c - makes mojibake from clean text
 */
#include "garble.h"

enum ungarble_err
garble(struct ug_text clean, const struct ug_encoding *as,
    enum garble_loss loss, struct ug_buf *out)
{
	enum ungarble_err err = UNGARBLE_OK;

	out->len = 0;
	for (size_t i = 0; i < clean.len && err == UNGARBLE_OK; i++) {
		const unsigned char byte = (unsigned char)clean.s[i];
		uint32_t c = byte;
		char s[4];

		if (byte >= 0x80 && as->upper[byte - 0x80] != UG_UNDEFINED)
			c = as->upper[byte - 0x80];
		if (loss == GARBLE_SPACE && c == 0xA0)
			c = ' ';
		if (loss == GARBLE_REPLACE && c >= 0x80 && c < 0xA0)
			c = 0xFFFD;
		err = ug_buf_add(out, s, ug_put_char(c, s));
	}
	return err;
}
