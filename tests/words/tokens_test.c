/*
 * tokens_test.c - which words and marks a text has, and which lines have none
 */
#include "words/tokens.h"

#include <string.h>

#include "check.h"

/* Tokens as `word|word`, hidden ones as `#`. */
static const char *
tokens_of(const char *s, size_t len, uint8_t region)
{
	static char out[1024];
	struct ug_tokens walk;
	struct ug_token token;
	size_t n = 0;

	out[0] = '\0';
	ug_tokens_start(&walk, (struct ug_text){ s, len }, region);
	while (ug_tokens_next(&walk, &token) && n + token.len + 2 <
	    sizeof(out)) {
		if (n > 0)
			out[n++] = '|';
		if (token.kind == UG_TOKEN_HIDDEN) {
			out[n++] = '#';
		} else {
			memcpy(out + n, s + token.at, token.len);
			n += token.len;
		}
		out[n] = '\0';
	}
	return out;
}

/* Whether c is a blank or line end (2), a mark (3), or a letter (1). */
static size_t
tokens_with(uint32_t c)
{
	char s[8] = "a";
	size_t len = 1, n = 0;
	struct ug_tokens walk;
	struct ug_token token;

	len += ug_put_char(c, s + 1);
	s[len++] = 'b';
	ug_tokens_start(&walk, (struct ug_text){ s, len }, 0);
	while (ug_tokens_next(&walk, &token))
		n++;
	return n;
}

static bool
within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

/* Each character beyond ASCII between two letters. */
static void
test_characters(void)
{
	for (uint32_t c = 0x80; c < 0x10000; c += c == 0xD7FF ? 0x801 : 1) {
		const bool blank = c == 0xA0 || c == 0x3000 ||
		    within(c, 0x2000, 0x200B) || c == 0x202F || c == 0xFEFF ||
		    c == 0x85 || c == 0x2028 || c == 0x2029;
		const bool mark = within(c, 0xA1, 0xA9) ||
		    within(c, 0xAB, 0xB4) || within(c, 0xB6, 0xB9) ||
		    within(c, 0xBB, 0xBF) || c == 0xD7 || c == 0xF7 ||
		    (within(c, 0x2010, 0x206F) && c != 0x2019) ||
		    within(c, 0x20A0, 0x2BFF) || within(c, 0x3001, 0x3011) ||
		    within(c, 0xFF01, 0xFF0F);
		const size_t n = tokens_with(c);
		char name[16];

		snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
		CHECK(name, n == (blank ? 2u : mark ? 3u : 1u));
	}
}

static void
test_rows(void)
{
	static const struct {
		const char *text, *tokens;
	} rows[] = {
		{ "", "" },
		{ "\n\n \n", "" },
		{ "One two, three.", "One|two|,|three|." },
		{ "low-cost", "low|-|cost" },
		{ "China\u2019s and China's", "China|\u2019s|and|China|'s" },
		{ "don\u2019t, O'Hara's", "don\u2019t|,|O'Hara|'s" },
		{ "the dogs' bowls", "the|dogs|'|bowls" },
		{ "9 to 12 months, 1990s", "9|to|12|months|,|1990s" },
		{ "3 billion {dollars} more", "3|billion|{dollars}|more" },
		{ "100% caf\u00e9\u2014yes", "100|%|caf\u00e9|\u2014|yes" },
		{ "a\u00a0b", "a|b" },
		{ "p.c of the U.S.-led", "p|.|c|of|the|U|.|S|.|-|led" },
		{ "see https://a.example/x-y?z now", "see|#|now" },
		{ "www.example.org is down", "#|is|down" },
		{ "ask me@example.org today", "ask|#|today" },
		{ "the file notes.txt is", "the|file|#|is" },
		{ "in /usr/share/doc and src/x", "in|#|and|src|/|x" },
		{ "use --no-help or -x here", "use|#|or|#|here" },
		{ "a - b -- c", "a|-|b|-|-|c" },
		{ "set max_size to $HOME", "set|#|to|#" },
		{ "call printf(3) twice", "call|#|)|twice" },
		{ "the `same word` stays", "the|#|stays" },
		{ "<p class=\"a b\">one <b>two</b></p>", "one|two" },
		{ "one <code>two three</code> four", "one|four" },
		{ "a < b and c > d", "a|<|b|and|c|>|d" },
		{ "before\n> quoted mail\nafter", "before|after" },
		{ "int x = y[3]; z = {1};", "" },
		{ "return value;", "" },
		{ "\t\"a string of a program\",", "" },
		{ "\"so he said\" and left", "\"|so|he|said|\"|and|left" },
		{ "{\"text\": \"some words here\"}", "" },
		{ "one\ttwo\tthree\tfour", "" },
		{ "one\ttwo", "one|two" },
		{ "a\n```\nb\n```\nc", "a|#|#|#|#|#|c" },
		{ "see\n.Sq a b ,\n.br\nthere", "see|there" },
		{ "..and\n.NET of it", ".|.|and|.|NET|of|it" },
		{ "a\n.Bd -literal\nb c\n.Ed\nd\n.nf\ne\n.fi\nf",
		    "a|#|#|d|#|f" },
		{ ".exe files\n.nfs too", ".|exe|files|.|nfs|too" },
		{ "a\n.nf\nsee yle.fi b\n.fi\nc", "a|#|#|#|c" },
		{ "a\n<pre>\nb c\n</pre>\nd", "a|#|#|d" },
		{ "cr\rlf\ncrlf\r\nend", "cr|lf|crlf|end" }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!CHECK(rows[i].text, strcmp(tokens_of(rows[i].text,
		    strlen(rows[i].text), 0), rows[i].tokens) == 0))
			fprintf(stderr, "\tis %s\n", tokens_of(rows[i].text,
			    strlen(rows[i].text), 0));
	CHECK("a block is open", strcmp(tokens_of("a b\n```\nc", 9, 1),
	    "#|#|#|#|c") == 0);
	CHECK("a NUL is no end", strcmp(tokens_of("a \0 b", 5, 0), "a|b") == 0);
}

