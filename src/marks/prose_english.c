/*
 * prose_english.c - whether a text is in English, by its commonest words
 *
 *	the town of the north and its boats  ->  4 of 8 words are such
 *
 * The first words of a text decide; those of which no other language has much
 * must be among them.
 */
#include "base/letters.h"
#include "prose.h"

#define SAMPLE_WORDS 128 /* that tell the language of a record */

/*
 * The commonest words by their bytes, five at most, and whether they are sure;
 * no two share a place, or the compiler would say so.
 */
#define COMMON_LEN_MAX 5
#define KEY(a, b, c, d, e) ((uint64_t)(a) | (uint64_t)(b) << 8 | \
    (uint64_t)(c) << 16 | (uint64_t)(d) << 24 | (uint64_t)(e) << 32)
#define PLACE(key) ((key) * COMMON_FACTOR >> 56)
#define COMMON_FACTOR UINT64_C(0xCD447E35B8B6D8FF)
#define WORD(...) [PLACE(KEY(__VA_ARGS__))] = KEY(__VA_ARGS__)
#define SURE (UINT64_C(1) << 63)

static const uint64_t common_words[256] = {
	WORD('t', 'h', 'e', 0, 0) | SURE, WORD('o', 'f', 0, 0, 0) | SURE,
	WORD('a', 'n', 'd', 0, 0) | SURE, WORD('t', 'o', 0, 0, 0),
	WORD('t', 'h', 'a', 't', 0), WORD('w', 'i', 't', 'h', 0) | SURE,
	WORD('f', 'o', 'r', 0, 0), WORD('w', 'a', 's', 0, 0),
	WORD('i', 's', 0, 0, 0), WORD('b', 'y', 0, 0, 0),
	WORD('f', 'r', 'o', 'm', 0), WORD('t', 'h', 'i', 's', 0),
	WORD('a', 'r', 'e', 0, 0), WORD('i', 'n', 0, 0, 0),
	WORD('i', 't', 0, 0, 0), WORD('a', 's', 0, 0, 0),
	WORD('n', 'o', 't', 0, 0), WORD('a', 't', 0, 0, 0),
	WORD('w', 'h', 'i', 'c', 'h'), WORD('o', 'n', 0, 0, 0),
	WORD('b', 'e', 0, 0, 0), WORD('h', 'a', 'v', 'e', 0),
	WORD('h', 'a', 's', 0, 0), WORD('h', 'i', 's', 0, 0),
	WORD('t', 'h', 'e', 'y', 0), WORD('T', 'h', 'e', 0, 0) | SURE,
	WORD('I', 'n', 0, 0, 0), WORD('I', 't', 0, 0, 0),
	WORD('H', 'e', 0, 0, 0), WORD('B', 'u', 't', 0, 0),
	WORD('A', 'n', 'd', 0, 0), WORD('w', 'e', 0, 0, 0),
	WORD('I', 0, 0, 0, 0), WORD('y', 'o', 'u', 0, 0)
};

/* Has the text none of the letters one of which is in each sure word? */
static bool
prose_foreign(struct ug_text text)
{
	return text.len == 0 || (memchr(text.s, 'a', text.len) == NULL &&
	    memchr(text.s, 'h', text.len) == NULL &&
	    memchr(text.s, 'o', text.len) == NULL);
}

bool
ug_prose_english(struct ug_text text)
{
	struct ug_word word = { 0 };
	size_t n = 0, common = 0, sure = 0;

	if (prose_foreign(text))
		return false;
	while (n < SAMPLE_WORDS &&
	    ug_prose_next(text, word.at + word.len, &word)) {
		if (n >= SAMPLE_WORDS / 4 && common * 5 >= n && sure > 1)
			return true;
		n++;
		if (word.len > COMMON_LEN_MAX)
			continue;

		const uint64_t key = ug_letters_at(text, word.at) &
		    ((UINT64_C(1) << 8 * word.len) - 1);
		const uint64_t known = common_words[PLACE(key)];

		common += known << 1 == key << 1;
		sure += known == (key | SURE);
	}
	return sure > 0 && common >= 2 && common * 8 >= n;
}
