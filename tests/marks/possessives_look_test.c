/*
 * possessives_look_test.c - where a look sees an apostrophe that was lost or
 * has moved, and where it does not
 */
#include "marks/possessives.h"

#include <string.h>

#include "check.h"
#include "marks/glance.h"
#include "marks/prose.h"

/* The text of a row without the | in it, and where that stands. */
static struct ug_text
row_text(const char *row, char *s, size_t *at)
{
	*at = strcspn(row, "|");
	memcpy(s, row, *at);
	strcpy(s + *at, row + *at + 1);
	return (struct ug_text){ s, strlen(s) };
}

/* What stands before an apostrophe, and behind it; each word by itself. */
static const struct {
	const char *firsts, *seconds;
} parts[] = {
	{ "don didn doesn isn wasn aren weren hasn haven hadn couldn wouldn "
	  "shouldn can won ain Don Didn Doesn Isn Wasn Aren Hasn Haven Couldn "
	  "Wouldn Shouldn Can Won Ain", "t" },
	{ "we they you We They You", "re ve ll" },
	{ "I", "ve ll m" },
	{ "it he she that there It He She That There", "ll" },
};

#define N_PARTS (sizeof(parts) / sizeof(*parts))

static bool
are_parts(struct ug_text first, struct ug_text second)
{
	for (size_t i = 0; i < N_PARTS; i++)
		if (ug_word_in(first, parts[i].firsts) &&
		    ug_word_in(second, parts[i].seconds))
			return true;
	return false;
}

static struct ug_text
next_word(const char **list)
{
	const size_t len = strcspn(*list, " ");
	const struct ug_text word = { *list, len };

	*list += len + ((*list)[len] == ' ');
	return word;
}

static void
test_parts(void)
{
	for (size_t i = 0; i < N_PARTS; i++) {
		for (const char *a = parts[i].firsts; *a != '\0'; ) {
			const struct ug_text first = next_word(&a);
			const char *b = "t re ve ll m d s";

			while (*b != '\0') {
				const struct ug_text second = next_word(&b);

				CHECK(first.s, ug_owner_parts(first, second) ==
				    are_parts(first, second));
			}
		}
	}
	CHECK("a name", !ug_owner_parts(UG_TEXT("Norway"), UG_TEXT("t")) &&
	    !ug_owner_parts(UG_TEXT("Norway"), UG_TEXT("ll")) &&
	    !ug_owner_parts(UG_TEXT("we"), UG_TEXT("m")));
}

