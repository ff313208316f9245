/*
 * labelled.h - a corpus of labelled inputs, and how many are read right
 *
 * DIR/manifest.tsv lists them; DIR/f/HASH is the input, DIR/t/TEXT.txt its
 * text.
 */
#ifndef LABELLED_H
#define LABELLED_H

#include <stdbool.h>
#include <stddef.h>

struct ug_encoding;

/* The encoding of the bytes. */
typedef const struct ug_encoding *labelled_ask(const unsigned char *bytes,
    size_t len);

enum labelled_how {
	LABELLED_SCORE, /* print by kind, and by family of one kind, how many
	                 * there are and the share whose answer decodes to the
	                 * same text */
	LABELLED_WRONG, /* and before: hash, kind, truth and answer of others */
	LABELLED_LIST   /* print hash and answer of each instead */
};

/* Ask about each input.  False if DIR cannot be read. */
bool labelled_score(const char *dir, labelled_ask *ask, enum labelled_how how);

#endif /* LABELLED_H */
