/*
 * typeset_train.c - a text as a typesetter has it
 *
 *	"a" - it's...	U+201C a U+201D U+2013 it U+2019 s U+2026
 *
 * Programs' texts are typed; other text has the marks that its language has.
 */
#include <string.h>
#include <uchar.h>

#include "counts_train.h"

/* Quotes as a language has them; first what fits, the last one any. */
static const struct {
	const char *codes;
	char16_t open, close;
} quotes[] = {
	{ "de cs sk sl bg lt is et ka sr mk lv", 0x201E, 0x201C },
	{ "pl ro hu hr nl", 0x201E, 0x201D },
	{ "fr ru es it pt no el uk be kk hy tg br eu ca gl sq", 0xAB, 0xBB },
	{ "sv fi", 0x201D, 0x201D },
	{ "da", 0xBB, 0xAB },
	{ "", 0x201C, 0x201D },
};

static bool
is_gap(uint32_t c)
{
	return c == 0 || c == ' ' || c == '(' || c == '[' || c == '"';
}

uint32_t
train_typeset(const char *code, const uint32_t *text, size_t i)
{
	const uint32_t before = i == 0 ? 0 : text[i - 1];
	size_t style = 0;

	switch (text[i]) {
	case '\'':
		return is_gap(before) ? 0x2018 : 0x2019;
	case '"':
		while (quotes[style].codes[0] != '\0' &&
		    strstr(quotes[style].codes, code) == NULL)
			style++;
		return is_gap(before) ? quotes[style].open :
		    quotes[style].close;
	case '-':
		/* En and em dashes, by turns. */
		return before == ' ' && text[i + 1] == ' ' ?
		    0x2013 + i % 2 : '-';
	case '.':
		return text[i + 1] == '.' && text[i + 2] == '.' ? 0x2026 :
		    before == '.' ? 0 : '.';
	default:
		return text[i];
	}
}
