/*
 * bom_test.c - the mark of a stream, and no other
 */
#include "repair/pass_check.h"
#include "stream/fixes_check.h"

static const struct pass_row first_rows[] = {
	{ "a mark", UG_LIT("\uFEFF" "a"), UG_LIT("a") },
	{ "two", UG_LIT("\uFEFF\uFEFF" "a\uFEFF"), UG_LIT("a\uFEFF") },
	{ "none", UG_LIT("a\uFEFF"), { 0, 0 } },
};

static const struct pass_row later_rows[] = {
	{ "not the stream's", UG_LIT("\uFEFF" "a"), { 0, 0 } },
};

int
main(int argc, char *argv[])
{
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90,
		.start = true };

	(void)argc;
	check_pass_rounds(&ug_pass_bom, &scope, first_rows,
	    sizeof(first_rows) / sizeof(*first_rows), 1);
	scope.start = false;
	check_pass_rounds(&ug_pass_bom, &scope, later_rows, 1, 0);
	check_fixes("UTF-8", "+bom", UG_TEXT("\uFEFF" "a\n\uFEFF" "b\n"),
	    UG_TEXT("a\n\uFEFF" "b\n"));
	check_fixes("UTF-16", "+bom", UG_TEXT("\xFF\xFE" "a\0\n\0"),
	    UG_TEXT("a\n"));
	check_fixes("garbled", "+bom", UG_TEXT("\u00EF\u00BB\u00BF"
	    "d\u00C3\u00A9j\u00C3\u00A0 vu, c'est l'\u00C3\u00A9t\u00C3\u00A9\n"),
	    UG_TEXT("d\u00E9j\u00E0 vu, c'est l'\u00E9t\u00E9\n"));
	check_fixes("by default", NULL, UG_TEXT("\uFEFF" "a\n"),
	    UG_TEXT("\uFEFF" "a\n"));
	return check_done(argv[0]);
}
