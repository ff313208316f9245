/*
 * hz.c - HZ: GB 2312 between a tilde with { and one with }
 *
 *	7E 7B  56 50  4E 44  7E 7D  7E 7E  ->  U+4E2D U+6587 ~
 *
 * RFC 1843.  A tilde at the end of a line joins it to the next; any other line
 * end is back in ASCII, as browsers had it while they read HZ.
 */
#include "seven_bit.h"

/* What a tilde says, behind which there is another byte. */
static struct ug_char
hz_tilde(unsigned byte, unsigned *state)
{
	struct ug_char found = { 2, UG_SILENT, 0 };

	if (byte == '~' && *state == 0)
		found.c = '~';
	else if (byte == '{' && *state == 0)
		*state = 1;
	else if (byte == '}')
		*state = 0;
	else if (byte != '\n' || *state != 0)
		found = (struct ug_char){ 1, UG_MALFORMED, 0 };
	return found;
}

struct ug_char
ug_hz_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	const unsigned byte = bytes[0];

	if (byte == '~')
		return len < 2 ? (struct ug_char){ 1, UG_INCOMPLETE, 0 } :
		    hz_tilde(bytes[1], state);
	if (byte == '\n')
		*state = 0;
	if (*state != 0 && byte > ' ')
		return ug_plane_next(&ug_plane_gb2312, bytes, len);
	return (struct ug_char){ 1, byte < 0x80 ? byte : UG_MALFORMED, 0 };
}
