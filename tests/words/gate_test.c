/*
 * gate_test.c - the gate opens on spun text, stays shut on clean text, and does
 * not care how it is fed
 */
#include "words/gate.h"
#include "words/gate_table.h"
#include "words/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "random.h"
#include "spin.h"
#include "spun.h"

static unsigned
count_lines(const char *text)
{
	unsigned n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

/* See text line by line; how many of its lines were clean when seen. */
static unsigned
see(struct ug_spin *spin, const char *text, bool known, uint64_t *first,
    uint64_t *end)
{
	unsigned clean = 0;
	uint64_t a = 0;
	bool begun = false;

	for (; *text != '\0'; text += strcspn(text, "\n") + 1) {
		struct ug_text line = { text, strcspn(text, "\n") + 1 };

		CHECK("see", ug_spin_see(spin, line, known, &a, end) ==
		    UNGARBLE_OK);
		if (!begun)
			*first = a;
		begun = true;
		clean += ug_spin_clean(spin);
	}
	return clean;
}

static void
test_opens(void)
{
	struct ug_spin *spin = spin_new();
	uint64_t first, end, a, b;

	CHECK("clean lines leave", see(spin, CLEAN, true, &first, &end) ==
	    count_lines(CLEAN));
	CHECK("clean text", !ug_spin_open(spin, first, end));
	CHECK("not ready", !ug_spin_ready(spin, end));
	see(spin, CLEAN CLEAN CLEAN, true, &a, &b);
	CHECK("ready", ug_spin_ready(spin, end));
	CHECK("still shut", !ug_spin_open(spin, first, end));
	CHECK("few spun lines leave", see(spin, SPUN SPUN, true, &a, &b) <
	    count_lines(SPUN) / 3);
	CHECK("spun text", ug_spin_open(spin, a, b));
	CHECK("clean text next to it", !ug_spin_open(spin, first, end));
	ug_spin_free(spin);

	spin = spin_new();
	CHECK("spun lines wait", see(spin, SPUN, true, &a, &b) == 0);
	CHECK("one paragraph will do", ug_spin_open(spin, a, b));
	ug_spin_free(spin);

	spin = spin_new();
	see(spin, "Officers mentioned it.\n", true, &a, &b);
	CHECK("one sentence will not", !ug_spin_open(spin, a, b));
	ug_spin_free(spin);

	spin = spin_new();
	see(spin, "<pre>\n</pre>\n", true, &a, &b);
	see(spin, SPUN, true, &a, &b);
	CHECK("behind a block", ug_spin_open(spin, a, b));
	CHECK("that has no tokens", ug_spin_region(spin, a) == 0);
	ug_spin_free(spin);

	spin = spin_new();
	see(spin, "```\n" SPUN "```\n", true, &a, &b);
	CHECK("code is not read", !ug_spin_open(spin, a, b));
	CHECK("inside", ug_spin_region(spin, a) == 0);
	ug_spin_free(spin);
}

/* A record that rests on memory counts for itself alone. */
static void
test_unknown(void)
{
	struct ug_spin *spin = spin_new();
	uint64_t a, b, c, d;

	see(spin, "It snowed.\n", true, &c, &d);
	CHECK("see", ug_spin_see(spin, UG_TEXT(SPUN), false, &a, &b) ==
	    UNGARBLE_OK);
	CHECK("for itself", ug_spin_open(spin, a, b));
	CHECK("for none before", ug_spin_score(spin, c, c, d).stretch == 0);
	see(spin, "It rained.\n", true, &c, &d);
	CHECK("for no other", ug_spin_score(spin, c, c, d).stretch == 0);
	ug_spin_free(spin);

	spin = spin_new();
	see(spin, CLEAN CLEAN CLEAN CLEAN, false, &a, &b);
	CHECK("nor against", see(spin, SPUN, true, &a, &b) <
	    count_lines(SPUN) && ug_spin_open(spin, a, b));
	ug_spin_free(spin);
}

/* Clean text around, however much, does not speak against what is spun. */
static void
test_within(void)
{
	struct ug_spin *spin = spin_new();
	uint64_t before, a, b, after, end;

	see(spin, CLEAN CLEAN CLEAN CLEAN CLEAN CLEAN, true, &before, &end);
	CHECK("spun lines wait", see(spin, SPUN, true, &a, &b) <
	    count_lines(SPUN) / 2);
	see(spin, CLEAN CLEAN CLEAN CLEAN CLEAN CLEAN, true, &after, &end);
	CHECK("spun", ug_spin_open(spin, a, b));
	CHECK("clean before", !ug_spin_open(spin, before, a));
	CHECK("clean behind", !ug_spin_open(spin, after, end));
	ug_spin_free(spin);
}

/* What begins right behind a record is none of its own. */
static void
test_behind(void)
{
	static const char *const behind[] = {
		"Homeland safety clubs met here.\n",
		"Photo voltaic plants met here.\n" SPUN };

	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		struct ug_spin *spin = spin_new();
		uint64_t first, end, a, b;

		see(spin, "It rained here.\n", true, &first, &end);
		see(spin, behind[i], true, &a, &b);
		CHECK("behind", a == end && ug_spin_open(spin, a, a + 1));
		CHECK(behind[i], !ug_spin_open(spin, first, end));
		ug_spin_free(spin);
	}
}

