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

#include "base/block.h"
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

#define AHEAD 7 /* bytes behind a block that may be read */

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

/* Take the next word, by its key. */
static inline unsigned
watch_word(struct ug_watch *watch, uint64_t key)
{
	const uint32_t mix = ug_watch_mix(key);
	const uint32_t pair = ug_watch_pair(watch->before, mix);

	watch->before = mix;
	watch->n++;
	return ((watch_may_be(mix) | watch_may_be(pair)) & 1) != 0 ||
	    watch->more != 0 ? watch_note(watch, mix, pair) : 0;
}

/* The key of the `len` letters at `s`, behind which seven bytes may be read. */
static inline uint64_t
watch_key(const char *s, unsigned len)
{
	const uint64_t first = ug_bytes_64(s) | UG_EACH_BYTE * 0x20;

	if (len > 8)
		return ug_cue_key_long(first, ug_bytes_64(s + len - 8) |
		    UG_EACH_BYTE * 0x20);
	return first & UINT64_MAX >> (64 - 8 * len);
}

/* Take the words of a block at `s`, whose letters have a bit each. */
static inline unsigned
watch_words(struct ug_watch *watch, const char *s, uint64_t letters)
{
	unsigned sights = 0;

	while (letters != 0) {
		const uint64_t lowest = letters & (0 - letters);
		const uint64_t behind = letters + lowest; /* 0: at its end */
		const unsigned first = ug_letters_lowest(lowest);
		const unsigned end = behind == 0 ? UG_BLOCK_BYTES :
		    ug_letters_lowest(behind & ~letters);

		sights |= watch_word(watch, watch_key(s + first,
		    end - first));
		letters &= behind;
	}
	return sights;
}

/* Are there signs, a bit each, of text.s[at..], where code may turn? */
static unsigned
watch_signs(struct ug_text text, size_t at, uint64_t signs)
{
	for (; signs != 0; signs &= signs - 1)
		if (ug_region_may_turn(text, at + ug_letters_lowest(signs)))
			return UG_WATCH_SIGN;
	return 0;
}

unsigned
ug_watch_see(struct ug_watch *watch, struct ug_text text)
{
	unsigned sights = watch_alarm(watch) >= WAKES ? UG_WATCH_WAKE : 0;
	char room[UG_BLOCK_BYTES + AHEAD];

	for (size_t at = 0; at < text.len; ) {
		const char *const s = ug_block_window(text, at, 0, AHEAD, room);
		uint64_t letters = ug_block_letters(s), whole = UINT64_MAX;
		size_t n = UG_BLOCK_BYTES;

		/* A word that goes on behind the block is left to the next. */
		if (text.len - at <= n) {
			n = text.len - at;
		} else if (~letters == 0) {
			uint64_t key;

			at += ug_cue_word(text, at, &key);
			sights |= watch_word(watch, key);
			continue;
		} else {
			while ((letters >> (n - 1) & 1) != 0)
				n--;
			whole = UINT64_MAX >> (UG_BLOCK_BYTES - n);
		}
		sights |= watch_words(watch, s, letters & whole);
		sights |= watch_signs(text, at, ug_block_any(s, ".<`~") &
		    whole);
		at += n;
	}
	return sights | watch_end(watch);
}

void
ug_watch_miss(struct ug_watch *watch)
{
	watch->before = watch->more = 0;
}
