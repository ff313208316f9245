/*
 * floating_stops_test.c - stops where no sentence ends, and where one does
 */
#include "known_check.h"
#include "marks/glance.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "a stop and a comma before a quotation",
	  UG_LIT("The men of the bay told us of the boat and the fish. , "
	  "\"old songs\" and the like. Nobody came."),
	  UG_LIT("The men of the bay told us of the boat and the fish, "
	  "\"old songs\" and the like. Nobody came.") },
	{ "a stop and a comma before a curly quotation",
	  UG_LIT("The men of the bay told us of the boat and the fish. , "
	  "“old songs” and the like. Nobody came."),
	  UG_LIT("The men of the bay told us of the boat and the fish, "
	  "“old songs” and the like. Nobody came.") },
	{ "a stop and a comma before a sentence in quotation marks",
	  UG_LIT("The men of the bay told us of the boat and the fish. , "
	  "\"Old songs\" and the like. Nobody came."), { 0 } },
	{ "a stop and a comma before a bracket",
	  UG_LIT("The men of the bay told us of the boat and the fish. , "
	  "(old songs) and the like. Nobody came."), { 0 } },
	{ "before a comma, then a capital that goes on",
	  UG_LIT("They went by boat from the town along the bay to Bergen. , "
	  "And on the last of the days to Oslo. Nobody came."),
	  UG_LIT("They went by boat from the town along the bay to Bergen, "
	  "and on the last of the days to Oslo. Nobody came.") },
	{ "before a comma, in a quotation",
	  UG_LIT("The town asked the men of the bay “to keep the law of the "
	  "sea.” , so that the boats are safe. Nobody came."),
	  UG_LIT("The town asked the men of the bay “to keep the law of the "
	  "sea,” so that the boats are safe. Nobody came.") },
	{ "before a comma, in a straight one",
	  UG_LIT("The town asked the men of the bay \"to keep the law of the "
	  "sea.\" , so that the boats are safe. Nobody came."),
	  UG_LIT("The town asked the men of the bay \"to keep the law of the "
	  "sea,\" so that the boats are safe. Nobody came.") },
	{ "a comma behind a quotation, as the British have it",
	  UG_LIT("The town asked the men of the bay “to keep the law of the "
	  "sea.”, so that the boats are safe. Nobody came."), { 0 } },
	{ "a comma behind",
	  UG_LIT("The request of the town was heard and it was accepted. , "
	  "Lind left the house. Nobody came."),
	  UG_LIT("The request of the town was heard and it was accepted. Lind "
	  "left the house. Nobody came.") },
	{ "a comma behind, and one more behind a blank",
	  UG_LIT("Nobody came , it was said. The request of the town was heard "
	  "and it was accepted. , Lind left the house. Nobody came."),
	  UG_LIT("Nobody came , it was said. The request of the town was heard "
	  "and it was accepted. Lind left the house. Nobody came.") },
	{ "before a comma, behind a bracket",
	  UG_LIT("The boats of the town sail for the Fishing Union (FU). , and "
	  "for others that pay. Nobody came."),
	  UG_LIT("The boats of the town sail for the Fishing Union (FU), and "
	  "for others that pay. Nobody came.") },
	{ "a short form before a comma",
	  UG_LIT("The boats of the town sail for the Fishing Co. , And for the "
	  "others. Nobody came."), { 0 } },
	{ "as well as",
	  UG_LIT("The boats of the town bring us fish and shells from the coast. "
	  "as well as oil. Nobody came."),
	  UG_LIT("The boats of the town bring us fish and shells from the coast "
	  "as well as oil. Nobody came.") },
	{ "before of",
	  UG_LIT("The council spoke at length about its cold relations. of the "
	  "valley with the coast. Nobody was surprised by that."),
	  UG_LIT("The council spoke at length about its cold relations of the "
	  "valley with the coast. Nobody was surprised by that.") },
	{ "before to, the name known from the record",
	  UG_LIT("Norway waits. She was the adviser who had the task of going "
	  "to Norway. to meet Mr. Berg, her teacher in those years. She left."),
	  UG_LIT("Norway waits. She was the adviser who had the task of going "
	  "to Norway to meet Mr. Berg, her teacher in those years. She "
	  "left.") },
	{ "before of, the name known from the end of the record",
	  UG_LIT("The boats of the fleet came in to the bay of Norway. of the "
	  "coast. It was the fleet of Norway"),
	  UG_LIT("The boats of the fleet came in to the bay of Norway of the "
	  "coast. It was the fleet of Norway") },
	{ "a name that may be short for something",
	  UG_LIT("She was the adviser who had the task of going with Trondh. "
	  "to "
	  "meet Mr. Berg, her teacher in those years. She left."), { 0 } },
	{ "before who",
	  UG_LIT("The beaches have been shut since Monday by order of the "
	  "wardens. who warned of high waves. The hotels are empty."),
	  UG_LIT("The beaches have been shut since Monday by order of the "
	  "wardens who warned of high waves. The hotels are empty.") },
	{ "a question with a small letter",
	  UG_LIT("The beaches have been shut since Monday by order of the "
	  "wardens. who will open them? The hotels are empty."), { 0 } },
	{ "before but",
	  UG_LIT("Both the town and the unions want to reach the same goal. "
	  "but "
	  "the road there will be long. Nobody doubts it."),
	  UG_LIT("Both the town and the unions want to reach the same goal, "
	  "but "
	  "the road there will be long. Nobody doubts it.") },
	{ "a sentence that lost its capital",
	  UG_LIT("The fourth rule has to do with the size of the fleet. in a "
	  "good year such as this one, the fleet should grow. It does."),
	  { 0 } },
	{ "a sentence that lost its capital, with that",
	  UG_LIT("They know what leads to more and more trouble in the town. "
	  "in that case it is for the mayor to act. He does."), { 0 } },
	{ "short forms",
	  UG_LIT("The case of Berg vs. the town was heard by the dept. of the "
	  "interior, approx. at noon, and the Harbour Assn. of Bergen said so. "
	  "It went to Strand Bros. for review. That took 2 per cent. of it."),
	  { 0 } },
	{ "no capitals anywhere",
	  UG_LIT("we went down to the shore with the others. of course it was "
	  "raining. to the left was the boat. nobody was in it."), { 0 } },
	{ "another language",
	  UG_LIT("Wir haben in der Stadt mit allen Leuten lange gesprochen. in "
	  "Hamburg am Hafen. Dann war es still in der Stadt."), { 0 } },
	{ "another language with an in",
	  UG_LIT("De mannen hebben lang gesproken over de haven van de stad. "
	  "in "
	  "de zomer van dat jaar. Dan werd het stil."), { 0 } },
	{ "a line that starts within a sentence",
	  UG_LIT("and spoke at length about its cold relations. of the "
	  "valley with the coast. Nobody was surprised by that."), { 0 } },
	{ "before a compound",
	  UG_LIT("They will work together for a fair and open and peaceful "
	  "market. rules-based regional order. What comes next?"),
	  UG_LIT("They will work together for a fair and open and peaceful "
	  "market rules-based regional order. What comes next?") },
	{ "doubled, before a capital and at the end",
	  UG_LIT("The ships met in the strait or on the northern sea. . "
	  "Fishing "
	  "is likely to suffer from the war on the islands. .\n"),
	  UG_LIT("The ships met in the strait or on the northern sea. Fishing "
	  "is likely to suffer from the war on the islands.\n") },
	{ "an ellipsis of stops and blanks",
	  UG_LIT("The ships met in the strait or on the northern sea. . . "
	  "Fishing is likely to suffer from the war on the islands . . ."),
	  { 0 } },
	{ "before a comma",
	  UG_LIT("The officers were still working out the last details as of "
	  "last week. , and there may be no meeting. That is all."),
	  UG_LIT("The officers were still working out the last details as of "
	  "last week, and there may be no meeting. That is all.") },
	{ "a short form before a comma",
	  UG_LIT("The officers were still working with the lawyers of Hansen "
	  "Bros. , and there may be no meeting. That is all."), { 0 } },
	{ "after a comma",
	  UG_LIT("Six of the men were found guilty after going home to Norway, "
	  ". The court heard them all. It was late in the year."),
	  UG_LIT("Six of the men were found guilty after going home to Norway"
	  ". The court heard them all. It was late in the year.") },
	{ "after a comma that a name needs",
	  UG_LIT("Six of the men were found guilty by the judge of the town, "
	  ". Nils Berg, who heard them all. It was late in the year."),
	  { 0 } },
	{ "text cut into tokens",
	  UG_LIT("The ships met in the strait , or on the northern sea . . "
	  "Fishing is likely to suffer , from the war on the islands . ."),
	  { 0 } },
	{ "text with blanks before its commas",
	  UG_LIT("The ships , all of them , met in the strait or on the sea. . "
	  "Fishing is likely to suffer from the war on the islands."),
	  { 0 } },
	{ "a table of contents",
	  UG_LIT("Of the origin of the town and the harbour. . . . . . . 12\n"),
	  { 0 } },
	{ "code", UG_LIT("cp -r /usr/share/doc . ; find . -name the. of\n"),
	  { 0 } },
};

