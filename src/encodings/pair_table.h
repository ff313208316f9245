/*
 * pair_table.h - what pairs of bytes stand for, kept as they are met
 */
#ifndef UG_PAIR_TABLE_H
#define UG_PAIR_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "encodings.h"

/*
 * What pairs of bytes stand for in an encoding without state, as UTF-8: three
 * bytes, the first one lowest, and above them how many those are.  By the first
 * byte, above and without its upper bit, and the second; 0: not looked up yet.
 */
struct ug_pair_table {
	enum ug_multi_byte decoder;
	uint32_t chars[0x8000];
};

/* From now on it is of that decoder. */
void ug_pair_table_set(struct ug_pair_table *table, enum ug_multi_byte decoder);

/*
 * Read what bytes[0..len) start with for as long as it is ASCII or one of most
 * characters of two bytes: as text, to `utf8`, which has room for twice `len`.
 * Returns how many bytes that was.
 */
size_t ug_multi_byte_plain(struct ug_pair_table *table,
    const unsigned char *bytes, size_t len, char *utf8, size_t *utf8_len);

#endif /* UG_PAIR_TABLE_H */
