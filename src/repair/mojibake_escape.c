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
#include "mojibake.h"

#define NAME_MAX 6

static const char latin1_names[96][NAME_MAX + 1] = {
	"nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect",
	"uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr",
	"deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
	"cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34",
	"iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring",
	"AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave",
	"Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
	"Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute",
	"Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute",
	"acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave",
	"eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth",
	"ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide",
	"oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn",
	"yuml",
};

/* The rest of windows-1252 (HTML 4.01, 24). */
static const struct {
	char name[NAME_MAX + 1];
	uint16_t c;
} more_names[] = {
	{ "euro", 0x20AC }, { "sbquo", 0x201A }, { "fnof", 0x192 },
	{ "bdquo", 0x201E }, { "hellip", 0x2026 }, { "dagger", 0x2020 },
	{ "Dagger", 0x2021 }, { "circ", 0x2C6 }, { "permil", 0x2030 },
	{ "Scaron", 0x160 }, { "lsaquo", 0x2039 }, { "OElig", 0x152 },
	{ "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "ldquo", 0x201C },
	{ "rdquo", 0x201D }, { "bull", 0x2022 }, { "ndash", 0x2013 },
	{ "mdash", 0x2014 }, { "tilde", 0x2DC }, { "trade", 0x2122 },
	{ "scaron", 0x161 }, { "rsaquo", 0x203A }, { "oelig", 0x153 },
	{ "Yuml", 0x178 },
};

static unsigned
digit_value(char c)
{
	return c >= '0' && c <= '9' ? (unsigned)(c - '0') :
	    c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 :
	    c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10 : 99;
}

/* The number at s[*i] in base 10 or 16, of at most `max` digits; 0: none. */
static uint32_t
number_read(struct ug_text s, size_t *i, unsigned base, size_t max)
{
	const size_t end = s.len - *i < max ? s.len : *i + max;
	uint32_t n = 0;

	while (*i < end && digit_value(s.s[*i]) < base)
		n = n * base + digit_value(s.s[(*i)++]);
	return n;
}

static uint32_t
name_find(struct ug_text name)
{
	for (size_t i = 0; i < 96; i++)
		if (strlen(latin1_names[i]) == name.len &&
		    memcmp(latin1_names[i], name.s, name.len) == 0)
			return (uint32_t)(0xA0 + i);
	for (size_t i = 0; i < sizeof(more_names) / sizeof(*more_names); i++)
		if (strlen(more_names[i].name) == name.len &&
		    memcmp(more_names[i].name, name.s, name.len) == 0)
			return more_names[i].c;
	return 0;
}

uint32_t
ug_mojibake_escape(struct ug_text text, size_t *at)
{
	const struct ug_text s = ug_text_part(text, *at, text.len - *at);
	uint32_t c = 0;
	size_t i = 2;

	if (s.len < 5)
		return 0;
	if (s.s[0] == '\\' && s.s[1] == 'u') {
		c = number_read(s, &i, 16, 4);
		if (i < 6)
			return 0;
	} else if (s.s[0] == '&' && s.s[1] == '#') {
		const bool hex = (s.s[2] | 0x20) == 'x';

		i += hex;
		c = number_read(s, &i, hex ? 16 : 10, 5);
		if (i == s.len || s.s[i++] != ';')
			return 0;
	} else if (s.s[0] == '&') {
		for (i = 1; i < s.len && i <= NAME_MAX && s.s[i] != ';'; )
			i++;
		if (i == s.len || s.s[i] != ';')
			return 0;
		c = name_find(ug_text_part(s, 1, i++ - 1));
	}
	if (c < 0x80 || c > 0xFFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	*at += i;
	return c;
}
