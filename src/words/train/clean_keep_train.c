/*
 * clean_keep_train.c - is this paragraph English prose, and new?
 *
 * Menus, tables, lists of names, code and other languages lack the small words
 * of English, end without a stop or are all capitals and signs.  A paragraph
 * whose beginning or end was seen before is a copy.
 */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "clean_train.h"

#define SEEN_BITS 25
#define ENDS 48        /* letters that tell a paragraph from another */
#define MIN_WORDS 8
#define LONGEST 40     /* paragraphs of a document */

static uint64_t *seen;

void
page_put(struct page_paragraph *paragraph, char c)
{
	if (c == '\n' || c == '\t' || c == '\r')
		c = ' ';
	if (c == ' ' && (paragraph->n == 0 ||
	    paragraph->s[paragraph->n - 1] == ' '))
		return;
	if (paragraph->n < sizeof(paragraph->s) - 2)
		paragraph->s[paragraph->n++] = c;
	else
		paragraph->code = true;
}

/* Remember a hash; was it known? */
static bool
seen_before(uint64_t hash)
{
	const size_t mask = ((size_t)1 << SEEN_BITS) - 1;
	size_t at = hash & mask, i;

	if (seen == NULL)
		seen = calloc(mask + 1, sizeof(*seen));
	if (seen == NULL)
		exit(2);
	for (i = 0; seen[at] != 0; at = (at + 1) & mask)
		if (seen[at] == hash || ++i > mask / 2)
			return true;
	seen[at] = hash;
	return false;
}

/* The hash of ENDS letters from s on, or of those before s if `step` is -1. */
static uint64_t
end_hash(const char *s, size_t n, int step)
{
	uint64_t h = step < 0 ? UG_HASH : 1469598103934665603u;
	size_t i, letters = 0;

	for (i = 0; i < n && letters < ENDS; i++) {
		char c = step < 0 ? s[n - 1 - i] : s[i];

		if (!ug_ascii_is_letter(c))
			continue;
		h = ug_hash(h, (unsigned char)(c | 32));
		letters++;
	}
	return h | 1;
}

static bool
is_small_word(const char *s, size_t n)
{
	static const char words[] = " the of and to in a is that for it was on "
	    "with as be by at from are this have or an not i you he we they "
	    "his her has had but which were will their its she can my one all "
	    "there when who what if about up out so would more than been into "
	    "do no our me your how some them then over after just like ";
	char key[12];
	size_t i;

	if (n > 8)
		return false;
	key[0] = ' ';
	for (i = 0; i < n; i++)
		key[i + 1] = (char)(s[i] | 32);
	key[n + 1] = ' ';
	key[n + 2] = '\0';
	return strstr(words, key) != NULL;
}

struct word_counts {
	size_t words, small, capital, letters, signs, foreign;
};

static struct word_counts
count_words(const char *s, size_t n)
{
	struct word_counts c = { 0 };
	size_t i = 0, start;

	while (i < n) {
		unsigned char b = (unsigned char)s[i];

		if (!ug_ascii_is_letter(s[i])) {
			c.signs += b > ' ' && b < 0x80;
			c.foreign += b >= 0xC4 && b != 0xE2;
			i++;
			continue;
		}
		for (start = i; i < n && ug_ascii_is_letter(s[i]); i++)
			;
		c.words++;
		c.letters += i - start;
		c.capital += s[start] < 'a' && i - start > 1;
		c.small += is_small_word(s + start, i - start);
	}
	return c;
}

static bool
is_prose(const char *s, size_t n)
{
	struct word_counts c = count_words(s, n);
	char last = s[n - 1];

	return c.words >= MIN_WORDS && c.small * 100 >= c.words * 26 &&
	    c.capital * 100 <= c.words * 40 && c.signs * 8 <= c.letters &&
	    c.foreign * 20 <= c.words &&
	    (strchr(".!?\")'", last) != NULL || (unsigned char)last >= 0x80);
}

/* What is remembered is letters of English. */
static bool
is_new(const char *s, size_t n)
{
	bool old = seen_before(end_hash(s, n, 1));

	return !seen_before(end_hash(s, n, -1)) && !old;
}

void
page_break(struct page_paragraph *paragraph)
{
	char *s = paragraph->s;
	size_t n = paragraph->n;
	bool whole = !paragraph->code;

	paragraph->n = 0;
	paragraph->code = false;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n == 0 || !whole ||
	    (!paragraph->any && !(is_prose(s, n) && is_new(s, n))))
		return;
	s[n] = '\n';
	fwrite(s, 1, n + 1, paragraph->out);
	if (++paragraph->kept % LONGEST == 0)
		putc('\n', paragraph->out);
}

void
page_end(struct page_paragraph *paragraph)
{
	if (paragraph->kept > 0)
		putc('\n', paragraph->out);
	paragraph->kept = 0;
}
