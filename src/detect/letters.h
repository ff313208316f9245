/*
 * letters.h - what a character is, as far as the reading of words needs it
 *
 * Covers the characters that single-byte encodings have, not all of Unicode.
 */
#ifndef UG_DETECT_LETTERS_H
#define UG_DETECT_LETTERS_H

#include <stdint.h>

enum ug_script {
	UG_NO_SCRIPT,
	UG_LATIN,
	UG_GREEK,
	UG_CYRILLIC,
	UG_HEBREW,
	UG_ARABIC,
	UG_THAI,
	UG_N_SCRIPTS
};

enum ug_class {
	UG_SPACE,
	UG_PUNCTUATION, /* ASCII's */
	UG_DIGIT,
	UG_LOWER,
	UG_UPPER,
	UG_CASELESS,    /* letters of scripts without case */
	UG_COMBINING,   /* stands on the letter before it */
	UG_OPENING,     /* quotes and the like that lean on what follows */
	UG_CLOSING,
	UG_APOSTROPHE,  /* stands between letters as well */
	UG_DASH,
	UG_SIGN,        /* other signs that running text has */
	UG_RARE_SIGN,
	UG_BOX,         /* box drawing and blocks */
	UG_CONTROL,     /* C0 and C1 but for white space; private use */
	UG_BROKEN       /* stands for nothing */
};

struct ug_letter {
	uint16_t fold;          /* in lower case */
	unsigned char script;   /* enum ug_script */
	unsigned char class;    /* enum ug_class */
};

/* UG_UNDEFINED is UG_BROKEN. */
struct ug_letter ug_letter_of(uint16_t c);

static inline int
ug_is_letter(struct ug_letter letter)
{
	return letter.class >= UG_LOWER && letter.class <= UG_COMBINING;
}

#endif /* UG_DETECT_LETTERS_H */
