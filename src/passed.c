/*
 * passed.c - the end of what has passed by, which a pass may see before a text
 *
 * Of lines that are short there are several.  What is too old is dropped now
 * and then only, or each short line would move a thousand bytes.
 */
#include "passed.h"

#include <string.h>

#define KEPT (4 * UG_PASSED_LEN) /* bytes, before the old ones are dropped */

struct ug_text
ug_passed_text(const struct ug_buf *passed)
{
	size_t cut = passed->len > UG_PASSED_LEN ?
	    passed->len - UG_PASSED_LEN : 0;

	while (cut < passed->len &&
	    ((unsigned char)passed->s[cut] & 0xC0) == 0x80)
		cut++;
	if (cut == passed->len)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ passed->s + cut, passed->len - cut };
}

enum ungarble_err
ug_passed_add(struct ug_buf *passed, bool known, struct ug_text text)
{
	if (!known || text.len > KEPT)
		passed->len = 0;
	if (!known)
		return UNGARBLE_OK;
	if (text.len > KEPT)
		text = ug_text_part(text, text.len - KEPT, KEPT);
	if (passed->len + text.len > 2 * KEPT) {
		const struct ug_text end = ug_passed_text(passed);

		memmove(passed->s, end.s, end.len);
		passed->len = end.len;
	}
	return ug_buf_add(passed, text.s, text.len);
}
