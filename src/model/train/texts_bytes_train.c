/*
 * texts_bytes_train.c - bytes appended and converted, for a program that gives
 * up where they cannot be
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"
#include "texts_train.h"

#define FILE_MAX (64u << 20)

void
texts_die(const char *what, const char *why)
{
	fprintf(stderr, "texts_train: %s: %s\n", what, why);
	exit(2);
}

void
texts_put(struct ug_buf *buf, const void *s, size_t len)
{
	if (ug_buf_add(buf, s, len) != UNGARBLE_OK)
		texts_die("memory", "none left");
}

void
texts_put_char(struct ug_buf *buf, uint32_t c)
{
	char s[4];

	texts_put(buf, s, ug_put_char(c, s));
}

bool
texts_convert(struct ug_text text, const char *set, struct ug_buf *out)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t n;

	if (strcasecmp(set, "UTF-8") == 0 || strcasecmp(set, "UTF8") == 0 ||
	    strcasecmp(set, "US-ASCII") == 0) {
		texts_put(out, text.s, text.len);
		return ug_utf8_prefix((const unsigned char *)text.s, text.len,
		    NULL) == text.len;
	}
	/* "ISCII-DEVANAGARI" and "microsoft-cp1251" are the spellers' names. */
	if (strncmp(set, "microsoft-", 10) == 0)
		set += 10;
	if (text.len > FILE_MAX || ug_buf_reserve(out, text.len * 3 + 16) !=
	    UNGARBLE_OK)
		return false;
	n = ucnv_convert("UTF-8", set, out->s + out->len,
	    (int32_t)(out->cap - out->len), text.s, (int32_t)text.len, &error);
	if (U_FAILURE(error))
		return false;
	out->len += (size_t)n;
	return true;
}
