/*
 * train_ordinary.c - how often a form that is ordinary English is made
 *
 * Most `because` in spun text was written so, some for `as`: if the spinner of
 * the trainers made it of each `as` it chose, text would be full of it.  Such a
 * row is made as often as its prior says: where P of a hundred of its form are
 * of this original and K meant as they are, P / K times as often as clean text
 * has the form.
 */
#include "base/least.h"
#include "corpus.h"
#include "train.h"

#define PART 10   /* documents of so many are counted */

static void
named_add(const struct train_doc *doc, unsigned long *named)
{
	static const struct ug_text none = { NULL, 0 };
	struct ug_match any, key;

	for (size_t at = 0; at < doc->n; at++) {
		ug_lexicon_match(none, doc->tokens + at, doc->n - at, &any,
		    &key);
		if (any.n > 0)
			named[any.node]++;
	}
}

unsigned long *
train_named(const char *dir)
{
	unsigned long *const named = train_memory(NULL, ug_lexicon_n_nodes,
	    sizeof(*named));
	struct train_doc doc = { 0 };

	memset(named, 0, ug_lexicon_n_nodes * sizeof(*named));
	for (unsigned i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		if (corpus_files[i].weight == 0)
			continue;
		train_file_open(&file, dir, corpus_files[i].name);
		while (train_file_next(&file, &doc))
			if (file.n % PART == 0)
				named_add(&doc, named);
		train_file_close(&file);
	}
	return named;
}

/* The node of which a row is. */
static unsigned
ordinary_node(unsigned row)
{
	unsigned i = 0;

	while (row < ug_lexicon_nodes[i].pair ||
	    row >= (unsigned)ug_lexicon_nodes[i].pair +
	    ug_lexicon_nodes[i].n_pairs)
		i++;
	return i;
}

float
train_ordinary(const unsigned long *named, unsigned row, unsigned original)
{
	const unsigned form = ordinary_node(row);
	const struct ug_node *const node = &ug_lexicon_nodes[form];
	int kept = 100;

	for (unsigned i = 0; i < node->n_pairs; i++)
		kept -= ug_lexicon_pairs[node->pair + i].prior;
	kept = UG_MAX(kept, 1);
	return (float)ug_lexicon_pairs[row].prior / (float)kept *
	    ((float)named[form] + 1) / ((float)named[original] + 1);
}
