/*
 * escapes_test.c - what is written in seven bits, and what only looks like it
 */
#include <string.h>

#include "check.h"
#include "detect/escapes.h"
#include "random.h"

#define JIS "\x1B$B"
#define ASC "\x1B(B"
#define KOR "\x1B$)C"

static const struct {
	const char *name, *in, *found; /* found: "" if it is ASCII */
} rows[] = {
	/* ISO-2022-JP */
	{ "kanji", JIS "F|K\\" ASC "\n", "ISO-2022-JP" },
	{ "kanji of 1978", "\x1B$@F|K\\\x1B(J\n", "ISO-2022-JP" },
	{ "within ascii", "see " JIS "F|K\\" ASC " and so on\n",
	  "ISO-2022-JP" },
	{ "half katakana", "\x1B(I12\x1B(B\n", "ISO-2022-JP" },
	{ "cut off", "see " JIS "F|K\\", "ISO-2022-JP" },
	{ "cut in a character", "see " JIS "F|K", "ISO-2022-JP" },
	{ "nothing in it", "see " JIS ASC "\n", "" },
	{ "roman only", "\x1B(JC:\\DIR" ASC "\n", "" },
	{ "no such characters", JIS ")!)\")#" ASC "\n", "" },
	{ "half of it no characters", JIS "F|)!" ASC "\n", "" },
	{ "a byte beyond", JIS "F|K\\" ASC " caf\xE9\n", "" },
	{ "utf-8 beside", JIS "F|K\\" ASC " caf\xC3\xA9\n", "" },
	{ "a colour beside", "\x1B[31m" JIS "F|K\\" ASC "\x1B[0m\n", "" },
	{ "cut off before the line end", JIS "F|K\\\n", "" },
	/* what terminals are sent */
	{ "colours", "\x1B[1;31mred\x1B[0m and \x1B[4mmore\x1B[0m\n", "" },
	{ "tput sgr0", "\x1B(B\x1B[mplain\x1B(B\x1B[m\n", "" },
	{ "line drawing", "\x1B(0lqqk\x1B(B\n", "" },
	{ "line drawing, shifted", "\x1B)0\x0Elqqk\x0F\n", "" },
	{ "a title", "\x1B]0;home\x07$ ls\n", "" },
	{ "escape at the end", "abc\x1B", "" },
	{ "escape alone", "\x1B", "" },
	/* ISO-2022-KR */
	{ "announced", KOR "\n", "ISO-2022-KR" },
	{ "announced and used", KOR "\x0EGQ1[\x0F text\n", "ISO-2022-KR" },
	{ "announced late", "text " KOR "\x0EGQ1[\x0F\n", "ISO-2022-KR" },
	{ "announced late for nothing", "text " KOR "\n", "" },
	{ "not announced", "\x0EGQ1[\x0F text\n", "" },
	{ "wide print", "\x0ETOTAL\x0F 12\n", "" },
	/* ISO-2022-CN */
	{ "gb 2312", "\x1B$)A\x0E;6S-\x0F\n", "ISO-2022-CN" },
	{ "cns 11643", "\x1B$)G\x0EG(_P\x0F\n", "ISO-2022-CN" },
	{ "plane 2, single shifts", "\x1B$)A\x1B$*H\x0E;6\x0F\x1BN\x21\x21\n",
	  "ISO-2022-CN" },
	{ "iso-ir-165", "\x1B$)E\x0E;6S-\x0F\n", "ISO-2022-CN-EXT" },
	{ "two forms at once", "\x1B$)A\x0E;6\x0F" JIS "F|" ASC "\n", "" },
	/* HZ */
	{ "hanzi", "~{VPND~}\n", "HZ-GB-2312" },
	{ "one hanzi", "the sign ~{VP~} means middle\n", "HZ-GB-2312" },
	{ "with signs", "~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.\n", "HZ-GB-2312" },
	{ "a tilde beside", "1 ~~ 2 ~{VPND~}\n", "HZ-GB-2312" },
	{ "several", "~{VP~} and ~{ND~}\n", "HZ-GB-2312" },
	{ "cut off", "~{VPND~} then ~{VPND", "HZ-GB-2312" },
	{ "not closed before the line end", "~{VPNDVPND\n", "HZ-GB-2312" },
	{ "not closed, short", "~{VP\n", "" },
	{ "a directive", "(format t \"~{~a~^, ~}~%\" list)\n", "" },
	{ "a directive of letters", "(format nil \"~{ab~}\" x)\n", "" },
	{ "shell", "ls ~{alice,bob}/work\n", "" },
	{ "c", "mask = ~{0}; x &= ~y;\n", "" },
	{ "home", "cp ~/a ~/b\n", "" },
	{ "a byte beyond", "~{VPND~} caf\xE9\n", "" },
	{ "mostly rare hanzi", "~{VPabcd~}\n", "" },
	{ "nothing in it", "~{~}\n", "" },
	{ "an odd byte", "~{VPN~}\n", "" },
	{ "a space in it", "~{VP ND~}\n", "" },
	/* UTF-7 */
	{ "two letters", "caf+AOk-, th+AOk-\n", "UTF-7" },
	{ "one letter", "na+AO8-ve\n", "UTF-7" },
	{ "no hyphens", "caf+AOk th+AOk.\n", "UTF-7" },
	{ "hanzi", "+ZeVnLIqe-\n", "UTF-7" },
	{ "cyrillic", "+BB8EQAQ4BDIENQRC-, +BDwEOARA-!\n", "UTF-7" },
	{ "a plus sign", "1 +- 1 = 2, +AOk-t+AOk-\n", "UTF-7" },
	{ "a pair of surrogates", "+2D3eAA- yes\n", "UTF-7" },
	{ "increments", "++row; i++; n = a+b;\n", "" },
	{ "sums", "1+1-2\n", "" },
	{ "plus signs alone", "a + b +- c +- d\n", "" },
	{ "a word of capitals", "Cloud+API-based\n", "" },
	{ "words", "http://example.org/?q=rock+pop+jazz-folk\n", "" },
	{ "an address", "jo+lists@example.org, jo+news-de@example.org\n", "" },
	{ "a telephone", "+49-30-1234 or +358 9 123-456\n", "" },
	{ "base64", "dGhpcyBpcyBub+0aGluZyB0byBzZWU/+w8AOk\n", "" },
	{ "ascii within", "+AGEAYgBj-\n", "" },
	{ "markup within", "+ADw-script+AD4-\n", "" },
	{ "half of a pair", "+2D0- caf+AOk-\n", "" },
	{ "bits left over", "caf+AOl- th+AOk-\n", "" },
	{ "a backslash beside", "caf+AOk-\\th+AOk-\n", "" },
	{ "a byte beyond", "caf+AOk- \xC3\xA9t+AOk-\n", "" },
	{ "diff", "+++ b/src/main.c\n", "" },
	{ "time zone", "2021-03-04T05:06:07+02:00\n", "" },
	{ "c++", "C++, g++-12 and libstdc++-dev\n", "" },
	/* nothing at all */
	{ "empty", "", "" },
	{ "ascii", "plain words\n", "" },
};

