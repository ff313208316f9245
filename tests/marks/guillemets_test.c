/*
 * guillemets_test.c - guillemets that pair with other marks, and with their own
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "closes a curly one",
	  UG_LIT("“The trade is in trouble,” the mayor said. “And our "
	  "interests "
	  "are at risk. »\n"),
	  UG_LIT("“The trade is in trouble,” the mayor said. “And our "
	  "interests "
	  "are at risk.”\n") },
	{ "with a no-break space",
	  UG_LIT("The mayor said: “All of our interests are at risk.\u00A0»\n"),
	  UG_LIT("The mayor said: “All of our interests are at risk.”\n") },
	{ "with a narrow no-break space",
	  UG_LIT("The mayor said: “All of the town is at risk!\u202F» And "
	  "left."),
	  UG_LIT("The mayor said: “All of the town is at risk!” And left.") },
	{ "closes a straight one",
	  UG_LIT("\"The trade is in trouble,\" he said. \"And the town is at "
	  "risk. »"),
	  UG_LIT("\"The trade is in trouble,\" he said. \"And the town is at "
	  "risk.\"") },
	{ "opens for a curly one",
	  UG_LIT("And then the mayor said: « The town is at risk,” and left."),
	  UG_LIT("And then the mayor said: “The town is at risk,” and left.") },
	{ "a pair",
	  UG_LIT("“The mayor said to the press: « The town is at risk. »"),
	  { 0 } },
	{ "closing before a stop",
	  UG_LIT("The mayor said of the town: “All of it is at risk ». And "
	  "he left."),
	  UG_LIT("The mayor said of the town: “All of it is at risk”. And "
	  "he left.") },
	{ "opening, and a mark the wrong way",
	  UG_LIT("And then the mayor said: «The town is at risk “. He is the "
	  "best of “the bay”."),
	  UG_LIT("And then the mayor said: “The town is at risk”. He is the "
	  "best of “the bay”.") },
	{ "opening, the wrong way behind a stop and a blank",
	  UG_LIT("And then the mayor said: «The town is at risk. “ And so it "
	  "is."),
	  UG_LIT("And then the mayor said: “The town is at risk.” And so it "
	  "is.") },
	{ "opening, the wrong way behind a stop, and a word",
	  UG_LIT("And then the mayor said: «The town is at risk. “And so it "
	  "is."), { 0 } },
	{ "opening, the wrong way at the end",
	  UG_LIT("And then the mayor said: «The town is at risk “"),
	  UG_LIT("And then the mayor said: “The town is at risk”") },
	{ "opening, the wrong way at the end of a line",
	  UG_LIT("And then the mayor said: «The town is at risk “\nSo it is."),
	  UG_LIT("And then the mayor said: “The town is at risk”\nSo it "
	  "is.") },
	{ "opening, with a no-break space",
	  UG_LIT("And then the mayor said: «\u00A0The town is at risk,” and "
	  "left."),
	  UG_LIT("And then the mayor said: “The town is at risk,” and left.") },
	{ "opening, with a narrow no-break space",
	  UG_LIT("And then the mayor said: «\u202FThe town is at risk,” and "
	  "left."),
	  UG_LIT("And then the mayor said: “The town is at risk,” and left.") },
	{ "opening, within a word",
	  UG_LIT("And then the mayor said:«The town is at risk,” and left."),
	  { 0 } },
	{ "opening, at the start",
	  UG_LIT("« The town is at risk,” the mayor said and left."),
	  UG_LIT("“The town is at risk,” the mayor said and left.") },
	{ "opening, before a quotation of its own",
	  UG_LIT("And then the mayor said: « The town is at risk. It is “the "
	  "best of the bay”."), { 0 } },
	{ "opening, and no pause where it would close",
	  UG_LIT("And then the mayor said « the town” is the best of the bay "
	  "and of the sea."), { 0 } },
	{ "nothing but a blank between two marks",
	  UG_LIT("And of the town then the mayor said « “. It is the best of "
	  "the bay."), { 0 } },
	{ "a pair, and one that is none",
	  UG_LIT("It is «the town» and of the two “it is the best of all. »"),
	  UG_LIT("It is «the town» and of the two “it is the best of all.”") },
	{ "no quotation is open",
	  UG_LIT("“The town is at risk,” the mayor said to the press. »"),
	  { 0 } },
	{ "the quotation closes later",
	  UG_LIT("“The town. » is at the risk of the press,” the mayor said."),
	  { 0 } },
	{ "between words",
	  UG_LIT("The page is called “Home » News of the town and the coast"),
	  { 0 } },
	{ "another language",
	  UG_LIT("“Il faut que tout le monde sache la vérité. »"), { 0 } },
};

/* More than 16 of them are no slip. */
static void
check_many(void)
{
	static const char one[] = "And then the mayor said: « The town,” and "
	    "left.", two[] = "And then the mayor said: « The town,” and "
	    "“the bay. »";

	for (size_t n = 6; n < 9; n++) {
		char a[400] = "", b[400] = "";

		for (size_t i = 0; i < n; i++) {
			strcat(a, "«x» ");
			strcat(b, "«x» ");
		}
		strcat(a, one);
		strcat(b, two);

		struct ug_edits edits;

		pass_look(&ug_pass_guillemets, "many", (struct ug_text){ a,
		    strlen(a) }, &edits);
		CHECK("many", (edits.n > 0) == (2 * n + 1 <= 16));
		ug_edits_free(&edits);
		pass_look(&ug_pass_guillemets, "many", (struct ug_text){ b,
		    strlen(b) }, &edits);
		CHECK("many", (edits.n > 0) == (2 * n + 2 <= 16));
		ug_edits_free(&edits);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_guillemets, rows, sizeof(rows) / sizeof(*rows));
	check_many();
	return check_done(argv[0]);
}
