/*
 * stray_words_test.c - who speaks, who tells of it, and where one ends
 */
#include "marks/stray_words.h"

#include "check.h"

static const struct {
	const char *text;
	bool told, person;
	const char *join; /* the text from there on; NULL: nowhere */
} rows[] = {
	{ "The bay is far", false, false, NULL },
	{ "The mayor said it is far", true, false, NULL },
	{ "We know the bay", false, true, NULL },
	{ "and so it’s ours, I’m sure", false, true, NULL },
	{ "We know the bay.The mayor said that it is far", true, true,
	  "The mayor said that it is far" },
	{ "The men know the bay.The mayor said that it is far", true, false,
	  NULL },
	{ "We know the bay.The mayor knows that it is far", false, true,
	  NULL },
	{ "We know the bay.The mayor said that we know it", true, true, NULL },
	{ "We said it of the bay.The mayor said that it is far", true, true,
	  NULL },
	{ "We know the bay.The mayor said so of the.Town too", true, true,
	  NULL },
	{ "We of by.The mayor said that it is far", true, true,
	  "The mayor said that it is far" },
	{ "We know the bay.The", false, true, NULL },
	{ "We know the bay.Th said that it is far", true, true,
	  "Th said that it is far" },
	{ "We know the bay.T said that it is far", true, true, NULL },
	{ "We know the bay.the mayor said that it is far", true, true, NULL },
	{ "We know the bay.TheMen said that it is far", true, true, NULL },
	{ "We know the bay.The said", true, true, "The said" },
	{ "bay.The mayor said that we know", true, true, NULL },
	{ "We know a.The mayor said that it is far", true, true, NULL },
	{ "We know the Bay.The mayor said that it is far", true, true, NULL },
};

/* A ' that opens what the mark behind | closes. */
static const struct {
	const char *text;
	bool single;
} singles[] = {
	{ "'It is far,|” she said", true },
	{ "So 'It is far.|” She left", true },
	{ "It is far,|” she said", false },
	{ "'It is far|” she said", false },
	{ "'It is far,|\" she said", false },
	{ "'it is far,|” she said", false },
	{ "'It isn't far,|” she said", true },
	{ "'It' is far,|” she said", false },
	{ "'It is 'So,|” she said", false },
	{ "'Twas far,|” she said", false },
	{ "the boys' bay,|” she said", false },
};

static void
check_single(const char *text, bool single)
{
	const size_t close = strcspn(text, "|");
	char s[100];

	memcpy(s, text, close);
	strcpy(s + close, text + close + 1);

	const struct ug_text whole = { s, strlen(s) };

	CHECK(text, ug_stray_single(whole, close) == (single ?
	    (size_t)(strchr(s, '\'') - s) : whole.len));
}

/* Words tell of those of a range alone: each one by itself, or none. */
static void
check_ranges(const struct ug_prose *prose, const char *text)
{
	for (size_t from = 0; from <= prose->n; from++) {
		bool told = false, person = false;

		CHECK(text, !ug_stray_told(prose, from, from) &&
		    !ug_stray_person(prose, from, from));
		for (size_t to = from + 1; to <= prose->n; to++) {
			told |= ug_stray_verb(prose, to - 1);
			person |= ug_stray_person(prose, to - 1, to);
			CHECK(text, ug_stray_told(prose, from, to) == told);
			CHECK(text, ug_stray_person(prose, from, to) ==
			    person);
		}
	}
}

int
main(int argc, char *argv[])
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };
		struct ug_prose prose;

		CHECK(text.s, ug_prose_read(&prose, text, &scratch) ==
		    UNGARBLE_OK);
		CHECK(text.s, ug_stray_told(&prose, 0, prose.n) ==
		    rows[i].told);
		CHECK(text.s, ug_stray_person(&prose, 0, prose.n) ==
		    rows[i].person);
		CHECK(text.s, ug_stray_join(&prose, 0, prose.n) ==
		    (rows[i].join == NULL ? 0 : text.len -
		    strlen(rows[i].join)));
		CHECK(text.s, !ug_stray_verb(&prose, 0));
		check_ranges(&prose, text.s);
		ug_arena_reset(&scratch);
	}
	for (size_t i = 0; i < sizeof(singles) / sizeof(*singles); i++)
		check_single(singles[i].text, singles[i].single);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
