/*
 * passed.c - the end of what has passed by, which a pass may see before a text
 *
 * Of lines that are short there are several.  What is too old is dropped now
 * and then only, or each short line would move a thousand bytes.
 */
#include "passed.h"

#include <string.h>

#define KEPT (4 * UG_PASSED_LEN) /* bytes, before the old ones are dropped */

/* The last bytes, `most` of them, from where a character starts. */
static struct ug_text
passed_end(const struct ug_buf *passed, size_t most)
{
	size_t cut = passed->len > most ? passed->len - most : 0;

	while (cut < passed->len && ug_char_is_tail(passed->s[cut]))
		cut++;
	if (cut == passed->len)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ passed->s + cut, passed->len - cut };
}

struct ug_text
ug_passed_text(const struct ug_buf *passed)
{
	return passed_end(passed, UG_PASSED_LEN);
}

struct ug_text
ug_passed_all(const struct ug_buf *passed)
{
	return passed_end(passed, passed->len);
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
		const struct ug_text end = passed_end(passed, KEPT);

		memmove(passed->s, end.s, end.len);
		passed->len = end.len;
	}
	return ug_buf_add(passed, text.s, text.len);
}
