/*
 * possessives_test.c - apostrophes that were lost, and words without any
 */
#include "known_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "moved",
	  UG_LIT("Mr. Harland met Mr. Berg, and then Mr. Harland met Mr. "
	  "Harland’s son. The details of Mr. Harlands’ schedule are not out."),
	  UG_LIT("Mr. Harland met Mr. Berg, and then Mr. Harland met Mr. "
	  "Harland’s son. The details of Mr. Harland’s schedule are not "
	  "out.") },
	{ "a name that ends in s",
	  UG_LIT("Mr. Adams met Mr. Adam and then Mr. Adam met Mr. Adam’s son. "
	  "The details of Mr. Adams’ schedule are not out."), { 0 } },
	{ "not known",
	  UG_LIT("The details of Mr. Harlands’ schedule are not out, and that "
	  "of the Harlands List is."), { 0 } },
	{ "lost",
	  UG_LIT("Mr. Harland met Mr. Harland’s son. What is on the Harlands "
	  "List? Only Mr. Harland knows that."),
	  UG_LIT("Mr. Harland met Mr. Harland’s son. What is on the Harland’s "
	  "List? Only Mr. Harland knows that.") },
	{ "a family",
	  UG_LIT("Mr. Harland met Mr. Harland’s son. What did the Harlands do? "
	  "Only Mr. Harland saw the Harlands Friday and knows that."),
	  { 0 } },
	{ "a name of more words",
	  UG_LIT("Mr. King met Mr. King’s son. What was in the Kings Own "
	  "Guards? "
	  "Only Mr. King knows that."), { 0 } },
	{ "blank after",
	  UG_LIT("It is the fleet of Norway, and Norway’ s fleet is the best."),
	  UG_LIT("It is the fleet of Norway, and Norway’s fleet is the "
	  "best.") },
	{ "blank after, in a quotation",
	  UG_LIT("“Think of the children, that' s what happened to the town.”"),
	  UG_LIT("“Think of the children, that's what happened to the "
	  "town.”") },
	{ "blank after, in short forms",
	  UG_LIT("They say that they don’ t know of it, and I’ m sure; they’ ll "
	  "go and we’ re to stay."),
	  UG_LIT("They say that they don’t know of it, and I’m sure; they’ll "
	  "go and we’re to stay.") },
	{ "blank after ', in short forms",
	  UG_LIT("They say that they don' t know of it, and I' m sure."),
	  UG_LIT("They say that they don't know of it, and I'm sure.") },
	{ "blank after ', once",
	  UG_LIT("They say that they don' t know of it, and I'm sure."),
	  { 0 } },
	{ "a word in single marks",
	  UG_LIT("Is it ‘I’ m, or is it ‘we’ re the town? That is the fish’ t "
	  "of it."), { 0 } },
	{ "blank before",
	  UG_LIT("That was the end of it. Norway ’s king of that time said "
	  "so."),
	  UG_LIT("That was the end of it. Norway’s king of that time said "
	  "so.") },
	{ "blanks before, twice",
	  UG_LIT("That was the end of it. Norway ’s king of that time saw "
	  "Bergen ’s fleet."), { 0 } },
	{ "tokens",
	  UG_LIT("That was the end of it , and Norway 's king said so ."),
	  { 0 } },
	{ "marks of an editor",
	  UG_LIT("To show the text from mark 's to 'e: use the command."),
	  { 0 } },
	{ "wont",
	  UG_LIT("Those in the know say it wont be long if they’ve met."),
	  UG_LIT("Those in the know say it won’t be long if they’ve met.") },
	{ "wont is a word",
	  UG_LIT("As is the wont of the old, she was wont to be late, as we "
	  "wont to be."), { 0 } },
	{ "Im",
	  UG_LIT("“Im waiting for my sister,” the guard of the house told us."),
	  UG_LIT("“I’m waiting for my sister,” the guard of the house told "
	  "us.") },
	{ "Im is a name",
	  UG_LIT("The film by Im Kwon and the others is the best, Im said."),
	  { 0 } },
	{ "Im in German",
	  UG_LIT("„Im Frühling wird alles besser“, sagte der Mann."), { 0 } },
	{ "didnt where the text has didn't",
	  UG_LIT("They didn't know of the trade and we didnt tell them."),
	  UG_LIT("They didn't know of the trade and we didn't tell them.") },
	{ "didnt as its author writes it",
	  UG_LIT("It's the trade they can't do but we didnt tell them of it."),
	  { 0 } },
};

