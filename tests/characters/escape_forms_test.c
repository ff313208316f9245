/*
 * escape_forms_test.c - one escape at a time: the limits of each form
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "characters/escape_forms.h"

#include <inttypes.h>

#include "check.h"
#include "edge.h"

enum form {
	FORM_JSON, FORM_POINT, FORM_BRACKET, FORM_HEX, FORM_OCTAL,
	FORM_PERCENT, FORM_QUOTED, FORM_HTML, FORM_N
};

static const struct {
	const char *rule;
	unsigned sure;
} forms[] = {
	[FORM_JSON] = { "escapes/json", 99 },
	[FORM_POINT] = { "escapes/code-point", 99 },
	[FORM_BRACKET] = { "escapes/code-point", 99 },
	[FORM_HEX] = { "escapes/bytes", 98 },
	[FORM_OCTAL] = { "escapes/bytes", 98 },
	[FORM_PERCENT] = { "escapes/percent", 98 },
	[FORM_QUOTED] = { "escapes/quoted-printable", 96 },
	[FORM_HTML] = { "escapes/html", 99 },
};

/* What the whole text is an escape of, and what is none; 0 for those. */
static const struct {
	enum form form;
	const char *text;
	uint32_t c;
} rows[] = {
	{ FORM_JSON, "\\u0080", 0x80 }, { FORM_JSON, "\\u007f", 0 },
	{ FORM_JSON, "\\uFFFF", 0xFFFF }, { FORM_JSON, "\\U00e9", 0 },
	{ FORM_JSON, "\\u00g9", 0 }, { FORM_JSON, "/u00e9", 0 },
	{ FORM_JSON, "\\ud7ff", 0xD7FF }, { FORM_JSON, "\\udc00", 0xDC00 },
	{ FORM_JSON, "\\ud800\\udc00", 0x10000 },
	{ FORM_JSON, "\\ud800\\udfff", 0x103FF },
	{ FORM_JSON, "\\ud801\\udc00", 0x10400 },
	{ FORM_JSON, "\\udbff\\udfff", 0x10FFFF },

	{ FORM_POINT, "\\U00000080", 0x80 }, { FORM_POINT, "\\U0000007f", 0 },
	{ FORM_POINT, "\\U0010fFfF", 0x10FFFF },
	{ FORM_POINT, "\\U00110000", 0 },
	{ FORM_POINT, "\\u{80}", 0x80 }, { FORM_POINT, "\\u{7f}", 0 },
	{ FORM_POINT, "\\u{e9e}", 0xE9E }, { FORM_POINT, "\\u{9}", 0 },
	{ FORM_POINT, "\\u{10ffff}", 0x10FFFF },
	{ FORM_POINT, "\\u{110000}", 0 }, { FORM_POINT, "\\u{00000e9}", 0 },
	{ FORM_POINT, "\\u{e9)", 0 }, { FORM_POINT, "\\u(e9}", 0 },
	{ FORM_POINT, "\\x{80}", 0x80 }, { FORM_POINT, "\\x{7f}", 0 },
	{ FORM_POINT, "\\x{10ffff}", 0x10FFFF },
	{ FORM_POINT, "\\x{00000e9}", 0 }, { FORM_POINT, "\\x{e9>", 0 },
	{ FORM_BRACKET, "<U+0080>", 0x80 }, { FORM_BRACKET, "<U+007F>", 0 },
	{ FORM_BRACKET, "<U+0E9>", 0 }, { FORM_BRACKET, "<U+0010FFFF>",
	  0x10FFFF }, { FORM_BRACKET, "<U+00110000>", 0 },
	{ FORM_BRACKET, "<U+000000e9>", 0xE9 },
	{ FORM_BRACKET, "<U+0000000E9>", 0 }, { FORM_BRACKET, "<u+00E9>", 0 },
	{ FORM_BRACKET, "<U+00E9}", 0 },

	{ FORM_HEX, "\\x80", 0x80 }, { FORM_HEX, "\\x7f", 0 },
	{ FORM_HEX, "\\xfF", 0xFF }, { FORM_HEX, "\\xgf", 0 },
	{ FORM_HEX, "\\xfg", 0 }, { FORM_HEX, "\\Xff", 0 },
	{ FORM_OCTAL, "\\200", 0x80 }, { FORM_OCTAL, "\\177", 0 },
	{ FORM_OCTAL, "\\377", 0xFF }, { FORM_OCTAL, "\\400", 0 },
	{ FORM_OCTAL, "\\280", 0 }, { FORM_OCTAL, "/200", 0 },
	{ FORM_PERCENT, "%80", 0x80 }, { FORM_PERCENT, "%7f", 0 },
	{ FORM_PERCENT, "%fF", 0xFF }, { FORM_PERCENT, "%f%", 0 },
	{ FORM_QUOTED, "=80", 0x80 }, { FORM_QUOTED, "=7F", 0 },
	{ FORM_QUOTED, "=FF", 0xFF }, { FORM_QUOTED, "=Ff", 0 },
	{ FORM_QUOTED, "=fF", 0 }, { FORM_QUOTED, "=FG", 0 },
	{ FORM_QUOTED, "=99", 0x99 },

	{ FORM_HTML, "&#160;", 0xA0 }, { FORM_HTML, "&#127;", 0 },
	{ FORM_HTML, "&#128;", 0x20AC }, { FORM_HTML, "&#159;", 0x178 },
	{ FORM_HTML, "&#xA0;", 0xA0 }, { FORM_HTML, "&#x7f;", 0 },
	{ FORM_HTML, "&#x80;", 0x20AC }, { FORM_HTML, "&#X9F;", 0x178 },
	{ FORM_HTML, "&#1114111;", 0x10FFFF }, { FORM_HTML, "&#1114112;", 0 },
	{ FORM_HTML, "&#x10ffff;", 0x10FFFF }, { FORM_HTML, "&#x110000;", 0 },
	{ FORM_HTML, "&#00000233;", 0xE9 }, { FORM_HTML, "&#000000233;", 0 },
	{ FORM_HTML, "&#x000000e9;", 0xE9 },
	{ FORM_HTML, "&#x0000000e9;", 0 }, { FORM_HTML, "&#e9;", 0 },
	{ FORM_HTML, "&#;", 0 }, { FORM_HTML, "&#x;", 0 },
	{ FORM_HTML, "&#y233;", 0 }, { FORM_HTML, "&;", 0 },
	{ FORM_HTML, "&pi;", 0x3C0 }, { FORM_HTML, "&thetasym;", 0x3D1 },
	{ FORM_HTML, "&thetasyms;", 0 }, { FORM_HTML, "&pi:", 0 },
	{ FORM_HTML, "&lt;", 0 },
};

