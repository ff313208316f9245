/*
 * watch_limits_test.c - how awake a watch is, word by word, by a plain count
 *
 * A word costs 16 hundredths of a nat; evidence counts twice in 240 words.  The
 * alarm stands between -800 and 800, and from -140 on the gate is asked.
 */
#include "words/watch.h"

#include "base/ascii.h"
#include "check.h"
#include "random.h"
#include "words/lexicon.h"
#include "words/watch_find.h"

#define FORMS 60000

/* A watch that is told words one by one. */
struct plain {
	int alarm;
	unsigned since;   /* words since `often` was empty */
	uint32_t last[2]; /* the last one comes second */
	struct {
		uint32_t key;
		unsigned n;
	} often[UG_WATCH_OFTEN];
};

static void
plain_evidence(struct plain *plain, uint32_t key, unsigned value)
{
	const size_t i = key % UG_WATCH_OFTEN;

	if (plain->since > 240) {
		plain->since = 0;
		memset(plain->often, 0, sizeof(plain->often));
	}
	if (plain->often[i].key != key)
		plain->often[i].n = 0;
	plain->often[i].key = key;
	if (++plain->often[i].n <= 2)
		plain->alarm += (int)(value & UG_WATCH_EVIDENCE) * 8;
	if (plain->alarm > 800)
		plain->alarm = 800;
}

/* Tell it a word; whether a key that needs no gate may be there. */
static bool
plain_word(struct plain *plain, const char *word)
{
	const uint32_t *const last = plain->last;
	const uint32_t one = ug_watch_mix(ug_cue_key(word, strlen(word)));
	const uint32_t two = ug_watch_pair(last[1], one);
	const uint32_t lead = ug_watch_pair(last[0], last[1]);
	const uint32_t three = ug_watch_pair(lead, one);
	const unsigned values[] = { ug_watch_find_third(lead, one),
		ug_watch_tells(two), ug_watch_tells(one) };
	const uint32_t keys[] = { three, two, one };

	plain->since++;
	plain->alarm -= 16;
	if (plain->alarm < -800)
		plain->alarm = -800;
	for (size_t i = 0; i < 3; i++) {
		if ((values[i] & UG_WATCH_EVIDENCE) != 0) {
			plain_evidence(plain, keys[i], values[i]);
			break;
		}
	}
	plain->last[0] = plain->last[1];
	plain->last[1] = one;
	return ((values[0] | values[1] | values[2]) & UG_WATCH_SURE) != 0;
}

static unsigned
see(struct ug_watch *watch, const char *s)
{
	return ug_watch_see(watch, (struct ug_text){ s, strlen(s) });
}

static const char *const calm[] = { "rower", "heron", "kelp", "mentioned",
	"officers", "plant" };

/* The first word of letters at *s, behind which it is left; "": none. */
static const char *
next_word(const char **s, char *word, size_t cap)
{
	size_t n = 0;

	while (**s != '\0' && !ug_ascii_is_letter(**s))
		++*s;
	for (; n + 1 < cap && ug_ascii_is_letter(**s); ++*s)
		word[n++] = ug_ascii_lower(**s);
	word[n] = '\0';
	return word;
}

/* Tell both a word; false: they part. */
static bool
check_word(struct ug_watch *watch, struct plain *plain, const char *word)
{
	const bool awake = plain->alarm >= -140;
	const unsigned sights = see(watch, word);
	const bool sure = plain_word(plain, word);
	const bool told = watch->n == 0;

	return CHECK(word, ((sights & UG_WATCH_WAKE) != 0) ==
	    (awake || sure || (told && plain->alarm >= -140))) &&
	    CHECK(word, ug_watch_awake(watch) == (plain->alarm >= -140)) &&
	    CHECK(word, !told || watch->alarm == plain->alarm);
}

/* One of the lexicon `spun` times in 64. */
static const char *
draw_form(uint64_t *seed, uint64_t spun)
{
	if (random_next(seed) % 64 >= spun)
		return calm[random_next(seed) % 6];
	return ug_lexicon_words + ug_lexicon_pairs[random_next(seed) %
	    ug_lexicon_n_pairs].spun;
}

