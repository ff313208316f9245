/*
 * pair_table.c - what pairs of bytes stand for, kept as they are met
 *
 *	88 E6  in gb18030: E5 A1 81, three of them
 *
 * Those that were met are read four at a time.
 */
#include "pair_table.h"

#include <string.h>

#include "base/bytes.h"
#include "base/text.h"
#include "multi_byte.h"

#define PAIR_NONE 1                 /* no character of that length */
#define PAIR_MET  ((uint32_t)2 << 24) /* a bit of two and three bytes */

void
ug_pair_table_set(struct ug_pair_table *table, enum ug_multi_byte decoder)
{
	memset(table->chars, 0, sizeof(table->chars));
	table->decoder = decoder;
}

/* Look a pair up: what is none has no length. */
static uint32_t
pair_table_look(struct ug_pair_table *table, const unsigned char *pair)
{
	const uint32_t c = ug_multi_byte_pair(table->decoder, pair);
	uint32_t found = PAIR_NONE;

	if (c >= 0x80 && c <= 0xFFFF) {
		unsigned char s[4] = { 0 };
		const size_t n = ug_put_char(c, (char *)s);

		found = s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
		    (uint32_t)n << 24;
	}
	table->chars[(pair[0] & 0x7F) << 8 | pair[1]] = found;
	return found;
}

static inline char *
plain_put(char *to, uint32_t found)
{
	ug_bytes_put_32(to, found);
	return to + (found >> 24);
}

/* Read four pairs that follow one another, if all were met; or NULL. */
static inline char *
plain_four(const struct ug_pair_table *table, const unsigned char *bytes,
    char *to)
{
	const uint64_t second = UINT64_C(0x00FF00FF00FF00FF);
	const uint64_t upper = UINT64_C(0x8000800080008000);
	const uint64_t v = ug_bytes_64(bytes);
	const uint64_t pairs = (v & second) << 8 | (v >> 8 & second);
	const uint32_t *const chars = table->chars;
	const uint32_t a = chars[pairs & 0x7FFF];
	const uint32_t b = chars[pairs >> 16 & 0x7FFF];
	const uint32_t c = chars[pairs >> 32 & 0x7FFF];
	const uint32_t d = chars[pairs >> 48 & 0x7FFF];

	if ((pairs & upper) != upper || (a & b & c & d & PAIR_MET) == 0)
		return NULL;
	return plain_put(plain_put(plain_put(plain_put(to, a), b), c), d);
}

size_t
ug_multi_byte_plain(struct ug_pair_table *table, const unsigned char *bytes,
    size_t len, char *utf8, size_t *utf8_len)
{
	char *to = utf8, *next;
	size_t at = 0;

	while (at < len) {
		uint32_t found;

		if (bytes[at] < 0x80) {
			const size_t n = ug_ascii_copy(to, bytes + at,
			    len - at);

			at += n;
			to += n;
			continue;
		}
		if (len - at >= 8 &&
		    (next = plain_four(table, bytes + at, to)) != NULL) {
			to = next;
			at += 8;
			continue;
		}
		if (len - at == 1)
			break;
		found = table->chars[(bytes[at] & 0x7F) << 8 |
		    bytes[at + 1]];
		if (found == 0)
			found = pair_table_look(table, bytes + at);
		if (found == PAIR_NONE)
			break;
		to = plain_put(to, found);
		at += 2;
	}
	*utf8_len = (size_t)(to - utf8);
	return at;
}
