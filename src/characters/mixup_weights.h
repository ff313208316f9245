/*
 * mixup_weights.h - what a change of legacy encodings must gain
 *
 * In hundredths of a nat.  Who set them:
 *
 *	FITTED   mixup_train.c, on sentences and correct lines: make fit
 *	SET      by hand, and checked as those of mojibake_weights.h are, as
 *	         text does not tell:
 *
 *	KNOWN, KNOWN_SCRIPT        lines alone have no stream before them
 *	EAST, EAST_FEW, UTF8,      of twelve million correct lines six come
 *	GOOD_EAST, EXCESS_EAST     near: fitted to some of them, they alter
 *	                           others, as a word of three katakana
 *	GOOD, GOOD_MOST, EXCESS    so it is with tables: box drawing, letters
 *	                           of two alphabets in pairs
 *	ENOUGH, SCRIPT             a few odd lines push them up until plain
 *	                           sentences of some languages stay garbled
 *	TWO, LETTER, LETTER_ONE    correct text in languages that no text here
 *	                           is in is altered else
 *	RIVAL                      what other passes do to a line that stays
 */
#ifndef UG_MIXUP_WEIGHTS_H
#define UG_MIXUP_WEIGHTS_H

#define UG_MIXUP_WEIGHTS(W) \
	W(SET, ENOUGH, 500) /* by what is in Latin letters */ \
	W(FITTED, ONE, 1110) /* more, where but one character tells */ \
	W(SET, TWO, 700) /* and where two do */ \
	W(FITTED, ACCENTS, 1790) /* and where nothing but accents differ */ \
	W(FITTED, ACCENT, 480) /* and for each that does */ \
	W(SET, LETTER, 130) /* for a Latin letter, where two kinds change; */ \
	W(SET, LETTER_ONE, 400) /* where but one does */ \
	W(SET, SCRIPT, 1800) /* enough for another script */ \
	W(FITTED, SCRIPTS, 580) /* more, if it is misread as another still */ \
	W(SET, EAST, 1800) /* enough for East Asia */ \
	W(SET, EAST_FEW, 3000) /* more, where it is but a few characters */ \
	W(SET, UTF8, 1000) /* enough for UTF-8 */ \
	W(SET, KNOWN, 250) /* where the stream had sure cases */ \
	W(SET, KNOWN_SCRIPT, 900) /* and another script */ \
	W(SET, GOOD, 280) /* what a character of good text costs at most */ \
	W(SET, GOOD_EAST, 550) /* and one of East Asia */ \
	W(SET, GOOD_MOST, 390) /* and what one of another script must not */ \
	W(SET, EXCESS, 70) /* percent of what a reading costs beyond that */ \
	W(SET, EXCESS_EAST, 150) /* and one of East Asia */ \
	W(SET, RIVAL, 100) /* what any other reading must cost more */

#ifdef UG_TRAINING
enum ug_mixup_weight_index {
#define UG_MIXUP_INDEX(who, name, value) UG_MIXUP_AT_##name,
	UG_MIXUP_WEIGHTS(UG_MIXUP_INDEX)
	UG_MIXUP_N_WEIGHTS
};
extern int ug_mixup_weights[UG_MIXUP_N_WEIGHTS];
#define UG_MIXUP_W(name) ug_mixup_weights[UG_MIXUP_AT_##name]
#else
enum ug_mixup_weight {
#define UG_MIXUP_VALUE(who, name, value) UG_MIXUP_W_##name = value,
	UG_MIXUP_WEIGHTS(UG_MIXUP_VALUE)
};
#define UG_MIXUP_W(name) UG_MIXUP_W_##name
#endif

#endif /* UG_MIXUP_WEIGHTS_H */
