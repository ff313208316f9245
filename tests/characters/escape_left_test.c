/*
 * escape_left_test.c - where what looks like escapes and stays ends
 */
#include "characters/escape_left.h"

#include "check.h"

#define NAME_LEN 64

static const struct {
	const char *text;
	size_t at, end;
} words[] = {
	{ "=?U?Q?a?=", 0, 9 },
	{ "x =?U?Q?a?= x", 2, 11 },
	{ "=?a?b?" "?=", 0, 8 },
	{ "=?a?b?=", 0, 0 },
	{ "=?U?Q?a?x=?=", 0, 12 },
	{ "=xU?Q?a?=", 0, 0 },
	{ "x?U?Q?a?=", 0, 0 },
	{ "=?U?Q?a b?=", 0, 0 },
	{ "=?U Q?a?=?b?=", 0, 0 },
	{ "=?U?Q?abcdef", 0, 0 },
	{ "=?U?Qabcdef=", 0, 0 },
	{ "=?U?Q?abcde?", 0, 0 },
}, classes[] = {
	{ "[\\u00c0-\\u017f_]+", 0, 16 },
	{ "x[\\u{e9}-\\u{fa}]", 1, 16 },
	{ "[a-\\x41]", 0, 8 },
	{ "[g-\\x41]", 0, 0 },
	{ "[abc\\x41]", 0, 0 },
	{ "[a-z\\x41]", 0, 0 },
	{ "[a-\\x41", 0, 0 },
	{ "[a-\"\\x41]", 0, 0 },
	{ "[a-\\x41']", 0, 0 },
	{ "[a-\\x41[]", 0, 0 },
	{ "a-\\x41]", 0, 0 },
	{ "[a-", 0, 0 },
};

static const struct {
	const char *text;
	size_t at, token_end, end;
} paths[] = {
	{ "C:\\a b, c", 2, 4, 6 },
	{ "C:\\a", 2, 4, 4 },
	{ "C:\\a\tb", 2, 4, 4 },
	{ "C:\\a\"b", 2, 6, 4 },
	{ "C:\\\"b", 2, 5, 3 },
	{ "-C:\\ab", 3, 6, 6 },
	{ "xC:\\ab", 3, 6, 3 },
	{ "1:\\ab", 2, 5, 2 },
	{ "C;\\ab", 2, 5, 2 },
	{ "C:\\\\ab\\", 2, 7, 2 },
	{ ":\\ab", 1, 4, 1 },
	{ "C:\\", 2, 3, 2 },
	{ "\\\\srv\\share x", 0, 11, 11 },
	{ " \\\\srv\\share", 1, 12, 12 },
	{ "\"\\\\srv\\share", 1, 12, 12 },
	{ "a\\\\srv\\share", 1, 12, 1 },
	{ "\\\\srv x\\y", 0, 5, 0 },
	{ "\\\\s\\", 0, 4, 4 },
	{ "\\\\s", 0, 3, 0 },
	{ "\\\\ srv\\x", 0, 2, 0 },
	{ "\\xsrv\\x", 0, 7, 0 },
	{ "\\\\", 0, 2, 0 },
	{ "\\", 0, 1, 0 },
};

static const struct {
	const char *text; /* ends with the = */
	bool assigns;
} rows[] = {
	{ "=", false }, { "?=", false }, { "a=", false }, { "?a=", true },
	{ "&a=", true }, { "$a=", true }, { ".a=", false }, { "-a=", false },
	{ "--a=", true }, { "--=", false }, { "+-a=", false },
	{ "a_b=", true }, { "_=", true }, { "x a=", false },
	{ "A1=", true }, { "AB12=", true }, { "x A1=", true },
	{ "12=", false }, { "A=", false }, { "Ab1=", false },
	{ "bA1=", false }, { "A1B=", false },
};

/* How much of a name is looked at. */
static void
check_name(void)
{
	char s[NAME_LEN + 8];

	for (size_t n = NAME_LEN - 1; n <= NAME_LEN + 1; n++) {
		memset(s, 'a', sizeof(s));
		s[0] = '?';
		s[n + 1] = '=';
		CHECK("a long name", ug_escape_assigns((struct ug_text){ s,
		    n + 2 }, n + 1) == (n <= NAME_LEN));
	}
}

static struct ug_text
text_of(const char *s)
{
	return (struct ug_text){ s, strlen(s) };
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		CHECK(words[i].text, ug_escape_word_end(text_of(words[i].text),
		    words[i].at) == words[i].end);
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		CHECK(classes[i].text, ug_escape_class_end(
		    text_of(classes[i].text), classes[i].at) ==
		    classes[i].end);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
		CHECK(paths[i].text, ug_escape_path_end(text_of(paths[i].text),
		    paths[i].at, paths[i].token_end) == paths[i].end);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].text, ug_escape_assigns(text_of(rows[i].text),
		    strlen(rows[i].text) - 1) == rows[i].assigns);
	check_name();
	return check_done(argv[0]);
}