/*
 * A word of the lexicon whose inflection another is, both words by themselves.
 */
static unsigned
inflection(void)
{
	for (unsigned i = 1; i < ug_lexicon_n_nodes; i++)
		if (gate_families[i] != i && ug_lexicon_nodes[i].parent == 0)
			return i;
	return 0;
}

/* All inflections of a word count twice at most. */
static void
test_inflections(void)
{
	const unsigned node = inflection();
	const char *const words[] = {
		ug_lexicon_words + ug_lexicon_nodes[node].word,
		ug_lexicon_words +
		    ug_lexicon_nodes[gate_families[node]].word
	};
	struct ug_spin *spin = spin_new();
	uint64_t a, b;
	int twice = 0;

	for (int i = 0; i < 10; i++) {
		char line[100];

		snprintf(line, sizeof(line), "And %s it is.\n", words[i % 2]);
		see(spin, line, true, &a, &b);
		if (i == 1)
			twice = ug_spin_score(spin, a, a, b).stretch;
	}
	CHECK("there is one", node != 0 && strcmp(words[0], words[1]) != 0);
	CHECK("counts", twice > 0);
	CHECK("no more than twice", ug_spin_score(spin, a, a, b).stretch <=
	    twice);
	ug_spin_free(spin);
}

/* A key that repeats counts twice at most. */
static void
test_repetition(void)
{
	struct ug_spin *spin = spin_new();
	uint64_t a, b;
	int i, twice = 0;

	for (i = 0; i < 100; i++) {
		see(spin, "Our photo voltaic roof.\n", true, &a, &b);
		if (i == 1)
			twice = ug_spin_score(spin, a, a, b).stretch;
	}
	CHECK("counts", twice > 0);
	CHECK("no more than twice",
	    ug_spin_score(spin, a, a, b).stretch == twice);
	CHECK("shut", !ug_spin_open(spin, 0, b));
	ug_spin_free(spin);
}

/* However the lines were forgotten, scores are those of a fresh gate. */
static void
test_increments(void)
{
	static const char text[] = CLEAN SPUN CLEAN SPUN SPUN CLEAN;
	struct ug_spin *whole = spin_new();
	unsigned seed;
	uint64_t a, b, end;

	see(whole, text, true, &a, &end);
	for (seed = 1; seed < 20; seed++) {
		struct ug_spin *spin = spin_new();
		size_t at = 0, len;
		uint64_t place = 0;
		uint64_t random = seed;

		while (at < strlen(text)) {
			for (len = 0; at + len < strlen(text) && (len == 0 ||
			    text[at + len - 1] != '\n' ||
			    random_next(&random) % 3 == 0); len++)
				continue;
			while (at + len < strlen(text) &&
			    text[at + len - 1] != '\n')
				len++;
			CHECK("see", ug_spin_see(spin, (struct ug_text){
			    text + at, len }, true, &a, &b) == UNGARBLE_OK);
			at += len;
			for (; ug_spin_ready(spin, place + 1); place += 7) {
				struct ug_spin_score x = ug_spin_score(spin,
				    place, place, place + 1);
				struct ug_spin_score y = ug_spin_score(whole,
				    place, place, place + 1);

				CHECK("stretch", x.stretch == y.stretch);
				CHECK("odds", x.odds == y.odds);
				CHECK("distinct", x.distinct == y.distinct);
			}
			ug_spin_forget(spin, place);
		}
		CHECK("all of it", b == end && place > 0);
		ug_spin_free(spin);
	}
	ug_spin_free(whole);
}

