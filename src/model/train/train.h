/*
 * train.h - what the trainers share: texts by line, and the letters in them
 */
#ifndef UG_MODEL_TRAIN_H
#define UG_MODEL_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "model/blob_format.h"
#include "model/model.h"

#define TRAIN_SYMBOLS_MAX UG_BLOB_SYMBOLS_MAX
#define TRAIN_SIGNS_MAX   1024
#define TRAIN_BMP         0x10000
#define TRAIN_LINE_MAX    65536 /* bytes of a line that are read */
#define TRAIN_HELD        10    /* a line in so many is for fitting alone */

/* What is known of each code point of the BMP. */
extern struct ug_glyph train_glyphs[TRAIN_BMP];
extern size_t train_n_signs;

/* The class and script of a character, by Unicode; the symbol is not set. */
struct ug_glyph train_classify(uint32_t c);

/* The letter by which a letter is known: in lower case, in its plain form. */
uint32_t train_fold(uint32_t c);

/*
 * Give numbers to the letters that were seen (counts[c] of them, c folded) and
 * to the signs; fills train_glyphs.
 */
void train_number(const long *counts);

/*
 * Write a character as encodings had to that lack it: U+0219 and U+021B with a
 * cedilla; letters of Vietnamese with their tone behind them.  Returns how many
 * it became.
 */
size_t train_spell_old(uint32_t c, uint32_t old[2]);

/* Room for n of that size, all zero; ends the program if there is none. */
void *train_grab(size_t n, size_t size);

/* A file of lines. */
struct train_lines {
	FILE *in;
	char line[TRAIN_LINE_MAX]; /* without its end */
};

/* Open DIR/LANG.KIND; false, with a message, if it cannot be read. */
bool train_lines_open(struct train_lines *lines, const char *dir,
    const char *language, const char *kind);

/* Open a file; ends the program, with a message, if it cannot be read. */
void train_lines_need(struct train_lines *lines, const char *name);

/* Read the next line; at the end close the file and return false. */
bool train_lines_next(struct train_lines *lines);

/*
 * The same line has the same number: of prose, those are held out of which it
 * is 0 modulo TRAIN_HELD.
 */
uint32_t train_line_hash(const char *line);

#endif /* UG_MODEL_TRAIN_H */
