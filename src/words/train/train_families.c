/*
 * train_families.c - which keys of the gate are inflections of one another
 *
 *	droop, drooped, drooping	->	droop
 *
 * A text that is about a word has all its forms, which says no more than one of
 * them twice.  Endings are cut off by rule; forms that change more than those
 * (`dwell`, `dwelt`) stay strangers.
 */
#include <stdlib.h>

#include "train.h"

#define STEM 40  /* bytes, at most */
#define LEAST 3  /* letters that must be left */

static bool
stem_cut(char *stem, size_t *len, const char *ending)
{
	const size_t n = strlen(ending);

	if (*len < n + LEAST || memcmp(stem + *len - n, ending, n) != 0)
		return false;
	*len -= n;
	return true;
}

/* Cut a word to what its inflections have in common. */
static void
stem_make(const char *word, char *stem)
{
	size_t len = strlen(word);

	len = len < STEM ? len : STEM - 1;
	memcpy(stem, word, len);
	if (stem_cut(stem, &len, "ies") || stem_cut(stem, &len, "ied"))
		stem[len++] = 'y';
	else if (!stem_cut(stem, &len, "ing") && !stem_cut(stem, &len, "ed") &&
	    !stem_cut(stem, &len, "es"))
		stem_cut(stem, &len, "s");
	if (!stem_cut(stem, &len, "e") && len > LEAST &&
	    stem[len - 1] == stem[len - 2])
		len--;
	stem[len] = '\0';
}

void
train_families(const int *weights, int *families)
{
	char (*const stems)[STEM] = train_memory(NULL, ug_lexicon_n_nodes,
	    STEM);

	for (unsigned i = 0; i < ug_lexicon_n_nodes; i++)
		stem_make(ug_lexicon_words + ug_lexicon_nodes[i].word,
		    stems[i]);
	for (unsigned i = 0; i < ug_lexicon_n_nodes; i++) {
		unsigned first = 0;

		while (first < i && (weights[first] <= 0 ||
		    (weights[first] >= TRAIN_STRONG) !=
		    (weights[i] >= TRAIN_STRONG) ||
		    ug_lexicon_nodes[first].parent !=
		    ug_lexicon_nodes[i].parent ||
		    strcmp(stems[first], stems[i]) != 0))
			first++;
		families[i] = (int)(weights[i] > 0 ? first : i);
	}
	/* cppcheck-suppress autovarInvalidDeallocation; points to many */
	free(stems);
}
