/*
 * watch.c - may the text around here have been through a synonym spinner?
 *
 * Nearly all text is clean, and hardly any of its words are such as spinners
 * put.  So those alone are looked for, one to three words; each has the weight
 * it has for the gate, and all words count against them alike:
 *
 *	Officers said the vote is on Friday.       officers 3.2 - 7 x .16
 *	Officers mentioned the vote is on Friday.  and mentioned 3.9
 *
 * What they make together is held as the gate holds its alarm (gate.c); when it
 * rises the gate is asked, which has the words that speak against: more of them
 * stand in clean text than are counted here.
 */
#include "watch.h"

#include "gate.h"
#include "region.h"
#include "watch_key.h"
#include "watch_table.h"

#ifndef UG_TRAINING
#include "lexicon_table.h"
_Static_assert(WATCH_TABLE_LEXICON == UG_LEXICON_VERSION,
    "watch_table.h is of another lexicon: see words/README");
#endif

/* Both as in the gate. */
#define FOR_AT_MOST 2
#define OFTEN_WORDS UG_SPIN_WINDOW /* in which a word counts so often */

/*
 * In hundredths of a nat: what a word costs; how low and how high the alarm
 * stands at most; down to where the gate is asked.  A text begins at 0, awake.
 * Set by hand on marked documents, alone, wrapped and behind clean text: lower
 * costs read more of clean text, higher ones lose first lines of what is spun.
 */
#define COST 16
#define LOW 800
#define HIGH 800
#define WAKES (-140)

/* Where the next letter stands, or the end. */
static inline size_t
watch_skip(struct ug_text text, size_t at, unsigned *sights)
{
	for (; at < text.len; at++) {
		const char c = text.s[at];

		if (ug_ascii_is_letter(c))
			break;
		if ((c == '.' || c == '<' || c == '`' || c == '~') &&
		    ug_region_may_turn(text, at))
			*sights |= UG_WATCH_SIGN;
	}
	return at;
}

static inline uint32_t
watch_may_be(uint32_t mix)
{
	const uint32_t bit = mix >> (32 - UG_WATCH_BITS);

	return watch_bits[bit >> 5] >> (bit & 31);
}

/* What is known of a word, pair or three; most often nothing. */
static inline unsigned
watch_find(uint32_t mix)
{
	uint32_t at = mix >> (32 - UG_WATCH_PLACE_BITS);

	if ((watch_may_be(mix) & 1) == 0)
		return 0;

	while (watch_keys[at] != 0 && watch_keys[at] != mix)
		at = (at + 1) & ((1u << UG_WATCH_PLACE_BITS) - 1);
	return watch_values[at];
}

/* What a value of the table is to who looks at a record. */
static inline unsigned
watch_sights(unsigned value)
{
	return ((value & UG_WATCH_SURE) != 0 ? UG_WATCH_WAKE : 0) |
	    ((value & UG_WATCH_OTHER) != 0 ? UG_WATCH_PHRASE : 0) |
	    ((value & UG_WATCH_LAST) != 0 ? UG_WATCH_BEGUN : 0);
}

/* The alarm now, after words without evidence. */
static int
watch_alarm(const struct ug_watch *watch)
{
	const uint32_t n = watch->n < 1000 ? watch->n : 1000;
	const int alarm = watch->alarm - COST * (int)n;

	return alarm > -LOW ? alarm : -LOW;
}

/* Take evidence of a word or pair, which counts twice at most. */
static unsigned
watch_evidence(struct ug_watch *watch, uint32_t key, unsigned value)
{
	struct ug_watch_often *const often = &watch->often[key %
	    UG_WATCH_OFTEN];
	int alarm = watch_alarm(watch);

	watch->n_often += watch->n;
	watch->n = 0;
	if (watch->n_often > OFTEN_WORDS) {
		watch->n_often = 0;
		memset(watch->often, 0, sizeof(watch->often));
	}
	if (often->key != key)
		*often = (struct ug_watch_often){ key, 0 };
	if (++often->n <= FOR_AT_MOST)
		alarm += (int)((value & UG_WATCH_EVIDENCE) * UG_WATCH_UNIT);
	watch->alarm = alarm < HIGH ? alarm : HIGH;
	return alarm >= WAKES ? UG_WATCH_WAKE : 0;
}

/* Note what is known of a word, of the pair it ends, and of three. */
static unsigned
watch_note(struct ug_watch *watch, uint32_t mix, uint32_t pair)
{
	const uint32_t triple = watch->more == 0 ? 0 :
	    ug_watch_pair(watch->more, mix);
	const unsigned one = watch_find(mix), two = watch_find(pair);
	const unsigned three = watch->more == 0 ? 0 : watch_find(triple);
	unsigned sights = 0;

	watch->more = (two & UG_WATCH_MORE) != 0 ? pair : 0;
	if ((three & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, triple, three);
	else if ((two & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, pair, two);
	else if ((one & UG_WATCH_EVIDENCE) != 0)
		sights = watch_evidence(watch, mix, one);
	return sights | watch_sights(one | two | three);
}

/* What the record's last words may begin. */
static unsigned
watch_end(const struct ug_watch *watch)
{
	unsigned value = watch_find(ug_watch_pair(watch->before,
	    UG_WATCH_END));

	if (watch->more != 0)
		value |= watch_find(ug_watch_pair(watch->more, UG_WATCH_END));
	return watch_sights(value);
}

unsigned
ug_watch_see(struct ug_watch *watch, struct ug_text text)
{
	unsigned sights = watch_alarm(watch) >= WAKES ? UG_WATCH_WAKE : 0;
	uint32_t before = watch->before;
	size_t at = 0;

	while (at < text.len) {
		const uint64_t bytes = text.len - at >= 8 ?
		    ug_bytes_64(text.s + at) : ug_letters_at(text, at);
		const uint64_t ends = ug_letters_end(bytes);
		const uint64_t below = ug_letters_below(ends);
		uint64_t key = (bytes | UG_EACH_BYTE * 0x20) & below;
		uint32_t mix, pair;

		if (below == 0) {
			at = watch_skip(text, at, &sights);
			continue;
		}
		if (ends != 0) {
			const unsigned bit = ug_letters_lowest(ends) - 7;

			at += bit / 8;
			if ((bytes >> bit & 0xFF) == ' ')
				at++;
			else
				at = watch_skip(text, at, &sights);
		} else {
			at += ug_cue_word(text, at, &key);
		}
		mix = ug_watch_mix(key);
		pair = ug_watch_pair(before, mix);
		before = mix;
		watch->n++;
		if (((watch_may_be(mix) | watch_may_be(pair)) & 1) != 0 ||
		    watch->more != 0)
			sights |= watch_note(watch, mix, pair);
	}
	watch->before = before;
	return sights | watch_end(watch);
}

void
ug_watch_miss(struct ug_watch *watch)
{
	watch->before = watch->more = 0;
}
