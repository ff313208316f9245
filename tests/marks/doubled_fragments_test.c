/*
 * doubled_fragments_test.c - copies made by machine, and repetition on purpose
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "over a mark",
	  UG_LIT("The mayor of the town said that the fight is not “not over "
	  "in the bay” at all."),
	  UG_LIT("The mayor of the town said that the fight is “not over in "
	  "the bay” at all.") },
	{ "over a mark, a word named",
	  UG_LIT("The mayor of the town said that in English it is the “the” "
	  "that is hard."), { 0 } },
	{ "over a mark, a name",
	  UG_LIT("The mayor of the town spoke of Bergen “Bergen is the best "
	  "of towns” at all times."), { 0 } },
	{ "after a stop",
	  UG_LIT("It led to a deadly trade in the islands and other places. "
	  "other places. And the two of them agreed."),
	  UG_LIT("It led to a deadly trade in the islands and other places. "
	  "And "
	  "the two of them agreed.") },
	{ "after a stop, a sentence of its own",
	  UG_LIT("It will be remembered by all of us on the islands. Never "
	  "again. Never again. And the two of them agreed."), { 0 } },
	{ "at once",
	  UG_LIT("The two senators have been openly have been openly critical "
	  "of the plan that was made in the spring."),
	  UG_LIT("The two senators have been openly critical "
	  "of the plan that was made in the spring.") },
	{ "at once, across the middle of a phrase",
	  UG_LIT("“A number of stones number of stones will not fit until we "
	  "get them cut,” the mason said to the others."),
	  UG_LIT("“A number of stones will not fit until we "
	  "get them cut,” the mason said to the others.") },
	{ "at once, with marks around",
	  UG_LIT("They had a plan of their own (wooden fishing boats wooden "
	  "fishing boats, and few) and kept to it with care."),
	  UG_LIT("They had a plan of their own (wooden fishing boats, and "
	  "few) and kept to it with care.") },
	{ "at once, eight words",
	  UG_LIT("And they found big blue cold fish near rocky northern shores "
	  "big blue cold fish near rocky northern shores in the end."),
	  UG_LIT("And they found big blue cold fish near rocky northern shores "
	  "in the end.") },
	{ "nested on purpose",
	  UG_LIT("The function returns a pointer to a pointer to the item, as "
	  "in the reading of the reading of the law."), { 0 } },
	{ "nested with a possessive",
	  UG_LIT("That is the book with a reading of someone else's reading of "
	  "someone else's dream, and not of the truth."), { 0 } },
	{ "a list in step",
	  UG_LIT("It is for them to say if it is a northern market or a "
	  "coastal market or a coastal port that they want."), { 0 } },
	{ "more than twice",
	  UG_LIT("And the wheels went round and round and round and round and "
	  "round and we rocked and we rocked and we rocked all night."),
	  { 0 } },
	{ "a phrase said again",
	  UG_LIT("He was saying the same thing the same thing he said in the "
	  "year before and in the year before that."), { 0 } },
	{ "two words", UG_LIT("The song that they played was the one that goes "
	  "we will we will rock you and the crowd sang."), { 0 } },
	{ "names",
	  UG_LIT("The ships were the Sea Queen Two Sea Queen Two and the Sea "
	  "Queen Three of the same yard in the north."), { 0 } },
	{ "hyphen that floats",
	  UG_LIT("The dispute is about the trade of the islands, the Outer "
	  "-Reach and Outer Reach. Bergen.\n"),
	  UG_LIT("The dispute is about the trade of the islands, the Outer "
	  "Reach and Bergen.\n") },
	{ "hyphen that floats, in a sentence",
	  UG_LIT("The dispute is about the trade of the Outer -Reach and Outer "
	  "Reach with all of the islands. They know it."),
	  UG_LIT("The dispute is about the trade of the Outer Reach with all "
	  "of the islands. They know it.") },
	{ "another language",
	  UG_LIT("De to herrene har vist seg stadig har vist seg stadig mer "
	  "kritiske til den planen som ble laget i fjor."), { 0 } },
	{ "an option", UG_LIT("Call the tool -v and tool -x with the list of "
	  "the names of all the files that you want to have."), { 0 } },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_doubled_fragments, rows,
	    sizeof(rows) / sizeof(*rows));
	return check_done(argv[0]);
}
