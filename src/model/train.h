/*
 * train.h - what the trainer's parts share
 */
#ifndef UG_MODEL_TRAIN_H
#define UG_MODEL_TRAIN_H

#include <stddef.h>

#include "blob_format.h"
#include "model.h"

#define SYMBOLS_MAX BLOB_SYMBOLS_MAX
#define SIGNS_MAX   1024
#define BMP         0x10000

/* What is known of each code point of the BMP. */
extern struct ug_glyph train_glyphs[BMP];
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

#endif /* UG_MODEL_TRAIN_H */
