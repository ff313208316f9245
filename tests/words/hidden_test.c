/*
 * hidden_test.c - where runs that are no words end
 */
#include "words/hidden.h"

#include "check.h"

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
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		CHECK(words[i].line, ug_hidden_word((struct ug_text){
		    words[i].line, strlen(words[i].line) }, 0, words[i].len)
		    == words[i].hidden);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		CHECK(marks[i].line, ug_hidden_mark((struct ug_text){
		    marks[i].line, strlen(marks[i].line) }, 0, marks[i].glued)
		    == marks[i].hidden);
	CHECK("from where it stands", ug_hidden_word(
	    UG_TEXT("so me@a.example is"), 3, 5) == 15);
	return check_done(argv[0]);
}
