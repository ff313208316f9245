/*
 * utf7_test.c - lines of UTF-7, and plus signs that are none
 */
#include "base/text.h"
#include "check.h"
#include "detect/escapes.h"

static const struct {
	const char *name;
	struct ug_text in;
	bool is;
} rows[] = {
	{ "no plus sign", UG_LIT("The ferry is late.\n"), false },
	{ "letters of French", UG_LIT("L'+AOk-t+AOk- est pass+AOk-.\n"),
	  true },
	{ "one of them", UG_LIT("un caf+AOk- noir\n"), true },
	{ "Russian", UG_LIT("+BB8EMARABD4ERQQ+BDQ- +BD8EPgQ3BDQEPQQ+-.\n"),
	  true },
	{ "Japanese, no hyphen",
	  UG_LIT("+ZeVnLIqeMG5nLDCSiq0wfzB+MFk.\n"), true },
	{ "a plus sign beside it", UG_LIT("1 +- 1: d+AOk-j+AOA-\n"), true },
	{ "a plus sign alone", UG_LIT("1 +- 1 is 2\n"), false },
	{ "a sum", UG_LIT("n = a+b-1;\n"), false },
	{ "i++", UG_LIT("i++;\n"), false },
	{ "a plus sign and a blank", UG_LIT("1 + 1 and d+AOk-j+AOA-\n"),
	  false },
	{ "one of four needs no block", UG_LIT("+BDQEPgQ8AHg-\n"), true },
	{ "one of five", UG_LIT("+BDQEPgBhBDwEMA-\n"), true },
	{ "one of six and a space", UG_LIT("+BDYEOAQ3BD0ETAAgBDI-\n"),
	  true },
	{ "two of eight", UG_LIT("+BDwEOARAAHgEPAQ4AHkEQA-\n"), true },
	{ "two of five", UG_LIT("+BDQEPgB4AHkEPA-\n"), false },
	{ "bits left over", UG_LIT("L'+AOl-t+AOl- est pass+AOl-.\n"), false },
	{ "half a unit", UG_LIT("un caf+AO- noir+AO-\n"), false },
	{ "half a pair", UG_LIT("so +2D0- and +2D0- it is\n"), false },
	{ "a word", UG_LIT("Cloud+API-based and Cloud+Web-based\n"), false },
	{ "a price", UG_LIT("it is 5 +IKw-\n"), true },
	{ "capitals", UG_LIT("the group ABC+IKQ-based\n"), false },
	{ "small letters", UG_LIT("a+zzw-b and c+zyg-d\n"), false },
	{ "digits", UG_LIT("7+158-9 and 7+154-8\n"), false },
	{ "a capital and small letters", UG_LIT("Cloud+Hzw-based\n"), false },
	{ "digits and a letter", UG_LIT("7+1k0-9 and 7+1k0-8\n"), true },
	{ "a number of a phone", UG_LIT("call +4922155512-34 or so\n"),
	  false },
	{ "base64", UG_LIT("kZ2+AOkx0f7QmTb+Zw8/yHt3sL==\n"), false },
	{ "bytes beyond ASCII", UG_LIT("d+AOk-j+AOA- caf\xE9\n"), false },
	{ "a tilde", UG_LIT("~ d+AOk-j+AOA- vu\n"), false },
	{ "a backslash", UG_LIT("\\ d+AOk-j+AOA- vu\n"), false },
};

/*
 * A long line, in one block: words of three letters of Russian, with `n` letters
 * of ASCII each.
 */
static bool
is_long(unsigned n, unsigned n_words)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn"
	    "opqrstuvwxyz0123456789+/";
	static const uint16_t word[] = { 0x43C, 0x43E, 0x440, 'x', 'y' };
	char line[8192] = "+";
	size_t len = 1;
	uint32_t sextets = 0;
	unsigned have = 0;

	for (unsigned i = 0; i < n_words * (3 + n); i++) {
		sextets = sextets << 16 | word[i % (3 + n)];
		for (have += 16; have >= 6; have -= 6)
			line[len++] = digits[sextets >> (have - 6) & 63];
	}
	if (have > 0)
		line[len++] = digits[sextets << (6 - have) & 63];
	line[len++] = '-';
	return ug_detect_utf7((const unsigned char *)line, len);
}

/* What is looked at of a long line is a part like the rest. */
static void
check_long(void)
{
	CHECK("one of four", is_long(1, 20) && is_long(1, 64) &&
	    is_long(1, 65) && is_long(1, 400));
	CHECK("two of five", !is_long(2, 20) && !is_long(2, 51) &&
	    !is_long(2, 400));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].name, ug_detect_utf7(
		    (const unsigned char *)rows[i].in.s, rows[i].in.len) ==
		    rows[i].is);
	check_long();
	return check_done(argv[0]);
}
