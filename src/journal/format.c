/*
 * format.c - numbers, hashes and bytes of a journal
 */
#include "format.h"

enum ungarble_err
ug_put_number(struct ug_buf *buf, uint64_t n)
{
	unsigned char bytes[10];
	size_t len = 0;

	for (; n >= 0x80; n >>= 7)
		bytes[len++] = (unsigned char)(n | 0x80);
	bytes[len++] = (unsigned char)n;
	return ug_buf_add(buf, bytes, len);
}

enum ungarble_err
ug_put_hash(struct ug_buf *buf, uint64_t hash)
{
	unsigned char bytes[8];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(hash >> 8 * i);
	return ug_buf_add(buf, bytes, sizeof(bytes));
}

uint64_t
ug_get_number(struct ug_cursor *cursor)
{
	uint64_t n = 0;

	for (unsigned shift = 0; shift < 63; shift += 7) {
		if (cursor->at == cursor->len)
			break;

		const unsigned char byte = cursor->s[cursor->at++];

		n |= (uint64_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return n;
	}
	cursor->bad = true;
	return 0;
}

const char *
ug_get_bytes(struct ug_cursor *cursor, uint64_t n)
{
	const char *const bytes = (const char *)cursor->s + cursor->at;

	if (n > cursor->len - cursor->at) {
		cursor->bad = true;
		return NULL;
	}
	cursor->at += (size_t)n;
	return bytes;
}

uint64_t
ug_get_hash(struct ug_cursor *cursor)
{
	const char *const bytes = ug_get_bytes(cursor, 8);

	return bytes != NULL ? ug_bytes_64(bytes) : 0;
}
