/*
 * classes.h - classes of characters, and scripts
 */
#ifndef UG_MODEL_CLASSES_H
#define UG_MODEL_CLASSES_H

enum ug_class {
	UG_SPACE,        /* and line ends, and the edges of a text */
	UG_LOWER,
	UG_UPPER,
	UG_CASELESS,     /* letters of scripts without case */
	UG_COMBINING,    /* marks that any letter may carry */
	UG_IDEOGRAPH,    /* Han, kana, Hangul: no spaces between words */
	UG_DIGIT,        /* of any script */
	UG_STOP,         /* . , : ; ! ? */
	UG_ELLIPSIS,
	UG_APOSTROPHE,   /* ' */
	UG_CURLY_APOSTROPHE,
	UG_QUOTE,        /* " */
	UG_OPEN,         /* ( [ { < */
	UG_CLOSE,
	UG_HYPHEN,
	UG_DASH,
	UG_SLASH,
	UG_MARKUP,       /* other signs of ASCII */
	UG_LEFT_SINGLE,
	UG_LEFT_DOUBLE,
	UG_RIGHT_DOUBLE,
	UG_LOW_QUOTE,
	UG_LEFT_GUILLEMET,
	UG_RIGHT_GUILLEMET,
	UG_INVERTED,     /* ! and ? upside down */
	UG_NBSP,
	UG_SOFT_HYPHEN,
	UG_CURRENCY,
	UG_DEGREE,
	UG_ORDINAL,
	UG_TRADE,        /* copyright and trade marks */
	UG_SECTION,      /* section, paragraph, daggers */
	UG_BULLET,
	UG_MIDDLE_DOT,
	UG_MATH,
	UG_POWER,        /* superscripts */
	UG_FRACTION,
	UG_MICRO,
	UG_ACCENT,       /* accents that stand alone */
	UG_CJK_STOP,     /* punctuation of East Asia */
	UG_WIDE,         /* full width forms of ASCII */
	UG_BOX,          /* box drawing, blocks */
	UG_SHAPE,        /* arrows, shapes, dingbats */
	UG_EMOJI,
	UG_INVISIBLE,    /* no width, or turning the direction */
	UG_OTHER,        /* any other sign */
	UG_CONTROL,      /* C0 */
	UG_C1,
	UG_PRIVATE,
	UG_LOST,         /* U+FFFD, or bytes that stand for nothing */
	UG_N_CLASSES
};

enum ug_script {
	UG_NO_SCRIPT,
	UG_LATIN,
	UG_GREEK,
	UG_CYRILLIC,
	UG_ARMENIAN,
	UG_HEBREW,
	UG_ARABIC,
	UG_DEVANAGARI,
	UG_BENGALI,
	UG_GURMUKHI,
	UG_GUJARATI,
	UG_ORIYA,
	UG_TAMIL,
	UG_TELUGU,
	UG_KANNADA,
	UG_MALAYALAM,
	UG_SINHALA,
	UG_THAI,
	UG_LAO,
	UG_TIBETAN,
	UG_MYANMAR,
	UG_GEORGIAN,
	UG_ETHIOPIC,
	UG_KHMER,
	UG_CJK,
	UG_RARE_SCRIPT,
	UG_N_SCRIPTS
};

#endif /* UG_MODEL_CLASSES_H */
