/*
 * blanked_twos_test.c - where two blanks stand for one and a mark, to the word
 */
#include "marks/blanked_twos.h"

#include <string.h>

#include "check.h"

#define TEXT_MAX 16000

/* Read a text, ask about word `i` of it. */
static bool
ask(const char *s, size_t i, bool (*about)(const struct ug_prose *, size_t))
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_prose prose;
	bool is = false;

	if (CHECK("read", ug_prose_read(&prose, (struct ug_text){ s,
	    strlen(s) }, &scratch) == UNGARBLE_OK))
		is = about(&prose, i);
	ug_arena_free(&scratch);
	return is;
}

static bool
twice(const struct ug_prose *prose, size_t i)
{
	return ug_blank_twice(prose, i, ",:");
}

static void
test_twice(void)
{
	static const struct {
		const char *gap;
		bool is;
	} gaps[] = {
		{ " ", false }, { "  ", true }, { "   ", false },
		{ ", ", false }, { ",  ", true }, { ":  ", true },
		{ ".  ", false }, { " , ", false }, { " ,  ", false },
		{ ",,  ", false }, { "\t ", false }, { " \t", false },
		{ ",\n ", false }, { ", \n", false }, { "\n", false },
	};

	for (size_t i = 0; i < sizeof(gaps) / sizeof(*gaps); i++) {
		char s[32];

		strcat(strcat(strcpy(s, "so it"), gaps[i].gap), "is");
		CHECK(gaps[i].gap, ask(s, 1, twice) == gaps[i].is);
	}
}

static bool
amid(const struct ug_prose *prose, size_t i)
{
	(void)i;
	return ug_blank_amid(prose);
}

/* Two blanks amid sentences are one gap in seventeen at most. */
static void
test_amid(void)
{
	for (unsigned two = 0; two < 4; two++) {
		for (unsigned one = 16 * two - (two > 0); one <= 16 * two + 1;
		    one++) {
			char s[400] = "";

			for (unsigned i = 0; i < two; i++)
				strcat(s, "it  ");
			for (unsigned i = 0; i < one; i++)
				strcat(s, "it ");
			strcat(s, "is");
			CHECK(s, ask(s, 0, amid) == (two > 0 &&
			    one >= 16 * two));
			/* What follows a name may be another sentence. */
			if (two == 1) {
				memcpy(s, "It", 2);
				CHECK(s, !ask(s, 0, amid));
			}
		}
	}
}

/* A pair of words that stands twice so, for one and then for the other. */
static void
check_plural(const char *pair, bool is)
{
	char s[100];

	strcat(strcat(strcpy(s, pair), " of "), pair);
	CHECK(pair, ask(s, 0, ug_blank_plural) == is);
	CHECK(pair, ask(s, 3, ug_blank_plural) == is);
}

static void
test_plural(void)
{
	check_plural("states  rights", true);
	check_plural("boys  room", true);
	check_plural("oys  room", false);
	check_plural("boyz  room", false);
	check_plural("boys room", false);
	check_plural("boys   room", false);
	check_plural("boys,  room", false);
	check_plural("Boys  room", false);
	check_plural("boys  Room", false);
	CHECK("once", !ask("boys  room of boys room", 0, ug_blank_plural));
	CHECK("another", !ask("boys  room of boys  rooms", 0,
	    ug_blank_plural));
	CHECK("others", !ask("boys  room of cows  room", 0, ug_blank_plural));
	CHECK("at the end", !ask("boys  room of boys  ", 3, ug_blank_plural));
}

/* The other one stands within 512 words. */
static void
test_near(void)
{
	static char s[TEXT_MAX];

	for (size_t apart = 505; apart < 520; apart++) {
		strcpy(s, "boys  room");
		for (size_t i = 2; i < apart; i++)
			strcat(s, " of");
		strcat(s, " boys  room of it");
		CHECK("behind", ask(s, 0, ug_blank_plural) == (apart < 512));
		CHECK("before", ask(s, apart, ug_blank_plural) ==
		    (apart <= 512));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_twice();
	test_amid();
	test_plural();
	test_near();
	return check_done(argv[0]);
}
