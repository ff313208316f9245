/*
 * texts_clean_train.c - takes out of a line what no one says
 *
 *	"~Open <b>%s</b> with ${app}..."  becomes  "Open with ..."
 *
 * Placeholders leave a space, accelerator keys nothing, and tokens that are
 * code (paths, options, addresses) go as a whole.  What the line says is not
 * looked at: see texts_languages_train.c.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/least.h"
#include "texts_train.h"

#define HOLE   "\x01" /* where a placeholder was */
#define PIECE  24     /* bytes: beside a hole, no more than a word's */

size_t
texts_entity(const char *s, size_t len, uint32_t *c)
{
	static const struct { const char *name; uint32_t c; } named[] = {
		{ "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' },
		{ "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", 0xA0 },
		{ "laquo;", 0xAB }, { "raquo;", 0xBB }, { "mdash;", 0x2014 },
		{ "ndash;", 0x2013 }, { "hellip;", 0x2026 },
		{ "lsquo;", 0x2018 }, { "rsquo;", 0x2019 },
		{ "ldquo;", 0x201C }, { "rdquo;", 0x201D }, { "copy;", 0xA9 },
	};
	size_t at = 1;

	*c = ' ';
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		const size_t n = strlen(named[i].name);
		if (n < len && memcmp(s + 1, named[i].name, n) == 0) {
			*c = named[i].c;
			return n + 1;
		}
	}
	if (len > 3 && s[1] == '#') {
		char digits[12] = "";
		const bool hex = s[2] == 'x' || s[2] == 'X';
		size_t n = 0;

		for (at = hex ? 3 : 2; at < len && n < 8 && s[at] != ';'; at++)
			digits[n++] = s[at];
		const unsigned long value = strtoul(digits, NULL,
		    hex ? 16 : 10);
		if (at == len || s[at] != ';' || value < 0x20 ||
		    value > 0x10FFFF || (value & 0x1FF800) == 0xD800)
			return 0;
		*c = (uint32_t)value;
		return at + 1;
	}
	while (at < len && at < 32 && (ug_ascii_is_alnum(s[at]) ||
	    s[at] == '-' || s[at] == '.'))
		at++;
	return at > 1 && at < len && s[at] == ';' ? at + 1 : 0;
}

/* The length of s up to and with `close`, if that is within `most`; or 0. */
static size_t
span_to(const char *s, size_t len, const char *close, size_t most)
{
	const size_t n = strlen(close);

	for (size_t i = 1; i + n <= len && i < most; i++)
		if (memcmp(s + i, close, n) == 0)
			return i + n;
	return 0;
}

/* "%s", "%1$-5ld", "%(name)s", "%1", "%PRODUCTNAME"; 0: a sign of percent */
static size_t
span_percent(const char *s, size_t len)
{
	size_t at = 1;

	if (len > 1 && s[1] == '(')
		return span_to(s, len, ")", 60) == 0 ? 0 :
		    span_to(s, len, ")", 60) + 1 < len ?
		    span_to(s, len, ")", 60) + 1 : len;
	while (at < len && at < 12 && (ug_ascii_is_digit(s[at]) ||
	    (s[at] != '\0' && strchr("-+#.*$'", s[at]) != NULL)))
		at++;
	if (at < len && ug_ascii_is_upper(s[at])) {
		while (at < len && (ug_ascii_is_upper(s[at]) ||
		    s[at] == '_' || ug_ascii_is_digit(s[at])))
			at++;
		return at < len && s[at] == '%' ? at + 1 : at;
	}
	while (at < len && at < 16 && s[at] != '\0' &&
	    strchr("hlLqjzt", s[at]) != NULL)
		at++;
	if (at < len && ug_ascii_is_letter(s[at]))
		return at + 1;
	return at > 1 && ug_ascii_is_digit(s[1]) ? at : 0;
}

/* "${x}", "$1", "$name" */
static size_t
span_dollar(const char *s, size_t len)
{
	size_t at = 1;

	if (len > 1 && (s[1] == '{' || s[1] == '[' || s[1] == '('))
		return span_to(s, len, s[1] == '{' ? "}" : s[1] == '[' ? "]" :
		    ")", 60);
	while (at < len && (ug_ascii_is_alnum(s[at]) ||
	    s[at] == '_'))
		at++;
	return at > 1 ? at : 0;
}

/* "(_F)", "(&F)": an accelerator where the letter is not in the text */
static size_t
span_accelerator(const char *s, size_t len)
{
	return len >= 4 && strchr("_&~", s[1]) != NULL && s[1] != '\0' &&
	    ug_ascii_is_alnum(s[2]) && s[3] == ')' ? 4 : 0;
}

/* "<b>", "</a>"; a space stands for "<br>", nothing for others */
static size_t
span_tag(const char *s, size_t len, const char **instead)
{
	if (len < 3 || !(ug_ascii_is_letter(s[1]) || s[1] == '/' ||
	    s[1] == '!' || s[1] == '?'))
		return 0;
	*instead = strncasecmp(s + 1, "br", 2) == 0 ? " " : "";
	return span_to(s, len, ">", 300);
}