/* Halves of pairs that find no other: the first of the text stays one. */
static const char *const halves[] = {
	"\\ud800\\udbff", "\\ud800\\ue000", "\\ud800/udc00", "\\ud800\\Udc00",
	"\\ud800\\udc0g", "\\ud800\\u", "\\ud800\\udc0", "\\udc00\\udc00",
	"\\ud7ff\\udc00", "\\ud800x", "\\ud800",
};

/*
 * First of what makes sense, and first of what does not, in turn; but for
 * the last two of 65536.
 */
static const uint32_t sense[] = {
	0xA0, 0x2028, 0x202F, 0x2066, 0x2070, 0xD800, 0xF900, 0xFDD0, 0xFDF0,
	0xFEFF, 0xFF00, 0xFFF0, 0x10000, 0xF0000,
};

/* The escape in s[0..len), if behind it nothing may be read. */
static uint32_t
next(const struct edge *edge, enum form form, const char *s, size_t len,
    size_t *at)
{
	const struct ug_text text = { (const char *)edge_put(edge, s, len),
		len };

	*at = 0;
	return ug_escape_forms[form].next(text, at);
}

static void
check_rows(const struct edge *edge)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *const s = rows[i].text;
		const size_t len = strlen(s);
		char more[32];
		size_t at;

		CHECK(s, next(edge, rows[i].form, s, len, &at) == rows[i].c &&
		    at == (rows[i].c == 0 ? 0 : len));
		CHECK(s, *s == '/' ||
		    *s == ug_escape_forms[rows[i].form].lead);
		memcpy(more, s, len);
		memset(more + len, '0', 1);
		CHECK("with more behind it", next(edge, rows[i].form, more,
		    len + 1, &at) == rows[i].c &&
		    at == (rows[i].c == 0 ? 0 : len));
		/* Half of a pair is what is left of one. */
		for (size_t cut = 1; cut < len; cut++)
			CHECK("cut", (next(edge, rows[i].form, s, cut, &at) ==
			    0 && at == 0) || (rows[i].c >= 0x10000 &&
			    rows[i].form == FORM_JSON && cut >= 6 && at == 6));
	}
}

static void
check_halves(const struct edge *edge)
{
	for (size_t i = 0; i < sizeof(halves) / sizeof(*halves); i++) {
		size_t at;
		const uint32_t c = next(edge, FORM_JSON, halves[i],
		    strlen(halves[i]), &at);

		CHECK(halves[i], (c == 0xD800 || c == 0xDC00 || c == 0xD7FF) &&
		    at == 6);
	}
}

static void
check_sense(void)
{
	uint32_t c = 0;
	bool sensible = false;

	for (size_t i = 0; i < sizeof(sense) / sizeof(*sense); i++) {
		for (; c < sense[i]; c++)
			if (!CHECK("what makes sense",
			    ug_escape_sensible(c) == (sensible &&
			    (c & 0xFFFF) < 0xFFFE)))
				fprintf(stderr, "\tU+%04" PRIX32 "\n", c);
		sensible = !sensible;
	}
	CHECK("private use", !ug_escape_sensible(0xF0000) &&
	    !ug_escape_sensible(0x10FFFF) && !ug_escape_sensible(UINT32_MAX));
}

int
main(int argc, char *argv[])
{
	struct edge edge;

	(void)argc;
	edge_init(&edge);
	if (!CHECK("pages", edge.pages != NULL))
		return check_done(argv[0]);
	for (size_t i = 0; i < FORM_N; i++)
		CHECK(forms[i].rule, strcmp(forms[i].rule,
		    ug_escape_forms[i].rule) == 0 &&
		    forms[i].sure == ug_escape_forms[i].sure);
	CHECK("no more", ug_escape_forms[FORM_N].rule == NULL);
	check_rows(&edge);
	check_halves(&edge);
	check_sense();
	return check_done(argv[0]);
}
