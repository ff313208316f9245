/*
 * html_text.c - words and numbers of a page
 */
#include <string.h>

#include "html_text.h"
#include "printable.h"

#define TEXT_CODES 16 /* code points, or bytes, that are told of a change */

void
cli_html_markup(struct cli_out *out, const char *markup)
{
	out->page = false;
	cli_out_string(out, markup);
	out->page = true;
}

void
cli_html_lines(struct cli_out *out, const char *const *lines)
{
	for (; *lines != NULL; lines++)
		cli_html_markup(out, *lines);
}

void
cli_html_rule(struct cli_out *out, const char *rule, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		cli_out_add(out, rule + i, 1);
		if ((rule[i] == '/' || rule[i] == '>') && i + 1 < len)
			cli_html_markup(out, "<wbr/>");
	}
}

void
cli_html_number(struct cli_out *out, const char *name, uint64_t number)
{
	cli_html_markup(out, name);
	cli_html_markup(out, "\"");
	cli_out_number(out, number);
	cli_html_markup(out, "\"");
}

void
cli_html_grouped(struct cli_out *out, uint64_t number)
{
	uint64_t part = 1;

	while (number / part >= 1000)
		part *= 1000;
	cli_out_number(out, number / part);
	while (part > 1) {
		number %= part;
		part /= 1000;
		cli_out_string(out, ",");
		cli_out_number(out, number / part / 100);
		cli_out_number(out, number / part / 10 % 10);
		cli_out_number(out, number / part % 10);
	}
}

void
cli_html_count(struct cli_out *out, uint64_t n, const char *what)
{
	cli_html_grouped(out, n);
	cli_out_string(out, " ");
	cli_out_string(out, what);
	cli_out_string(out, n == 1 ? "" : "s");
}

void
cli_html_some(struct cli_out *out, uint64_t n, const char *what)
{
	if (n == 0)
		return;
	cli_out_string(out, ", ");
	cli_html_count(out, n, what);
}

void
cli_html_codes(struct cli_out *out, const char *s, size_t len, bool is_bytes)
{
	size_t told = 0;

	cli_out_string(out, len == 0 ? "nothing" : is_bytes ? "bytes" : "");
	for (size_t at = 0, n; at < len; at += n, told++) {
		const struct cli_char one = cli_char_at(s + at, len - at);
		const uint32_t code =
		    is_bytes ? (unsigned char)s[at] : one.code;

		n = is_bytes ? 1 : one.len;
		if (at > 0 || is_bytes)
			cli_out_string(out, " ");
		if (told == TEXT_CODES) {
			cli_out_string(out, CLI_ELLIPSIS);
			return;
		}
		cli_out_string(out, is_bytes ? "" : "U+");
		cli_out_hex(out, code,
		    is_bytes ? 2 : code > 0xFFFFF ? 6 : code > 0xFFFF ? 5 : 4);
	}
}
