/*
 * codings.h - the encodings that get mixed up, and how seldom
 */
#ifndef UG_CODINGS_H
#define UG_CODINGS_H

#include "encodings/encodings.h"

#define UG_TEXTS_MAX   64
#define UG_READERS     64

/* Where encodings are at home. */
enum ug_region {
	UG_IN_WEST, /* of Latin letters, as the next four */
	UG_IN_CENTRAL, UG_IN_BALTIC, UG_IN_TURKISH, UG_IN_VIETNAM,
	UG_IN_CYRILLIC, UG_IN_GREEK, UG_IN_HEBREW, UG_IN_ARABIC, UG_IN_THAI,
	UG_IN_EAST
};

/* An encoding that a text was in, or was misread in. */
struct ug_coding {
	const struct ug_encoding *encoding;
	int reader; /* its number in encodings/encode.h; -1: none */
	int seldom; /* met that seldom, in hundredths of a nat */
	enum ug_region region;
	bool other; /* the other place of characters that it has twice */
};

struct ug_codings {
	struct ug_coding texts[UG_TEXTS_MAX];
	struct ug_coding readers[UG_READERS];
	size_t n_texts, n_readers;
	uint64_t wide; /* texts of several bytes, a bit each */
};

void ug_codings_init(struct ug_codings *codings);

/* How seldom `text` is misread in `reader`, in hundredths of a nat. */
int ug_coding_seldom(const struct ug_coding *text,
    const struct ug_coding *reader);

/* The rule that undoes text of texts[text] misread in readers[reader]. */
const char *ug_coding_rule(size_t text, size_t reader);

#endif /* UG_CODINGS_H */
