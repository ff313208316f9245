/*
 * corpus.h - the clean text the models are made from
 */
#ifndef UG_CORPUS_H
#define UG_CORPUS_H

#include <stdbool.h>

struct corpus_file {
	const char *name;
	unsigned share;  /* documents of a hundred; 0: for the limits only */
	unsigned weight; /* of what it learns from them, in hundredths */
	bool technical;  /* for the gate only */
};

static const struct corpus_file corpus_files[] = {
	{ "press.txt", 60, 200, false },
	{ "technology.txt", 100, 150, false },
	{ "business.txt", 100, 150, false },
	{ "encyclopedia.txt", 15, 50, false },
	{ "crypto.txt", 100, 100, false },
	{ "offices.txt", 50, 150, false },
	{ "health.txt", 25, 50, false },
	{ "textbooks.txt", 50, 50, false },
	{ "recipes.txt", 100, 100, false },
	{ "us_speeches.txt", 100, 100, false },
	{ "movie_reviews.txt", 100, 50, false },
	{ "un_debates.txt", 15, 50, false },
	{ "magazine.txt", 100, 150, false },
	{ "markets.txt", 60, 150, false },
	{ "travel.txt", 100, 150, false },
	{ "benefits.txt", 100, 150, false },
	{ "blogs.txt", 100, 100, false },
	{ "apps.txt", 100, 100, false },
	{ "fitness.txt", 100, 100, false },
	{ "speeches.txt", 100, 100, false },
	{ "podcasts.txt", 50, 50, false },
	{ "reports.txt", 50, 100, false },
	{ "essays.txt", 50, 50, false },
	{ "technical.txt", 100, 0, true },
	{ "fiction.txt", 0, 0, false },
	{ "law.txt", 0, 0, false }
};

static const unsigned corpus_n_files =
    sizeof(corpus_files) / sizeof(corpus_files[0]);

#endif /* UG_CORPUS_H */
