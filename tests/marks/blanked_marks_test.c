/*
 * blanked_marks_test.c - blanks that were marks, and letters by themselves
 */
#include "edit/memory.h"
#include "known_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "contractions and names",
	  UG_LIT("It isn t the end of Norway s fleet, and we re glad that it s "
	  "so."),
	  UG_LIT("It isn’t the end of Norway’s fleet, and we’re glad that it’s "
	  "so.") },
	{ "the mark that stands here",
	  UG_LIT("It isn t the end of the fishers' fleet and they ll say "
	  "so."),
	  UG_LIT("It isn't the end of the fishers' fleet and they'll say "
	  "so.") },
	{ "each of the short forms with not",
	  UG_LIT("The men of the bay didn t know, it doesn t end, it isn t and "
	  "wasn t so, they aren t and weren t there, it hasn t and they haven "
	  "t and hadn t gone, they couldn t go, wouldn t go and shouldn t "
	  "see; they can t and won t go."),
	  UG_LIT("The men of the bay didn’t know, it doesn’t end, it isn’t and "
	  "wasn’t so, they aren’t and weren’t there, it hasn’t and they haven"
	  "’t and hadn’t gone, they couldn’t go, wouldn’t go and shouldn’t "
	  "see; they can’t and won’t go.") },
	{ "and in capitals",
	  UG_LIT("Didn t they know it? Doesn t it end? Isn t it so? Wasn t it? "
	  "Weren t they there? Hasn t it gone? Haven t they? Couldn t they and "
	  "the men of the bay go? Wouldn t they? Shouldn t they? Don t go! Can "
	  "t they? Won t they?"),
	  UG_LIT("Didn’t they know it? Doesn’t it end? Isn’t it so? Wasn’t it? "
	  "Weren’t they there? Hasn’t it gone? Haven’t they? Couldn’t they and "
	  "the men of the bay go? Wouldn’t they? Shouldn’t they? Don’t go! Can"
	  "’t they? Won’t they?") },
	{ "only what is sure where others stand",
	  UG_LIT("It didn t end with the ship’s bell, and the ship s mate "
	  "knows it."),
	  UG_LIT("It didn’t end with the ship’s bell, and the ship s mate "
	  "knows it.") },
	{ "without a sure one",
	  UG_LIT("It s the end of Norway s fleet, and that s what the mate of "
	  "the ship told us."),
	  UG_LIT("It’s the end of Norway’s fleet, and that’s what the mate of "
	  "the ship told us.") },
	{ "names, and two blanks amid a sentence",
	  UG_LIT("What the men of the bay call  deep water  is in Norway s "
	  "part of it. The end of Norway s fleet is near, and Bergen s old "
	  "boats are for the most part on the way to the yards of the "
	  "south."),
	  UG_LIT("What the men of the bay call “deep water” is in Norway’s "
	  "part of it. The end of Norway’s fleet is near, and Bergen’s old "
	  "boats are for the most part on the way to the yards of the "
	  "south.") },
	{ "names, and one blank between all words",
	  UG_LIT("What the men of the bay call deep water is in Norway s "
	  "part of it. The end of Norway s fleet is near, and Bergen s old "
	  "boats are for the most part on the way to the yards of the "
	  "south."), { 0 } },
	{ "names, and two blanks everywhere",
	  UG_LIT("What  the  men  call  deep water  is in Norway s part of "
	  "it. The end of Norway s fleet is near, and Bergen s old boats are "
	  "on the way."), { 0 } },
	{ "too few",
	  UG_LIT("The name of the ship and the plural s make what is said of "
	  "Norway s fleet."), { 0 } },
	{ "letters that are meant",
	  UG_LIT("The sum of s and t is in the range of the values s to t for "
	  "the t s of the set."), { 0 } },
	{ "tokens",
	  UG_LIT("It isn t the end of the fleet , and they don t say so ."),
	  { 0 } },
	{ "two blanks twice",
	  UG_LIT("It isn t what the men call  the end of it,  and they don t "
	  "sing of it."),
	  UG_LIT("It isn’t what the men call “the end of it,” and they don’t "
	  "sing of it.") },
	{ "two blanks twice, within what is said",
	  UG_LIT("The fleet is in. It isn t what they call  deep  water of the "
	  "bay,  Ann Lind said. It isn t the end of it,  she said."),
	  UG_LIT("The fleet is in. It isn’t what they call “deep” water of the "
	  "bay,  Ann Lind said. “It isn’t the end of it,” she said.") },
	{ "two blanks twice, from the second word on",
	  UG_LIT("and  the end of it  is what the men of the bay fear; they "
	  "don t sing of it."),
	  UG_LIT("and “the end of it” is what the men of the bay fear; they "
	  "don’t sing of it.") },
	{ "two blanks twice, and no lost apostrophe",
	  UG_LIT("It is not what the men call  the end of it,  and they do not "
	  "sing of it."), { 0 } },
	{ "two blanks twice, and a sentence joined on",
	  UG_LIT("It isn t what the men call  the end  of it.The bay is "
	  "what they call  deep  water.They don t go.  All  of it."),
	  UG_LIT("It isn’t what the men call “the end” of it.The bay is what "
	  "they call “deep” water.They don’t go.  All  of it.") },
	{ "the mark of a plural",
	  UG_LIT("It isn t what they call  owners  rights  here. They don t "
	  "know the owners  rights."),
	  UG_LIT("It isn’t what they call “owners’ rights” here. They don’t "
	  "know the owners’ rights.") },
	{ "two blanks behind a plural",
	  UG_LIT("It isn t for the owners  rights. They don t know the "
	  "owners  work."), UG_LIT("It isn’t for the owners  rights. They "
	  "don’t know the owners  work.") },
	{ "speech before what was joined on",
	  UG_LIT("The fleet is in. It isn t the end of it,  Ann Lind said.The "
	  "men don t know."),
	  UG_LIT("The fleet is in. “It isn’t the end of it,” Ann Lind said.The "
	  "men don’t know.") },
	{ "two blanks before the speaker, and again",
	  UG_LIT("The fleet is in. It isn t the end of it,  the mate said of "
	  "the bay  and the town."),
	  UG_LIT("The fleet is in. “It isn’t the end of it,” the mate said of "
	  "the bay  and the town.") },
	{ "two blanks twice, over a stop",
	  UG_LIT("It isn t what the men call  the end. It was,  and they don t "
	  "sing of it."),
	  UG_LIT("It isn’t what the men call  the end. It was,  and they don’t "
	  "sing of it.") },
	{ "speech",
	  UG_LIT("The fleet is in. It isn t the end of it,  Ann Lind said.  We "
	  "don t stop here. That s for us,  she said of it."),
	  UG_LIT("The fleet is in. “It isn’t the end of it,” Ann Lind said. "
	  "“We don’t stop here. That’s for us,” she said of it.") },
	{ "speech of another",
	  UG_LIT("The fleet is in. It isn t the end of it,  Ann Lind said.  We "
	  "don t stop here. That s for all,  Per Berg said of the bay."),
	  UG_LIT("The fleet is in. “It isn’t the end of it,” Ann Lind said.  "
	  "We don’t stop here. “That’s for all,” Per Berg said of the bay.") },
	{ "two blanks after each stop",
	  UG_LIT("The fleet is in.  It isn t the end.  It s the start,  Ann "
	  "Lind said.  So be it."),
	  UG_LIT("The fleet is in.  It isn’t the end.  It’s the start,  Ann "
	  "Lind said.  So be it.") },
	{ "another language",
	  UG_LIT("La lettre s est dans le mot et la lettre t s y ajoute isn t "
	  "pas."), { 0 } },
};

