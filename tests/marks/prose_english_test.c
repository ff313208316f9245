/*
 * prose_english_test.c - how many common words a text in English has at least
 */
#include <string.h>

#include "check.h"
#include "marks/prose.h"
#include "random.h"

/* The commonest words; the first of them no other language has. */
static const char *const common[] = { "the", "of", "and", "with", "The", "to",
	"that", "for", "was", "is", "by", "from", "this", "are", "in", "it",
	"as", "not", "at", "which", "on", "be", "have", "has", "his", "they",
	"In", "It", "He", "But", "And", "we", "I", "you" };

#define N_COMMON (sizeof(common) / sizeof(*common))
#define N_SURE   5

/* Words that are near one of them. */
static const char *const others[] = { "ship", "thee", "th", "OF", "an", "tow",
	"thatch", "wit", "a", "x", "whic", "hich", "Harland", "theory", "i",
	"You", "1600", "tot", "1", "os", "hhhhh" };

/*
 * One in eight of the first 128 and a sure one; or, from the 32nd word on, one
 * in five up to there and two sure ones.
 */
static bool
is_english(const unsigned *words, size_t n_words)
{
	size_t n = 0, n_common = 0, n_sure = 0;

	for (; n < n_words && n < 128; n++) {
		if (n >= 32 && n_common * 5 >= n && n_sure >= 2)
			return true;
		n_common += words[n] < N_COMMON;
		n_sure += words[n] < N_SURE;
	}
	return n_sure > 0 && n_common >= 2 && n_common * 8 >= n;
}

/* So many words, one of `apart` of them common. */
static bool
check_drawn(uint64_t *seed, size_t n, uint64_t apart, uint64_t sure)
{
	static char s[2000];
	unsigned words[200];
	bool english;

	s[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		const char *word;

		words[i] = random_next(seed) % apart != 0 ? N_COMMON :
		    (unsigned)(random_next(seed) % (random_next(seed) % sure ==
		    0 ? N_SURE : N_COMMON));
		word = words[i] < N_COMMON ? common[words[i]] :
		    others[random_next(seed) % (sizeof(others) /
		    sizeof(*others))];
		strcat(strcat(s, word), i % 9 == 8 ? ", " : " ");
	}
	english = is_english(words, n);
	CHECK(s, ug_prose_english((struct ug_text){ s, strlen(s) }) ==
	    english);
	return english;
}

/* Each word by itself: with a sure one it is enough. */
static void
check_each(void)
{
	for (size_t i = 0; i < N_COMMON; i++) {
		char s[80];

		strcat(strcpy(s, "Harland of "), common[i]);
		CHECK(s, ug_prose_english((struct ug_text){ s, strlen(s) }));
		strcat(strcpy(s, "Harland to "), common[i]);
		CHECK(s, ug_prose_english((struct ug_text){ s, strlen(s) }) ==
		    (i < N_SURE));
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		char s[80];

		strcat(strcpy(s, "Harland of "), others[i]);
		CHECK(s, !ug_prose_english((struct ug_text){ s, strlen(s) }));
	}
}

int
main(int argc, char *argv[])
{
	uint64_t seed = 1;
	size_t n_english = 0;

	(void)argc;
	for (size_t i = 0; i < 20000; i++)
		n_english += check_drawn(&seed, i % 10 == 0 ?
		    random_next(&seed) % 200 : random_next(&seed) % 40,
		    3 + random_next(&seed) % 9, 1 + random_next(&seed) % 8);
	CHECK("some are", n_english > 4000 && n_english < 16000);
	check_each();
	return check_done(argv[0]);
}