/* Titles in records before. */
static void
check_memory(void)
{
	static const struct pass_row known[] = {
		{ "name known from memory, written as there",
		  UG_LIT("What are the points on the Harlands List? The two of "
		  "them know."),
		  UG_LIT("What are the points on the Harland’s List? The two "
		  "of "
		  "them know.") },
		{ "name with s known from memory",
		  UG_LIT("What are the points on the Bergs List? The two of "
		  "them know."), { 0 } },
	};
	static const struct known_note notes[] = {
		{ "marks: titled", UG_LIT("Harland"), 3 },
		{ "marks: titled", UG_LIT("Berg"), 3 },
		{ "marks: titled", UG_LIT(""), 3 },
		{ "marks: titled", UG_LIT("Bergs"), 1 },
		{ "marks: curly", UG_LIT(""), 1 },
	};

	static const struct pass_row straight[] = {
		{ "records before say nothing of the mark",
		  UG_LIT("What are the points on the Harlands List? The two of "
		  "them know."),
		  UG_LIT("What are the points on the Harland's List? The two "
		  "of them know.") },
	};

	check_pass_known(&ug_pass_possessives, notes,
	    sizeof(notes) / sizeof(*notes), known,
	    sizeof(known) / sizeof(*known));
	/* Without the last of them. */
	check_pass_known(&ug_pass_possessives, notes,
	    sizeof(notes) / sizeof(*notes) - 1, straight, 1);
}

/* What a record notes for those after it. */
static void
check_notes(void)
{
	struct ug_edits edits;

	pass_look(&ug_pass_possessives, "notes",
	    UG_TEXT("The fleet of Mr. Berg is Norway’s best, and that is it."),
	    &edits);
	/* curly, Berg, Norway, any title */
	CHECK("notes", edits.n_notes == 4);

	/* A record of so many cases is left alone, and noted all the same. */
	static char many[8192] = "They didn’t see Mr. Berg, that is the end of "
	    "it, and ";

	while (strlen(many) < 4096)
		strcat(many, "they didnt know of the trade and ");
	ug_edits_free(&edits);
	pass_look(&ug_pass_possessives, "many",
	    (struct ug_text){ many, strlen(many) }, &edits);
	CHECK("many: left alone", edits.n == 0);
	/* curly, Berg, any title */
	CHECK("many: noted", edits.n_notes == 3);
	ug_edits_free(&edits);
}

/* So many edits, and with what in front. */
static size_t
edits_of(const char *s)
{
	struct ug_edits edits;
	size_t n;

	pass_look(&ug_pass_possessives, s, (struct ug_text){ s, strlen(s) },
	    &edits);
	n = edits.n;
	ug_edits_free(&edits);
	return n;
}

/* A record has up to 63 places that all of it is searched for. */
static void
check_tries(void)
{
	static const char *const ways[][3] = {
		{ "Mr. Harland, Mr. Harland and Mr. Harland own it, and ",
		  "in the Bergens List and ", "the Harlands List is it." },
		{ "They didn't know of it, and ", "they hasnt come and ",
		  "they didnt know of it." },
	};

	for (size_t i = 0; i < 2; i++) {
		for (size_t n = 60; n < 68; n++) {
			char s[4000];

			strcpy(s, ways[i][0]);
			for (size_t k = 0; k < n; k++)
				strcat(s, ways[i][1]);
			strcat(s, ways[i][2]);
			CHECK(ways[i][1], edits_of(s) == (n + 1 < 64));
		}
	}
}

/* A name is known that stands behind a title three times. */
static void
check_named(void)
{
	for (size_t n = 0; n < 6; n++) {
		char s[400] = "";

		for (size_t k = 0; k < n; k++)
			strcat(s, "It is said that Mr. Harland owns it, and ");
		strcat(s, "that the Harlands List is the end of it.");
		CHECK("named", edits_of(s) == (n >= 3));
		/* With the s it is a name, too. */
		strcat(s, " So is Mr. Harlands of it.");
		CHECK("with an s", edits_of(s) == 0);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_possessives, rows, sizeof(rows) / sizeof(*rows));
	check_memory();
	check_notes();
	check_tries();
	check_named();
	return check_done(argv[0]);
}
