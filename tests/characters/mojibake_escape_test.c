/*
 * mojibake_escape_test.c - characters beyond ASCII as HTML and JSON escape them
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "characters/mojibake.h"

#include "check.h"
#include "edge.h"

static const struct {
	const char *text;
	uint32_t c; /* 0: it is no such escape */
	size_t len;
} rows[] = {
	{ "\\u00e9", 0xE9, 6 },
	{ "\\u00C39", 0xC3, 6 },
	{ "\\u00c", 0, 0 },
	{ "\\u00cg", 0, 0 },
	{ "\\U00c3", 0, 0 },
	{ "\\x00c3", 0, 0 },
	{ "u00c3;", 0, 0 },
	{ "\\u007f", 0, 0 },
	{ "\\u0080", 0x80, 6 },
	{ "\\uD7FF", 0xD7FF, 6 },
	{ "\\uD800", 0, 0 },
	{ "\\uDFFF", 0, 0 },
	{ "\\uE000", 0xE000, 6 },
	{ "\\uFFFF", 0xFFFF, 6 },
	{ "&#195;", 0xC3, 6 },
	{ "&#0195;x", 0xC3, 7 },
	{ "&#xC3;", 0xC3, 6 },
	{ "&#X20ac;", 0x20AC, 8 },
	{ "&#127;", 0, 0 },
	{ "&#128;", 0x80, 6 },
	{ "&#65535;", 0xFFFF, 8 },
	{ "&#65536;", 0, 0 },
	{ "&#000195;", 0, 0 },
	{ "&#195 ;", 0, 0 },
	{ "&#195", 0, 0 },
	{ "&195;;", 0, 0 },
	{ "&Atilde;", 0xC3, 8 },
	{ "&copy;right", 0xA9, 6 },
	{ "&pi; ", 0x3C0, 4 },
	{ "&thetasym;", 0x3D1, 10 },
	{ "&amp;", 0, 0 },
	{ "&copyright;", 0, 0 },
	{ "&copy&copy;", 0, 0 },
	{ "& Atilde;", 0, 0 },
	{ "&eacute", 0, 0 },
	{ "&;;;;;", 0, 0 },
};

/* Where it starts, and where the text ends, are where they are said to be. */
static void
check_row(const struct edge *edge, size_t row, size_t start)
{
	char text[64];
	const size_t all = (size_t)snprintf(text, sizeof(text), "%.*s%s",
	    (int)start, "&#195;", rows[row].text);

	for (size_t len = start; len <= all; len++) {
		const struct ug_text here = { (const char *)edge_put(edge,
		    text, len), len };
		const bool whole = rows[row].c != 0 && len >= start + 5 &&
		    len >= start + rows[row].len;
		size_t at = start;

		CHECK(rows[row].text, ug_mojibake_escape(here, &at) ==
		    (whole ? rows[row].c : 0));
		CHECK(rows[row].text, at == start + (whole ? rows[row].len :
		    0));
	}
}

int
main(int argc, char *argv[])
{
	struct edge edge;

	(void)argc;
	edge_init(&edge);
	if (CHECK("pages", edge.pages != NULL))
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
			for (size_t start = 0; start <= 6; start++)
				check_row(&edge, i, start);
	return check_done(argv[0]);
}
