/*
 * corpus.h - the clean text the models are made from
 */
#ifndef UG_CORPUS_H
#define UG_CORPUS_H

#include <stdbool.h>

struct corpus_file {
	const char *name;
	unsigned share;  /* documents of a hundred; 0: for the limits only */
	unsigned repeat; /* how often the context model sees them spun */
	unsigned weight; /* of what it learns from them, in hundredths */
	bool technical;  /* for the gate only */
};

static const struct corpus_file corpus_files[] = {
	{ "press.txt", 60, 1, 200, false },
	{ "technology.txt", 100, 1, 150, false },
	{ "business.txt", 100, 1, 150, false },
	{ "encyclopedia.txt", 15, 1, 50, false },
	{ "crypto.txt", 100, 1, 100, false },
	{ "offices.txt", 50, 1, 150, false },
	{ "health.txt", 25, 1, 50, false },
	{ "textbooks.txt", 50, 1, 50, false },
	{ "recipes.txt", 100, 1, 100, false },
	{ "us_speeches.txt", 100, 1, 100, false },
	{ "movie_reviews.txt", 100, 1, 50, false },
	{ "un_debates.txt", 15, 1, 50, false },
	{ "technical.txt", 100, 0, 0, true },
	{ "fiction.txt", 0, 0, 0, false },
	{ "law.txt", 0, 0, 0, false }
};

static const unsigned corpus_n_files =
    sizeof(corpus_files) / sizeof(corpus_files[0]);

#endif /* UG_CORPUS_H */
