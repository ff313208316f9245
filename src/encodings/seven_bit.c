/*
 * seven_bit.c - what encodings that shift within ASCII have in common
 *
 *	46 7C in JIS X 0208   ->  U+65E5
 *	ESC $ B               ->  what follows is JIS X 0208
 */
#include "seven_bit.h"

#include <string.h>

#include "multi_byte_index.h"

/* GB 2312 and KS X 1001 start at A1 A1 of their larger indexes. */
const struct ug_plane ug_plane_jis0208 = { ug_jis0208, 94 };
const struct ug_plane ug_plane_jis0212 = { ug_jis0212, 94 };
const struct ug_plane ug_plane_gb2312 = {
	ug_gb18030 + (0xA1 - 0x81) * 190 + 0xA1 - 0x41, 190 };
const struct ug_plane ug_plane_ksx1001 = {
	ug_euc_kr + (0xA1 - 0x81) * 190 + 0xA1 - 0x41, 190 };
const struct ug_plane ug_plane_cns1 = { ug_cns, 94 };
const struct ug_plane ug_plane_cns2 = { ug_cns + UG_N_PLANE, 94 };

struct ug_char
ug_plane_next(const struct ug_plane *plane, const unsigned char *bytes,
    size_t len)
{
	uint32_t c;

	if (bytes[0] < 0x21 || bytes[0] > 0x7E)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	if (len < 2)
		return (struct ug_char){ 1, UG_INCOMPLETE, 0 };
	if (bytes[1] < 0x21 || bytes[1] > 0x7E)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	c = plane->first[(size_t)(bytes[0] - 0x21) * plane->stride +
	    bytes[1] - 0x21];
	return (struct ug_char){ 2, c != 0 ? c : UG_MALFORMED, 0 };
}

struct ug_char
ug_escape_next(const struct ug_escape *known, const unsigned char *bytes,
    size_t len, unsigned *meaning)
{
	struct ug_char found = { 1, UG_MALFORMED, 0 };

	for (; known->bytes != NULL; known++) {
		const size_t n = strlen(known->bytes);

		if (len > n && memcmp(bytes + 1, known->bytes, n) == 0) {
			*meaning = known->meaning;
			return (struct ug_char){ 1 + n, UG_SILENT, 0 };
		}
		if (len <= n && memcmp(bytes + 1, known->bytes, len - 1) == 0)
			found.c = UG_INCOMPLETE;
	}
	return found;
}
