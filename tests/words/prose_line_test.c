/*
 * prose_line_test.c - lines of prose, and lines that no one writes as prose
 */
#include "words/prose_line.h"

#include <string.h>

#include "check.h"
#include "pieces.h"

static const struct {
	const char *name;
	struct ug_text line;
	bool code;
} rows[] = {
	{ "empty", UG_LIT(""), false },
	{ "blank", UG_LIT(" \t "), false },
	{ "prose", UG_LIT("The ferry left at nine; we were late."), false },
	{ "marks of prose", UG_LIT("So (he said) it is: “well”, isn't it?"),
	  false },
	{ "quoted mail", UG_LIT("  > so it is"), true },
	{ "a quote inside", UG_LIT("so > it is"), false },
	{ "a statement", UG_LIT("return value;"), true },
	{ "a block", UG_LIT("if (ready) {  "), true },
	{ "a line that goes on", UG_LIT("cc -o x x.c \\"), true },
	{ "a string of a table", UG_LIT("\t\"the ferry\","), true },
	{ "a string that ends in an escape", UG_LIT("the ferry\\n\","), true },
	{ "one of a letter", UG_LIT("\t\"a\");"), true },
	{ "one of none", UG_LIT("\t\"\","), false },
	{ "half of one", UG_LIT("\t\","), false },
	{ "one behind a blank", UG_LIT(" \"a\","), false },
	{ "an escape and no more", UG_LIT("\\n\""), true },
	{ "an escape within", UG_LIT("a\\nb\""), false },
	{ "an end of one, no escape", UG_LIT("an\""), false },
	{ "nothing but ends", UG_LIT(",,)"), false },
	{ "speech", UG_LIT("\"The ferry,\" he said, \"is late\","), false },
	{ "JSON", UG_LIT("{\"text\": 1}"), true },
	{ "a list in JSON", UG_LIT("[{\"text\": 1}]"), true },
	{ "brackets", UG_LIT("[sic] the ferry"), false },
	{ "a bracket", UG_LIT("["), false },
	{ "a brace", UG_LIT("{"), true },
	{ "two brackets", UG_LIT("[["), false },
	{ "a list of words in JSON", UG_LIT("[\"so"), true },
	{ "a list of lists in JSON", UG_LIT("{{so"), true },
	{ "roff", UG_LIT(".It Fl n"), true },
	{ "roff, two letters at most", UG_LIT(".Item of it"), false },
	{ "roff, one letter", UG_LIT(".P"), true },
	{ "roff, two letters", UG_LIT(".PP"), true },
	{ "roff, three letters", UG_LIT(".PPP"), false },
	{ "roff, none", UG_LIT(". it is"), false },
	{ "roff, glued", UG_LIT(".It, it is"), false },
	{ "a dot", UG_LIT("."), false },
	{ "an ellipsis", UG_LIT("...and so on"), false },
	{ "an operator", UG_LIT("a = b + c[1] | d"), true },
	{ "a sign in six letters", UG_LIT("the ferry = late + more | now"),
	  true },
	{ "two signs are prose", UG_LIT("a & b + c"), false },
	{ "signs among many letters",
	  UG_LIT("Smith & Sons, Hill & Dale and Fox & Hound are all of them"),
	  false },
	{ "letters beyond ASCII count",
	  UG_LIT("où & là & çà & été déjà à côté, naïveté"), false },
	{ "tags do not count",
	  UG_LIT("<p class=\"a b\" id=\"c\">The ferry is <b>late</b>.</p>"),
	  false },
	{ "two tabs", UG_LIT("one\ttwo\tthree"), false },
	{ "a row of a table", UG_LIT("one\ttwo\tthree\tfour"), true },
};

/* A sign is one wherever it stands. */
static void
check_signs(void)
{
	char line[120];
	size_t n_code = 0;

	for (unsigned c = 1; c < 256; c++) {
		bool is[2] = { false, false };

		for (size_t dots = 0; dots < 90; dots++) {
			const size_t at = 1 + dots / 2;
			const struct ug_text text = { line, dots + 12 };

			memset(line, '.', sizeof(line));
			line[at] = line[at + 3] = line[dots + 8] = (char)c;
			line[0] = ',';
			is[dots > 0] = ug_prose_line_is_code(text, 0,
			    text.len);
			if (!CHECK("a sign", dots == 0 || is[0] == is[1]))
				fprintf(stderr, "\tis %02X\n", c);
		}
		n_code += is[0];
	}
	CHECK("signs", n_code == 17);
}

