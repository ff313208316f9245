/*
 * mixup_train.h - sentences read in the wrong legacy encoding, to fit weights
 */
#ifndef UG_MIXUP_TRAIN_H
#define UG_MIXUP_TRAIN_H

#include "characters/mixup.h"

#define TRAIN_LINE 300  /* bytes of a line that is garbled; */
#define TRAIN_ROOM 4800 /* and of what comes of it, with its end */

/* What became of a line. */
#define TRAIN_WAYS(X) \
	X(CLEAN)       /* nothing */ \
	X(SINGLE)      /* an encoding of one byte was read as another, */ \
	X(SINGLE_FEW)  /* a few words, */ \
	X(SINGLE_PART) /* one word of more, or half of the line */ \
	X(EAST)        /* one of East Asia as one of one byte, */ \
	X(EAST_FEW)    /* a few words */ \
	X(EAST_EAST)   /* or as another of East Asia */ \
	X(UTF8)        /* UTF-8 was read as one of East Asia, */ \
	X(UTF8_FEW)    /* a few words, */ \
	X(UTF8_LOST)   /* and some is lost */

enum train_way {
#define TRAIN_WAY(name) TRAIN_##name,
	TRAIN_WAYS(TRAIN_WAY)
	TRAIN_N_WAYS
};

typedef void train_add(enum train_way way, const char *line,
    const char *truth);

/*
 * Garble a line of a language in some of those ways, with encodings drawn by
 * `random`, and add each.
 */
void train_garble(const struct ug_codings *codings, size_t language,
    const char *line, uint32_t random, train_add *add);

/*
 * Add all lines: of DIR/LANG.txt, those of a file that are to stay, and of a
 * folder of such if it is not NULL.
 */
void train_mixup_lines(const struct ug_codings *codings, const char *dir,
    const char *clean, const char *corpus, train_add *add);

#endif /* UG_MIXUP_TRAIN_H */
