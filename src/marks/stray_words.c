/*
 * stray_words.c - what words tell of the quotation marks around them
 *
 *	... we know.The mayor said that it is far. “We ...
 *
 * Who says "we" is quoted, and what "said" stands in is not.
 */
#include "stray_words.h"

bool
ug_stray_verb(const struct ug_prose *prose, size_t i)
{
	return ug_prose_in(prose, i, "said says told tells added adds stressed "
	    "explained explains concluded continued insisted noted asked "
	    "replied wrote warned declared stated recalled joked");
}

bool
ug_stray_told(const struct ug_prose *prose, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (ug_stray_verb(prose, i))
			return true;
	}
	return false;
}

bool
ug_stray_person(const struct ug_prose *prose, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (ug_prose_in(prose, i, "I we We you You our Our my My us "
		    "me I'm I\u2019m I've I\u2019ve we're we\u2019re We're "
		    "We\u2019re you'll you\u2019ll"))
			return true;
	}
	return false;
}

/* The length of "bay" in "bay.The", if word `i` is one like that; or 0. */
static size_t
stray_joined(const struct ug_prose *prose, size_t i)
{
	const struct ug_text word = ug_prose_word(prose, i);
	const char *const stop = memchr(word.s, '.', word.len);
	const size_t n = stop == NULL ? 0 : (size_t)(stop - word.s);

	for (size_t at = 0; at < word.len; at++) {
		const char c = word.s[at];

		if (at == n ? c != '.' : at == n + 1 ? !ug_ascii_is_upper(c) :
		    !ug_ascii_is_lower(c))
			return 0;
	}
	return n > 1 && word.len > n + 2 ? n : 0;
}

size_t
ug_stray_join(const struct ug_prose *prose, size_t from, size_t to)
{
	size_t join = to;

	for (size_t i = from; i < to; i++) {
		if (stray_joined(prose, i) == 0)
			continue;
		if (join < to)
			return 0;
		join = i;
	}
	return join + 1 >= to || ug_stray_told(prose, from, join) ||
	    !ug_stray_person(prose, from, join) ||
	    !ug_stray_told(prose, join + 1, to) ||
	    ug_stray_person(prose, join + 1, to) ? 0 :
	    prose->words[join].at + stray_joined(prose, join) + 1;
}

size_t
ug_stray_single(struct ug_text text, size_t close)
{
	size_t open = text.len;

	/* Who types " may type ' as well. */
	if (close < 2 || text.s[close] == '"' ||
	    memchr(".,!?", text.s[close - 1], 4) == NULL)
		return text.len;
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("'"))) <
	    close; at++) {
		const bool inside = ug_text_letter(text, at + 1);

		if (inside && at > 0 && text.s[at - 1] != ' ')
			continue;
		/* One that closes, or another that opens. */
		if (!inside || open < text.len)
			return text.len;
		open = at;
	}
	return open == text.len || text.s[open + 1] > 'Z' ||
	    ug_word_in(ug_prose_around(text, open + 1), "Tis Twas Til Till "
	    "Cause Em Nuff Round Twill Twere Twould") ? text.len : open;
}
