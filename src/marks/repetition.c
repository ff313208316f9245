/*
 * repetition.c - whether words that stand twice in a row are meant to
 *
 * A sentence repeats words with good reason where the first of them end a
 * clause or a phrase, and the second go on with what that is a part of:
 *
 *	those who are entitled to vote are entitled to vote
 *	ships that are built to carry heavy loads carry heavy loads
 *	what people have to do people have to do
 *
 * So words may be meant that stand in a clause which a "who" or "if" opens,
 * that follow a "to", that are a clause, a phrase with its article, or part of
 * a list.  Machines cut anywhere: enough is left that nobody can mean.
 */
#include "repetition.h"

#include "base/least.h"

#define OBJECT_MAX 3 /* words from "who" to what is its verb's */
#define ALIKE_MIN  5 /* letters of a word that tells a list */

#define LINKS "of to in with and or but by from for on at as into than that " \
	"then after before over under upon per via vs"

/* Verbs that a clause is known by. */
#define VERBS "is are was were am has have had will would can cannot could " \
	"shall should may might must do does did need needs want wants"

/* Whether word `i` stands between "who" and its verb: "who, at sea, are". */
static bool
repetition_adverb(const struct ug_prose *prose, size_t i)
{
	const struct ug_text word = ug_prose_word(prose, i);

	return !ug_prose_gap_is(prose, i - 1, " ") ||
	    ug_prose_in(prose, i, "in on at by for from with under within "
	    "without upon after before during also still now then so never "
	    "not always often already ever") ||
	    (word.len > 3 && ug_text_ends(word, word.len, "ly"));
}

/*
 * Whether word `i` may be the verb, or what belongs to the verb, of a clause
 * inside another one.
 */
static bool
repetition_in_clause(const struct ug_prose *prose, size_t i)
{
	const size_t first = ug_prose_first(prose, i);
	const bool verb = ug_prose_in(prose, i, VERBS);

	for (size_t k = i; k-- > first;) {
		if (ug_prose_in(prose, k, "who whom whose which that what "
		    "whoever whatever whichever where wherever when whenever "
		    "how why if unless as than because while since once until "
		    "though although What Whoever Whatever Who Where When If "
		    "How As While Since") && (k + 1 == i ||
		    (!verb && i - k <= OBJECT_MAX) ||
		    repetition_adverb(prose, k + 1)))
			return true;
	}
	return false;
}

/*
 * Whether words from `i` on, of which there are three at least, begin with a
 * subject and its verb: "people have to do".
 */
static bool
repetition_is_clause(const struct ug_prose *prose, size_t i)
{
	return !ug_prose_in(prose, i, VERBS) && (ug_prose_in(prose, i + 1,
	    VERBS) || ug_prose_in(prose, i + 2, VERBS));
}

/* Whether "from coast to | coast to | coast", word `i` behind "from". */
static bool
repetition_chain(const struct ug_prose *prose, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++) {
		if (ug_prose_in(prose, k, "to"))
			return ug_prose_in(prose, i - 1, "from From");
	}
	return false;
}

/* Whether a word of [i, i + n) stands near by, outside of the two. */
static bool
repetition_listed(const struct ug_prose *prose, size_t i, size_t n)
{
	const size_t from = i > 2 * n ? i - 2 * n : 0;
	const size_t to = UG_MIN(i + 4 * n, prose->n);

	for (size_t k = from; k < to; k++) {
		if (k == i)
			k = i + 2 * n;
		for (size_t m = i; m < i + n && k < to; m++) {
			if (prose->words[m].len >= ALIKE_MIN &&
			    ug_prose_same(prose, m, k))
				return true;
		}
	}
	return false;
}

/*
 * Whether the words themselves tell: a name, an "and", an end that links to a
 * second round ("pointer to a pointer to", "of the state of the state"), what
 * a speaker may well say again, a phrase with its article.
 */
static bool
repetition_worded(const struct ug_prose *prose, size_t i, size_t n)
{
	const struct ug_text last = ug_prose_word(prose, i + n - 1);

	for (size_t k = i; k < i + n; k++) {
		if (!ug_prose_lower(prose, k) ||
		    ug_prose_in(prose, k, "and or"))
			return true;
	}
	return ug_prose_in(prose, i, LINKS) ||
	    ug_prose_in(prose, i + n - 1, LINKS) ||
	    ug_text_find(last, 0, UG_TEXT("'")) < last.len ||
	    ug_text_find(last, 0, UG_TEXT("\u2019")) < last.len ||
	    ug_prose_in(prose, i, "i we you he she they it who what don't "
	    "don\u2019t let's let\u2019s no not never please yes oh all so "
	    "very too help let make") ||
	    ug_prose_in(prose, i, "the a an this that these those my your his "
	    "her its our their every");
}

bool
ug_repetition_meant(const struct ug_prose *prose, size_t i, size_t n)
{
	return repetition_worded(prose, i, n) ||
	    repetition_is_clause(prose, i) ||
	    repetition_listed(prose, i, n) || (i > 0 &&
	    (ug_prose_in(prose, i - 1, "to") ||
	    repetition_chain(prose, i, n) ||
	    repetition_in_clause(prose, i)));
}
