/*
 * doubled_fragments_test.c - copies made by machine, and repetition on purpose
 */
#include "marks/glance.h"
#include "random.h"
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "a long phrase",
	  UG_LIT("It is to be built at the end of the year at the end of the "
	  "year, and we know it."),
	  UG_LIT("It is to be built at the end of the year, and we know "
	  "it.") },
	{ "a phrase thrice",
	  UG_LIT("It is made of a copy of the first of a copy of the first of "
	  "them, and we know it."), { 0 } },
	{ "a phrase with an and",
	  UG_LIT("It went in the bay and out in the bay and out of it, and we "
	  "know it."), { 0 } },
	{ "a short phrase",
	  UG_LIT("It went on in the old town in the old town, and we all know "
	  "that."), { 0 } },
	{ "a phrase that goes in rounds",
	  UG_LIT("It went from one to one of one from one to one of one at "
	  "the end of it, and we know that."), { 0 } },
	{ "over a mark",
	  UG_LIT("The mayor of the town said that the fight is not “not over "
	  "in the bay” at all."),
	  UG_LIT("The mayor of the town said that the fight is “not over in "
	  "the bay” at all.") },
	{ "over a mark, a word that leads up to it",
	  UG_LIT("The mayor of the town said that the fight is a “a shame of "
	  "the bay” at all times."), { 0 } },
	{ "over a mark, beside a mark out of place",
	  UG_LIT("The mayor of the town said that the fight is a “a shame of "
	  "the bay”at all times."),
	  UG_LIT("The mayor of the town said that the fight is “a shame of "
	  "the bay”at all times.") },
	{ "over two marks",
	  UG_LIT("The mayor of the town said that it is not “not over” and "
	  "that it is a “a shame of the bay” at all times."),
	  UG_LIT("The mayor of the town said that it is “not over” and "
	  "that it is “a shame of the bay” at all times.") },
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
	{ "a clause that ends like the sentence",
	  UG_LIT("All of those who are entitled to fish are entitled to fish in "
	  "any of the bays of the islands."), { 0 } },
	{ "a clause that ends so, and more between",
	  UG_LIT("All of those who, next of kin included, are bound to report "
	  "are bound to report to the warden of the bay."), { 0 } },
	{ "a clause that ends so, a phrase between",
	  UG_LIT("All of those who for the time of the year are bound to report "
	  "are bound to report to the warden of the bay."), { 0 } },
	{ "a clause that ends so, an adverb between",
	  UG_LIT("The owners of the boats which normally must be kept outside "
	  "must be kept outside the talks."), { 0 } },
	{ "a clause as the subject",
	  UG_LIT("In the end the mayor of the town said: what can be sold can "
	  "be sold by any of the owners."), { 0 } },
	{ "a clause as the subject, with one of its own",
	  UG_LIT("The warden of the port knows it: the repairs owners have to "
	  "make owners have to make in the winter."), { 0 } },
	{ "a pair of things",
	  UG_LIT("The warden of the port sold the crew sails and old ropes "
	  "sails and old ropes of the yard."), { 0 } },
	{ "a clause under a condition",
	  UG_LIT("The warden of the port is sure of it: when cod enter the "
	  "shallow water, cod follow; if seals enter the bay seals enter the "
	  "bay for the cod."), { 0 } },
	{ "an object with a clause like another object",
	  UG_LIT("The warden of the port sold those who like old wooden boats "
	  "old wooden boats from the yard."), { 0 } },
	{ "an object with its article like another object",
	  UG_LIT("The warden of the port gave the guests wanting a room with "
	  "a view a room with a view of the bay."), { 0 } },
	{ "a verb after to, and the same one",
	  UG_LIT("In the north of the islands ships built to carry heavy "
	  "loads carry heavy loads all of the year."), { 0 } },
	{ "a verb that another one has",
	  UG_LIT("It is the work of all of the wardens of the port that they "
	  "each do: help old sailors help old sailors in need."), { 0 } },
	{ "from one to the other, and on",
	  UG_LIT("The wardens of the port sailed in the spring from coast to "
	  "distant coast to distant islands in the north."), { 0 } },
	{ "a list",
	  UG_LIT("The wardens of the port know the kinds of it: northern "
	  "spotted herring little spotted herring little striped herring "
	  "and the common one."), { 0 } },
	{ "behind a clause, and no part of it",
	  UG_LIT("The mayor of the town said that the wardens of the port "
	  "had sold hundreds of boats hundreds of boats to the islands."),
	  UG_LIT("The mayor of the town said that the wardens of the port "
	  "had sold hundreds of boats to the islands.") },
	{ "a verb behind its subject",
	  UG_LIT("The mayor of the town said that wardens were seen together "
	  "were seen together in the bay of the islands."),
	  UG_LIT("The mayor of the town said that wardens were seen together "
	  "in the bay of the islands.") },
	{ "a verb of two parts",
	  UG_LIT("The crews of the two boats will have left port will have left "
	  "port in the spring of the year."),
	  UG_LIT("The crews of the two boats will have left port in the spring "
	  "of the year.") },
	{ "a verb behind a clause with its own",
	  UG_LIT("The mayor of the town who owns the port and the wardens "
	  "of the bay were seen together were seen together in the spring."),
	  UG_LIT("The mayor of the town who owns the port and the wardens "
	  "of the bay were seen together in the spring.") },
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

