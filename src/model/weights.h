/*
 * weights.h - what the model and detection weigh, as fit_train.c found them
 *
 * In hundredths of a nat, or hundredths where a factor.
 */
#ifndef UG_MODEL_WEIGHTS_H
#define UG_MODEL_WEIGHTS_H

#define UG_WEIGHTS(W) \
	W(FOREIGN, 1610)       /* a letter that a language does not write */ \
	W(FOREIGN_ASCII, 408)  /* a to z, which any text may quote */ \
	W(MIXED, 1372)          /* a letter behind one of another script */ \
	W(MIXED_CJK, 350) \
	W(CLASSES, 100)        /* factor: pairs of classes */ \
	W(LETTERS, 100)        /* factor: letters behind letters */ \
	W(LONE, 350)           /* one that stands alone in a text of ASCII */ \
	W(BROKEN, 1600)        /* bytes that stand for nothing */ \
	W(CONTEXT, 30)         /* factor: words of ASCII */ \
	W(CONTEXT_MAX, 1145)    /* and no more than that */ \
	W(PRIOR, 100)          /* factor: what an encoding costs for being rare */ \
	W(HOME_LETTERS, 500)   /* letters of the language that it lacks */ \
	W(ABROAD, 600)         /* it is there for other languages */ \
	W(DECLARED, 500)       /* in favour of what came with the text */ \
	W(FALLBACK, 150)        /* in favour of the fallback */ \
	W(FALLBACK_ONE, 150)   /* and more if there is one byte to go by */ \
	W(WITNESS, 0)        /* in favour of what uchardet says */ \
	W(WITNESS_ASKED, 300)  /* if the margin is below that */ \
	W(NEW_ENCODING, 16)    /* 256ths of a record: one not met yet */ \
	W(NEW_LANGUAGE, 64) \
	W(SURE, 300)           /* margin at which a reading is out */ \
	W(FITS_PAIR, 350)      /* mean cost of pairs in a record that fits */ \
	W(FITS_MORE, 600)      /* and so much for all */ \
	W(FITS_WIDE, 550)      /* the same where characters take two bytes */ \
	W(FITS_WIDE_MORE, 1200) \
	W(HEAT, 90)           /* factor: margins are this much too sure */

#ifdef UG_TRAINING
enum ug_weight_index {
#define UG_WEIGHT_INDEX(name, value) UG_AT_##name,
	UG_WEIGHTS(UG_WEIGHT_INDEX)
	UG_N_WEIGHTS
};
extern int ug_weights[UG_N_WEIGHTS];
#define UG_W(name) ug_weights[UG_AT_##name]
#else
enum ug_weight {
#define UG_WEIGHT_VALUE(name, value) UG_W_##name = value,
	UG_WEIGHTS(UG_WEIGHT_VALUE)
};
#define UG_W(name) UG_W_##name
#endif

#endif /* UG_MODEL_WEIGHTS_H */