/* A name that records before have in the possessive is no short form. */
static void
check_memory(void)
{
	static const struct pass_row known = { "name known from memory",
		UG_LIT("She was the adviser who had the task of going to "
		"Norway. to meet Mr. Berg, her old teacher. She left."),
		UG_LIT("She was the adviser who had the task of going to "
		"Norway to meet Mr. Berg, her old teacher. She left.") };
	static const struct known_note notes[] = {
		{ "marks: possessive", UG_LIT("Norway"), 1 },
	};

	check_pass_known(&ug_pass_floating_stops, notes,
	    sizeof(notes) / sizeof(*notes), &known, 1);
}

/* What only records before tell is not sure; what this one tells is. */
static void
check_sure(void)
{
	static const char *const texts[] = {
		"She was the adviser who had the task of going to Norway. to "
		"meet Mr. Berg, her old teacher. She left.",
		"She was the adviser who had the task of going to Norway. to "
		"meet Mr. Berg, her old teacher. She left Norway at last." };
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90,
		.scratch = &scratch };
	struct ug_memory *memory;

	CHECK("sure", ug_memory_new(&memory, &ug_alloc_libc) == UNGARBLE_OK &&
	    ug_memory_add(memory, "marks: possessive",
	    ug_memory_key(UG_TEXT("Norway"))) == UNGARBLE_OK);
	scope.memory = memory;
	for (size_t i = 0; i < 2; i++) {
		struct ug_edits edits;

		ug_edits_init(&edits, &ug_alloc_libc);
		CHECK("sure", ug_pass_find(&ug_pass_floating_stops, &scope,
		    (struct ug_text){ texts[i], strlen(texts[i]) }, &edits) ==
		    UNGARBLE_OK);
		CHECK("sure", edits.n == 1 && edits.v[0].sure == (i == 1));
		ug_edits_free(&edits);
	}
	ug_memory_free(memory);
	ug_arena_free(&scratch);
}

