/*
 * fields_whole_test.c - how a text is written beyond ASCII
 *
 * Of long fields: tests/stream/fields_whole_test.c
 */
#include "check.h"
#include "fields/fields_state.h"

static const struct row {
	const struct ug_dialect *dialect;
	const char *text;
	bool beyond, escaped, upper;
} rows[] = {
	{ &ug_dialect_json, "", false, false, false },
	{ &ug_dialect_json, "plain \\n \\\" \\/ \\\\", false, false, false },
	{ &ug_dialect_json, "\\u0041 \\u007F", false, false, false },
	{ &ug_dialect_json, "\\u007f\\u0080", false, true, false },
	{ &ug_dialect_json, "\\u00e9", false, true, false },
	{ &ug_dialect_json, "\\u00E9", false, true, true },
	{ &ug_dialect_json, "\\u00e9 \\u00E9", false, true, true },
	{ &ug_dialect_json, "\\n\\u00E9", false, true, true },
	{ &ug_dialect_json, "\\u00e9 ABCDEF", false, true, false },
	{ &ug_dialect_json, "\\ud83d\\uDE00", false, true, true },
	{ &ug_dialect_json, "\\ud83d \\u00E", false, false, false },
	{ &ug_dialect_json, "\\\\u00E9", false, false, false },
	{ &ug_dialect_json, "caf\u00E9", true, false, false },
	{ &ug_dialect_json, "\\u00E9 caf\u00E9", true, false, false },
	{ &ug_dialect_quoted, "\"\"x\"\" \\u00E9", false, false, false },
	{ &ug_dialect_quoted, "\"\"\u00E9", true, false, false },
	{ &ug_dialect_plain, "\\u00E9", false, false, false },
	{ &ug_dialect_plain, "\u00E9", true, false, false },
	{ &ug_dialect_text, "one\ntwo \\u00E9\n", false, false, false },
};

static void
check_row(const struct row *row)
{
	struct ug_style style = { .beyond = false };

	ug_style_add(&style, row->dialect, (struct ug_text){ row->text,
	    strlen(row->text) });
	CHECK(row->text, style.beyond == row->beyond);
	CHECK(row->text, style.escaped == row->escaped);
	CHECK(row->text, style.upper == row->upper);
	/* What is known stays, whatever else there is. */
	style = (struct ug_style){ .escaped = true, .upper = true };
	ug_style_add(&style, row->dialect, (struct ug_text){ row->text,
	    strlen(row->text) });
	CHECK(row->text, style.beyond == row->beyond && style.escaped &&
	    style.upper);
}

/* A letter among the digits, each of them at each place. */
static void
check_digits(void)
{
	for (size_t at = 2; at < 6; at++)
		for (const char *digit = "0123456789ABCDEFabcdef";
		    *digit != '\0'; digit++) {
			char text[] = "\\u1111 is";
			struct ug_style style = { .beyond = false };

			text[at] = *digit;
			ug_style_add(&style, &ug_dialect_json,
			    (struct ug_text){ text, sizeof(text) - 1 });
			CHECK(text, style.escaped && style.upper ==
			    (*digit >= 'A' && *digit <= 'F'));
		}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_digits();
	return check_done(argv[0]);
}
