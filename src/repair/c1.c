/*
 * c1.c - C1 control characters that were meant as Windows-1252
 */
#include "../encodings/encodings.h"
#include "pass.h"

static enum ungarble_err
c1_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	for (size_t at = 0; at + 1 < text.len; at++) {
		const unsigned char *const s =
		    (const unsigned char *)text.s + at;
		const bool letter = at > 0 && ((s[-1] | 0x20) >= 'a' &&
		    (s[-1] | 0x20) <= 'z');
		const bool next = at + 2 < text.len && ((s[2] | 0x20) >= 'a' &&
		    (s[2] | 0x20) <= 'z');
		char out[4];

		if (s[0] != 0xC2 || s[1] >= 0xA0 || s[1] == 0x85 ||
		    !(letter || next))
			continue;

		const uint32_t c = ug_windows_1252.upper[s[1] - 0x80];

		if (c < 0xA0)
			continue;

		const enum ungarble_err err = ug_edits_add(edits, at, 2,
		    (struct ug_text){ out, ug_put_char(c, out) },
		    "c1/windows-1252", 95);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

const struct ug_pass ug_pass_c1 = {
	.fix = { "c1", "characters",
	    "C1 controls that were meant as Windows-1252", 1 },
	.find = c1_find,
};
