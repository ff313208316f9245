/*
 * explain_test.c - an edit in a line
 */
#include "check.h"
#include "ungarble.h"

#include <string.h>

#define EDIT(before_, after_, ...) { .record = 12, .rule = "marks/x", \
	.before = before_, .before_len = sizeof(before_) - 1, \
	.after = after_, .after_len = sizeof(after_) - 1, \
	.in_at = 301, .in_len = 2, .confidence = 95, __VA_ARGS__ }

static const struct {
	const char *name;
	struct ungarble_edit edit;
	const char *line;
} rows[] = {
	{ "characters", EDIT("\xC2\x92", "\u2019", .margin = 7),
	  "12: marks/x: \\u{0092} → ’ (95 %, bytes 301-303)" },
	{ "bytes", EDIT("\xE9", "é", .before_is_bytes = 1),
	  "12: marks/x: \\xE9 → é (95 %, bytes 301-303)" },
	{ "a gate", EDIT("so", "thus", .margin = 2310, .gate = 14050),
	  "12: marks/x: so → thus (95 %, margin 2.310, gate 14.050, bytes "
	  "301-303)" },
	{ "below nothing", EDIT("so", "", .margin = -5, .gate = -1001),
	  "12: marks/x: so → \"\" (95 %, margin -0.005, gate -1.001, bytes "
	  "301-303)" },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t len = strlen(rows[i].line);
		char line[200];

		CHECK(rows[i].name, ungarble_explain(&rows[i].edit, line,
		    sizeof(line)) == len);
		if (!CHECK(rows[i].name, strcmp(line, rows[i].line) == 0))
			fprintf(stderr, "\tis %s\n", line);
		CHECK(rows[i].name, ungarble_explain(&rows[i].edit, line, 4)
		    == len && memcmp(line, "12:", 4) == 0);
		CHECK(rows[i].name, ungarble_explain(&rows[i].edit, NULL, 0)
		    == len);
	}
	return check_done(argv[0]);
}
