/*
 * texts_english_train.c - finds lines that were left in English by their words
 *
 *	"Procmail is NFS-resistant"  among Finnish
 *
 * A word speaks for English if it is several times as frequent there as in the
 * text that is looked at, and against it if it is the other way round; names
 * say nothing.  A text that is English for a small part is told by this as well
 * as a pure one.
 */
#include <string.h>

#include "base/hash.h"
#include "texts_train.h"

#define TIMES 4 /* as frequent, to speak for a language */

/* The next word's place in the table; false at the end. */
static bool
word_next(struct ug_text line, size_t *at, size_t *place)
{
	uint32_t h = UG_HASH_32;
	size_t len = 0;

	for (; *at < line.len; ++*at) {
		const unsigned char c = (unsigned char)line.s[*at];
		const unsigned char low = ug_ascii_is_upper(c) ? c | 0x20 : c;

		if (ug_ascii_is_lower(low) || c >= 0x80 || (c == '\'' &&
		    len > 0)) {
			h = ug_hash_32(h, low);
			len++;
		} else if (len > 0) {
			break;
		}
	}
	*place = ug_mix_down(h) % TEXTS_WORD_PLACES;
	return len > 0;
}

void
texts_words_count(struct texts_words *words, struct ug_text line)
{
	for (size_t at = 0, place; word_next(line, &at, &place); ) {
		words->n[place]++;
		words->all++;
	}
}

bool
texts_words_english(const struct texts_words *own,
    const struct texts_words *english, struct ug_text line)
{
	size_t ayes = 0, noes = 0;

	for (size_t at = 0, place; word_next(line, &at, &place); ) {
		const uint64_t here = own->n[place] * english->all;
		const uint64_t there = english->n[place] * own->all;

		ayes += there > TIMES * here;
		noes += here > TIMES * there;
	}
	return ayes > 2 * noes;
}