/* A sure one in a record before. */
static void
check_memory(void)
{
	static const struct pass_row known[] = {
		{ "known from before",
		  UG_LIT("The mate of the ship says that Norway s fleet is the "
		  "best of all."),
		  UG_LIT("The mate of the ship says that Norway’s fleet is the "
		  "best of all.") },
		{ "known from before, with marks here",
		  UG_LIT("The mate’s view of the ship is that Norway s fleet is "
		  "the best of all."), { 0 } },
	};
	static const struct known_note notes[] = {
		{ "marks: blanked", UG_LIT(""), 1 },
	};

	check_pass_known(&ug_pass_blanked_marks, notes,
	    sizeof(notes) / sizeof(*notes), known,
	    sizeof(known) / sizeof(*known));
}

/* Whether the pass puts marks of quotation into a text. */
static bool
quotes(const char *s)
{
	struct ug_edits edits;
	size_t n = 0;

	pass_look(&ug_pass_blanked_marks, s, (struct ug_text){ s, strlen(s) },
	    &edits);
	for (size_t i = 0; i < edits.n; i++)
		n += strcmp(edits.v[i].rule, "blanked-marks/quotation") == 0;
	CHECK(s, n == 0 || n == 2);
	ug_edits_free(&edits);
	return n > 0;
}

/* So many words, and a blank behind each. */
static void
add_words(char *s, const char *word, size_t n)
{
	for (; n > 0; n--)
		strcat(strcat(s, word), " ");
}

/* How long a quotation is, what is said at least, who says it at most. */
static void
check_lengths(void)
{
	static const char start[] = "Norway s fleet isn t the best of all, and "
	    "so the mate of the ship said it";

	for (size_t n = 1; n < 16; n++) {
		char s[400];

		strcpy(s, start);
		strcat(s, " was in the  ");
		add_words(s, "old", n);
		strcat(s, " port of the town.");
		CHECK("quoted", quotes(s) == (n <= 12));
		strcpy(s, start);
		strcat(s, ". ");
		add_words(s, "It", 1);
		add_words(s, "is", n - 1);
		s[strlen(s) - 1] = '\0';
		strcat(s, ",  he said of the port of the town.");
		CHECK("said", quotes(s) == (n >= 3));
		strcpy(s, start);
		strcat(s, ". It is the best of all,  ");
		add_words(s, "Ann", n);
		strcat(s, "said of the port of the town.");
		CHECK("speaker", quotes(s) == (n <= 4));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_blanked_marks, rows, sizeof(rows) / sizeof(*rows));
	check_memory();
	check_lengths();
	return check_done(argv[0]);
}
