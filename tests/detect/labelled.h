/*
 * labelled.h - a corpus of labelled inputs, and how many are read right
 *
 * DIR/manifest.tsv lists them; DIR/f/HASH is the input, DIR/t/TEXT.txt its text.
 */
#ifndef LABELLED_H
#define LABELLED_H

#include <stdbool.h>
#include <stddef.h>

struct ug_encoding;

/* The encoding of the bytes. */
typedef const struct ug_encoding *labelled_ask(const unsigned char *bytes,
    size_t len);

/*
 * Ask about each input, and print by kind, and by family of one kind, how many
 * there are and the share whose answer decodes to the same text.  `list`: print
 * "HASH label" for each instead.  False if DIR cannot be read.
 */
bool labelled_score(const char *dir, labelled_ask *ask, bool list);

#endif /* LABELLED_H */