/* Words that tell little for a while, and then forms of the lexicon. */
static void
test_plain(void)
{
	struct ug_watch watch = { .alarm = 0 };
	struct plain plain = { .alarm = 0 };
	uint64_t seed = 1;
	uint64_t spun = 0;
	bool same = true;
	size_t n_awake = 0;

	for (size_t i = 0; i < FORMS && same; i++) {
		const char *form = draw_form(&seed, spun);
		char word[40];

		while (same && *next_word(&form, word, sizeof(word)) != '\0')
			same = check_word(&watch, &plain, word);
		if (random_next(&seed) % 40 == 0)
			spun = random_next(&seed) % 6;
		if (random_next(&seed) % 500 == 0) {
			ug_watch_miss(&watch);
			plain.last[0] = plain.last[1] = 0;
		}
		if (random_next(&seed) % 5000 == 0) {
			ug_watch_calm(&watch);
			plain = (struct plain){ .alarm = -800 };
		}
		n_awake += plain.alarm >= -140;
	}
	CHECK("awake now and then", n_awake > FORMS / 4 &&
	    n_awake < 3 * FORMS / 4);
}

/* A stream begins awake, for eight words. */
static void
test_begins(void)
{
	for (unsigned n = 0; n < 12; n++) {
		struct ug_watch watch = { .alarm = 0 };

		for (unsigned i = 0; i < n; i++)
			see(&watch, "kelp ");
		CHECK("begins", ug_watch_awake(&watch) == (n <= 8));
	}
}

/* It is as deep asleep after any number of words as after fifty. */
static void
test_sleeps(void)
{
	for (unsigned n = 50; n <= 12800; n *= 16) {
		struct ug_watch watch = { .alarm = 0 };
		struct plain plain = { .alarm = -800, .since = n };

		for (unsigned i = 0; i < n; i++)
			see(&watch, "kelp ");
		plain.last[0] = plain.last[1] = watch.last[1];
		for (size_t i = 0; i < ug_lexicon_n_pairs && i < 400; i++) {
			const char *form = ug_lexicon_words +
			    ug_lexicon_pairs[i].spun;
			char word[40];

			while (*next_word(&form, word, sizeof(word)) != '\0')
				if (!check_word(&watch, &plain, word))
					return;
		}
	}
}

/* Over a record that is not looked at nothing goes on. */
static void
test_miss(void)
{
	struct ug_watch watch;

	for (int miss = 0; miss < 2; miss++) {
		ug_watch_calm(&watch);
		see(&watch, "They found bosom\n");
		if (miss)
			ug_watch_miss(&watch);
		CHECK("two", (see(&watch, "malignancy there\n") &
		    UG_WATCH_PHRASE) == (miss ? 0 : UG_WATCH_PHRASE));
		see(&watch, "a flag to\n");
		if (miss)
			ug_watch_miss(&watch);
		CHECK("three", (see(&watch, "clamor there\n") &
		    UG_WATCH_PHRASE) == (miss ? 0 : UG_WATCH_PHRASE));
	}
	ug_watch_miss(&watch);
	CHECK("as at first", watch.last[0] == 0 && watch.last[1] == 0);
}

/* Of text without letters a key has two `?` or a comma within a number. */
static bool
is_mute(const char *s)
{
	for (; *s != '\0'; s++)
		if ((s[0] == '?' && s[1] == '?') || (ug_ascii_is_digit(s[0]) &&
		    s[1] == ',' && ug_ascii_is_digit(s[2])))
			return false;
	return true;
}

static void
test_mute(void)
{
	static const char *const pieces[] = { ",", ",", "?", " ", "\n", ".",
		"\u3042", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };
	uint64_t seed = 1;

	for (size_t i = 0; i < 30000; i++) {
		struct ug_watch watch = { .alarm = 0 };
		char text[64] = "";

		for (uint64_t n = random_next(&seed) % 9; n > 0; n--)
			strcat(text, pieces[random_next(&seed) %
			    (sizeof(pieces) / sizeof(*pieces))]);
		CHECK(text, ((see(&watch, text) & UG_WATCH_MUTE) != 0) ==
		    is_mute(text));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_begins();
	test_plain();
	test_sleeps();
	test_miss();
	test_mute();
	return check_done(argv[0]);
}
