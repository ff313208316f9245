/*
 * suggest_test.c - how far names are apart, and which are suggested
 */
#define _XOPEN_SOURCE 700

#include "cli/suggest.h"

#include "check.h"
#include "heard.h"

#define TEN "abcdefghij"

static const struct {
	const char *a, *b;
	unsigned cost;
} costs[] = {
	{ "", "", 0 },
	{ "", "a", 1 },
	{ "abc", "", 3 },
	{ "abc", "abc", 0 },
	{ "ABC-Z", "abc-z", 0 },
	{ "@[", "`{", 2 }, /* beside A and Z */
	{ "abc", "ac", 1 },
	{ "ac", "abc", 1 },
	{ "abc", "axc", 1 },
	{ "abc", "abcd", 1 },
	{ "abc", "xabc", 1 },
	{ "ab", "ba", 1 },
	{ "aB", "bA", 1 },
	{ "abc", "bac", 1 },
	{ "abc", "acb", 1 },
	{ "abc", "cab", 2 },
	{ "abcd", "badc", 2 },
	{ "abxcd", "bacd", 2 },
	{ "ca", "abc", 3 }, /* what is swapped is not changed again */
	{ "aab", "aba", 1 },
	{ "kitten", "sitting", 3 },
	{ "abc", "xyz", 3 },
	{ TEN TEN TEN TEN "abcdefgh", TEN TEN TEN TEN "abcdefgh", 0 },
	{ TEN TEN TEN TEN "abcdefgh", TEN TEN TEN TEN "abcdefg", 1 },
	{ TEN TEN TEN TEN "abcdefgh", "", 48 },
	{ TEN TEN TEN TEN "abcdefghi", TEN TEN TEN TEN "abcdefgh", 48 },
	{ TEN TEN TEN TEN "abcdefghi", TEN TEN TEN TEN "abcdefghi", 48 },
};

static void
check_costs(void)
{
	for (size_t i = 0; i < sizeof(costs) / sizeof(*costs); i++) {
		const char *const a = costs[i].a, *const b = costs[i].b;

		CHECK(a, cli_suggest_cost(a, strlen(a), b, strlen(b)) ==
		    costs[i].cost);
		CHECK(b, cli_suggest_cost(b, strlen(b), a, strlen(a)) ==
		    costs[i].cost);
	}
	CHECK("as many letters as are told", cli_suggest_cost("abcd", 2,
	    "abxy", 2) == 0);
}

/* What is said of a word, and the names that there are. */
static const struct {
	const char *word, *names[6], *said;
} rows[] = {
	{ "xyz", { NULL }, "" },
	{ "explian", { "explain", "expand", NULL },
	    "did you mean --explain? " },
	/* One may be wrong, and one more for every four. */
	{ "ab", { "abx", NULL }, "did you mean --abx? " },
	{ "ab", { "abxy", NULL }, "" },
	{ "abc", { "xyc", NULL }, "" },
	{ "abcd", { "xycd", NULL }, "did you mean --xycd? " },
	{ "abcd", { "xyzd", NULL }, "" },
	{ "abcdefg", { "xyzdefg", NULL }, "" },
	{ "abcdefgh", { "xyzdefgh", NULL }, "did you mean --xyzdefgh? " },
	{ "abcdefgh", { "wxyzefgh", NULL }, "" },
	/* But not all. */
	{ "a", { "b", NULL }, "" },
	{ "a", { "ab", NULL }, "did you mean --ab? " },
	{ "abcd", { "xy", NULL }, "" },
	{ "", { "a", NULL }, "" },
	{ "", { "ab", NULL }, "" },
	/* A start of the name, or the name and more. */
	{ "ex", { "explain", NULL }, "" },
	{ "exp", { "explain", NULL }, "did you mean --explain? " },
	{ "EXP", { "explain", NULL }, "did you mean --explain? " },
	{ "exq", { "explain", NULL }, "" },
	{ "exp", { "explain", "exq", "exp2", NULL },
	    "did you mean --explain, --exq or --exp2? " },
	{ "check-only", { "check", NULL }, "did you mean --check? " },
	{ "diff-only", { "diff", NULL }, "did you mean --diff? " },
	{ "dif-only", { "dif", NULL }, "" },
	{ "chick-only", { "check", NULL }, "" },
	/* The nearest, in order, no more than three. */
	{ "abc", { "abd", "abe", NULL }, "did you mean --abd or --abe? " },
	{ "abc", { "abd", "abe", "abf", "abg", NULL },
	    "did you mean --abd, --abe or --abf? " },
	{ "abcd", { "xycd", "abcx", "abyd", NULL },
	    "did you mean --abcx or --abyd? " },
	{ "abcd", { "abcx", "xycd", NULL }, "did you mean --abcx? " },
	{ "abcd", { "xbcd", "abcd", "abcx", NULL },
	    "did you mean --abcd? " },
	{ "abcd", { "abc1", "abc2", "abc3", "abcd", "abc4", NULL },
	    "did you mean --abcd? " },
};

int
main(void)
{
	static struct cli_out out;

	check_costs();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct cli_suggest suggest = { .word = rows[i].word,
			.word_len = strlen(rows[i].word) };

		for (size_t j = 0; rows[i].names[j] != NULL; j++)
			cli_suggest_try(&suggest, rows[i].names[j]);
		heard_out(&out);
		cli_suggest_print(&suggest, &out, "--");
		CHECK(rows[i].word, heard_out_is(&out, rows[i].said));
	}
	return check_done("suggest_test");
}
