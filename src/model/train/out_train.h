/*
 * out_train.h - model.bin while it is written, as blob_format.h has it
 */
#ifndef UG_MODEL_OUT_TRAIN_H
#define UG_MODEL_OUT_TRAIN_H

#include <stddef.h>
#include <stdint.h>

#include "model/blob_format.h"

/* The bytes so far. */
extern unsigned char train_out[];
extern size_t train_out_len;

void train_put8(unsigned v);
void train_put16(unsigned v);

/* Set the word at an offset. */
void train_word_set(size_t at, uint32_t v);

/* What follows is what that word of the blob points to. */
void train_section(enum ug_blob_word word);

#define TRAIN_NONE 15 /* the nibble of a language without text */

/* -ln p in UG_BLOB_STEP: a nibble. */
unsigned train_steps(double p);

/* A row of nibbles for n languages. */
void train_put_row(const unsigned *nibbles, size_t n);

/*
 * Put numbers (u16) in the place of `n` rows of `len` bytes each, from `at` to
 * the end, and behind them each different row once.
 */
void train_number_rows(size_t at, size_t n, size_t len);

#endif /* UG_MODEL_OUT_TRAIN_H */
