/*
 * quotes_test.c - quotation marks made straight; what stands together is one
 * edit
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "double", UG_LIT("\u201Cso\u201D \u201Eso\u201F"),
	  UG_LIT("\"so\" \"so\"") },
	{ "single", UG_LIT("don\u2019t \u2018\u201A\u201B"),
	  UG_LIT("don't '''") },
	{ "others", UG_LIT("\u00ABso\u00BB \u2039\u203A 5\u2032 \u02BC `"),
	  { 0, 0 } },
	{ "straight ones", UG_LIT("\"so\" isn't"), { 0, 0 } },
};

int
main(int argc, char *argv[])
{
	const struct ug_text text = UG_LIT("a\u201C\u201D\u2019" "b\u201D");
	struct ug_edits edits;

	(void)argc;
	check_pass(&ug_pass_quotes, rows, sizeof(rows) / sizeof(*rows));
	pass_look(&ug_pass_quotes, "edits", text, &edits);
	CHECK("edits", edits.n == 3);
	CHECK("together", edits.v[0].at == 1 && edits.v[0].len == 6);
	CHECK("together", ug_text_is(ug_edit_after(&edits, &edits.v[0]),
	    "\"\""));
	CHECK("another rule", edits.v[1].at == 7 && edits.v[1].len == 3);
	CHECK("apart", edits.v[2].at == 11);
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