/* The same, byte by byte, of what is no prose by its signs alone. */
static bool
has_many(const char *s, size_t len)
{
	size_t signs = 0, letters = 0, tabs = 0;

	for (size_t i = 0; i < len; i++) {
		const char *const close = strchr(s + i, '>');

		letters += strchr("abcXYZ_", s[i]) != NULL || s[i] == '\xC3';
		signs += strchr("$&+;<=>@[\\]^{|}~", s[i]) != NULL;
		tabs += s[i] == '\t';
		if (s[i] == '<' && close != NULL && (s[i + 1] == '/' ||
		    strchr("abc_", s[i + 1]) != NULL)) {
			signs--;
			i = (size_t)(close - s);
		}
	}
	return (signs * 8 > letters && signs > 2) || tabs > 2;
}

/* Signs, letters and tags in lines of several blocks. */
static void
check_counts(void)
{
	static const char *const pieces[] = { "a", "bc", "X", "_", "abcabcabc",
		"abcabcabcabcabcabcabcabcabcabcabcabc", "aXbYcZ aXbYcZ", "$",
		"&+", "a;b", "[^]", "{|}", "~", "<", "<b>", "</a>", "<a b=c>",
		">", "\xC3\xA9", "\t" };
	char line[400];
	uint64_t seed = 1;
	size_t n_code = 0;

	for (int i = 0; i < 10000; i++) {
		const size_t len = random_next(&seed) % (sizeof(line) - 3);
		const size_t few = random_next(&seed) % 20 + 1;

		/* Nothing but signs tells, at either end. */
		line[0] = 'a';
		pieces_fill(line + 1, len, pieces, few, &seed);
		line[len + 1] = 'a';
		line[len + 2] = '\0';

		const bool code = ug_prose_line_is_code((struct ug_text){ line,
		    len + 2 }, 0, len + 2);

		n_code += code;
		if (!CHECK("counts", code == has_many(line, len + 2)))
			fprintf(stderr, "\tof %s\n", line);
	}
	CHECK("some", n_code > 200 && n_code < 9800);
}

int
main(int argc, char *argv[])
{
	const struct ug_text text = UG_TEXT("The FERRY is late");

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].name, ug_prose_line_is_code(rows[i].line, 0,
		    rows[i].line.len) == rows[i].code);
	check_signs();
	check_counts();
	CHECK("this line alone", !ug_prose_line_is_code(
	    UG_TEXT("it is\nreturn x;\n"), 0, 5));
	CHECK("nothing before it", !ug_prose_line_is_code(ug_text_part(
	    UG_TEXT("\t\"so\","), 1, 5), 0, 5));
	CHECK("any case", ug_prose_line_starts(text, 4, "ferry"));
	CHECK("not here", !ug_prose_line_starts(text, 5, "ferry"));
	CHECK("beyond the end", !ug_prose_line_starts(text, 13, "later"));
	CHECK("somewhere", ug_prose_line_finds(text, 0, text.len, "late"));
	CHECK("before the end", !ug_prose_line_finds(text, 0, text.len - 1,
	    "late"));
	CHECK("behind the start", !ug_prose_line_finds(text, 14, text.len,
	    "late"));
	CHECK("classes", ug_prose_line_class('q') == UG_CLASS_LOWER &&
	    ug_prose_line_class('Q') == UG_CLASS_UPPER &&
	    ug_prose_line_class('7') == UG_CLASS_DIGIT &&
	    ug_prose_line_class('\r') == UG_CLASS_LINE &&
	    ug_prose_line_class('\t') == UG_CLASS_BLANK &&
	    ug_prose_line_class('\xC3') == UG_CLASS_HIGH &&
	    ug_prose_line_class('_') == UG_CLASS_LOWER &&
	    ug_prose_line_class('-') == UG_CLASS_MARK);
	return check_done(argv[0]);
}
