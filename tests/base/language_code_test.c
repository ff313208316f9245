/*
 * language_code_test.c - one code for each language
 */
#include "base/language_code.h"

#include <string.h>

#include "check.h"

static const char *const rows[][2] = {
	{ "de", "de" }, { "deu", "de" }, { "ger", "de" },
	{ "fra", "fr" }, { "fre", "fr" }, { "zho", "zh" }, { "cmn", "zh" },
	{ "nb", "no" }, { "nn", "no" }, { "nob", "no" }, { "nno", "no" },
	{ "iw", "he" }, { "in", "id" }, { "ji", "yi" },
	{ "aar", "aa" }, { "zul", "zu" },
	{ "haw", "haw" }, { "xx", "xx" }, { "ge", "ge" }, { "", "" },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char code[4] = "";

		strcpy(code, rows[i][0]);
		ug_language_code_fold(code);
		CHECK(rows[i][0], strcmp(code, rows[i][1]) == 0);
		ug_language_code_fold(code);
		CHECK("again", strcmp(code, rows[i][1]) == 0);
	}
	return check_done(argv[0]);
}