/* Whether words of 12 bytes, the blank at `first` in them, stand twice. */
static bool
stands_again(struct ug_text text, size_t first, size_t second)
{
	const size_t apart = second - first, len = apart - 1;

	for (size_t from = 0; from <= first && apart >= 12; from++)
		if (from + len > first && from + apart + len <= text.len &&
		    memcmp(text.s + from, text.s + from + apart, len) == 0)
			return true;
	return false;
}

/* The look that is taken at any two blanks. */
static void
check_again(void)
{
	uint64_t seed = 1;
	size_t n = 0;

	for (unsigned i = 0; i < 60000; i++) {
		const size_t half = 8 + random_next(&seed) % 12;
		const size_t len = half * 2 + random_next(&seed) % 8;
		char s[64];
		const struct ug_text text = { s, len };

		for (size_t at = 0; at < len; at++)
			s[at] = at < half || random_next(&seed) % 24 == 0 ?
			    "ab "[random_next(&seed) % 3] : s[at - half];
		for (size_t at = 0; at + half < len; at++) {
			if (s[at] != ' ' || s[at + half] != ' ')
				continue;

			const bool is = stands_again(text, at, at + half);

			if (!CHECK("again", ug_copy_again(text, at,
			    at + half) == is))
				fprintf(stderr, "\t%.*s, %zu and %zu\n",
				    (int)len, s, at, at + half);
			n += is;
		}
	}
	CHECK("some do", n > 1000);
}

/* The look at one blank, | in the text; it may see too much, not too little. */
static void
check_here(void)
{
	static const struct {
		const char *text;
		bool seen;
	} looks[] = {
		{ "in other places.| other places. And", true },
		{ "in other places.| other places.", true },
		{ "a b.| a b.", true },
		{ "in other places.| other places, And", false },
		{ "in other places.| other planes. And", false },
		{ "in other places.| places. And", false },
		{ "in other places,| other places. And", false },
		{ "b.| a b.", false },
		{ "a b c d e f g h.| a b c d e f g h. And", true },
		{ "a b c d e f g h i.| a b c d e f g h i. And", false },
		{ "the Outer| -Reach and Outer Reach.", true },
		{ "the Outer| -Reach and Outer Reach", true },
		{ "Outer| -Reach or Outer Reach", true },
		{ "the Outer| -Reach and Outer Reac", false },
		{ "the Outer| -Reach and Inner Reach", false },
		{ "uter| -Reach and Outer Reach", false },
		{ "the Outer| -Reach but Outer Reach", false },
		{ "the Outer| -Reach and", false },
		{ "the Outer| -Reach and ", false },
		{ "the Outer| -Reach", false },
		{ "is not| \"not over", true },
		{ "is and| \u201Cand over", true },
		{ "is a| \"a", true },
		{ " a| \"a", true },
		{ "a| \"a", false },
		{ "not| \"not over", false },
		{ "is not| \"nor over", false },
		{ "is well| \"well over", false },
		{ "is not| \u2018not over", false },
		{ "is not| \"", false },
		{ "isnot| \"not over", false },
		{ "x| -", false },
	};

	for (size_t i = 0; i < sizeof(looks) / sizeof(*looks); i++) {
		const size_t blank = strcspn(looks[i].text, "|");
		char s[80];

		memcpy(s, looks[i].text, blank);
		strcpy(s + blank, looks[i].text + blank + 1);
		CHECK(looks[i].text, ug_copy_here((struct ug_text){ s,
		    strlen(s) }, blank) == looks[i].seen);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_doubled_fragments, rows,
	    sizeof(rows) / sizeof(*rows));
	check_again();
	check_here();
	return check_done(argv[0]);
}