/* It notes what it reads: names that stand with an apostrophe. */
static void
check_notes(void)
{
	struct ug_edits edits;

	pass_look(&ug_pass_floating_stops, "notes",
	    UG_TEXT("The fleet of Norway is the one that Norway’s king saw. of "
	    "the others, Mr. Berg knew two."), &edits);
	if (CHECK("notes", edits.n_notes == 1)) {
		CHECK("a name", strcmp(edits.notes[0].kind,
		    "marks: possessive") == 0);
		CHECK("Norway", edits.notes[0].key ==
		    ug_memory_key(UG_TEXT("Norway")));
	}
	ug_edits_free(&edits);
}

/* The look at one blank, | in the text; it may see too much, not too little. */
static void
check_look(void)
{
	static const struct {
		const char *text;
		bool seen;
	} looks[] = {
		{ "a town.| of it", true },
		{ "town.| of it", true },
		{ "sea.| of it", false },
		{ "O'Ha.| of it", true },
		{ "so-s.| of it", true },
		{ "1600.| of it", false },
		{ "corp.| of it", false },
		{ "a town,| of it", false },
		{ "a town.| it is", false },
		{ "a town.| and", true },
		{ "a town.| but", true },
		{ "a town.| whose", true },
		{ "a town.| as well as", true },
		{ "a town.| well-known", true },
		{ "a town.| w-", false },
		{ "a town.| into", true },
		{ "a town.| onto", false },
		{ "a town.| Of it", false },
		{ "a town.| .", true },
		{ "a town,| .", true },
		{ "a town;| .", false },
		{ "a .| .", false },
		{ "b.| .", true },
		{ ".| .", false },
		{ "a town.| . It", true },
		{ "a town.| .\tIt", true },
		{ "a town.| .\r\n", true },
		{ "a town.| .It", false },
		{ "a town.| . it", false },
		{ "a town.| . 5", false },
		{ "a town.| , it", true },
		{ "a town.| , I", true },
		{ "a town.| , ", false },
		{ "a town.| ,", false },
		{ "a town.| ,it", false },
		{ "a town,| , it", false },
		{ "a town.\"| , it", true },
		{ "a town,\"| , it", false },
		{ "a town\"| , it", false },
		{ "a town.\u201D| , it", true },
		{ "e.\u201D| , it", true },
		{ ".\u201D| , it", false },
		{ "a town,\u201D| , it", false },
		{ ".| , it", false },
		{ "e.| , it", true },
		{ "e.|", false },
	};

	for (size_t i = 0; i < sizeof(looks) / sizeof(*looks); i++) {
		const size_t blank = strcspn(looks[i].text, "|");
		char s[80];

		memcpy(s, looks[i].text, blank);
		strcpy(s + blank, looks[i].text + blank + 1);
		CHECK(looks[i].text, ug_stop_floats((struct ug_text){ s,
		    strlen(s) }, blank) == looks[i].seen);
	}
}