/* A blank behind the, and a name. */
static void
test_here(void)
{
	static const struct {
		const char *text;
		bool seen;
	} rows[] = {
		{ "the Harlands| List", true },
		{ "in the Harlands| List", true },
		{ "The Harlands| List", false },
		{ "in a Harlands| List", false },
		{ "in the harlands| List", false },
		{ "in the old Harlands| List", false },
		{ "Harlands| List", false },
		{ "the | List", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char s[80];
		size_t blank;
		const struct ug_text text = row_text(rows[i].text, s, &blank);

		CHECK(rows[i].text, ug_owner_here(text, blank) ==
		    rows[i].seen);
	}
}

/* An apostrophe at |, written straight and curled. */
static const struct {
	const char *text;
	unsigned cues;
} marks[] = {
	{ "the town|s mayor", UG_GLANCE_OWNER },
	{ "x|s", UG_GLANCE_OWNER },
	{ "|s mayor", 0 },
	{ "the town |s mayor", UG_GLANCE_MOVED },
	{ "the town |so be", 0 },
	{ "the town |s", 0 },
	{ "isn|t", UG_GLANCE_NOT },
	{ "n|t", UG_GLANCE_NOT },
	{ "|t is", 0 },
	{ "the t|t", 0 },
	{ "the town| s mayor", UG_GLANCE_MOVED },
	{ "the town| s", 0 },
	{ "the town| so", 0 },
	{ "the town| ", 0 },
	{ "the town|", 0 },
	{ "|", 0 },
	{ "| ", 0 },
	{ "don| t know", UG_GLANCE_MOVED },
	{ "dog| t know", 0 },
	{ "I| m here", UG_GLANCE_MOVED },
	{ "we| re here", UG_GLANCE_MOVED },
	{ "we| ve been", UG_GLANCE_MOVED },
	{ "it| ll be", UG_GLANCE_MOVED },
	{ "it| ll", UG_GLANCE_MOVED },
	{ "it| re here", 0 },
	{ "don| t", 0 },
	{ "|  t", 0 },
	{ "caf\u00E9| t x", 0 },
	{ "by Mr. Harlands| boat", UG_GLANCE_MOVED },
	{ "by Mr Harlands| boat", UG_GLANCE_MOVED },
	{ "Mrs. Harlands| boat", UG_GLANCE_MOVED },
	{ "Dr Harlands| b", UG_GLANCE_MOVED },
	{ "Dr Harlands| ", 0 },
	{ "by Mr. Harland| boat", 0 },
	{ "by Mr. harlands| boat", 0 },
	{ "by Mx. Harlands| boat", 0 },
	{ "by Mr.Harlands| boat", 0 },
	{ "Harlands| boat", 0 },
	{ " Harlands| boat", 0 },
	{ ". Harlands| boat", 0 },
	{ "the Harlands| boat", 0 },
};

static void
test_mark(void)
{
	static const char *const apostrophes[] = { "'", "\u2019" };

	for (size_t i = 0; i < 2 * sizeof(marks) / sizeof(*marks); i++) {
		const char *const text = marks[i / 2].text;
		const char *const mark = apostrophes[i % 2];
		char s[100];
		const size_t at = strcspn(text, "|");

		memcpy(s, text, at);
		strcpy(s + at, mark);
		strcat(s, text + at + 1);
		CHECK(text, ug_owner_mark((struct ug_text){ s, strlen(s) }, at,
		    at + strlen(mark)) == marks[i / 2].cues);
	}
}

/* What is worth a closer look, and due; where a name is known and where not. */
static const struct {
	const char *text;
	bool worth, known_worth, due, known_due;
} looks[] = {
	{ "it is a town", false, false, false, false },
	{ "it's a town", true, true, false, false },
	{ "it\u2019s a town", true, true, false, false },
	{ "by Mr. Ott", true, true, false, false },
	{ "they wont go", true, true, true, true },
	{ "now Im here", false, true, true, true },
	{ "\u201CIm here", true, true, true, true },
	{ "\"Im here", true, true, true, true },
	{ "\u201Cam here", false, true, false, false },
	{ "\"am here", false, false, false, false },
	{ "in Harlands List", false, true, false, false },
	{ "in the Harlands List", false, true, false, true },
	{ "in the Harlonds List", false, true, false, false },
	{ "Mr. Ott, the Harlands List", true, true, true, true },
	{ "Ms. Ott, the Harlands List", true, true, true, true },
	{ "Dr. Ott, the Harlands List", true, true, true, true },
	{ "isn't and isnt it", true, true, true, true },
	{ "isn't and is it", true, true, false, false },
	{ "isn't, the giant is", true, true, false, false },
	{ "the town 's mayor", true, true, true, true },
};

static void
test_looks(void)
{
	struct ug_scope scope = { .encoding = "UTF-8" };
	struct ug_memory *memory;
	struct ug_edits notes;

	ug_edits_init(&notes, &ug_alloc_libc);
	if (!CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return;
	CHECK("noted", ug_prose_note(UG_TEXT("by Mr. Harland of it"),
	    UG_GLANCE_TITLE, UG_FACT_TITLED, memory, &notes) == UNGARBLE_OK &&
	    notes.n_notes > 0);
	for (size_t i = 0; i < notes.n_notes; i++)
		CHECK("noted", ug_memory_add(memory, notes.notes[i].kind,
		    notes.notes[i].key) == UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(looks) / sizeof(*looks); i++) {
		const struct ug_text text = { looks[i].text,
			strlen(looks[i].text) };
		const unsigned cues = ug_glance(text);

		scope.memory = NULL;
		CHECK(text.s, ug_owner_worth(&scope, text, cues) ==
		    looks[i].worth);
		CHECK(text.s, ug_owner_due(&scope, text, cues) ==
		    looks[i].due);
		scope.memory = memory;
		CHECK(text.s, ug_owner_worth(&scope, text, cues) ==
		    looks[i].known_worth);
		CHECK(text.s, ug_owner_due(&scope, text, cues) ==
		    looks[i].known_due);
	}
	ug_edits_free(&notes);
	ug_memory_free(memory);
}

/* What stands in memory behind a text is no name of it. */
static void
test_ends(void)
{
	static const char text[] = "It is said by Mr. Otto’s men";
	static const struct {
		size_t len, n_notes;
	} cuts[] = { { 14, 0 }, { 16, 0 }, { 17, 0 }, { 18, 0 }, { 19, 2 },
		{ 22, 2 }, { 25, 2 }, { 26, 3 } };

	for (size_t i = 0; i < sizeof(cuts) / sizeof(*cuts); i++) {
		struct ug_edits notes;

		ug_edits_init(&notes, &ug_alloc_libc);
		CHECK("noted", ug_prose_note((struct ug_text){ text,
		    cuts[i].len }, UG_GLANCE_TITLE | UG_GLANCE_OWNER |
		    UG_GLANCE_CURLED, UG_FACT_TITLED | UG_FACT_POSSESSIVE,
		    NULL, &notes) == UNGARBLE_OK);
		if (!CHECK("ends", notes.n_notes == cuts[i].n_notes))
			fprintf(stderr, "\t%zu: %zu\n", cuts[i].len,
			    notes.n_notes);
		ug_edits_free(&notes);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_parts();
	test_here();
	test_mark();
	test_looks();
	test_ends();
	return check_done(argv[0]);
}