static const char *
found_in(const char *in, size_t len, bool *korean)
{
	const struct ug_encoding *const found = ug_detect_escapes(
	    (const unsigned char *)in, len, korean);

	return found == NULL ? "" : found->name;
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool korean = false;
		const char *const found = found_in(rows[i].in,
		    strlen(rows[i].in), &korean);

		if (!CHECK(rows[i].name, strcmp(found, rows[i].found) == 0))
			fprintf(stderr, "\ttaken for \"%s\"\n", found);
		CHECK(rows[i].name, korean ==
		    (strcmp(rows[i].found, "ISO-2022-KR") == 0));
	}
}

/* ISO-2022-KR, once it was announced. */
static void
check_korean(void)
{
	static const struct { const char *in, *found; } after[] = {
		{ "\x0EGQ1[\x0F text\n", "ISO-2022-KR" },
		{ KOR "\x0EGQ1[\x0F\n", "ISO-2022-KR" },
		{ "plain\n", "" },
		{ "\x0E-!-!\x0F\n", "" },
		{ "\x1B[1mbold\x1B[0m\n", "" },
		{ JIS "F|K\\" ASC "\n", "ISO-2022-JP" },
		{ "~{VPND~}\n", "HZ-GB-2312" },
	};

	for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
		bool korean = true;

		CHECK(after[i].found, strcmp(found_in(after[i].in,
		    strlen(after[i].in), &korean), after[i].found) == 0);
		CHECK(after[i].found, korean);
	}
}

/* Base64, whatever it holds, is no UTF-7; nor is any other row of letters. */
static void
check_base64(void)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	uint64_t seed = 5;

	for (unsigned n = 0; n < 200000; n++) {
		const size_t len = 1 + n % 76;
		char line[80];
		bool korean = false;

		for (size_t at = 0; at < len; at++)
			line[at] = digits[random_next(&seed) % 64];
		line[len / 3] = '+';
		line[len] = '\n';
		if (!CHECK("base64", found_in(line, len + 1, &korean)[0] ==
		    '\0'))
			fprintf(stderr, "\t%.*s", (int)len + 1, line);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_korean();
	check_base64();
	return check_done(argv[0]);
}