/* Which tokens there are must not depend on where a text is cut into lines. */
static void
test_lines(void)
{
	static const char text[] = "One two\n```\nif three\n```\n<pre>four\n"
	    "five </pre> six\nseven\n> eight\n\nnine";
	struct ug_tokens whole, line;
	struct ug_token a, b;
	size_t at = 0;
	uint8_t region = 0;

	ug_tokens_start(&whole, (struct ug_text){ text, strlen(text) }, 0);
	while (at < strlen(text)) {
		size_t len = strcspn(text + at, "\n");

		len += text[at + len] == '\n';
		ug_tokens_start(&line, (struct ug_text){ text + at, len },
		    region);
		while (ug_tokens_next(&line, &b)) {
			CHECK("a token", ug_tokens_next(&whole, &a));
			CHECK("its place", a.at == at + b.at && a.len == b.len);
			CHECK("what it is", a.kind == b.kind &&
			    a.hash == b.hash && a.letters == b.letters);
		}
		region = line.region;
		at += len;
	}
	CHECK("no more", !ug_tokens_next(&whole, &a));
}

static void
test_letters(void)
{
	static const struct {
		const char *text;
		int letters;
	} rows[] = {
		{ "word", UG_CASE_LOWER }, { "Word", UG_CASE_TITLE },
		{ "A", UG_CASE_TITLE }, { "USA", UG_CASE_UPPER },
		{ "iPhone", UG_CASE_LOWER }, { "12th", UG_CASE_NONE },
		{ "WordWord", UG_CASE_TITLE }, { ",", UG_CASE_NONE },
		{ "A1B", UG_CASE_UPPER }, { "A1b", UG_CASE_TITLE },
		{ "A1", UG_CASE_TITLE }, { "AB1", UG_CASE_UPPER },
		{ "AB1c", UG_CASE_TITLE }, { "A'B", UG_CASE_UPPER },
		{ "A'b", UG_CASE_TITLE }, { "AB\u00e9", UG_CASE_UPPER },
		{ "A\u00e9", UG_CASE_TITLE }, { "A\u00e9B", UG_CASE_UPPER },
		{ "\u00e9A", UG_CASE_NONE }, { "1A", UG_CASE_NONE },
		{ "aB", UG_CASE_LOWER }, { "Zz", UG_CASE_TITLE },
		{ "ZA", UG_CASE_UPPER }, { "{a}", UG_CASE_NONE }
	};
	struct ug_tokens walk;
	struct ug_token token;
	struct ug_text text;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		text = (struct ug_text){ rows[i].text, strlen(rows[i].text) };
		ug_tokens_start(&walk, text, 0);
		CHECK(rows[i].text, ug_tokens_next(&walk, &token) &&
		    token.letters == rows[i].letters);
	}
	text = UG_TEXT("Don\u2019t");
	ug_tokens_start(&walk, text, 0);
	CHECK("reads", ug_tokens_next(&walk, &token) &&
	    ug_token_reads(text, &token, "don't") &&
	    !ug_token_reads(text, &token, "don") &&
	    !ug_token_reads(text, &token, "don'ts"));
	CHECK("hash", token.hash == ug_token_hash("don't", 5));
}

/* Digits alone are a number. */
static void
test_kinds(void)
{
	static const struct {
		const char *text;
		int kind;
	} rows[] = {
		{ "1942", UG_TOKEN_NUMBER }, { "1'2", UG_TOKEN_NUMBER },
		{ "12th", UG_TOKEN_WORD }, { "1A", UG_TOKEN_WORD },
		{ "12\u00e9", UG_TOKEN_WORD }, { "a1", UG_TOKEN_WORD },
		{ "A1", UG_TOKEN_WORD }, { "a", UG_TOKEN_WORD },
		{ "\u00e91", UG_TOKEN_WORD }, { ",", UG_TOKEN_MARK },
		{ "{a}", UG_TOKEN_WORD }, { "{}", UG_TOKEN_MARK },
		{ "{a", UG_TOKEN_MARK }, { "{a1}", UG_TOKEN_MARK },
		{ "--help", UG_TOKEN_HIDDEN }
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ug_tokens walk;
		struct ug_token token;

		ug_tokens_start(&walk, (struct ug_text){ rows[i].text,
		    strlen(rows[i].text) }, 0);
		CHECK(rows[i].text, ug_tokens_next(&walk, &token) &&
		    token.kind == rows[i].kind);
	}
}

/* Quotation marks count as those of ASCII, other marks as what they are. */
static void
test_marks(void)
{
	static const struct {
		const char *text, *counts;
	} rows[] = {
		{ "\u2018", "'" }, { "\u2019", "'" }, { "'", "'" },
		{ "\u201C", "\"" }, { "\u201D", "\"" }, { "\"", "\"" },
		{ "\u2013", "\u2013" }, { ",", "," }
	};
	struct ug_tokens walk;
	struct ug_token token;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ug_tokens_start(&walk, (struct ug_text){ rows[i].text,
		    strlen(rows[i].text) }, 0);
		CHECK(rows[i].text, ug_tokens_next(&walk, &token) &&
		    token.kind == UG_TOKEN_MARK && token.hash ==
		    ug_token_hash(rows[i].counts, strlen(rows[i].counts)));
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_rows();
	test_characters();
	test_lines();
	test_letters();
	test_kinds();
	test_marks();
	return check_done(argv[0]);
}
