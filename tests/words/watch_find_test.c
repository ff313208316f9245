/*
 * watch_find_test.c - what is known of words, and whether phrases go on
 */
#include "words/watch_find.h"

#include <string.h>

#include "check.h"

static uint32_t
key_of(const char *word)
{
	return ug_watch_mix(ug_cue_key(word, strlen(word)));
}

static void
test_tells(void)
{
	const uint32_t pair = ug_watch_pair(key_of("bosom"),
	    key_of("malignancy"));
	const uint32_t three = ug_watch_pair(key_of("flag"), key_of("to"));

	CHECK("a word", (ug_watch_tells(key_of("mentioned")) &
	    UG_WATCH_EVIDENCE) > 0);
	CHECK("nothing", ug_watch_tells(key_of("of")) == 0);
	CHECK("a pair", (ug_watch_tells(pair) & UG_WATCH_OTHER) != 0);
	CHECK("turned", ug_watch_tells(ug_watch_pair(key_of("malignancy"),
	    key_of("bosom"))) == 0);
	CHECK("leads on", ug_watch_tells(three) == 0);
	CHECK("three", (ug_watch_find_third(three, key_of("clamor")) &
	    UG_WATCH_OTHER) != 0);
	CHECK("no three", ug_watch_find_third(three, key_of("noise")) == 0);
	CHECK("ends", (ug_watch_tells(ug_watch_pair(key_of("bosom"),
	    UG_WATCH_END)) & UG_WATCH_LAST) != 0);
	CHECK("filter", ug_watch_may_be(pair) &&
	    ug_watch_may_be(key_of("mentioned")));
}

/* The last two words of s[0..len), before last[2]. */
static void
last_words(const char *s, size_t len, uint32_t *last)
{
	char word[16];

	last[0] = last[1] = 0;
	for (size_t at = 0; at < len;) {
		size_t n = 0;

		while (at + n < len && ug_ascii_is_letter(s[at + n])) {
			word[n] = ug_ascii_lower(s[at + n]);
			n++;
		}
		word[n] = '\0';
		if (n > 0) {
			last[0] = last[1];
			last[1] = key_of(word);
		}
		at += n > 0 ? n : 1;
	}
}

/* Whether a phrase that begins in the first line may go on. */
static void
test_breaks_off(void)
{
	static const struct {
		const char *lines;
		bool begun;
	} rows[] = {
		{ "the bosom\nmalignancy it\n", true },
		{ "the Bosom \n  Malignancy it\n", true },
		{ "the bosom\nof it\n", false },
		{ "the bosom\nM\n", false },
		{ "the bosom\n\nmalignancy\n", false },
		{ "bosom\n \n", false },
		{ "bosom\n", true },
		{ "bosom\n ", true },
		{ "the bosom\n<b>malignancy\n", true },
		{ "the bosom\nof <b>it\n", true },
		{ "<b>the bosom\nof it\n", true },
		{ "the bosom\n\"Malignancy it\n", false },
		{ "the bosom\n\xE2\x80\x9Cof it\n", true },
		{ "the bosom-\nof it\n", true },
		{ "the bosom 5\nof it\n", false },
		{ "the bosom (\nof it\n", false },
		{ "the bosom\n5 of it\n", false },
		{ "the bosom\n\tof it\n", true },
		{ "human-\nmade consciousness\n", true },
		{ "human\n-made consciousness\n", true },
		{ "human\nmade consciousness\n", true },
		{ "human\nmade of it\n", false },
		{ "human\nmade\n", false },
		{ "human made\nof it\n", false },
		{ "the bosom.\nmalignancy\n", false },
		{ "Alzheimer\n's\n", true },
		{ "Alzheimer\ns ailment\n", true },
		{ "Alzheimer\nailment\n", false },
		{ "flag\nto clamor\n", true },
		{ "flag\nto noise\n", false },
		{ "flag\nthe noise\n", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct ug_text text = { rows[i].lines,
			strlen(rows[i].lines) };
		const size_t end = strcspn(text.s, "\n") + 1;
		uint32_t last[3];

		last_words(text.s, end, last);
		CHECK(text.s, ug_watch_breaks_off(text, 0, end, last + 2) !=
		    rows[i].begun);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_tells();
	test_breaks_off();
	return check_done(argv[0]);
}
