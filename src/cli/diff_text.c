/*
 * diff_text.c - what --diff will write, put together
 *
 * Bytes of others are spelt out where a terminal might obey them.  Blanks stay
 * what they are: they drive nothing, and patch(1) needs them.
 */
#include <string.h>

#include "diff_text.h"

#include "ungarble.h"

void
cli_diff_add(struct cli_diff_text *text, const char *s, size_t len)
{
	if (len > text->cap - text->len)
		return;
	memcpy(text->s + text->len, s, len);
	text->len += len;
}

void
cli_diff_string(struct cli_diff_text *text, const char *string)
{
	cli_diff_add(text, string, strlen(string));
}

/*
 * The length of a tab, or of a blank that is none of ASCII, that bytes start
 * with, or 0.
 */
static size_t
diff_blank(const char *s, size_t len, bool is_bytes)
{
	static const char *const blanks[] = { "\u00A0", "\u1680", "\u2000",
		"\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
		"\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F" };

	if (*s == '\t')
		return 1;
	for (size_t i = 0; (unsigned char)*s >= 0xC2 && !is_bytes &&
	     i < sizeof(blanks) / sizeof(*blanks); i++) {
		const size_t n = strlen(blanks[i]);

		if (n <= len && memcmp(s, blanks[i], n) == 0)
			return n;
	}
	return 0;
}

void
cli_diff_printable(struct cli_diff_text *text, const char *s, size_t len,
    bool is_bytes)
{
	while (len > 0) {
		const size_t room = text->cap - text->len;
		size_t n = 0, n_blank = 0, n_shown;

		while (n < len &&
		    (n_blank = diff_blank(s + n, len - n, is_bytes)) == 0)
			n++;
		n_shown = ungarble_printable(
		    s, n, is_bytes, text->s + text->len, room);
		if (n_shown < room)
			text->len += n_shown;
		cli_diff_add(text, s + n, n_blank);
		len -= n + n_blank;
		s += n + n_blank;
	}
}
