/*
 * first_person_test.c - sentences that open in the first person, and any of a
 * text as found mark by mark
 */
#include "marks/first_person.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "marks/prose.h"
#include "pieces.h"

#define LONGEST 300

static const char *const pieces[] = { "I ", "hope ", "We ", "we ", "are ",
	"And ", "So ", "Today, ", "Overall ", "They ", "A ", "still ", ". ",
	"? ", "! ", ".", "?", "...", "a.", "3.", "U.S. ", "\"", " ", "\n",
	"\u2019", "\u00E9", "I am ", "We all know ", "First, we must ",
	"The people of the town said so" };

static void
test_rows(void)
{
	static const struct {
		const char *text;
		bool opens, any;
	} rows[] = {
		{ "I hope so.", true, true },
		{ "And we still hope so.", true, true },
		{ "\u201CWe really must go", true, true },
		{ "Overall I don\u2019t know", true, true },
		{ "They hope so.", false, false },
		{ "I hoped so.", false, false },
		{ "And then I know", false, false },
		{ "But I know it.", true, true },
		{ "So I know it.", true, true },
		{ "First I know it.", true, true },
		{ "Now we know it.", true, true },
		{ "And then. But we know it.", false, true },
		{ "And then. Now I know it.", false, true },
		{ "And then. Today I know it.", false, true },
		{ "And then. First I know it.", false, true },
		{ "And then. Overall I know it.", false, true },
		{ "And then. And I know it.", false, true },
		{ "And then. We know it.", false, true },
		{ "And then. we know it.", false, true },
		{ "And then. Yet I know it.", false, false },
		{ "And then. In know it.", false, false },
		{ "Yet I know it.", false, false },
		{ "", false, false },
		{ "It is so. I know it.", false, true },
		{ "It is so! (We know it.", false, true },
		{ "Is it so?So I know it.", false, true },
		{ "It is so, I know it.", false, false },
		{ "It cost 3.50. We will go.", false, true },
		{ "It is U.I know it.", false, true },
		{ "Hm. It.I know it.", false, false },
		{ "Hm? It.I know it.", false, true },
		{ "Hm...I know it.", false, true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };

		CHECK(text.s, ug_first_person(text, 0) == rows[i].opens);
		CHECK(text.s, ug_first_person_any(text) == rows[i].any);
	}
}

/* The same as any, mark by mark: none inside the word behind one is asked. */
static bool
any_slowly(struct ug_text text)
{
	if (ug_first_person(text, 0))
		return true;
	for (const char *mark = ".?!"; *mark != '\0'; mark++)
		for (size_t at = 0; at < text.len; at++) {
			struct ug_word word;

			if (text.s[at] != *mark)
				continue;
			if (ug_first_person(text, at))
				return true;
			(void)ug_prose_next(text, at, &word);
			at = word.at + word.len - 1;
		}
	return false;
}

static void
test_any(void)
{
	uint64_t seed = 1;
	size_t n = 0;

	for (int i = 0; i < 50000; i++) {
		const size_t len = (size_t)i % LONGEST;
		/* To the byte, so that a reader of more is found out. */
		char *const s = malloc(len + 1);
		const struct ug_text text = { s, len };

		if (!CHECK("memory", s != NULL))
			return;
		pieces_fill(s, len, PIECES(pieces), &seed);
		n += any_slowly(text);
		CHECK("any", ug_first_person_any(text) == any_slowly(text));
		free(s);
	}
	CHECK("some", n > 1000 && n < 49000);
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_rows();
	test_any();
	return check_done(argv[0]);
}
