/*
 * lenient_test.c - sequences that UTF-8 lacks and one can read, and the others
 */
#include "decode/lenient.h"

#include <string.h>

#include "base/text.h"
#include "check.h"

static const struct {
	const char *name;
	struct ug_text in;
	size_t len;
	uint32_t c;
	const char *rule;
} rows[] = {
	{ "NUL", UG_LIT("\xC0\x80 so"), 2, 0, "decode/utf-8-overlong" },
	{ "another overlong", UG_LIT("\xC0\x81"), 0, 0, NULL },
	{ "in three bytes", UG_LIT("\xE0\x80\x80"), 0, 0, NULL },
	{ "a pair", UG_LIT("\xED\xA0\xBD\xED\xB8\x80"), 6, 0x1F600,
	  "decode/cesu-8" },
	{ "the first pair", UG_LIT("\xED\xA0\x80\xED\xB0\x80"), 6, 0x10000,
	  "decode/cesu-8" },
	{ "the last", UG_LIT("\xED\xAF\xBF\xED\xBF\xBF."), 6, 0x10FFFF,
	  "decode/cesu-8" },
	{ "a high half", UG_LIT("\xED\xA0\xBDso it is"), 0, 0, NULL },
	{ "a low half", UG_LIT("\xED\xB8\x80so it is"), 0, 0, NULL },
	{ "the wrong way round", UG_LIT("\xED\xB8\x80\xED\xA0\xBD"), 0, 0,
	  NULL },
	{ "two high ones", UG_LIT("\xED\xA0\xBD\xED\xA0\xBD"), 0, 0, NULL },
	{ "no third byte", UG_LIT("\xED\xA0\xBD\xED\xB8z"), 0, 0, NULL },
	{ "cut short", { "\xED\xA0\xBD\xED\xB8\x80", 5 }, 0, 0, NULL },
	{ "NUL, cut short", { "\xC0\x80", 1 }, 0, 0, NULL },
	{ "a syllable", UG_LIT("\xED\x9F\xBB\xED\xB8\x80"), 0, 0, NULL },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *rule = NULL;
		uint32_t c = 0;

		CHECK(rows[i].name, ug_lenient_next(
		    (const unsigned char *)rows[i].in.s, rows[i].in.len, &c,
		    &rule) == rows[i].len);
		CHECK(rows[i].name, c == rows[i].c);
		CHECK(rows[i].name, rows[i].rule == NULL ? rule == NULL :
		    rule != NULL && strcmp(rule, rows[i].rule) == 0);
	}
	return check_done(argv[0]);
}
