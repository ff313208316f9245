/*
 * counts_train.h - what model.bin is computed from: languages, tables, counts
 */
#ifndef UG_MODEL_COUNTS_TRAIN_H
#define UG_MODEL_COUNTS_TRAIN_H

#include "train.h"

/*
 * What a character of a text counts.  A text is counted as it is, in capitals,
 * and as a typesetter has it: headings and curly quotes are rare in programs'
 * texts, not elsewhere.
 */
#define TRAIN_TEXT     16
#define TRAIN_CAPITALS 1
#define TRAIN_TYPESET  6
#define TRAIN_WORDS    3 /* of lists of words: common, rare ones one each */

/* How a text is read. */
enum train_spelling {
	AS_IT_IS,
	OLD,   /* and once more as train_spell_old() has it */
	VISUAL /* from right to left, as it stands on the screen */
};

struct train_language {
	const char *code;
	enum ug_script script;
	int table; /* of several of one script */
	enum train_spelling spelling;
};

/* The languages at their numbers: see blob_format.h; "" is none. */
extern struct train_language train_languages[UG_LANGUAGES_MAX];
extern size_t train_n_languages;

/* Languages of one script whose letters have numbers together. */
struct train_table {
	enum ug_script script;
	unsigned n, first, n_languages; /* n letters; from language `first`
	                                 * on */
	unsigned char local[TRAIN_SYMBOLS_MAX]; /* number of a symbol; 0 if
	                                         * none */
	size_t rows;                      /* offset in the output */
	unsigned char *least;             /* nibble of each row */
};

#define TRAIN_TABLES_MAX 40

extern struct train_table train_tables[TRAIN_TABLES_MAX];
extern size_t train_n_tables;

/* Fills the languages and tables above; letters have no numbers yet. */
void train_languages_number(void);

/* Counts of what follows what in one language, by symbols of its script. */
struct train_counts {
	double *pair; /* [TRAIN_SYMBOLS_MAX][TRAIN_SYMBOLS_MAX]; 0 is an edge */
	double letters;
	double signs[TRAIN_SIGNS_MAX];
	double classes[UG_N_CLASSES][UG_N_CLASSES];
	uint32_t *text; /* all lines, 0 behind each */
	size_t n_text;
	size_t n_prose; /* the rest is words */
};

extern struct train_counts train_counts[UG_LANGUAGES_MAX];

/*
 * Read the texts of all languages, but for lines whose hash is 0 modulo `hold`
 * (0: read all); number the glyphs that are met; count.
 */
void train_count(const char *dir, unsigned hold);

/* Number the letters of each table that its languages use. */
void train_tables_number(void);

/* The numbers of a letter in its script's first two tables, low byte first. */
uint16_t train_numbers_of(struct ug_glyph glyph);

/* What is known of a character; 0 is the edge of a line. */
struct ug_glyph train_glyph_of(uint32_t c);

/* text[i] of a language as a typesetter has it; 0 if it goes. */
uint32_t train_typeset(const char *code, const uint32_t *text, size_t i);

#endif /* UG_MODEL_COUNTS_TRAIN_H */
