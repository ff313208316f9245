/*
 * iso_2022_cn.c - ISO-2022-CN
 *
 * RFC 1922: GB 2312 or the first plane of CNS 11643 between SO and SI, a single
 * character of its second plane behind ESC N, each after its designator:
 *
 *	ESC $ ) A   SO 56 50 SI   ->  U+4E2D
 *	ESC $ * H   ESC N 21 21   ->  U+4E42
 *
 * The end of a line ends them all.
 */
#include <stdbool.h>

#include "seven_bit.h"

#define CN_GB2312  1u
#define CN_PLANE_1 2u
#define CN_PLANE_2 4u
#define CN_SHIFTED 8u

/* ESC N and what follows. */
static struct ug_char
cn_second(const unsigned char *s, size_t len)
{
	struct ug_char found = len < 3 ?
	    (struct ug_char){ 1, UG_INCOMPLETE, 0 } :
	    ug_plane_next(&ug_plane_cns2, s + 2, len - 2);

	if (found.c == UG_INCOMPLETE || found.len < 2)
		return (struct ug_char){ 1, found.c, 0 };
	found.len += 2;
	return found;
}

static struct ug_char
cn_escape(const unsigned char *s, size_t len, unsigned *state)
{
	static const struct ug_escape known[] = {
		{ "$)A", CN_GB2312 }, { "$)G", CN_PLANE_1 },
		{ "$*H", CN_PLANE_2 }, { NULL, 0 },
	};
	unsigned meaning;
	struct ug_char found;

	if (len > 1 && s[1] == 'N' && (*state & CN_PLANE_2) != 0)
		return cn_second(s, len);
	found = ug_escape_next(known, s, len, &meaning);
	if (found.c != UG_SILENT)
		return found;
	if (meaning != CN_PLANE_2)
		*state &= ~(CN_GB2312 | CN_PLANE_1);
	*state |= meaning;
	return found;
}

struct ug_char
ug_iso_2022_cn_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	const unsigned byte = bytes[0];
	const bool shifted = (*state & CN_SHIFTED) != 0;

	if (byte == UG_ESC)
		return cn_escape(bytes, len, state);
	if (byte == UG_SO && (*state & (CN_GB2312 | CN_PLANE_1)) != 0) {
		*state |= CN_SHIFTED;
		return (struct ug_char){ 1, UG_SILENT, 0 };
	}
	if (byte == UG_SI) {
		*state &= ~CN_SHIFTED;
		return (struct ug_char){ 1, UG_SILENT, 0 };
	}
	if (byte == '\n')
		*state = 0;
	else if (shifted && byte > ' ')
		return ug_plane_next((*state & CN_GB2312) != 0 ?
		    &ug_plane_gb2312 : &ug_plane_cns1, bytes, len);
	return (struct ug_char){ 1, byte < 0x80 && byte != UG_SO ? byte :
		UG_MALFORMED, 0 };
}
