/*
 * label_test.c - labels of encodings in markup, and what only looks like one
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "check.h"
#include "edge.h"
#include "encodings/encodings.h"
#include "encodings/label.h"

static const struct {
	const char *name;
	struct ug_text text;
	const char *label, *encoding; /* of the first; NULL: there is none */
	enum ug_label_form form;
	size_t n;
} label_rows[] = {
	{ "empty", UG_LIT(""), NULL, NULL, 0, 0 },
	{ "xml", UG_LIT("<?xml encoding='KOI8-R'?>"), "KOI8-R", "KOI8-R",
	  UG_LABEL_XML, 1 },
	{ "xml behind a mark", UG_LIT("\xEF\xBB\xBF<?xml encoding='l1'?>"),
	  "l1", "windows-1252", UG_LABEL_XML, 1 },
	{ "html behind bytes", UG_LIT("\xE9\xFF<META charset=\"l2\">"), "l2",
	  "ISO-8859-2", UG_LABEL_HTML, 1 },
	{ "html by content", UG_LIT("<meta http-equiv=content-type "
	  "content='text/html;charset = koi8-u'>"), "koi8-u", "KOI8-U",
	  UG_LABEL_HTML, 1 },
	{ "css", UG_LIT("@charset \"big5\";"), "big5", "Big5", UG_LABEL_CSS,
	  1 },
	{ "css, as short as one can be", UG_LIT("@charset \"x\""), "x", NULL,
	  UG_LABEL_CSS, 1 },
	{ "two", UG_LIT("<?xml encoding='l1'?><meta charset=l2>"), "l1",
	  "windows-1252", UG_LABEL_XML, 2 },
	{ "not one that can be read", UG_LIT("<meta charset=none-such>"),
	  "none-such", NULL, UG_LABEL_HTML, 1 },
	{ "a NUL is part of a name", UG_LIT("<meta a\0 charset=l2>"), "l2",
	  "ISO-8859-2", UG_LABEL_HTML, 1 },
	{ "a NUL is not the end of one", UG_LIT("<meta \0 charset=l2>"), "l2",
	  "ISO-8859-2", UG_LABEL_HTML, 1 },
	{ "cut in the value", UG_LIT("<meta charset=l2"), NULL, NULL, 0, 0 },
	{ "cut behind the sign", UG_LIT("<meta charset="), NULL, NULL, 0, 0 },
	{ "cut in css", UG_LIT("@charset \"big5-and-more"), NULL, NULL, 0, 0 },
	{ "empty css", UG_LIT("@charset \"\";"), NULL, NULL, 0, 0 },
	{ "no value", UG_LIT("<meta charset>"), NULL, NULL, 0, 0 },
	{ "empty value", UG_LIT("<meta charset=''>"), NULL, NULL, 0, 0 },
};

static const struct {
	const char *name;
	struct ug_text text;
	bool foreign;
} foreign_rows[] = {
	{ "empty", UG_LIT(""), false },
	{ "plain", UG_LIT("no <b>declaration</b> here\n"), false },
	{ "xml", UG_LIT("<?xml version=\"1.0\" encoding=\"koi8-r\"?>\n"),
	  true },
	{ "xml, utf-8", UG_LIT("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"),
	  false },
	{ "html", UG_LIT("  <meta charset=\"iso-8859-1\">"), true },
	{ "css", UG_LIT("@charset \"euc-jp\";"), true },
	{ "utf-8, then another",
	  UG_LIT("<meta charset=utf-8><meta charset=l2>"),
	  true },
	{ "nonsense", UG_LIT("<meta charset=\"???\">"), false },
};

static void
check_labels(size_t row)
{
	const char *const name = label_rows[row].name;
	const struct ug_text text = label_rows[row].text;
	const unsigned char *const bytes = (const unsigned char *)text.s;
	struct ug_label label;
	size_t from = 0, n = 0;

	while (ug_label_next(bytes, text.len, &from, &label)) {
		const char *const encoding = label_rows[row].encoding;

		CHECK(name, label.at + label.len == from && from <= text.len);
		if (n++ > 0)
			continue;
		CHECK(name, label_rows[row].label != NULL &&
		    label.form == label_rows[row].form &&
		    label.len == strlen(label_rows[row].label) &&
		    memcmp(text.s + label.at, label_rows[row].label,
		    label.len) == 0);
		CHECK(name, encoding == NULL ? label.encoding == NULL :
		    label.encoding != NULL &&
		    strcmp(label.encoding->name, encoding) == 0);
	}
	CHECK(name, n == label_rows[row].n && from == text.len);
}

/* Labels as far as they are there: nothing behind is looked at. */
static void
check_cut(void)
{
	static const struct ug_text text = UG_LIT("\xEF\xBB\xBF<?xml version "
	    "= '1' encoding='l1' ?>@charset \"l3\";<meta / name = \"a b\" "
	    "http-equiv=b content='a;charset = \"l4\"' charset = l2 />");
	struct edge edge;
	size_t most = 0;

	edge_init(&edge);
	if (!CHECK("pages", edge.pages != NULL))
		return;
	for (size_t len = 0; len <= text.len; len++) {
		const unsigned char *const bytes = edge_put(&edge, text.s,
		    len);
		struct ug_label label;
		size_t from = 0, n = 0;

		while (ug_label_next(bytes, len, &from, &label))
			n++;
		CHECK("more of it has more", n >= most);
		most = n;
		CHECK("none of UTF-8", ug_label_foreign(bytes, len) == (n > 0));
	}
	CHECK("all of them", most >= 2);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(label_rows) / sizeof(*label_rows); i++)
		check_labels(i);
	for (size_t i = 0; i < sizeof(foreign_rows) / sizeof(*foreign_rows);
	    i++)
		CHECK(foreign_rows[i].name, ug_label_foreign(
		    (const unsigned char *)foreign_rows[i].text.s,
		    foreign_rows[i].text.len) == foreign_rows[i].foreign);
	check_cut();
	return check_done(argv[0]);
}
