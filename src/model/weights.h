/*
 * weights.h - what the model and detection weigh
 *
 * In hundredths of a nat, or hundredths where a factor.  Who sets them:
 *
 *	FITTED   detect/train/fit_train.c, on sentences: make fit
 *	UNIT     nobody: others are measured in it
 *	MET      how often a thing is met, which sentences do not tell that are
 *	         taken in equal numbers from each language and encoding
 *	STREAM   what stands around a record, which single sentences do not tell
 *	ASKED    what the caller's word is worth
 *
 * but for the first two by principle, and checked on the development corpus.
 */
#ifndef UG_MODEL_WEIGHTS_H
#define UG_MODEL_WEIGHTS_H

#define UG_WEIGHTS(W) \
	W(FITTED, FOREIGN, 1610)      /* that a language does not write */ \
	W(FITTED, FOREIGN_ASCII, 408) /* a to z, quoted by any */ \
	W(FITTED, MIXED, 1372)        /* behind one of another script */ \
	W(FITTED, MIXED_CJK, 350)     /* the same where one is an ideograph */ \
	W(FITTED, CLASSES, 100)       /* factor: pairs of classes */ \
	W(UNIT, LETTERS, 100)         /* factor: letters behind letters */ \
	W(MET, LONE, 350)             /* it stands alone among ASCII */ \
	W(MET, BROKEN, 1600)          /* bytes that stand for nothing */ \
	W(FITTED, CONTEXT, 30)        /* factor: words of ASCII */ \
	W(FITTED, CONTEXT_MAX, 1145)  /* and no more than that */ \
	W(MET, PRIOR, 100)            /* factor: being seldom met */ \
	W(MET, HOME_LETTERS, 500)     /* letters that it lacks */ \
	W(MET, ABROAD, 600)           /* it is there for other languages */ \
	W(ASKED, DECLARED, 500)       /* of what came with the text */ \
	W(ASKED, FALLBACK, 150)       /* in favour of the fallback */ \
	W(ASKED, FALLBACK_ONE, 150)   /* and for one byte, more */ \
	W(ASKED, WITNESS, 0)          /* of what uchardet says */ \
	W(ASKED, WITNESS_ASKED, 300)  /* if the margin is below that */ \
	W(STREAM, NEW_ENCODING, 16)   /* of 256: one not met yet */ \
	W(STREAM, NEW_LANGUAGE, 64)   /* the same of a language */ \
	W(STREAM, SURE, 300)          /* margin of what is out */ \
	W(STREAM, FITS_WELL, 260)     /* mean of pairs if it fits well */ \
	W(STREAM, FITS_WELL_LESS, 500) /* less so much for all */ \
	W(STREAM, FITS_PAIR, 400)     /* the same if it fits */ \
	W(STREAM, FITS_MORE, 450)     /* and more for all */ \
	W(STREAM, FITS_PAIR_BEHIND, 40) /* so far behind others, each pair */ \
	W(STREAM, FITS_BEHIND, 280)   /* and all of them */ \
	W(STREAM, FITS_WIDE, 850)     /* the same of two bytes */ \
	W(STREAM, FITS_WIDE_LESS, 300) /* less so much for all of those */ \
	W(STREAM, FITS_MANY, 950)     /* the same of many, no Hangul */ \
	W(STREAM, FITS_MANY_LESS, 700) /* less so much for all of those */ \
	W(STREAM, FITS_WIDE_AHEAD, 300) /* and so far ahead of others */ \
	W(FITTED, HEAT, 90)           /* factor: margins are too sure */

#ifdef UG_TRAINING
enum ug_weight_index {
#define UG_WEIGHT_INDEX(who, name, value) UG_AT_##name,
	UG_WEIGHTS(UG_WEIGHT_INDEX)
	UG_N_WEIGHTS
};
extern int ug_weights[UG_N_WEIGHTS];
#define UG_W(name) ug_weights[UG_AT_##name]
#else
enum ug_weight {
#define UG_WEIGHT_VALUE(who, name, value) UG_W_##name = value,
	UG_WEIGHTS(UG_WEIGHT_VALUE)
};
#define UG_W(name) UG_W_##name
#endif

#endif /* UG_MODEL_WEIGHTS_H */
