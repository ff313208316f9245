/*
 * blanked_twos.c - two blanks in a row, of which one may have been a mark
 *
 *	what he calls  states  rights  is	“states’ rights”
 *
 * A mark before a blank or behind one leaves two, a dash between two leaves
 * three.
 */
#include "blanked_twos.h"

#define AMID       16  /* single blanks, at least, for each two */
#define NEAR       512 /* words to either side */
#define PLURAL_MIN 4   /* letters */

bool
ug_blank_twice(const struct ug_prose *prose, size_t i, const char *marks)
{
	const struct ug_text gap = ug_prose_gap(prose, i);
	const size_t n = gap.len - (gap.len == 3);

	return n == 2 && gap.s[gap.len - 1] == ' ' &&
	    gap.s[gap.len - 2] == ' ' && (gap.len == 2 ||
	    memchr(marks, gap.s[0], strlen(marks)) != NULL);
}

bool
ug_blank_amid(const struct ug_prose *prose)
{
	size_t one = 0, two = 0;

	for (size_t i = 0; i + 1 < prose->n; i++) {
		one += ug_prose_gap_is(prose, i, " ");
		two += ug_prose_gap_is(prose, i, "  ") &&
		    ug_prose_lower(prose, i);
	}
	return two > 0 && one >= two * AMID;
}

bool
ug_blank_plural(const struct ug_prose *prose, size_t i)
{
	const struct ug_text word = ug_prose_word(prose, i);
	const size_t from = i > NEAR ? i - NEAR : 0;

	if (i + 1 >= prose->n || word.len < PLURAL_MIN ||
	    word.s[word.len - 1] != 's' || !ug_prose_gap_is(prose, i, "  ") ||
	    !ug_prose_lower(prose, i) || !ug_prose_lower(prose, i + 1))
		return false;
	for (size_t k = from; k + 1 < prose->n && k < i + NEAR; k++) {
		if (k != i && ug_prose_same(prose, i, k) &&
		    ug_prose_same(prose, i + 1, k + 1) &&
		    ug_prose_gap_is(prose, k, "  "))
			return true;
	}
	return false;
}