/* The most memory that was asked for at once, to *user, a size_t. */
static void *
greatest(void *user, void *ptr, size_t size)
{
	size_t *most = user;

	if (size == 0) {
		free(ptr);
		return NULL;
	}
	*most = size > *most ? size : *most;
	return realloc(ptr, size);
}

/* What is forgotten makes room: a stream without an end takes no more. */
static void
test_forgets(void)
{
	size_t most = 0, early = 0;
	const struct ug_alloc alloc = { greatest, &most };
	struct ug_spin *spin;
	uint64_t a, b;

	if (!CHECK("memory", ug_spin_new(&spin, &alloc) == UNGARBLE_OK))
		return;
	for (unsigned i = 0; i < 2000; i++) {
		see(spin, SPUN, true, &a, &b);
		ug_spin_forget(spin, a);
		if (i == 200)
			early = most;
	}
	CHECK("no more memory", early > 0 && most == early);
	ug_spin_free(spin);
}

static void
test_no_memory(void)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	int n;

	for (n = 0; n < 50 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_spin *spin;
		uint64_t a, b;

		err = ug_spin_new(&spin, &alloc);
		CHECK("no half gate", (spin != NULL) == (err == UNGARBLE_OK));
		if (err == UNGARBLE_OK)
			err = ug_spin_see(spin, UG_TEXT("```\n" SPUN), true,
			    &a, &b);
		if (err == UNGARBLE_OK)
			err = ug_spin_see(spin, UG_TEXT(SPUN "```\n" SPUN),
			    true, &a, &b);
		CHECK("says so", err == UNGARBLE_OK || err == UNGARBLE_ENOMEM);
		ug_spin_free(spin);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("asked several times", n > 4 && err == UNGARBLE_OK);
}

/*
 * Spun forms one a line are a list of them, with commas between too; in one
 * line they are spun.
 */
static void
test_list(void)
{
	static const char list[] = "photo voltaic\nmanufacturing unit\n"
	    "monetary\nCenter East\nlots of of\nvery important\n"
	    "turn out to be\nutilizing\ntogether with\nreminiscence\n"
	    "reminiscence's\nthe federal government\nin the direction of\n"
	    "vacation spot\nvacationers\ncomparable to\nnumerous\n"
	    "in response to\nconstructed\nyoungsters\nadditional\n";
	char line[sizeof(list)];
	size_t i;

	memcpy(line, list, sizeof(list));
	for (i = 0; i + 2 < sizeof(list); i++)
		if (line[i] == '\n')
			line[i] = ' ';
	for (i = 0; i < 3; i++) {
		static const char thesaurus[] =
		    "photo voltaic, manufacturing unit, monetary, very important,\n"
		    "turn out to be, utilizing, together with, reminiscence,\n"
		    "in the direction of, vacation spot, vacationers, numerous,\n"
		    "comparable to, in response to, constructed, youngsters\n";
		const char *text = i == 0 ? list : i == 1 ? line : thesaurus;
		struct ug_spin *spin = spin_new();
		uint64_t first, end, place;
		bool open = false;

		see(spin, text, true, &first, &end);
		for (place = first; place < end; place++)
			open |= ug_spin_score_opens(ug_spin_score(spin, place,
			    place, place + 1)) || ug_spin_open(spin, place,
			    place + 1);
		CHECK(text, open == (i == 1));
		ug_spin_free(spin);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_opens();
	test_unknown();
	test_repetition();
	test_within();
	test_behind();
	test_inflections();
	test_increments();
	test_forgets();
	test_list();
	test_no_memory();
	return check_done(argv[0]);
}
