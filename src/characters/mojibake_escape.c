/*
 * mojibake_escape.c - characters that a carrier wrote as ASCII
 *
 * Mojibake that went through HTML or JSON may have its characters escaped:
 *
 *	caf &Atilde; &copy;   caf &#195; &#169;   caf \u00c3 \u00a9   (unspaced)
 *
 * Such an escape is read as its character when sequences are looked for, and
 * goes with the sequence that it is part of; any other stays as it is.
 */
#include "escape_forms.h"
#include "html_names.h"
#include "mojibake.h"

uint32_t
ug_mojibake_escape(struct ug_text text, size_t *at)
{
	const struct ug_text s = ug_text_part(text, *at, text.len - *at);
	uint32_t c = 0;
	size_t i = 2;

	if (s.len < 5)
		return 0;
	if (s.s[0] == '\\' && s.s[1] == 'u') {
		i += ug_escape_number(s, i, 16, 4, &c);
		if (i < 6)
			return 0;
	} else if (s.s[0] == '&' && s.s[1] == '#') {
		const bool hex = (s.s[2] | 0x20) == 'x';

		i += hex;
		i += ug_escape_number(s, i, hex ? 16 : 10, 5, &c);
		if (i == s.len || s.s[i++] != ';')
			return 0;
	} else if (s.s[0] == '&') {
		for (i = 1; i < s.len && i <= UG_HTML_NAME_MAX &&
		    s.s[i] != ';'; )
			i++;
		if (i == s.len || s.s[i] != ';')
			return 0;
		c = ug_html_name(ug_text_part(s, 1, i++ - 1));
	}
	if (c < 0x80 || c > 0xFFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	*at += i;
	return c;
}
