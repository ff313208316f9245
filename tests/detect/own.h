/*
 * own.h - the sentences of own.tsv, and the encodings of their languages
 */
#ifndef OWN_H
#define OWN_H

#include "base/buf.h"
#include "base/text.h"

/* The sentences of own.tsv. */
struct own_line {
	char language[4];
	struct ug_text text;
};

#define OWN_MAX 1000

/*
 * Read own.tsv to lines[0..OWN_MAX) and return how many there are; their text
 * is held in *all.  0: the file is not as it should be.
 */
size_t own_read(const char *path, struct own_line *lines, struct ug_buf *all);

/* The encodings a language was written in before UTF-8. */
struct own_encodings {
	const char *languages; /* "de fr" */
	const char *labels;    /* "windows-1252 IBM850" */
};

extern const struct own_encodings own_encodings[];
extern const size_t own_n_encodings;

/*
 * The next word of a list with spaces between, at *list, which moves past it;
 * false at its end.
 */
bool own_word(const char **list, struct ug_text *word);

/* Whether `list` has that word. */
bool own_has(const char *list, const char *word);

#endif /* OWN_H */
