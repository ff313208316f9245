/*
 * corpus.h - the clean text the models are made from
 */
#ifndef UG_CORPUS_H
#define UG_CORPUS_H

#include <stdbool.h>

struct corpus_file {
	const char *name;
	unsigned share; /* documents of a hundred that are used */
	unsigned repeat;
	bool technical; /* for the gate only */
};

static const struct corpus_file corpus_files[] = {
	{ "us_speeches.txt", 100, 1, false },
	{ "wikitext2.txt", 100, 2, false },
	{ "movie_reviews.txt", 100, 1, false },
	{ "un_debates.txt", 15, 1, false },
	{ "technical.txt", 100, 0, true }
};

static const unsigned corpus_n_files =
    sizeof(corpus_files) / sizeof(corpus_files[0]);

#endif /* UG_CORPUS_H */
