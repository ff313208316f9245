/*
 * first_person.c - does a sentence open in the first person and the present?
 *
 *	And we still hope for ...	yes
 *	They said I know ...		no
 *
 * Of most sentences a letter tells.
 */
#include "first_person.h"

#include "base/block.h"
#include "base/letters.h"
#include "prose.h"

/* The word at `at` or behind it, which `at` moves past; or an empty one. */
static struct ug_text
person_next(struct ug_text text, size_t *at)
{
	struct ug_word word;

	(void)ug_prose_next(text, *at, &word);
	*at = word.at + word.len;
	return ug_text_part(text, word.at, word.len);
}

/* Words that a sentence in the first person may open with. */
#define OPENS "And But So Today First Now Overall"

/* Whether a word may be one of those, or "I" or "we": few are that short. */
static bool
person_may_open(struct ug_text word)
{
	switch (word.len) {
	case 1:
		return word.s[0] == 'I';
	case 2:
		return word.s[1] == (word.s[0] == 'S' ? 'o' : 'e');
	case 3:
		return word.s[0] == 'A' || word.s[0] == 'B' ||
		    word.s[0] == 'N';
	default:
		return word.len == 5 || word.len == 7;
	}
}

bool
ug_first_person(struct ug_text text, size_t at)
{
	struct ug_text word = person_next(text, &at);

	if (!person_may_open(word))
		return false;
	if (ug_word_in(word, OPENS))
		word = person_next(text, &at);
	if (!ug_word_in(word, "I We we"))
		return false;
	do
		word = person_next(text, &at);
	while (ug_word_in(word, "also still all now always certainly both "
	    "really very strongly sincerely"));
	return ug_word_in(word, "look hope have are am believe think want "
	    "need must will can cannot know see expect urge call welcome do "
	    "don't don\u2019t feel support continue intend should would agree "
	    "remain stand understand recognize reject condemn wish share");
}

static bool
person_in_word(char c)
{
	return ug_ascii_is_letter(c) || ug_ascii_is_digit(c);
}

/*
 * Whether the word at `at`, which starts with an ASCII letter or digit, may be
 * in OPENS, or "I" or "we", by its first two letters.
 */
static bool
person_may_lead(struct ug_text text, size_t at)
{
	const char next = at + 1 < text.len ? text.s[at + 1] : '\n';

	switch (text.s[at]) {
	case 'A':
		return next == 'n';
	case 'B':
		return next == 'u';
	case 'F':
		return next == 'i';
	case 'I':
		return !person_in_word(next);
	case 'N':
	case 'S':
	case 'T':
		return next == 'o';
	case 'O':
		return next == 'v';
	case 'W':
	case 'w':
		return next == 'e';
	default:
		return false;
	}
}

/* Whether a sentence opens in the first person behind any such mark. */
static bool
person_opens_behind(struct ug_text text, struct ug_text mark)
{
	size_t at = 0;

	while ((at = ug_text_find(text, at, mark)) < text.len) {
		if (ug_first_person(text, at))
			return true;
		/* No other sentence opens up to the word's end. */
		(void)person_next(text, &at);
	}
	return false;
}

static bool
person_opens_behind_any(struct ug_text text)
{
	return person_opens_behind(text, UG_TEXT(".")) ||
	    person_opens_behind(text, UG_TEXT("?")) ||
	    person_opens_behind(text, UG_TEXT("!"));
}

/* What the mark at `at` tells. */
enum person_mark {
	PERSON_NONE,
	PERSON_OPENS,
	PERSON_DOUBTFUL /* it may be inside a word: those before it tell */
};

static enum person_mark
person_mark(struct ug_text text, size_t at)
{
	const char next = at + 1 < text.len ? text.s[at + 1] : '\n';
	const size_t word = at + 1 + (next == ' ');

	if (word < text.len && person_in_word(text.s[word]) &&
	    !person_may_lead(text, word))
		return PERSON_NONE;
	if (text.s[at] == '.' && (person_in_word(next) ||
	    (unsigned char)next >= 0x80))
		return PERSON_DOUBTFUL;
	return ug_first_person(text, at) ? PERSON_OPENS : PERSON_NONE;
}

bool
ug_first_person_any(struct ug_text text)
{
	char room[UG_BLOCK_BYTES];

	if (text.len > 0 && (!person_in_word(text.s[0]) ||
	    person_may_lead(text, 0)) && ug_first_person(text, 0))
		return true;
	for (size_t at = 0; at < text.len; at += UG_BLOCK_BYTES) {
		uint64_t marks = ug_block_any(ug_block_window(text, at, 0, 0,
		    room), ".?!!");

		for (; marks != 0; marks &= marks - 1) {
			const enum person_mark mark = person_mark(text, at +
			    ug_letters_lowest(marks));

			if (mark == PERSON_DOUBTFUL)
				return person_opens_behind_any(text);
			if (mark == PERSON_OPENS)
				return true;
		}
	}
	return false;
}
