/*
 * iso_2022_kr.c - ISO-2022-KR
 *
 * RFC 1557: a designator somewhere before, then KS X 1001 between SO and SI:
 *
 *	ESC $ ) C   SO 47 51 SI  ->  U+D55C
 *
 * A line ends in ASCII, so one that was cut short does no harm to the next.
 * A stream without its designator is read, too.
 */
#include "seven_bit.h"

struct ug_char
ug_iso_2022_kr_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	static const struct ug_escape known[] = { { "$)C", 0 }, { NULL, 0 } };
	const unsigned byte = bytes[0];
	unsigned meaning;

	if (byte == UG_ESC)
		return ug_escape_next(known, bytes, len, &meaning);
	if (byte == UG_SO || byte == UG_SI) {
		*state = byte == UG_SO;
		return (struct ug_char){ 1, UG_SILENT, 0 };
	}
	if (byte == '\n')
		*state = 0;
	if (*state != 0 && byte > ' ')
		return ug_plane_next(&ug_plane_ksx1001, bytes, len);
	return (struct ug_char){ 1, byte < 0x80 ? byte : UG_MALFORMED, 0 };
}
