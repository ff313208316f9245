/*
 * encode_train.h - bytes of characters, in single- and multi-byte encodings
 */
#ifndef UG_DETECT_ENCODE_TRAIN_H
#define UG_DETECT_ENCODE_TRAIN_H

#include "encodings/encodings.h"

#define ENCODE_MAX 4 /* bytes of a character, in parts */

/* Whether the functions below know an encoding. */
bool train_encodes(const struct ug_encoding *encoding);

/*
 * The bytes of a character, if need be written as train_spell_old() has it.
 * Returns how many, at most ENCODE_MAX; 0 if the encoding lacks it.
 */
size_t train_encode(const struct ug_encoding *encoding, uint32_t c,
    unsigned char *bytes);

#endif /* UG_DETECT_ENCODE_TRAIN_H */
