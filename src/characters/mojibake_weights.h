/*
 * mojibake_weights.h - what the search for mojibake weighs
 *
 * In hundredths of a nat.  Who set them:
 *
 *	FITTED   mojibake_train.c, on sentences: make fit
 *	SET      by hand, and checked on the development half of what
 *	         tests/eval/mojibench.sh takes and on clean text: how often a
 *	         thing is met, which sentences do not tell that are taken in
 *	         equal numbers from each language and encoding; and what keeps
 *	         words before signs and tables of other fonts, of which
 *	         sentences have few
 */
#ifndef UG_MOJIBAKE_WEIGHTS_H
#define UG_MOJIBAKE_WEIGHTS_H

#define UG_MOJIBAKE_WEIGHTS(W) \
	W(SET, ENOUGH, 550) /* what a line must gain */ \
	W(SET, ASK_SELDOM, 340) /* more, of what is misread as seldom */ \
	W(SET, ASK_RARE, 1300) /* and of what is so rarely */ \
	W(SET, START, 120) /* the first of a run that is decoded */ \
	W(SET, ALONE, 400) /* what a stretch gains is evidence beyond this */ \
	W(FITTED, KEEP, 390) /* leaving a sequence where others are decoded */ \
	W(SET, KEEP_BETWEEN, 3500) /* leaving one that others touch */ \
	W(SET, EXPLAIN, 300) /* for each character that comes of a sequence */ \
	W(SET, ODD, 1350) /* a byte beside that is part of no sequence */ \
	W(SET, HABIT, 400) /* less: what letters do not do */ \
	W(SET, LOST, 900) /* U+FFFD */ \
	W(FITTED, AFTER_LOST, 210) /* anything behind it */ \
	W(FITTED, LONE, 210) /* more, if a lead byte is all that is left */ \
	W(SET, LAYER, 1600) /* what may be a byte of another layer, at most */ \
	W(SET, LAYER_C1, 1000) /* the same of a C1 control */ \
	W(FITTED, UNKNOWN, 1300) /* more, for what the model has not seen */ \
	W(SET, ANYTHING, 1600) /* people put anything at all into a text */ \
	W(SET, OTHER, 400) /* or a word of another language */ \
	W(FITTED, ODD_LEFT, 640) /* mean of what is left: odd beyond this */ \
	W(SET, STANDS, 300) /* more is asked where most of it stands well */ \
	W(FITTED, CONTEXT, 40) /* hundredths: the rest tells of language */ \
	W(SET, BORROWED, 200) /* a control for a byte that is another's */

#ifdef UG_TRAINING
enum ug_mojibake_weight_index {
#define UG_MOJIBAKE_INDEX(who, name, value) UG_MOJIBAKE_AT_##name,
	UG_MOJIBAKE_WEIGHTS(UG_MOJIBAKE_INDEX)
	UG_MOJIBAKE_N_WEIGHTS
};
extern int ug_mojibake_weights[UG_MOJIBAKE_N_WEIGHTS];
#define UG_MOJIBAKE_W(name) ug_mojibake_weights[UG_MOJIBAKE_AT_##name]
#else
enum ug_mojibake_weight {
#define UG_MOJIBAKE_VALUE(who, name, value) UG_MOJIBAKE_W_##name = value,
	UG_MOJIBAKE_WEIGHTS(UG_MOJIBAKE_VALUE)
};
#define UG_MOJIBAKE_W(name) UG_MOJIBAKE_W_##name
#endif

#endif /* UG_MOJIBAKE_WEIGHTS_H */