/* What to leave out at s, of length len, and what stands for it; 0: nothing. */
static size_t
span_code(const char *s, size_t len, bool one_line, const char **instead)
{
	const char next = len > 1 ? s[1] : '\0';

	*instead = HOLE;
	switch (s[0]) {
	case '<':
		return span_tag(s, len, instead);
	case '%':
		return span_percent(s, len);
	case '$':
		return span_dollar(s, len);
	case '{':
		return next == '{' ? span_to(s, len, "}}", 500) :
		    span_to(s, len, "}", 60);
	case '\\':
		*instead = " ";
		return next != '\0' && strchr("ntr\"\\'", next) != NULL ? 2 : 1;
	default:
		break;
	}
	*instead = "";
	switch (s[0]) {
	case '(':
		return span_accelerator(s, len);
	case '~':
		return 1;
	case '_':
		return one_line && ug_ascii_is_letter(next) ? 1 : 0;
	case '&':
		return next != ' ' && next != '\0' ? 1 : 0;
	case '\'':
		return next == '\'' ? len > 2 && s[2] == '\'' ? 3 : 2 : 0;
	default:
		return 0;
	}
}

/* "[[page|text]]" of a wiki: its text is kept, the rest is left out. */
static size_t
span_link(const char *s, size_t len)
{
	const size_t all = len > 2 && s[1] == '[' ?
	    span_to(s, len, "]]", 200) : 0;
	size_t text = 2;

	for (size_t i = 2; i < all; i++)
		if (s[i] == '|')
			text = i + 1;
	return all == 0 ? 0 : text;
}

static void
clean_code(struct ug_text line, struct ug_buf *out)
{
	size_t underscores = 0;

	for (size_t i = 0; i < line.len; i++)
		underscores += line.s[i] == '_';
	for (size_t at = 0; at < line.len; ) {
		const char *const s = line.s + at;
		const size_t left = line.len - at;
		const char *instead;
		uint32_t c;
		size_t n = s[0] == '&' ? texts_entity(s, left, &c) : 0;

		if (n > 0) {
			texts_put_char(out, c);
		} else if (s[0] == '[' && (n = span_link(s, left)) > 0) {
			;
		} else if (s[0] == ']' && left > 1 && s[1] == ']') {
			n = 2;
		} else if ((n = span_code(s, left, underscores == 1,
		    &instead)) > 0) {
			texts_put(out, instead, strlen(instead));
		} else {
			n = 1;
			texts_put(out, (unsigned char)s[0] < 0x20 ? " " : s, 1);
		}
		at += UG_MIN(n, left);
	}
}

/* A path, an option, an address, a variable: something with letters in it. */
static bool
token_is_code(const char *s, size_t len)
{
	bool sign = false, letter = false;

	for (size_t i = 0; i < len; i++) {
		sign |= s[i] != '\0' && strchr("/=_@{}<>|$#^*`+", s[i]) != NULL;
		sign |= s[i] == ':' && i + 1 < len && s[i + 1] != '"' &&
		    (s[i + 1] & 0x80) == 0;
		sign |= s[i] == '.' && i > 1 && i + 1 < len &&
		    ug_ascii_is_letter(s[i + 1]) &&
		    ug_ascii_is_letter(s[i - 2]);
		sign |= s[i] == '(' && i > 0 && i + 1 < len &&
		    s[i + 1] == ')';
		letter |= ug_ascii_is_alnum(s[i]);
	}
	sign |= len > 1 && s[0] == '-' &&
	    (s[1] == '-' || ug_ascii_is_letter(s[1]));
	return sign && (letter || len == 1);
}

/*
 * What is glued to a placeholder, "%s:n" or "%s.", goes with it; where words
 * are not set apart by spaces, a space stands for it.
 */
static void
clean_tokens(struct ug_text line, struct ug_buf *out)
{
	const size_t before = out->len;
	size_t at = strspn(line.s, ":;*#= ");

	while (at < line.len) {
		const size_t start = at;
		bool hole = false;

		for (; at < line.len && line.s[at] != ' '; at++)
			hole |= line.s[at] == *HOLE;
		if (at > start && !token_is_code(line.s + start, at - start) &&
		    (!hole || at - start > PIECE)) {
			if (out->len > before)
				texts_put(out, " ", 1);
			for (size_t i = start; i < at; i++)
				texts_put(out, line.s[i] == *HOLE ? " " :
				    line.s + i, 1);
		}
		at++;
	}
}

static void
clean_normalise(struct ug_buf *text)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *const nfc = unorm2_getNFCInstance(&error);
	const int32_t cap = (int32_t)(text->len * 3 + 16);
	UChar *const from = malloc(sizeof(UChar) * 2 * (size_t)cap);
	int32_t n;

	if (from == NULL) {
		texts_die("memory", "none left");
		return;
	}
	UChar *const to = from + cap;
	u_strFromUTF8WithSub(from, cap, &n, text->s, (int32_t)text->len,
	    UG_REPLACEMENT, NULL, &error);
	n = unorm2_normalize(nfc, from, n, to, cap, &error);
	text->len = 0;
	if (U_SUCCESS(error) && ug_buf_reserve(text, (size_t)n * 3 + 1) ==
	    UNGARBLE_OK) {
		u_strToUTF8(text->s, (int32_t)text->cap, &n, to, n, &error);
		text->len = U_SUCCESS(error) ? (size_t)n : 0;
	}
	free(from);
}

void
texts_clean(struct ug_text line, struct ug_buf *out)
{
	struct ug_buf plain = { .alloc = &ug_alloc_libc };
	bool ascii = true;

	clean_code(line, &plain);
	for (size_t i = 0; i < plain.len; i++)
		ascii &= (plain.s[i] & 0x80) == 0;
	if (!ascii && plain.len < (1u << 20))
		clean_normalise(&plain);
	texts_put(&plain, "", 1);
	if (--plain.len > 0)
		clean_tokens((struct ug_text){ plain.s, plain.len }, out);
	ug_buf_free(&plain);
}