/* How many edits the pass finds in a text with n words in place of the *. */
static size_t
edits_with(const char *text, size_t n)
{
	const char *const there = strchr(text, '*');
	struct ug_edits edits;
	char s[600];
	size_t n_edits;

	snprintf(s, sizeof(s), "%.*s", (int)(there - text), text);
	for (; n > 0; n--)
		strcat(s, " so");
	strcat(s, there + 1);
	pass_look(&ug_pass_floating_stops, s, (struct ug_text){ s, strlen(s) },
	    &edits);
	n_edits = edits.n;
	ug_edits_free(&edits);
	return n_edits;
}

/* Words before the stop, and of the record, at least. */
static void
check_lengths(void)
{
	for (size_t n = 0; n < 9; n++) {
		CHECK("before a word", edits_with("They know all of it as it "
		    "goes. The* town. of the bay and of the sea.", n) ==
		    (n + 2 >= 6));
		CHECK("before a stop", edits_with("They know all of it as it "
		    "goes. The* town. . They know it.", n) == (n + 2 >= 6));
		CHECK("before a comma", edits_with("They know all of it as it "
		    "goes. The* town. , they know it.", n) == (n + 2 >= 6));
		CHECK("of a record", edits_with("The men of the old town. "
		    "of the* bay.", n) == (n + 9 >= 12));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_floating_stops, rows, sizeof(rows) / sizeof(*rows));
	check_memory();
	check_sure();
	check_notes();
	check_look();
	check_lengths();
	return check_done(argv[0]);
}
