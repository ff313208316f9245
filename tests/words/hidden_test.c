/*
 * hidden_test.c - where runs that are no words end
 */
#include "words/hidden.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

/* Tells nothing of what stands behind it, whatever it has itself. */
#define BEFORE "a_b `https://www. --x $y "
#define N_BEFORE (sizeof(BEFORE) - 1)

/* A line, the length of its first word, and what that makes hidden. */
static const struct {
	const char *line;
	size_t len, hidden;
} words[] = {
	{ "ferry is late", 5, 0 },
	{ "ferry. It is", 5, 0 },
	{ "ferry: so", 5, 0 },
	{ "ferry = 3", 5, 0 },
	{ "ferry", 5, 0 },
	{ "ferry.", 5, 0 },
	{ "ferry.It is", 5, 0 },
	{ "i.e. this", 1, 0 },
	{ "https://a.example/x?y <b>", 5, 21 },
	{ "www.A.example) is", 3, 13 },
	{ "me@a.example is", 2, 12 },
	{ "me@3 is", 2, 0 },
	{ "ferry.c is", 5, 7 },
	{ "ferry(3) is", 5, 7 },
	{ "std::ferry is", 3, 10 },
	{ "ferry=late is", 5, 10 },
	{ "C\\ferry is", 1, 7 },
	{ "the_ferry is", 9, 9 },
	{ "the_ferry. It", 9, 9 },
	{ "the_ferry.", 9, 9 },
	{ "ferry.3 is", 5, 0 },
	{ "ab.c is", 2, 4 },
	{ "ferry:late is", 5, 0 },
	{ "ferry=", 5, 0 },
	{ "ferry= 3", 5, 0 },
	{ "me@a.example", 2, 12 },
	{ "me@a.example\n", 2, 12 },
	{ "me@a.example\tis", 2, 12 },
	{ "me@a.example<b>", 2, 12 },
	{ "me@a.example>", 2, 12 },
	{ "me@a.example\" is", 2, 12 },
	{ "ferry a_b", 5, 0 },
};

static const struct {
	const char *line;
	bool glued;
	size_t hidden;
} marks[] = {
	{ "/usr/share is", false, 10 },
	{ "/usr/share is", true, 0 },
	{ "/ is", false, 0 },
	{ "/3 is", false, 0 },
	{ "-n is", false, 2 },
	{ "--no-help is", false, 9 },
	{ "-- is", false, 0 },
	{ "---", false, 0 },
	{ "-n", true, 0 },
	{ "$ferry is", false, 6 },
	{ "$5 is", false, 0 },
	{ "#tag is", true, 4 },
	{ "@me is", false, 3 },
	{ "\\n is", false, 2 },
	{ "`the ferry` is", false, 11 },
	{ "`the ferry is", false, 0 },
	{ "(the) ferry", false, 0 },
	{ "-", false, 0 },
	{ "$", false, 0 },
	{ "-/usr is", false, 0 },
	{ "-3 is", false, 0 },
	{ "//usr is", false, 5 },
	{ "--3 is", false, 0 },
	{ "-n", false, 2 },
	{ "@3 is", false, 0 },
	{ "\\3 is", false, 0 },
	{ "``", false, 2 },
	{ "`a` so `b` is", false, 3 },
};

/* At the start of a line, and behind others; to the byte, either time. */
static void
check_both(const char *line, size_t word, bool glued, size_t hidden)
{
	const size_t len = strlen(line);
	char *const s = malloc(N_BEFORE + len);

	if (!CHECK("memory", s != NULL))
		return;
	memcpy(s, BEFORE, N_BEFORE);
	memcpy(s + N_BEFORE, line, len);
	for (size_t at = 0; at <= N_BEFORE; at += N_BEFORE) {
		const struct ug_text text = { s + N_BEFORE - at, at + len };

		CHECK(line, (word > 0 ? ug_hidden_word(text, at, at + word) :
		    ug_hidden_mark(text, at, glued)) ==
		    (hidden > 0 ? at + hidden : 0));
	}
	free(s);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		check_both(words[i].line, words[i].len, false,
		    words[i].hidden);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		check_both(marks[i].line, 0, marks[i].glued, marks[i].hidden);
	return check_done(argv[0]);
}
