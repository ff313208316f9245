/*
 * mojibake_weights.h - what the search for mojibake weighs
 *
 * In hundredths of a nat.  Fitted by moving one at a time, up and down by ever
 * less, for as long as it helped: the share of damaged lines restored less that
 * of lines made wrong, a mean over kinds of damage, less what it cost in clean
 * lines altered, of which none were left; on the development half of the
 * sentences that tests/eval/mojibench.sh is made of, and on clean text.
 */
#ifndef UG_MOJIBAKE_WEIGHTS_H
#define UG_MOJIBAKE_WEIGHTS_H

#define UG_MOJIBAKE_WEIGHTS(W) \
	W(ENOUGH, 550)    /* what a line must gain */ \
	W(ASK_SELDOM, 340) /* the same, more, of what is misread as seldom */ \
	W(ASK_RARE, 1300) /* and of what is so rarely */ \
	W(START, 120)     /* the first of a run that is decoded */ \
	W(ALONE, 400)     /* what a stretch gains is evidence beyond this */ \
	W(KEEP, 390)      /* leaving a sequence where others are decoded */ \
	W(KEEP_BETWEEN, 2000) /* leaving one that others touch */ \
	W(ODD, 1350)      /* a byte beside that is part of no sequence */ \
	W(HABIT, 400)     /* less: what letters do not do */ \
	W(LOST, 900)      /* U+FFFD */ \
	W(AFTER_LOST, 210) /* anything behind it */ \
	W(LONE, 210)      /* more, if a lead byte is all that is left */ \
	W(LAYER, 1600)    /* what may be a byte of another layer, at most */ \
	W(LAYER_C1, 1000) /* the same of a C1 control */ \
	W(UNKNOWN, 1300)  /* more, for what the model has not seen */ \
	W(ANYTHING, 1600) /* people put anything at all into a text */ \
	W(OTHER, 400)     /* or a word of another language */ \
	W(ODD_LEFT, 640)  /* the mean of what is left is odd beyond this */ \
	W(CONTEXT, 40)    /* hundredths: the rest tells of the language */ \
	W(BORROWED, 200)  /* a control for a byte that is another's */

#ifdef UG_MOJIBAKE_TRAINING
enum ug_mojibake_weight_index {
#define UG_MOJIBAKE_INDEX(name, value) UG_MOJIBAKE_AT_##name,
	UG_MOJIBAKE_WEIGHTS(UG_MOJIBAKE_INDEX)
	UG_MOJIBAKE_N_WEIGHTS
};
extern int ug_mojibake_weights[UG_MOJIBAKE_N_WEIGHTS];
#define UG_MOJIBAKE_W(name) ug_mojibake_weights[UG_MOJIBAKE_AT_##name]
#else
enum ug_mojibake_weight {
#define UG_MOJIBAKE_VALUE(name, value) UG_MOJIBAKE_W_##name = value,
	UG_MOJIBAKE_WEIGHTS(UG_MOJIBAKE_VALUE)
};
#define UG_MOJIBAKE_W(name) UG_MOJIBAKE_W_##name
#endif

#endif /* UG_MOJIBAKE_WEIGHTS_H */
